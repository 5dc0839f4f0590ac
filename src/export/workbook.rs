//! A workbook before it has a file format.
//!
//! Rows are made while they are written, so that no more than a few are in memory at once.

use std::fmt;

use chrono::NaiveDate;

/// Sheets in order.
#[derive(Debug)]
pub struct Workbook<'a> {
    /// What it is called, for people and in the properties of the file.
    pub title: String,
    /// BCP 47 tag of the language most of its words are in.
    pub language: String,
    /// Day on which the register was judged. It is also the day in the properties of the file, so that
    /// the same records make the same bytes.
    pub as_of: NaiveDate,
    /// The sheets.
    pub sheets: Vec<Sheet<'a>>,
}

/// A sheet: parts below each other.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The name on its tab, of any length and with any letters; writers cut it to what their format
    /// allows and keep names apart.
    pub name: String,
    /// What stands in it.
    pub parts: Vec<Part<'a>>,
}

/// A part of a sheet.
#[derive(Debug)]
pub enum Part<'a> {
    /// A heading.
    Heading(String),
    /// A sentence or two.
    Note(String),
    /// Labels with their values below each other, as on a cover or a form.
    Facts(Vec<(String, Cell)>),
    /// A table. The first of a sheet keeps its head in view and can be filtered.
    Table(Table<'a>),
}

/// A table.
pub struct Table<'a> {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as `columns`.
    pub rows: Box<dyn Iterator<Item = Vec<Cell>> + Send + 'a>,
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("columns", &self.columns).finish_non_exhaustive()
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub label: String,
    /// How much room its cells want.
    pub width: Width,
}

/// How much room the cells of a column want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// Days, numbers, yes and no.
    Narrow,
    /// Names.
    Medium,
    /// Sentences.
    Wide,
}

/// What stands in a cell. All of it is plain text, without Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; line breaks stay.
    Text(String),
    /// Several entries, each on a line of its own.
    List(Vec<String>),
    /// A day.
    Date(NaiveDate),
    /// A count.
    Number(u64),
    /// A web address with the words that lead there.
    Link {
        /// The words.
        words: String,
        /// The address.
        address: String,
    },
}

impl Cell {
    /// Words; nothing where there are none.
    pub fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        if words.trim().is_empty() { Cell::Empty } else { Cell::Text(words) }
    }

    /// Entries, of which empty ones are left out.
    pub fn list(entries: impl IntoIterator<Item = String>) -> Cell {
        let mut entries: Vec<String> = entries.into_iter().filter(|entry| !entry.trim().is_empty()).collect();
        match entries.len() {
            0 => Cell::Empty,
            1 => Cell::Text(entries.remove(0)),
            _ => Cell::List(entries),
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn what_says_nothing_is_empty() {
        assert!(Cell::text("  ").is_empty());
        assert_eq!(Cell::list(["".to_owned(), "one".to_owned()]), Cell::Text("one".to_owned()));
        assert_eq!(Cell::list(Vec::new()), Cell::Empty);
    }
}
