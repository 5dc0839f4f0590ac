//! What LibreOffice makes of the files.
//!
//! It needs LibreOffice, which `tests/all` installs; a plain `cargo test` lists these tests as ignored.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use ropa::export::workbook::{Cell, Part, Sheet, Width, Workbook};
use roxmltree::{Document, Node};

use super::samples::{column, hostile_rows, of_rows, seen, text, three_columns, whole};
use super::spreadsheets::{ods_of, xlsx_of};

/// Converts files in one start, with a profile of its own so that an open LibreOffice does not matter.
pub fn convert(folder: &Path, format: &str, files: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let program = std::env::var("ROPA_SOFFICE").unwrap_or_else(|_| "soffice".to_owned());
    let output = Command::new(&program)
        .current_dir(folder)
        .args([profile.as_str(), "--headless", "--norestore", "--convert-to", format])
        .args(files)
        .output()
        .unwrap_or_else(|error| panic!("{program} does not start ({error}): install libreoffice-calc-nogui"));
    assert!(output.status.success(), "{output:?}");
    for file in files {
        let made = folder.join(file).with_extension(format);
        assert!(made.exists(), "{file} was not opened: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Words of a node, with the elements that stand for spaces, tabs and line ends.
fn words(node: Node<'_, '_>, out: &mut String) {
    for child in node.children() {
        match child.tag_name().name() {
            "" => out.push_str(child.text().unwrap_or_default()),
            "s" => {
                let count = child.attributes().find(|a| a.name() == "c").map_or(1, |a| a.value().parse().unwrap());
                out.push_str(&" ".repeat(count));
            }
            "tab" => out.push('\t'),
            "line-break" => out.push('\n'),
            _ => words(child, out),
        }
    }
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// Cells of a sheet that hold something, by row and column.
pub type Cells = BTreeMap<(usize, usize), String>;

/// What LibreOffice saved: the sheets with their cells, days as days and numbers as numbers.
pub fn saved(file: &Path) -> Vec<(String, Cells)> {
    let xml = fs::read_to_string(file).unwrap();
    let document = Document::parse(&xml).unwrap();
    let tables = document.descendants().filter(|node| {
        node.tag_name().name() == "table"
            && node.parent().is_some_and(|parent| parent.tag_name().name() == "spreadsheet")
    });
    tables.map(|table| (attribute(table, "name").unwrap().to_owned(), cells(table))).collect()
}

fn cells(table: Node<'_, '_>) -> Cells {
    let mut found = Cells::new();
    let mut at = 0;
    for row in table.descendants().filter(|node| node.tag_name().name() == "table-row") {
        let mut column = 0;
        for cell in row.children().filter(Node::is_element) {
            assert_eq!(attribute(cell, "formula"), None, "a formula at {at}, {column}");
            let count = attribute(cell, "number-columns-repeated").map_or(1, |count| count.parse().unwrap());
            let value = match attribute(cell, "value-type") {
                Some("date") => format!("day {}", attribute(cell, "date-value").unwrap()),
                Some("float") => format!("number {}", attribute(cell, "value").unwrap()),
                Some("string") => {
                    let paragraphs = cell.children().filter(|node| node.tag_name().name() == "p").map(|paragraph| {
                        let mut line = String::new();
                        words(paragraph, &mut line);
                        line
                    });
                    paragraphs.collect::<Vec<_>>().join("\n")
                }
                None => String::new(),
                Some(other) => panic!("a cell of type {other} at {at}, {column}"),
            };
            if !value.is_empty() {
                found.extend((column..column + count).map(|column| ((at, column), value.clone())));
            }
            column += count;
        }
        at += attribute(row, "number-rows-repeated").map_or(1, |count| count.parse::<usize>().unwrap());
    }
    found
}

/// What a cell should hold there.
fn wanted(cell: &Cell, format: &str) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => seen(format, words),
        Cell::List(entries) => entries.join("\n"),
        Cell::Date(day) if day.to_string().as_str() < "1900-03-01" => day.to_string(),
        Cell::Date(day) => format!("day {day}"),
        Cell::Number(number) if *number > 999_999_999_999_999 => number.to_string(),
        Cell::Number(number) => format!("number {number}"),
        Cell::Link { words, address } if address.starts_with("javascript:") => format!("{words}\n{address}"),
        Cell::Link { words, address } if format == "xlsx" && address.contains('%') => format!("{words}\n{address}"),
        Cell::Link { words, .. } => words.clone(),
    }
}

/// The cells of a sheet as its parts give them, where nothing is left out between rows.
fn tables_of(workbook: Workbook<'_>, format: &str) -> Vec<Vec<Vec<String>>> {
    let table_of = |sheet: Sheet<'_>| {
        let mut rows = Vec::new();
        for part in sheet.parts {
            match part {
                Part::Heading(words) | Part::Note(words) => rows.push(vec![words]),
                Part::Facts(facts) => {
                    rows.extend(facts.into_iter().map(|(label, cell)| vec![label, wanted(&cell, format)]));
                }
                Part::Table(table) => {
                    rows.push(table.columns.into_iter().map(|column| column.label).collect());
                    rows.extend(table.rows.map(|row| row.iter().map(|cell| wanted(cell, format)).collect()));
                }
            }
        }
        rows
    };
    workbook.sheets.into_iter().map(table_of).collect()
}

/// The same from what was read: rows that hold something, without empty cells at their end.
fn rows_of(cells: &Cells) -> Vec<Vec<String>> {
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for ((row, column), value) in cells {
        let row = rows.entry(*row).or_default();
        row.resize(*column, String::new());
        row.push(value.clone());
    }
    rows.into_values().collect()
}

fn trimmed(mut row: Vec<String>) -> Vec<String> {
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    row
}

#[test]
#[ignore = "needs LibreOffice: tests/all runs it"]
fn libreoffice_reads_every_cell_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let long = || of_rows(vec![column("Long", Width::Wide)], vec![vec![text(&"word ".repeat(8_000))]]);
    fs::write(folder.join("excel.xlsx"), xlsx_of(whole())).unwrap();
    fs::write(folder.join("open.ods"), ods_of(whole())).unwrap();
    fs::write(folder.join("long.ods"), ods_of(long())).unwrap();
    convert(folder, "fods", &["excel.xlsx", "open.ods", "long.ods"]);
    for (file, format) in [("excel.fods", "xlsx"), ("open.fods", "ods")] {
        let read = saved(&folder.join(file));
        let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["Cover", "Activities", "Measures - technical-organisat…", "Broad", "5", "Quote's"],
            "{file}"
        );
        for ((name, cells), wanted) in read.iter().zip(tables_of(whole(), format)) {
            let wanted: Vec<Vec<String>> = wanted.into_iter().map(trimmed).collect();
            let rows = rows_of(cells);
            assert_eq!(rows.len(), wanted.len(), "{file}: {name}");
            for (row, wanted) in rows.iter().zip(&wanted) {
                assert_eq!(row, wanted, "{file}: {name}");
            }
        }
    }
    let [(_, cells)] = saved(&folder.join("long.fods")).try_into().unwrap();
    assert_eq!(rows_of(&cells), tables_of(long(), "ods").remove(0));
}

#[test]
#[ignore = "needs LibreOffice: tests/all runs it"]
fn printed_pages_have_the_head_the_title_and_their_number() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let rows = || (0..4).flat_map(|_| hostile_rows()).collect();
    fs::write(folder.join("excel.xlsx"), xlsx_of(of_rows(three_columns(), rows()))).unwrap();
    fs::write(folder.join("open.ods"), ods_of(of_rows(three_columns(), rows()))).unwrap();
    convert(folder, "pdf", &["excel.xlsx", "open.ods"]);
    for file in ["excel.pdf", "open.pdf"] {
        let output = Command::new("pdftotext").args(["-layout", file, "-"]).current_dir(folder).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
        assert!((3..=8).contains(&pages.len()), "{file}: {} pages", pages.len());
        for (at, page) in (1..).zip(&pages) {
            for words in ["Records of processing & <more>", "2026-11-22", "Text & <words>", "Data"] {
                assert!(page.contains(words), "{file}, page {at}: no {words}\n{page}");
            }
            let number = format!("{at}/{}", pages.len());
            assert!(page.replace(' ', "").contains(&number), "{file}, page {at}: no {number}\n{page}");
        }
    }
}
