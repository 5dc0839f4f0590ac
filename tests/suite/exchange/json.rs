//! The registry as JSON and back: nothing is lost, nothing is made up.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use jsonschema::Validator;
use ropa::export::json;
use ropa::import::{self, Judged, Standing};
use ropa::lint::levels::Overrides;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::record::Kind;
use ropa::source::Sources;
use ropa::theme::Theme;
use ropa::{diagnostic, lint, site::Site};
use serde_json::Value;
use tempfile::tempdir;

use crate::program::ropa;
use crate::schema::json_of;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = json::schema();
    assert_eq!(jsonschema::draft202012::meta::validate(&schema).map_err(|error| error.to_string()), Ok(()));
    jsonschema::draft202012::new(&schema).expect("a schema")
});

/// What the schema has against an export.
pub fn errors(export: &Value) -> Vec<String> {
    VALIDATOR.iter_errors(export).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The example and the registries of the five notices.
fn examples() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notices = fs::read_dir(here.join("tests/notices")).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = notices.filter(|path| path.is_dir()).chain([here.join("registry")]).collect();
    all.sort();
    assert_eq!(all.len(), 6);
    all
}

fn read(folder: &Path) -> Reading {
    Reading::of_folder(folder, "registry").unwrap()
}

/// The whole registry as text.
pub fn exported(sources: &Sources) -> String {
    json::text(sources, |_, _| true).unwrap()
}

/// An empty folder.
fn nothing() -> Loaded {
    Loaded { sources: Sources::new("registry"), ..Loaded::default() }
}

/// Imports a text into an empty folder.
pub fn imported(text: &str) -> Judged {
    import::json::read(text, "export.json").judge(nothing())
}

/// The files that an import makes, which must have nothing wrong with them.
pub fn files(judged: &Judged) -> Loaded {
    assert_eq!(report(judged), "");
    let mut loaded = nothing();
    for (file, standing) in &judged.files {
        assert_eq!(*standing, Standing::New);
        loaded.add(&file.path, file.text.clone());
    }
    loaded
}

/// What is wrong, as people read it.
pub fn report(judged: &Judged) -> String {
    let told = judged.diagnostics.iter().map(|one| diagnostic::human::render(one, &judged.sources, false) + "\n\n");
    told.collect()
}

/// Everything that was understood, without the places where it stands.
pub fn understood(reading: &Reading) -> String {
    let text = format!("{:?}", reading.registry);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // A place has a file in it, which has no braces.
        rest = &rest[rest.find('}').unwrap() + 1..];
    }
    out + rest
}

/// Public and internal pages by route, without the lines of files and of findings, which moved.
fn pages(reading: &Reading) -> BTreeMap<String, Vec<u8>> {
    static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::embedded("en").unwrap());
    let as_of = NaiveDate::from_ymd_opt(2026, 5, 28).unwrap();
    let site = Site { reading, theme: &THEME, findings: &[], as_of, single_page: false };
    let pages = std::sync::Mutex::new(BTreeMap::new());
    site.render(&|route, bytes| {
        // Workbooks name lines too, inside of their archives; they are made of what is compared here.
        let bytes = if route.starts_with("internal/downloads/") { Vec::new() } else { bytes.to_vec() };
        pages.lock().unwrap().insert(route.to_owned(), bytes);
        Ok(())
    })
    .unwrap();
    pages.into_inner().unwrap()
}

/// A page without the numbers of lines, which have moved.
fn without_lines(page: &[u8]) -> String {
    let text = String::from_utf8_lossy(page);
    let without = |text: &str, before: &str| {
        let mut parts = text.split(before);
        let first = parts.next().unwrap_or_default().to_owned();
        let number = |c: char| c.is_ascii_digit() || matches!(c, ':' | '#' | 'L');
        parts.fold(first, |out, part| out + before + part.trim_start_matches(number))
    };
    without(&without(&text, ".toml"), "line ")
}

#[test]
fn the_examples_come_back_as_they_were() {
    for folder in examples() {
        let before = read(&folder);
        let text = exported(&before.sources);
        let loaded = files(&imported(&text));
        let mut after = Reading::of_loaded(loaded);
        assert_eq!(after.diagnostics, []);
        // What notices said before is no part of the register, and stays behind.
        after.archive = before.archive.clone();
        assert!(exported(&after.sources) == text, "{}: another export", folder.display());
        let name = folder.file_name().unwrap();
        let paths = |reading: &Reading| -> Vec<String> {
            let mut paths: Vec<String> = reading.sources.iter().map(|(_, source)| source.path.clone()).collect();
            paths.sort();
            paths
        };
        let with_readme = paths(&before).into_iter().filter(|path| path.ends_with(".toml")).collect::<Vec<_>>();
        assert_eq!(paths(&after), with_readme, "{name:?}");
        assert!(understood(&before) == understood(&after), "{name:?}: another registry");
        let (before, after) = (pages(&before), pages(&after));
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{name:?}");
        for (route, page) in &before {
            let same = if route.starts_with("public/") {
                page == &after[route]
            } else {
                without_lines(page) == without_lines(&after[route])
            };
            if !same {
                let (one, other) = (without_lines(page), without_lines(&after[route]));
                let at = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
                let around = |text: &str| text.chars().skip(at.saturating_sub(120)).take(240).collect::<String>();
                panic!("{name:?}: {route} is another page\n{}\n{}", around(&one), around(&other));
            }
        }
    }
}

