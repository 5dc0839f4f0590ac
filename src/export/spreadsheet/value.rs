//! What a cell of a spreadsheet can hold without loss.

use chrono::{Datelike, NaiveDate};

use super::super::address::{followable, spelled_out};
use super::super::workbook::Cell;

/// The largest number of which spreadsheets keep every digit.
const LARGEST: u64 = 999_999_999_999_999;

/// A cell as both formats can hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words, with line feeds between lines.
    Text(String),
    /// A day that Excel and LibreOffice count alike.
    Date(NaiveDate),
    /// A number with at most 15 digits.
    Number(u64),
    /// Words that lead to an address of the web or of mail.
    Link {
        /// The words.
        words: String,
        /// The address.
        address: String,
    },
}

impl Value {
    /// What the spreadsheet holds for a cell. What it has no kind of its own for becomes text: days
    /// that the programs count differently, longer numbers, addresses that are no links.
    pub fn of(cell: Cell) -> Value {
        match cell {
            Cell::Empty => Value::Empty,
            Cell::Text(words) => Value::text(&words),
            Cell::List(entries) => Value::text(&entries.join("\n")),
            // Excel takes 1900 for a leap year, so before March of it the programs are a day apart.
            Cell::Date(day) if (1900..=9999).contains(&day.year()) && (day.year(), day.month()) >= (1900, 3) => {
                Value::Date(day)
            }
            Cell::Date(day) => Value::Text(day.to_string()),
            Cell::Number(number) if number <= LARGEST => Value::Number(number),
            Cell::Number(number) => Value::Text(number.to_string()),
            Cell::Link { words, address } if followable(&address).is_none() => {
                Value::text(&spelled_out(&words, &address))
            }
            Cell::Link { words, address } => {
                let words = if words.trim().is_empty() { address.clone() } else { clean(&words) };
                Value::Link { words, address }
            }
        }
    }

    /// Words; nothing where there are none.
    pub fn text(words: &str) -> Value {
        if words.is_empty() { Value::Empty } else { Value::Text(clean(words)) }
    }

    /// What a reader sees.
    pub fn words(&self) -> &str {
        match self {
            Value::Text(words) | Value::Link { words, .. } => words,
            Value::Empty | Value::Date(_) | Value::Number(_) => "",
        }
    }

    /// The same without a link: words, then the address on a line of its own.
    pub fn without_link(self) -> Value {
        match self {
            Value::Link { words, address } => Value::Text(spelled_out(&words, &address)),
            other => other,
        }
    }
}

/// Words that XML can hold. Every kind of line end becomes a line feed. XML 1.0 has no other control
/// characters than tab and line feed: they become their pictures (`␀` to `␟`), which people see, and
/// the two that are no characters become the replacement character. Nothing disappears.
pub fn clean(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut characters = words.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                characters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Value, clean};
    use crate::export::workbook::Cell;

    #[test]
    fn control_characters_are_seen() {
        assert_eq!(clean("a\0b\u{1b}c\u{7f}"), "a␀b␛c\u{7f}");
        assert_eq!(clean("a\r\nb\rc\n\td"), "a\nb\nc\n\td");
        assert_eq!(clean("\u{ffff}🦀\u{fffe}"), "\u{fffd}🦀\u{fffd}");
    }

    #[test]
    fn what_a_spreadsheet_would_change_is_text() {
        let day = |year, month, day| Cell::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(Value::of(day(1900, 2, 28)), Value::Text("1900-02-28".to_owned()));
        assert!(matches!(Value::of(day(1900, 3, 1)), Value::Date(_)));
        assert!(matches!(Value::of(day(9999, 12, 31)), Value::Date(_)));
        assert!(matches!(Value::of(day(10000, 1, 1)), Value::Text(_)));
        assert_eq!(Value::of(Cell::Number(999_999_999_999_999)), Value::Number(999_999_999_999_999));
        assert_eq!(Value::of(Cell::Number(1_000_000_000_000_000)), Value::Text("1000000000000000".to_owned()));
        let link = |address: &str| Cell::Link { words: "Site".to_owned(), address: address.to_owned() };
        assert_eq!(Value::of(link("javascript:x")), Value::Text("Site\njavascript:x".to_owned()));
        assert!(matches!(Value::of(link("https://example.org")), Value::Link { .. }));
    }
}
