//! Tables and labels in sheets: which cell stands under which column of a map.

use std::collections::HashMap;

use super::book::{Book, Cell, Grid, Row};
use super::fold::fold;
use super::map::{Column, Map, Part, SheetMap};
use super::target::Rows;
use crate::decode::did_you_mean;
use crate::source::Span;

/// Rows at the top of a sheet in which its head is looked for.
const HEAD_WITHIN: u32 = 30;

/// A row of a table, or the labels of a form, with its cells under the columns of the map.
#[derive(Debug)]
pub(super) struct Filled<'b, 'm> {
    /// The sheet, by its position in the book.
    pub(super) sheet: usize,
    /// Whether the sheet is a form about one activity.
    pub(super) form: bool,
    pub(super) rows: Rows,
    /// Cells with their columns, and the heads or labels as they stand in the sheet.
    pub(super) cells: Vec<(&'m Column, &'b Cell, &'b str)>,
    /// Cells under heads that the map does not name.
    pub(super) loose: Vec<(String, &'b Cell)>,
}

/// What a map makes of a book.
#[derive(Debug, Default)]
pub(super) struct Found<'b, 'm> {
    pub(super) filled: Vec<Filled<'b, 'm>>,
    /// Heads and labels that fit.
    pub(super) fitting: usize,
    /// Cells that are heads or labels.
    pub(super) heads: usize,
    /// Heads that the map does not name, with the one that was perhaps meant.
    pub(super) unknown: Vec<(Span, String, Option<String>)>,
    /// Cells that stand in no table and beside no label.
    pub(super) outside: Vec<Span>,
    /// Sheets in which nothing fits.
    pub(super) passed: Vec<String>,
    /// Columns of which a sheet has two.
    pub(super) twice: Vec<Span>,
}

/// Looks for the tables and labels of a map.
pub(super) fn find<'b, 'm>(book: &'b Book, map: &'m Map) -> Found<'b, 'm> {
    let mut found = Found::default();
    for (at, grid) in book.sheets.iter().enumerate() {
        // Of several entries of the map that fit a sheet, the one with most labels reads it.
        let read = |sheet: &'m SheetMap| {
            let named = sheet.name.all().is_empty() || sheet.name.fit(&grid.name) || is_one_of(&grid.name, sheet);
            named.then(|| Reader::new(at, grid, sheet).read()).filter(|found| found.fitting > 0)
        };
        let mut best: Option<Found<'b, 'm>> = None;
        for one in map.sheets.iter().filter_map(read) {
            if best.as_ref().is_none_or(|best| one.fitting > best.fitting) {
                best = Some(one);
            }
        }
        match best {
            Some(one) => found.take(one),
            None if grid.rows.is_empty() => {}
            None => {
                found.passed.push(grid.name.clone());
                found.outside.extend(grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.span));
            }
        }
    }
    found
}

/// Whether a tab is called after the map's name with a number or more behind it: "Fiche 12".
fn is_one_of(tab: &str, sheet: &SheetMap) -> bool {
    let tab = fold(tab);
    sheet.form && sheet.name.all().iter().any(|name| tab.starts_with(&format!("{} ", fold(name))))
}

impl<'b, 'm> Found<'b, 'm> {
    fn take(&mut self, other: Found<'b, 'm>) {
        self.filled.extend(other.filled);
        self.fitting += other.fitting;
        self.heads += other.heads;
        self.unknown.extend(other.unknown);
        self.outside.extend(other.outside);
        self.twice.extend(other.twice);
    }
}

/// Reads one sheet from the top.
struct Reader<'b, 'm> {
    at: usize,
    grid: &'b Grid,
    sheet: &'m SheetMap,
    /// Folded labels of each part with their columns.
    labels: Vec<HashMap<String, usize>>,
    found: Found<'b, 'm>,
}

/// A head: the part it belongs to, and what stands under each column of the sheet.
struct Head<'b> {
    part: usize,
    under: HashMap<u32, (usize, &'b str)>,
    loose: HashMap<u32, String>,
}

impl<'b, 'm> Reader<'b, 'm> {
    fn new(at: usize, grid: &'b Grid, sheet: &'m SheetMap) -> Reader<'b, 'm> {
        let labels = |part: &Part| {
            let all = part.columns.iter().enumerate();
            all.flat_map(|(at, column)| column.label.all().iter().map(move |label| (fold(label), at))).collect()
        };
        Reader { at, grid, sheet, labels: sheet.parts.iter().map(labels).collect(), found: Found::default() }
    }

    fn read(mut self) -> Found<'b, 'm> {
        let only = self.sheet.parts.len() == 1 && self.sheet.parts.iter().all(|part| part.rows.is_some());
        let first = if only { self.best_head() } else { None };
        let mut head: Option<Head<'b>> = None;
        let mut last_row = 0;
        let mut facts = self.empty(Rows::Activity);
        for row in &self.grid.rows {
            let gap = row.number > last_row + 1;
            last_row = row.number;
            if gap && !only {
                // An empty line ends a table that others follow.
                head = None;
            }
            let begins = match first {
                Some(number) => number == row.number,
                None => !only && self.is_head(row).is_some(),
            };
            if begins {
                head = self.is_head(row).map(|part| self.head(row, part));
            } else if let Some(head) = &head {
                self.row(row, head);
            } else {
                self.facts(row, &mut facts);
            }
        }
        if !facts.cells.is_empty() {
            self.found.filled.insert(0, facts);
        }
        self.found
    }

    fn empty(&self, rows: Rows) -> Filled<'b, 'm> {
        Filled { sheet: self.at, form: self.sheet.form, rows, cells: Vec::new(), loose: Vec::new() }
    }

