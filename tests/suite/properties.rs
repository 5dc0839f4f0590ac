//! Whatever stands in a registry, the program ends with an answer.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use ropa::decode::Period;
use ropa::diagnostic::human;
use ropa::load::Loaded;
use ropa::markdown;
use ropa::reading::Reading;
use ropa::record::Kind;
use tempfile::tempdir;

use crate::planted::render;

/// The files of the example.
static EXAMPLE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let reading = Reading::of_folder(&registry, "registry").unwrap();
    reading.sources.iter().map(|(_, source)| (source.path.clone(), source.text.clone())).collect()
});

/// Every place of every finding lies within its file, on whole characters, and can be drawn.
fn assert_told(reading: &Reading) {
    for diagnostic in &reading.diagnostics {
        let related = diagnostic.related.iter().map(|label| label.span);
        for span in related.chain([diagnostic.primary.span]) {
            let text = &reading.sources.get(span.file).text;
            prop_assert_span(text, span.start as usize, span.end as usize, diagnostic.name);
        }
        assert!(!diagnostic.message.contains('\n'), "{diagnostic:?}");
        for colours in [false, true] {
            assert!(!human::render(diagnostic, &reading.sources, colours).is_empty());
        }
    }
}

fn prop_assert_span(text: &str, start: usize, end: usize, name: &str) {
    assert!(text.get(start..end).is_some(), "{name}: {start}..{end} of {}", text.len());
}

/// Reads and draws, and makes the pages of what was understood.
fn answer(files: &[(String, String)]) {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path, text.clone());
    }
    let reading = Reading::of_loaded(loaded);
    assert_told(&reading);
    render(&reading);
}

fn path() -> impl Strategy<Value = String> {
    let kinds = prop::sample::select(Kind::ALL.to_vec());
    prop_oneof![
        1 => Just("registry.toml".to_owned()),
        4 => kinds.clone().prop_map(|kind| format!("{}.toml", kind.folder())),
        4 => (kinds, "[a-z0-9.-]{1,8}").prop_map(|(kind, id)| format!("{}/{id}.toml", kind.folder())),
        1 => "[a-zA-Z0-9./ -]{1,20}",
    ]
}

/// A value of any type, deep or flat, of the words that records use and of others.
fn value() -> impl Strategy<Value = toml::Value> {
    let leaf = prop_oneof![
        ".{0,12}".prop_map(toml::Value::from),
        "[a-z-]{1,10}".prop_map(toml::Value::from),
        any::<i64>().prop_map(toml::Value::from),
        any::<bool>().prop_map(toml::Value::from),
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(toml::Value::from),
        (1900_u16..2100, 1_u8..13, 1_u8..29).prop_map(|(year, month, day)| {
            toml::Value::Datetime(format!("{year:04}-{month:02}-{day:02}").parse().unwrap())
        }),
        prop::sample::select(vec!["P6Y", "FI", "6(1)(f)", "data-subject", "https://example.org", "**bold**"])
            .prop_map(toml::Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(toml::Value::Array),
            prop::collection::btree_map("[a-z-]{1,8}", inner, 0..4)
                .prop_map(|table| toml::Value::Table(table.into_iter().collect())),
        ]
    })
}

/// One change to a file of the example.
#[derive(Debug, Clone)]
enum Change {
    /// Lines are left out.
    Without(usize, usize),
    /// Lines stand twice.
    Twice(usize, usize),
    /// Bytes are replaced by a text, on whole characters.
    Instead(usize, usize, String),
    /// The value of a key is another one.
    Other(usize, toml::Value),
}

