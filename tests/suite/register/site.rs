//! The register as files: its script, the index of its search, its links to the repository, and the
//! version on a single page.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::site::Site;
use ropa::theme::Theme;
use serde_json::Value;

fn built(reading: &Reading) -> BTreeMap<String, String> {
    let theme = Theme::embedded("en").unwrap();
    let as_of = super::day("2026-11-22");
    let verdict = ropa::lint::pass::judge(reading, as_of, &Default::default());
    let files = Mutex::new(BTreeMap::new());
    let site = Site { reading, theme: &theme, findings: &verdict.findings, as_of, single_page: true };
    site.render(&|route, bytes| {
        files.lock().unwrap().insert(route.to_owned(), crate::html::text_of(route, bytes));
        Ok(())
    })
    .unwrap();
    assert_eq!(theme.strings().missing(), Vec::<String>::new());
    files.into_inner().unwrap()
}

fn small(settings: &str) -> BTreeMap<String, String> {
    let mut loaded = Loaded::default();
    for (path, text) in [
        ("registry.toml", settings),
        ("controllers.toml", "[us]\nname = \"Us \\\"&\\\" Co\"\n"),
        ("subject-groups.toml", "[people]\nname = \"Löhne\"\n"),
        (
            "activities/a.toml",
            "# hidden words\ntitle = \"Payroll\"\nowner = \"Boss\"\nsubject-groups = [\"people\"]\nsummary = \"Überweisungen monatlich.\"\n",
        ),
    ] {
        loaded.add(path, text.to_owned());
    }
    built(&Reading::of_loaded(loaded))
}

/// What a script of the index sets.
fn set(script: &str, start: &str) -> Value {
    let rest = script.strip_prefix(start).unwrap_or_else(|| panic!("{script}"));
    serde_json::from_str(rest.lines().next().unwrap().trim_end_matches(';')).unwrap()
}

#[test]
fn the_index_holds_every_record_and_the_words_of_authors() {
    let files = small("");
    let index = set(&files["internal/search-index.js"], "window.ropaIndex = ");
    let records = index["records"].as_array().unwrap();
    let at = records.iter().position(|record| record[2] == "Payroll").unwrap();
    assert_eq!(index["kinds"][records[at][0].as_u64().unwrap() as usize][1], "activities");
    assert_eq!(index["owners"][records[at][3].as_u64().unwrap() as usize], "Boss");
    assert_eq!(records[records[at][4][0].as_u64().unwrap() as usize][2], "Löhne");
    let words = |shard: &str| {
        let start = format!("(window.ropaWords ??= {{}})[\"{shard}\"] = ");
        set(&files[&format!("internal/search/{shard}.js")], &start)
    };
    assert_eq!(words("u")["uberweisungen"], at.to_string(), "letters are folded");
    assert_eq!(words("h"), serde_json::json!({}), "comments are not searched");
    // Every page that a record leads to is there.
    for record in records {
        let folder = index["kinds"][record[0].as_u64().unwrap() as usize][1].as_str().unwrap();
        let id = record[1].as_str().unwrap();
        let route =
            if folder.is_empty() { format!("internal/{id}.html") } else { format!("internal/{folder}/{id}.html") };
        assert!(files.contains_key(&route), "{route}");
    }
}

#[test]
fn the_script_knows_its_words() {
    let files = small("");
    let script = &files["internal/register.js"];
    let words = set(script, "const ropa = ");
    let known = words.as_object().unwrap();
    for (at, _) in script.match_indices("ropa.") {
        let name: String = script[at + 5..].chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(known.contains_key(&name), "{name}");
    }
    for name in known.keys() {
        assert!(script.contains(&format!("ropa.{name}")), "{name} is never said");
    }
    for (route, text) in files.iter().filter(|(route, _)| route.ends_with(".html")) {
        let wants = route.starts_with("internal/") && *route != "internal/register.html";
        assert_eq!(text.contains("register.js\" defer"), wants, "{route}");
    }
}

#[test]
fn records_and_findings_lead_to_their_lines_and_lints() {
    let files = small("repository-url = \"https://github.com/us/gdpr/blob/main/registry\"\n");
    let page = &files["internal/activities/a.html"];
    assert!(
        page.contains(
            "<a href=\"https://github.com/us/gdpr/blob/main/registry/activities/a.toml#L2\">Edit this record</a>"
        ) || page.contains(
            "<a href=\"https://github.com/us/gdpr/blob/main/registry/activities/a.toml#L1\">Edit this record</a>"
        ),
        "{page}"
    );
    assert!(page.contains("<a href=\"../lints/purpose-missing.html\">"), "{page}");
    let lint = &files["internal/lints/purpose-missing.html"];
    for words in ["<h2>Why</h2>", "<h2>Mended</h2>", "../activities/a.html", "#L"] {
        assert!(lint.contains(words), "{words}: {lint}");
    }
    assert!(!small("")["internal/activities/a.html"].contains("Edit this record"));
}

#[test]
fn the_single_page_has_a_cover_and_numbers_its_parts() {
    let files = small("title = \"Our \\\"register\\\"\"\n");
    let page = &files["internal/register.html"];
    for words in [
        "id=\"cover\"",
        "Us \"&amp;\" Co",
        "legal data of",
        "<span>2.1</span> Payroll",
        "href=\"#activities-a\"",
        "Article 30(1)(g)",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(page.matches("<span>2.1</span> Payroll").count(), 2, "in the contents and at its head");
    assert!(
        files["internal/print.css"].contains("content: \"Our \\22 register\\22 \""),
        "{}",
        files["internal/print.css"]
    );
}

#[test]
fn the_index_of_the_example_is_small() {
    let files = built(&Reading::of_folder(Path::new("registry"), "registry").unwrap());
    let bytes: usize = files.iter().filter(|(route, _)| route.contains("/search")).map(|(_, text)| text.len()).sum();
    assert!(bytes < 100_000, "{bytes}");
    assert!(files["internal/register.js"].len() < 24_000);
}
