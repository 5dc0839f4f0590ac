//! Tables as comma-separated values (RFC 4180), one file per table.
//!
//! Lines end in CRLF, fields with separators, quotation marks or line ends stand in quotation marks,
//! and the bytes are UTF-8. Unlike a spreadsheet file, the text of a field may be any text at all.
//!
//! # Formulas
//!
//! Spreadsheets compute a field that begins with `=`, `+`, `-` or `@`, quoted or not, and what a
//! stranger wrote into a form could run there. So words are guarded: an apostrophe stands before
//! those that begin with one of these characters, with its full-width form, with a tab or with a line
//! end; spaces and apostrophes before it do not matter. Numbers and days of the register are never
//! touched. Who reads such a file without a spreadsheet takes the guard away with [`unguarded`], or in
//! words: where after one leading apostrophe stands what would have been guarded, that apostrophe
//! goes. This gives back every text exactly.

mod file_name;
mod guard;

use std::collections::VecDeque;
use std::io::Write;

use ::csv::{Terminator, Writer, WriterBuilder};

use super::ExportError;
use super::address::spelled_out;
use super::workbook::{Cell, Part, Sheet, Table, Workbook};
use file_name::file_names;
pub use guard::{guarded, unguarded};

/// What stands between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Separator {
    /// `,`, as the standard has it.
    #[default]
    Comma,
    /// `;`, which spreadsheets expect where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        }
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// What stands between two fields.
    pub separator: Separator,
    /// Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    pub mark: bool,
    /// Whether words that look like formulas are guarded.
    pub guard: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { separator: Separator::Comma, mark: false, guard: true }
    }
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, ending in `.csv`: ASCII, in lower case, different from all others.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// The files of a workbook, each made when it is asked for. A table is a file named after its sheet and,
/// where it has a heading of its own, after that. Facts of a sheet, with its headings and notes, make one
/// file of two columns, label and value, without a head. Notes beside tables make none: they explain what
/// the eye sees in a workbook.
///
/// # Errors
///
/// There are none of the format; writing into memory does not fail.
pub fn files(workbook: Workbook<'_>, options: Options) -> impl Iterator<Item = Result<File, ExportError>> {
    let sheets = workbook.sheets.into_iter().map(|sheet| {
        let Sheet { name, parts } = sheet;
        (name, split(parts))
    });
    let sheets: Vec<(String, VecDeque<Content<'_>>)> = sheets.collect();
    let names = file_names(sheets.iter().map(|(name, files)| {
        let own = files.iter().map(|content| match content {
            Content::Table(heading, _) => heading.as_deref().unwrap_or_default(),
            Content::Facts(_) => "",
        });
        (name.as_str(), own.collect())
    }));
    let contents = sheets.into_iter().flat_map(|(_, files)| files);
    names.into_iter().zip(contents).map(move |(name, content)| {
        let mut bytes = Vec::new();
        match content {
            Content::Table(_, table) => write(table, options, &mut bytes)?,
            Content::Facts(facts) => write_facts(facts, options, &mut bytes)?,
        }
        Ok(File { name, bytes })
    })
}

/// Writes a table: its head, then its rows.
///
/// # Errors
///
/// The file cannot be written.
pub fn write(table: Table<'_>, options: Options, out: impl Write) -> Result<(), ExportError> {
    let mut lines = Lines::new(options, out)?;
    lines.add(table.columns.into_iter().map(|column| Cell::Text(column.label)))?;
    for row in table.rows {
        lines.add(row)?;
    }
    lines.end()
}

/// Writes labels and their values.
///
/// # Errors
///
/// The file cannot be written.
pub fn write_facts(facts: Vec<(String, Cell)>, options: Options, out: impl Write) -> Result<(), ExportError> {
    let mut lines = Lines::new(options, out)?;
    for (label, value) in facts {
        lines.add([Cell::Text(label), value])?;
    }
    lines.end()
}

/// What one file holds.
enum Content<'a> {
    /// A table with the heading above it.
    Table(Option<String>, Table<'a>),
    Facts(Vec<(String, Cell)>),
}

/// The files that the parts of a sheet become.
fn split(parts: Vec<Part<'_>>) -> VecDeque<Content<'_>> {
    let mut files = VecDeque::new();
    let mut facts = Vec::new();
    let mut has_facts = false;
    let mut heading = None;
    for part in parts {
        match part {
            Part::Heading(words) => {
                facts.push((words.clone(), Cell::Empty));
                heading = Some(words);
            }
            Part::Note(words) => facts.push((String::new(), Cell::Text(words))),
            Part::Facts(more) => {
                facts.extend(more);
                has_facts = true;
                heading = None;
            }
            Part::Table(table) => {
                // A heading that is followed by a table alone says in the file of facts nothing.
                if facts.last().is_some_and(|(label, value)| value.is_empty() && Some(label) == heading.as_ref()) {
                    facts.pop();
                }
                files.push_back(Content::Table(heading.take(), table));
            }
        }
    }
    if has_facts || (files.is_empty() && !facts.is_empty()) {
        files.push_front(Content::Facts(facts));
    }
    files
}

/// Lines of a file.
struct Lines<W: Write> {
    writer: Writer<W>,
    guard: bool,
}

impl<W: Write> Lines<W> {
    fn new(options: Options, mut out: W) -> Result<Lines<W>, ExportError> {
        if options.mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let writer = WriterBuilder::new()
            .delimiter(options.separator.byte())
            .terminator(Terminator::CRLF)
            .flexible(true)
            .from_writer(out);
        Ok(Lines { writer, guard: options.guard })
    }

    fn add(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), ExportError> {
        for cell in cells {
            let words = match cell {
                Cell::Empty => String::new(),
                Cell::Date(day) => day.to_string(),
                Cell::Number(number) => number.to_string(),
                Cell::Text(words) => self.safe(words),
                Cell::List(entries) => self.safe(entries.join("\n")),
                Cell::Link { words, address } => self.safe(spelled_out(&words, &address)),
            };
            self.writer.write_field(words).map_err(failed)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(failed)
    }

    fn safe(&self, words: String) -> String {
        if self.guard { guarded(words) } else { words }
    }

    fn end(mut self) -> Result<(), ExportError> {
        Ok(self.writer.flush()?)
    }
}

fn failed(error: ::csv::Error) -> ExportError {
    ExportError::Io(error.into())
}
