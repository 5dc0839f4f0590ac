//! Heads of tables: rows in which most cells are labels of a map.

use std::collections::HashMap;

use super::book::{Grid, Row};
use super::find::Found;
use super::fold::{fold, one_line};
use super::map::{Part, SheetMap};
use super::words::WORDS;
use crate::decode::did_you_mean;

/// Rows at the top of a sheet in which its head is looked for.
const HEAD_WITHIN: u32 = 30;

/// The labels of each part of a sheet, folded, with their columns.
pub(super) struct Labels {
    named: Vec<HashMap<String, usize>>,
    /// The same by the words that tell them apart, where they stand for one column alone.
    apart: Vec<HashMap<String, Option<usize>>>,
    /// Columns that the map finds by their place in the sheet.
    placed: Vec<Vec<(u32, usize)>>,
}

impl Labels {
    pub(super) fn of(sheet: &SheetMap) -> Labels {
        let named = |part: &Part| {
            let all = part.columns.iter().enumerate().filter(|(_, column)| column.column.is_none());
            all.flat_map(|(at, column)| column.label.all().iter().map(move |label| (fold(label), at))).collect()
        };
        let apart = |part: &Part| {
            let mut found: HashMap<String, Option<usize>> = HashMap::new();
            let all = part.columns.iter().enumerate().filter(|(_, column)| column.column.is_none());
            for (at, label) in all.flat_map(|(at, column)| column.label.all().iter().map(move |label| (at, label))) {
                found
                    .entry(WORDS.head(label))
                    .and_modify(|one| *one = one.filter(|one| *one == at))
                    .or_insert(Some(at));
            }
            found
        };
        let placed = |part: &Part| {
            let all = part.columns.iter().enumerate();
            all.filter_map(|(at, column)| Some((column.column.as_ref()?.index()?, at))).collect()
        };
        Labels {
            named: sheet.parts.iter().map(named).collect(),
            apart: sheet.parts.iter().map(apart).collect(),
            placed: sheet.parts.iter().map(placed).collect(),
        }
    }

    /// The column of a part that a text is the label of.
    pub(super) fn column(&self, part: usize, text: &str) -> Option<usize> {
        self.named.get(part)?.get(&fold(text)).copied()
    }

    /// The column of a part that a head of a table names: by its label, or by the words that tell it apart.
    fn headed(&self, part: usize, text: &str) -> Option<usize> {
        let apart = || self.apart.get(part)?.get(&WORDS.head(text)).copied().flatten();
        self.column(part, text).or_else(apart)
    }

    /// How many columns of a part are named in a row.
    fn fitting(&self, row: &Row, part: usize) -> usize {
        let mut columns: Vec<usize> = row.cells.iter().filter_map(|cell| self.headed(part, &cell.text)).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.len()
    }
}

/// The row with most of the labels of the only table, and how many it has.
pub(super) fn best_head(sheet: &SheetMap, labels: &Labels, grid: &Grid) -> Option<(u32, usize)> {
    let (at, part) = sheet.parts.iter().enumerate().find(|(_, part)| part.rows.is_some())?;
    if let Some(head) = part.head {
        let row = grid.rows.iter().find(|row| row.number == head)?;
        return Some((head, labels.fitting(row, at)));
    }
    let top = grid.rows.iter().take_while(|row| row.number <= HEAD_WITHIN);
    let scored = top.map(|row| (labels.fitting(row, at), row.number));
    let (score, number) = scored.max_by_key(|(score, number)| (*score, std::cmp::Reverse(*number)))?;
    let enough = if part.columns.len() == 1 { 1 } else { 2 };
    (score >= enough).then_some((number, score))
}

