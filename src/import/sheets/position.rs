//! Columns by their place in a sheet, where no head names them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::book::{MOST_COLUMNS, letters};
use super::map::{Column, Part, SheetMap};

/// A column of a sheet: its letters, or its number from 1.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Position {
    /// As spreadsheets show it: `A`, `AB`.
    Letters(String),
    /// Its number, from 1.
    Number(u32),
}

impl Position {
    /// The column, counted from 0.
    pub(super) fn index(&self) -> Option<u32> {
        let number = match self {
            Position::Number(number) => *number,
            Position::Letters(text) => {
                let digit = |letter: char| Some(u32::from(letter.to_ascii_uppercase()) - u32::from('A') + 1);
                let letter = |letter: char| if letter.is_ascii_alphabetic() { digit(letter) } else { None };
                text.trim().chars().try_fold(0_u32, |all, one| all.checked_mul(26)?.checked_add(letter(one)?))?
            }
        };
        number.checked_sub(1).filter(|index| *index < MOST_COLUMNS)
    }
}

impl Column {
    /// What messages call it: its head, or its letters.
    pub(super) fn name(&self) -> String {
        let place = || self.column.as_ref().and_then(Position::index).map(|at| format!("column {}", letters(at)));
        self.label.all().first().cloned().or_else(place).unwrap_or_default()
    }
}

impl Part {
    /// Whether it is a table that has no head.
    pub(super) fn is_headless(&self) -> bool {
        self.rows.is_some() && self.head == Some(0)
    }
}

/// Checks that every column of a sheet can be found.
///
/// # Errors
/// What to write instead.
pub(super) fn check(sheet: &SheetMap) -> Result<(), String> {
    let tables = sheet.parts.iter().filter(|part| part.rows.is_some()).count();
    for part in &sheet.parts {
        if part.is_headless() && tables > 1 {
            return Err("`head = 0`: a table without a head is the only one of its sheet".into());
        }
        let mut seen = Vec::new();
        for column in &part.columns {
            let to = column.to.as_deref().unwrap_or("nothing");
            let Some(position) = &column.column else {
                if part.is_headless() {
                    return Err(format!(
                        "`head = 0`: the table has no head, so each column needs its letters: the one that leads to \
                         `{to}` has no `column`"
                    ));
                }
                if column.label.all().is_empty() {
                    return Err(format!("the column that leads to `{to}` needs a `label`, or a `column` such as `B`"));
                }
                continue;
            };
            if part.rows.is_none() {
                return Err(format!("`{to}`: labels with values beside them are found by their `label` alone"));
            }
            let Some(index) = position.index() else {
                return Err(format!(
                    "`{to}`: `column` takes the letters of a column, such as `B`, or its number from 1"
                ));
            };
            if seen.contains(&index) {
                return Err(format!("column {} stands in the map twice", letters(index)));
            }
            seen.push(index);
        }
        let labels = part.columns.iter().any(|column| column.column.is_none());
        if !labels && !part.columns.is_empty() && part.head.is_none() {
            return Err("the columns have no labels to find the head by: write `head = 0` if the table has none, or \
                        the number of its row"
                .into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::super::csv::add;
    use super::super::find::find;
    use super::super::map::Map;
    use super::Position;

    fn map(head: &str, columns: &str) -> Result<Map, String> {
        let text = format!(
            "title = \"t\"\n[[sheets]]\n[[sheets.parts]]\nrows = \"activity\"\n{head}\ncolumns = [{columns}]\n"
        );
        Map::read(&text).map_err(|error| error.to_string())
    }

    #[test]
    fn letters_and_numbers_are_columns() {
        for (text, index) in [("A", Some(0)), ("z", Some(25)), ("AA", Some(26)), ("ALL", Some(999)), ("ALM", None)] {
            assert_eq!(Position::Letters(text.to_owned()).index(), index, "{text}");
        }
        for text in ["", "1", "A1", "É", "ZZZZZZZZ"] {
            assert_eq!(Position::Letters(text.to_owned()).index(), None, "{text}");
        }
        assert_eq!((Position::Number(1).index(), Position::Number(0).index()), (Some(0), None));
    }

    #[test]
    fn a_table_without_a_head_begins_in_the_first_row() {
        let map = map("head = 0", "{ column = \"A\", to = \"title\" }, { column = 3, to = \"owner\" }").unwrap();
        let mut book = Book::default();
        add(&mut book, b"Pay;pay;Finance\nPost;send;Office\n", "s").unwrap();
        let found = find(&book, &map);
        let rows: Vec<(usize, String)> =
            found.filled.iter().map(|row| (row.cells.len(), row.loose[0].0.clone())).collect();
        assert_eq!(rows, [(2, "column B".to_owned()), (2, "column B".to_owned())]);
        assert_eq!((found.heads, found.outside.len()), (0, 0));
    }

    #[test]
    fn letters_go_before_heads_that_say_nothing() {
        let map = map("head = 1", "{ column = \"A\", to = \"title\" }, { label = \"Unit\", to = \"owner\" }").unwrap();
        let mut book = Book::default();
        add(&mut book, b"Col1;Unit;Col3\nPay;Finance;x\n", "s").unwrap();
        let found = find(&book, &map);
        assert_eq!((found.filled.len(), found.filled[0].cells.len(), found.fitting), (1, 2, 2));
        assert_eq!(found.filled[0].loose[0].0, "Col3");
    }

    #[test]
    fn columns_that_cannot_be_found_are_told() {
        for (head, columns, words) in [
            ("head = 0", "{ label = \"A\", to = \"title\" }", "needs its letters"),
            ("head = 0", "{ column = \"A1\", to = \"title\" }", "such as `B`"),
            ("head = 0", "{ column = \"A\", to = \"title\" }, { column = 1, to = \"owner\" }", "column A stands"),
            ("", "{ column = \"A\", to = \"title\" }", "write `head = 0`"),
            ("", "{ to = \"title\" }", "needs a `label`"),
        ] {
            let error = map(head, columns).unwrap_err();
            assert!(error.contains(words), "{error}");
        }
    }
}