#[test]
fn exports_fit_their_schema_and_hold_every_value() {
    for folder in examples() {
        let reading = read(&folder);
        let export: Value = serde_json::from_str(&exported(&reading.sources)).unwrap();
        assert_eq!(errors(&export), [""; 0], "{}", folder.display());
        // Another reader of TOML sees the same in every file.
        let mut records = 0;
        for (_, source) in reading.sources.iter().filter(|(_, source)| source.path.ends_with(".toml")) {
            let file = json_of(&source.text);
            match source.path.split_once('/') {
                None if source.path == "registry.toml" => assert_eq!(export["settings"], file),
                None => {
                    let kind = source.path.trim_end_matches(".toml");
                    for (id, record) in file.as_object().unwrap() {
                        assert_eq!(export["records"][kind][id]["record"], *record, "{kind}/{id}");
                        assert_eq!(export["records"][kind][id]["file"], source.path.as_str());
                        records += 1;
                    }
                }
                Some((kind, rest)) => {
                    let id = rest.rsplit('/').next().unwrap().trim_end_matches(".toml");
                    assert_eq!(export["records"][kind][id]["record"], file, "{}", source.path);
                    assert_eq!(export["records"][kind][id]["file"], source.path.as_str());
                    records += 1;
                }
            }
        }
        let kinds = export["records"].as_object().unwrap().values();
        assert_eq!(kinds.map(|kind| kind.as_object().unwrap().len()).sum::<usize>(), records);
        assert_eq!(reading.registry.len(), records);
    }
}

#[test]
fn what_does_not_fit_is_told_by_the_schema() {
    let reading = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"));
    let good: Value = serde_json::from_str(&exported(&reading.sources)).unwrap();
    let wrong = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = value;
        errors(&bad).join("\n")
    };
    for (pointer, value, words) in [
        ("/format", "ropa-registry/2".into(), "/format"),
        ("/complete", "yes".into(), "/complete"),
        ("/records", Value::Null, "/records"),
        ("/records/systems", serde_json::json!({ "A B": { "record": { "title": "x" } } }), "/records/systems"),
        ("/records/systems", serde_json::json!({ "a": { "title": "x" } }), "/records/systems"),
        ("/records/systems", serde_json::json!({ "a": { "record": { "title": "x", "x": 1 } } }), "'x' was unexpected"),
        ("/records/systems", serde_json::json!({ "a": { "record": { "title": "x" }, "file": "../a.toml" } }), "file"),
        (
            "/records/systems",
            serde_json::json!({ "a": { "record": { "title": "x" }, "file": "cookies.toml" } }),
            "file",
        ),
        ("/records/systems", serde_json::json!({ "a": { "record": { "title": "x", "countries": ["XX"] } } }), "XX"),
        ("/records/controllers/example-cloud/record/changed", "yesterday".into(), "changed"),
        ("/records/controllers/example-cloud/record/staff", "many".into(), "staff"),
        ("/settings/title", 1.into(), "/settings/title"),
    ] {
        let found = wrong(pointer, value);
        assert!(found.contains(words), "{pointer}: `{words}` is not in: {found}");
    }
    assert!(!errors(&serde_json::json!({ "format": json::FORMAT })).is_empty());
    assert!(!errors(&serde_json::json!({ "format": json::FORMAT, "records": {}, "else": 1 })).is_empty());
    assert_eq!(errors(&serde_json::json!({ "format": json::FORMAT, "records": {} })), [""; 0]);
}

#[test]
fn a_selection_says_that_it_is_one() {
    let reading = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"));
    let whole = json::registry(&reading.sources, |_, _| true).unwrap();
    assert_eq!(whole["complete"], true);
    let some = json::registry(&reading.sources, |kind, id| kind != Kind::Activity || id == "billing").unwrap();
    assert_eq!(some["complete"], false);
    assert_eq!(some["records"]["activities"].as_object().unwrap().keys().collect::<Vec<_>>(), ["billing"]);
    assert_eq!(some["records"]["systems"], whole["records"]["systems"]);
    assert_eq!(errors(&some), [""; 0]);
    assert!(import::json::read(&some.to_string(), "x").partial);
}

#[test]
fn a_registry_with_mistakes_is_not_exported() {
    let mut sources = Sources::new("registry");
    sources.add("activities/a.toml", "title = ");
    let failure = json::text(&sources, |_, _| true).unwrap_err().to_string();
    assert!(failure.contains("activities/a.toml") && failure.contains("ropa check"), "{failure}");
    // Nothing else stops it, whatever it is given.
    for text in ["a = 1", "[a]\nb = 99999999999999999999", "[a]\nx = nan\ny = 12:00:00\nz = [[], {}]"] {
        let mut sources = Sources::new("registry");
        sources.add("systems.toml", text);
        assert!(json::text(&sources, |_, _| true).is_ok(), "{text}");
    }
}

