//! Packs hold what they say, and nothing of anybody else.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use super::example;
use crate::building::listing;
use crate::program::ropa;

/// The files of a pack, without the bookkeeping of the folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = listing(folder).into_iter().filter(|(path, _)| !path.starts_with(".ropa"));
    all.filter_map(|(path, bytes)| Some((path, bytes?))).collect()
}

/// The files of an archive.
fn archived(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let count = archive.len();
    let entry = |at| {
        let mut entry = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(entry).collect()
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
    assert!(git.args(arguments).output().unwrap().status.success(), "{arguments:?}");
}

#[test]
fn an_authority_gets_everything_with_its_sum() {
    let folder = example();
    let here = folder.path();
    git(here, &["init", "-q"]);
    git(here, &["add", "."]);
    git(here, &["commit", "-q", "-m", "State"]);
    ropa(here, &["export", "pack", "--without-pdf", "--as-of", "2026-11-22"]).done();
    let pack = files(&here.join("authority-pack"));
    for path in [
        "README.txt",
        "SHA256SUMS",
        "csv/activities.csv",
        "csv/processors.csv",
        "csv/transfers.csv",
        "notices/index.html",
        "notices/website.html",
        "pack.json",
        "register.html",
        "register.json",
        "register.xlsx",
        "waivers.csv",
    ] {
        assert!(pack.contains_key(path), "{path}");
    }
    let mut sums = Command::new("sha256sum");
    sums.current_dir(here.join("authority-pack")).args(["--check", "--strict", "--quiet", "SHA256SUMS"]);
    let sums = sums.output().unwrap();
    assert!(sums.status.success(), "{}", String::from_utf8_lossy(&sums.stderr));
    let listed = String::from_utf8(pack["SHA256SUMS"].clone()).unwrap();
    assert_eq!(listed.lines().count(), pack.len() - 1);
    let about: serde_json::Value = serde_json::from_slice(&pack["pack.json"]).unwrap();
    assert_eq!((about["as-of"].as_str(), about["changed-since"].as_bool()), (Some("2026-11-22"), Some(false)));
    assert_eq!(about["commit"].as_str().map(str::len), Some(40));
    let inside: BTreeMap<String, Vec<u8>> =
        pack.iter().map(|(path, bytes)| (format!("authority-pack/{path}"), bytes.clone())).collect();
    assert!(archived(&here.join("authority-pack.zip")) == inside);

    // Before the notice takes effect, it is not among those in force.
    ropa(here, &["export", "pack", "--without-pdf", "--as-of", "2026-05-28", "--out", "early"]).done();
    let early = files(&here.join("early"));
    assert!(early.contains_key("notices/index.html") && !early.contains_key("notices/website.html"));

    // Once more, to another place: the same bytes. A change that was not committed is told.
    fs::write(here.join("registry/processors/new-one.toml"), "name = \"New one\"\n").unwrap();
    ropa(here, &["export", "pack", "--without-pdf", "--out", "changed"]).done();
    let changed: serde_json::Value = serde_json::from_slice(&files(&here.join("changed"))["pack.json"]).unwrap();
    assert_eq!(changed["changed-since"], true);
    fs::remove_file(here.join("registry/processors/new-one.toml")).unwrap();
    fs::create_dir(here.join("other")).unwrap();
    ropa(here, &["export", "pack", "--without-pdf", "--out", "other/authority-pack", "--as-of", "2026-11-22"]).done();
    assert!(files(&here.join("other/authority-pack")) == pack);
    let zips = ["authority-pack.zip", "other/authority-pack.zip"].map(|path| fs::read(here.join(path)).unwrap());
    assert!(zips[0] == zips[1]);
}

#[test]
fn without_typst_a_pack_says_what_to_do() {
    let folder = example();
    let ran = ropa(folder.path(), &["export", "pack", "--typst", "no-such-typst"]);
    let ran = ran.refused("no-such-typst");
    assert!(ran.err.contains("or leave the PDF out with --without-pdf"), "{}", ran.err);
    assert!(!folder.path().join("authority-pack").exists(), "{}", ran.err);
}

#[test]
#[ignore = "needs typst: tests/all runs it"]
fn a_pack_has_the_register_as_pdf() {
    let folder = example();
    ropa(folder.path(), &["export", "pack"]).done();
    let pack = files(&folder.path().join("authority-pack"));
    assert!(pack["register.pdf"].starts_with(b"%PDF-"));
    let about: serde_json::Value = serde_json::from_slice(&pack["pack.json"]).unwrap();
    let program = about["typesetter"].as_str().unwrap();
    assert!(program.starts_with("typst 0."), "{program}");
    let readme = String::from_utf8_lossy(&pack["README.txt"]);
    assert!(readme.contains(&format!("The PDF was set by {program}")), "{readme}");
}

#[test]
fn a_pack_says_what_the_records_lack_and_loses_nothing() {
    let folder = example();
    let here = folder.path();
    let long = format!("title = \"Long\"\nnote = \"{}\"\n", "long ".repeat(8_000));
    fs::write(here.join("registry/activities/long.toml"), long).unwrap();
    let ran = ropa(here, &["export", "pack", "--without-pdf"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    for words in [
        "register.ods is there instead of register.xlsx: XLSX cannot hold a text of",
        ": Long)",
        "requires `Purposes`, and it is empty",
    ] {
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
    let pack = files(&here.join("authority-pack"));
    assert!(pack.contains_key("register.ods") && !pack.contains_key("register.xlsx"));
    assert!(String::from_utf8_lossy(&pack["README.txt"]).contains("register.ods"));
    let ran = ropa(here, &["export", "pack", "--without-pdf", "--findings", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(found["findings"].as_array().unwrap().len() > 2);
    ropa(here, &["export", "pack", "--without-pdf", "--out", "-"]).refused("name the folder with --out");
}

#[test]
fn records_that_no_commit_holds_are_of_none() {
    let folder = example();
    let here = folder.path();
    git(here, &["init", "-q"]);
    fs::write(here.join("other.txt"), "other").unwrap();
    git(here, &["add", "other.txt"]);
    git(here, &["commit", "-q", "-m", "State"]);
    ropa(here, &["export", "pack", "--without-pdf"]).done();
    let about: serde_json::Value = serde_json::from_slice(&files(&here.join("authority-pack"))["pack.json"]).unwrap();
    assert_eq!(about["commit"], serde_json::Value::Null);
}

#[test]
fn a_client_gets_its_own_record_alone() {
    let folder = example();
    let here = folder.path();
    ropa(here, &["export", "client-pack", "--client", "library-association"]).done();
    let pack = files(&here.join("client-pack-library-association"));
    let mut all: String = pack.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    for (path, bytes) in &pack {
        if path.ends_with(".xlsx") {
            let path = here.join("client-pack-library-association").join(path);
            all.extend(archived(&path).values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()));
            assert!(bytes.starts_with(b"PK"));
        }
    }
    for words in ["Imaginary Library Association", "Example Cloud"] {
        assert!(all.contains(words), "{words}");
    }
    let readme = String::from_utf8_lossy(&pack["README.txt"]);
    let title = "Record of what Example Cloud Oy processes for Imaginary Library Association";
    assert!(readme.starts_with(title), "{readme}");
    // Nor what this program calls things.
    assert!(!all.contains("client-processing.") && !all.contains("Not filled"));
    let others = ["All customers of virtual servers", "Hosting customers with address", "Newsletter", "Payroll"];
    // What the register alone knows of our own officers stays there too.
    for words in others.into_iter().chain(["Authority told on", "Held by"]) {
        assert!(!all.contains(words), "{words}");
    }
    ropa(here, &["export", "client-pack", "--client", "library"]).refused("there is no client `library`");
}
