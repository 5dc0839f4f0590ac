//! XLSX and ODS files: refused where they are too large or broken, then read cell by cell.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use calamine::{Data, DataType, ExcelDateTime, HeaderRow, Ods, Reader, Xlsx};

use super::book::{Book, SheetError, address};
use crate::source::Span;

/// The largest file, packed.
pub const LARGEST: u64 = 200 * 1024 * 1024;
/// The largest content of a file, unpacked.
pub const LARGEST_UNPACKED: u64 = 1024 * 1024 * 1024;
/// How many times larger the content may be than the file. Sheets of real registers are at most thirty
/// times smaller packed; a bomb is a thousand times.
const MOST_RATIO: u64 = 150;
/// Content of this size may have any ratio.
const HARMLESS: u64 = 16 * 1024 * 1024;

/// The two formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// Reads a workbook.
///
/// # Errors
/// If the file is none of this format, is protected by a password, broken or too large.
pub fn read(path: &Path, format: Format) -> Result<Book, SheetError> {
    let failed = |error: io::Error| SheetError::NotASheet(format!("it cannot be read: {error}"));
    let mut file = File::open(path).map_err(failed)?;
    guard(&mut file, format)?;
    file.rewind().map_err(failed)?;
    let mut book = Book::default();
    match format {
        Format::Xlsx => xlsx(file, &mut book)?,
        Format::Ods => ods(file, &mut book)?,
    }
    Ok(book)
}

/// Refuses files before anything of them is kept: by their size, by what their directory says, and by
/// what they really unpack to, because a directory can lie.
fn guard(file: &mut File, format: Format) -> Result<(), SheetError> {
    let broken = |why: String| SheetError::NotASheet(why);
    let size = file.metadata().map_err(|error| broken(format!("it cannot be read: {error}")))?.len();
    if size > LARGEST {
        return Err(SheetError::TooLarge(format!(
            "it has {} MiB; workbooks of at most {} MiB are read",
            size / 1024 / 1024,
            LARGEST / 1024 / 1024
        )));
    }
    let mut head = [0; 8];
    let read = file.read(&mut head).map_err(|error| broken(format!("it cannot be read: {error}")))?;
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(broken(
            "it is protected by a password, or in the format XLS of old: open it and save it as XLSX without a password".into(),
        ));
    }
    if !head[..read].starts_with(b"PK") {
        return Err(broken("this is no workbook: text files are imported with `ropa import csv`".into()));
    }
    let mut archive =
        zip::ZipArchive::new(&mut *file).map_err(|error| broken(format!("it is broken, perhaps cut off: {error}")))?;
    let declared = archive.decompressed_size().and_then(|size| u64::try_from(size).ok()).unwrap_or(0);
    bounds(declared, size)?;
    let mut unpacked = 0_u64;
    let mut is = (false, false);
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|error| broken(format!("it is broken: {error}")))?;
        if entry.encrypted() {
            return Err(broken("it is protected by a password: save it without one".into()));
        }
        let name = entry.name().map(|name| name.into_owned()).unwrap_or_default();
        is.0 |= name == "xl/workbook.xml";
        is.1 |= name == "content.xml";
        let protected = name == "META-INF/manifest.xml";
        let mut limited = entry.take(LARGEST_UNPACKED.saturating_sub(unpacked) + 1);
        if protected {
            let mut manifest = String::new();
            unpacked += limited.read_to_string(&mut manifest).unwrap_or_default() as u64;
            if manifest.contains("encryption-data") {
                return Err(broken("it is protected by a password: save it without one".into()));
            }
        } else {
            unpacked +=
                io::copy(&mut limited, &mut io::sink()).map_err(|error| broken(format!("it is broken: {error}")))?;
        }
        bounds(unpacked, size)?;
    }
    match (format, is) {
        (Format::Xlsx, (true, _)) | (Format::Ods, (_, true)) => Ok(()),
        (Format::Xlsx, (_, true)) => Err(broken("it is an OpenDocument file: `ropa import ods` reads it".into())),
        (Format::Ods, (true, _)) => Err(broken("it is an XLSX file: `ropa import xlsx` reads it".into())),
        _ => Err(broken("it is an archive, but no workbook".into())),
    }
}

fn bounds(unpacked: u64, packed: u64) -> Result<(), SheetError> {
    if unpacked > LARGEST_UNPACKED || (unpacked > HARMLESS && unpacked / packed.max(1) > MOST_RATIO) {
        return Err(SheetError::TooLarge(format!(
            "it unpacks from {} KiB to {} MiB or more, which no register does: at most {} MiB and {MOST_RATIO} times \
             its size are read",
            packed / 1024,
            unpacked / 1024 / 1024,
            LARGEST_UNPACKED / 1024 / 1024
        )));
    }
    Ok(())
}

/// Cells come one by one: a sheet may have a cell in its first row and one in its last, and nothing between.
fn xlsx(file: File, book: &mut Book) -> Result<(), SheetError> {
    let failed = |error: calamine::XlsxError| SheetError::NotASheet(format!("it cannot be read: {error}"));
    let mut workbook: Xlsx<_> = Xlsx::new(io::BufReader::new(file)).map_err(failed)?;
    for name in workbook.sheet_names() {
        // Sheets of charts have no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        book.sheet(&name)?;
        let mut last = None;
        while let Some(cell) = cells.next_cell().map_err(failed)? {
            let (row, column) = cell.get_position();
            // Broken files name a cell twice, or out of their order; the first stays.
            if last.is_some_and(|last| last >= (row, column)) {
                continue;
            }
            last = Some((row, column));
            let value: Data = Data::from(cell.get_value().clone());
            put(book, &name, row.saturating_add(1), column, &value)?;
        }
    }
    Ok(())
}

fn ods(file: File, book: &mut Book) -> Result<(), SheetError> {
    let failed = |error: calamine::OdsError| SheetError::NotASheet(format!("it cannot be read: {error}"));
    let mut workbook: Ods<_> = Ods::new(io::BufReader::new(file)).map_err(failed)?;
    workbook.with_header_row(HeaderRow::FirstNonEmptyRow);
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(failed)?;
        book.sheet(&name)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let at = |offset: usize, of: u32| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(of);
            put(book, &name, at(row, top).saturating_add(1), at(column, left), value)?;
        }
    }
    Ok(())
}

/// Adds what a cell shows: days as ISO 8601, whole numbers without a fraction, formulas as their values.
fn put(book: &mut Book, sheet: &str, row: u32, column: u32, value: &Data) -> Result<(), SheetError> {
    let text = match value {
        Data::Empty => return Ok(()),
        // Our own files guard what looks like a formula in CSV alone; texts of workbooks are never computed.
        Data::String(text) => text.clone(),
        Data::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(time) => day(*time).unwrap_or_else(|| time.as_f64().to_string()),
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => {
            let place: Option<Span> = book.cell(row, column, &error.to_string())?;
            let remark =
                format!("cell {} of `{sheet}` shows the error {error}: mend the formula", address(row, column));
            book.remarks.extend(place.map(|place| (place, remark)));
            return Ok(());
        }
    };
    book.cell(row, column, &text).map(|_| ())
}

/// A day, with its time where it has one.
fn day(time: ExcelDateTime) -> Option<String> {
    let moment = Data::DateTime(time).as_datetime()?;
    let text = moment.format("%Y-%m-%d %H:%M:%S").to_string();
    Some(text.strip_suffix(" 00:00:00").map(str::to_owned).unwrap_or(text))
}
