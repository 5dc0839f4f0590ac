//! Records from values of another format: ids, texts that pages can show, notes.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::draft::Drafted;
use super::fates::Fates;
use super::node::{Content, Node};
use crate::decode::{Key, kebab};
use crate::record::Kind;
use crate::source::Span;

/// The records that a reader makes, and the fates of the values it reads.
#[derive(Debug, Default)]
pub(super) struct Making<'n> {
    /// What became of the values.
    pub(super) fates: Fates<'n>,
    records: Vec<Drafted>,
    at: HashMap<(Kind, String), usize>,
    taken: HashSet<(Kind, String)>,
    shared: HashMap<(Kind, String), String>,
}

impl<'n> Making<'n> {
    /// An id for a record, made of words. The same words in the same order of a file make the same ids.
    pub(super) fn id(&mut self, kind: Kind, words: &str) -> String {
        let space = space(kind);
        let wished = id_of(words);
        let wished = if wished.is_empty() { kind.folder().trim_end_matches('s').to_owned() } else { wished };
        let free = |id: &String| !self.taken.contains(&(space, id.clone()));
        let numbered = (2..).map(|number| {
            let number = format!("-{number}");
            let head: String = wished.chars().take(80 - number.len()).collect();
            format!("{}{number}", head.trim_end_matches('-'))
        });
        let id = std::iter::once(wished.clone()).chain(numbered).find(free).unwrap_or(wished);
        self.taken.insert((space, id.clone()));
        id
    }

    /// Adds a record, under an id that [`Making::id`] gave.
    pub(super) fn add(&mut self, kind: Kind, id: &str, at: Span, fields: Fields) {
        self.at.insert((kind, id.to_owned()), self.records.len());
        let id = Key { name: id.to_owned(), span: at };
        self.records.push(Drafted { kind, id, file: None, content: fields.into_node(at) });
    }

    /// Puts lines into the note of a record that was added.
    pub(super) fn note(&mut self, kind: Kind, id: &str, lines: &[String]) {
        self.change(kind, id, |fields, at| fields.note(lines, at));
    }

    /// Puts rows into a table of a record that was added.
    pub(super) fn put(&mut self, kind: Kind, id: &str, key: &str, rows: Fields, at: Span) {
        self.change(kind, id, |fields, _| match fields.0.iter_mut().find(|(known, _)| known.name == key) {
            Some((_, Node { content: Content::Table(entries), .. })) => {
                let known = |row: &(Key, Node)| entries.iter().any(|(key, _)| key.name == row.0.name);
                let new: Vec<(Key, Node)> = rows.0.into_iter().filter(|row| !known(row)).collect();
                entries.extend(new);
            }
            _ => fields.table(key, rows, at),
        });
    }

    fn change(&mut self, kind: Kind, id: &str, change: impl FnOnce(&mut Fields, Span)) {
        let record = self.at.get(&(kind, id.to_owned())).and_then(|at| self.records.get_mut(*at));
        if let Some(record) = record {
            let at = record.content.span;
            if let Content::Table(entries) = &mut record.content.content {
                let mut fields = Fields(std::mem::take(entries));
                change(&mut fields, at);
                record.content = fields.into_node(at);
            }
        }
    }

    /// The text of a value; it counts as placed.
    pub(super) fn take(&mut self, of: &'n Node, key: &str) -> Option<(String, Span)> {
        let node = of.get(key)?;
        let text = node.written();
        if text.is_empty() {
            return None;
        }
        self.fates.place(node);
        Some((text, node.span))
    }

    /// The text of a value that is put into a note.
    pub(super) fn keep(&mut self, of: &'n Node, key: &str) -> Option<(String, Span)> {
        let node = of.get(key)?;
        let text = node.written();
        if text.is_empty() {
            return None;
        }
        self.fates.keep(node);
        Some((text, node.span))
    }

