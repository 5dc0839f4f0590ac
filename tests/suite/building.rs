//! `ropa build`: the same bytes for the same records, all or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::{TempDir, tempdir};

use crate::program::{Ran, ropa};
use crate::scaffold::started;

/// Every file below a folder, hidden ones too, with its bytes; folders have none.
pub fn listing(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, Option<Vec<u8>>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                found.insert(name.clone(), None);
                walk(&entry.path(), &format!("{name}/"), found);
            } else {
                found.insert(name, Some(fs::read(entry.path()).unwrap_or_default()));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found);
    found
}

/// What a build wrote for readers, without its bookkeeping.
fn pages(output: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    listing(output).into_iter().filter(|(path, _)| !path.starts_with(".ropa")).collect()
}

/// Copies a folder, its entries in one order or the other.
pub fn copy(from: &Path, to: &Path, backwards: bool) {
    fs::create_dir_all(to).unwrap();
    let mut entries: Vec<_> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    if backwards {
        entries.reverse();
    }
    for path in entries {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target, backwards);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// A folder with a copy of the example.
fn example(backwards: bool) -> TempDir {
    let folder = tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &folder.path().join("registry"), backwards);
    folder
}

fn threads(folder: &Path, number: &str) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_ropa"))
        .args(["build"])
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1780000000")
        .env("RAYON_NUM_THREADS", number)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn the_same_records_make_the_same_bytes() {
    let (one, other) = (example(false), example(true));
    threads(one.path(), "1").done();
    threads(other.path(), "4").done();
    let (one, other) = (pages(&one.path().join("output")), pages(&other.path().join("output")));
    assert!(one.len() > 20, "{}", one.len());
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(bytes == &other[path], "{path} differs");
    }
}

#[test]
fn the_second_build_has_nothing_to_write() {
    let folder = started();
    ropa(folder.path(), &["build"]).done();
    let before = listing(&folder.path().join("output"));
    let again = ropa(folder.path(), &["build"]).done();
    assert!(again.out.contains("(0 written, ") && again.out.contains(" 0 removed)"), "{}", again.out);
    assert_eq!(listing(&folder.path().join("output")), before);
}

#[test]
fn a_broken_record_stops_the_build_unless_it_may_not() {
    let folder = started();
    ropa(folder.path(), &["build"]).done();
    let output = folder.path().join("output");
    let before = listing(&output);
    fs::write(folder.path().join("registry/sources.toml"), "[leads]\nnmae = \"Leads\"\n").unwrap();
    let ran = ropa(folder.path(), &["build"]);
    assert_eq!((ran.code, listing(&output) == before), (1, true), "{}", ran.err);
    assert!(ran.err.contains("unknown-key") && ran.err.contains("nothing was written"), "{}", ran.err);

    let forced = ropa(folder.path(), &["build", "--despite-errors"]);
    assert_eq!(forced.code, 1, "{}", forced.err);
    assert!(forced.out.contains("written"), "{}", forced.out);
    assert!(listing(&output) != before);
}

#[test]
fn a_foreign_file_stops_the_build() {
    let folder = started();
    fs::create_dir_all(folder.path().join("output/public")).unwrap();
    fs::write(folder.path().join("output/public/index.html"), "mine").unwrap();
    ropa(folder.path(), &["build"]).refused("foreign file at output/public/index.html");
    assert_eq!(
        pages(&folder.path().join("output")),
        BTreeMap::from([("public".to_owned(), None), ("public/index.html".to_owned(), Some(b"mine".to_vec()))])
    );
}

#[test]
fn the_output_cannot_lie_in_the_registry() {
    let folder = example(false);
    let before = listing(folder.path());
    for output in ["registry", "registry/out", "registry/out/deep"] {
        ropa(folder.path(), &["build", "--output", output]).refused("inside the registry");
    }
    assert_eq!(listing(folder.path()), before);
}

#[test]
fn ids_that_collide_in_case_do_not_stop_a_build_despite_errors() {
    let folder = example(false);
    let systems = folder.path().join("registry/systems");
    fs::create_dir_all(&systems).unwrap();
    for name in ["twin.toml", "Twin.toml"] {
        fs::write(systems.join(name), "title = \"Twin\"\n").unwrap();
    }
    assert_eq!(ropa(folder.path(), &["build"]).code, 1);
    let run = ropa(folder.path(), &["build", "--despite-errors"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(folder.path().join("output/internal/systems/twin.html").exists());
}

#[test]
fn without_a_registry_nothing_is_built() {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["build"]).refused("ropa init");
    ropa(folder.path(), &["--registry", "nowhere", "build"]).refused("no registry at nowhere");
    assert!(listing(folder.path()).is_empty());
}

#[test]
fn a_theme_replaces_files_by_name() {
    let folder = started();
    let theme = folder.path().join("theme");
    fs::create_dir_all(theme.join("strings")).unwrap();
    fs::write(theme.join("strings/en.ftl"), "heading-rights = What you can ask of us\n").unwrap();
    fs::create_dir_all(theme.join("style")).unwrap();
    fs::write(theme.join("style/tables.css"), "table { color: red }\n").unwrap();
    fs::write(theme.join("style.css"), "body { color: black }\n").unwrap();
    fs::write(theme.join("README.md"), "Ours.\n").unwrap();
    ropa(folder.path(), &["build", "--theme", "theme"]).done();
    let output = folder.path().join("output/public");
    let style = fs::read_to_string(output.join("style.css")).unwrap();
    assert!(style.contains(":root") && style.contains("table { color: red }"), "{style}");
    assert!(!style.contains("overflow-x: auto") && style.ends_with("body { color: black }\n"), "{style}");
    let page = fs::read_to_string(output.join("privacy.html")).unwrap();
    assert!(page.contains("What you can ask of us") && !page.contains("Your rights</h2>"), "{page}");
    // Everything that the theme does not replace is as it was.
    assert!(page.contains("Who we are"), "{page}");
}

#[test]
fn a_theme_that_cannot_be_used_changes_nothing() {
    let folder = started();
    ropa(folder.path(), &["build"]).done();
    let before = listing(&folder.path().join("output"));
    for (file, text, words) in [
        ("templates/notise.html", "", "is no file of a theme"),
        ("script.js", "", "is no file of a theme"),
        ("templates/notice.html", "{% if %}", "error[template-syntax]"),
        ("templates/notice.html", "{{ nothing.at_all }}", "there is no variable `nothing`"),
        ("strings/en.ftl", "heading-rights = { $\n", "error[strings-syntax]"),
        ("templates/notice.html", "{{ t(key=\"no-such-message\") }}", "no-such-message"),
    ] {
        let theme = folder.path().join("theme");
        fs::create_dir_all(theme.join(file).parent().unwrap()).unwrap();
        fs::write(theme.join(file), text).unwrap();
        ropa(folder.path(), &["build", "--theme", "theme"]).refused(words);
        assert!(listing(&folder.path().join("output")) == before, "{file}");
        fs::remove_dir_all(theme).unwrap();
    }
    ropa(folder.path(), &["build", "--theme", "theme"]).refused("no theme at theme");
}
