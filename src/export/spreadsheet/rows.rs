//! A sheet from top to bottom.

use super::super::ExportError;
use super::super::workbook::{Column, Part, Sheet};
use super::layout::gap_between;
use super::value::{Value, clean};
use super::{Layout, ROWS};

/// A row of a sheet.
#[derive(Debug)]
pub enum Row<'a> {
    /// An empty one, between two parts.
    Blank,
    /// A heading.
    Heading(String),
    /// A note, with the lines it takes.
    Note(String, usize),
    /// A label and its value, with the lines that takes.
    Fact(String, Value, usize),
    /// The head of a table.
    Head {
        /// The labels.
        labels: Vec<String>,
        /// Whether it is the first table of the sheet.
        first: bool,
    },
    /// A row of a table.
    Cells(&'a [Value]),
    /// The end of a table; no row of its own.
    End {
        /// Whether it is the first table of the sheet.
        first: bool,
    },
}

/// What makes a file of the rows.
pub trait Sink {
    /// Adds a row below the others; `at` counts from 0.
    fn row(&mut self, at: u32, row: Row<'_>) -> Result<(), ExportError>;

    /// Whether the format can hold one more link, to this address. A link that it cannot hold is
    /// written as words and address.
    fn takes_link(&mut self, address: &str) -> bool;
}

/// What a format can hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The format, as people call it.
    pub format: &'static str,
    /// UTF-16 units of a cell, where there is a limit.
    pub units: Option<usize>,
}

/// Sends the rows of a sheet to a sink, one at a time.
///
/// # Errors
///
/// What the sink cannot write, a cell that is too long for the format, and more rows than it allows.
pub fn lay_out(
    name: &str,
    sheet: Sheet<'_>,
    layout: &Layout,
    limits: Limits,
    sink: &mut impl Sink,
) -> Result<(), ExportError> {
    let gaps: Vec<bool> = gaps(&sheet.parts);
    let mut walk = Walk { name, limits, at: 0, sink };
    let mut first = true;
    for (part, gap) in sheet.parts.into_iter().zip(gaps) {
        if gap {
            walk.send(Row::Blank)?;
        }
        match part {
            Part::Heading(words) => {
                let words = walk.words(&Place::default(), &words)?;
                walk.send(Row::Heading(words))?;
            }
            Part::Note(words) => {
                let words = walk.words(&Place::default(), &words)?;
                let lines = layout.lines_of_note(&words);
                walk.send(Row::Note(words, lines))?;
            }
            Part::Facts(facts) => {
                for (row, (label, cell)) in facts.into_iter().enumerate() {
                    let place = Place { column: &label, row: row + 1, about: &label };
                    let value = walk.value(&place, Value::of(cell))?;
                    let lines = layout.lines_of_value(&value);
                    let label = walk.words(&place, &label)?;
                    walk.send(Row::Fact(label, value, lines))?;
                }
            }
            Part::Table(table) => {
                let columns = table.columns;
                let labels = columns.iter().map(|column| {
                    let place = Place { column: &column.label, ..Place::default() };
                    walk.words(&place, &column.label)
                });
                let labels = labels.collect::<Result<_, _>>()?;
                walk.send(Row::Head { labels, first })?;
                for (row, cells) in table.rows.enumerate() {
                    let values: Vec<Value> = cells.into_iter().map(Value::of).collect();
                    let about = beginning(&values);
                    let values = values.into_iter().enumerate().map(|(column, value)| {
                        let column = columns.get(column).map_or("", |column: &Column| column.label.as_str());
                        walk.value(&Place { column, row: row + 1, about: &about }, value)
                    });
                    let values = values.collect::<Result<Vec<_>, _>>()?;
                    walk.send(Row::Cells(&values))?;
                }
                walk.sink.row(walk.at, Row::End { first })?;
                first = false;
            }
        }
    }
    Ok(())
}

/// Before which parts an empty row stands.
fn gaps(parts: &[Part<'_>]) -> Vec<bool> {
    let before = std::iter::once(None).chain(parts.iter().map(Some));
    before.zip(parts).map(|(before, part)| gap_between(before, part)).collect()
}

struct Walk<'a, S> {
    name: &'a str,
    limits: Limits,
    at: u32,
    sink: &'a mut S,
}

impl<S: Sink> Walk<'_, S> {
    fn send(&mut self, row: Row<'_>) -> Result<(), ExportError> {
        if self.at >= ROWS {
            let Limits { format, .. } = self.limits;
            return Err(ExportError::TooManyRows { format, sheet: self.name.to_owned(), limit: ROWS.into() });
        }
        self.sink.row(self.at, row)?;
        self.at += 1;
        Ok(())
    }

    fn words(&self, place: &Place<'_>, words: &str) -> Result<String, ExportError> {
        let words = clean(words);
        self.check(place, &words)?;
        Ok(words)
    }

    fn value(&mut self, place: &Place<'_>, value: Value) -> Result<Value, ExportError> {
        let value = match &value {
            Value::Link { address, .. } if !self.sink.takes_link(address) => value.without_link(),
            _ => value,
        };
        self.check(place, value.words())?;
        Ok(value)
    }

    fn check(&self, place: &Place<'_>, words: &str) -> Result<(), ExportError> {
        let Some(limit) = self.limits.units else { return Ok(()) };
        // Bytes are never fewer than UTF-16 units, and quickly counted.
        if words.len() <= limit {
            return Ok(());
        }
        let units = words.encode_utf16().count();
        if units <= limit {
            return Ok(());
        }
        Err(ExportError::Cell {
            format: self.limits.format,
            what: format!("a text of {units} characters in one cell, only {limit}"),
            place: format!(
                "sheet `{}`, column `{}`, row {}: {}",
                self.name,
                place.column,
                place.row,
                short(place.about)
            ),
        })
    }
}

/// Where on a sheet a text stands, for messages.
#[derive(Default)]
struct Place<'a> {
    column: &'a str,
    row: usize,
    about: &'a str,
}

/// How a row begins: its first words.
fn beginning(values: &[Value]) -> String {
    values.iter().map(Value::words).find(|words| !words.trim().is_empty()).map(short).unwrap_or_default()
}

/// The beginning of the first line of a text.
fn short(words: &str) -> String {
    const LETTERS: usize = 60;
    let line = words.lines().next().unwrap_or_default();
    let mut out: String = line.chars().take(LETTERS).collect();
    if out.len() < words.len() {
        out.push('…');
    }
    out
}
