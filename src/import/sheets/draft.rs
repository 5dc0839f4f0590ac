//! Activities while they are put together from the rows of one or several sheets.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::{id_of, one_line};
use super::naming::shortened;
use super::pool::{At, Pool};
use super::record::{Table, text};
use crate::import::node::Node;
use crate::record::Kind;
use crate::source::Span;

/// An activity in the making.
#[derive(Debug)]
pub(super) struct Activity {
    /// What it is called.
    pub(super) title: String,
    /// The id that the file gives it.
    pub(super) id: Option<String>,
    pub(super) span: Span,
    /// The sheets that spoke of it.
    pub(super) sheets: Vec<usize>,
    /// Fields that cells fill as they are.
    pub(super) table: Table,
    pub(super) controllers: Vec<At>,
    pub(super) purposes: Vec<Purpose>,
    /// Bases of all purposes.
    pub(super) bases: Vec<(At, Span)>,
    pub(super) categories: Vec<(At, Span)>,
    /// Rules on time of all its data, where a table of rows has others too.
    pub(super) retention: Vec<At>,
    pub(super) sources: Vec<Node>,
    pub(super) recipients: Vec<(At, Span)>,
    pub(super) processors: Vec<(At, Span)>,
    /// Who receives data in third countries, as far as the sheet says.
    pub(super) abroad: Vec<(At, Span)>,
    /// That data go nowhere, under the head of the cell that says so.
    pub(super) no_transfers: Option<(String, String, Span)>,
    /// Rows of data with keys.
    pub(super) data: Vec<(String, Table)>,
    /// Disclosures with keys.
    pub(super) disclosures: Vec<(String, Table)>,
    /// Cells with no place, under their heads.
    pub(super) notes: Vec<(String, String, Span)>,
}

/// A purpose in the making.
#[derive(Debug)]
pub(super) struct Purpose {
    pub(super) title: String,
    pub(super) span: Span,
    pub(super) includes: Vec<(String, Span)>,
    pub(super) condition: Option<String>,
    pub(super) bases: Vec<(At, Span)>,
}

impl Activity {
    pub(super) fn new(title: String, id: Option<String>, span: Span) -> Activity {
        Activity {
            title,
            id,
            span,
            sheets: Vec::new(),
            table: Table::default(),
            controllers: Vec::new(),
            purposes: Vec::new(),
            bases: Vec::new(),
            categories: Vec::new(),
            retention: Vec::new(),
            sources: Vec::new(),
            recipients: Vec::new(),
            processors: Vec::new(),
            abroad: Vec::new(),
            no_transfers: None,
            data: Vec::new(),
            disclosures: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Adds a purpose, unless it is there.
    pub(super) fn purpose(&mut self, title: &str, span: Span) -> &mut Purpose {
        let title = one_line(title);
        let at = self.purposes.iter().position(|one| one.title == title).unwrap_or_else(|| {
            let purpose = Purpose { title, span, includes: Vec::new(), condition: None, bases: Vec::new() };
            self.purposes.push(purpose);
            self.purposes.len() - 1
        });
        &mut self.purposes[at]
    }

    /// Gives each purpose the bases of its row, where the cells of an activity stand in several rows: bases in a
    /// row without a purpose are those of the purposes above them, and a purpose without bases has those of the
    /// row above it. Nothing is divided unless several rows name a purpose and several rows bases.
    pub(super) fn pair(&mut self, row_of: &dyn Fn(Span) -> Option<usize>) -> bool {
        let rows = |spans: &mut dyn Iterator<Item = Span>| -> BTreeSet<usize> { spans.filter_map(row_of).collect() };
        let named = rows(&mut self.purposes.iter().map(|one| one.span));
        let based = rows(&mut self.bases.iter().map(|(_, span)| *span));
        if named.len() < 2 || based.len() < 2 {
            return false;
        }
        // The row with purposes that a row belongs to: its own, or the nearest above.
        let above = |row: usize| named.range(..=row).next_back().or(named.first()).copied();
        let mut of_row: BTreeMap<usize, Vec<(At, Span)>> = BTreeMap::new();
        for (at, span) in &self.bases {
            if let Some(row) = row_of(*span).and_then(above) {
                of_row.entry(row).or_default().push((*at, *span));
            }
        }
        for purpose in self.purposes.iter_mut().filter(|purpose| purpose.bases.is_empty()) {
            let bases = row_of(purpose.span).and_then(|row| of_row.range(..=row).next_back());
            purpose.bases.extend(bases.into_iter().flat_map(|(_, bases)| bases));
        }
        true
    }

    /// The key of the purpose with a title.
    pub(super) fn key_of_purpose(&self, title: &str) -> Option<String> {
        let title = one_line(title);
        let at = self.purposes.iter().position(|one| one.title == title)?;
        purpose_keys(&self.purposes).into_iter().nth(at)
    }

    /// The row of data with a key.
    pub(super) fn row<'a>(rows: &'a mut Vec<(String, Table)>, key: &str) -> &'a mut Table {
        let at = rows.iter().position(|(own, _)| own == key).unwrap_or_else(|| {
            rows.push((key.to_owned(), Table::default()));
            rows.len() - 1
        });
        &mut rows[at].1
    }

