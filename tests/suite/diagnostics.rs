//! Each hard diagnostic as people read it: `tests/fixtures/diagnostics/NAME.md` holds the files of
//! a registry and the whole report that they yield.
//!
//! `UPDATE=1 cargo test diagnostics` writes the reports anew; read the difference before you keep it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ropa::diagnostic::human;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::source::Sources;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diagnostics")
}

/// The files of a case, and the report that stands at its end.
fn parts(case: &str) -> (Vec<(String, String)>, String) {
    let mut files = Vec::new();
    let mut rest = case;
    while let Some(at) = rest.find("\n```toml\n") {
        let name = rest[..at].trim_end().rsplit('\n').next().expect("a name").trim_matches('`').to_owned();
        let body = &rest[at + 9..];
        let end = body.find("```").expect("the block ends");
        files.push((name, body[..end].to_owned()));
        rest = &body[end..];
    }
    let start = rest.find("\n```text\n").expect("a report") + 9;
    let end = rest[start..].rfind("```").expect("the report ends") + start;
    (files, rest[start..end].to_owned())
}

/// Everything that reading these files finds, in order.
fn reading(files: &[(String, String)]) -> Reading {
    let mut loaded = Loaded { sources: Sources::new("registry"), ..Loaded::default() };
    for (path, text) in files {
        loaded.add(path, text.clone());
    }
    Reading::of_loaded(loaded)
}

#[test]
fn every_report_reads_as_written() {
    let update = std::env::var_os("UPDATE").is_some();
    for entry in fs::read_dir(folder()).expect("the cases") {
        let path = entry.expect("a case").path();
        let case = fs::read_to_string(&path).expect("text");
        let (files, expected) = parts(&case);
        let reading = reading(&files);
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        assert!(reading.diagnostics.iter().any(|one| one.name == name), "{name} is not reported");
        let report: String =
            reading.diagnostics.iter().map(|one| human::render(one, &reading.sources, false) + "\n\n").collect();
        let report = report.trim_end().to_owned() + "\n";
        if update {
            let start = case.rfind("\n```text\n").expect("a report") + 9;
            fs::write(&path, format!("{}{report}```\n", &case[..start])).expect("the case is written");
        } else {
            assert_eq!(report, expected, "{name}");
        }
    }
}

#[test]
fn every_name_has_a_case() {
    // Problems of whole files need a real folder or a repository; `hostile` and `history` have them.
    let elsewhere = ["symbolic-link", "submodule", "file-too-large", "not-utf-8", "unreadable-file"];
    let mut names = BTreeSet::new();
    for file in ["load", "parse", "decode", "decode/decoder", "parse/identity", "resolve/lookup", "resolve/rows"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{file}.rs"));
        let text = fs::read_to_string(path).expect("a source file");
        for after in text.split("Diagnostic::error(").skip(1) {
            if let Some(name) = after.trim_start().strip_prefix('"') {
                names.insert(name.split('"').next().unwrap_or_default().to_owned());
            }
        }
    }
    assert!(names.len() > 12, "{names:?}");
    for name in names.iter().filter(|name| !elsewhere.contains(&name.as_str())) {
        assert!(folder().join(format!("{name}.md")).exists(), "{name} has no case");
    }
}
