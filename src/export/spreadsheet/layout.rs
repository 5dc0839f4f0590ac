//! How a sheet is arranged: widths, what stays in view, how many pages wide it prints.

use super::super::workbook::{Part, Sheet, Width};
use super::value::Value;

/// Characters that a line of a note may have, so that it is read without turning the head.
const LINE: u16 = 100;
/// Characters that labels of facts want.
const LABEL: u16 = 30;
/// Characters across an A4 page in landscape that are still read easily.
const PAGE: u32 = 200;
/// Lines above the head of a table that may stay in view with it.
const KEPT: usize = 12;

/// The arrangement of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// Widths of the columns, in characters.
    pub widths: Vec<u16>,
    /// How many columns notes and headings stretch across; values of facts end there too.
    pub span: u16,
    /// How many rows stay in view: down to the head of the first table, or none.
    pub frozen: u32,
    /// How many columns stay in view: the first of a wide table, which says what a row is about, or none.
    pub frozen_columns: u16,
    /// How many pages wide the sheet prints: one as long as that can be read.
    pub pages: u16,
}

impl Layout {
    /// Arranges a sheet.
    pub fn of(sheet: &Sheet<'_>) -> Layout {
        let mut widths: Vec<u16> = Vec::new();
        let mut facts = false;
        for part in &sheet.parts {
            match part {
                Part::Table(table) => {
                    for (at, column) in table.columns.iter().enumerate() {
                        let width = characters(column.width);
                        match widths.get_mut(at) {
                            Some(known) => *known = width.max(*known),
                            None => widths.push(width),
                        }
                    }
                }
                Part::Facts(_) => facts = true,
                Part::Heading(_) | Part::Note(_) => {}
            }
        }
        if widths.is_empty() {
            widths = vec![LABEL, LINE - LABEL];
        }
        if let (true, Some(first)) = (facts, widths.first_mut()) {
            *first = LABEL.max(*first);
        }
        let mut span = 0;
        let mut reach = 0;
        while reach < LINE || (facts && span < 2) {
            if span == widths.len() {
                widths.push(characters(Width::Medium));
            }
            reach += widths[span];
            span += 1;
        }
        let mut layout =
            Layout { widths, span: u16::try_from(span).unwrap_or(u16::MAX), frozen: 0, frozen_columns: 0, pages: 1 };
        layout.frozen = layout.rows_to_keep(sheet);
        let across: u32 = layout.widths.iter().map(|width| u32::from(*width)).sum();
        layout.pages = u16::try_from(across.div_ceil(PAGE)).unwrap_or(u16::MAX).max(1);
        let has_room = layout.widths.first().is_some_and(|first| *first <= LABEL);
        layout.frozen_columns = u16::from(layout.frozen > 0 && layout.pages > 1 && has_room);
        layout
    }

    /// Rows down to the head of the first table, if they leave room for its rows.
    fn rows_to_keep(&self, sheet: &Sheet<'_>) -> u32 {
        let (mut rows, mut lines) = (0, 0);
        let mut before = None;
        for part in &sheet.parts {
            if gap_between(before, part) {
                rows += 1;
                lines += 1;
            }
            match part {
                Part::Heading(words) | Part::Note(words) => {
                    rows += 1;
                    lines += self.lines_of_note(words);
                }
                Part::Facts(facts) => {
                    rows += u32::try_from(facts.len()).unwrap_or(u32::MAX);
                    lines += facts.iter().map(|(_, cell)| self.lines_of_value(&Value::of(cell.clone()))).sum::<usize>();
                }
                Part::Table(_) => return if lines <= KEPT { rows + 1 } else { 0 },
            }
            before = Some(part);
        }
        0
    }

    /// Lines that a note takes across the columns it stretches over.
    pub fn lines_of_note(&self, words: &str) -> usize {
        lines(words, self.across(0))
    }

    /// Lines that the value of a fact takes.
    pub fn lines_of_value(&self, value: &Value) -> usize {
        lines(value.words(), self.across(1))
    }

