//! Labels with their values to the right: forms about an activity each, and the top of a sheet, which
//! speaks of the register as a whole.

use super::book::{Cell, Row};
use super::find::{Filled, Found};
use super::head::Labels;
use super::map::{Column, SheetMap};
use super::target::Rows;

/// Letters of a label.
const LONGEST: usize = 100;

/// What only a form about an activity says.
const OF_ACTIVITIES: [&str; 8] = [
    "purposes",
    "purposes-and-bases",
    "legal-bases",
    "subject-groups",
    "data-categories",
    "recipients",
    "retention",
    "security",
];

/// Labels and values, while rows are read.
pub(super) struct Facts<'b, 'm> {
    sheet: &'m SheetMap,
    at: usize,
    blocks: Vec<Filled<'b, 'm>>,
    /// The column of the sheet with the labels, and the last label in it.
    last: Option<(u32, &'m Column, &'b str)>,
    /// A cell that stands alone above labels.
    heading: Option<&'b Cell>,
    /// Columns of the map that have a value.
    fitting: Vec<&'m Column>,
}

impl<'b, 'm> Facts<'b, 'm> {
    pub(super) fn new(at: usize, sheet: &'m SheetMap) -> Facts<'b, 'm> {
        Facts { sheet, at, blocks: Vec::new(), last: None, heading: None, fitting: Vec::new() }
    }

    /// The number of the form that is being read.
    pub(super) fn block(&self) -> usize {
        self.blocks.len().saturating_sub(1)
    }

    /// Reads a row.
    pub(super) fn read(&mut self, row: &'b Row, gap: bool, labels: &Labels, found: &mut Found<'b, 'm>) {
        if gap {
            self.last = None;
        }
        let sheet = self.sheet;
        let known = |cell: &'b Cell| -> Option<&'m Column> {
            let parts = sheet.parts.iter().enumerate().filter(|(_, part)| part.rows.is_none());
            parts.into_iter().find_map(|(at, part)| part.columns.get(labels.column(at, &cell.text)?))
        };
        let mut label: Option<(&'m Column, &'b Cell)> = None;
        let mut any = false;
        let mut outside: Vec<&'b Cell> = Vec::new();
        for cell in &row.cells {
            match (known(cell), label.take()) {
                (Some(column), _) => {
                    any = true;
                    found.heads += 1;
                    // A heading of the form says nothing, and begins none.
                    if column.to.is_some() {
                        self.begin(column, cell, found);
                    }
                    if self.last.is_none_or(|(at, ..)| at >= cell.column) {
                        self.last = Some((cell.column, column, cell.text.as_str()));
                    }
                    label = Some((column, cell));
                }
                (None, Some((column, of))) => {
                    // Labels beside labels are the head of a table. A label of many forms fits once.
                    if !self.fitting.iter().any(|known| std::ptr::eq(*known, column)) {
                        self.fitting.push(column);
                        found.fitting += 1;
                    }
                    self.put(column, cell, &of.text);
                    // What stands further to the right belongs to the same label.
                    label = sheet.form.then_some((column, of));
                }
                (None, None) => outside.push(cell),
            }
        }
        match outside.as_slice() {
            [] => {}
            // A label that the map does not name, in the column of the others.
            [first, rest @ ..] if !any && !rest.is_empty() && self.is_label(first) => {
                found.heads += 1;
                let head = super::fold::one_line(&first.text);
                if let Some(block) = self.blocks.last_mut() {
                    block.loose.extend(rest.iter().map(|cell| (head.clone(), *cell)));
                }
            }
            // A value goes on below.
            cells
                if !any
                    && self.last.is_some_and(|(at, ..)| sheet.form && cells.iter().all(|cell| cell.column > at)) =>
            {
                if let Some((_, column, of)) = self.last {
                    cells.iter().for_each(|cell| self.put(column, cell, of));
                }
            }
            [alone] if sheet.form && !any => {
                found.outside.extend(self.heading.replace(alone).map(|cell| cell.span));
            }
            cells => found.outside.extend(cells.iter().map(|cell| cell.span)),
        }
    }

