//! Our own export comes back, in each of its formats: every cell of every table is the same after an import
//! into an empty folder and another export. What is not is listed here, with the reason.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::tempdir;

use crate::building::copy;
use crate::program::ropa;

/// Tables, and what tells their rows apart.
const TABLES: [(&str, &[&str]); 13] = [
    ("controllers", &["Record"]),
    ("activities", &["Record"]),
    ("data", &["Activity", "Row", "Category of data", "People"]),
    ("disclosures", &["Activity", "Circumstance", "Recipient"]),
    ("processors", &["Record"]),
    ("recipients", &["Record"]),
    ("transfers", &["Goes to", "Recipient"]),
    ("retention-schedule", &["Record"]),
    ("security-measures", &["Record"]),
    ("processing-for-clients", &["Record"]),
    ("clients", &["Client", "Processing"]),
    ("legal-bases", &["Record"]),
    ("systems", &["Record"]),
];

/// Columns that do not come back as they stood, and why.
const DIFFERENT: [(&str, &str, &str); 2] = [
    ("activities", "File and line", "the tables do not hold the folders below `activities`"),
    (
        "retention-schedule",
        "Categories of data",
        "their order is that of the records, and a table of categories is none of ours",
    ),
];

const FORMATS: [&str; 3] = ["csv", "xlsx", "ods"];

type Rows = BTreeMap<Vec<String>, BTreeMap<String, String>>;

fn rows(folder: &Path, table: &str, key: &[&str]) -> Rows {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    let read = |row: Result<BTreeMap<String, String>, csv::Error>| {
        let row = row.unwrap();
        (key.iter().map(|column| row[*column].clone()).collect(), row)
    };
    reader.deserialize().map(read).collect()
}

