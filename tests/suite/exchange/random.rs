//! What holds for every registry, and not only for the examples.

use proptest::prelude::*;
use ropa::import;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::source::Sources;
use serde_json::Value;

use super::json::{errors, exported, files, imported, report, understood};
use super::made_up::export;

/// The members that an import is made from, in an order that can be compared.
fn said(export: &str) -> (String, String) {
    let mut file: Value = serde_json::from_str(export).unwrap();
    for of_kind in file["records"].as_object_mut().unwrap().values_mut() {
        for record in of_kind.as_object_mut().unwrap().values_mut() {
            record.as_object_mut().unwrap().sort_keys();
        }
    }
    (file["settings"].to_string(), file["records"].to_string())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_registry_comes_back_from_its_export(seed in any::<u64>()) {
        let made = export(seed);
        prop_assert_eq!(errors(&made), [""; 0]);
        let first = imported(&made.to_string());
        prop_assert_eq!(report(&first), "");
        let before = Reading::of_loaded(files(&first));
        let text = exported(&before.sources);
        prop_assert_eq!(errors(&serde_json::from_str(&text).unwrap()), [""; 0]);

        // What was made up is what comes out, letter by letter; records without a file have one now.
        let mut with_files: Value = made.clone();
        for (kind, of_kind) in with_files["records"].as_object_mut().unwrap() {
            for (id, record) in of_kind.as_object_mut().unwrap() {
                if record.get("file").is_none() {
                    record["file"] = format!("{kind}/{id}.toml").into();
                }
            }
        }
        prop_assert_eq!(said(&with_files.to_string()), said(&text));

        // And what comes out goes in again and comes out the same, records, order and bytes.
        let after = Reading::of_loaded(files(&imported(&text)));
        prop_assert!(exported(&after.sources) == text);
        prop_assert!(understood(&before) == understood(&after));
    }

    #[test]
    fn toml_of_another_writer_comes_back_too(seed in any::<u64>()) {
        // The files as the TOML library writes them, with its own quotes and its own order.
        let mut loaded = Loaded { sources: Sources::new("registry"), ..Loaded::default() };
        for (file, _) in &imported(&export(seed).to_string()).files {
            let table: toml::Table = file.text.parse().unwrap();
            loaded.add(&file.path, toml::to_string_pretty(&table).unwrap());
        }
        let before = Reading::of_loaded(loaded);
        prop_assert_eq!(&before.diagnostics, &[]);
        let text = exported(&before.sources);
        let after = Reading::of_loaded(files(&imported(&text)));
        prop_assert!(exported(&after.sources) == text);
        prop_assert!(understood(&before) == understood(&after));
    }

    #[test]
    fn a_damaged_export_is_told_or_taken(seed in any::<u64>(), at in any::<prop::sample::Index>(), new in "\\PC{0,6}|[\\[\\]{}\",:0-9a-z.\\\\\\n]{0,6}", length in 0..40_usize) {
        let text = export(seed).to_string();
        let letters: Vec<char> = text.chars().collect();
        let start = at.index(letters.len());
        let end = (start + length).min(letters.len());
        let damaged: String = letters[..start].iter().copied().chain(new.chars()).chain(letters[end..].iter().copied()).collect();
        let judged = import::json::read(&damaged, "export.json").judge(Loaded::default());
        let told = report(&judged);
        prop_assert_eq!(judged.is_broken(), !told.is_empty());
        for diagnostic in &judged.diagnostics {
            let span = diagnostic.primary.span;
            let text = &judged.sources.get(span.file).text;
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{:?}", diagnostic);
        }
    }

    #[test]
    fn any_json_is_answered(text in "[\\[\\]{}\",:0-9a-z./\\\\ -]{0,80}") {
        for text in [text.clone(), format!("{{\"format\":\"ropa-registry/1\",\"records\":{{\"systems\":{{\"a\":{{\"record\":{text}}}}}}}}}")] {
            let judged = import::json::read(&text, "export.json").judge(Loaded::default());
            prop_assert_eq!(judged.is_broken(), !report(&judged).is_empty());
        }
    }
}
