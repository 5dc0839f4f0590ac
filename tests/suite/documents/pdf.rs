//! The register as PDF. What typst is given is looked at without it; what it makes, by `tests/all`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ropa::handover::HandoverError;
use ropa::handover::pdf::{Attachment, Typst};
use ropa::reading::Reading;
use serde_json::Value;
use tempfile::tempdir;

use super::{assert_known, made, of_files, read, registries, squashed};

const HOSTILE: &str = "#panic(1) \\\" $x$ `a` <b> @c *d* _e_ ]#[ \\\\ // f /* g */ \u{202e}";

fn source(reading: &Reading) -> String {
    made(reading, |site| Typst::default().source(site))
}

/// The data that stand in a document for typst, read as typst reads them.
fn data(source: &str) -> Value {
    let (line, rest) = source.split_once('\n').unwrap();
    let string = line.strip_prefix("#let data = json(bytes(\"").unwrap().strip_suffix("\"))").unwrap();
    let mut text = String::new();
    let mut letters = string.chars();
    while let Some(letter) = letters.next() {
        assert_ne!(letter, '"', "the string ends early");
        text.push(if letter == '\\' { letters.next().unwrap() } else { letter });
    }
    assert!(rest.starts_with("#let attached = none\n//"), "{}", &rest[..60]);
    serde_json::from_str(&text).unwrap()
}

/// All strings in a value, one after the other.
fn strings(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(strings).collect::<Vec<_>>().join(""),
        Value::Object(map) => map.iter().filter(|(key, _)| *key != "k").map(|(_, value)| strings(value)).collect(),
        _ => String::new(),
    }
}

fn parts(data: &Value) -> Vec<&Value> {
    data["chapters"].as_array().unwrap().iter().flat_map(|chapter| chapter["parts"].as_array().unwrap()).collect()
}

#[test]
fn typst_is_given_every_fact() {
    for folder in registries() {
        let reading = read(&folder);
        let source = source(&reading);
        let data = data(&source);
        let parts = parts(&data);
        assert_eq!(parts.len(), {
            let anchors: std::collections::BTreeSet<&str> =
                parts.iter().map(|part| part["anchor"].as_str().unwrap()).collect();
            anchors.len()
        });
        assert_known(&folder, |id, _| {
            let anchor = format!("activities-{id}");
            strings(parts.iter().find(|part| part["anchor"] == anchor).unwrap())
        });
        assert_eq!(source, self::source(&reading));
    }
}

#[test]
fn links_lead_to_parts_that_are_there() {
    fn links<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| links(item, found)),
            Value::Object(map) => {
                if map.get("k").is_some_and(|kind| kind == "to") {
                    found.push(map["to"].as_str().unwrap());
                }
                map.values().for_each(|value| links(value, found));
            }
            _ => {}
        }
    }
    for folder in registries() {
        let source = source(&read(&folder));
        let data = data(&source);
        let mut found = Vec::new();
        links(&data, &mut found);
        assert!(found.len() > 50);
        let chapters = data["chapters"].as_array().unwrap();
        let mut anchors: Vec<&str> = parts(&data).iter().map(|part| part["anchor"].as_str().unwrap()).collect();
        anchors.extend(chapters.iter().map(|chapter| chapter["anchor"].as_str().unwrap()));
        for link in found {
            assert!(anchors.contains(&link), "{link}");
        }
    }
}

fn hostile() -> Reading {
    let settings = format!("title = \"{HOSTILE}\"\n");
    let activity =
        format!("title = \"{HOSTILE}\"\nowner = \"{HOSTILE}\"\nsummary = \"{HOSTILE}\\n\\n- {HOSTILE}\\n1. x\"\n");
    let controllers = format!("[us]\nname = \"{HOSTILE}\"\nwebsite = \"x.example/{HOSTILE}\"\n");
    of_files(&[("registry.toml", &settings), ("controllers.toml", &controllers), ("activities/a.toml", &activity)])
}

#[test]
fn hostile_words_stay_strings() {
    let source = source(&hostile());
    let data = data(&source);
    assert!(data["title"].as_str().unwrap().starts_with("#panic(1) \" $x$ `a` <b> @c *d* _e_ ]#[ \\ // f /* g */ "));
    assert_eq!(source.lines().filter(|line| line.contains("panic")).count(), 1, "only in the data");
}

#[test]
fn characters_without_a_font_stand_as_numbers() {
    let controllers = "[us]\nname = \"株式会社 \u{1F600} Ltd\"\n";
    let reading =
        of_files(&[("controllers.toml", controllers), ("activities/a.toml", "title = \"Ελληνικά, русский\"\n")]);
    let data = data(&source(&reading));
    let all = strings(&data);
    assert!(all.contains("[U+682A][U+5F0F][U+4F1A][U+793E] [U+1F600] Ltd"), "{all}");
    assert!(all.contains("Ελληνικά, русский"));
    assert_eq!(data["replaced"], true);
    let own = Typst { fonts: Some(PathBuf::from("fonts")), ..Typst::default() };
    let source = made(&reading, |site| own.source(site));
    assert!(source.contains("株式会社 \u{1F600} Ltd"));
}

#[test]
fn without_typst_the_message_says_what_to_do() {
    let reading = of_files(&[("activities/a.toml", "title = \"A\"\n")]);
    let typst = Typst { program: Some(PathBuf::from("no-such-program/typst")), ..Typst::default() };
    let error = made(&reading, |site| typst.pdf(site).unwrap_err());
    assert!(matches!(error, HandoverError::Typst { .. }), "{error:?}");
    let message = error.to_string();
    for words in ["no-such-program/typst", "install typst 0.14 or later", "ROPA_TYPST", "html"] {
        assert!(message.contains(words), "{message}");
    }
}

