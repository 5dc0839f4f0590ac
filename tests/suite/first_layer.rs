//! The first layer of a notice is short, and says what people might not expect.

use std::path::Path;

use ropa::document::{Block, Section};
use ropa::reading::Reading;
use ropa::theme::Theme;
use ropa::view::notice::gather;

use crate::origins::{of_blocks, registries};
use crate::texts::Texts;

/// The first layers of the notices of a registry.
fn first_layers(reading: &Reading) -> Vec<Section> {
    let theme = Theme::embedded("en").unwrap();
    let documents = reading.registry.notices.iter().map(|(_, entry)| {
        let facts = gather(&reading.registry, entry);
        ropa::notice::compose(&facts, theme.strings())
    });
    documents
        .map(|document| {
            let first = document.sections.into_iter().next().expect("sections");
            assert_eq!(first.anchor, "in-short", "{}", document.title.words);
            first
        })
        .collect()
}

fn words(section: &Section) -> String {
    let mut words = section.heading.words.clone();
    for text in of_blocks(section.blocks.iter()) {
        words.push(' ');
        words.push_str(&ropa::markdown::words(&text.words));
    }
    words
}

#[test]
fn the_first_layer_of_each_notice_has_at_most_250_words() {
    for folder in registries() {
        let reading = Reading::of_folder(&folder, "registry").unwrap();
        for section in first_layers(&reading) {
            let words = words(&section);
            let count = words.split_whitespace().count();
            assert!((30..=250).contains(&count), "{}: {count} words: {words}", folder.display());
        }
    }
}

/// The example shop with more in it.
fn with(text: &str) -> Reading {
    let reading = Reading::of_folder(Path::new("tests/notices/upcloud"), "registry").unwrap();
    let mut texts = Texts::of(&reading);
    texts.add("activities/more.toml", text);
    let reading = texts.read();
    assert!(!reading.is_broken(), "{:?}", reading.diagnostics);
    reading
}

#[test]
fn many_and_long_purposes_leave_the_first_layer_short() {
    let mut text = "title = \"More\"\nsubject-groups = [\"customers\"]\n".to_owned();
    for number in 0..120 {
        let words = "and consider every single aspect of it with care ".repeat(1 + number % 4);
        text.push_str(&format!("[purposes.p{number}]\ntitle = \"do thing {number} {}\"\n", words.trim_end()));
    }
    let [section] = first_layers(&with(&text)).try_into().expect("one notice");
    let words = words(&section);
    assert!(words.split_whitespace().count() <= 250, "{words}");
    assert!(words.contains("more purposes"), "{words}");
}

#[test]
fn what_people_might_not_expect_follows_from_the_records() {
    let reading = Reading::of_folder(Path::new("registry"), "registry").unwrap();
    let theme = Theme::embedded("en").unwrap();
    let (_, entry) = reading.registry.notices.iter().find(|(_, entry)| entry.id == "website").unwrap();
    let whole = gather(&reading.registry, entry);
    let told = |facts: &ropa::view::notice::Notice| {
        let document = ropa::notice::compose(facts, theme.strings());
        words(&document.sections[0])
    };
    type Remove = fn(&mut ropa::view::notice::Notice);
    let cases: [(&str, Remove); 4] = [
        ("reveal", |facts| {
            for category in facts.data.iter_mut().flat_map(|data| &mut data.categories) {
                category.special = None;
                category.items.iter_mut().for_each(|item| item.special = None);
            }
        }),
        ("profiles", |facts| facts.profiling.clear()),
        ("data go to", |facts| facts.transfers.clear()),
        ("data come from", |facts| facts.data.iter_mut().for_each(|data| data.sources.others.clear())),
    ];
    for (sign, remove) in cases {
        assert!(told(&whole).contains(sign), "{sign}: {}", told(&whole));
        let mut less = whole.clone();
        remove(&mut less);
        assert!(!told(&less).contains(sign), "{sign} without its fact: {}", told(&less));
    }
    let first = ropa::notice::compose(&whole, theme.strings()).sections.remove(0);
    assert!(matches!(first.blocks.first(), Some(Block::Paragraph { .. })));
}
