//! Files of tables, read by others, hold what the records say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto};
use ropa::export::csv::unguarded;
use ropa::export::profile;
use tempfile::tempdir;

use super::example;
use crate::profiles::records::{Registry, flat, pieces, records};
use crate::profiles::registries;
use crate::program::ropa;
use crate::writers::office::{Cells, convert, saved};

/// The rows of a sheet by what stands in its column `Record`, each as words.
type Rows = BTreeMap<String, String>;

fn by_record(rows: Vec<Vec<String>>) -> Rows {
    let head = rows.iter().position(|row| row.iter().any(|cell| cell == "Record")).unwrap();
    let place = rows[head].iter().position(|cell| cell == "Record").unwrap();
    let below = rows.into_iter().skip(head + 1).filter(|row| row.iter().any(|cell| !cell.is_empty()));
    below.map(|row| (row[place].clone(), row.join("\n"))).collect()
}

fn of_workbook(path: &Path) -> Rows {
    let mut workbook = open_workbook_auto(path).unwrap();
    let sheet = workbook.worksheet_range("Activities").unwrap();
    let words = |cell: &Data| match cell {
        Data::Empty => String::new(),
        cell => cell.to_string(),
    };
    by_record(sheet.rows().map(|row| row.iter().map(words).collect()).collect())
}

fn of_csv(path: &Path) -> Rows {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    let rows = reader.records().map(|row| row.unwrap().iter().map(|cell| unguarded(cell).into()).collect());
    by_record(rows.collect())
}

#[test]
fn they_hold_what_the_records_say() {
    let mut compared = 0;
    for folder in registries() {
        let here = tempdir().unwrap();
        let registry = fs::canonicalize(&folder).unwrap();
        let from = ["--registry", registry.to_str().unwrap()];
        let run = |arguments: &[&str]| {
            let ran = ropa(here.path(), &[&["export"], arguments, &from].concat());
            assert!(ran.code < 2, "{}", ran.err);
        };
        run(&["xlsx"]);
        run(&["ods"]);
        run(&["csv"]);
        let files = [
            ("xlsx", of_workbook(&here.path().join("register.xlsx"))),
            ("ods", of_workbook(&here.path().join("register.ods"))),
            ("csv", of_csv(&here.path().join("register-csv/activities.csv"))),
        ];
        let (known, activities) = (Registry::of(&folder), records(&folder, "activities"));
        for (format, rows) in &files {
            assert!(rows.keys().eq(activities.keys()), "{format}: {:?}", rows.keys());
            for (id, activity) in &activities {
                let words = flat(&ropa::markdown::escape(&rows[id]));
                for piece in known.expected(activity).iter().flat_map(|text| pieces(text)) {
                    compared += 1;
                    assert!(words.contains(&piece), "{format} of {}: {id} lacks {piece:?}\n{words}", folder.display());
                }
            }
        }
    }
    assert!(compared > 3000, "{compared}");
}

/// All words of a workbook as LibreOffice reads it, and its activities by their records.
fn of_office(sheets: &[(String, Cells)]) -> (String, Rows) {
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let activities = sheets.iter().find(|(name, _)| name == "Activities").unwrap();
    let width = activities.1.keys().map(|(_, column)| column + 1).max().unwrap();
    for ((row, column), words) in &activities.1 {
        rows.entry(*row).or_insert_with(|| vec![String::new(); width])[*column] = words.clone();
    }
    let all = sheets.iter().flat_map(|(_, cells)| cells.values()).cloned().collect::<Vec<_>>().join("\n");
    (flat(&ropa::markdown::escape(&all)), by_record(rows.into_values().collect()))
}

/// Keys whose words are promises of a notice, or waivers that stand in a pack: no part of Article 30.
const ELSEWHERE: [&str; 6] =
    [".complaints.steps.", ".description", ".marketing.", ".minimisation", ".requests.", ".waivers."];

