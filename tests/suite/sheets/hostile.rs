//! Files that nobody would make on purpose, and some that somebody would.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use ropa::import::sheets::{Book, Format, add_csv, read_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook};
use tempfile::tempdir;
use zip::write::SimpleFileOptions;

use super::{account, book, drafted, files, messages, nothing};
use crate::program::ropa;

fn read(folder: &Path, bytes: &[u8], format: Format) -> Result<Book, String> {
    let path = folder.join("file");
    fs::write(&path, bytes).unwrap();
    read_workbook(&path, format).map_err(|error| error.to_string())
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn plain() -> Workbook {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in ["Title", "Purpose", "Created", "Retention"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), head).unwrap();
    }
    workbook
}

#[test]
fn what_is_no_workbook_is_refused_with_a_reason() {
    let folder = tempdir().unwrap();
    let whole = plain().save_to_buffer().unwrap();
    let ods = zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    let locked = zipped(&[("content.xml", b"x"), ("META-INF/manifest.xml", b"<manifest:encryption-data/>")]);
    let bomb = zipped(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &vec![b' '; 64 * 1024 * 1024])]);
    for (bytes, format, words) in [
        (&b""[..], Format::Xlsx, "no workbook"),
        (b"Title;Purpose\nA;b", Format::Xlsx, "ropa import csv"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", Format::Xlsx, "password"),
        (&whole[..whole.len() / 2], Format::Xlsx, "cut off"),
        (&whole, Format::Ods, "ropa import xlsx"),
        (&ods, Format::Xlsx, "ropa import ods"),
        (&ods, Format::Ods, ""),
        (&locked, Format::Ods, "password"),
        (&bomb, Format::Xlsx, "unpacks"),
        (&zipped(&[("a.txt", b"a")]), Format::Xlsx, "no workbook"),
    ] {
        match read(folder.path(), bytes, format) {
            Err(error) => assert!(error.contains(words), "{words}: {error}"),
            Ok(_) => assert_eq!(words, ""),
        }
    }
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let mut workbook = plain();
    let sheet = &mut workbook.worksheets_mut()[0];
    let day = Style::new().set_num_format("yyyy-mm-dd");
    sheet.write(1, 0, Formula::new("=A1&\"x\"").set_result("Computed")).unwrap();
    sheet.write(1, 1, "pay; people").unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2024, 2, 29).unwrap(), &day).unwrap();
    sheet.write(1, 3, Formula::new("=1/0").set_result("#REF!")).unwrap();
    sheet.merge_range(3, 0, 3, 3, "Merged", &Style::new()).unwrap();
    sheet.write(4, 2, 45_000).unwrap();
    workbook.add_worksheet().set_name("Empty").unwrap();
    let folder = tempdir().unwrap();
    let book = read(folder.path(), &workbook.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let (draft, summary) = drafted(book, &nothing());
    account(&summary);
    let judged = draft.judge(nothing());
    let files = files(&judged);
    let computed = &files["activities/computed.toml"];
    assert!(computed.contains("started") && computed.contains("2024-02-29"), "{computed}");
    assert!(computed.contains("[purposes.pay]") && computed.contains("[purposes.people]"), "{computed}");
    assert!(files.contains_key("activities/merged.toml"));
    assert!(!messages(&judged).is_empty());
}

#[test]
fn far_cells_and_wide_sheets_end_soon() {
    let folder = tempdir().unwrap();
    let mut far = plain();
    far.worksheets_mut()[0].write(1_048_575, 0, "last").unwrap();
    let error = read(folder.path(), &far.save_to_buffer().unwrap(), Format::Xlsx).unwrap_err();
    assert!(error.contains("cell A1048576"), "{error}");
    let mut wide = plain();
    wide.worksheets_mut()[0].write(1, 16_383, "last").unwrap();
    let error = read(folder.path(), &wide.save_to_buffer().unwrap(), Format::Xlsx).unwrap_err();
    assert!(error.contains("1000 columns") && error.contains("XFD2"), "{error}");
}

