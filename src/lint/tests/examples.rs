//! Runs the examples of every manual page, and guards the list of lints.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::sample::shop;
use crate::diagnostic::human;
use crate::lint::levels::{Overrides, Target};
use crate::lint::manual::{HEADINGS, Snippet};
use crate::lint::pass::{Verdict, judge};
use crate::lint::{ALL, Group, Lint, find};
use crate::reading::Reading;
use crate::record::settings::Level;

/// The day on which the shop is judged.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// Leaving out a name often leaves a record over: in the examples of others this lint is no surprise.
const SIDE_EFFECT: &str = "record-unused";

/// Every lint speaks, pedantic ones too.
fn everything(about: &str) -> Overrides {
    let mut overrides = Group::ALL.map(|group| (Target::Group(group), Level::Warn)).to_vec();
    let side_effect = find(SIDE_EFFECT).filter(|_| about != SIDE_EFFECT);
    overrides.extend(side_effect.map(|lint| (Target::Lint(lint), Level::Allow)));
    Overrides(overrides)
}

fn judged(about: &str, changes: &[Snippet], day: Option<NaiveDate>) -> (Reading, Verdict) {
    let reading = shop(changes);
    assert!(reading.diagnostics.is_empty(), "{}", drawn(&reading, reading.diagnostics.iter()));
    let verdict = judge(&reading, day.unwrap_or_else(today), &everything(about));
    assert!(verdict.unknown.is_empty(), "{}", drawn(&reading, verdict.unknown.iter()));
    (reading, verdict)
}

fn example(lint: &Lint, heading: &str) -> (Reading, Verdict) {
    judged(lint.name, &lint.snippets(heading), lint.day(heading))
}

fn drawn<'a>(reading: &Reading, diagnostics: impl Iterator<Item = &'a crate::diagnostic::Diagnostic>) -> String {
    diagnostics.map(|one| human::render(one, &reading.sources, false)).collect::<Vec<_>>().join("\n")
}

fn shown(reading: &Reading, verdict: &Verdict) -> String {
    drawn(reading, verdict.findings.iter().map(|finding| &finding.diagnostic))
}

#[test]
fn the_sample_shop_is_silent() {
    let (reading, verdict) = judged("the shop", &[], None);
    assert!(verdict.findings.is_empty(), "{}", shown(&reading, &verdict));
}

#[test]
fn every_example_yields_exactly_its_lint_and_the_mended_one_nothing() {
    let mut wrong = Vec::new();
    for lint in ALL {
        let (reading, verdict) = example(lint, "Example");
        let names: Vec<&str> = verdict.findings.iter().map(|finding| finding.lint.name).collect();
        if names.is_empty() || names.iter().any(|name| *name != lint.name) {
            wrong.push(format!("{}: the example yields {names:?}\n{}", lint.name, shown(&reading, &verdict)));
        }
        let (reading, verdict) = example(lint, "Mended");
        if !verdict.findings.is_empty() {
            wrong.push(format!("{}: the mended example yields\n{}", lint.name, shown(&reading, &verdict)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// `SHOW=name cargo test --lib findings_can_be_read -- --nocapture` shows what a lint says, `SHOW=all`
/// what all say.
#[test]
#[expect(clippy::print_stderr, reason = "shows findings to those who ask")]
fn findings_can_be_read() {
    for lint in ALL {
        let (reading, verdict) = example(lint, "Example");
        let text = shown(&reading, &verdict);
        if std::env::var("SHOW").is_ok_and(|wanted| wanted == "all" || lint.name.contains(&wanted)) {
            eprintln!("{text}\n");
        }
        assert!(
            verdict.findings.iter().all(|one| !one.diagnostic.help.is_empty()),
            "{} has no help\n{text}",
            lint.name
        );
        for word in ["compliant", "unlawful", " lawful ", "illegal", "[["] {
            assert!(!text.contains(word), "{} passes a verdict: {word}\n{text}", lint.name);
        }
    }
}

#[test]
fn manual_pages_are_complete() {
    for lint in ALL {
        for heading in HEADINGS.iter().filter(|heading| **heading != "Limits") {
            assert!(lint.section(heading).is_some_and(|text| !text.is_empty()), "{} lacks {heading}", lint.name);
        }
        let headings: Vec<String> =
            lint.page().lines().filter_map(|line| line.strip_prefix("# ")).map(str::to_owned).collect();
        let known: Vec<String> = headings.iter().filter(|one| !is_file(one)).cloned().collect();
        let in_order: Vec<&str> = HEADINGS.into_iter().filter(|one| known.iter().any(|two| two == one)).collect();
        assert_eq!(known, in_order, "{}", lint.name);
        assert!(lint.summary().ends_with('.') && lint.summary().len() < 160, "{}: {}", lint.name, lint.summary());
        assert!(cites(&lint.reason()), "{} cites nothing: {}", lint.name, lint.reason());
        assert!(!lint.snippets("Example").is_empty() && !lint.snippets("Mended").is_empty(), "{}", lint.name);
    }
}

/// Comments inside examples look like headings.
fn is_file(heading: &str) -> bool {
    heading.contains(".toml")
}

fn cites(reason: &str) -> bool {
    ["Article", "Articles", "C-", "Recital", "recital", "Guidelines", "WP2", "Decision", "Directive", "format"]
        .iter()
        .any(|word| reason.contains(word))
}

#[test]
fn the_list_is_sorted_and_names_every_file() {
    let names: Vec<&str> = ALL.iter().map(|lint: &&Lint| lint.name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lint/rules");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().replace('_', "-"))
        .collect();
    files.sort_unstable();
    assert_eq!(names, files);
}
