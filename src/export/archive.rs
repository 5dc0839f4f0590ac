//! A folder as a zip archive.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use chrono::{Datelike, NaiveDate};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::ExportError;

/// The files in a folder of this name. Each is dated to the day, so that the same files make the same
/// bytes.
///
/// # Errors
/// If there are more bytes than an archive can hold.
pub fn zip(files: &BTreeMap<String, Vec<u8>>, folder: &str, day: NaiveDate) -> Result<Vec<u8>, ExportError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(midnight(day))
        .unix_permissions(0o644);
    let failed = |error: zip::result::ZipError| ExportError::Io(error.into());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(format!("{folder}/{path}"), options).map_err(failed)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish().map_err(failed)?.into_inner())
}

/// Archives know no day before 1980 and none after 2107; those have the first there is.
fn midnight(day: NaiveDate) -> DateTime {
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(0);
    DateTime::from_date_and_time(year, number(day.month()), number(day.day()), 0, 0, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::{Cursor, Read};

    use chrono::NaiveDate;

    use super::zip;

    #[test]
    fn what_was_put_in_comes_out() {
        let files: BTreeMap<String, Vec<u8>> =
            [("a.txt", "one"), ("b/ö.txt", "two")].map(|(path, text)| (path.to_owned(), text.into())).into();
        for day in [NaiveDate::from_ymd_opt(2026, 1, 2).unwrap(), NaiveDate::from_ymd_opt(1970, 1, 1).unwrap()] {
            let bytes = zip(&files, "pack", day).unwrap();
            assert_eq!(bytes, zip(&files, "pack", day).unwrap());
            let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
            assert_eq!(names, ["pack/a.txt", "pack/b/ö.txt"]);
            let mut text = String::new();
            archive.by_name("pack/b/ö.txt").unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, "two");
        }
    }
}
