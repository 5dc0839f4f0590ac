//! The least that the job takes: read, parse with `toml`, write the same bytes. No records, no
//! checks, no sentences, no templates.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use rayon::prelude::*;

/// Every page that a build wrote.
pub fn bytes_of(output: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    files(output)
        .into_iter()
        .filter(|path| !path.components().any(|part| part.as_os_str() == ".ropa"))
        .map(|path| (path.strip_prefix(output).expect("below").to_owned(), fs::read(&path).expect("a page")))
        .collect()
}

/// Seconds to read and parse, and seconds with writing too.
pub fn run(registry: &Path, target: &Path, pages: &[(PathBuf, Vec<u8>)]) -> (f64, f64) {
    let _ = fs::remove_dir_all(target);
    let start = Instant::now();
    let tables: usize = files(registry)
        .par_iter()
        .map(|path| {
            let text = fs::read_to_string(path).expect("a record");
            toml::from_str::<toml::Table>(&text).expect("TOML").len()
        })
        .sum();
    let parsed = start.elapsed().as_secs_f64();
    assert!(tables > 0);
    for (path, _) in pages {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(target.join(parent)).expect("a folder");
        }
    }
    pages.par_iter().for_each(|(path, bytes)| fs::write(target.join(path), bytes).expect("a page"));
    (parsed, start.elapsed().as_secs_f64())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