/// Whether a cell says the same in other order, or stands in a note under the head of its column.
fn is_told(column: &str, cell: &str, other: &str, notes: &str) -> bool {
    // The order of categories is that of their file, and a line that goes on below the same sentence.
    let words = |text: &str| {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    let head = format!("{column}: {}", cell.lines().next().unwrap_or_default().trim());
    let is_noted = !cell.is_empty() && notes.contains(&head) && cell.lines().all(|line| notes.contains(line.trim()));
    // Where something became a note, the notes of the record grow.
    let is_longer = column == "Notes" && other.contains(cell);
    words(cell) == words(other) || is_noted || is_longer
}

/// Compares all cells of two exports. Those that the notes hold are kept as well, where there may be any.
fn compare(before: &Path, after: &Path, notes: Option<&str>, format: &str) {
    for (table, key) in TABLES {
        let (before, after) = (rows(before, table, key), rows(after, table, key));
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{format}, {table}");
        for (key, row) in &before {
            let is_same = |column: &str| !DIFFERENT.iter().any(|(of, known, _)| *of == table && *known == column);
            for (column, cell) in row.iter().filter(|(column, _)| is_same(column)) {
                let other = &after[key][column];
                assert!(
                    cell == other || notes.is_some_and(|notes| is_told(column, cell, other, notes)),
                    "{format}, {table}, {column}, {key:?}:\n{cell}\n{other}"
                );
            }
        }
    }
    for table in ["cover", "cover-controllers", "legend", "legend-2"] {
        let read = |folder: &Path| fs::read_to_string(folder.join(format!("{table}.csv"))).unwrap();
        assert_eq!(read(before), read(after), "{format}, {table}");
    }
}

/// The notes of activities and all other tables, as an export tells them.
fn notes(folder: &Path) -> String {
    TABLES
        .iter()
        .flat_map(|(table, key)| rows(folder, table, key))
        .filter_map(|(_, mut row)| row.remove("Notes"))
        .collect()
}

/// Exports, imports in each format and exports again. Every cell must come back, or, if `may_note`, stand
/// in a note.
pub fn round(registry: &str, formats: &[&str], may_note: bool) {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let export = |format: &str, from: &str, to: &str| {
        let ran = ropa(here, &["export", format, "--profile", "register", "--registry", from, "-o", to]);
        assert!(ran.code < 2, "{}", ran.err);
    };
    export("csv", registry, "before");
    for format in formats {
        let into = format!("from-{format}");
        let file = format!("register.{format}");
        let mut tables: Vec<String> =
            fs::read_dir(here.join("before")).unwrap().map(|file| file.unwrap().path().display().to_string()).collect();
        tables.retain(|path| path.ends_with(".csv"));
        tables.sort();
        let mut words = vec!["import", format, "--into", &into];
        if *format == "csv" {
            words.extend(tables.iter().map(String::as_str));
        } else {
            export(format, registry, &file);
            words.push(&file);
        }
        let ran = ropa(here, &words).done();
        assert!(ran.err.contains("map `register`"), "{}", ran.err);
        assert!(!ran.out.contains("left out"), "{format}: {}", ran.out);
        assert!(may_note || !ran.out.contains("kept in the notes"), "{format}: {}", ran.out);
        let again = ropa(here, &words).done();
        assert!(again.out.contains("nothing to do"), "{format}: {}", again.out);
        let after = format!("after-{format}");
        export("csv", &into, &after);
        let noted = may_note.then(|| notes(&here.join(&after)));
        compare(&here.join("before"), &here.join(&after), noted.as_deref(), format);
    }
}

#[test]
fn our_export_comes_back_in_each_format() {
    round(Path::new(env!("CARGO_MANIFEST_DIR")).join("registry").to_str().unwrap(), &FORMATS, false);
}

/// Facts that the example does not have, and that share a cell with others.
const MORE: &str = r#"
name                = "Rare Facts Inc."
trade-name          = "Rare"
legal-form          = "corporation"
address             = { lines = ["1 Example Street", "Floor 2"], city = "Springfield", postcode = "62701", region = "IL", country = "US" }
phone               = "+1 555 010 0000"

[contacts.desk]
name            = "our desk"
email           = "desk@rare.example"
phone           = "+1 555 010 0001"
subject-line    = "My data"
subject-because = "the right people read it"
uses            = ["general", "security"]

[dpo]
appointed = true
name      = "Jane Example"
email     = "dpo@rare.example"
phone     = "+49 30 23125 001"
address   = { lines = ["Musterweg 2"], postcode = "10115", city = "Berlin", country = "DE" }
holder    = "Example Advisers"
notified  = 2025-01-31

[representative]
appointed = true
name      = "Example Representatives GmbH"
address   = { lines = ["Musterweg 3"], postcode = "10115", city = "Berlin", country = "DE" }
email     = "eu@rare.example"
mandated  = 2024-02-29

[authority]
name    = "Office of Examples"
website = "https://office.example"
"#;

const ACTIVITY: &str = r#"
title           = "Rare things"
controllers     = ["rare-facts", "example-cloud"]
subject-groups  = ["customers"]
owner           = "Somebody"
retention       = ["rare-rule"]

[joint-arrangement]
essence   = "One answers, the other pays."
contact   = "our desk"
signed    = 2025-05-17
reference = "JC-1"

[purposes.rare]
title       = "do rare things"
legal-bases = ["rare-interest"]
condition   = "you ask for it"

[data.names]
categories    = ["contact-details"]
sources       = ["observed"]
observed-when = ["when you open the door"]
condition     = "the door is open"
depends-on    = "which door it is"

[profiling]
used   = true
method = "count doors"
inputs = ["doors", "keys"]
effect = "you get a key"

[automated-decisions]
used         = true
decision     = "who gets a key"
logic        = "Whoever has no key gets one."
consequences = "People without a key wait."
safeguards   = "ask a person"

[dpia]
needed     = true
reason     = "Many doors."
criteria   = ["large scale", "new technology"]
dpo-advice = "Count fewer doors."
date       = 2026-01-02
result     = "Low."
reference  = "DPIA-77"

[[waivers]]
lint    = "no-recipients"
reason  = "Nobody gets them: they stay."
owner   = "Somebody"
expires = 2027-06-30
"#;

const RULE: &str = r#"
title     = "Rare rule"
while     = "you have a key"
criteria  = ["the number of doors", "the weather"]
limit     = "ten years"
typically = true
then      = "erase"
then-how  = "by burning"
laws      = [{ act = "Door Act", article = "section 3", country = "FI" }, { act = "Ley 1/2020, de 2 de enero" }]
"#;

const BASIS: &str = r#"
title       = "Rare interest"
article     = "6(1)(f)"
extent      = "some-cases"
interests   = ["open doors"]
interest-of = "everybody"
examples    = ["a storm"]
"#;

const CLIENTS: &str = r#"
title      = "Doors for others"
processor  = "rare-facts"
processing = ["opening", "closing"]
ask        = "Please ask the owner."
data       = "the data on doors"
on-behalf-of = "owners"
controller-is = "the owner"
note       = "Doors of houses."

[clients.first]
name           = "First Owner Ltd"
contact        = "first@owner.example"
representative = "Owner Representatives"
address        = { lines = ["2 Example Street"], city = "London", postcode = "SW1A 0AA", country = "GB" }

[clients.second]
list = "Binder 7"

[transfers.us]
countries      = ["US"]
mechanisms     = ["dpf", "scc"]
module         = 2
extent         = "always"
when           = "at night"
framework      = { name = "the framework", certified = true, dispute-body = "the panel" }
assessment     = { date = 2026-01-01, result = "Fine.", reference = "TIA-9" }
"#;

#[test]
fn cells_with_several_facts_come_back() {
    let folder = tempdir().unwrap();
    let registry = folder.path().join("registry");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &registry, false);
    let add = |path: &str, text: &str| fs::write(registry.join(path), text).unwrap();
    add("controllers/rare-facts.toml", MORE);
    add("activities/rare.toml", ACTIVITY);
    add("client-processing/doors.toml", CLIENTS);
    for (file, id, text) in [("retention.toml", "rare-rule", RULE), ("legal-bases.toml", "rare-interest", BASIS)] {
        let own = fs::read_to_string(registry.join(file)).unwrap();
        add(file, &format!("{own}\n[{id}]\n{text}"));
    }
    round(registry.to_str().unwrap(), &FORMATS, false);
}
