//! `ropa export` of a generated registry in every format, beside what all of them do first: reading and
//! resolving the records, as `ropa show` does.
//!
//! ```console
//! cargo bench --bench export               # 10,000 activities
//! cargo bench --bench export -- 100000     # another size
//! ```
//!
//! Each export is a process of its own, so that its peak memory is its own too.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a benchmark stops at the first surprise")]

mod generate;
mod measure;

use std::path::Path;

use measure::{Figures, median, run};

const ROPA: &str = env!("CARGO_BIN_EXE_ropa");
const ROUNDS: usize = 3;
/// The floor, then the formats: what is asked for, and the file that is written.
const EXPORTS: [(&[&str], &str); 7] = [
    (&["show", "activities/activity-1"], ""),
    (&["export", "json"], "register.json"),
    (&["export", "csv"], "register-csv"),
    (&["export", "xlsx"], "register.xlsx"),
    (&["export", "ods"], "register.ods"),
    (&["export", "xlsx", "--profile", "article-30"], "article-30.xlsx"),
    (&["export", "html", "--profile", "article-30"], "article-30.html"),
];

fn main() {
    let size: usize = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let registry = folder.path().join("registry");
    let files = generate::registry(&registry, size);
    let registry = registry.to_str().expect("a plain path");
    println!("{size} activities in {files} files");
    let mut floor = None;
    for (command, file) in EXPORTS {
        let path = folder.path().join(file);
        let path_at = path.to_str().expect("a plain path");
        let place: &[&str] = if file.is_empty() { &[] } else { &["--out", path_at] };
        let arguments = [&["--registry", registry, "--as-of", "2026-11-22"], command, place].concat();
        let figures: Vec<Figures> = (0..ROUNDS).map(|_| run(ROPA, &arguments)).collect();
        let seconds = median(&figures, |figures| figures.wall);
        let memory = median(&figures, |figures| figures.peak_mib);
        let floor = *floor.get_or_insert(seconds);
        println!(
            "  {:<34} {seconds:>7.3} s  {memory:>6.0} MiB  {:>6.1} MB  {:>5.1} x reading",
            command.join(" "),
            bytes(&path) as f64 / 1e6,
            seconds / floor
        );
    }
}

/// The size of a file, or of the files in a folder.
fn bytes(path: &Path) -> u64 {
    match std::fs::read_dir(path) {
        Ok(files) => files.flatten().map(|file| bytes(&file.path())).sum(),
        Err(_) => std::fs::metadata(path).map_or(0, |file| file.len()),
    }
}
