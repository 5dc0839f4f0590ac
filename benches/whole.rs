//! The whole job on generated registries, beside the floor: reading the same files, parsing them
//! with `toml`, writing the same bytes.
//!
//! ```console
//! cargo bench --bench whole                # 1,000 and 10,000 activities
//! cargo bench --bench whole -- 100000      # another size
//! ```
//!
//! Both run in turn, in the same folder, on the same files. Figures are medians; quote the ratios,
//! since machines are noisy. `TMPDIR=/dev/shm` keeps the disk out of it.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a benchmark stops at the first surprise")]

mod floor;
mod generate;
mod measure;

use std::path::Path;
use std::time::Instant;

use measure::{Figures, median, run};
use ropa::lint::Group;
use ropa::lint::levels::{Overrides, Target};
use ropa::lint::pass::judge;
use ropa::reading::Reading;
use ropa::record::settings::Level;

const ROPA: &str = env!("CARGO_BIN_EXE_ropa");

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000] } else { sizes };
    let start: Vec<Figures> = (0..21).map(|_| run(ROPA, &["--version"])).collect();
    println!("start-up: {:.1} ms", median(&start, |figures| figures.wall) * 1e3);
    for size in sizes {
        measure_size(size);
    }
}

fn measure_size(size: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let registry = folder.path().join("registry");
    let output = folder.path().join("output");
    let files = generate::registry(&registry, size);
    let rounds = if size > 20_000 { 3 } else { 5 };
    let at = |path: &Path| path.to_str().expect("a plain path").to_owned();
    let (registry_at, output_at) = (at(&registry), at(&output));
    let check = ["--registry", &registry_at, "check"];
    let build = ["--registry", &registry_at, "--as-of", "2026-11-22", "build", "--output", &output_at];

    let mut checks = Vec::new();
    let mut builds = Vec::new();
    let mut rebuilds = Vec::new();
    let mut parses = Vec::new();
    let mut floors = Vec::new();
    let mut pages = (0, 0);
    for _ in 0..rounds {
        let _ = std::fs::remove_dir_all(&output);
        builds.push(run(ROPA, &build));
        rebuilds.push(run(ROPA, &build));
        checks.push(run(ROPA, &check));
        let written = floor::bytes_of(&output);
        pages = (written.len(), written.iter().map(|(_, bytes)| bytes.len()).sum());
        let (parse, whole) = floor::run(&registry, &folder.path().join("floor"), &written);
        parses.push(parse);
        floors.push(whole);
    }
    let (parsing, linting) = lints(&registry, rounds);
    let wall = |figures: &Figures| figures.wall;
    let memory = |figures: &Figures| figures.peak_mib;
    let middle = |mut seconds: Vec<f64>| {
        seconds.sort_by(f64::total_cmp);
        seconds[seconds.len() / 2]
    };
    let (parse, floor) = (middle(parses), middle(floors));
    println!("\n{size} activities: {files} files, {} pages of {:.1} MB", pages.0, pages.1 as f64 / 1e6);
    let row = |name: &str, figures: &[Figures], floor: f64, of: &str| {
        let seconds = median(figures, wall);
        println!(
            "  {name:<18} {seconds:>7.3} s  {:>6.0} MiB  {:>5.2} x {of}",
            median(figures, memory),
            seconds / floor
        );
    };
    println!("  floor: read + parse {parse:.3} s; read + parse + write {floor:.3} s");
    println!("  all lints {linting:.3} s, {:.2} x parsing the records ({parsing:.3} s)", linting / parsing);
    row("check", &checks, parse, "(read + parse)");
    row("build", &builds, floor, "(read + parse + write)");
    row("build, unchanged", &rebuilds, median(&builds, wall), "build");
}

/// Seconds to parse the records, and seconds to run every lint over them, in turn.
fn lints(registry: &Path, rounds: usize) -> (f64, f64) {
    let everything = Overrides(Group::ALL.map(|group| (Target::Group(group), Level::Warn)).to_vec());
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let (mut parses, mut lints) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let loaded = ropa::load::load(registry, "registry").expect("a registry");
        let start = Instant::now();
        let records = ropa::parse::parse(&loaded);
        parses.push(start.elapsed().as_secs_f64());
        drop(records);
        let reading = Reading::of_loaded(loaded);
        let start = Instant::now();
        let verdict = judge(&reading, as_of, &everything);
        lints.push(start.elapsed().as_secs_f64());
        drop(verdict);
    }
    let middle = |mut seconds: Vec<f64>| {
        seconds.sort_by(f64::total_cmp);
        seconds[seconds.len() / 2]
    };
    (middle(parses), middle(lints))
}
