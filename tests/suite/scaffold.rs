//! `ropa init` and `ropa new`: what they write is right, and they never write over anything.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ropa::reading::Reading;
use ropa::record::Kind;
use tempfile::{TempDir, tempdir};

use crate::program::ropa;
use crate::schema::{errors, json_of};

/// A folder with a fresh registry in it.
pub fn started() -> TempDir {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["init"]).done();
    folder
}

/// Reads a registry that must have nothing wrong with it.
fn sound(registry: &Path) -> Reading {
    let reading = Reading::of_folder(registry, "registry").unwrap();
    assert_eq!(reading.diagnostics, [], "{}", registry.display());
    reading
}

/// Every file below a folder, hidden ones too, with its text.
fn contents(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.insert(format!("{name}/"), String::new());
            found.extend(contents(&path).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
    found
}

#[test]
fn a_new_registry_is_sound_and_has_something_of_everything() {
    let folder = started();
    let registry = sound(&folder.path().join("registry")).registry;
    assert_eq!((registry.activities.len(), registry.subject_groups.len(), registry.data_categories.len()), (2, 2, 3));
    assert_eq!((registry.controllers.len(), registry.processors.len(), registry.recipients.len()), (1, 1, 1));
    assert_eq!((registry.legal_bases.len(), registry.retention.len(), registry.security_measures.len()), (3, 2, 2));
    assert_eq!((registry.cookies.len(), registry.systems.len(), registry.notices.len()), (1, 1, 1));
    let unused: Vec<&str> = registry.retention.iter().map(|(_, entry)| entry.id.as_str()).collect();
    assert_eq!(unused, ["accounting-records", "server-logs"]);
}

#[test]
fn a_new_registry_gives_the_lints_nothing_to_say() {
    let ran = ropa(started().path(), &["check", "-W", "pedantic", "-D", "warnings"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn a_new_registry_bears_the_day_and_nothing_else_that_varies() {
    let (one, other) = (started(), started());
    let files = contents(one.path());
    assert_eq!(files, contents(other.path()));
    assert!(files["registry/notices/privacy.toml"].contains("updated   = 2026-05-28"));
    assert!(files.values().all(|text| !text.contains("2026-01-01")), "a date of the templates is left");
}

#[test]
fn init_leaves_a_folder_that_holds_something_alone() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("registry")).unwrap();
    fs::write(folder.path().join("registry/.keep"), "mine").unwrap();
    fs::write(folder.path().join("file"), "mine").unwrap();
    let before = contents(folder.path());
    ropa(folder.path(), &["init"]).refused("registry is not empty");
    ropa(folder.path(), &["init", "."]).refused("is not empty");
    ropa(folder.path(), &["init", "file"]).refused("file is a file");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn init_fills_an_empty_folder_and_creates_those_above_a_new_one() {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["init", "privacy/registry"]).done();
    sound(&folder.path().join("privacy/registry"));
    assert_eq!(fs::read_dir(folder.path().join("privacy")).unwrap().count(), 1, "nothing is left behind");

    let empty = tempdir().unwrap();
    ropa(empty.path(), &["init", "."]).done();
    sound(empty.path());
    let expected: Vec<String> = contents(&folder.path().join("privacy/registry")).into_keys().collect();
    assert_eq!(contents(empty.path()).into_keys().collect::<Vec<_>>(), expected);
}

#[test]
fn a_new_record_of_every_kind_is_sound() {
    let folder = started();
    let registry = folder.path().join("registry");
    let before = sound(&registry).registry.len();
    for kind in Kind::ALL {
        let id = format!("new-{}", kind.folder());
        let ran = ropa(folder.path(), &["new", kind.folder(), &id]).done();
        assert_eq!(ran.out.trim(), format!("registry/{}/{id}.toml", kind.folder()));
    }
    assert_eq!(sound(&registry).registry.len(), before + Kind::ALL.len());
}

#[test]
fn a_registry_of_stubs_alone_is_sound() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("registry")).unwrap();
    for kind in Kind::ALL {
        ropa(folder.path(), &["new", kind.schema_stem(), &format!("new-{}", kind.folder())]).done();
    }
    sound(&folder.path().join("registry"));
}

#[test]
fn the_examples_in_a_stub_are_right_too() {
    let folder = started();
    for kind in Kind::ALL {
        let id = format!("new-{}", kind.folder());
        let path = folder.path().join(ropa(folder.path(), &["new", kind.folder(), &id]).done().out.trim());
        let stub = fs::read_to_string(&path).unwrap();
        // Explanations begin with `# `, keys with the bare sign.
        let lines = stub.lines().map(|line| line.strip_prefix('#').filter(|key| !key.starts_with(' ')).unwrap_or(line));
        let text = lines.collect::<Vec<_>>().join("\n");
        let record = json_of(&text);
        assert!(record.as_object().unwrap().len() >= 6, "{kind:?}: {record}");
        assert_eq!(errors(&format!("{}.schema.json", kind.schema_stem()), &record), [""; 0], "{kind:?}");
        fs::write(&path, text).unwrap();
    }
    // Only what the examples refer to is not there.
    let reading = Reading::of_folder(&folder.path().join("registry"), "registry").unwrap();
    assert_eq!(
        reading.diagnostics.iter().filter(|found| found.name != "unknown-reference").collect::<Vec<_>>(),
        [] as [&ropa::diagnostic::Diagnostic; 0]
    );
}

#[test]
fn an_id_that_is_taken_is_refused_with_its_place() {
    let folder = started();
    ropa(folder.path(), &["new", "source", "list-broker"]).done();
    let before = contents(folder.path());
    for (kind, id, words) in [
        ("activity", "accounts", "taken by an activity at registry/activities/accounts.toml:1"),
        ("system", "customer-database", "taken by a system at registry/systems.toml:3"),
        ("controller", "hosting-provider", "taken by a processor at registry/processors/hosting-provider.toml:1"),
        ("source", "tax-authority", "taken by a recipient at registry/recipients.toml:3"),
        ("recipient", "list-broker", "share one space of ids"),
        ("source", "observed", "reserved word"),
        ("notice", "index", "`index.html`"),
        ("processor", "Mail_Provider", "write `mail-provider`"),
        ("processor", "../mail", "cannot be an id"),
        ("procesors", "mail", "did you mean `processors`?"),
    ] {
        ropa(folder.path(), &["new", kind, id]).refused(words);
    }
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_file_that_cannot_be_read_is_not_written_over() {
    let folder = started();
    let path = folder.path().join("registry/sources");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("leads.toml"), [0xff, 0xfe]).unwrap();
    ropa(folder.path(), &["new", "source", "leads"]).refused("registry/sources/leads.toml exists already");
    assert_eq!(fs::read(path.join("leads.toml")).unwrap(), [0xff, 0xfe]);
}

#[test]
fn without_a_registry_there_is_nothing_to_add_to() {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["new", "source", "leads"]).refused("ropa init");
    ropa(folder.path(), &["--registry", "nowhere", "new", "source", "leads"]).refused("no registry at nowhere");
    assert!(contents(folder.path()).is_empty());
}
