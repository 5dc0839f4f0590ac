//! Documents of TILT become registers. They stand in `tests/fixtures/interchange/`.

use std::fs;

use proptest::prelude::*;
use ropa::import::tilt::read;
use ropa::load::Loaded;
use tempfile::tempdir;

use super::again::{files, keeps_every_edit, told};
use crate::program::ropa;

const LADEN: &str = include_str!("../../fixtures/interchange/laden.json");

#[test]
fn a_document_becomes_a_register() {
    let draft = read(LADEN, "laden.json");
    let account = draft.account.clone().unwrap();
    let left: Vec<&str> = account.left_out.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(left, ["dataDisclosed[3]"]);
    let value: serde_json::Value = serde_json::from_str(LADEN).unwrap();
    assert_eq!((told(&account), account.empty), count(&value));
    let files = files(draft);
    for (path, lines) in [
        ("registry.toml", "title = \"Lädchen & Söhne GmbH\""),
        (
            "controllers/ladchen-sohne-gmbh.toml",
            "= [\"Große Straße 1\", \"12345 Musterstadt\"]|country = \"DE\"|[contacts.representative]|name  = \"Erika Muster\"|[dpo]|email     = \"dsb@laden.example\"|[dpo.address]|[authority]|id = \"at\"|- division: Onlinehandel|appropriateGuarantees.description: Garantien|supervisoryAuthority.phone",
        ),
        (
            "notices/datenschutzerklarung.toml",
            "version    = \"3\"|updated    = 2025-06-07|url        = \"https://laden.example/datenschutz\"|controller = \"ladchen-sohne-gmbh\"|text    = \"Sie dürfen fragen.\"|section = \"complaints\"|Ab 2027 auch Werbung.|- sector: Einzelhandel|amount: 99999999999999999999|identificationEvidences: Ausweis|plannedDateOfChange: 2027-01-01",
        ),
        (
            "activities/vertragsabwicklung.toml",
            "title          = \"Vertragsabwicklung\"|subject-groups = [\"betroffene-personen\"]|description: Wir liefern, was Sie bestellen.|legal-bases = [\"gdpr-6-1-b\"]|[data.kontaktdaten]|required   = \"contract\"|if-refused = \"Ohne Adresse keine Lieferung.\"|[data.zahlungsdaten]|recipients = [\"paket-ag\", \"cloudy-inc\"]|recipients = [\"banken\"]|used = false|required   = \"voluntary\"",
        ),
        (
            "activities/schutz-vor-ausfallen.toml",
            "title       = \"Schutz vor Ausfällen\"|sources    = [\"auskunftei-nord\"]|recipients = [\"auskunfteien\"]|legal-bases = [\"artikel-6\", \"irgendwas\"]",
        ),
        ("legal-bases/gdpr-6-1-b.toml", "title   = \"Vertrag\"|article = \"6(1)(b)\""),
        ("legal-bases/artikel-6.toml", "article   = \"6(1)(f)\"|interests = ['Wir wollen \\<nicht> betrogen werden.']"),
        ("legal-bases/irgendwas.toml", "title = \"irgendwas\""),
        ("retention/ende-der-gewahrleistung.toml", "period = \"P2Y\""),
        ("retention/147-ao.toml", "laws  = [{ act = \"§ 147 AO\" }]"),
        ("retention/solange-notig.toml", "title = \"solange nötig\""),
        (
            "processors/cloudy-inc.toml",
            "country  = \"US\"|[transfers.us]|mechanisms = [\"scc\"]|Klauseln von 2021|representative.email: dpo@cloudy.example",
        ),
        ("recipients/banken.toml", "shown-as = \"category\""),
        ("recipients/paket-ag.toml", "countries = [\"DE\"]|address: Am Hafen 2"),
        ("data-categories/kontaktdaten.toml", "items = [\"Name\", \"E-Mail-Adresse\"]"),
        ("sources/auskunftei-nord.toml", "publicly-accessible = false|https://nord.example"),
    ] {
        let text = files.get(path).unwrap_or_else(|| panic!("{path} in {:?}", files.keys()));
        lines.split('|').for_each(|line| assert!(text.contains(line), "`{line}` is not in {path}:\n{text}"));
    }
}

/// Values and empty ones, counted by another program.
fn count(value: &serde_json::Value) -> (usize, usize) {
    let sum = |(a, b): (usize, usize), (c, d): (usize, usize)| (a + c, b + d);
    match value {
        serde_json::Value::Object(map) if !map.is_empty() => map.values().map(count).fold((0, 0), sum),
        serde_json::Value::Array(list) if !list.is_empty() => list.iter().map(count).fold((0, 0), sum),
        serde_json::Value::String(text) if !text.trim().is_empty() => (1, 0),
        serde_json::Value::Bool(_) | serde_json::Value::Number(_) => (1, 0),
        _ => (0, 1),
    }
}

