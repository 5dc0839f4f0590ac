//! Every notice as TILT fits the schema of TILT.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use jsonschema::{PatternOptions, Validator};
use ropa::export::tilt::{self, Tilt};
use ropa::import;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::theme::Theme;
use ropa::view::notice::gather;
use serde_json::Value;
use tempfile::tempdir;

use crate::program::ropa;

/// The schema, restated: see its own comment. Its patterns backtrack badly, so the linear engine reads them;
/// formats of addresses are asserted.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(include_str!("../../fixtures/interchange/tilt.schema.json")).unwrap();
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
});

fn errors(document: &Value) -> Vec<String> {
    VALIDATOR.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

pub fn examples() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notices = fs::read_dir(here.join("tests/notices")).unwrap().map(|entry| entry.unwrap().path());
    let all: Vec<PathBuf> = notices.filter(|path| path.is_dir()).chain([here.join("registry")]).collect();
    assert_eq!(all.len(), 6);
    all
}

/// All notices of a registry as TILT.
fn tilts(reading: &Reading) -> Vec<Tilt> {
    static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::embedded("en").unwrap());
    let day = NaiveDate::from_ymd_opt(2026, 5, 28).unwrap();
    let notices = reading.registry.notices.iter();
    let all = notices.map(|(_, entry)| tilt::notice(&gather(&reading.registry, entry), THEME.strings(), day)).collect();
    assert!(THEME.strings().missing().is_empty());
    all
}

#[test]
fn the_schema_refuses_what_it_should() {
    let reading = Reading::of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), "registry").unwrap();
    let good = tilts(&reading).remove(0).document;
    for (path, bad) in [
        ("/meta/_hash", "short".into()),
        ("/meta/version", 0.into()),
        ("/meta/created", "yesterday".into()),
        ("/controller/country", "Finland".into()),
        ("/controller/representative/email", "nobody".into()),
        ("/dataDisclosed/0/legalBases/0/reference", "Art. 6".into()),
        ("/dataDisclosed/0/storage/0/aggregationFunction", "most".into()),
        ("/rightToComplain/supervisoryAuthority", Value::Null),
    ] {
        let mut document = good.clone();
        *document.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = bad;
        assert_ne!(errors(&document), [""; 0], "{path}");
    }
}

#[test]
fn every_notice_fits_the_schema_and_says_what_it_lost() {
    for folder in examples() {
        let reading = Reading::of_folder(&folder, "registry").unwrap();
        for tilt in tilts(&reading) {
            let mut found = errors(&tilt.document);
            let asked = tilt.gaps.iter().any(|gap| gap.to_string().contains("e-mail address"));
            // Only where the register has no address at all does an empty one stand in its place.
            found.retain(|error| !(asked && error.contains("\"\" is not a \"email\"")));
            assert_eq!(found, [""; 0], "{}", folder.display());
            assert!(!tilt.gaps.is_empty());
            assert!(!tilt.document.to_string().contains("[["), "a message is missing");
        }
    }
}

#[test]
fn the_example_is_told_in_tilt() {
    let reading = Reading::of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), "registry").unwrap();
    let tilt = tilts(&reading).into_iter().find(|tilt| tilt.document["meta"]["_id"] == "website").unwrap();
    let document = &tilt.document;
    let items = document["dataDisclosed"].as_array().unwrap();
    let billing = items.iter().find(|item| item["category"] == "billing details").unwrap();
    assert!(billing["legalBases"].as_array().unwrap().iter().any(|basis| basis["reference"] == "GDPR-6-1-c"));
    assert!(items.iter().all(|item| !item["purposes"].as_array().unwrap().is_empty()), "each item has a purpose");
    assert!(items.iter().any(|item| item["storage"][0]["temporal"][0]["ttl"] == "P6Y"));
    let us = document["thirdCountryTransfers"].as_array().unwrap().iter().find(|one| one["country"] == "US").unwrap();
    assert_eq!(us["standardDataProtectionClause"]["available"], true);
    assert_eq!(document["rightToComplain"]["available"], true);
    let gaps: Vec<String> = tilt.gaps.iter().map(ToString::to_string).collect();
    assert!(
        gaps.iter().any(|gap| gap.contains("Article 21")) && gaps.iter().any(|gap| gap.contains("groups")),
        "{gaps:?}"
    );
}

#[test]
fn nothing_at_all_fits_too_and_what_comes_out_can_go_in() {
    let mut loaded = Loaded::default();
    loaded.add("notices.toml", "[n]\ntitle = \"N\"\n".to_owned());
    let reading = Reading::of_loaded(loaded);
    let mut found = errors(&tilts(&reading).remove(0).document);
    found.retain(|error| !error.contains("\"\" is not a \"email\""));
    assert_eq!(found, [""; 0]);
    for folder in examples() {
        for tilt in tilts(&Reading::of_folder(&folder, "registry").unwrap()) {
            let draft = import::tilt::read(&tilt::text(&tilt.document), "out.json");
            assert!(draft.account.as_ref().unwrap().left_out.is_empty());
            super::again::files(draft);
        }
    }
}

#[test]
fn the_command_writes_a_notice_and_tells_the_gaps() {
    let folder = tempdir().unwrap();
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let registry = registry.to_str().unwrap();
    let ran = ropa(folder.path(), &["export", "tilt", "--registry", registry, "--notice", "website"]).done();
    assert!(ran.err.contains("TILT has no place for"), "{}", ran.err);
    let text = fs::read_to_string(folder.path().join("website.tilt.json")).unwrap();
    assert_eq!(errors(&serde_json::from_str(&text).unwrap()), [""; 0]);
    ropa(folder.path(), &["export", "tilt", "--registry", registry]).refused("name one with --notice");
    ropa(folder.path(), &["export", "tilt", "--registry", registry, "--notice", "websit"])
        .refused("did you mean `website`?");
}
