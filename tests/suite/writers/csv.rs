//! CSV files, read back by a reader of CSV.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use ropa::export::csv::{Options, Separator, files, guarded, unguarded};
use ropa::export::workbook::{Cell, Width};

use super::samples::{HOSTILE, column, hostile_rows, of_rows, text, three_columns, whole};

fn records(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(separator).flexible(true).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn only_file(rows: Vec<Vec<Cell>>, options: Options) -> Vec<u8> {
    let mut files: Vec<_> = files(of_rows(three_columns(), rows), options).collect::<Result<_, _>>().unwrap();
    assert_eq!(files.len(), 1);
    files.remove(0).bytes
}

#[test]
fn hostile_texts_survive_behind_their_guard() {
    for (separator, byte) in [(Separator::Comma, b','), (Separator::Semicolon, b';'), (Separator::Tab, b'\t')] {
        let bytes = only_file(hostile_rows(), Options { separator, ..Options::default() });
        let records = records(&bytes, byte);
        assert_eq!(records[0], ["Text & <words>", "'=Other", "End"]);
        for (record, words) in records[1..].iter().zip(HOSTILE) {
            assert_eq!(unguarded(&record[0]), words);
            let sign = record[0].trim_start().chars().next();
            assert!(!sign.is_some_and(|sign| "=+-@＝＋－＠".contains(sign)), "{record:?}");
            assert_eq!(record[2], "end");
        }
        let column: Vec<&str> = records[1..13].iter().map(|record| record[1].as_str()).collect();
        assert_eq!(
            column,
            [
                "",
                "0",
                "999999999999999",
                "18446744073709551615",
                "2026-11-22",
                "1899-12-31",
                "1900-03-01",
                "one\n=two",
                "Site\nhttps://example.org/?a=1&b=2#c",
                "'=Site\nmailto:a@example.org",
                "Umlaut\nhttps://example.org/%C3%B6",
                "Trick\njavascript:alert(1)",
            ]
        );
    }
}

#[test]
fn lines_end_as_the_standard_says() {
    let rows = || vec![vec![text("a,b"), text("say \"x\""), text("two\nlines")]];
    let bytes = only_file(rows(), Options::default());
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "Text & <words>,'=Other,End\r\n\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n"
    );
    let marked = only_file(rows(), Options { separator: Separator::Semicolon, mark: true, guard: false });
    assert_eq!(
        String::from_utf8(marked).unwrap(),
        "\u{feff}Text & <words>;=Other;End\r\na,b;\"say \"\"x\"\"\";\"two\nlines\"\r\n"
    );
}

#[test]
fn every_table_is_a_file() {
    let files: Vec<_> = files(whole(), Options::default()).collect::<Result<_, _>>().unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "cover.csv",
            "activities.csv",
            "measures-technical-organisational-all.csv",
            "measures-technical-organisational-all-first.csv",
            "measures-technical-organisational-all-second.csv",
            "broad.csv",
            "quotes.csv",
        ]
    );
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let cover = records(&files[0].bytes, b',');
    assert_eq!(cover[0], ["Record of processing activities", ""]);
    assert_eq!(cover[1][0], "");
    assert_eq!(cover[2], ["Controller", "Example Shop Ltd\n1 High Street\nHelsinki"]);
    assert_eq!(cover[3], ["As of", "2026-11-22"]);
    assert_eq!(records(&files[4].bytes, b','), [["Only"], ["one"], ["two"]]);
    assert_eq!(records(&files[5].bytes, b',').len(), 41);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_survives(texts in vec(prop_oneof![any::<String>(), "['=+@\\-\t\r\n a]{0,5}"], 1..9), separator in 0..3_usize) {
        let (separator, byte) =
            [(Separator::Comma, b','), (Separator::Semicolon, b';'), (Separator::Tab, b'\t')][separator];
        let rows = texts.iter().map(|words| vec![text(words), text("end")]).collect();
        let workbook = of_rows(vec![column("A", Width::Wide), column("B", Width::Wide)], rows);
        let file = files(workbook, Options { separator, ..Options::default() }).next().unwrap().unwrap();
        let records = records(&file.bytes, byte);
        prop_assert_eq!(records.len(), texts.len() + 1);
        for (record, words) in records[1..].iter().zip(&texts) {
            prop_assert_eq!(unguarded(&record[0]), words);
            prop_assert_eq!(&record[1], "end");
        }
    }

    #[test]
    fn a_guard_is_taken_away_exactly(words in "['=+@\\-\t\r\n a＝]{0,6}") {
        let written = guarded(words.clone());
        prop_assert_eq!(unguarded(&written), words);
    }
}
