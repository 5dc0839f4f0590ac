//! What leaves the register: for a supervisory authority (Article 30(4)), for a client, for a
//! spreadsheet.
//!
//! A table export goes from a profile and the registry to a [`workbook::Workbook`], which knows no file
//! format; a writer per format turns that into bytes. Documents come from the same pages as the
//! internal site.
//!
//! [`json`] alone reads the texts of the registry, because it takes them away without loss.

mod address;
mod book;
pub mod csv;
pub mod facts;
pub mod html_tables;
pub mod json;
mod links;
pub mod markdown;
pub mod ods;
pub mod pack;
pub mod pdf;
pub mod profile;
mod sheet_name;
pub mod single;
mod spreadsheet;
pub mod tables;
pub mod workbook;
pub mod xlsx;

use std::io;

use crate::site::SiteError;

/// Why an export could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file could not be written.
    #[error("cannot write the export")]
    Io(#[from] io::Error),
    /// A file of the registry cannot be read.
    #[error("{file} has mistakes, and a registry with mistakes is not exported; `ropa check` shows them")]
    Broken {
        /// Path of the file in the registry.
        file: String,
    },
    /// A page of the site, from which a document is made, could not be made.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The program that sets PDF files cannot be run.
    #[error(
        "cannot run `{program}`, which sets the PDF: install typst 0.14 or later (typst.app), or name it with \
         ROPA_TYPST; the exports `html` and `markdown` need no other program"
    )]
    Typst {
        /// The program that was called.
        program: String,
        /// Why it cannot be run.
        source: io::Error,
    },
    /// typst did not make a PDF of the register.
    #[error("`{program}` refused the document; typst 0.14 or later is needed. It says: {said}")]
    Typesetting {
        /// The program that was called.
        program: String,
        /// What it wrote.
        said: String,
    },
    /// The format cannot hold what stands in a cell.
    #[error("{format} cannot hold {what} (sheet `{sheet}`, column `{column}`, row {row})")]
    Cell {
        /// The format, as people call it: "XLSX".
        format: &'static str,
        /// What does not fit, and how much of it fits.
        what: String,
        /// Name of the sheet.
        sheet: String,
        /// Label of the column.
        column: String,
        /// Row of the table, from 1, without its head.
        row: usize,
    },
    /// The sheet is larger than the format allows.
    #[error("{format} holds at most {limit} rows per sheet; `{sheet}` has more")]
    TooManyRows {
        /// The format.
        format: &'static str,
        /// Name of the sheet.
        sheet: String,
        /// How many rows fit.
        limit: u64,
    },
}
