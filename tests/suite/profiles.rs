//! Profiles: what stands in the sheets they make, compared with the records by tests that do not know how
//! the sheets are made.

mod facts;
mod own;
pub mod records;
mod unfilled;

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use ropa::export::profile::{self, Profile};
use ropa::export::tables;
use ropa::export::workbook::{Cell, Part, Workbook};
use ropa::export::{html_tables, ods, xlsx};
use ropa::reading::Reading;
use ropa::record::profile as written;
use ropa::register::Desk;
use ropa::source::FileId;
use ropa::strings::Strings;

use crate::register::{english, read};

static STRINGS: LazyLock<Strings> = LazyLock::new(english);

/// A sheet as what is written in it: labels and values of forms, and rows of tables, each cell as words.
#[derive(Debug, Default, PartialEq)]
struct Written {
    name: String,
    words: String,
    heads: Vec<Vec<String>>,
    rows: Vec<Vec<String>>,
}

/// The registries that there are.
pub fn registries() -> Vec<PathBuf> {
    let notices = std::fs::read_dir("tests/notices").unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = notices.filter(|path| path.is_dir()).collect();
    found.push(Path::new("registry").to_owned());
    found
}

fn as_of() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn desk(reading: &Reading) -> Desk<'_> {
    Desk::new(&reading.registry, &reading.sources, &STRINGS, as_of(), &[])
}

fn words(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => words,
        Cell::List(entries) => entries.join("\n"),
        Cell::Date(day) => day.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Link { words, address } => format!("{words} {address}"),
    }
}

/// All that stands in a workbook.
fn sheets(workbook: Workbook<'_>) -> Vec<Written> {
    let mut found = Vec::new();
    for sheet in workbook.sheets {
        let mut written = Written { name: sheet.name.clone(), words: sheet.name + "\n", ..Written::default() };
        for part in sheet.parts {
            match part {
                Part::Heading(words) | Part::Note(words) => written.words += &(words + "\n"),
                Part::Facts(facts) => {
                    for (label, cell) in facts {
                        written.words += &format!("{label}\n{}\n", words(cell));
                    }
                }
                Part::Table(table) => {
                    let heads: Vec<String> = table.columns.iter().map(|column| column.label.clone()).collect();
                    written.words += &(heads.join("\n") + "\n");
                    for row in table.rows {
                        assert_eq!(row.len(), heads.len(), "{}", written.name);
                        let row: Vec<String> = row.into_iter().map(words).collect();
                        written.words += &(row.join("\n") + "\n");
                        written.rows.push(row);
                    }
                    written.heads.push(heads);
                }
            }
        }
        found.push(written);
    }
    found
}

fn made(reading: &Reading, profile: &Profile) -> Vec<Written> {
    made_on("2026-11-22", reading, profile)
}

/// What an export of some day holds.
fn made_on(day: &str, reading: &Reading, profile: &Profile) -> Vec<Written> {
    let desk = Desk::new(&reading.registry, &reading.sources, &STRINGS, day.parse().unwrap(), &[]);
    sheets(tables::workbook(&desk, profile))
}

/// A profile from its text; it is sound.
fn of_text(text: &str) -> Profile {
    let (record, wrong) = ropa::parse::alone::<written::Profile>(FileId::default(), text);
    assert_eq!(wrong, []);
    let (profile, wrong) = profile::checked("test", ropa::source::Span::default(), &record.unwrap());
    assert_eq!(wrong, [], "{text}");
    profile
}

#[test]
fn every_profile_shows_every_activity() {
    for folder in registries() {
        let reading = read(&folder);
        for profile in profile::built_ins() {
            let sheets = made(&reading, &profile);
            let all: String = sheets.iter().map(|sheet| sheet.words.as_str()).collect();
            let open = profile.audience == written::Audience::Public || profile.name == "client";
            for (_, entry) in reading.registry.activities.iter().filter(|_| !open) {
                assert!(all.contains(entry.name()), "{}: {} in {}", folder.display(), entry.name(), profile.name);
            }
            for markup in ["**", "](", "[[", "{ $"] {
                assert!(!all.contains(markup), "{}: {markup} in {}", folder.display(), profile.name);
            }
        }
        assert_eq!(STRINGS.missing(), [""; 0]);
    }
}

#[test]
fn a_form_has_a_sheet_for_each_activity() {
    let reading = read(Path::new("registry"));
    let profile = profile::built_in("cnil").unwrap();
    let sheets = made(&reading, &profile);
    let forms = sheets.iter().filter(|sheet| sheet.name.starts_with("Fiche ")).count();
    assert_eq!(forms, reading.registry.activities.len());
    let newsletter = sheets.iter().find(|sheet| sheet.name == "Fiche Newsletter").unwrap();
    for words in ["Responsable du traitement", "Example Cloud", "Finalité principale", "Durée de conservation"] {
        assert!(newsletter.words.contains(words), "{words}\n{}", newsletter.words);
    }
}

#[test]
fn known_facts_stand_in_known_columns() {
    let reading = read(Path::new("registry"));
    let ico = made(&reading, &profile::built_in("ico").unwrap());
    assert_eq!(ico[0].heads[1].len(), 30);
    assert_eq!(made(&reading, &profile::built_in("garante").unwrap())[0].heads[0].len(), 8);
    let inventory = made(&reading, &profile::built_in("aepd").unwrap());
    let bases: Vec<&str> = inventory[0].rows.iter().map(|row| row[5].as_str()).collect();
    assert!(bases.iter().any(|basis| basis.contains("interés legítimo (Article 6(1)(f))")), "{bases:?}");
}

#[test]
fn a_part_of_the_register_says_that_it_is_one() {
    let mut reading = read(Path::new("registry"));
    let extract = ropa::registry::Extract { activities: vec!["Newsletter".to_owned()], ..Default::default() };
    reading.registry.extract = Some(extract);
    for profile in profile::built_ins() {
        let all: String = made(&reading, &profile).iter().map(|sheet| sheet.words.clone()).collect();
        let open = profile.audience == written::Audience::Public;
        assert_eq!(all.contains("Only these activities, and what they name: Newsletter"), !open, "{}", profile.name);
    }
}

#[test]
fn every_writer_takes_every_profile() {
    let reading = read(Path::new("registry"));
    let desk = desk(&reading);
    for profile in profile::built_ins() {
        let workbook = || tables::workbook(&desk, &profile);
        let (mut sheet, mut open, mut page) = (Vec::new(), Cursor::new(Vec::new()), Vec::new());
        xlsx::write(workbook(), &mut sheet).unwrap();
        ods::write(workbook(), &mut open).unwrap();
        html_tables::write(workbook(), &mut page).unwrap();
        assert!(sheet.starts_with(b"PK") && open.get_ref().starts_with(b"PK"), "{}", profile.name);
        assert!(String::from_utf8(page).unwrap().contains("Example Cloud Oy"), "{}", profile.name);
    }
}

#[test]
fn the_same_records_make_the_same_workbook() {
    for profile in profile::built_ins() {
        let folder = Path::new("registry");
        assert_eq!(made(&read(folder), &profile), made(&read(folder), &profile), "{}", profile.name);
    }
}
