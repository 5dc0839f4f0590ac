//! Registers as nobody thought of: the example with facts left out and odd texts put in, through CSV and back.

use std::fs;
use std::ops::Range;
use std::path::Path;

use ropa::load::Loaded;
use ropa::reading::Reading;
use tempfile::tempdir;
use toml::{Table, Value};

use super::round::round;
use crate::exchange::made_up::Dice;

/// A register each. The same every time: what fails once fails again.
const SEEDS: Range<u64> = 0..6;

/// What texts get behind them: what separates, what looks like a label, a number, a formula or nothing.
const PIECES: [&str; 23] = [
    "; and more",
    ", and more",
    " (in brackets)",
    " [1]",
    ": as follows",
    " - or not",
    " \u{2013} a dash",
    "\nA second line",
    " \"quoted\"",
    " 'so'",
    " = 1 + 1",
    " | bar",
    " 100 %",
    " 1,234.50",
    " 2026-01-31",
    " P6Y",
    " 6(1)(f)",
    " yes",
    " none",
    " n/a",
    " \u{e9}\u{df}\u{416}\u{65e5}",
    " \u{1f98a}",
    "?",
];

/// Where a value stands: keys, and numbers of elements as text.
type Place = Vec<String>;

fn places(value: &Value, here: &Place, found: &mut Vec<Place>) {
    if !here.is_empty() {
        found.push(here.clone());
    }
    let inner: Vec<(String, &Value)> = match value {
        Value::Table(table) => table.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(at, inner)| (at.to_string(), inner)).collect(),
        _ => return,
    };
    for (key, inner) in inner {
        places(inner, &[here.clone(), vec![key]].concat(), found);
    }
}

fn at<'v>(value: &'v mut Value, place: &[String]) -> &'v mut Value {
    place.iter().fold(value, |value, key| match value {
        Value::Array(list) => &mut list[key.parse::<usize>().unwrap()],
        table => &mut table[key.as_str()],
    })
}

/// Leaves a fact out, or puts something behind a text.
fn change(file: &mut Value, dice: &mut Dice) {
    let mut found = Vec::new();
    places(file, &Vec::new(), &mut found);
    if found.is_empty() {
        return;
    }
    let place = found.swap_remove(dice.below(found.len()));
    let (last, above) = place.split_last().unwrap();
    let here = at(file, &place);
    match here {
        // What has a space is somebody's words, and no id.
        Value::String(text) if text.contains(' ') => text.push_str(PIECES[dice.below(PIECES.len())]),
        _ => match at(file, above) {
            Value::Table(table) => drop(table.remove(last)),
            // An empty list says nothing, and a circumstance without recipients is none.
            Value::Array(list) if list.len() > 1 => drop(list.remove(last.parse().unwrap())),
            _ => {}
        },
    }
}

fn is_read(files: &[(String, Value)]) -> bool {
    let mut loaded = Loaded::default();
    for (path, value) in files {
        loaded.add(path, toml::to_string(value).unwrap());
    }
    Reading::of_loaded(loaded).diagnostics.is_empty()
}

/// The example with some changes that a reader of records takes.
fn changed(seed: u64, changes: usize) -> Vec<(String, Value)> {
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let reading = Reading::of_folder(&registry, "registry").unwrap();
    let own = |(_, source): (_, &ropa::source::Source)| {
        let path = source.path.trim_start_matches("registry/").to_owned();
        (path, Value::Table(source.text.parse::<Table>().unwrap()))
    };
    let is_record = |(_, source): &(_, &ropa::source::Source)| source.path.ends_with(".toml");
    let mut files: Vec<(String, Value)> = reading.sources.iter().filter(is_record).map(own).collect();
    let mut dice = Dice::new(seed);
    // In batches, of which those that break a record are taken back.
    for _ in 0..changes.div_ceil(4) {
        let before = files.clone();
        for _ in 0..4 {
            let one = dice.below(files.len());
            change(&mut files[one].1, &mut dice);
        }
        if !is_read(&files) {
            files = before;
        }
    }
    files
}

#[test]
fn registers_come_back_from_their_tables() {
    for seed in SEEDS {
        let folder = tempdir().unwrap();
        for (path, value) in changed(seed, 100) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, toml::to_string(&value).unwrap()).unwrap();
        }
        round(folder.path().to_str().unwrap(), &["csv"], true);
    }
}
