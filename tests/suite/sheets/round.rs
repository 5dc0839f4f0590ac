//! Our own export comes back, in each of its formats: the columns below are the same after an import
//! into an empty folder and another export. Columns that are put together of several fields, and have no
//! column for each, are left out of the map or kept as notes.

use std::collections::BTreeMap;
use std::path::Path;

use tempfile::tempdir;

use crate::program::ropa;

/// Tables, and what tells their rows apart, with the columns that come back.
const COLUMNS: [(&str, &[&str], &[&str]); 10] = [
    (
        "controllers",
        &["Record"],
        &[
            "Controller",
            "Trade name",
            "Address",
            "Telephone",
            "E-mail",
            "Web site",
            "Staff",
            "Establishments",
            "Public body",
        ],
    ),
    (
        "activities",
        &["Record"],
        &[
            "Activity",
            "What happens",
            "Categories of people",
            "Security measures",
            "Sources",
            "Impact assessment needed",
            "Impact assessment made",
            "Its next review",
            "Owner",
            "Began",
            "Ended",
            "Last review",
            "Next review",
            "Last change",
        ],
    ),
    (
        "data",
        &["Activity", "Row", "Category of data", "People"],
        &[
            "What belongs to it",
            "Sources",
            "Main source",
            "Purposes",
            "Own legal bases",
            "If refused",
            "Only if",
            "Combined with",
        ],
    ),
    (
        "disclosures",
        &["Activity", "Circumstance", "Recipient"],
        &[
            "People",
            "Categories of data",
            "What for",
            "Possibly",
            "Only what is necessary",
            "They must",
            "People are told before",
        ],
    ),
    (
        "processors",
        &["Record"],
        &[
            "Processor",
            "Category",
            "Services",
            "Country",
            "Data are stored in",
            "Data can be reached from",
            "Contract",
            "Signed",
            "Sub-processors",
            "Sub-processors are approved",
            "They must",
        ],
    ),
    (
        "recipients",
        &["Record"],
        &["Recipient", "Category", "What it is", "Countries", "They must", "Agreement or contact"],
    ),
    (
        "transfers",
        &["Goes to", "Recipient"],
        &[
            "Rests on",
            "Module of the clauses",
            "Signed",
            "Documents on safeguards",
            "Supplementary measures",
            "A copy can be had",
        ],
    ),
    (
        "retention-schedule",
        &["Record"],
        &[
            "Rule",
            "Period",
            "Runs from",
            "After that, what is needed to",
            "Longer if",
            "What happens then",
            "Needed this long to",
            "Procedure",
            "Owner",
        ],
    ),
    (
        "security-measures",
        &["Record"],
        &["Measure", "As notices tell it", "Sort", "Serves", "How it is done", "Owner", "Last tested"],
    ),
    (
        "legal-bases",
        &["Record"],
        &["Legal basis", "Article 6", "Article 9", "Consent is withdrawn", "Balancing test", "Necessity"],
    ),
];

type Rows = BTreeMap<Vec<String>, BTreeMap<String, String>>;

fn rows(folder: &Path, table: &str, key: &[&str]) -> Rows {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    let read = |row: Result<BTreeMap<String, String>, csv::Error>| {
        let row = row.unwrap();
        (key.iter().map(|column| row[*column].clone()).collect(), row)
    };
    reader.deserialize().map(read).collect()
}

#[test]
fn our_export_comes_back_in_each_format() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let registry = registry.to_str().unwrap();
    ropa(here, &["export", "csv", "--profile", "register", "--registry", registry, "-o", "before"]).done();
    for format in ["csv", "xlsx", "ods"] {
        let into = format!("from-{format}");
        let file = format!("register.{format}");
        let tables: Vec<String> = COLUMNS
            .iter()
            .map(|(table, ..)| format!("before/{table}.csv"))
            .chain(["before/systems.csv".into()])
            .collect();
        let mut words = vec!["import", format, "--into", &into];
        if format == "csv" {
            words.extend(tables.iter().map(String::as_str));
        } else {
            ropa(here, &["export", format, "--profile", "register", "--registry", registry, "-o", &file]).done();
            words.push(&file);
        }
        let ran = ropa(here, &words).done();
        assert!(ran.err.contains("map `register`"), "{}", ran.err);
        let again = ropa(here, &words).done();
        assert!(again.out.contains("nothing to do"), "{format}: {}", again.out);
        // What the map does not cover is told as not filled.
        let after = format!("after-{format}");
        ropa(here, &["export", "csv", "--profile", "register", "--registry", &into, "-o", &after]);
        for (table, key, columns) in COLUMNS {
            let (before, after) = (rows(&here.join("before"), table, key), rows(&here.join(&after), table, key));
            for (key, row) in &before {
                let Some(other) = after.get(key) else { panic!("{format}, {table}: {key:?} is gone") };
                for column in columns {
                    assert_eq!(row[*column], other[*column], "{format}, {table}, {column}: {key:?}");
                }
            }
        }
    }
}
