use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Output, Pages, WriteError, build, everything, files, owned, put, summary};

const OLD: Pages = &[("public/a.html", "old a"), ("public/b.html", "old b"), ("stale/x/s.html", "s")];
const NEW: Pages = &[("public/a.html", "new a"), ("public/b.html", "new b"), ("public/c/d.html", "d")];

/// The state right after the journal was written: everything staged, nothing moved.
fn interrupted() -> TempDir {
    let dir = TempDir::new().unwrap();
    build(dir.path(), OLD);
    put(dir.path().join("public/mine.txt"), "mine");
    for (route, text) in NEW {
        put(dir.path().join(".ropa/staging").join(route), text);
    }
    put(
        dir.path().join(".ropa/journal.json"),
        r#"{
            "moves": ["public/a.html", "public/b.html", "public/c/d.html"],
            "removals": ["stale/x/s.html"],
            "manifest": ["public/a.html", "public/b.html", "public/c/d.html"]
        }"#,
    );
    dir
}

fn assert_completed(dir: &Path) {
    drop(Output::open(dir).unwrap());

    let mut pages = NEW.to_vec();
    pages.push(("public/mine.txt", "mine"));
    assert_eq!(files(dir), owned(&pages));
    assert!(!dir.join("stale").exists());
    assert!(!dir.join(".ropa/journal.json").exists());
    assert!(!dir.join(".ropa/staging").exists());
    assert_eq!(build(dir, NEW), summary(0, 3, 0));
    assert_eq!(build(dir, &[]), summary(0, 0, 3));
}

#[test]
fn every_step_of_the_move_can_be_the_last_one() {
    let steps: [fn(&Path); 7] = [
        |dir| {
            fs::rename(dir.join(".ropa/staging/public/a.html"), dir.join("public/a.html")).unwrap();
        },
        |dir| fs::create_dir(dir.join("public/c")).unwrap(),
        |dir| {
            for name in ["public/b.html", "public/c/d.html"] {
                fs::rename(dir.join(".ropa/staging").join(name), dir.join(name)).unwrap();
            }
        },
        |dir| fs::remove_file(dir.join("stale/x/s.html")).unwrap(),
        |dir| fs::remove_dir(dir.join("stale/x")).unwrap(),
        |dir| put(dir.join(".ropa/manifest.json.new"), "[\"torn"),
        |dir| {
            let manifest = r#"["public/a.html", "public/b.html", "public/c/d.html"]"#;
            put(dir.join(".ropa/manifest.json"), manifest);
        },
    ];
    for done in 0..=steps.len() {
        let dir = interrupted();
        for step in &steps[..done] {
            step(dir.path());
        }
        assert_completed(dir.path());
    }
}

#[test]
fn staging_without_a_journal_is_thrown_away() {
    let dir = interrupted();
    fs::rename(dir.path().join(".ropa/journal.json"), dir.path().join(".ropa/journal.json.new")).unwrap();

    let output = Output::open(dir.path()).unwrap();
    assert_eq!(fs::read_dir(dir.path().join(".ropa/staging")).unwrap().count(), 0);
    drop(output);

    let mut pages = OLD.to_vec();
    pages.push(("public/mine.txt", "mine"));
    assert_eq!(files(dir.path()), owned(&pages));
}

#[test]
fn staging_is_left_over_after_the_last_step() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), OLD);
    fs::create_dir_all(dir.path().join(".ropa/staging/public")).unwrap();

    assert_eq!(build(dir.path(), OLD), summary(0, 3, 0));
    assert!(!dir.path().join(".ropa/staging").exists());
}

#[test]
fn a_failed_move_is_completed_by_the_next_build() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), OLD);
    let output = Output::open(dir.path()).unwrap();
    for (route, text) in NEW {
        output.stage(route, text.as_bytes()).unwrap();
    }
    put(dir.path().join("public/c"), "in the way");

    let error = output.commit().unwrap_err();
    assert!(matches!(&error, WriteError::Foreign { path } if path.ends_with("public/c")), "{error}");
    assert!(dir.path().join(".ropa/staging/public/c/d.html").exists());
    assert!(dir.path().join("stale/x/s.html").exists());

    fs::remove_file(dir.path().join("public/c")).unwrap();
    put(dir.path().join("public/mine.txt"), "mine");
    assert_completed(dir.path());
}

#[test]
fn a_file_put_in_place_since_the_interruption_is_not_overwritten() {
    let dir = interrupted();
    put(dir.path().join("public/c/d.html"), "mine");

    assert!(matches!(Output::open(dir.path()), Err(WriteError::Foreign { .. })));
    assert_eq!(fs::read_to_string(dir.path().join("public/c/d.html")).unwrap(), "mine");

    fs::remove_file(dir.path().join("public/c/d.html")).unwrap();
    assert_completed(dir.path());
}

#[cfg(unix)]
#[test]
fn nothing_is_moved_through_a_link_in_the_staging_folder() {
    let dir = interrupted();
    let outside = TempDir::new().unwrap();
    put(outside.path().join("d.html"), "elsewhere");
    let link = dir.path().join(".ropa/staging/public/c");
    fs::remove_dir_all(&link).unwrap();
    std::os::unix::fs::symlink(outside.path(), &link).unwrap();

    assert!(matches!(Output::open(dir.path()), Err(WriteError::Link { path }) if path == link));
    assert!(outside.path().join("d.html").exists());
}

#[test]
fn damaged_bookkeeping_is_named_and_nothing_is_lost() {
    for name in ["manifest.json", "journal.json"] {
        for text in ["", "{", "[1]", "[\"../x\"]", r#"{"moves": [".ropa/lock"], "removals": [], "manifest": []}"#] {
            let dir = interrupted();
            put(dir.path().join(".ropa").join(name), text);
            let before = everything(dir.path());

            let error = Output::open(dir.path()).err().unwrap();

            assert!(matches!(&error, WriteError::Damaged { path, .. } if path.ends_with(name)), "{error}");
            assert!(error.to_string().contains("delete it, then remove the files"), "{error}");
            assert_eq!(everything(dir.path()), before);
        }
    }
}

#[test]
fn a_damaged_manifest_can_be_deleted() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), OLD);
    let manifest = dir.path().join(".ropa/manifest.json");
    put(&manifest, "{");
    let before = everything(dir.path());
    assert!(Output::open(dir.path()).is_err());
    assert_eq!(everything(dir.path()), before);

    fs::remove_file(manifest).unwrap();
    assert_eq!(build(dir.path(), OLD), summary(0, 3, 0));
    assert_eq!(build(dir.path(), &[]), summary(0, 0, 0));
    assert_eq!(files(dir.path()), owned(OLD));
}
