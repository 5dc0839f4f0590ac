//! What became of every cell, so that people can trust an import.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

/// Counts of cells while rows are read.
#[derive(Debug, Default)]
pub struct Tally {
    /// Rows that were read.
    pub rows: usize,
    /// Cells that became a value of a record.
    pub placed: usize,
    /// Cells of columns that the map passes over, because something else says the same.
    pub elsewhere: usize,
    /// Cells that say that there is nothing to say: "-", "n/a".
    pub nothing: usize,
    /// Cells that are kept as notes, by the head of their column, with the first of them.
    pub notes: Vec<(String, usize, Span)>,
    /// References to the law that were not understood.
    pub doubts: usize,
    /// Activities over several rows, in which each purpose has the legal bases of its own row.
    pub paired: usize,
    /// Recipients whose names are perhaps lists: with two commas, or with one before a word for "and".
    pub listed: BTreeSet<String>,
    /// Recipients that are known by their country alone.
    pub proposed: usize,
    /// Cells that stand in no table.
    pub outside: Vec<Span>,
}

impl Tally {
    pub(super) fn kept(&mut self, head: &str, cells: usize, span: Span) {
        match self.notes.iter_mut().find(|(known, ..)| known == head) {
            Some((_, count, _)) => *count += cells,
            None => self.notes.push((head.to_owned(), cells, span)),
        }
    }

    /// Cells that are kept as notes.
    pub fn noted(&self) -> usize {
        self.notes.iter().map(|(_, count, _)| count).sum()
    }
}

/// What an import did, to be told at its end.
#[derive(Debug)]
pub struct Summary {
    /// The title of the map.
    pub map: String,
    /// Sheets in which something was read, and those in which nothing fits.
    pub sheets: (usize, Vec<String>),
    /// Cells that are not empty.
    pub cells: usize,
    /// Cells that are heads of columns or labels.
    pub heads: usize,
    /// What became of the others.
    pub tally: Tally,
    /// Shared records that the folder has already under the same name.
    pub found: usize,
}

/// A finding that stops nothing.
pub(super) fn warning(name: &'static str, span: Span, message: String) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..Diagnostic::error(name, span, message) }
}