#[test]
fn every_text_of_the_document_is_found_again() {
    let files = files(read(LADEN, "laden.json"));
    let all: String = files.values().map(|text| text.replace('\\', "")).collect();
    let value: serde_json::Value = serde_json::from_str(LADEN).unwrap();
    let mut open = vec![&value];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::Object(map) => open.extend(map.values()),
            serde_json::Value::Array(list) => open.extend(list),
            // What decided, and what is left out and told.
            serde_json::Value::String(text) => {
                let known = [
                    "max",
                    "nur ein Satz",
                    "Große Straße 1, 12345 Musterstadt",
                    "2025-06-07T08:09:10.1",
                    "XX",
                    "Deutschland",
                    "GDPR-6-1-b",
                    "Österreichische Datenschutzbehörde",
                ];
                assert!(known.contains(&text.as_str()) || all.contains(text), "{text} is lost");
            }
            _ => {}
        }
    }
}

#[test]
fn imports_come_again_and_keep_every_edit() {
    keeps_every_edit("tilt", "laden.json", LADEN);
}

#[test]
fn files_that_are_no_documents_are_refused() {
    for (text, name) in [
        ("", "json-syntax"),
        ("[]", "wrong-format"),
        ("{\"a\": 1}", "wrong-format"),
        ("{\"format\":\"ropa-registry/1\",\"records\":{}}", "wrong-format"),
        ("{\"meta\": {}, \"meta\": {}}", "duplicate-key"),
        ("{\"meta\": {\"version\": NaN}}", "json-syntax"),
        ("{\"meta\": {\"name\": \"\\ud800\"}}", "json-syntax"),
        ("{\"meta\": {},}", "json-syntax"),
        (&format!("{{\"meta\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000)), "too-deep"),
    ] {
        let draft = read(text, "x.json");
        assert_eq!(
            draft.diagnostics.iter().map(|one| one.name).collect::<Vec<_>>(),
            [name],
            "{}",
            text.get(..40).unwrap_or(text)
        );
        assert!(draft.judge(Loaded::default()).is_broken());
    }
}

/// What real documents do: empty items, prose and names in the place of codes, HTML in texts, the same sentence
/// at each right.
const SHOP: &str = r#"{
  "meta": {"_id": "x", "name": "Laden.example", "version": 1, "language": "de", "url": "https://laden.example/d"},
  "controller": {"name": null, "country": "Deutschland", "address": "Germany", "representative": {"name": null, "email": null}},
  "dataProtectionOfficer": {"email": "dsb@laden.example", "phone": "+49 30 1", "name": "Ansprechpartner*in", "url": "https://laden.example/dsb"},
  "dataDisclosed": [
    {"_id": "1", "category": [], "purposes": [{"purpose": [], "description": []}], "legalBases": [{"reference": [], "description": []}], "recipients": [{"name": [], "category": []}]},
    {"_id": "2", "category": "Name, Adresse, E-Mail-Adresse, Telefonnummer, Reisepassnummer und andere Angaben des Reisepasses oder eines anderen Ausweises",
     "purposes": [{"purpose": "Bestellung", "description": null}],
     "legalBases": [{"reference": "GDPR-6-1-b", "description": "Vertrag"}, {"reference": "(Art. 6 Abs. 1 lit. c) DSGVO)", "description": null},
       {"reference": "Art. 6 Abs. 1 lit. c DSGVO", "description": null}, {"reference": "Art. 6 Abs. 1 lit. a DSGVO sowie Art. 6 Abs. 1 lit. f DSGVO, Hausrecht", "description": null}],
     "legitimateInterests": [{"exists": true, "reasoning": "Schutz &amp; Trutz"}],
     "recipients": [{"category": "none"}, {"name": "Zahlgut (&quot;ZG&quot;)", "country": "Irland", "category": "Zahlung"}],
     "storage": [{"temporal": {"description": null, "ttl": null}, "purposeConditional": ["Solange das Kundenkonto besteht. Danach wird es gelöscht, wenn nicht Gesetze etwas anderes verlangen oder Sie widersprechen."], "legalBasisConditional": [" 3 Jahre"], "aggregationFunction": null}]}
  ],
  "thirdCountryTransfers": [{"country": [], "adequacyDecision": []}],
  "rightToInformation": {"available": true, "description": "Sie haben alle diese Rechte."},
  "rightToDataPortability": {"available": true, "description": "Sie haben alle diese Rechte."},
  "rightToRectificationOrDeletion": {"available": true, "description": "Löschung"}
}"#;

#[test]
fn what_real_documents_do_reads_well() {
    let draft = read(SHOP, "shop.json");
    let account = draft.account.clone().unwrap();
    assert_eq!(account.written_out, 3);
    assert_eq!(account.left_out.iter().map(|left| left.path.as_str()).collect::<Vec<_>>(), ["dataDisclosed[0]._id"]);
    let next = account.next.join("\n");
    assert!(next.contains("name of the controller") && next.contains("group `betroffene-personen`"), "{next}");
    assert!(!next.contains("transfer"), "an empty transfer is none: {next}");
    let files = files(draft);
    let long = "Name, Adresse, E-Mail-Adresse, Telefonnummer, Reisepassnummer und andere Angaben des Reisepasses";
    assert!(!files["controllers/laden-example.toml"].contains("lines"), "a country is no address");
    for (path, lines) in [
        (
            "controllers/laden-example.toml",
            "name = \"Laden.example\"|country = \"DE\"|name      = \"Ansprechpartner*in\"|phone     = \"+49 30 1\"|url       = \"https://laden.example/dsb\"",
        ),
        ("subject-groups/betroffene-personen.toml", "name     = \"Betroffene Personen\""),
        ("activities/bestellung.toml", "subject-groups = [\"betroffene-personen\"]|recipients = [\"zahlgut-zg\"]"),
        ("recipients/zahlgut-zg.toml", "name      = 'Zahlgut (\"ZG\")'|countries = [\"IE\"]"),
        ("legal-bases/gdpr-6-1-b.toml", "title   = \"Vertrag\""),
        (
            "legal-bases/art-6-abs-1-lit-f-dsgvo.toml",
            "interests = [\"Schutz & Trutz\"]|sowie Art. 6 Abs. 1 lit. f DSGVO, Hausrecht",
        ),
        (
            "retention/solange-das-kundenkonto-besteht.toml",
            "title = \"Solange das Kundenkonto besteht\"|oder Sie widersprechen.|3 Jahre",
        ),
        ("notices/laden-example.toml", "[statements.access]|- rightToRectificationOrDeletion.description: Löschung"),
    ] {
        let text = files.get(path).unwrap_or_else(|| panic!("{path} in {:?}", files.keys()));
        lines.split('|').for_each(|line| assert!(text.contains(line), "`{line}` is not in {path}:\n{text}"));
    }
    assert!(!files["notices/laden-example.toml"].contains("portability"), "the same is said once");
    assert_eq!(files["legal-bases/gdpr-6-1-b.toml"].lines().count(), 2);
    let category = files.iter().find(|(path, _)| path.starts_with("data-categories/")).unwrap();
    assert!(category.0.len() < 85 && category.1.contains("…\"") && category.1.contains(long), "{category:?}");
    // The two references to Article 6(1)(c) are one basis.
    assert_eq!(files.keys().filter(|path| path.starts_with("legal-bases/")).count(), 4, "{:?}", files.keys());
}

#[test]
fn data_without_purposes_are_one_activity() {
    let text = r#"{"meta": {"name": "Enel"}, "dataDisclosed": [
        {"_id": "1", "category": "names", "purposes": [{"purpose": [], "description": []}]},
        {"_id": "2", "category": "e-mail addresses", "purposes": []}]}"#;
    let files = files(read(text, "x.json"));
    let activity = &files["activities/enel.toml"];
    assert!(activity.contains("[data.names]") && activity.contains("[data.e-mail-addresses]"), "{activity}");
    assert_eq!(files.keys().filter(|path| path.starts_with("activities/")).count(), 1);
}

