//! Workbooks as LibreOffice has them (OpenDocument 1.3), written as a stream.
//!
//! 1. `mimetype`, first and not compressed, so that programs know the file by its first bytes;
//! 2. `META-INF/manifest.xml`, the list of the others;
//! 3. `meta.xml`, `styles.xml` and `settings.xml`, which know the arrangement but no row;
//! 4. `content.xml`, row by row.
//!
//! Cells hold what they hold in [`super::xlsx`], but a tab is a space, which LibreOffice would drop
//! otherwise. OpenDocument has no limit to the length of a text or to the number of links.

mod content;
mod package;
mod pages;
mod sheet;
mod view;
mod xml;

use std::io::{self, Seek, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::ExportError;
use super::sheet_name::sheet_names;
use super::spreadsheet::Layout;
use super::workbook::{Sheet, Workbook};

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// A sheet with what was decided for it.
struct Arranged<'a> {
    name: String,
    layout: Layout,
    sheet: Sheet<'a>,
}

/// Writes a workbook. The same workbook gives the same bytes.
///
/// # Errors
///
/// The file cannot be written, or a sheet has more than 1,048,576 rows.
pub fn write(workbook: Workbook<'_>, out: impl Write + Seek) -> Result<(), ExportError> {
    let Workbook { title, language, as_of, mut sheets } = workbook;
    if sheets.is_empty() {
        // A workbook without a sheet does not open.
        sheets.push(Sheet { name: String::new(), parts: Vec::new() });
    }
    let names = sheet_names(sheets.iter().map(|sheet| sheet.name.as_str()));
    let arranged = sheets.into_iter().zip(names);
    let sheets: Vec<Arranged<'_>> =
        arranged.map(|(sheet, name)| Arranged { name, layout: Layout::of(&sheet), sheet }).collect();

    let mut zip = ZipWriter::new(out);
    // Every file of every export has the first day that zip knows.
    let plain = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let stored = plain.compression_method(CompressionMethod::Stored);
    let packed = plain.compression_method(CompressionMethod::Deflated);
    let small = [
        ("META-INF/manifest.xml", package::manifest()),
        ("meta.xml", package::meta(&title, &language, as_of)),
        ("styles.xml", pages::styles(&title, &language, as_of, &sheets)),
        ("settings.xml", view::settings(&sheets)),
    ];
    zip.start_file("mimetype", stored).map_err(failed)?;
    zip.write_all(MEDIA_TYPE.as_bytes())?;
    for (name, text) in small {
        zip.start_file(name, packed).map_err(failed)?;
        zip.write_all(text.as_bytes())?;
    }
    zip.start_file("content.xml", packed).map_err(failed)?;
    content::write(sheets, &mut zip)?;
    zip.finish().map_err(failed)?;
    Ok(())
}

fn failed(error: ZipError) -> ExportError {
    match error {
        ZipError::Io(error) => ExportError::Io(error),
        error => ExportError::Io(io::Error::other(error)),
    }
}
