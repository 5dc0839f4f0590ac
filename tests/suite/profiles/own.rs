//! Profiles of users.

use std::fs;

use ropa::diagnostic::Diagnostic;
use ropa::export::profile;
use ropa::load::Loaded;
use ropa::reading::Reading;

use super::{made, of_text};

fn reading(files: &[(&str, &str)]) -> Reading {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path, (*text).to_owned());
    }
    Reading::of_loaded(loaded)
}

fn at(reading: &Reading, diagnostic: &Diagnostic) -> (&'static str, usize) {
    let span = diagnostic.primary.span;
    (diagnostic.name, reading.sources.get(span.file).position(span.start).0)
}

const BROKEN: &str = r#"titel = "A"
audience = "public"
[words]
yess = "oui"
[[sheets]]
name = "One"
[[sheets.parts]]
rows = "activity"
columns = [
  { label = "A", from = ["activity.purpose"] },
  { label = "B", from = ["inventory.purposes"], entry = 0 },
  { from = ["retention.title"] },
]
[[sheets.parts]]
columns = [{ label = "D", from = ["register.title"] }]
[[sheets.parts]]
rows = "activties"
columns = [{ label = "E" }]
"#;

#[test]
fn one_run_finds_every_mistake_of_a_profile() {
    let reading = reading(&[("profiles/broken.toml", BROKEN)]);
    let found: Vec<_> = reading.diagnostics.iter().map(|one| at(&reading, one)).collect();
    for wanted in [
        ("unknown-key", 1),
        ("missing-key", 1),
        ("unknown-word", 4),
        ("internal-rows", 8),
        ("unknown-fact", 10),
        ("bad-value", 11),
        ("missing-key", 12),
        ("fact-elsewhere", 12),
        ("bad-part", 14),
        ("internal-fact", 15),
        ("unknown-value", 17),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    }
    let help = |name: &str| reading.diagnostics.iter().find(|one| one.name == name).unwrap().help.join("\n");
    assert_eq!(help("unknown-fact"), "did you mean `activity.purposes`?");
    assert_eq!(help("unknown-word"), "did you mean `yes`?");
    assert!(help("unknown-value").contains("activity"), "{}", help("unknown-value"));
}

#[test]
fn names_and_folders_of_profiles_are_checked() {
    let sound = "title = \"A\"\nsheets = []\n";
    let reading = reading(&[
        ("profiles/cnil.toml", sound),
        ("profiles/Our Own.toml", sound),
        ("profiles/deep/a.toml", sound),
        ("profiles/mine.toml", sound),
    ]);
    let mut names: Vec<&str> = reading.diagnostics.iter().map(|one| one.name).collect();
    names.sort_unstable();
    assert_eq!(names, ["bad-id", "ignored-file", "profile-name-taken"]);
    assert_eq!(profile::find(&reading.profiles, "mine").unwrap().title, "A");
    assert!(profile::find(&reading.profiles, "ico").is_some() && profile::find(&reading.profiles, "none").is_none());
}

#[test]
fn a_profile_is_no_record() {
    let folder = tempfile::tempdir().unwrap();
    let profile = "title = \"Mine\"\n[[sheets]]\nname = \"A\"\n[[sheets.parts]]\nrows = \"activity\"\ncolumns = [{ label = \"A\", from = [\"activity.title\"] }]\n";
    let copied = std::process::Command::new("cp").args(["-r", "registry"]).arg(folder.path()).status().unwrap();
    assert!(copied.success());
    let copy = folder.path().join("registry");
    let before = Reading::of_folder(&copy, "registry").unwrap();
    fs::create_dir(copy.join("profiles")).unwrap();
    fs::write(copy.join("profiles/mine.toml"), profile).unwrap();
    let after = Reading::of_folder(&copy, "registry").unwrap();
    assert_eq!(after.diagnostics, []);
    assert_eq!(after.registry.len(), before.registry.len());
    assert_eq!(after.profiles.len(), 1);
    assert_eq!(made(&after, &after.profiles[0])[0].rows.len(), after.registry.activities.len());
}

/// The first TOML of the manual page is a whole profile, the second one part of another.
#[test]
fn the_examples_of_the_manual_hold() {
    let blocks: Vec<&str> =
        ropa::manual::PROFILES.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let profile = of_text(blocks[0]);
    of_text(&format!("title = \"A\"\nsheets = []\n{}", blocks[1]));
    let reading = Reading::of_folder(std::path::Path::new("registry"), "registry").unwrap();
    let sheets = made(&reading, &profile);
    assert_eq!(sheets.len(), 1 + reading.registry.activities.len() + 2);
    let newsletter = sheets.iter().find(|sheet| sheet.name == "Form Newsletter").unwrap();
    assert!(newsletter.words.contains("Main purpose"), "{}", newsletter.words);
}

#[test]
fn profiles_of_the_program_fit_the_schema() {
    let schema = profile::schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, text) in profile::texts().iter().chain([&("broken", BROKEN)]) {
        let value = serde_json::to_value(text.parse::<toml::Table>().unwrap()).unwrap();
        let mut value = value;
        if let Some(read) = value.get_mut("read") {
            // A day of TOML becomes a table of its own in serde.
            *read = "2026-11-22".into();
        }
        let wrong: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(wrong.is_empty(), *name != "broken", "{name}: {wrong:?}");
    }
}
