//! The sentences that the program composes pass the lints on prose that it asks authors to pass.

use ropa::document::Text;
use ropa::lint::prose::{CHAIN, LONG, length, sentences};
use ropa::lint::{grammar, words};
use ropa::reading::Reading;
use ropa::theme::Theme;
use ropa::view::notice::{Notice, gather};
use serde_json::Value;

use crate::origins::{composed, registries};

/// Every text of a value, the longest first: the words that authors wrote.
fn authored(facts: &Notice) -> Vec<String> {
    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
            Value::Object(object) => object.values().for_each(|value| collect(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::to_value(facts).unwrap(), &mut found);
    found.retain(|text| text.len() > 3);
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found.dedup();
    found
}

/// What is not plain about some words of the program: what authors wrote in them counts as a word.
fn faults(text: &Text, authored: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (words, _) in text.sentences() {
        let own = authored.iter().fold(words.to_owned(), |words, text| words.replace(text.as_str(), "this"));
        for sentence in sentences(&own) {
            let passives = grammar::of("en").passives(&sentence);
            if passives.len() >= CHAIN {
                found.push(format!("{passives:?}: {sentence}"));
            }
            if length(&sentence) > LONG {
                found.push(format!("{} words: {sentence}", length(&sentence)));
            }
            found.extend(words::of("en").hedges.find(&sentence).map(|hedge| format!("{hedge}: {sentence}")));
        }
    }
    found
}

#[test]
fn composed_sentences_pass_the_lints_on_prose() {
    let theme = Theme::embedded("en").unwrap();
    for folder in registries() {
        let reading = Reading::of_folder(&folder, "registry").unwrap();
        for (_, entry) in reading.registry.notices.iter() {
            let facts = gather(&reading.registry, entry);
            let authored = authored(&facts);
            let document = ropa::notice::compose(&facts, theme.strings());
            let found: Vec<String> = composed(&document).into_iter().flat_map(|text| faults(text, &authored)).collect();
            assert!(found.is_empty(), "{} {}:\n{}", folder.display(), entry.id, found.join("\n"));
        }
    }
}