    /// Lines that a row of a table takes.
    pub fn lines_of_row<'w>(&self, words: impl Iterator<Item = &'w str>) -> usize {
        words.zip(&self.widths).map(|(words, width)| lines(words, (*width).into())).max().unwrap_or(1)
    }

    /// Characters between a column and the end of the notes.
    fn across(&self, first: usize) -> usize {
        self.widths.iter().take(self.span.into()).skip(first).map(|width| usize::from(*width)).sum()
    }
}

/// Whether an empty row parts two parts of a sheet: what follows a heading belongs to it.
pub fn gap_between(before: Option<&Part<'_>>, part: &Part<'_>) -> bool {
    match (before, part) {
        (None | Some(Part::Heading(_)), _) | (Some(Part::Note(_)), Part::Note(_)) => false,
        (Some(_), _) => true,
    }
}

fn characters(width: Width) -> u16 {
    match width {
        Width::Narrow => 13,
        Width::Medium => 26,
        Width::Wide => 48,
    }
}

/// How many lines words take in a column of a number of characters, a little more rather than less.
fn lines(words: &str, width: usize) -> usize {
    // A column is measured in digits, which are wider than most letters, so the rare line of wide
    // letters fits too.
    words.split('\n').map(|line| lines_of_one(line, width.max(1))).sum()
}

/// Lines of a line that breaks between words, and within those that are too long.
fn lines_of_one(line: &str, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split(' ') {
        // Letters of East Asia are twice as wide.
        let length: usize = word.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum();
        if used > 0 && used + 1 + length > room {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        if used > room {
            lines += (used - 1) / room;
            used = (used - 1) % room + 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Layout, lines};
    use crate::export::workbook::{Cell, Column, Part, Sheet, Table, Width};

    fn table(columns: usize, width: Width) -> Part<'static> {
        let columns = (0..columns).map(|at| Column { label: at.to_string(), width }).collect();
        Part::Table(Table { columns, rows: Box::new(std::iter::empty()) })
    }

    fn layout(parts: Vec<Part<'static>>) -> Layout {
        Layout::of(&Sheet { name: "S".to_owned(), parts })
    }

    #[test]
    fn a_cover_has_room_for_labels_and_values() {
        let cover = layout(vec![Part::Facts(vec![("Controller".to_owned(), Cell::text("Shop"))])]);
        assert_eq!(cover, Layout { widths: vec![30, 70], span: 2, frozen: 0, frozen_columns: 0, pages: 1 });
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(lines("", 20), 1);
        assert_eq!(lines("one\n\ntwo", 20), 3);
        assert_eq!(lines("a word of nineteen and more", 20), 2);
        assert_eq!(lines(&"x".repeat(58), 20), 3);
        assert_eq!(lines(&"字".repeat(19), 20), 2);
    }

    #[test]
    fn the_head_of_the_first_table_stays_in_view() {
        let heading = || Part::Heading("Activities".to_owned());
        assert_eq!(layout(vec![table(3, Width::Wide)]).frozen, 1);
        assert_eq!(layout(vec![heading(), Part::Note("One.".to_owned()), table(3, Width::Wide)]).frozen, 4);
        let long = Part::Note("word ".repeat(400));
        assert_eq!(layout(vec![heading(), long, table(3, Width::Wide)]).frozen, 0);
    }

    #[test]
    fn the_first_column_of_a_wide_table_stays_in_view() {
        assert_eq!(layout(vec![table(9, Width::Medium)]).frozen_columns, 1);
        assert_eq!(layout(vec![table(3, Width::Medium)]).frozen_columns, 0);
        assert_eq!(layout(vec![table(9, Width::Wide)]).frozen_columns, 0, "it would take most of a screen");
    }

    #[test]
    fn wide_tables_print_on_several_pages() {
        assert_eq!(layout(vec![table(7, Width::Medium)]).pages, 1);
        assert_eq!(layout(vec![table(25, Width::Medium)]).pages, 4);
    }

    #[test]
    fn notes_stretch_beyond_small_tables() {
        let small = layout(vec![table(2, Width::Narrow)]);
        assert_eq!((small.widths, small.span), (vec![13, 13, 26, 26, 26], 5));
    }
}
