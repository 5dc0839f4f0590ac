//! Comma-separated values: encoding and separator are guessed, because files seldom say.

use std::collections::BTreeMap;

use encoding_rs::WINDOWS_1252;

use super::book::{Book, SheetError};
use crate::export::csv::unguarded;
use crate::source::{FileId, Span};

/// Bytes in which the separator is looked for.
const SAMPLE: usize = 64 * 1024;

/// Adds a file to a book as a sheet of a name.
///
/// # Errors
/// If it is no text, or has more rows and columns than are read.
pub fn add(book: &mut Book, bytes: &[u8], name: &str) -> Result<(), SheetError> {
    let start = book.listing.len();
    book.sheet(name)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(SheetError::NotASheet("the text is UTF-16: save it as CSV in UTF-8".into()));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") || bytes.contains(&0) {
        return Err(SheetError::NotASheet(
            "this is no text: workbooks are imported with `ropa import xlsx` and `ropa import ods`".into(),
        ));
    }
    let decoded = match str::from_utf8(bytes) {
        Ok(text) => std::borrow::Cow::Borrowed(text),
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            let remark = "the file is no UTF-8 and was read as Windows-1252: look at letters with accents";
            book.remarks.push((Span { file: FileId::default(), start: 0, end: 0 }, remark.to_owned()));
            text
        }
    };
    // Excel names the separator in a line of its own.
    let named =
        decoded.get(..5).filter(|head| head.starts_with("sep=")).and_then(|head| head.as_bytes().get(4).copied());
    let text = if named.is_some() { decoded.split_once('\n').map_or("", |(_, rest)| rest) } else { &decoded };
    let skipped = u32::from(named.is_some());
    let separator = named.unwrap_or_else(|| separator(text));
    if let Some(opened) = open_quote(text, separator) {
        let line = 1 + usize::from(named.is_some()) + text[..opened].matches('\n').count();
        return Err(SheetError::NotASheet(format!(
            "in `{name}`, a quotation mark is opened in line {line} and not closed as the end of a cell is: all \
             lines behind it would be one cell. Close it, or write it twice if it belongs to the text"
        )));
    }
    let mut reader = reader(text, separator);
    let mut record = ::csv::StringRecord::new();
    let mut row = skipped;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            // Empty lines are rows of a spreadsheet too.
            Ok(true) => row += 1 + empty_lines(text, &record),
            Err(error) => return Err(SheetError::NotASheet(format!("it cannot be read: {error}"))),
        }
        for (column, field) in record.iter().enumerate() {
            book.cell(row, u32::try_from(column).unwrap_or(u32::MAX), unguarded(field))?;
        }
    }
    for (span, _) in book.remarks.iter_mut().filter(|(span, _)| span.end == 0) {
        // The remark stands at the first cell.
        let end = book.listing[start..].find('\n').map_or(start, |end| start + end);
        *span = Span::new(FileId::default(), start..end);
    }
    Ok(())
}

/// Where a cell begins with a quotation mark that nothing closes, or that is closed lines below in the
/// middle of another text: the one at the beginning of another cell.
fn open_quote(text: &str, separator: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let ends = |byte: u8| byte == separator || matches!(byte, b'\n' | b'\r');
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let Some(closed) = closing(bytes, at + 1) else { return Some(at) };
            let behind = bytes[closed + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\t') || ends(**byte));
            if bytes[at..closed].contains(&b'\n') && behind.is_some_and(|byte| !ends(*byte)) {
                return Some(at);
            }
            at = closed + 1;
        }
        at += bytes[at..].iter().position(|byte| ends(*byte))? + 1;
    }
    None
}

/// The quotation mark that closes a cell; two of them are one of its text.
fn closing(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// Empty lines before a record: its place is where the one before ended.
fn empty_lines(text: &str, record: &::csv::StringRecord) -> u32 {
    let at = record.position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or_default();
    // A record may end between the two letters of its line end.
    let at = if at > 0 && text.as_bytes().get(at - 1..=at) == Some(b"\r\n") { at + 1 } else { at };
    let before = text.get(at..).unwrap_or_default();
    let blank = before.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| *byte == b'\n');
    u32::try_from(blank.count()).unwrap_or_default()
}

/// The separator that makes a table of the first rows: most rows of one and the same number of columns.
fn separator(text: &str) -> u8 {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let fits = |separator: u8| {
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        let mut reader = reader(&text[..end], separator);
        let mut record = ::csv::StringRecord::new();
        while matches!(reader.read_record(&mut record), Ok(true)) {
            *rows.entry(record.len()).or_default() += 1;
        }
        rows.into_iter().filter(|(columns, _)| *columns > 1).map(|(columns, rows)| columns * rows).max().unwrap_or(0)
    };
    // Of those that fit alike, the last stands.
    [b'\t', b',', b';'].into_iter().max_by_key(|one| fits(*one)).unwrap_or(b',')
}

fn reader(text: &str, separator: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::add;

    fn cells(bytes: &[u8]) -> Vec<String> {
        let mut book = Book::default();
        add(&mut book, bytes, "s").unwrap();
        book.listing.lines().map(|line| line.trim_start_matches("s!").to_owned()).collect()
    }

    #[test]
    fn separator_and_encoding_are_guessed() {
        let read = ["A1 | a", "B1 | b, c", "A2 | ü", "B2 | -1"];
        for text in [
            "a;b, c\nü;'-1\n",
            "\u{feff}a;\"b, c\"\r\nü;-1\r\n",
            "a,\"b, c\"\nü,'-1",
            "a\tb, c\nü\t-1",
            "a;\"b, c\"\n\"ü\";-1",
        ] {
            assert_eq!(cells(text.as_bytes()), read, "{text}");
        }
        assert_eq!(cells(b"a;b\n\r\n\nc;d")[2], "A4 | c");
        assert_eq!(cells(b"a;b\r\n\r\nc;d\r\ne;f")[2..], ["A3 | c", "B3 | d", "A4 | e", "B4 | f"]);
        assert_eq!(cells(b"sep=;\r\na,x;b")[1], "B2 | b");
        let mut book = Book::default();
        add(&mut book, b"Zweck;Gr\xf6\xdfe\n\x80;\x93x\x94", "s").unwrap();
        assert!(book.listing.contains("Größe") && book.listing.contains('€') && book.listing.contains("“x”"));
        assert_eq!(book.remarks.len(), 1);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_told_with_its_line() {
        let told = |text: &str| add(&mut Book::default(), text.as_bytes(), "s").map_err(|error| error.to_string());
        for (text, line) in [
            ("a;b\n\"c;d\ne;f\n", 2),
            ("sep=;\na;b\n\n\"c;d\ne;f\n", 4),
            ("a;b\nc;\"d\n\"e\";f\n", 2),
            ("a;b\nc;\"d\ne;\"\"\n", 2),
        ] {
            let error = told(text).unwrap_err();
            assert!(error.contains(&format!("opened in line {line} ")), "{text}: {error}");
        }
        for text in
            ["a;b\n\"c\nd\";\"e \"\"f\"\"\"\ng;5\" wide\n", "a;\"b\"\r\nc;\"d\r\ne\" \r\n", "a;\"b\" c\n", "\"\"\n"]
        {
            assert!(told(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_text_is_told() {
        for bytes in [&b"PK\x03\x04rest"[..], b"\xff\xfea\0", b"a\0b"] {
            assert!(add(&mut Book::default(), bytes, "s").is_err());
        }
        assert!(cells(b"").is_empty());
    }
}