    /// The texts of a list, or of a single value; they count as placed.
    pub(super) fn take_each(&mut self, of: &'n Node, key: &str) -> Vec<(String, Span)> {
        let items = of.get(key).map(Node::each).unwrap_or_default();
        let texts = items.iter().filter(|item| !item.written().is_empty());
        texts
            .map(|item| {
                self.fates.place(item);
                (item.written(), item.span)
            })
            .collect()
    }

    /// The id of a record that several others name; it is made when it is named first, if it has fields.
    pub(super) fn shared(
        &mut self,
        kind: Kind,
        what: &str,
        words: &str,
        at: Span,
        fields: impl FnOnce() -> Fields,
    ) -> String {
        if let Some(id) = self.known(kind, what) {
            return id.clone();
        }
        let id = self.id(kind, words);
        self.shared.insert((kind, what.to_lowercase()), id.clone());
        let fields = fields();
        if !fields.is_empty() {
            self.add(kind, &id, at, fields);
        }
        id
    }

    /// The id of a shared record that was named before.
    pub(super) fn known(&self, kind: Kind, what: &str) -> Option<&String> {
        self.shared.get(&(kind, what.to_lowercase()))
    }

    /// How many shared records there are.
    pub(super) fn shared_records(&self) -> usize {
        self.shared.len()
    }

    /// The records, in the order of their kinds and of the file.
    pub(super) fn into_parts(self) -> (Vec<Drafted>, Fates<'n>) {
        let mut records = self.records;
        records.sort_by_key(|record| Kind::ALL.iter().position(|kind| *kind == record.kind));
        (records, self.fates)
    }
}

/// Parties share one space of ids, because activities name them without their kind.
fn space(kind: Kind) -> Kind {
    match kind {
        Kind::Controller | Kind::Processor | Kind::Recipient | Kind::Source => Kind::Controller,
        other => other,
    }
}

/// Words as an id, without the marks of their letters: "Büro Köln" is `buro-koln`.
/// Long ones end after a word.
pub(super) fn id_of(words: &str) -> String {
    const LONGEST: usize = 60;
    let plain = words.replace('ß', "ss");
    let plain = plain.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let mut id = kebab(&plain.collect::<String>());
    if id.len() > LONGEST {
        let end = id.get(..=LONGEST).and_then(|head| head.rfind('-')).unwrap_or(LONGEST);
        id.truncate(end);
    }
    id
}

/// The entries of a table that is to be, in their order. What is empty is no entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(Vec<(Key, Node)>);

impl Fields {
    /// A value as it is.
    pub(super) fn put(&mut self, key: &str, content: Content, at: Span) {
        self.0.push((Key { name: key.to_owned(), span: at }, Node { content, span: at }));
    }

    /// A text that is no Markdown: a name, an address, an id.
    pub(super) fn text(&mut self, key: &str, text: &str, at: Span) {
        let text = text.trim();
        if !text.is_empty() {
            self.put(key, Content::Text(text.to_owned()), at);
        }
    }

    /// A text that the record takes as Markdown, so that it reads as it is written.
    pub(super) fn words(&mut self, key: &str, text: &str, at: Span) {
        self.text(key, &plain(text), at);
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, key: &str, flag: bool, at: Span) {
        self.put(key, Content::Flag(flag), at);
    }

