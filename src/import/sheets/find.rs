//! Tables and labels in sheets: which cell stands under which column of a map.

use super::book::{Book, Cell, Grid};
use super::exported::{Exported, is_about_it};
use super::fold::fold;
use super::form::Facts;
use super::head::{Head, Labels, best_head, is_head};
use super::map::{Column, Map, Part, SheetMap};
use super::target::Rows;
use super::words::WORDS;
use crate::source::Span;

/// Letters of a sum with the word for what is counted.
const LONGEST_SUM: usize = 30;

/// Labels in a row that make it the head of a table for certain.
const CERTAIN: usize = 3;

/// A row of a table, or the labels of a form, with its cells under the columns of the map.
#[derive(Debug)]
pub(super) struct Filled<'b, 'm> {
    /// The sheet, by its position in the book.
    pub(super) sheet: usize,
    /// Which of the forms of the sheet it belongs to.
    pub(super) block: usize,
    /// Whether the sheet holds forms, each about one activity.
    pub(super) form: bool,
    /// Whether it speaks of the register as a whole, as the top of a sheet does.
    pub(super) cover: bool,
    pub(super) rows: Rows,
    /// Rows of the sheet that go on with it, each by the places of its cells.
    pub(super) more: Vec<Vec<Span>>,
    /// Cells with their columns, and the heads or labels as they stand in the sheet.
    pub(super) cells: Vec<(&'m Column, &'b Cell, &'b str)>,
    /// Cells under heads that the map does not name.
    pub(super) loose: Vec<(String, &'b Cell)>,
}

impl Filled<'_, '_> {
    /// Whether a column that leads to a target has a cell.
    pub(super) fn leads_to(&self, target: &str) -> bool {
        self.cells.iter().any(|(column, ..)| column.to.as_deref() == Some(target))
    }
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
    /// Cells of rows that sum others up.
    pub(super) sums: Vec<Span>,
    /// Sheets in which nothing fits.
    pub(super) passed: Vec<String>,
    /// Sheets that are known and say nothing of their own.
    pub(super) known: usize,
    /// Cells of those, and headings and remarks of known sheets.
    pub(super) elsewhere: usize,
    /// Columns of which a sheet has two.
    pub(super) twice: Vec<Span>,
}

/// Looks for the tables and labels of a map.
pub(super) fn find<'b, 'm>(book: &'b Book, map: &'m Map) -> Found<'b, 'm> {
    let mut found = Found::default();
    let ours = Exported::of(book).is_some();
    for (at, grid) in book.sheets.iter().enumerate() {
        // Of several entries of the map that fit a sheet, the one with most labels reads it. A form of any
        // name reads what no table fits: its labels are words that also stand in cells of tables.
        let read = |sheet: &'m SheetMap| {
            let named = sheet.name.all().is_empty() || sheet.name.fit(&grid.name) || is_one_of(&grid.name, sheet);
            named.then(|| Reader::new(at, grid, sheet).read()).filter(|found| found.fitting > 0)
        };
        let cells = || grid.rows.iter().map(|row| row.cells.len()).sum::<usize>();
        let known = |sheet: &SheetMap| sheet.known && sheet.parts.is_empty() && sheet.name.fit(&grid.name);
        if map.sheets.iter().any(known) || ours && is_about_it(grid) {
            found.known += 1;
            found.elsewhere += cells();
            continue;
        }
        let mut best: Option<Found<'b, 'm>> = None;
        for sheet in &map.sheets {
            if is_any_form(sheet) && best.as_ref().is_some_and(|best| best.fitting >= CERTAIN) {
                continue;
            }
            let Some(mut one) = read(sheet) else { continue };
            if sheet.known {
                one.elsewhere += one.outside.len();
                one.outside.clear();
            }
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

/// Turns sheets that have their heads in a column, and an activity in each of the others.
pub(super) fn turn(book: &mut Book, map: &Map) {
    let tables = || map.sheets.iter().filter(|sheet| sheet.name.all().is_empty() && !sheet.form);
    let labels =
        |sheet: &SheetMap, grid: &Grid| best_head(sheet, &Labels::of(sheet), grid).map_or(0, |(_, score)| score);
    let ours = Exported::of(book).is_some();
    for at in 0..book.sheets.len() {
        let grid = &book.sheets[at];
        if ours && is_about_it(grid) {
            continue;
        }
        let wide = grid.rows.iter().filter(|row| row.cells.len() > 2).count();
        let fits = tables().map(|sheet| labels(sheet, grid)).max().unwrap_or_default();
        // A form has its labels in a column too, and one value beside each.
        if fits >= CERTAIN || wide * 2 < grid.rows.len() {
            continue;
        }
        let turned = grid.turned();
        if tables().any(|sheet| labels(sheet, &turned) >= CERTAIN) {
            book.sheets[at] = turned;
        }
    }
}

/// Whether a tab is called after the map's name with a number or more behind it: "Fiche 12".
fn is_one_of(tab: &str, sheet: &SheetMap) -> bool {
    let tab = fold(tab);
    sheet.form && sheet.name.all().iter().any(|name| tab.starts_with(&format!("{} ", fold(name))))
}

fn is_any_form(sheet: &SheetMap) -> bool {
    sheet.form && sheet.name.all().is_empty()
}

impl<'b, 'm> Found<'b, 'm> {
    fn take(&mut self, other: Found<'b, 'm>) {
        self.filled.extend(other.filled);
        self.fitting += other.fitting;
        self.heads += other.heads;
        self.unknown.extend(other.unknown);
        self.outside.extend(other.outside);
        self.twice.extend(other.twice);
        self.sums.extend(other.sums);
        self.elsewhere += other.elsewhere;
    }
}

/// Reads one sheet from the top.
struct Reader<'b, 'm> {
    at: usize,
    grid: &'b Grid,
    sheet: &'m SheetMap,
    labels: Labels,
    /// Whether a row with a single cell stands for a heading or a remark.
    alone_is_heading: bool,
    found: Found<'b, 'm>,
}

impl<'b, 'm> Reader<'b, 'm> {
    fn new(at: usize, grid: &'b Grid, sheet: &'m SheetMap) -> Reader<'b, 'm> {
        let full = grid.rows.iter().filter(|row| row.cells.len() >= 3).count();
        let alone_is_heading = full * 2 > grid.rows.len();
        Reader { at, grid, sheet, labels: Labels::of(sheet), alone_is_heading, found: Found::default() }
    }

    fn read(mut self) -> Found<'b, 'm> {
        let tables = self.sheet.parts.iter().filter(|part| part.rows.is_some()).count();
        let only = tables == 1;
        let mut first =
            if only { best_head(self.sheet, &self.labels, self.grid).map(|(number, _)| number) } else { None };
        let headless = self.table_part().filter(|at| self.sheet.parts[*at].is_headless() && !self.grid.rows.is_empty());
        let mut head = headless.map(|at| Head::without_row(at, &self.labels, &mut self.found));
        let mut last_row = 0;
        let mut facts = Facts::new(self.at, self.sheet);
        let mut rows = self.grid.rows.iter().peekable();
        while let Some(row) = rows.next() {
            let gap = row.number > last_row + 1;
            last_row = row.number;
            if gap && !only {
                // An empty line ends a table that others follow.
                head = None;
            }
            let part = match first {
                Some(number) if only => (number == row.number).then(|| self.table_part()).flatten(),
                _ => (!only).then(|| is_head(self.sheet, &self.labels, row)).flatten(),
            };
            if head.as_ref().is_some_and(|head| self.ends(row, head)) {
                head = None;
            }
            if let Some(part) = part {
                let mut new = Head::of(row, part, &self.labels, &mut self.found);
                // A head may have two rows, the second with what the first leaves open.
                if let Some(below) = rows.next_if(|below| only && new.goes_on_in(below, &self.labels)) {
                    new.add(below, &self.labels, &mut self.found);
                    last_row = below.number;
                }
                head = Some(new);
                first = None;
            } else if let Some(head) = &head {
                self.row(row, head, gap, facts.block());
            } else if let Some(number) = first.filter(|number| row.number + 1 == *number) {
                // The row above the head may be a part of it.
                let below = self.grid.rows.iter().find(|row| row.number == number);
                let part = self.table_part().unwrap_or_default();
                let is_part = below.is_some_and(|below| Head::begins_in(row, below, part, &self.labels));
                match rows.next_if(|_| is_part) {
                    Some(below) => {
                        let mut new = Head::of(below, part, &self.labels, &mut self.found);
                        new.add(row, &self.labels, &mut self.found);
                        last_row = below.number;
                        head = Some(new);
                        first = None;
                    }
                    None => facts.read(row, gap, &self.labels, &mut self.found),
                }
            } else {
                facts.read(row, gap, &self.labels, &mut self.found);
            }
        }
        if only && head.is_none() && !self.sheet.form {
            // Labels above a table that is not there speak of nothing.
            return Found::default();
        }
        let facts = facts.into_filled(&mut self.found);
        self.found.filled.splice(0..0, facts);
        self.found
    }

    /// Whether a row of a form is no row of the table above it, but begins with a label of the form.
    fn ends(&self, row: &super::book::Row, head: &Head<'b>) -> bool {
        let Some(first) = row.cells.first().filter(|_| self.sheet.form) else { return false };
        let is_label = |(at, part): (usize, &Part)| {
            let column = self.labels.column(at, &first.text).filter(|_| part.rows.is_none());
            // Roles are labels in some forms, and rows of a table in others.
            let of_actors = self.sheet.parts[head.part].rows == Some(Rows::Actor);
            column.is_some_and(|column| !of_actors || part.columns[column].to.as_deref() != Some("controllers"))
        };
        self.sheet.parts.iter().enumerate().any(is_label)
    }

    fn table_part(&self) -> Option<usize> {
        self.sheet.parts.iter().position(|part| part.rows.is_some())
    }

    fn row(&mut self, row: &'b super::book::Row, head: &Head<'b>, gap: bool, block: usize) {
        let part = &self.sheet.parts[head.part];
        let rows = part.rows.unwrap_or(Rows::Activity);
        let mut filled = Filled {
            sheet: self.at,
            block,
            form: self.sheet.form,
            cover: false,
            rows,
            more: Vec::new(),
            cells: Vec::new(),
            loose: Vec::new(),
        };
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
        if rows == Rows::Activity && !self.sheet.form {
            let is_heading = self.alone_is_heading && row.cells.len() == 1 && head.under.len() > CERTAIN;
            if is_total(&filled) {
                self.found.outside.extend(row.cells.iter().map(|cell| cell.span));
                self.found.sums.extend(row.cells.iter().map(|cell| cell.span));
                return;
            }
            if is_heading && (gap || filled.leads_to("title") || filled.cells.is_empty()) {
                self.found.outside.extend(row.cells.iter().map(|cell| cell.span));
                return;
            }
            // Cells merged over several rows leave the name in the first of them alone.
            let titled = head.under.values().any(|(column, _)| part.columns[*column].to.as_deref() == Some("title"));
            let named = ["title", "reference", "id"].iter().any(|target| filled.leads_to(target));
            let above = self.found.filled.last_mut().filter(|above| above.rows == rows && above.sheet == self.at);
            if let Some(above) = above.filter(|_| titled && !named && !gap) {
                above.more.push(row.cells.iter().map(|cell| cell.span).collect());
                above.cells.extend(filled.cells);
                above.loose.extend(filled.loose);
                return;
            }
        }
        self.found.filled.push(filled);
    }
}

/// Whether a row sums others up: "Total", and numbers.
fn is_total(filled: &Filled<'_, '_>) -> bool {
    // "58" or "58 activities" is a sum; what has no figure tells something else.
    let is_number = |text: &str| text.chars().count() <= LONGEST_SUM && text.chars().any(|c| c.is_ascii_digit());
    let mut cells = filled.cells.iter().map(|(_, cell, _)| *cell).chain(filled.loose.iter().map(|(_, cell)| *cell));
    let first = cells.next().is_some_and(|first| WORDS.is_total(&first.text));
    first && cells.all(|cell| is_number(&cell.text))
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::super::csv::add;
    use super::super::map::Map;
    use super::{find, turn};

    const MAP: &str = "
title = \"t\"
[[sheets]]
[[sheets.parts]]
rows = \"activity\"
columns = [
  { label = [\"Title\", \"Titel\"], to = \"title\" },
  { label = \"Purposes\", to = \"purposes\" },
  { label = \"Owner\", to = \"owner\" },
  { label = \"Data\", to = \"data-categories\" },
]
";

    fn book(text: &str) -> Book {
        let mut book = Book::default();
        add(&mut book, text.as_bytes(), "s").unwrap();
        book
    }

    #[test]
    fn the_head_is_found_by_its_labels() {
        let book = book("Register;;\n\n TITEL ;purposes:;Risk\nA;b;low\nC;;\n");
        let map = Map::read(MAP).unwrap();
        let found = find(&book, &map);
        assert_eq!((found.filled.len(), found.fitting, found.heads), (2, 2, 3));
        assert_eq!(found.outside.len(), 1);
        assert_eq!(found.filled[0].loose[0].0, "Risk");
    }

    #[test]
    fn a_mistyped_head_is_told() {
        let map = Map::read(MAP).unwrap();
        assert_eq!(find(&book("Title,Purposes,Purpose\nA,b,c\n"), &map).unknown[0].2.as_deref(), Some("purposes"));
        assert_eq!(find(&book("nothing,here\n1,2\n"), &map).fitting, 0);
    }

    #[test]
    fn a_head_of_two_rows_is_one() {
        let map = Map::read(MAP).unwrap();
        for text in [
            "Title;Group;;Owner\n;Purposes;Data;\nA;b;c;d\n",
            "Title;Group;;\n;Purposes;Data;Owner\nA;b;c;d\n",
            "Title;Purposes;Group;\n;;Data;Owner\nA;b;c;d\n",
        ] {
            let book = book(text);
            let found = find(&book, &map);
            assert_eq!((found.filled.len(), found.fitting, found.heads), (1, 4, 5), "{text}");
            assert_eq!(found.filled[0].cells.len(), 4, "{text}");
        }
    }

    #[test]
    fn headings_totals_and_merged_names_are_no_activities() {
        let map = Map::read(MAP).unwrap();
        let book = book(
            "Title;Purposes;Owner;Data\nUNIT;;;\nA;b;c;d\n;e;;f\nB;g;c;h\nC;g;c;h\nD;g;c;h\nSumme;4 Zwecke;4;4\n\nSource: us;;;\n",
        );
        let found = find(&book, &map);
        let rows: Vec<usize> = found.filled.iter().map(|filled| filled.cells.len()).collect();
        assert_eq!(rows, [6, 4, 4, 4]);
        assert_eq!(found.outside.len(), 6);
    }

    #[test]
    fn a_sheet_with_an_activity_in_each_column_is_turned() {
        let map = Map::read(MAP).unwrap();
        let mut turned = book("Title;A;B\nPurposes;b;c\nOwner;d;e\nData;f;g\n");
        turn(&mut turned, &map);
        let found = find(&turned, &map);
        assert_eq!((found.filled.len(), found.filled[1].cells[0].1.text.as_str()), (2, "B"));
        assert_eq!(turned.place(found.filled[1].cells[1].1.span), "`s`, cell C2");
    }
}
