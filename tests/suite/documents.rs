//! The register as documents that leave the building: one HTML file, CommonMark, PDF.
//!
//! What they have to say is read from the TOML by the test itself, which knows nothing of the program's
//! own reading.

mod known;
mod markdown;
mod pdf;
mod single;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::site::Site;
use ropa::theme::Theme;

use known::Known;

/// Folders of registries below the repository: the example and the restated notices.
fn registries() -> Vec<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notices = std::fs::read_dir(top.join("tests/notices")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = notices.filter(|path| path.is_dir()).chain([top.join("registry")]).collect();
    folders.sort();
    assert!(folders.len() > 5, "{folders:?}");
    folders
}

fn read(folder: &Path) -> Reading {
    let reading = Reading::of_folder(folder, "registry").unwrap();
    assert!(!reading.is_broken(), "{:?}", reading.diagnostics);
    reading
}

fn of_files(files: &[(&str, &str)]) -> Reading {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path, (*text).to_owned());
    }
    Reading::of_loaded(loaded)
}

/// Makes something of a registry with the built-in theme on a fixed day.
fn made<T>(reading: &Reading, make: impl Fn(&Site<'_>) -> T) -> T {
    let theme = Theme::embedded("en").unwrap();
    let as_of = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let verdict = ropa::lint::pass::judge(reading, as_of, &Default::default());
    let site = Site { reading, theme: &theme, findings: &verdict.findings, as_of, single_page: false };
    let made = make(&site);
    assert_eq!(theme.strings().missing(), Vec::<String>::new());
    made
}

/// Letters and digits alone: what hyphens, line ends and markup cannot change.
fn squashed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Every activity has a part with its controllers and its time limits; `part` cuts it out of the document
/// by id and title.
fn assert_known(folder: &Path, part: impl Fn(&str, &str) -> String) {
    let known = Known::read(folder);
    assert!(!known.activities.is_empty());
    for activity in &known.activities {
        let text = squashed(&part(&activity.id, &activity.title));
        for (what, words) in activity.facts() {
            let found = text.contains(&squashed(words));
            assert!(found, "{}: the {what} `{words}` of {} is missing in {text}", folder.display(), activity.id);
        }
    }
}
