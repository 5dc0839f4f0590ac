//! What a spreadsheet holds, whatever its format: sheets with cells that say something, and their places.

use std::collections::BTreeMap;

use crate::source::{FileId, Span};

/// Rows of a sheet that are read.
pub const MOST_ROWS: u32 = 200_000;
/// Columns of a sheet that are read.
pub const MOST_COLUMNS: u32 = 1_000;
/// Sheets that are read.
pub const MOST_SHEETS: usize = 20_000;
/// Letters of a cell that messages show.
const SHOWN: usize = 80;
/// Letters of all cells together.
const MOST_TEXT: usize = 256 * 1024 * 1024;

/// The sheets of a file, and the text by which messages name places in it.
#[derive(Debug, Default)]
pub struct Book {
    /// The sheets, in the order of the file.
    pub sheets: Vec<Grid>,
    /// A line for each cell: its address and what stands there. A spreadsheet has no lines of its own
    /// that a message could show.
    pub listing: String,
    /// What could not be read as it stands, each in a sentence, with its place.
    pub remarks: Vec<(Span, String)>,
    /// Control characters, in whose place stands the one for "unknown".
    pub replaced: usize,
    /// Bytes of all cells together.
    letters: usize,
}

/// One sheet.
#[derive(Debug, Default)]
pub struct Grid {
    /// The name on its tab.
    pub name: String,
    /// Rows with cells, from the top.
    pub rows: Vec<Row>,
}

impl Grid {
    /// The same cells with rows for columns and columns for rows.
    pub(super) fn turned(&self) -> Grid {
        let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
        for row in &self.rows {
            for cell in &row.cells {
                let turned = Cell { column: row.number.saturating_sub(1), ..cell.clone() };
                rows.entry(cell.column + 1).or_default().push(turned);
            }
        }
        let rows = rows.into_iter().map(|(number, cells)| Row { number, cells }).collect();
        Grid { name: self.name.clone(), rows }
    }
}

/// A row with something in it.
#[derive(Debug, Default)]
pub struct Row {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells, from the left; empty ones are left out.
    pub cells: Vec<Cell>,
}

/// A cell that is not empty.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its column, from 0.
    pub column: u32,
    /// Its text, without spaces around it.
    pub text: String,
    /// Its place in [`Book::listing`].
    pub span: Span,
}

/// Why a file cannot be read as a spreadsheet.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It is larger than what is read.
    #[error("{0}")]
    TooLarge(String),
    /// It is something else, or broken.
    #[error("{0}")]
    NotASheet(String),
    /// There is no sheet of the name that was asked for.
    #[error("there is no sheet `{name}`; {help}")]
    NoSuchSheet {
        /// The name.
        name: String,
        /// The names there are, or the one that was probably meant.
        help: String,
    },
}

impl Book {
    /// Begins a sheet.
    pub(super) fn sheet(&mut self, name: &str) -> Result<(), SheetError> {
        if self.sheets.len() >= MOST_SHEETS {
            return Err(SheetError::TooLarge(format!("it has more than {MOST_SHEETS} sheets")));
        }
        self.sheets.push(Grid { name: name.trim().to_owned(), rows: Vec::new() });
        Ok(())
    }

    /// Adds a cell to the last sheet, after all cells before it; empty ones are passed over. Rows count
    /// from 1 and columns from 0.
    pub(super) fn cell(&mut self, row: u32, column: u32, text: &str) -> Result<Option<Span>, SheetError> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(None) };
        // Spreadsheets write line ends in three ways.
        let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
        let is_wrong = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
        self.replaced += text.chars().filter(|letter| is_wrong(*letter)).count();
        let text = text.replace(is_wrong, "\u{fffd}");
        let text =
            text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{200b}');
        if text.is_empty() {
            return Ok(None);
        }
        let place = || format!("`{}`, cell {}", sheet.name, address(row, column));
        if row > MOST_ROWS {
            return Err(SheetError::TooLarge(format!(
                "at most {MOST_ROWS} rows are read: something stands in {}",
                place()
            )));
        }
        if column >= MOST_COLUMNS {
            let message = format!("at most {MOST_COLUMNS} columns are read: something stands in {}", place());
            return Err(SheetError::TooLarge(message));
        }
        self.letters += text.len();
        if self.letters > MOST_TEXT {
            return Err(SheetError::TooLarge(format!(
                "its cells hold more than {} MiB of text",
                MOST_TEXT / 1024 / 1024
            )));
        }
        self.listing.push_str(&sheet.name);
        self.listing.push('!');
        self.listing.push_str(&address(row, column));
        self.listing.push_str(" | ");
        let start = self.listing.len();
        // Each cell is one line of what it begins with, so that its address stands beside it.
        let shown = text.chars().take(SHOWN).map(|letter| if letter == '\n' || letter == '\t' { ' ' } else { letter });
        self.listing.extend(shown);
        if text.chars().nth(SHOWN).is_some() {
            self.listing.push('…');
        }
        let span = Span::new(FileId::default(), start..self.listing.len());
        self.listing.push('\n');
        if sheet.rows.last().is_none_or(|last| last.number != row) {
            sheet.rows.push(Row { number: row, cells: Vec::new() });
        }
        if let Some(last) = sheet.rows.last_mut() {
            last.cells.push(Cell { column, text: text.to_owned(), span });
        }
        Ok(Some(span))
    }

    /// The sheet and cell of a place: "`Activities`, cell B12".
    pub fn place(&self, span: Span) -> String {
        let before = self.listing.get(..span.start as usize).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let head = before.get(line..).unwrap_or_default().trim_end_matches(" | ");
        head.rsplit_once('!').map_or_else(|| head.to_owned(), |(sheet, cell)| format!("`{sheet}`, cell {cell}"))
    }
}

/// The address of a cell: row 12 from 1 and column 1 from 0 are `B12`.
pub fn address(row: u32, column: u32) -> String {
    format!("{}{row}", letters(column))
}

/// The letters of a column: `A`, `Z`, `AA`.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from_u32('A' as u32 + (rest - 1) % 26).unwrap_or('?'));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Book, address};

    #[test]
    fn cells_have_addresses() {
        for (row, column, text) in [(1, 0, "A1"), (12, 1, "B12"), (3, 25, "Z3"), (3, 26, "AA3"), (9, 16_383, "XFD9")] {
            assert_eq!(address(row, column), text);
        }
    }

    #[test]
    fn a_place_is_told_by_sheet_and_cell() {
        let mut book = Book::default();
        book.sheet("A! b").unwrap();
        book.cell(1, 0, " x ").unwrap();
        let span = book.cell(2, 1, "two\r\nlines").unwrap().unwrap();
        assert_eq!(book.place(span), "`A! b`, cell B2");
        assert_eq!(book.listing, "A! b!A1 | x\nA! b!B2 | two lines\n");
        assert_eq!(book.sheets[0].rows[1].cells[0].text, "two\nlines");
        assert!(book.cell(2, 2, " \n ").unwrap().is_none());
        assert!(book.cell(2, 16_383, "far").is_err());
    }
}