#[test]
fn the_written_files_look_as_if_people_had_written_them() {
    let reading = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"));
    let judged = imported(&exported(&reading.sources));
    // What nobody commented or aligned in a way of their own comes back letter by letter.
    let plain = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(|line| line.split("  #").next().unwrap().trim_end().to_owned()).collect()
    };
    let (mut same, mut all) = (0, 0);
    for (file, _) in &judged.files {
        let (_, before) = reading.sources.iter().find(|(_, source)| source.path == file.path).unwrap();
        let written = plain(&file.text);
        all += written.len();
        same += plain(&before.text).iter().filter(|line| written.contains(line)).count();
        assert!(file.text.ends_with('\n') && !file.text.contains("\n\n\n"), "{}", file.path);
    }
    assert!(same * 100 > all * 90, "{same} of {all} lines are as they were");
}

#[test]
fn the_lints_find_the_same() {
    let names = |reading: &Reading| -> Vec<String> {
        let as_of = NaiveDate::from_ymd_opt(2026, 5, 28).unwrap();
        let verdict = lint::pass::judge(reading, as_of, &Overrides::default());
        let found = verdict.findings.iter().chain(&verdict.waived);
        let mut names: Vec<String> =
            found.map(|one| format!("{} {:?} {}", one.lint.name, one.node, one.diagnostic.message)).collect();
        names.sort();
        names
    };
    let reading = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"));
    let after = Reading::of_loaded(files(&imported(&exported(&reading.sources))));
    let names_before = names(&reading);
    assert!(!names_before.is_empty());
    assert_eq!(names_before, names(&after));
}

#[test]
fn a_second_import_changes_nothing() {
    let folder = tempdir().unwrap();
    for example in examples() {
        let name = example.file_name().unwrap().to_string_lossy().into_owned();
        let text = exported(&read(&example).sources);
        fs::write(folder.path().join("export.json"), &text).unwrap();
        let run = |more: &[&str]| {
            let fixed = ["import", "json", "export.json", "--into", name.as_str()];
            ropa(folder.path(), &[&fixed, more].concat())
        };
        let dry = run(&["--dry-run"]).done();
        assert!(dry.err.contains("Nothing was written") && !folder.path().join(&name).exists(), "{}", dry.out);
        let first = run(&[]).done();
        assert!(first.out.contains("new files written to") && !first.out.contains("replaced"), "{}", first.out);
        let stamp = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
        let settings = folder.path().join(&name).join("registry.toml");
        let before = stamp(&settings);
        let second = run(&["--force"]).done();
        assert!(second.out.contains("nothing to do"), "{}", second.out);
        assert_eq!(stamp(&settings), before);
        assert_eq!(exported(&read(&folder.path().join(&name)).sources), text);
    }
}

#[test]
fn files_are_laid_out_for_people() {
    let long = "a text that is long enough to break a line ".repeat(3);
    let text = serde_json::json!({ "format": json::FORMAT, "records": {
        "controllers": { "we": { "record": {
            "name": "We \"Us\" Ltd",
            "address": { "city": "Helsinki", "country": "FI" },
            "dpo": { "appointed": true, "holder": long.trim(), "notified": "2021-05-17" },
            "description": "One.\n\nTwo.",
            "short-names": ["We", long.trim()],
            "changed": "2026-01-31",
            "contacts": { "mail": { "email": "a@b.example" }, "phone": { "phone": "+358 1" } },
            "marketing": {},
            "waivers": [{ "lint": "dpo-conflict", "reason": "r", "owner": "o", "expires": "2030-01-01" }],
        } } },
        "legal-bases": { "law": { "file": "legal-bases.toml", "record": {
            "title": "Law",
            "article": "6(1)(c)",
            "laws": [{ "act": "Act", "country": "FI" }],
        } } },
    } });
    let judged = imported(&text.to_string());
    assert_eq!(report(&judged), "");
    let texts: Vec<&str> = judged.files.iter().map(|(file, _)| file.text.as_str()).collect();
    let long = long.trim();
    let controller = format!(
        r#"name          = 'We "Us" Ltd'
address       = {{ city = "Helsinki", country = "FI" }}
dpo.appointed = true
dpo.holder    = "{long}"
dpo.notified  = 2021-05-17
description   = """
One.

Two."""
short-names   = [
  "We",
  "{long}",
]
changed       = 2026-01-31

[contacts.mail]
email = "a@b.example"

[contacts.phone]
phone = "+358 1"

[marketing]

[[waivers]]
lint    = "dpo-conflict"
reason  = "r"
owner   = "o"
expires = 2030-01-01
"#
    );
    assert_eq!(texts[0], controller);
    let basis = "[law]\ntitle   = \"Law\"\narticle = \"6(1)(c)\"\nlaws    = [{ act = \"Act\", country = \"FI\" }]\n";
    assert_eq!(texts[1], basis);
}
