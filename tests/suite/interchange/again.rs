//! What holds for every import of a file that is no register of ours.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
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
pub fn listing(folder: &Path) -> BTreeMap<String, String> {
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

/// What people do to a file between two imports.
#[derive(Debug, Clone)]
enum Edit {
    Insert(Index, String),
    Remove(Index, usize),
    Delete,
    /// A record of their own beside it.
    Add,
}

impl Edit {
    fn make(&self, file: &Path) {
        let Ok(text) = fs::read_to_string(file) else { return };
        let mut letters: Vec<char> = text.chars().collect();
        match self {
            Edit::Insert(at, new) => {
                let at = at.index(letters.len() + 1);
                letters.splice(at..at, new.chars());
            }
            Edit::Remove(at, length) => {
                let at = at.index(letters.len() + 1);
                letters.drain(at..(at + length).min(letters.len()));
            }
            Edit::Delete => return fs::remove_file(file).unwrap(),
            Edit::Add => return fs::write(file.with_file_name("our-own.toml"), "# Ours.\n").unwrap(),
        }
        fs::write(file, String::from_iter(letters)).unwrap();
    }
}

fn edits() -> impl Strategy<Value = Vec<(Index, Edit)>> {
    let edit = prop_oneof![
        4 => (any::<Index>(), "[a-zé0-9 \"'=\\[\\]#\n.-]{1,12}").prop_map(|(at, new)| Edit::Insert(at, new)),
        2 => (any::<Index>(), 1..20_usize).prop_map(|(at, length)| Edit::Remove(at, length)),
        2 => (any::<Index>(), "\n# Seen by us\\.\n").prop_map(|(at, new)| Edit::Insert(at, new)),
        1 => Just(Edit::Delete),
        1 => Just(Edit::Add),
    ];
    prop::collection::vec((any::<Index>(), edit), 1..4)
}

/// Edits files at random and imports again: every byte that stood in the folder stands there still. Either
/// nothing is written at all, or what was missing; what stays says the same as the import.
fn no_edit_is_lost(format: &str, (name, text): (&str, &str), made: &BTreeMap<String, String>) {
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    let said = |text: &String| text.parse::<toml::Table>().ok();
    let imported = TestRunner::new(config).run(&edits(), |edits| {
        let folder = tempdir().unwrap();
        let registry = folder.path().join("registry");
        fs::write(folder.path().join(name), text).unwrap();
        for (path, text) in made {
            fs::create_dir_all(registry.join(path).parent().unwrap()).unwrap();
            fs::write(registry.join(path), text).unwrap();
        }
        let paths: Vec<&String> = made.keys().collect();
        edits.iter().for_each(|(file, edit)| edit.make(&registry.join(paths[file.index(paths.len())])));
        let before = listing(&registry);
        let ran = ropa(folder.path(), &["import", format, name]);
        let after = listing(&registry);
        if ran.code != 0 {
            prop_assert_eq!(&before, &after);
            return Ok(());
        }
        for (path, text) in &before {
            prop_assert_eq!(after.get(path), Some(text));
        }
        for (path, text) in made.iter().filter(|(path, _)| *path != "registry.toml") {
            prop_assert_eq!(said(&after[path]), said(text), "{} says something else, and nobody was told", path);
        }
        Ok(())
    });
    imported.unwrap();
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
    no_edit_is_lost(format, (name, text), &made);
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
