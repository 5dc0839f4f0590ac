//! What leaves the register as data: tables for spreadsheets and other programs, and JSON.
//!
//! A table export goes from a [`profile`] and the registry to a [`workbook::Workbook`], which knows no
//! file format; a writer per format turns that into bytes. Documents and packs are made from these and
//! from the pages of the site, in [`crate::handover`].
//!
//! [`json`] alone reads the texts of the registry, because it takes them away without loss.

mod address;
pub mod archive;
pub mod csv;
pub mod dpv;
pub mod facts;
pub mod html_tables;
pub mod json;
pub mod ods;
pub mod profile;
mod sheet_name;
mod spreadsheet;
pub mod tables;
pub mod tilt;
pub mod workbook;
pub mod xlsx;

use std::io;

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
    /// The format cannot hold what stands in a cell.
    #[error("{format} cannot hold {what} ({place})")]
    Cell {
        /// The format, as people call it: "XLSX".
        format: &'static str,
        /// What does not fit, and how much of it fits.
        what: String,
        /// The sheet, the column, the row of the table, from 1 without its head, and how the row begins.
        place: String,
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