    /// The row with most of the labels of the only table.
    fn best_head(&self) -> Option<u32> {
        let part = self.sheet.parts.first()?;
        if part.head.is_some() {
            return part.head;
        }
        let top = self.grid.rows.iter().take_while(|row| row.number <= HEAD_WITHIN);
        let scored = top.map(|row| (self.fitting(row, 0), row.number));
        let best = scored.max_by_key(|(score, number)| (*score, std::cmp::Reverse(*number)));
        let enough = if part.columns.len() == 1 { 1 } else { 2 };
        best.filter(|(score, _)| *score >= enough).map(|(_, number)| number)
    }

    /// How many columns of a part are named in a row.
    fn fitting(&self, row: &Row, part: usize) -> usize {
        let mut columns: Vec<usize> =
            row.cells.iter().filter_map(|cell| self.labels.get(part)?.get(&fold(&cell.text)).copied()).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.len()
    }

    /// The part that a row is the head of: most of its cells are labels.
    fn is_head(&self, row: &Row) -> Option<usize> {
        let parts = self.sheet.parts.iter().enumerate().filter(|(_, part)| part.rows.is_some());
        let scored = parts.map(|(at, part)| {
            let score = self.fitting(row, at);
            let fixed = part.head == Some(row.number);
            let enough = fixed || (score >= 2.min(part.columns.len()) && score * 2 >= row.cells.len());
            (if enough { score.max(usize::from(fixed)) } else { 0 }, at)
        });
        scored
            .filter(|(score, _)| *score > 0)
            .max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)))
            .map(|(_, at)| at)
    }

    fn head(&mut self, row: &'b Row, part: usize) -> Head<'b> {
        let mut head = Head { part, under: HashMap::new(), loose: HashMap::new() };
        let mut seen: Vec<usize> = Vec::new();
        let labels = &self.labels[part];
        for cell in &row.cells {
            self.found.heads += 1;
            let folded = fold(&cell.text);
            match labels.get(&folded) {
                Some(column) if !seen.contains(column) => {
                    seen.push(*column);
                    head.under.insert(cell.column, (*column, cell.text.as_str()));
                    self.found.fitting += 1;
                }
                known => {
                    if known.is_some() {
                        self.found.twice.push(cell.span);
                    } else {
                        let near = did_you_mean(&folded, labels.keys().map(String::as_str)).map(str::to_owned);
                        self.found.unknown.push((cell.span, cell.text.clone(), near));
                    }
                    head.loose.insert(cell.column, super::fold::one_line(&cell.text));
                }
            }
        }
        head
    }

    fn row(&mut self, row: &'b Row, head: &Head<'b>) {
        let part = &self.sheet.parts[head.part];
        let mut filled = self.empty(part.rows.unwrap_or(Rows::Activity));
        for cell in &row.cells {
            if let Some((column, words)) = head.under.get(&cell.column) {
                filled.cells.push((&part.columns[*column], cell, words));
            } else if let Some(label) = head.loose.get(&cell.column) {
                filled.loose.push((label.clone(), cell));
            } else {
                let label = format!("column {}", super::book::letters(cell.column));
                filled.loose.push((label, cell));
            }
        }
        self.found.filled.push(filled);
    }

    /// Labels with the value to the right of each.
    fn facts(&mut self, row: &'b Row, facts: &mut Filled<'b, 'm>) {
        let parts = self.sheet.parts.iter().enumerate().filter(|(_, part)| part.rows.is_none());
        let known = |cell: &'b Cell| {
            let label = fold(&cell.text);
            parts.clone().find_map(|(part, _)| Some((part, *self.labels[part].get(&label)?, cell.text.as_str())))
        };
        let mut label: Option<(usize, usize, &'b str)> = None;
        let mut heads = 0;
        let mut outside = Vec::new();
        for cell in &row.cells {
            match (known(cell), label.take()) {
                (Some(next), _) => {
                    heads += 1;
                    label = Some(next);
                }
                (None, Some((part, column, words))) => {
                    facts.cells.push((&self.sheet.parts[part].columns[column], cell, words));
                }
                (None, None) => outside.push(cell.span),
            }
        }
        self.found.heads += heads;
        self.found.fitting += heads;
        self.found.outside.extend(outside);
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::super::csv::add;
    use super::super::map::Map;
    use super::find;

    const MAP: &str = "
title = \"t\"
[[sheets]]
[[sheets.parts]]
rows = \"activity\"
columns = [{ label = [\"Title\", \"Titel\"], to = \"title\" }, { label = \"Purposes\", to = \"purposes\" }]
";

    #[test]
    fn the_head_is_found_by_its_labels() {
        let mut book = Book::default();
        add(&mut book, "Register;;\n\n TITEL ;purposes:;Risk\nA;b;low\nC;;\n".as_bytes(), "s").unwrap();
        let map = Map::read(MAP).unwrap();
        let found = find(&book, &map);
        assert_eq!((found.filled.len(), found.fitting, found.heads), (2, 2, 3));
        assert_eq!(found.outside.len(), 1);
        assert_eq!(found.filled[0].loose[0].0, "Risk");
    }

    #[test]
    fn a_mistyped_head_is_told() {
        let mut book = Book::default();
        add(&mut book, b"Title,Purposes,Purpose\nA,b,c\n", "s").unwrap();
        let map = Map::read(MAP).unwrap();
        assert_eq!(find(&book, &map).unknown[0].2.as_deref(), Some("purposes"));
        let mut book = Book::default();
        add(&mut book, b"nothing,here\n1,2\n", "s").unwrap();
        assert_eq!(find(&book, &map).fitting, 0);
    }
}
