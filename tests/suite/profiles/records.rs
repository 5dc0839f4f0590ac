//! What the records say, read as plain TOML, stands in the profile `register`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ropa::export::profile;
use toml::{Table, Value};

use super::{made, read, registries};

/// Records of a kind by id, from all files.
pub fn records(folder: &Path, kind: &str) -> BTreeMap<String, Table> {
    let mut found = BTreeMap::new();
    if let Ok(text) = fs::read_to_string(folder.join(format!("{kind}.toml"))) {
        for (id, record) in text.parse::<Table>().unwrap() {
            found.insert(id, record.as_table().unwrap().clone());
        }
    }
    fn walk(folder: &Path, found: &mut BTreeMap<String, Table>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "toml") {
                let id = path.file_stem().unwrap().to_string_lossy().into_owned();
                found.insert(id, fs::read_to_string(&path).unwrap().parse().unwrap());
            }
        }
    }
    walk(&folder.join(kind), &mut found);
    found
}

/// The texts under a key: one, or a list.
fn texts(record: &Table, key: &str) -> Vec<String> {
    match record.get(key) {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(texts)) => texts.iter().filter_map(|text| Some(text.as_str()?.to_owned())).collect(),
        _ => Vec::new(),
    }
}

fn rows<'a>(record: &'a Table, key: &str) -> Vec<&'a Table> {
    record.get(key).and_then(Value::as_table).into_iter().flatten().filter_map(|(_, row)| row.as_table()).collect()
}

/// Words as they are compared: without Markdown and line breaks.
pub fn flat(text: &str) -> String {
    let text = ropa::markdown::words(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it is looked for: in one piece, or in those around its links, which stand with addresses.
pub fn pieces(text: &str) -> Vec<String> {
    let starts = text.split('[').flat_map(|part| part.split("]("));
    match text.contains("](") {
        true => starts.map(|part| part.split_once(')').map_or(part, |(_, rest)| rest)).map(flat).collect(),
        false => vec![flat(text)],
    }
}

fn leaves(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if text.trim().contains(' ') => found.push((path.to_owned(), text.clone())),
        Value::Array(all) => all.iter().for_each(|one| leaves(path, one, found)),
        Value::Table(table) => table.iter().for_each(|(key, one)| leaves(&format!("{path}.{key}"), one, found)),
        _ => {}
    }
}

pub struct Registry {
    kinds: BTreeMap<&'static str, BTreeMap<String, Table>>,
    defaults: Table,
}

impl Registry {
    pub fn of(folder: &Path) -> Registry {
        let kinds = [
            "subject-groups",
            "data-categories",
            "retention",
            "security-measures",
            "processors",
            "recipients",
            "sources",
            "controllers",
        ];
        let kinds = kinds.map(|kind| (kind, records(folder, kind)));
        let settings = fs::read_to_string(folder.join("registry.toml")).unwrap_or_default().parse::<Table>().unwrap();
        let defaults = settings.get("activity-defaults").and_then(Value::as_table).cloned().unwrap_or_default();
        Registry { kinds: kinds.into_iter().collect(), defaults }
    }

    /// Everything that people wrote in sentences or names of several words, in records that a workbook of the
    /// register has: each must stand somewhere in it.
    pub fn prose(folder: &Path) -> Vec<(String, String)> {
        let kinds = [
            "activities",
            "controllers",
            "client-processing",
            "legal-bases",
            "processors",
            "recipients",
            "retention",
            "security-measures",
            "systems",
        ];
        let mut found = Vec::new();
        for kind in kinds {
            for (id, record) in records(folder, kind) {
                leaves(&format!("{kind}/{id}"), &Value::Table(record), &mut found);
            }
        }
        found
    }

    /// What must stand in the row of an activity.
    pub fn expected(&self, activity: &Table) -> Vec<String> {
        let mut found = Vec::new();
        let mut names = |kinds: &[&str], ids: Vec<String>, key: &str| {
            for id in ids {
                let records = kinds.iter().filter_map(|kind| self.kinds[kind].get(&id));
                found.extend(records.flat_map(|record| texts(record, key)));
            }
        };
        let (data, disclosures) = (rows(activity, "data"), rows(activity, "disclosures"));
        names(&["subject-groups"], texts(activity, "subject-groups"), "name");
        for row in &data {
            names(&["subject-groups"], texts(row, "subject-groups"), "name");
            names(&["data-categories"], texts(row, "categories"), "name");
        }
        for row in &disclosures {
            names(&["processors", "recipients", "sources", "controllers"], texts(row, "recipients"), "name");
        }
        let or_default = |key: &str| match activity.contains_key(key) {
            true => texts(activity, key),
            false => texts(&self.defaults, key),
        };
        names(&["security-measures"], or_default("security"), "title");
        let own: Vec<String> = data.iter().flat_map(|row| texts(row, "retention")).collect();
        let all_own = !data.is_empty() && data.iter().all(|row| row.contains_key("retention"));
        let rules = if all_own && !activity.contains_key("retention") { Vec::new() } else { or_default("retention") };
        for key in [
            "title",
            "from",
            "while",
            "afterwards",
            "criteria",
            "longer-if",
            "sooner-if",
            "limit",
            "then-how",
            "review",
            "own-control",
            "reason",
        ] {
            names(&["retention"], [own.clone(), rules.clone()].concat(), key);
        }
        for purpose in rows(activity, "purposes") {
            found.extend(texts(purpose, "title"));
            found.extend(texts(purpose, "includes"));
            found.extend(texts(purpose, "condition"));
        }
        found
    }
}

#[test]
fn every_text_of_an_activity_stands_in_its_row() {
    let profile = profile::built_in("register").unwrap();
    let mut compared = 0;
    for folder in registries() {
        let (registry, reading) = (Registry::of(&folder), read(&folder));
        let sheets = made(&reading, &profile);
        let sheet = sheets.iter().find(|sheet| sheet.name == "Activities").unwrap();
        let place = sheet.heads[0].iter().position(|head| head == "Record").unwrap();
        let activities = records(&folder, "activities");
        assert_eq!(sheet.rows.len(), activities.len());
        for row in &sheet.rows {
            let words = flat(&ropa::markdown::escape(&row.join("\n")));
            let activity = &activities[&row[place]];
            for text in registry.expected(activity) {
                compared += 1;
                for piece in pieces(&text) {
                    assert!(words.contains(&piece), "{}: {} lacks {piece:?}\n{words}", folder.display(), row[place]);
                }
            }
        }
    }
    assert!(compared > 1000, "{compared}");
}

#[test]
fn a_record_that_very_many_use_names_the_first_of_them() {
    let mut loaded = ropa::load::Loaded::default();
    let activities: String =
        (0..1_000).map(|at| format!("[a{at:04}]\ntitle = \"Activity {at:04}\"\nsecurity = [\"locks\"]\n")).collect();
    loaded.add("activities.toml", activities);
    loaded.add("security-measures.toml", "[locks]\ntitle = \"Locks\"\n".to_owned());
    let reading = ropa::reading::Reading::of_loaded(loaded);
    let sheets = made(&reading, &profile::built_in("register").unwrap());
    let measures = sheets.iter().find(|sheet| sheet.name == "Security measures").unwrap();
    let column = measures.heads[0].iter().position(|head| head == "Activities").unwrap();
    let cell = &measures.rows[0][column];
    assert!(cell.contains("Activity 0099") && !cell.contains("Activity 0100"), "{cell}");
    assert!(cell.ends_with("and 900 more, which name it"), "{cell}");
}
