//! What a linter should find in published notices, and what it does find there.
//!
//! `tests/notices/NAME.defects.toml` goes through the defects of a notice by number: each is found by
//! lints on the registry beside it, or a reason says why no register can show it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ropa::lint::levels::{Overrides, Target};
use ropa::lint::pass::judge;
use ropa::lint::{Finding, Group, find};
use ropa::reading::Reading;
use ropa::record::settings::Level;
use serde::Deserialize;

/// `NAME.defects.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Defects {
    /// How many defects the review of the notice has; they are numbered from 1.
    total: usize,
    #[serde(rename = "defect")]
    defects: Vec<Defect>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Defect {
    number: usize,
    /// The defect in a few words.
    about: String,
    #[serde(default)]
    found: Vec<Found>,
    /// Why no register can show it.
    unseen: Option<String>,
}

/// A finding that shows a defect.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Found {
    lint: String,
    /// The record as findings name it, `activities/events`; without it, the registry as a whole.
    record: Option<String>,
    /// What the message says, where the record has several findings of the lint.
    word: Option<String>,
}

impl Found {
    fn is(&self, finding: &Finding) -> bool {
        finding.lint.name == self.lint
            && finding.diagnostic.record == self.record
            && self.word.as_ref().is_none_or(|word| finding.diagnostic.message.contains(word.as_str()))
    }
}

/// The notices with a list of defects: name, folder of the registry, list.
fn lists() -> Vec<(String, PathBuf, Defects)> {
    let notices = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices");
    let mut found = Vec::new();
    for entry in fs::read_dir(&notices).expect("tests/notices") {
        let path = entry.expect("an entry").path();
        let file = path.file_name().expect("a name").to_string_lossy().into_owned();
        let Some(name) = file.strip_suffix(".defects.toml") else { continue };
        let text = fs::read_to_string(&path).expect("a list");
        let list = toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        found.push((name.to_owned(), notices.join(name), list));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(!found.is_empty(), "no lists below {}", notices.display());
    found
}

/// Everything that all lints find in a registry.
fn findings(folder: &Path) -> Vec<Finding> {
    let reading = Reading::of_folder(folder, "registry").expect("a registry");
    assert!(!reading.is_broken(), "{}: {:?}", folder.display(), reading.diagnostics);
    let everything = Overrides(Group::ALL.map(|group| (Target::Group(group), Level::Warn)).to_vec());
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let verdict = judge(&reading, day, &everything);
    assert!(verdict.unknown.is_empty(), "{:?}", verdict.unknown);
    verdict.findings
}

#[test]
fn each_defect_of_a_published_notice_is_answered_once() {
    for (name, _, list) in lists() {
        let numbers: Vec<usize> = list.defects.iter().map(|defect| defect.number).collect();
        assert_eq!(numbers, (1..=list.total).collect::<Vec<_>>(), "{name}");
        for defect in &list.defects {
            let number = defect.number;
            assert!(!defect.about.is_empty(), "{name}: {number} is about nothing");
            let is_reasoned = defect.unseen.as_ref().is_some_and(|reason| !reason.is_empty());
            assert!(is_reasoned == defect.found.is_empty(), "{name}: {number} is found, or unseen with a reason");
            for found in &defect.found {
                assert!(find(&found.lint).is_some(), "{name}: {number} names `{}`, which is no lint", found.lint);
            }
        }
    }
}

#[test]
fn each_defect_that_a_register_shows_is_found() {
    for (name, folder, list) in lists() {
        let findings = findings(&folder);
        let mut missing = Vec::new();
        for defect in &list.defects {
            for wanted in defect.found.iter().filter(|wanted| !findings.iter().any(|one| wanted.is(one))) {
                let (number, about) = (defect.number, &defect.about);
                let place = wanted.record.as_deref().unwrap_or("the registry");
                missing.push(format!("{number} ({about}): no `{}` at {place} ({:?})", wanted.lint, wanted.word));
            }
        }
        assert!(missing.is_empty(), "{name}:\n{}", missing.join("\n"));
    }
}
