//! What the law asks for is missed where it is missing.
//!
//! Takes each record, and each key that the schema marks with an article, out of the example
//! registry, one at a time.
//!
//! 1. Found is a deletion with a diagnostic that the whole registry does not have.
//! 2. Every other stands in `tests/fixtures/deletions.toml`, with the reason why nothing is said.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;
use ropa::lint::Group;
use ropa::lint::levels::{Overrides, Target};
use ropa::lint::pass::judge;
use ropa::reading::Reading;
use ropa::record::Kind;
use ropa::record::settings::Level;
use ropa::schema::fields;
use serde::Deserialize;
use toml_edit::{DocumentMut, Item};

use crate::texts::Texts;

/// `tests/fixtures/deletions.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    silent: Vec<Entry>,
}

/// Deletions about which nothing is said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: String,
    /// The key as the schema writes it; without it, whole records.
    key: Option<String>,
    /// Only in these records; without it, in all of the kind.
    #[serde(default)]
    records: Vec<String>,
    reason: String,
}

impl Entry {
    fn covers(&self, deletion: &Deletion) -> bool {
        self.kind == deletion.kind.folder()
            && self.key == deletion.key
            && (self.records.is_empty() || self.records.contains(&deletion.record))
    }
}

/// A record or a key of one.
struct Deletion {
    kind: Kind,
    record: String,
    file: String,
    /// The key as the schema writes it; none for the record itself.
    key: Option<String>,
    /// The keys that lead to it in its file; none where the file is the record.
    place: Vec<String>,
}

impl Deletion {
    fn name(&self) -> String {
        let place = self.place.join(".");
        let key = self.key.as_ref().map_or_else(String::new, |key| format!(" ({key})"));
        format!("{}/{}: {place}{key}", self.kind.folder(), self.record)
    }

    fn apply(&self, texts: &Texts) -> Texts {
        let mut without = texts.clone();
        if self.place.is_empty() {
            without.remove_file(&self.file);
        } else {
            let place: Vec<&str> = self.place.iter().map(String::as_str).collect();
            without.remove_key(&self.file, &place).unwrap_or_else(|why| panic!("{}: {why}", self.name()));
        }
        without
    }
}

/// Name, record and message of everything that lints say of a registry, pedantic ones too.
fn judged(reading: &Reading) -> BTreeSet<(&'static str, Option<String>, String)> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let everything = Overrides(Group::ALL.map(|group| (Target::Group(group), Level::Warn)).to_vec());
    let said = judge(reading, day, &everything).diagnostics(&[]);
    said.into_iter().map(|one| (one.name, one.record, one.message)).collect()
}

/// Every record, and every key that the schema marks with an article.
fn deletions(texts: &Texts) -> Vec<Deletion> {
    let marked: BTreeMap<Kind, BTreeSet<String>> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let asked = fields(kind).into_iter().filter(|field| !field.articles.is_empty());
            (kind, asked.map(|field| field.path).collect())
        })
        .collect();
    let mut found = Vec::new();
    for (file, text) in texts.iter() {
        let top = file.split_once('/').map_or_else(|| file.strip_suffix(".toml").unwrap(), |(folder, _)| folder);
        // The settings hold no facts of their own.
        let Some(kind) = Kind::of_folder(top) else { continue };
        let document: DocumentMut = text.parse().unwrap();
        let records: Vec<(String, Vec<String>, &Item)> = if file.contains('/') {
            let stem = Path::new(file).file_stem().unwrap().to_str().unwrap();
            vec![(stem.to_owned(), Vec::new(), document.as_item())]
        } else {
            document.iter().map(|(id, item)| (id.to_owned(), vec![id.to_owned()], item)).collect()
        };
        for (record, place, item) in records {
            let deletion = |key, place| Deletion { kind, record: record.clone(), file: file.to_owned(), key, place };
            for key in &marked[&kind] {
                let mut places = Vec::new();
                occurrences(item, key, &place, &mut places);
                found.extend(places.into_iter().map(|place| deletion(Some(key.clone()), place)));
            }
            found.push(deletion(None, place));
        }
    }
    found
}

/// Where a key stands, as the schema writes it: `*` for any row, `[]` for any element of a list.
fn occurrences(item: &Item, key: &str, place: &[String], found: &mut Vec<Vec<String>>) {
    let below = |name: &str| [place, &[name.to_owned()]].concat();
    let Some(table) = item.as_table_like() else { return };
    match key.split_once('.') {
        None => found.extend(table.contains_key(key).then(|| below(key))),
        Some(("*", rest)) => {
            for (name, row) in table.iter() {
                occurrences(row, rest, &below(name), found);
            }
        }
        Some((name, rest)) => {
            let (name, is_list) = name.strip_suffix("[]").map_or((name, false), |name| (name, true));
            let Some(inner) = table.get(name) else { return };
            if !is_list {
                return occurrences(inner, rest, &below(name), found);
            }
            for (index, element) in (0..).map_while(|index| Some((index, inner.get(index)?))) {
                let place = [below(name), vec![usize::to_string(&index)]].concat();
                occurrences(element, rest, &place, found);
            }
        }
    }
}

#[test]
fn every_deletion_is_found_or_stands_with_its_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reading = Reading::of_folder(&root.join("registry"), "registry").expect("a registry");
    assert_eq!(reading.diagnostics, []);
    let texts = Texts::of(&reading);
    let before = judged(&reading);
    let deletions = deletions(&texts);
    assert!(deletions.len() > 1000, "only {} deletions", deletions.len());

    let is_silent = |deletion: &&Deletion| {
        let reading = deletion.apply(&texts).read();
        // A registry that is broken is not judged: it takes most of the time.
        reading.diagnostics.is_empty() && judged(&reading).is_subset(&before)
    };
    let silent: Vec<&Deletion> = deletions.par_iter().filter(is_silent).collect();

    let list = fs::read_to_string(root.join("tests/fixtures/deletions.toml")).expect("the list");
    let list: List = toml::from_str(&list).unwrap_or_else(|error| panic!("{error}"));
    let entries = |deletion: &Deletion| list.silent.iter().filter(|entry| entry.covers(deletion)).count();
    let unexplained: Vec<String> = silent
        .iter()
        .filter(|one| entries(one) != 1)
        .map(|one| format!("{} times: {}", entries(one), one.name()))
        .collect();
    assert!(
        unexplained.is_empty(),
        "{} of {} deletions are not found and do not stand in the list once:\n{}",
        unexplained.len(),
        deletions.len(),
        unexplained.join("\n")
    );
    for entry in &list.silent {
        let name = format!("{} {:?} {:?}", entry.kind, entry.key, entry.records);
        assert!(entry.reason.ends_with('.'), "the reason of {name} is a sentence");
        let covered: Vec<&&Deletion> = silent.iter().filter(|one| entry.covers(one)).collect();
        assert!(!covered.is_empty(), "nothing needs the entry {name}");
        for record in &entry.records {
            assert!(covered.iter().any(|one| one.record == *record), "nothing needs {record} in {name}");
        }
    }
    let most = deletions.len() / 10;
    assert!(silent.len() <= most, "{} of {} deletions are not found, at most {most}", silent.len(), deletions.len());
}
