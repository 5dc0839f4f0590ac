//! The prose that readers of notices get from authors, and how plain it is.
//!
//! What is measured is counted, not understood: words, forms of verbs, words of a list. The same
//! measures hold the sentences that the program composes itself to what it asks of authors.

mod passages;

pub use passages::{Passage, public};

use super::words::Words;
use crate::markdown;

/// A sentence with more words is long. An item of an enumeration counts as one word.
pub const LONG: usize = 40;

/// So many verbs in the passive are a chain.
pub const CHAIN: usize = 2;

/// An item of an enumeration has at most so many words.
const ITEM: usize = 5;

/// So many items make an enumeration.
const ENUMERATION: usize = 3;

/// The sentences of a text in plain words. Lines of a list are sentences of their own.
pub fn sentences(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for block in text.split("\n\n").flat_map(|block| block.split("\n- ")) {
        let words = markdown::words(block.trim_start_matches("- "));
        let mut sentence = String::new();
        let mut words = words.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if !sentence.is_empty() {
                sentence.push(' ');
            }
            sentence.push_str(word);
            // "e.g. names" and "Art. 6" go on: what begins a sentence begins with a capital.
            let begins =
                |next: &&str| next.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
            let ends = word.trim_end_matches([')', '”', '"', '’', '»']).ends_with(['.', '!', '?', ':']);
            if ends && words.peek().is_none_or(begins) {
                found.push(std::mem::take(&mut sentence));
            }
        }
        if !sentence.is_empty() {
            found.push(sentence);
        }
    }
    found
}

/// The words of a sentence, where each item of an enumeration is one.
pub fn length(sentence: &str) -> usize {
    let parts: Vec<usize> = sentence.split([',', ';']).map(|part| part.split_whitespace().count()).collect();
    let items = parts.iter().filter(|words| **words <= ITEM).count();
    if items < ENUMERATION {
        return parts.iter().sum();
    }
    parts.into_iter().map(|words| if words <= ITEM { 1 } else { words }).sum()
}

/// Abbreviations that readers cannot know: two to six capitals, not on the list of common ones.
pub fn abbreviations(text: &str, words: &Words) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in markdown::words(text).split(|c: char| !c.is_alphanumeric() && c != '-' && c != '&') {
        let singular = word.strip_suffix('s').unwrap_or(word);
        let capitals = singular.len() >= 2 && singular.len() <= 6 && singular.chars().all(|c| c.is_ascii_uppercase());
        let common = words.common_abbreviations.iter().any(|known| known.eq_ignore_ascii_case(singular));
        if capitals && !common && !found.iter().any(|known| known == singular) {
            found.push(singular.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use super::{abbreviations, length, public, sentences};
    use crate::lint::scope::Scope;
    use crate::lint::words;
    use crate::load::Loaded;
    use crate::reading::Reading;
    use crate::record::Kind;
    use crate::schema::{FieldInfo, Shape, Visibility, fields};

    #[test]
    fn sentences_end_where_readers_stop() {
        let text = "We keep data, e.g. names. See Art. 6 GDPR.\n\n- One thing\n- Another\n\n**Why?** Because.";
        let found = sentences(text);
        assert_eq!(
            found,
            ["We keep data, e.g. names.", "See Art. 6 GDPR.", "One thing", "Another", "Why?", "Because."]
        );
    }

    #[test]
    fn items_of_an_enumeration_are_easy() {
        let list = "We keep the following data about all of you: your name, your address, your number, your age";
        assert_eq!(length(list), 11 + 3);
        assert_eq!(length("We keep your name"), 4);
    }

    #[test]
    fn abbreviations_that_everybody_knows_are_fine() {
        assert_eq!(abbreviations("Under the GDPR, SCCs and a DPIA of the UK", words::of("en")), ["SCC", "DPIA"]);
    }

    /// Whether readers get a text as it is: paragraphs, and what is documented as whole sentences.
    fn is_passage(field: &FieldInfo) -> bool {
        let is_phrase = matches!(&field.shape, Shape::Phrase)
            || matches!(&field.shape, Shape::List(element) if **element == Shape::Phrase);
        let is_whole = field.description.to_lowercase().contains("whole sentence");
        field.visibility == Visibility::Public && (field.shape == Shape::Prose || is_phrase && is_whole)
    }

    /// A record of every kind with a text in each such field.
    #[test]
    fn every_passage_that_the_schema_documents_is_read() {
        let mut loaded = Loaded::default();
        let mut planted = BTreeSet::new();
        for kind in Kind::ALL {
            for (at, field) in fields(kind).into_iter().filter(is_passage).enumerate() {
                let text = format!("planted {} {}", kind.folder(), field.path);
                // A key that holds for rows and for names of sections.
                let path = field.path.replace('*', "data");
                let value =
                    if matches!(field.shape, Shape::List(_)) { format!("[\"{text}\"]") } else { format!("\"{text}\"") };
                let key = match path.split_once("[].") {
                    Some((list, key)) => format!("{list} = [{{ {key} = {value} }}]"),
                    None => format!("{path} = {value}"),
                };
                loaded.add(&format!("{}/record-{at}.toml", kind.folder()), key);
                planted.insert(text);
            }
        }
        assert!(planted.len() > 30, "{planted:?}");
        let reading = Reading::of_loaded(loaded);
        let scope = Scope::new(&reading, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        let found: BTreeSet<String> = public(&scope).into_iter().map(|one| one.text.value.to_owned()).collect();
        assert_eq!(found, planted);
    }
}
