//! Workbooks as Excel has them (Office Open XML).
//!
//! Text is written as text: what begins like a formula (`=1+1`) stays words, because a string cell is
//! never computed. Characters that XML cannot hold are shown as their pictures (`␛`), line ends of any
//! kind are line feeds, and text that looks like Excel's own escapes (`_x000D_`) stays as it is. Days
//! before March 1900, numbers of more than 15 digits, addresses that are not of the web or of mail,
//! and links beyond those that Excel allows are text too.
//!
//! The rows of a sheet go through a temporary file without a name, so that memory does not grow with
//! them.

mod look;
mod sheet;

use std::any::Any;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as Book, XlsxError};

use super::ExportError;
use super::sheet_name::sheet_names;
use super::spreadsheet::{Layout, Limits, clean, lay_out};
use super::workbook::Workbook;
use look::Look;
use sheet::XlsxSheet;

const LIMITS: Limits = Limits { format: "XLSX", units: Some(32_767) };

/// Writes a workbook. The same workbook gives the same bytes.
///
/// # Errors
///
/// The file or the temporary file cannot be written, a cell has more than 32,767 characters, or a
/// sheet more than 1,048,576 rows.
pub fn write(workbook: Workbook<'_>, out: impl Write + Send) -> Result<(), ExportError> {
    // Where the disk is full, the library stops with a panic instead of an error.
    let written = catch_unwind(AssertUnwindSafe(|| write_book(workbook, out)));
    written.unwrap_or_else(|payload| {
        if is_full_disk(&payload) {
            Err(io::Error::new(io::ErrorKind::StorageFull, "the temporary file of a sheet cannot be written").into())
        } else {
            resume_unwind(payload)
        }
    })
}

fn write_book(workbook: Workbook<'_>, out: impl Write + Send) -> Result<(), ExportError> {
    let mut book = Book::new();
    let look = Look::new();
    // In pixels, a row and a column of Excel in this font.
    book.set_default_format(&look.font, 17, 64).map_err(failed)?;
    let names = sheet_names(workbook.sheets.iter().map(|sheet| sheet.name.as_str()));
    let title = clean(&workbook.title);
    let day = workbook.as_of;
    for (sheet, name) in workbook.sheets.into_iter().zip(&names) {
        let layout = Layout::of(&sheet);
        let page = book.add_worksheet_with_constant_memory().map_err(failed)?;
        let mut written = XlsxSheet::new(page, &look, &layout);
        written.set_up(name, &title, day).map_err(failed)?;
        lay_out(name, sheet, &layout, LIMITS, &mut written)?;
    }
    if names.is_empty() {
        // A workbook without a sheet does not open.
        book.add_worksheet_with_constant_memory().map_err(failed)?;
    }
    let mut properties = DocProperties::new().set_title(title);
    let date = |year| ExcelDateTime::from_ymd(year, one_byte(day.month()), one_byte(day.day()));
    if let Some(day) = u16::try_from(day.year()).ok().and_then(|year| date(year).ok()) {
        properties = properties.set_creation_datetime(&day);
    } else {
        properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(1900, 1, 1).map_err(failed)?);
    }
    book.set_properties(&properties);
    book.save_to_writer(out).map_err(failed)
}

/// A month or a day of a month.
fn one_byte(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(1)
}

/// What the library says, as an error of ours.
fn failed(error: XlsxError) -> ExportError {
    match error {
        XlsxError::IoError(error) => ExportError::Io(error),
        error => ExportError::Io(io::Error::other(error)),
    }
}

/// Whether a panic is one of the library about a file that it cannot write.
fn is_full_disk(payload: &Box<dyn Any + Send>) -> bool {
    let said = payload.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or_default();
    said.contains("write to xml file") || said.contains("StorageFull")
}

#[cfg(test)]
mod tests {
    use std::any::Any;

    use super::is_full_disk;

    #[test]
    fn only_a_full_disk_is_taken_for_one() {
        let payload = |said: &str| Box::new(said.to_owned()) as Box<dyn Any + Send>;
        assert!(is_full_disk(&payload("Couldn't write to xml file: Os { code: 28 }")));
        assert!(is_full_disk(&payload("called `Result::unwrap()` on an `Err` value: Os { kind: StorageFull }")));
        assert!(!is_full_disk(&payload("index out of bounds")));
        assert!(!is_full_disk(&(Box::new(7) as Box<dyn Any + Send>)));
    }
}
