//! How much of a notice the format understands: the share of its words that authors wrote as whole
//! sentences and paragraphs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ropa::commonmark;
use ropa::reading::Reading;
use ropa::theme::Theme;
use ropa::view::notice::gather;
use serde_json::Value;

/// Keys whose texts are whole sentences or paragraphs of the author: introductions, explanations,
/// statements, conditions, notes to readers.
const PROSE: [&str; 16] = [
    "advice",
    "asked",
    "breach",
    "browser",
    "condition",
    "continued-use",
    "description",
    "disclaimer",
    "explanation",
    "if-accepted",
    "if-refused",
    "if-you-disagree",
    "introduction",
    "sentence",
    "text",
    "treatment",
];

/// At most so many words of a hundred are prose of authors.
const CEILING: usize = 13;

fn count(words: &str) -> usize {
    ropa::markdown::words(words).split_whitespace().count()
}

/// The distinct texts under the keys.
fn prose<'v>(value: &'v Value, key: &str, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) if PROSE.contains(&key) => {
            found.insert(text);
        }
        Value::Array(values) => values.iter().for_each(|value| prose(value, key, found)),
        Value::Object(object) => object.iter().for_each(|(key, value)| prose(value, key, found)),
        _ => {}
    }
}

/// A lower [`CEILING`] makes the test print the figures.
#[test]
fn most_words_of_the_published_notices_come_from_facts() {
    let theme = Theme::embedded("en").unwrap();
    let notices = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices")).unwrap();
    let mut folders: Vec<_> = notices.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    for folder in folders {
        let reading = Reading::of_folder(&folder, "registry").unwrap();
        for (_, entry) in reading.registry.notices.iter() {
            let facts = gather(&reading.registry, entry);
            let all = count(&commonmark::write(&ropa::notice::compose(&facts, theme.strings())));
            let twin = serde_json::to_value(&facts).unwrap();
            let mut found = BTreeSet::new();
            prose(&twin, "", &mut found);
            // What sections begin with stands in the layout, which the twin does not have.
            let introductions = facts.plan.sections.iter().filter_map(|section| section.introduction.as_ref());
            let own: usize = found.into_iter().chain(introductions.map(|text| text.0.as_str())).map(count).sum();
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            assert!(own * 100 <= all * CEILING, "{name}: {own} of {all} words");
        }
    }
}