#[test]
#[ignore = "needs LibreOffice: tests/all runs it"]
fn libreoffice_reads_what_the_records_say() {
    let here = tempdir().unwrap();
    let mut files = Vec::new();
    for (at, folder) in registries().iter().enumerate() {
        let registry = fs::canonicalize(folder).unwrap();
        let profiles = if folder.ends_with("registry") { profile::names(&[]) } else { vec!["register".to_owned()] };
        for (profile, format) in profiles.iter().flat_map(|profile| [(profile, "xlsx"), (profile, "ods")]) {
            let file = format!("{at}-{profile}-{format}.{format}");
            let place = ["--registry", registry.to_str().unwrap(), "--out", &file];
            let ran = ropa(here.path(), &[&["export", format, "--profile", profile], &place[..]].concat());
            assert!(ran.code < 2, "{}", ran.err);
            files.push((folder.clone(), profile.clone(), file));
        }
    }
    let names: Vec<&str> = files.iter().map(|(_, _, file)| file.as_str()).collect();
    convert(here.path(), "fods", &names);
    let (mut compared, mut lost) = (0, Vec::new());
    for (folder, profile, file) in &files {
        let sheets = saved(&here.path().join(file).with_extension("fods"));
        assert!(sheets.len() > 2 && sheets.iter().all(|(_, cells)| !cells.is_empty()), "{file}");
        if profile != "register" {
            continue;
        }
        let (all, rows) = of_office(&sheets);
        let (known, activities) = (Registry::of(folder), records(folder, "activities"));
        assert!(rows.keys().eq(activities.keys()), "{file}: {:?}", rows.keys());
        for (id, activity) in &activities {
            let words = flat(&ropa::markdown::escape(&rows[id]));
            for piece in known.expected(activity).iter().flat_map(|text| pieces(text)) {
                compared += 1;
                assert!(words.contains(&piece), "{file}: {id} lacks {piece:?}\n{words}");
            }
        }
        for (path, text) in Registry::prose(folder) {
            let told = ELSEWHERE.iter().any(|key| path.contains(key));
            compared += 1;
            if !told && !pieces(&text).iter().all(|piece| all.contains(piece)) {
                lost.push(format!("{file}: {path}: {text}"));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    assert!(compared > 5000, "{compared}");
}

#[test]
fn every_profile_opens_in_every_format() {
    let folder = example();
    let here = folder.path();
    for profile in profile::names(&[]) {
        for format in ["xlsx", "ods", "csv", "html"] {
            let ran = ropa(here, &["export", format, "--profile", &profile]);
            assert!(ran.code < 2 && ran.out.starts_with("written: "), "{}{}", ran.out, ran.err);
        }
        let stem = if profile == "register" { profile } else { format!("register-{profile}") };
        for end in ["xlsx", "ods"] {
            let mut workbook = open_workbook_auto(here.join(format!("{stem}.{end}"))).unwrap();
            assert!(workbook.worksheets().len() > 2, "{stem}.{end}");
        }
        let page = fs::read_to_string(here.join(format!("{stem}.html"))).unwrap();
        assert!(page.contains("<table") && !page.contains("<script"), "{stem}");
        assert!(fs::read_dir(here.join(format!("{stem}-csv"))).unwrap().count() > 2, "{stem}");
    }
    let ran = ropa(here, &["export", "ods", "--profile", "incc"]);
    ran.refused("there is no profile `incc`");
}

#[test]
fn what_is_required_and_empty_is_told() {
    let folder = example();
    let here = folder.path();
    ropa(here, &["export", "xlsx", "--profile", "article-30"]).done();
    fs::write(here.join("registry/activities/bare.toml"), "title = \"Bare\"\n").unwrap();
    let ran = ropa(here, &["export", "xlsx", "--profile", "article-30"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, "written: register-article-30.xlsx\n"));
    for words in ["requires `(b) Purposes`, and it is empty", "4 required cells are empty"] {
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
    let ran = ropa(here, &["export", "xlsx", "--profile", "article-30", "--findings", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let found = found["findings"].as_array().unwrap();
    assert_eq!((ran.code, found.len()), (1, 4));
    assert_eq!(found[0]["at"]["path"], "registry/activities/bare.toml");
    let ran = ropa(here, &["export", "html", "--profile", "ico", "--findings", "json", "--out", "-"]);
    ran.refused("name a file with --out");
}

#[test]
fn one_table_can_be_printed() {
    let folder = example();
    let printed = |more: &[&str]| {
        let arguments = [&["export", "csv", "--table", "processors", "--out", "-"], more].concat();
        ropa(folder.path(), &arguments).done().out
    };
    assert!(printed(&[]).starts_with("Processor,"), "{}", printed(&[]));
    assert!(printed(&["--separator", "semicolon", "--bom"]).starts_with("\u{feff}Processor;"));
    ropa(folder.path(), &["export", "csv", "--table", "nothing"]).refused("the tables are");
    ropa(folder.path(), &["export", "csv", "--out", "-"]).refused("name one with --table");
}

#[test]
fn the_internal_site_offers_them() {
    let folder = example();
    let here = folder.path();
    ropa(here, &["build"]).done();
    let downloads = here.join("output/internal/downloads");
    for end in ["xlsx", "ods"] {
        let rows = of_workbook(&downloads.join(format!("register.{end}")));
        assert!(rows.contains_key("newsletter"), "{end}");
    }
    ropa(here, &["export", "json"]).done();
    assert_eq!(fs::read(downloads.join("register.json")).unwrap(), fs::read(here.join("register.json")).unwrap());
    let archive = fs::File::open(downloads.join("register-csv.zip")).unwrap();
    assert!(zip::ZipArchive::new(archive).unwrap().by_name("register-csv/activities.csv").is_ok());
    let start = fs::read_to_string(here.join("output/internal/index.html")).unwrap();
    for file in ["xlsx", "ods", "json"] {
        assert!(start.contains(&format!("href=\"downloads/register.{file}\"")), "{file}");
    }
    assert!(!here.join("output/public/downloads").exists());

    // What a format cannot hold does not stop a build; the file says why it is another.
    let long = format!("title = \"Long\"\nnote = \"{}\"\n", "long ".repeat(8_000));
    fs::write(here.join("registry/activities/long.toml"), long).unwrap();
    assert!(ropa(here, &["build"]).code < 2);
    let mut refused = open_workbook_auto(downloads.join("register.xlsx")).unwrap();
    let (_, sheet) = refused.worksheets().remove(0);
    let words: String = sheet.rows().flatten().map(ToString::to_string).collect();
    assert!(words.contains("XLSX cannot hold") && words.contains("Activities"), "{words}");
    assert!(of_workbook(&downloads.join("register.ods")).contains_key("long"));
    ropa(here, &["export", "xlsx"]).refused("XLSX cannot hold");
}