#[test]
fn a_file_of_more_than_200_mib_is_not_opened() {
    let folder = tempdir().unwrap();
    for name in ["large.xlsx", "large.ods", "large.csv"] {
        // A hole takes no room, and no time to be made.
        let file = fs::File::create(folder.path().join(name)).unwrap();
        file.set_len(201 * 1024 * 1024).unwrap();
        let format = name.split_once('.').unwrap().1;
        ropa(folder.path(), &["import", format, name]).refused("201 MiB");
    }
}

#[test]
fn a_directory_that_lies_does_not_help() {
    let folder = tempdir().unwrap();
    let mut bomb = zipped(&[("xl/workbook.xml", b"<x/>"), ("xl/big", &vec![b' '; 64 * 1024 * 1024])]);
    // The size that the directory declares, in both places.
    let size = (64_u32 * 1024 * 1024).to_le_bytes();
    let mut at = 0;
    while let Some(found) = bomb[at..].windows(4).position(|bytes| bytes == size) {
        bomb[at + found..at + found + 4].copy_from_slice(&1000_u32.to_le_bytes());
        at += found + 4;
    }
    let error = read(folder.path(), &bomb, Format::Xlsx).unwrap_err();
    assert!(error.contains("unpacks") || error.contains("broken"), "{error}");
}

#[test]
fn texts_of_strangers_stay_texts() {
    let hard = "<script>alert(1)</script> [x](javascript:alert(1)) ![i](x) *a* `b` \u{7}\"\"\" ''' \\ {{ x }}";
    let cell = hard.replace('"', "\"\"");
    let text = format!(
        "Title,Purpose,Categories of data,Retention,Legal basis,Other\n\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\"\n"
    );
    let (draft, summary) = drafted(book(&text), &nothing());
    account(&summary);
    let judged = draft.judge(nothing());
    assert!(!judged.is_broken(), "{:?}", messages(&judged));
}

#[test]
fn duplicates_and_odd_names_get_ids_of_their_own() {
    let text = "Title,Purpose\nPay,a\nPay,b\npay.,c\nΠαροχή,d\n..,e\ncon,f\n";
    let (draft, summary) = drafted(book(text), &nothing());
    account(&summary);
    let judged = draft.judge(nothing());
    let paths: Vec<String> = files(&judged).into_keys().collect();
    assert_eq!(paths.iter().filter(|path| path.starts_with("activities/pay")).count(), 3, "{paths:?}");
    assert_eq!(paths.iter().filter(|path| path.starts_with("activities/")).count(), 6, "{paths:?}");
}

#[test]
fn nothing_to_import_is_told() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("empty.csv"), "").unwrap();
    fs::write(folder.path().join("other.csv"), "colour;size\nred;1\n").unwrap();
    fs::write(folder.path().join("heads.csv"), "Title;Purpose\n").unwrap();
    fs::write(folder.path().join("latin.csv"), b"Titel;Zweck\nGeb\xfchren;x\n").unwrap();
    for (file, words) in [
        ("empty.csv", "all of its cells are empty"),
        ("other.csv", "row 1 of `other` holds A `colour`, B `size`"),
        ("heads.csv", "no rows"),
    ] {
        let ran = ropa(folder.path(), &["import", "csv", file]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains(words), "{}", ran.err);
    }
    ropa(folder.path(), &["import", "csv", "missing.csv"]).refused("cannot read");
    ropa(folder.path(), &["import", "xlsx", "other.csv"]).refused("ropa import csv");
    ropa(folder.path(), &["import", "csv", "heads.csv", "--map", "plan"]).refused("did you mean `plain`?");
    ropa(folder.path(), &["import", "csv", "heads.csv", "--sheet", "head"]).refused("did you mean `heads`?");
    let latin = ropa(folder.path(), &["import", "csv", "latin.csv", "--dry-run"]).done();
    assert!(latin.err.contains("Windows-1252"), "{}", latin.err);
    let mut none = Book::default();
    assert!(add_csv(&mut none, b"PK\x03\x04", "x").is_err());
}
