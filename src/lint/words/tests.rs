//! Whole words, and the lists of every language against what they should and should not find.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::{FILES, List};

/// For each language, lists with texts in which they find something, and near misses.
const CASES: [(&str, &str); 5] = [
    ("de", include_str!("cases/de.toml")),
    ("en", include_str!("cases/en.toml")),
    ("fi", include_str!("cases/fi.toml")),
    ("fr", include_str!("cases/fr.toml")),
    ("sv", include_str!("cases/sv.toml")),
];

/// The lists that find most: each has three cases of either sort in every language at least.
const IMPORTANT: [&str; 7] =
    ["broad-recipients", "catch-all", "revealing", "special", "vague-periods", "vague-purposes", "weasel"];

fn list(entries: &[&str]) -> List {
    List::from(entries.iter().map(|entry| (*entry).to_owned()).collect::<Vec<_>>())
}

fn strings(value: &Value) -> Vec<String> {
    let values = value.as_array().expect("an array");
    values.iter().map(|one| one.as_str().expect("a string").to_owned()).collect()
}

/// The lists of a language by name; `special.health` for those with parts.
fn lists(text: &str) -> BTreeMap<String, Vec<String>> {
    let table: Table = text.parse().expect("TOML");
    let mut found = BTreeMap::new();
    for (name, value) in &table {
        match value {
            Value::Table(parts) => {
                found.extend(parts.iter().map(|(part, list)| (format!("{name}.{part}"), strings(list))));
            }
            list => {
                found.insert(name.clone(), strings(list));
            }
        }
    }
    found
}

#[test]
fn whole_words_match_in_any_case() {
    let words = list(&["may", "health*", "=analytics", "as long as necessary", "l'ordre"]);
    for (text, found) in [
        ("We May share", Some("may")),
        ("in maybe", None),
        ("Healthcare data", Some("healthcare")),
        ("analytics", Some("analytics")),
        ("analytics of errors", None),
        ("kept as long as necessary.", Some("as long as necessary")),
        ("dismay", None),
        ("L\u{2019}ordre", Some("l'ordre")),
    ] {
        assert_eq!(words.find(text).as_deref(), found, "{text}");
    }
}

#[test]
fn what_is_denied_does_not_match() {
    let (words, denial) = (list(&["pre-ticked", "opt-out", "if you do not object"]), list(&["no", "not"]));
    for (text, found) in [
        ("A pre-ticked box.", Some("pre-ticked")),
        ("A box, not pre-ticked.", None),
        ("No name is asked; opt-out by e-mail.", Some("opt-out")),
        ("You agree if you do not object.", Some("if you do not object")),
    ] {
        assert_eq!(words.find_affirmed(text, &denial).as_deref(), found, "{text}");
    }
}

#[test]
fn a_language_is_found_by_every_tag_of_it() {
    for tag in ["fi", "fi-FI", "FI-fi", "fi_FI"] {
        assert!(super::of(tag).weasel.find("tietoja saatetaan luovuttaa").is_some(), "{tag}");
    }
    for tag in ["", "fil", "tlh"] {
        assert!(super::of(tag).weasel.find("We may, tietoja saatetaan luovuttaa").is_none(), "{tag}");
    }
}

#[test]
fn every_language_has_every_list() {
    let english: BTreeSet<String> = lists(FILES[1].1).into_keys().collect();
    for (language, text) in FILES {
        assert!(super::of(language).weasel.find("").is_none());
        let lists = lists(text);
        assert_eq!(lists.keys().cloned().collect::<BTreeSet<_>>(), english, "{language}");
        for (name, entries) in lists {
            assert!(!entries.is_empty(), "{language}: {name}");
            let mut seen = BTreeSet::new();
            for entry in entries {
                assert_eq!(entry, super::normal(entry.trim()), "{language}: {name}");
                assert!(seen.insert(entry.clone()), "{language}: {name} has `{entry}` twice");
            }
        }
    }
}

#[test]
fn lists_find_what_they_should_and_nothing_near_it() {
    let languages: Vec<&str> = super::languages().collect();
    assert_eq!(languages, CASES.map(|(language, _)| language), "a language without cases");
    let mut wrong = Vec::new();
    for ((language, lists_of), (_, cases)) in FILES.into_iter().zip(CASES) {
        let lists = lists(lists_of);
        let cases: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(cases).expect("cases");
        for name in IMPORTANT {
            let counts = |sort: &str| cases.get(name).and_then(|one| one.get(sort)).map_or(0, Vec::len);
            assert!(counts("hits") >= 3 && counts("misses") >= 3, "{language}: {name} has too few cases");
        }
        for (name, cases) in cases {
            // The parts of a list are asked together, as lints ask them.
            let prefix = format!("{name}.");
            let parts: Vec<List> = lists
                .iter()
                .filter(|(key, _)| **key == name || key.starts_with(&prefix))
                .map(|(_, entries)| List::from(entries.clone()))
                .collect();
            assert!(!parts.is_empty(), "{language}: no list {name}");
            for (sort, texts) in cases {
                for text in texts {
                    let found = parts.iter().find_map(|list| list.find(&text));
                    if found.is_some() != (sort == "hits") {
                        wrong.push(format!("{language}: {name}: {sort}: {text}: {found:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