/// The part that a row is the head of: most of its cells are labels.
pub(super) fn is_head(sheet: &SheetMap, labels: &Labels, row: &Row) -> Option<usize> {
    let parts = sheet.parts.iter().enumerate().filter(|(_, part)| part.rows.is_some());
    let scored = parts.map(|(at, part)| {
        let score = labels.fitting(row, at);
        let fixed = part.head == Some(row.number);
        let enough = fixed || (score >= 2.min(part.columns.len()) && score * 2 >= row.cells.len());
        (if enough { score.max(usize::from(fixed)) } else { 0 }, at)
    });
    scored.filter(|(score, _)| *score > 0).max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// A head: the part it belongs to, and what stands under each column of the sheet.
pub(super) struct Head<'b> {
    pub(super) part: usize,
    pub(super) under: HashMap<u32, (usize, &'b str)>,
    pub(super) loose: HashMap<u32, String>,
    /// Its row, where it has one.
    row: Option<&'b Row>,
}

impl<'b> Head<'b> {
    pub(super) fn of(row: &'b Row, part: usize, labels: &Labels, found: &mut Found<'b, '_>) -> Head<'b> {
        let mut head = Head::without_row(part, labels, found);
        head.row = Some(row);
        for cell in &row.cells {
            head.under.entry(cell.column).and_modify(|(_, words)| *words = cell.text.as_str());
        }
        head.add(row, labels, found);
        head
    }

    /// The columns of a table without a head, by their places.
    pub(super) fn without_row(part: usize, labels: &Labels, found: &mut Found<'b, '_>) -> Head<'b> {
        let placed = labels.placed.get(part).into_iter().flatten();
        let under: HashMap<u32, (usize, &'b str)> = placed.map(|(place, column)| (*place, (*column, ""))).collect();
        found.fitting += under.len();
        Head { part, under, loose: HashMap::new(), row: None }
    }

    /// Takes the labels of a row for columns that have none yet.
    pub(super) fn add(&mut self, row: &'b Row, labels: &Labels, found: &mut Found<'b, '_>) {
        for cell in &row.cells {
            found.heads += 1;
            let folded = fold(&cell.text);
            let known = labels.headed(self.part, &cell.text);
            if self.under.contains_key(&cell.column) {
                continue;
            }
            let seen = |column: &usize| self.under.values().any(|(other, _)| other == column);
            match known {
                Some(column) if !seen(&column) => {
                    self.under.insert(cell.column, (column, cell.text.as_str()));
                    self.loose.remove(&cell.column);
                    found.unknown.retain(|(span, ..)| {
                        let cells = self.row.iter().flat_map(|row| &row.cells);
                        !cells.into_iter().any(|above| above.column == cell.column && above.span == *span)
                    });
                    found.fitting += 1;
                }
                _ => {
                    if known.is_some() {
                        found.twice.push(cell.span);
                    } else {
                        let all = labels.named.get(self.part).into_iter().flat_map(HashMap::keys);
                        let near = did_you_mean(&folded, all.map(String::as_str)).map(str::to_owned);
                        found.unknown.push((cell.span, cell.text.clone(), near));
                    }
                    let above = self.loose.get(&cell.column).map(|above| format!("{above}: "));
                    self.loose.insert(cell.column, above.unwrap_or_default() + &one_line(&cell.text));
                }
            }
        }
    }

    /// Whether the row below names columns that this one leaves open, and no activity.
    pub(super) fn goes_on_in(&self, below: &Row, labels: &Labels) -> bool {
        let Some(row) = self.row else { return false };
        below.number == row.number + 1
            && goes_on(row, below, self.part, labels)
            && below
                .cells
                .iter()
                .all(|cell| !self.under.contains_key(&cell.column) || labels.headed(self.part, &cell.text).is_some())
    }

    /// Whether a row names columns that the head below it leaves open.
    pub(super) fn begins_in(above: &Row, head: &Row, part: usize, labels: &Labels) -> bool {
        goes_on(head, above, part, labels)
    }
}

/// Whether a row has labels for columns of which another has none.
fn goes_on(head: &Row, other: &Row, part: usize, labels: &Labels) -> bool {
    let is_open = |column: u32| {
        let named = head.cells.iter().find(|cell| cell.column == column);
        named.is_none_or(|cell| labels.headed(part, &cell.text).is_none())
    };
    other.cells.iter().any(|cell| is_open(cell.column) && labels.headed(part, &cell.text).is_some())
}
