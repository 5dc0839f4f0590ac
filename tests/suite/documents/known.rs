//! What an inspector looks for, read from the TOML of a registry.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

pub struct Known {
    pub activities: Vec<Activity>,
}

pub struct Activity {
    pub id: String,
    pub title: String,
    controllers: Vec<String>,
    limits: Vec<String>,
}

impl Activity {
    pub fn facts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let title = std::iter::once(("title", self.title.as_str()));
        let controllers = self.controllers.iter().map(|name| ("controller", name.as_str()));
        title.chain(controllers).chain(self.limits.iter().map(|limit| ("time limit", limit.as_str())))
    }
}

impl Known {
    pub fn read(folder: &Path) -> Known {
        let settings: Table = fs::read_to_string(folder.join("registry.toml")).unwrap().parse().unwrap();
        let defaults = settings.get("activity-defaults").and_then(Value::as_table).cloned().unwrap_or_default();
        let controllers = records(folder, "controllers");
        let rules = records(folder, "retention");
        let of_all = |record: &Table, key: &str| {
            let own = names(record, key);
            if own.is_empty() { names(&defaults, key) } else { own }
        };
        let activities = records(folder, "activities").into_iter().map(|(id, record)| {
            let mut responsible = of_all(&record, "controllers");
            if responsible.is_empty() {
                responsible.extend(settings.get("default-controller").and_then(Value::as_str).map(str::to_owned));
            }
            if responsible.is_empty() && controllers.len() == 1 {
                responsible.extend(controllers.keys().cloned());
            }
            let rows = record.get("data").and_then(Value::as_table).into_iter().flat_map(Table::values);
            let rows: Vec<&Table> = rows.filter_map(Value::as_table).collect();
            let mut kept = names(&record, "retention");
            kept.extend(rows.iter().flat_map(|row| names(row, "retention")));
            Activity {
                title: text(&record, "title").unwrap(),
                controllers: responsible.iter().map(|id| text(&controllers[id], "name").unwrap()).collect(),
                limits: kept.iter().flat_map(|id| limits(&rules[id])).collect(),
                id,
            }
        });
        Known { activities: activities.collect() }
    }
}

/// What a rule says of how long, in the words of its author and the period in words.
fn limits(rule: &Table) -> Vec<String> {
    let mut found: Vec<String> =
        ["title", "from", "while", "limit"].into_iter().filter_map(|key| text(rule, key)).collect();
    found.extend(names(rule, "criteria"));
    found.extend(text(rule, "period").map(|period| in_words(&period)));
    // Links have other words.
    found.retain(|words| !words.contains("]("));
    found
}

/// `P6Y` as "six years". The rules of the fixtures have one unit.
fn in_words(period: &str) -> String {
    let number: usize = period[1..period.len() - 1].parse().unwrap();
    let unit = match period.chars().last().unwrap() {
        'Y' => "year",
        'M' => "month",
        'W' => "week",
        _ => "day",
    };
    let small = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let number_in_words = small.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned());
    format!("{number_in_words} {unit}{}", if number == 1 { "" } else { "s" })
}

fn text(record: &Table, key: &str) -> Option<String> {
    record.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn names(record: &Table, key: &str) -> Vec<String> {
    let list = record.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The records of a kind: a file each, or several in one.
fn records(folder: &Path, kind: &str) -> BTreeMap<String, Table> {
    let mut found = BTreeMap::new();
    if let Ok(file) = fs::read_to_string(folder.join(format!("{kind}.toml"))) {
        let file: Table = file.parse().unwrap();
        found.extend(file.into_iter().map(|(id, record)| (id, record.as_table().unwrap().clone())));
    }
    let mut open = vec![folder.join(kind)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
                found.insert(id, fs::read_to_string(&path).unwrap().parse().unwrap());
            }
        }
    }
    found
}
