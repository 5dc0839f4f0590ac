//! Workbooks made by hand, with what is hardest to keep.

use chrono::NaiveDate;
use ropa::export::workbook::{Cell, Column, Part, Sheet, Table, Width, Workbook};

/// Texts that programs like to change.
pub const HOSTILE: [&str; 30] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+49 30 1234",
    "-5",
    "@SUM(A1:A2)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "'=1+1",
    "'quoted'",
    "007",
    "1e5",
    "2026-01-05",
    "TRUE",
    "#REF!",
    "<script>alert(1)</script> & \"co\" &amp; ]]>",
    "_x000D_ and _x0041_x0042_ and _x005F_",
    "a,b;c\td",
    "said \"yes\"",
    "two\nlines",
    "three\r\nWindows\rlines\n",
    " leading, trailing  and   many ",
    "nul \0, bell \u{7}, escape \u{1b}, delete \u{7f}, next line \u{85}",
    "no characters \u{fffe}\u{ffff}",
    "👩‍👩‍👧‍👦 🇫🇮 🦀",
    "e\u{301} and é, Z\u{327}\u{30c}\u{331}",
    "עברית and العربية \u{202e}turned\u{202c}",
    "\u{feff}mark and zero\u{200b}width and line\u{2028}separator",
    "\n\nempty lines around\n\n",
    "https://example.org is no link",
];

pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

pub fn link(words: &str, address: &str) -> Cell {
    Cell::Link { words: words.to_owned(), address: address.to_owned() }
}

pub fn column(label: &str, width: Width) -> Column {
    Column { label: label.to_owned(), width }
}

pub fn table(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Part<'static> {
    Part::Table(Table { columns, rows: Box::new(rows.into_iter()) })
}

pub fn workbook(sheets: Vec<(&str, Vec<Part<'static>>)>) -> Workbook<'static> {
    Workbook {
        title: "Records of processing & <more>".to_owned(),
        language: "en".to_owned(),
        as_of: as_of(),
        sheets: sheets.into_iter().map(|(name, parts)| Sheet { name: name.to_owned(), parts }).collect(),
    }
}

/// A workbook of one table.
pub fn of_rows(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Workbook<'static> {
    workbook(vec![("Data", vec![table(columns, rows)])])
}

/// Every hostile text, with every other kind of cell beside it.
pub fn hostile_rows() -> Vec<Vec<Cell>> {
    let others = [
        Cell::Empty,
        Cell::Number(0),
        Cell::Number(999_999_999_999_999),
        Cell::Number(u64::MAX),
        Cell::Date(as_of()),
        Cell::Date(NaiveDate::from_ymd_opt(1899, 12, 31).unwrap()),
        Cell::Date(NaiveDate::from_ymd_opt(1900, 3, 1).unwrap()),
        Cell::List(vec!["one".to_owned(), "=two".to_owned()]),
        link("Site", "https://example.org/?a=1&b=2#c"),
        link("=Site", "mailto:a@example.org"),
        link("Umlaut", "https://example.org/%C3%B6"),
        link("Trick", "javascript:alert(1)"),
    ];
    let row = |(at, words): (usize, &&str)| vec![text(words), others[at % others.len()].clone(), text("end")];
    HOSTILE.iter().enumerate().map(row).collect()
}

pub fn three_columns() -> Vec<Column> {
    vec![column("Text & <words>", Width::Wide), column("=Other", Width::Medium), column("End", Width::Narrow)]
}

/// A workbook with every kind of part.
pub fn whole() -> Workbook<'static> {
    let sentence = "We keep these data because the law asks for accounts, and erase them when its time is over. ";
    let broad: Vec<Column> = (1..=25)
        .map(|at| column(&format!("Column {at}"), [Width::Narrow, Width::Medium, Width::Wide][at % 3]))
        .collect();
    let broad_row = |row: usize| {
        let cell = |at: usize| match at % 5 {
            0 => Cell::Date(as_of()),
            1 => text(&format!("Row {row}, cell {at}: {}", sentence.repeat(at % 3))),
            2 => Cell::Number((row * at) as u64),
            3 => Cell::List(vec!["Customers".to_owned(), "Users of customers".to_owned()]),
            _ => Cell::Empty,
        };
        (1..=25).map(cell).collect()
    };
    let facts = vec![
        ("Controller".to_owned(), text("Example Shop Ltd\n1 High Street\nHelsinki")),
        ("As of".to_owned(), Cell::Date(as_of())),
        ("Activities".to_owned(), Cell::Number(30)),
        ("Site".to_owned(), link("example.org", "https://example.org/")),
        ("About".to_owned(), text(&sentence.repeat(4))),
        ("Nothing".to_owned(), Cell::Empty),
    ];
    let note = Part::Note(sentence.repeat(3));
    workbook(vec![
        ("Cover", vec![Part::Heading("Record of processing activities".to_owned()), note, Part::Facts(facts.clone())]),
        ("Activities", vec![table(three_columns(), hostile_rows())]),
        (
            "Measures: technical/organisational [all]",
            vec![
                Part::Heading("First".to_owned()),
                Part::Note(sentence.to_owned()),
                table(three_columns(), hostile_rows()),
                Part::Heading("Second".to_owned()),
                table(vec![column("Only", Width::Narrow)], vec![vec![text("one")], vec![text("two")]]),
                Part::Facts(facts),
            ],
        ),
        ("Broad", vec![table(broad, (1..=40).map(broad_row).collect())]),
        ("", Vec::new()),
        ("Quote's", vec![table(three_columns(), Vec::new())]),
    ])
}

/// What a reader of a spreadsheet in a format, by its ending, sees for a text.
pub fn seen(format: &str, words: &str) -> String {
    let lines = words.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |c: char| match u32::from(c) {
        9 if format == "ods" => ' ',
        9 | 10 => c,
        code @ 0..32 => char::from_u32(0x2400 + code).unwrap(),
        0xfffe | 0xffff => '\u{fffd}',
        _ => c,
    };
    lines.chars().map(shown).collect()
}
