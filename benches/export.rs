//! A large workbook in every format, beside the floor: making its rows and dropping them.
//!
//! ```console
//! cargo bench --bench export               # 10,000 activities
//! cargo bench --bench export -- 100000     # another size
//! ```
//!
//! Each format is written by a process of its own, so that its peak memory is its own too.
//! [`workbook`] is what is measured: another one is another body of that function.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a benchmark stops at the first surprise")]

mod measure;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{Days, NaiveDate};
use measure::{Figures, median, run};
use ropa::export::workbook::{Cell, Column, Part, Sheet, Table, Width, Workbook};
use ropa::export::{csv, html_tables, ods, xlsx};

const FORMATS: [&str; 5] = ["rows", "xlsx", "ods", "csv", "html"];
const ROUNDS: usize = 3;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, format, size, path] = words.as_slice()
        && flag == "--write"
    {
        return write(format, size.parse().expect("a number of activities"), Path::new(path));
    }
    let size: usize = words.iter().find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let this = std::env::current_exe().expect("a path of this program");
    let this = this.to_str().expect("a plain path");
    println!("{size} activities with 25 columns, {} rows of the matrix", size * 6);
    let mut floor = None;
    for format in FORMATS {
        let path = folder.path().join(format);
        let path_at = path.to_str().expect("a plain path");
        let figures: Vec<Figures> =
            (0..ROUNDS).map(|_| run(this, &["--write", format, &size.to_string(), path_at])).collect();
        let seconds = median(&figures, |figures| figures.wall);
        let memory = median(&figures, |figures| figures.peak_mib);
        let floor = *floor.get_or_insert(seconds);
        let bytes = std::fs::metadata(&path).expect("a written file").len();
        println!(
            "  {format:<5} {seconds:>7.3} s  {memory:>6.0} MiB  {:>6.1} MB  {:>5.1} x rows",
            bytes as f64 / 1e6,
            seconds / floor
        );
    }
}

fn write(format: &str, size: usize, path: &Path) {
    let mut out = BufWriter::new(File::create(path).expect("a file"));
    let workbook = workbook(size);
    match format {
        "xlsx" => xlsx::write(workbook, &mut out).expect("an XLSX file"),
        "ods" => ods::write(workbook, &mut out).expect("an ODS file"),
        "html" => html_tables::write(workbook, &mut out).expect("an HTML file"),
        "csv" => {
            for file in csv::files(workbook, csv::Options::default()) {
                out.write_all(&file.expect("a CSV file").bytes).expect("room on the disk");
            }
        }
        _ => {
            for part in workbook.sheets.into_iter().flat_map(|sheet| sheet.parts) {
                if let Part::Table(table) = part {
                    table.rows.for_each(|row| drop(std::hint::black_box(row)));
                }
            }
        }
    }
    out.flush().expect("room on the disk");
}

/// A register of a number of activities: one row each, and six rows each of a matrix.
fn workbook(size: usize) -> Workbook<'static> {
    let column = |at: usize| Column {
        label: format!("Column {at}"),
        width: [Width::Medium, Width::Wide, Width::Narrow][at % 3],
    };
    let table = |columns: usize, rows: usize| {
        let rows = Box::new((0..rows).map(move |row| (0..columns).map(|at| cell(row, at)).collect()));
        Part::Table(Table { columns: (0..columns).map(column).collect(), rows })
    };
    let as_of = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    Workbook {
        title: "Record of processing activities".to_owned(),
        language: "en".to_owned(),
        as_of,
        sheets: vec![
            Sheet { name: "Activities".to_owned(), parts: vec![table(25, size)] },
            Sheet { name: "Data, groups, recipients, time limits".to_owned(), parts: vec![table(8, size * 6)] },
        ],
    }
}

fn cell(row: usize, column: usize) -> Cell {
    match column % 6 {
        0 => Cell::Text(format!("Activity {row}: payroll & administration")),
        1 => Cell::Text(format!(
            "We keep the accounts of department {} that the law asks for, and erase them six years after the \
             end of the year in which they were made.",
            row % 97
        )),
        2 => Cell::Date(
            NaiveDate::from_ymd_opt(2019, 1, 1)
                .and_then(|day| day.checked_add_days(Days::new(row as u64 % 2_000)))
                .expect("a day"),
        ),
        3 => Cell::List(vec!["contact details".to_owned(), "bank details".to_owned(), format!("tickets {}", row % 50)]),
        4 if row.is_multiple_of(10) => {
            Cell::Link { words: "Processor".to_owned(), address: format!("https://example.org/{row}") }
        }
        4 => Cell::Number(row as u64),
        _ => Cell::Empty,
    }
}
