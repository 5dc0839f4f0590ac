mod interruption;
mod refusal;
mod removal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::TempDir;

use super::{Output, Summary, WriteError};

type Pages<'a> = &'a [(&'a str, &'a str)];

fn summary(written: usize, unchanged: usize, removed: usize) -> Summary {
    Summary { written, unchanged, removed }
}

fn try_build(dir: &Path, pages: Pages) -> Result<Summary, WriteError> {
    let output = Output::open(dir)?;
    for (route, text) in pages {
        output.stage(route, text.as_bytes())?;
    }
    output.commit()
}

fn build(dir: &Path, pages: Pages) -> Summary {
    try_build(dir, pages).unwrap()
}

fn put(path: impl AsRef<Path>, text: &str) {
    fs::create_dir_all(path.as_ref().parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Every file, folder and link below `dir`, with the text of the files. The lock is no content.
fn everything(dir: &Path) -> BTreeMap<PathBuf, Option<String>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            let text = kind.is_file().then(|| fs::read_to_string(&path).unwrap());
            if kind.is_dir() {
                folders.push(path.clone());
            }
            found.insert(path.strip_prefix(dir).unwrap().to_owned(), text);
        }
    }
    found.remove(Path::new(".ropa/lock"));
    found
}

/// The files outside the bookkeeping.
fn files(dir: &Path) -> Vec<(String, String)> {
    everything(dir)
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".ropa"))
        .filter_map(|(path, text)| Some((path.to_str().unwrap().replace('\\', "/"), text?)))
        .collect()
}

fn owned(pages: Pages) -> Vec<(String, String)> {
    let mut pages: Vec<_> = pages.iter().map(|(route, text)| ((*route).to_owned(), (*text).to_owned())).collect();
    pages.sort();
    pages
}

#[test]
fn writes_pages_and_a_sorted_manifest() {
    let temp = TempDir::new().unwrap();
    let dir = temp.path().join("new/output");
    let pages = [("public/b/c.html", "c"), ("public/a.html", "a"), ("internal/i.html", "")];

    assert_eq!(build(&dir, &pages), summary(3, 0, 0));

    assert_eq!(files(&dir), owned(&pages));
    let manifest: Vec<String> = serde_json::from_slice(&fs::read(dir.join(".ropa/manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest, ["internal/i.html", "public/a.html", "public/b/c.html"]);
    let mut books: Vec<_> = fs::read_dir(dir.join(".ropa")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    books.sort();
    assert_eq!(books, ["lock", "manifest.json"]);
}

#[test]
fn an_unchanged_build_writes_nothing() {
    let dir = TempDir::new().unwrap();
    let pages = [("public/a.html", "a"), ("public/b/c.html", "c")];
    build(dir.path(), &pages);
    let past = SystemTime::UNIX_EPOCH;
    let watched = ["public/a.html", "public/b/c.html", ".ropa/manifest.json"].map(|name| dir.path().join(name));
    for path in &watched {
        fs::File::options().write(true).open(path).unwrap().set_modified(past).unwrap();
    }

    assert_eq!(build(dir.path(), &pages), summary(0, 2, 0));

    for path in &watched {
        assert_eq!(fs::metadata(path).unwrap().modified().unwrap(), past, "{}", path.display());
    }
}

#[test]
fn a_changed_page_leaves_its_neighbours_alone() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "old"), ("public/b.html", "b")]);

    let pages = [("public/a.html", "new"), ("public/b.html", "b"), ("public/c/d.html", "d")];
    assert_eq!(build(dir.path(), &pages), summary(2, 1, 0));

    assert_eq!(files(dir.path()), owned(&pages));
}

#[test]
fn pages_are_staged_from_many_threads() {
    let dir = TempDir::new().unwrap();
    let output = Output::open(dir.path()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let output = &output;
            scope.spawn(move || {
                for page in 0..100 {
                    output.stage(&format!("public/{}/{thread}-{page}.html", page % 7), b"page").unwrap();
                }
            });
        }
    });

    assert_eq!(output.commit().unwrap(), summary(400, 0, 0));
    assert_eq!(files(dir.path()).len(), 400);
}

#[test]
fn a_dropped_build_changes_nothing() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &[("public/a.html", "old"), ("public/b.html", "b")]);
    let before = everything(dir.path());

    let output = Output::open(dir.path()).unwrap();
    output.stage("public/a.html", b"new").unwrap();
    output.stage("public/c/d.html", b"d").unwrap();
    drop(output);

    assert_eq!(everything(dir.path()), before);
}