fn change() -> impl Strategy<Value = Change> {
    let lines = (0..200_usize, 1..6_usize);
    prop_oneof![
        lines.clone().prop_map(|(at, count)| Change::Without(at, count)),
        lines.prop_map(|(at, count)| Change::Twice(at, count)),
        (0..5000_usize, 0..30_usize, ".{0,12}").prop_map(|(at, count, text)| Change::Instead(at, count, text)),
        (0..200_usize, value()).prop_map(|(at, value)| Change::Other(at, value)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let range = |at: usize, count: usize| {
        let start = at % lines.len().max(1);
        start..(start + count).min(lines.len())
    };
    let joined = |parts: &[&[&str]]| parts.concat().join("\n") + "\n";
    match change {
        Change::Without(at, count) => {
            let range = range(*at, *count);
            joined(&[&lines[..range.start], &lines[range.end..]])
        }
        Change::Twice(at, count) => {
            let range = range(*at, *count);
            joined(&[&lines[..range.end], &lines[range.start..]])
        }
        Change::Instead(at, count, new) => {
            let characters: Vec<char> = text.chars().collect();
            let start = at % characters.len().max(1);
            let end = (start + count).min(characters.len());
            let (head, tail) = (characters[..start].iter(), characters[end..].iter());
            head.copied().chain(new.chars()).chain(tail.copied()).collect()
        }
        Change::Other(at, value) => {
            let keys: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].contains(" = ")).collect();
            let Some(line) = keys.get(at % keys.len().max(1)) else { return text.to_owned() };
            let (key, _) = lines[*line].split_once(" = ").unwrap_or_default();
            let line_of_value = format!("{key} = {value}");
            let mut lines = lines.clone();
            lines[*line] = &line_of_value;
            lines.join("\n") + "\n"
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(files in vec((path(), "\\PC{0,80}|[a-z\\[\\]={}\"'\\n.# 0-9-]{0,120}"), 1..4)) {
        answer(&files);
    }

    #[test]
    fn any_table_is_answered(files in vec((path(), prop::collection::btree_map("[a-z-]{1,8}", value(), 0..5)), 1..4)) {
        let files: Vec<(String, String)> =
            files.into_iter().map(|(path, table)| (path, toml::to_string(&table).unwrap())).collect();
        answer(&files);
    }

    #[test]
    fn periods_read_as_they_are_written(years in 0..100_000_u32, months in 0..500_u32, weeks in 0..500_u32, days in 0..500_u32) {
        let period = Period { years, months, weeks, days };
        prop_assume!(period != Period::default());
        prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
    }

    #[test]
    fn any_word_may_be_meant_as_a_period(text in "\\PC{0,12}|P[0-9YMWDT.]{0,12}") {
        if let Ok(period) = Period::parse(&text) {
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
            let (shortest, longest) = period.days_range();
            prop_assert!(shortest <= longest);
        }
    }

    #[test]
    fn escaped_words_show_as_they_are(text in "\\PC{0,40}|[a-z*_`<>&;#+.0-9() \\[\\]!~|:/\\\\-]{0,40}") {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(markdown::words(&markdown::one_line(&markdown::escape(&line))), line);
    }

    #[test]
    fn markdown_makes_no_markup_of_its_own(text in "[a-z*_`<>&;#+.0-9() \\[\\]!~|:/\\\\\\n\"'=-]{0,60}") {
        for html in [markdown::inline(&text), markdown::prose(&text), markdown::inline(&markdown::escape(&text))] {
            for tag in html.as_str().split('<').skip(1) {
                let name: String = tag.chars().skip_while(|c| *c == '/').take_while(char::is_ascii_alphanumeric).collect();
                let known = ["p", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "blockquote", "hr", "br", "del"];
                prop_assert!(known.contains(&name.as_str()), "<{} of {:?}", tag, text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_example_may_be_changed_in_any_way(changes in vec((any::<prop::sample::Index>(), change()), 1..12)) {
        let mut files = EXAMPLE.clone();
        for (file, change) in &changes {
            let (_, text) = &mut files[file.index(EXAMPLE.len())];
            *text = changed(text, change);
        }
        answer(&files);
    }

    #[test]
    fn any_bytes_may_be_a_file(files in vec((path(), vec(any::<u8>(), 0..200)), 1..5)) {
        let folder = tempdir().unwrap();
        for (path, bytes) in &files {
            let path = folder.path().join(path.trim_matches('/').replace("..", "x"));
            let written = path.parent().is_some_and(|parent| fs::create_dir_all(parent).is_ok());
            if written {
                // A name that no file can have is as good as none.
                let _ = fs::write(&path, bytes);
            }
        }
        let reading = Reading::of_folder(folder.path(), "registry").unwrap();
        assert_told(&reading);
        render(&reading);
    }
}