/// What a program of the machine says.
fn said(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {args:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a sound PDF in the order in which they were written.
fn words(pdf: &[u8]) -> String {
    let folder = tempdir().unwrap();
    let path = folder.path().join("register.pdf");
    fs::write(&path, pdf).unwrap();
    let checked = said("qpdf", &["--check", path.to_str().unwrap()]);
    assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
    said("pdftotext", &["-raw", "-enc", "UTF-8", path.to_str().unwrap(), "-"])
}

fn pdf(reading: &Reading, attachment: Option<Attachment<'_>>) -> Vec<u8> {
    let typst = Typst { attachment, ..Typst::default() };
    made(reading, |site| typst.pdf(site).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
#[ignore = "needs typst: tests/all runs it"]
fn every_registry_is_a_pdf_with_its_facts() {
    for folder in registries() {
        let reading = read(&folder);
        let bytes = pdf(&reading, None);
        assert!(bytes == pdf(&reading, None), "two runs give the same bytes");
        let text = words(&bytes);
        // The running foot has the name of the part and the page.
        let source = source(&reading);
        let data = data(&source);
        let parts = parts(&data);
        let squashed_text = squashed(&text);
        assert_known(&folder, |id, title| {
            let at = parts.iter().position(|part| part["anchor"] == format!("activities-{id}")).unwrap();
            let number = parts[at]["number"].as_str().unwrap();
            // A part begins where its number stands before its title and a section follows.
            let begins = |number: &str, title: &str| {
                let head = squashed(&format!("{number}{title}"));
                let found: Vec<usize> = squashed_text.match_indices(&head).map(|(at, _)| at).collect();
                found
            };
            let next = &parts[at + 1];
            let starts = begins(number, title);
            let ends = begins(next["number"].as_str().unwrap(), &strings(&next["title"]));
            assert!(starts.len() > 1, "{title} stands in the contents and at its head: {starts:?}");
            let end = *ends.last().unwrap();
            squashed_text[starts[1]..end.max(starts[1])].to_owned()
        });
    }
}

#[test]
#[ignore = "needs typst: tests/all runs it"]
fn the_pdf_is_for_archives_and_for_everybody() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("register.pdf");
    let path = path.to_str().unwrap();
    let attached = "{\"words\": \"\\\"#panic()\\\" 漢 \\n\"}\n";
    let reading = read(Path::new("registry"));
    let bytes = pdf(&reading, Some(Attachment { name: "register.json", text: attached }));
    fs::write(path, &bytes).unwrap();
    let checked = said("qpdf", &["--check", path]);
    assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
    let listed = said("qpdf", &["--list-attachments", "--verbose", path]);
    for words in ["register.json", "application/json", "description: The records of the register"] {
        assert!(listed.contains(words), "{words}: {listed}");
    }
    assert_eq!(said("qpdf", &["--show-attachment=register.json", path]), attached);
    let plain = folder.path().join("plain.pdf");
    said("qpdf", &["--qdf", "--object-streams=disable", path, plain.to_str().unwrap()]);
    let plain = String::from_utf8_lossy(&fs::read(plain).unwrap()).into_owned();
    assert!(plain.contains("/AFRelationship /Source"), "the PDF was made from what is attached");
    let info = said("pdfinfo", &[path]);
    for line in ["Tagged:          yes", "Title:           Example Cloud: record of processing activities", "(A4)"] {
        assert!(info.contains(line), "{info}");
    }
    assert!(info.contains("2026") && info.contains("Author:          Example Cloud"), "{info}");
    let meta = String::from_utf8_lossy(&bytes);
    for claim in
        ["<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"]
    {
        assert!(meta.contains(claim), "{claim}");
    }
    let outline = said("qpdf", &["--json", "--json-key=outlines", path]);
    assert!(outline.contains("Newsletter") && outline.contains("Article 30(1)(f)"), "bookmarks lead to sections");
    assert!(said("pdftotext", &["-f", "1", "-l", "1", path, "-"]).contains("Page 1 of "));
}

#[test]
#[ignore = "needs typst: tests/all runs it"]
fn hostile_words_are_printed() {
    let text = squashed(&words(&pdf(&hostile(), None)));
    assert!(text.matches(&squashed("panic(1) x a b c d e f g")).count() > 4, "{text}");
}

/// The list of characters is one of what typst can set: in every style, and none of them stops it.
#[test]
#[ignore = "needs typst: tests/all runs it"]
fn all_characters_of_the_list_can_be_set() {
    let list = include_str!("../../../src/handover/pdf/letters.txt");
    let mut letters = String::new();
    for run in list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        let code = |text: &str| u32::from_str_radix(text, 16).unwrap();
        // Those of ASCII have a meaning in TOML and Markdown, and every font has them.
        for letter in (code(first)..=code(last)).filter_map(char::from_u32).filter(|letter| !letter.is_ascii()) {
            letters.push('e');
            letters.push(letter);
            letters.push(' ');
        }
    }
    let summary = ["", "**", "*", "`", "***"].map(|style| format!("{style}{}{style}", letters.trim())).join("\\n\\n");
    let activity = format!("title = \"{letters}\"\nowner = \"{letters}\"\nsummary = \"{summary}\"\n");
    let reading = of_files(&[("controllers.toml", "[us]\nname = \"Us\"\n"), ("activities/a.toml", &activity)]);
    assert!(letters.chars().count() > 10_000);
    assert!(pdf(&reading, None).starts_with(b"%PDF-"));
}
