//! What holds for every import of a file that is no register of ours.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ropa::diagnostic::human;
use ropa::import::{Account, Draft};
use ropa::load::Loaded;
use ropa::reading::Reading;
use tempfile::tempdir;

use crate::program::ropa;

/// The values of an account.
pub fn told(account: &Account) -> usize {
    account.placed + account.noted + account.left_out.len()
}

/// The files a draft makes, by path, which must make a registry that can be read.
pub fn files(draft: Draft) -> BTreeMap<String, String> {
    let judged = draft.judge(Loaded::default());
    let told: String = judged.diagnostics.iter().map(|one| human::render(one, &judged.sources, false)).collect();
    assert_eq!(told, "");
    let mut loaded = Loaded::default();
    let files: BTreeMap<String, String> =
        judged.files.iter().map(|(file, _)| (file.path.clone(), file.text.clone())).collect();
    files.iter().for_each(|(path, text)| loaded.add(path, text.clone()));
    assert_eq!(Reading::of_loaded(loaded).diagnostics, []);
    files
}

/// Everything in a folder, by path.
fn listing(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found.extend(listing(&entry.path()).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            found.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    found
}

/// Imports a file, edits what it made, and imports it again and again.
pub fn keeps_every_edit(format: &str, name: &str, text: &str) {
    let folder = tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join(name), text).unwrap();
    let dry = ropa(here, &["import", format, name, "--into", "registry", "--dry-run"]).done();
    assert!(!here.join("registry").exists() && dry.err.contains("Nothing was written"), "{}", dry.err);
    let first = ropa(here, &["import", format, name, "--into", "registry"]).done();
    assert!(first.out.contains("placed in fields") && first.err.contains("By hand:"), "{}{}", first.out, first.err);
    let made = listing(&here.join("registry"));
    let second = ropa(here, &["import", format, name]).done();
    assert!(second.out.contains("nothing to do"), "{}", second.out);
    assert_eq!(listing(&here.join("registry")), made);
    // Drafts lack much, and still are a registry: judged, and shown.
    assert!(ropa(here, &["check"]).code <= 1);
    let built = ropa(here, &["build", "--output", "output"]);
    assert!(built.code <= 1, "{}", built.err);
    // A comment and another layout say the same, and stay.
    let (path, before) = made.iter().find(|(path, _)| path.starts_with("activities/")).unwrap();
    fs::write(here.join("registry").join(path), format!("# Seen by us.\n{before}")).unwrap();
    let third = ropa(here, &["import", format, name]).done();
    assert!(third.out.contains("nothing to do"), "{}", third.out);
    // An edit of any record stops the import; nothing is written, not even what is missing.
    for (path, before) in made.iter().filter(|(path, _)| *path != "registry.toml") {
        let file = here.join("registry").join(path);
        let edited = format!("changed = 2026-01-02\n{before}");
        fs::write(&file, &edited).unwrap();
        let refused = ropa(here, &["import", format, name]).refused("would be replaced, and nothing was written");
        assert!(refused.err.contains(path.as_str()), "{}", refused.err);
        assert_eq!(fs::read_to_string(&file).unwrap(), edited);
        fs::write(&file, before).unwrap();
    }
    let settings = here.join("registry/registry.toml");
    fs::write(&settings, "title = \"Our own title\"\n").unwrap();
    ropa(here, &["import", format, name]).done();
    assert_eq!(fs::read_to_string(settings).unwrap(), "title = \"Our own title\"\n");
    let file = here.join("registry").join(path);
    fs::write(&file, format!("changed = 2026-01-02\n{before}")).unwrap();
    ropa(here, &["import", format, name, "--force"]).done();
    assert_eq!(fs::read_to_string(file).unwrap(), *before);
}