    /// Begins a form: with the first label, and where the one that began the last form comes again.
    fn begin(&mut self, column: &'m Column, label: &'b Cell, found: &mut Found<'b, 'm>) {
        let again = self.blocks.last().is_none_or(|block| {
            let first = block.cells.iter().find(|(_, cell, words)| cell.text != **words).map(|(first, ..)| *first);
            let is_title = column.to.as_deref() == Some("title") && block.leads_to("title");
            self.sheet.form && (is_title || first.is_some_and(|first| std::ptr::eq(first, column)))
        });
        if !again {
            return;
        }
        let mut block = Filled {
            more: Vec::new(),
            sheet: self.at,
            block: self.blocks.len(),
            form: self.sheet.form,
            cover: !self.sheet.form,
            rows: Rows::Activity,
            cells: Vec::new(),
            loose: Vec::new(),
        };
        // A form without a label for its name has the name above.
        let columns = self.sheet.parts.iter().filter(|part| part.rows.is_none()).flat_map(|part| &part.columns);
        let title = columns.into_iter().find(|column| column.to.as_deref() == Some("title"));
        match (self.heading.take(), title) {
            (Some(heading), Some(title))
                if column.to.as_deref() != Some("title") && heading.span.end < label.span.start =>
            {
                block.cells.push((title, heading, heading.text.as_str()));
            }
            (heading, _) => found.outside.extend(heading.map(|cell| cell.span)),
        }
        self.blocks.push(block);
    }

    fn put(&mut self, column: &'m Column, cell: &'b Cell, label: &'b str) {
        if let Some(block) = self.blocks.last_mut() {
            block.cells.push((column, cell, label));
        }
    }

    fn is_label(&self, cell: &Cell) -> bool {
        self.sheet.form && cell.text.chars().count() <= LONGEST && self.last.is_some_and(|(at, ..)| at == cell.column)
    }

    /// The forms. One that says nothing of an activity speaks of the register.
    pub(super) fn into_filled(self, found: &mut Found<'b, 'm>) -> Vec<Filled<'b, 'm>> {
        found.outside.extend(self.heading.map(|cell| cell.span));
        let named = self.sheet.name.all().is_empty();
        let mut blocks = self.blocks;
        for block in blocks.iter_mut().filter(|block| block.form && named) {
            let has_rows =
                found.filled.iter().any(|row| row.form && row.sheet == block.sheet && row.block == block.block);
            let of_activity = has_rows || OF_ACTIVITIES.iter().any(|target| block.leads_to(target));
            (block.cover, block.form) = (!of_activity, of_activity);
        }
        blocks.retain(|block| !block.cells.is_empty() || !block.loose.is_empty());
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::super::csv::add;
    use super::super::find::find;
    use super::super::map::Map;

    const MAP: &str = "
title = \"t\"
[[sheets]]
form = true
[[sheets.parts]]
columns = [
  { label = \"Title\", to = \"title\" },
  { label = \"Purposes\", to = \"purposes\" },
  { label = \"Controller\", to = \"controllers\" },
]
";

    fn forms(text: &str) -> Vec<(bool, Vec<String>, usize)> {
        let mut book = Book::default();
        add(&mut book, text.as_bytes(), "s").unwrap();
        let map = Map::read(MAP).unwrap();
        let found = find(&book, &map);
        let one = |filled: &super::Filled<'_, '_>| {
            let cells = filled.cells.iter().map(|(_, cell, _)| cell.text.clone()).collect();
            (filled.cover, cells, filled.loose.len())
        };
        found.filled.iter().map(one).collect()
    }

    fn cells(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn each_block_of_labels_is_a_form() {
        let text = "REGISTER;\n\nTitle;A\nPurposes;b\n;c\nRisk;low\n\nTitle;D\nPurposes;e\n";
        assert_eq!(forms(text), [(false, cells(&["A", "b", "c"]), 1), (false, cells(&["D", "e"]), 0)]);
    }

    #[test]
    fn a_name_may_stand_above_its_form() {
        let text = "1. First;\nPurposes;b\nController;X\n\n2. Second;\nPurposes;e\nController;X\n";
        assert_eq!(
            forms(text),
            [(false, cells(&["1. First", "b", "X"]), 0), (false, cells(&["2. Second", "e", "X"]), 0)]
        );
    }

    #[test]
    fn labels_about_the_controller_alone_are_a_cover() {
        assert_eq!(forms("Controller;X\n"), [(true, cells(&["X"]), 0)]);
    }
}
