//! Registers from spreadsheets.

mod cells;
mod edits;
mod examples;
mod exports;
mod hostile;
mod layouts;
mod maps;
mod ministry;
mod random;
mod round;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ropa::import::sheets::{self, Book, Held, Map, Summary};
use ropa::import::{Draft, Judged, Standing};
use ropa::load::Loaded;
use ropa::source::Sources;

/// An empty folder.
pub fn nothing() -> Loaded {
    Loaded { sources: Sources::new("registry"), ..Loaded::default() }
}

/// A sheet of text.
pub fn book(text: &str) -> Book {
    let mut book = Book::default();
    sheets::add_csv(&mut book, text.as_bytes(), "sheet").unwrap();
    book
}

/// What a book becomes among the records of a folder, with the map that fits it best.
pub fn drafted(book: Book, folder: &Loaded) -> (Draft, Summary) {
    let (_, map) = sheets::choose(&book).unwrap();
    sheets::read(book, "file", &map, &Held::of(folder))
}

/// The same with a map of the program.
pub fn mapped(book: Book, map: &str, folder: &Loaded) -> (Draft, Summary) {
    sheets::read(book, "file", &Map::ready(map).unwrap(), &Held::of(folder))
}

/// The texts that an import makes, by path; nothing may be wrong with them.
pub fn files(judged: &Judged) -> BTreeMap<String, String> {
    assert!(!judged.is_broken(), "{:?}", messages(judged));
    judged.files.iter().map(|(file, _)| (file.path.clone(), file.text.clone())).collect()
}

/// The messages of an import.
pub fn messages(judged: &Judged) -> Vec<String> {
    judged.diagnostics.iter().map(|one| format!("{}: {}", one.name, one.message)).collect()
}

/// A folder with these files.
pub fn loaded(files: &BTreeMap<String, String>) -> Loaded {
    let mut loaded = nothing();
    files.iter().for_each(|(path, text)| loaded.add(path, text.clone()));
    loaded
}

/// How many files stand how.
pub fn standing(judged: &Judged, of: Standing) -> usize {
    judged.standing(of).count()
}

/// Every cell is somewhere, and in one place only.
pub fn account(summary: &Summary) {
    let tally = &summary.tally;
    let told = summary.heads + tally.placed + tally.noted() + tally.elsewhere + tally.nothing + tally.outside.len();
    assert_eq!(told, summary.cells, "{summary:?}");
}

/// A fixture.
pub fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name)).unwrap()
}