#[test]
fn the_notice_of_a_document_tells_what_the_document_tells() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("shop.json"), SHOP).unwrap();
    let ran = ropa(folder.path(), &["import", "tilt", "shop.json"]).done();
    assert!(ran.out.contains("3 character references of HTML"), "{}", ran.out);
    ropa(folder.path(), &["build", "--output", "out"]);
    let page = fs::read_to_string(folder.path().join("out/public/laden-example.md")).unwrap();
    let rights = "Sie haben alle diese Rechte.";
    for told in ["Reisepassnummer", "Bestellung", "Schutz & Trutz", "Zahlgut", rights, "Ansprechpartner\\*in"] {
        assert!(page.contains(told), "{told} is not in\n{page}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_of_any_sort_in_any_place_are_taken(at in any::<prop::sample::Index>(), new in prop_oneof![
        Just("null"), Just("7"), Just("-1e999"), Just("true"), Just("[]"), Just("{}"), Just("[[1], {\"a\": \"b\"}]"),
        Just("{\"reference\": 1, \"purpose\": {\"x\": []}, \"name\": [\"y\"]}"), Just("\"\\u0000\\u202e<b>`[x](y)\""),
        Just("\"# 1. - \\n\\n'''\\\"\\\"\\\"\""),
    ]) {
        // One value of the document, of any depth, becomes another.
        let mut value: serde_json::Value = serde_json::from_str(LADEN).unwrap();
        let paths = paths(&value, "");
        let path = &paths[at.index(paths.len())];
        *value.pointer_mut(path).unwrap() = serde_json::json!("here");
        let text = value.to_string().replacen("\"here\"", new, 1);
        let draft = read(&text, "x.json");
        prop_assume!(draft.account.is_some());
        let account = draft.account.clone().unwrap();
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) {
            prop_assert_eq!((told(&account), account.empty), count(&value), "{}", path);
        }
        files(draft);
    }
}

fn paths(value: &serde_json::Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    match value {
        serde_json::Value::Object(map) => {
            for (key, inner) in map {
                found.push(format!("{path}/{key}"));
                found.extend(paths(inner, &format!("{path}/{key}")));
            }
        }
        serde_json::Value::Array(list) => {
            for (at, inner) in list.iter().enumerate() {
                found.push(format!("{path}/{at}"));
                found.extend(paths(inner, &format!("{path}/{at}")));
            }
        }
        _ => {}
    }
    found
}
