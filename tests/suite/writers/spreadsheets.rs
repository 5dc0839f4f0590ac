//! XLSX and ODS, read back by calamine.

use std::io::{Cursor, Read};

use calamine::{Data, Ods, Range, Reader, Xlsx};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use ropa::export::workbook::{Cell, Width, Workbook};
use ropa::export::{ExportError, ods, xlsx};

use super::samples::{
    HOSTILE, as_of, column, hostile_rows, link, of_rows, seen, table, text, three_columns, whole, workbook,
};

pub fn xlsx_of(workbook: Workbook<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    xlsx::write(workbook, &mut out).unwrap();
    out
}

pub fn ods_of(workbook: Workbook<'_>) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    ods::write(workbook, &mut out).unwrap();
    out.into_inner()
}

type Sheets = Vec<(String, Range<Data>)>;

/// Both formats of a workbook that is made twice, by name.
fn read(make: impl Fn() -> Workbook<'static>) -> [(&'static str, Sheets); 2] {
    let xlsx: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(xlsx_of(make()))).unwrap();
    let ods: Ods<_> = calamine::open_workbook_from_rs(Cursor::new(ods_of(make()))).unwrap();
    [("xlsx", sheets(xlsx)), ("ods", sheets(ods))]
}

fn sheets<R: Reader<Cursor<Vec<u8>>>>(mut reader: R) -> Sheets
where
    R::Error: std::fmt::Debug,
{
    let names = reader.sheet_names();
    names.into_iter().map(|name| (name.clone(), reader.worksheet_range(&name).unwrap())).collect()
}

fn cell(range: &Range<Data>, row: u32, column: u32) -> Data {
    range.get_value((row, column)).cloned().unwrap_or(Data::Empty)
}

fn string(words: &str) -> Data {
    if words.is_empty() { Data::Empty } else { Data::String(words.to_owned()) }
}

/// A part of a file.
fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut out = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut out).unwrap();
    out
}

#[test]
fn hostile_texts_survive() {
    for (format, sheets) in read(|| of_rows(three_columns(), hostile_rows())) {
        let range = &sheets[0].1;
        assert_eq!(cell(range, 0, 0), string("Text & <words>"), "{format}");
        assert_eq!(cell(range, 0, 1), string("=Other"), "{format}");
        for (at, words) in (1..).zip(HOSTILE) {
            assert_eq!(cell(range, at, 0), string(&seen(format, words)), "{format}");
            assert_eq!(cell(range, at, 2), string("end"), "{format}");
        }
    }
}

#[test]
fn days_and_numbers_are_real_where_programs_agree_on_them() {
    for (format, sheets) in read(|| of_rows(three_columns(), hostile_rows())) {
        let range = &sheets[0].1;
        let day = |row| cell(range, row, 1).as_date_for_test();
        assert_eq!(day(5), Some(as_of()), "{format}");
        assert_eq!(day(7), NaiveDate::from_ymd_opt(1900, 3, 1), "{format}");
        assert_eq!(cell(range, 6, 1), string("1899-12-31"), "{format}");
        assert_eq!(cell(range, 1, 1), Data::Empty, "{format}");
        assert_eq!(cell(range, 2, 1), Data::Float(0.0), "{format}");
        assert_eq!(cell(range, 3, 1), Data::Float(999_999_999_999_999.0), "{format}");
        assert_eq!(cell(range, 4, 1), string("18446744073709551615"), "{format}");
        assert_eq!(cell(range, 8, 1), string("one\n=two"), "{format}");
    }
}

/// A cell as a day, if it is a day and not words.
trait Day {
    fn as_date_for_test(&self) -> Option<NaiveDate>;
}

impl Day for Data {
    fn as_date_for_test(&self) -> Option<NaiveDate> {
        use calamine::DataType;
        matches!(self, Data::DateTime(_) | Data::DateTimeIso(_)).then(|| self.as_date()).flatten()
    }
}