    /// The record.
    pub(super) fn into_node(mut self, pool: &Pool<'_>) -> Node {
        let span = self.span;
        let kind = Kind::Activity;
        let mut table = std::mem::take(&mut self.table);
        let title = if pool.names_lead() { self.title.clone() } else { shortened(&self.title, 80) };
        table.put("title", text(kind, "title", &title, span));
        if title != self.title && !table.put("summary", text(kind, "summary", &self.title, span)) {
            self.notes.insert(0, ("title".to_owned(), self.title.clone(), span));
        }
        let refer = |refs: &[(At, Span)]| refs.iter().map(|(at, span)| pool.refer(*at, *span)).collect::<Vec<_>>();
        let keys = purpose_keys(&self.purposes);
        if self.purposes.is_empty() && !self.bases.is_empty() {
            // Bases without a purpose are bases of the data.
            let row = Activity::row(&mut self.data, "all");
            row.add("legal-bases", refer(&self.bases));
        }
        for (key, purpose) in keys.iter().zip(&self.purposes) {
            let at = |field: &str| format!("purposes.{key}.{field}");
            table.put(&at("title"), text(kind, "purposes.*.title", &purpose.title, purpose.span));
            let include = |(one, span): &(String, Span)| text(kind, "purposes.*.title", one, *span);
            table.add(&at("includes"), purpose.includes.iter().map(include).collect());
            let bases = if purpose.bases.is_empty() { &self.bases } else { &purpose.bases };
            table.add(&at("legal-bases"), refer(bases));
            if let Some(condition) = &purpose.condition {
                table.put(&at("condition"), text(kind, "purposes.*.condition", condition, purpose.span));
            }
        }
        if !self.categories.is_empty() || !self.sources.is_empty() {
            let row = Activity::row(&mut self.data, "all");
            row.add("categories", refer(&self.categories));
            row.add("sources", std::mem::take(&mut self.sources));
        }
        for (name, refs) in
            [("processors", &self.processors), ("recipients", &self.recipients), ("third-countries", &self.abroad)]
        {
            if !refs.is_empty() {
                Activity::row(&mut self.disclosures, name).add("recipients", refer(refs));
            }
        }
        for (rows, below) in [(self.data, "data"), (self.disclosures, "disclosures")] {
            for (key, row) in rows {
                let node = row.into_node(kind, span);
                for (field, value) in node.entries() {
                    table.put(&format!("{below}.{key}.{}", field.name), value.clone());
                }
            }
        }
        if let Some((_, _, first)) = self.notes.first() {
            let first = *first;
            let line =
                |head: &str, text: &str| if head.is_empty() { text.to_owned() } else { format!("{head}: {text}") };
            let lines = self.notes.iter().map(|(head, text, _)| line(head, text));
            let note = lines.collect::<Vec<_>>().join("\n\n");
            table.put("note", text(kind, "note", &note, first));
        }
        table.into_node(kind, span)
    }
}

/// A key for each purpose, from its words.
fn purpose_keys(purposes: &[Purpose]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(purposes.len());
    for purpose in purposes {
        let stem = id_of(&purpose.title);
        let free = |key: &String| !keys.contains(key);
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        let key = std::iter::once(stem.clone()).chain(numbered).find(free).unwrap_or(stem);
        keys.push(key);
    }
    keys
}
