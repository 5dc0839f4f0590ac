//! The examples of the help texts run.

use std::fs;
use std::path::Path;
use std::process::Command;

use rust_xlsxwriter::Workbook;
use tempfile::tempdir;

use super::fixture;
use crate::program::ropa;

/// The files that the examples name.
fn files(folder: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Processing 2026").unwrap();
    for (column, (head, cell)) in (0..).zip([
        ("Business function", "Payroll"),
        ("Purpose of processing", "pay"),
        ("Retention schedule", "6 years"),
    ]) {
        sheet.write(0, column, head).unwrap();
        sheet.write(1, column, cell).unwrap();
    }
    workbook.save(folder.join("register.xlsx")).unwrap();
    fs::write(folder.join("activities.csv"), fixture("ministerio.csv")).unwrap();
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let registry = registry.to_str().unwrap();
    ropa(folder, &["export", "csv", "--profile", "register", "--registry", registry, "-o", "export"]).done();
    let cnil =
        ["export", "ods", "--profile", "cnil", "--registry", registry, "-o", "registre-traitement-simplifie.ods"];
    // What no record can fill is told.
    assert_eq!(ropa(folder, &cnil).code, 1);
}

#[test]
fn the_examples_of_the_help_texts_run() {
    let mut run = 0;
    for format in ["csv", "xlsx", "ods"] {
        let folder = tempdir().unwrap();
        let here = folder.path();
        files(here);
        let help = ropa(here, &["import", format, "--help"]).done().out;
        let examples = help.lines().map(str::trim).filter(|line| line.starts_with("ropa import "));
        for example in examples.filter(|line| !line.contains("--help")) {
            // What stands two spaces behind an example explains it. A dry run reads as much.
            let example = example.split("   ").next().unwrap().replacen("ropa", "\"$ROPA\"", 1);
            let dry = if example.contains("--dry-run") || example.contains("--show-map") { "" } else { " --dry-run" };
            let output = Command::new("sh")
                .args(["-c", &format!("{example}{dry}")])
                .env("ROPA", env!("CARGO_BIN_EXE_ropa"))
                .current_dir(here)
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(0), "{example}: {told}");
            run += 1;
        }
    }
    assert!(run >= 6, "{run}");
}

#[test]
fn a_map_is_printed_without_a_file() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    for name in ["register", "cnil", "ico", "garante", "plain"] {
        let map = ropa(here, &["import", "xlsx", "--show-map", name]).done().out;
        assert!(map.starts_with("title = "), "{map}");
    }
    ropa(here, &["import", "ods", "--show-map", "plan"]).refused("did you mean `plain`?");
    ropa(here, &["import", "xlsx"]).refused("<FILE>");
    ropa(here, &["import", "csv", "a.csv", "--show-map", "plain"]).refused("cannot be used with");
}
