//! From a place in a written text back to the place in the imported file.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::draft::NewFile;
use super::node::{Content, Node};
use crate::decode::Key;
use crate::source::Span;

/// Where the keys and values of one written file come from.
pub(super) struct Places {
    /// By first and last byte in the written text.
    known: HashMap<(u32, u32), Span>,
    /// What the file as a whole is about.
    whole: Span,
}

impl Places {
    /// The places of a file: its text is read, and what stands there is looked up in what it was
    /// written from.
    pub(super) fn of(file: &NewFile) -> Places {
        let mut places = Places { known: HashMap::new(), whole: file.content.span };
        // Even a text that cannot be read as a whole says where most of it stands.
        let (table, _) = DeTable::parse_recoverable(&file.text);
        places.table(table.get_ref(), &file.content);
        places
    }

    /// Where something in the written text comes from.
    pub(super) fn origin(&self, at: Span) -> Span {
        if at.end == 0 {
            // The top of a file is the place of what concerns it as a whole.
            return self.whole;
        }
        let exact = self.known.get(&(at.start, at.end));
        exact.or_else(|| self.around(at)).copied().unwrap_or(self.whole)
    }

    /// The smallest known place around another.
    fn around(&self, at: Span) -> Option<&Span> {
        let around = |((start, end), _): &(&(u32, u32), &Span)| *start <= at.start && at.end <= *end && at.start < *end;
        self.known.iter().filter(around).min_by_key(|((start, end), _)| (end - start, *start)).map(|(_, origin)| origin)
    }

    fn table(&mut self, table: &DeTable<'_>, node: &Node) {
        let entries: HashMap<&str, &(Key, Node)> =
            node.entries().iter().map(|entry| (entry.0.name.as_str(), entry)).collect();
        for (key, value) in table {
            let Some((known, inner)) = entries.get(key.get_ref().as_ref()) else { continue };
            self.know(key.span(), known.span);
            self.value(value, inner, known.span);
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, node: &Node, key: Span) {
        // A table is long; its key says as well which one is meant.
        let origin = if node.is_table() { key } else { node.span };
        self.know(value.span(), origin);
        match (value.get_ref(), &node.content) {
            (DeValue::Table(table), Content::Table(_)) => self.table(table, node),
            (DeValue::Array(list), Content::List(items)) => {
                for (value, item) in list.iter().zip(items) {
                    self.value(value, item, item.span);
                }
            }
            _ => {}
        }
    }

    fn know(&mut self, written: std::ops::Range<usize>, origin: Span) {
        let written = Span::new(origin.file, written);
        self.known.entry((written.start, written.end)).or_insert(origin);
    }
}
