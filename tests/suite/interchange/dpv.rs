//! Linked data: every term exists in the vocabulary, and the JSON-LD has the shape that readers expect.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ropa::export::dpv;
use ropa::law::{Ground, SpecialCondition};
use ropa::reading::Reading;
use ropa::view::notice::gather;
use serde_json::Value;
use tempfile::tempdir;

use super::tilt_out::examples;
use crate::program::ropa;

/// The list of the vocabulary, with its source at the head.
const TERMS: &str = include_str!("../../fixtures/interchange/dpv-terms.txt");

/// Dublin Core, and what JSON-LD knows itself.
const OTHERS: [&str; 17] = [
    "@context",
    "@id",
    "@type",
    "@value",
    "@language",
    "dct:title",
    "dct:description",
    "dct:language",
    "dct:modified",
    "dct:valid",
    "dct:hasVersion",
    "dct:identifier",
    "dct:spatial",
    "dct:subject",
    "dct:extent",
    "dct:date",
    "xsd:date",
];

fn is_term(term: &str) -> bool {
    TERMS.lines().any(|line| line == term)
}

/// Keys, types and concepts of a document, without its context.
fn used(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members.iter().filter(|(key, _)| *key != "@context") {
                found.insert(key.clone());
                match (key.as_str(), inner) {
                    ("@type", Value::String(kind)) => drop(found.insert(kind.clone())),
                    ("@id", Value::String(id)) if id.starts_with("dpv:") || id.starts_with("eu-gdpr:") => {
                        found.insert(id.clone());
                    }
                    _ => used(inner, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| used(inner, found)),
        _ => {}
    }
}

/// What holds for every JSON-LD document of ours.
fn check(document: &Value) {
    let mut terms = BTreeSet::new();
    used(document, &mut terms);
    let unknown: Vec<&String> =
        terms.iter().filter(|term| !is_term(term) && !OTHERS.contains(&term.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    // What has no prefix of the context, or a term that is no address, is dropped when a program expands it.
    let known = document["@context"].as_object().unwrap();
    for term in terms.iter().filter(|term| !term.starts_with('@')) {
        let (prefix, name) = term.split_once(':').unwrap();
        assert!(known.contains_key(prefix) && !name.is_empty(), "{term}");
    }
    for (prefix, address) in known {
        assert!(!prefix.contains(':') && address.as_str().unwrap().ends_with(['#', '/']));
    }
    well_formed(document);
}

fn well_formed(value: &Value) {
    match value {
        Value::Object(members) if members.contains_key("@value") => {
            assert!(members["@value"].is_string() && members.len() == 2, "{value}");
            assert!(members.contains_key("@language") || members["@type"] == "xsd:date", "{value}");
        }
        Value::Object(members) => {
            for (key, inner) in members.iter().filter(|(key, _)| *key != "@context") {
                assert!(!inner.is_null(), "{key}");
                if key.starts_with('@') {
                    let text = inner.as_str().unwrap();
                    assert!(!text.is_empty() && !text.contains(char::is_whitespace), "{key}: {text}");
                }
                well_formed(inner);
            }
        }
        Value::Array(list) => {
            assert!(!list.is_empty());
            list.iter().for_each(well_formed);
        }
        _ => {}
    }
}

#[test]
fn every_document_uses_the_vocabulary() {
    for folder in examples() {
        let reading = Reading::of_folder(&folder, "registry").unwrap();
        check(&dpv::register(&reading.registry));
        for (_, entry) in reading.registry.notices.iter() {
            check(&dpv::notice(&gather(&reading.registry, entry)));
        }
    }
}

#[test]
fn every_term_in_the_code_is_one_of_the_vocabulary() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export");
    let mut found = 0;
    for file in ["dpv.rs", "dpv/notice.rs", "dpv/register.rs", "dpv/terms.rs"] {
        let source = fs::read_to_string(src.join(file)).unwrap();
        for prefix in ["\"dpv:", "\"eu-gdpr:A"] {
            for (at, _) in source.match_indices(prefix) {
                let letters = source[at + 1..].chars();
                let term: String = letters.take_while(|c| c.is_ascii_alphanumeric() || ":-".contains(*c)).collect();
                // What articles are made from stands without one.
                if term != "eu-gdpr:A" {
                    assert!(is_term(&term), "{term}");
                    found += 1;
                }
            }
        }
    }
    assert!(found > 60, "{found}");
    let grounds = Ground::ALL.map(Ground::article).into_iter();
    for article in grounds.chain(SpecialCondition::ALL.map(SpecialCondition::article)) {
        let term = format!("eu-gdpr:A{}", article.replace(")(", "-").replace('(', "-").replace(')', ""));
        assert!(is_term(&term), "{term}");
    }
}

#[test]
fn the_register_and_a_notice_are_told() {
    let reading = Reading::of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), "registry").unwrap();
    let register = dpv::register(&reading.registry);
    assert_eq!(register["@type"], "dpv:ROPA");
    let processes = register["dpv:hasPersonalDataProcess"].as_array().unwrap();
    assert_eq!(processes.len(), reading.registry.activities.len());
    let billing = processes.iter().find(|one| one["@id"] == "#activities/billing").unwrap();
    assert!(billing["dpv:hasPurpose"].to_string().contains("eu-gdpr:A6-1-c"));
    assert!(register.to_string().contains("\"eu-gdpr:A46-2-c\""));
    let (_, website) = reading.registry.notices.iter().find(|(_, entry)| entry.id == "website").unwrap();
    let notice = dpv::notice(&gather(&reading.registry, website));
    assert_eq!(notice["@type"], "dpv:PrivacyNotice");
    assert!(notice["dpv:hasRight"].as_array().unwrap().iter().any(|right| right["@id"] == "eu-gdpr:A21"));
    assert!(notice.to_string().contains("P6Y") && !notice.to_string().contains("PAY-2022-07"));
}

#[test]
fn the_command_writes_both_and_the_site_holds_the_public_one() {
    let folder = tempdir().unwrap();
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let registry = registry.to_str().unwrap();
    ropa(folder.path(), &["export", "dpv", "--registry", registry]).done();
    check(&serde_json::from_str(&fs::read_to_string(folder.path().join("register.jsonld")).unwrap()).unwrap());
    let notice =
        ropa(folder.path(), &["export", "dpv", "--registry", registry, "--notice", "website", "--out", "-"]).done();
    check(&serde_json::from_str(&notice.out).unwrap());
    ropa(folder.path(), &["build", "--registry", registry, "--output", "out"]);
    assert_eq!(fs::read_to_string(folder.path().join("out/public/website.jsonld")).unwrap(), notice.out);
    let page = fs::read_to_string(folder.path().join("out/public/website.html")).unwrap();
    for (kind, ending) in [("application/json", "json"), ("application/ld+json", "jsonld")] {
        let link = format!("<link rel=\"alternate\" type=\"{kind}\" href=\"website.{ending}\">");
        assert!(page.contains(&link), "{link}");
    }
}
