//! Cells of public registers: who receives nothing, names in full, heads in short, rows that go on.

use super::{account, drafted, files, nothing};

/// The files that a sheet becomes.
fn read(text: &str) -> std::collections::BTreeMap<String, String> {
    let (draft, summary) = drafted(super::book(text), &nothing());
    account(&summary);
    files(&draft.judge(nothing()))
}

#[test]
fn a_sentence_that_denies_disclosure_is_no_recipient() {
    for (text, without_exception) in [
        ("Los datos no se comunicarán a terceros salvo obligación legal", false),
        ("Salvo obligación legal, los datos no serán cedidos", false),
        ("Les données ne sont pas transmises à des tiers", true),
        ("I dati non sono comunicati a terzi salvo obblighi di legge", false),
        ("Gegevens worden niet gedeeld", true),
        ("Data is not shared with third parties", true),
        ("We do not share data unless required by law", false),
    ] {
        let files = read(&format!("Activity;Purpose;Recipients\nOne;Pay;{text}\n"));
        assert!(!files.contains_key("recipients.toml"), "{text}: {files:?}");
        let one = &files["activities/one.toml"];
        assert_eq!(one.contains("no-disclosures"), without_exception, "{text}: {one}");
        assert!(one.contains(text), "{text}: {one}");
    }
    for text in ["entfällt", "NP"] {
        let files = read(&format!("Activity;Purpose;Recipients\nOne;Pay;{text}\n"));
        assert!(!files.contains_key("recipients.toml") && !files["activities/one.toml"].contains(text), "{files:?}");
    }
}
