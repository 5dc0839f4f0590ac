//! A large spreadsheet in: 10,000 activities of twelve columns as XLSX, read, made into records, judged
//! with an empty folder and written.
//!
//! ```console
//! cargo bench --bench import               # 10,000 rows
//! cargo bench --bench import -- 2000        # another size
//! ```
//!
//! The program itself is measured, as a process of its own.

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a benchmark stops at the first surprise")]

mod measure;

use std::path::Path;

use measure::{Figures, median, run};
use rust_xlsxwriter::Workbook;

const ROUNDS: usize = 3;
const HEADS: [&str; 12] = [
    "Title",
    "Purpose",
    "Legal basis",
    "Data subjects",
    "Categories of data",
    "Recipients",
    "Processors",
    "Third countries",
    "Safeguards",
    "Retention",
    "Security measures",
    "Notes",
];

fn main() {
    let size: u32 = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("register.xlsx");
    write(size, &path);
    let bytes = std::fs::metadata(&path).expect("a written file").len();
    println!("{size} rows of {} columns, {:.1} MB", HEADS.len(), bytes as f64 / 1e6);
    let file = path.to_str().expect("a plain path");
    for (what, dry) in [("dry run", true), ("written", false)] {
        let figures: Vec<Figures> = (0..ROUNDS)
            .map(|round| {
                let into = folder.path().join(format!("registry-{round}"));
                let into = into.to_str().expect("a plain path");
                let mut words = vec!["import", "xlsx", file, "--into", into];
                words.extend(dry.then_some("--dry-run"));
                run(env!("CARGO_BIN_EXE_ropa"), &words)
            })
            .collect();
        let seconds = median(&figures, |figures| figures.wall);
        let memory = median(&figures, |figures| figures.peak_mib);
        println!("  {what:<8} {seconds:>7.2} s  {memory:>6.0} MiB");
    }
}

fn write(size: u32, path: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(HEADS) {
        sheet.write(0, column, head).expect("a head");
    }
    for row in 1..=size {
        let cells = [
            format!("Activity {row} of department {}", row % 97),
            format!("keep the accounts of department {}; answer requests of kind {}", row % 97, row % 13),
            ["Art. 6(1)(b) GDPR", "Article 6(1)(c) GDPR; Accounting Act 1336/1997", "Consent"][row as usize % 3]
                .to_owned(),
            "Employees; Customers".to_owned(),
            format!("contact details\nbank details\ntickets {}", row % 50),
            format!("Tax office {}", row % 40),
            format!("Host {} Ltd", row % 200),
            if row % 10 == 0 { "USA" } else { "-" }.to_owned(),
            if row % 10 == 0 { "standard contractual clauses" } else { "-" }.to_owned(),
            format!("{} years after the end of the contract", 1 + row % 10),
            "All devices are encrypted. Access is granted by role and reviewed twice a year.".to_owned(),
            format!("Row {row} of the spreadsheet of the department, as it was handed over."),
        ];
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    workbook.save(path).expect("a file");
}