#[test]
fn nothing_is_a_formula() {
    let rows = || of_rows(three_columns(), hostile_rows());
    let sheet = part(&xlsx_of(rows()), "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    assert!(!part(&ods_of(rows()), "content.xml").contains("table:formula"));
}

#[test]
fn links_lead_to_the_web_and_to_mail_only() {
    let rows = || of_rows(three_columns(), hostile_rows());
    let relations = part(&xlsx_of(rows()), "xl/worksheets/_rels/sheet1.xml.rels");
    let content = part(&ods_of(rows()), "content.xml");
    for address in ["https://example.org/?a=1&amp;b=2", "mailto:a@example.org"] {
        assert!(relations.contains(&format!("Target=\"{address}\"")), "{relations}");
        assert!(content.contains(&format!("xlink:href=\"{address}")), "{address}");
    }
    assert_eq!(relations.matches("Target=").count(), 4);
    for (format, sheets) in read(rows) {
        let range = &sheets[0].1;
        assert_eq!(cell(range, 9, 1), string("Site"), "{format}");
        assert_eq!(cell(range, 12, 1), string("Trick\njavascript:alert(1)"), "{format}");
    }
    // The library would change this address, so it is text there.
    let [(_, xlsx), (_, ods)] = read(|| of_rows(three_columns(), hostile_rows()));
    assert_eq!(cell(&xlsx[0].1, 11, 1), string("Umlaut\nhttps://example.org/%C3%B6"));
    assert_eq!(cell(&ods[0].1, 11, 1), string("Umlaut"));
}

#[test]
fn more_links_than_excel_allows_are_text() {
    let rows = (0..65_540_u32).map(|at| vec![link(&at.to_string(), "https://example.org/")]).collect();
    let file = xlsx_of(of_rows(vec![column("Site", Width::Medium)], rows));
    let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file.clone())).unwrap();
    let range = read.worksheet_range("Data").unwrap();
    assert_eq!(cell(&range, 65_530, 0), string("65529"));
    assert_eq!(cell(&range, 65_531, 0), string("65530\nhttps://example.org/"));
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<hyperlink ").count(), 65_530);
}

#[test]
fn a_text_that_is_too_long_is_refused_with_its_place() {
    let of = |words: String| {
        let columns = vec![column("Name", Width::Medium), column("Measures", Width::Wide)];
        of_rows(columns, vec![vec![text("one"), text("x")], vec![text("two"), Cell::Text(words)]])
    };
    // Excel counts UTF-16 units: a crab is two of them.
    for fitting in ["x".repeat(32_767), "🦀".repeat(16_383) + "x", "ä".repeat(32_767)] {
        for (format, sheets) in read(|| of(fitting.clone())) {
            assert_eq!(cell(&sheets[0].1, 2, 1), string(&fitting), "{format}");
        }
    }
    let long = "🦀".repeat(16_384);
    let error = xlsx::write(of(long.clone()), Vec::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "XLSX cannot hold a text of 32768 characters in one cell, only 32767 (sheet `Data`, column `Measures`, row 2: two)"
    );
    assert!(matches!(error, ExportError::Cell { .. }), "{error:?}");
    let mut ods: Ods<_> = calamine::open_workbook_from_rs(Cursor::new(ods_of(of(long.clone())))).unwrap();
    assert_eq!(cell(&ods.worksheet_range("Data").unwrap(), 2, 1), string(&long));
}

#[test]
fn a_sheet_of_too_many_rows_is_refused() {
    let rows = || {
        let rows = Box::new((0..1_048_577_u32).map(|_| Vec::new()));
        let columns = vec![column("Nothing", Width::Narrow)];
        let table = ropa::export::workbook::Table { columns, rows };
        workbook(vec![("Long", vec![ropa::export::workbook::Part::Table(table)])])
    };
    for error in [xlsx::write(rows(), Vec::new()), ods::write(rows(), Cursor::new(Vec::new()))] {
        let error = error.unwrap_err();
        assert!(matches!(error, ExportError::TooManyRows { limit: 1_048_576, .. }), "{error:?}");
    }
}

#[test]
fn the_same_workbook_makes_the_same_bytes() {
    assert!(xlsx_of(whole()) == xlsx_of(whole()));
    assert!(ods_of(whole()) == ods_of(whole()));
}

#[test]
fn parts_stand_below_each_other() {
    for (format, sheets) in read(whole) {
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["Cover", "Activities", "Measures - technical-organisat…", "Broad", "5", "Quote's"],
            "{format}"
        );
        let cover = &sheets[0].1;
        assert_eq!(cell(cover, 0, 0), string("Record of processing activities"), "{format}");
        assert_eq!(cell(cover, 3, 0), string("Controller"), "{format}");
        assert_eq!(cell(cover, 3, 1), string("Example Shop Ltd\n1 High Street\nHelsinki"), "{format}");
        assert_eq!(cell(cover, 4, 1).as_date_for_test(), Some(as_of()), "{format}");
        let measures = &sheets[2].1;
        assert_eq!(cell(measures, 3, 0), string("Text & <words>"), "{format}");
        let second = u32::try_from(4 + HOSTILE.len() + 1).unwrap();
        assert_eq!(cell(measures, second, 0), string("Second"), "{format}");
        assert_eq!(cell(measures, second + 1, 0), string("Only"), "{format}");
        assert_eq!(cell(measures, second + 3, 0), string("two"), "{format}");
    }
}

