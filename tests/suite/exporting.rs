//! `ropa export`: files where they are asked for, whole or not at all.

mod packs;
mod tables;

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::building::copy;
use crate::program::ropa;

/// A folder with a copy of the example.
fn example() -> TempDir {
    let folder = tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &folder.path().join("registry"), false);
    folder
}

#[test]
fn files_go_where_they_are_asked_for() {
    let folder = example();
    let here = folder.path();
    assert_eq!(ropa(here, &["export", "json"]).done().out, "written: register.json\n");
    fs::create_dir(here.join("out")).unwrap();
    assert_eq!(ropa(here, &["export", "json", "--out", "out"]).done().out, "written: out/register.json\n");
    ropa(here, &["export", "json", "-o", "out/mine.json"]).done();
    let printed = ropa(here, &["export", "json", "--out", "-"]).done().out;
    for file in ["register.json", "out/register.json", "out/mine.json"] {
        assert_eq!(fs::read_to_string(here.join(file)).unwrap(), printed, "{file}");
    }
    for out in ["registry", "registry/out"] {
        ropa(here, &["export", "csv", "--out", out]).refused("inside the registry");
    }
    ropa(here, &["export", "html", "--out", "no/such/folder.html"]).refused("no/such/folder.html");
}

#[test]
fn a_register_with_mistakes_leaves_what_was_there() {
    let folder = example();
    let here = folder.path();
    fs::write(here.join("register.json"), "what was there").unwrap();
    fs::write(here.join("registry/activities/wrong.toml"), "title = 1\nnonsense = 2\n").unwrap();
    let ran = ropa(here, &["export", "json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("nonsense") && ran.err.contains("nothing was exported"), "{}", ran.err);
    assert_eq!(fs::read_to_string(here.join("register.json")).unwrap(), "what was there");
}

#[test]
fn a_part_says_that_it_is_one() {
    let folder = example();
    let here = folder.path();
    let page = ropa(here, &["export", "html", "--activities", "newsletter,a*", "--out", "-"]).done().out;
    assert!(page.contains("Only a part of the register"));
    let whole = ropa(here, &["export", "html", "--out", "-"]).done().out;
    assert!(!whole.contains("Only a part of the register"));
    let json = ropa(here, &["export", "json", "--activities", "newsletter", "--out", "-"]).done().out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["complete"], false);
    let kept: Vec<&String> = json["records"]["activities"].as_object().unwrap().keys().collect();
    assert_eq!(kept, ["newsletter"]);
    ropa(here, &["export", "html", "--activities", "newsleter"]).refused("did you mean `newsletter`?");
    ropa(here, &["export", "html", "--controller", "nobody"]).refused("there is no controller `nobody`");
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_mode_and_a_link_its_target() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = example();
    let here = folder.path();
    fs::write(here.join("mine.json"), "before").unwrap();
    fs::set_permissions(here.join("mine.json"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("mine.json", here.join("link.json")).unwrap();
    ropa(here, &["export", "json", "--out", "link.json"]).done();
    let mode = fs::metadata(here.join("mine.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(fs::read_to_string(here.join("mine.json")).unwrap().starts_with('{'));
    assert!(fs::symlink_metadata(here.join("link.json")).unwrap().is_symlink());
    ropa(here, &["export", "json", "--out", "/dev/null"]).done();
}