    /// A list of texts that are no Markdown.
    pub(super) fn list<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t str>, at: Span) {
        let items = texts.into_iter().map(|text| Node { content: Content::Text(text.trim().to_owned()), span: at });
        let items: Vec<Node> = items.filter(|item| !item.is_empty()).collect();
        if !items.is_empty() {
            self.put(key, Content::List(items), at);
        }
    }

    /// A list of texts that the record takes as Markdown.
    pub(super) fn phrases<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t str>, at: Span) {
        let texts: Vec<String> = texts.into_iter().map(plain).collect();
        self.list(key, texts.iter().map(String::as_str), at);
    }

    /// A list of tables.
    pub(super) fn nodes(&mut self, key: &str, nodes: Vec<Node>, at: Span) {
        if !nodes.is_empty() {
            self.put(key, Content::List(nodes), at);
        }
    }

    /// The entries of another table.
    pub(super) fn extend(&mut self, other: Fields) {
        self.0.extend(other.0);
    }

    /// A table.
    pub(super) fn table(&mut self, key: &str, fields: Fields, at: Span) {
        if !fields.0.is_empty() {
            self.put(key, Content::Table(fields.0), at);
        }
    }

    /// Lines of a note, after those that stand there. What stands there already is not said again: records
    /// that are shared are told of in several places.
    pub(super) fn note(&mut self, lines: &[String], at: Span) {
        let lines = lines.iter().map(|line| format!("- {}\n", plain(line)));
        match self.0.iter_mut().find(|(key, _)| key.name == "note") {
            Some((_, Node { content: Content::Text(text), .. })) => {
                let known: HashSet<String> = text.split_inclusive('\n').map(str::to_owned).collect();
                text.extend(lines.filter(|line| !known.contains(line)));
            }
            _ => {
                let lines: String = lines.collect();
                if !lines.is_empty() {
                    self.put("note", Content::Text(lines), at);
                }
            }
        }
    }

    /// Whether nothing stands there.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The table itself: plain values first, because tables follow them under headers of their own.
    pub(super) fn into_node(mut self, at: Span) -> Node {
        self.0.sort_by_key(|(_, node)| node.is_table());
        Node { content: Content::Table(self.0), span: at }
    }
}

/// A text as Markdown that reads as the text: one line, what Markdown would take for a sign is escaped.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let links = ["](", "]:", "]["].iter().any(|sign| text.contains(sign));
    for word in text.split_whitespace() {
        let at_start = out.is_empty();
        if !at_start {
            out.push(' ');
        }
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let has_at = word.contains('@');
        let mut before = None;
        for (at, c) in word.char_indices() {
            let next = word[at + c.len_utf8()..].chars().next();
            let inside = before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            let is_sign = match c {
                '\\' | '`' | '*' => true,
                '[' | ']' => links,
                // A sign may begin an address of e-mail: `<#@a>`.
                '<' => next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '/' | '!' | '?')) || has_at,
                '~' => before == Some('~') || next == Some('~'),
                '_' => !inside,
                '&' => next.is_some_and(|next| next.is_alphanumeric() || next == '#'),
                '#' | '>' | '-' | '+' | '=' => at_start && at == 0,
                '.' | ')' => at_start && digits.len() < word.len() && at == word.len() - digits.len(),
                _ => false,
            };
            if is_sign {
                out.push('\\');
            }
            out.push(c);
            before = Some(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::{Making, id_of, plain};
    use crate::record::Kind;

    #[test]
    fn ids_are_made_of_words_and_differ() {
        assert_eq!(id_of("Übermaß an Größe (EU)"), "ubermass-an-grosse-eu");
        let mut making = Making::default();
        assert_eq!(making.id(Kind::Processor, "A_b"), "a-b");
        assert_eq!(making.id(Kind::Recipient, "a.b"), "a-b-2");
        assert_eq!(making.id(Kind::System, "a b"), "a-b");
        assert_eq!(making.id(Kind::System, "данные"), "system");
        let long = "x".repeat(200);
        assert_eq!(making.id(Kind::System, &long).len(), 60);
        assert_eq!(making.id(Kind::System, &long).len(), 62);
        assert_eq!(id_of(&"five ".repeat(20)), ["five"; 12].join("-"));
    }

    proptest! {
        #[test]
        fn a_plain_text_reads_as_itself(text in "[a-z0-9\\\\`*_\\[\\]<>&#+=|~!.():;/@\n -]{0,40}") {
            let mut shown = String::new();
            for event in Parser::new(&plain(&text)) {
                match event {
                    Event::Text(text) => shown.push_str(&text),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => prop_assert!(false, "{:?} in {:?}", other, plain(&text)),
                }
            }
            prop_assert_eq!(shown, text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
