//! `ropa diff` of a large registry in which little changed, beside `git diff` of the same.
//!
//! ```console
//! cargo bench --bench changes               # 10,000 activities, 20 changed
//! cargo bench --bench changes -- 100000     # another size
//! ```

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a benchmark stops at the first surprise")]

mod generate;
mod measure;

use std::fs;
use std::path::Path;
use std::process::Command;

use measure::{Figures, median, run};

const CHANGED: usize = 20;
const ROUNDS: usize = 5;

fn main() {
    let size: usize = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let registry = folder.path().join("registry");
    generate::registry(&registry, size);
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--message", "all"]);
    change(&registry.join("activities"));
    let (place, registry) = (folder.path().to_str().expect("a plain path"), registry.to_str().expect("a plain path"));
    println!("{size} activities, {CHANGED} changed in the work tree");
    let floor = figures("git", &["-C", place, "diff", "HEAD"]);
    let tree = figures(env!("CARGO_BIN_EXE_ropa"), &["diff", "--registry", registry]);
    git(folder.path(), &["commit", "--all", "--quiet", "--message", "some"]);
    let commits = figures(env!("CARGO_BIN_EXE_ropa"), &["diff", "--registry", registry, "HEAD~1", "HEAD"]);
    for (name, (seconds, memory)) in [("git diff", floor), ("ropa diff", tree), ("ropa diff, two commits", commits)] {
        println!("  {name:<22} {seconds:>7.3} s  {memory:>6.0} MiB  {:>5.1} x git diff", seconds / floor.0);
    }
}

/// Seconds and the peak of memory, medians.
fn figures(program: &str, arguments: &[&str]) -> (f64, f64) {
    let figures: Vec<Figures> = (0..ROUNDS).map(|_| run(program, arguments)).collect();
    (median(&figures, |one| one.wall), median(&figures, |one| one.peak_mib))
}

/// Gives some activities another owner and a purpose more.
fn change(activities: &Path) {
    let mut files: Vec<_> = files(activities);
    files.sort();
    let step = (files.len() / CHANGED).max(1);
    for path in files.iter().step_by(step).take(CHANGED) {
        let text = fs::read_to_string(path).expect("an activity");
        let more = "\n[purposes.another-one]\ntitle = \"do something that was not done before\"\n";
        fs::write(path, text + more).expect("a changed activity");
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-C"])
        .arg(folder)
        .args(arguments)
        .status()
        .expect("git runs");
    assert!(done.success(), "{arguments:?}");
}