#[test]
fn files_say_their_title_and_day_and_nobody_s_name() {
    let core = part(&xlsx_of(whole()), "docProps/core.xml");
    assert!(core.contains("<dc:title>Records of processing &amp; &lt;more&gt;</dc:title>"), "{core}");
    assert!(core.contains("2026-11-22T00:00:00Z"), "{core}");
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
    let meta = part(&ods_of(whole()), "meta.xml");
    assert!(meta.contains("<dc:title>Records of processing &amp; &lt;more&gt;</dc:title>"), "{meta}");
    assert!(meta.contains("2026-11-22T00:00:00"), "{meta}");
    assert!(!meta.contains("creator"), "{meta}");
}

#[test]
fn an_opendocument_says_what_it_is_by_its_first_bytes() {
    let file = ods_of(whole());
    assert_eq!(&file[30..38], b"mimetype");
    assert_eq!(&file[38..84], b"application/vnd.oasis.opendocument.spreadsheet");
    for name in ["META-INF/manifest.xml", "meta.xml", "styles.xml", "settings.xml", "content.xml"] {
        roxmltree::Document::parse(&part(&file, name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn an_empty_workbook_has_a_sheet() {
    for (format, sheets) in read(|| workbook(Vec::new())) {
        assert_eq!(sheets.len(), 1, "{format}");
    }
    for (format, sheets) in read(|| workbook(vec![("No columns", vec![table(Vec::new(), vec![Vec::new()])])])) {
        assert!(sheets[0].1.is_empty() || sheets[0].1.cells().all(|(_, _, cell)| *cell == Data::Empty), "{format}");
    }
}

#[test]
fn the_head_stays_in_view_and_is_printed_on_every_page() {
    let file = xlsx_of(whole());
    let sheet = part(&file, "xl/worksheets/sheet3.xml");
    assert!(sheet.contains("<pane ySplit=\"4\" topLeftCell=\"A5\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A4:C34\""), "{sheet}");
    assert!(sheet.contains("orientation=\"landscape\"") && sheet.contains("fitToHeight=\"0\""), "{sheet}");
    let broad = part(&file, "xl/worksheets/sheet4.xml");
    assert!(broad.contains("pageOrder=\"overThenDown\"") && broad.contains("fitToWidth=\"4\""), "{broad}");
    let book = part(&file, "xl/workbook.xml");
    assert!(book.contains(">'Measures - technical-organisat…'!$4:$4<"), "{book}");
    let file = ods_of(whole());
    let content = part(&file, "content.xml");
    assert!(content.contains("'Measures - technical-organisat…'.A4:'Measures - technical-organisat…'.C34"));
    assert!(content.contains("'Quote''s'.A1:'Quote''s'.C1"));
    assert_eq!(content.matches("<table:table-header-rows>").count(), 4);
}

/// Any text, often with something in it that programs like to change.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[ -~]{0,6}",
        prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
        prop::sample::select(vec![" ", "\n", "\t", "\r", "_x", "_", "x0041", "'", "\"", "=", "-"])
            .prop_map(str::to_owned),
    ];
    vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives(texts in vec(any_text(), 1..20)) {
        let columns = || vec![column("Text", Width::Wide), column("End", Width::Narrow)];
        let rows = || texts.iter().map(|words| vec![text(words), Cell::Number(1)]).collect::<Vec<_>>();
        for (format, sheets) in read(|| of_rows(columns(), rows())) {
            for (at, words) in (1..).zip(&texts) {
                prop_assert_eq!(cell(&sheets[0].1, at, 0), string(&seen(format, words)), "{}", format);
            }
        }
    }

    #[test]
    fn any_name_of_a_sheet_is_accepted(names in vec(any_text(), 1..6)) {
        let sheets = || {
            let columns = || vec![column("A", Width::Narrow)];
            names.iter().map(|name| (name.as_str(), vec![table(columns(), vec![vec![text("x")]])])).collect::<Vec<_>>()
        };
        for (format, sheets) in read(|| workbook(sheets())) {
            prop_assert_eq!(sheets.len(), names.len(), "{}", format);
            for (_, range) in sheets {
                prop_assert_eq!(cell(&range, 1, 0), string("x"));
            }
        }
    }
}
