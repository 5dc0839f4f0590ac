//! What becomes of each value of a file that holds other things than a register.
//!
//! A reader of such a file marks the values that it puts into a field. The others go into the note of the
//! record that they belong to, or are told as left out. So nothing is lost without a word: what a reader
//! does not know or forgets is kept or told as well, because it was never marked.

use std::collections::HashSet;
use std::marker::PhantomData;

use super::node::{Content, Node};
use crate::source::Span;

/// What became of the values of a file, each counted once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// Values that stand in a field of a record, or decided about one.
    pub placed: usize,
    /// Values that stand in the note of a record.
    pub noted: usize,
    /// Values that stand nowhere.
    pub left_out: Vec<LeftOut>,
    /// Nulls and empty texts, lists and tables: they say nothing.
    pub empty: usize,
    /// Control characters that no page can show; the character for "unknown" stands in their place.
    pub replaced: usize,
    /// Characters that were written as HTML does, such as `&amp;`, and stand as themselves.
    pub written_out: usize,
    /// What people should do next, a sentence each.
    pub next: Vec<String>,
}

/// A value that stands nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its path in the file: `policy[0].name`.
    pub path: String,
    /// Where it stands.
    pub at: Span,
    /// Why it was left out.
    pub why: &'static str,
}

/// The values of a file and what became of them so far. Values are told apart by where they stand in
/// memory, because one place of a file can stand for several values.
#[derive(Debug, Default)]
pub(super) struct Fates<'n> {
    known: HashSet<usize>,
    account: Account,
    tree: PhantomData<&'n Node>,
}

/// The longest value in a line of a note, in characters. Longer ones are kept whole on lines of their own.
const LONG: usize = 400;

impl<'n> Fates<'n> {
    /// A value, and all in it, has its place.
    pub(super) fn place(&mut self, node: &'n Node) {
        self.account.placed += self.mark(node);
    }

    /// The value under a key has its place.
    pub(super) fn place_at(&mut self, node: &'n Node, key: &str) {
        if let Some(value) = node.get(key) {
            self.place(value);
        }
    }

    /// A value, and all in it, stands in a note that the reader writes itself.
    pub(super) fn keep(&mut self, node: &'n Node) {
        self.account.noted += self.mark(node);
    }

    /// A value, and all in it, is left out.
    pub(super) fn leave_out(&mut self, node: &'n Node, path: &str, why: &'static str) {
        let mut found = Vec::new();
        self.unknown(node, path, &mut found);
        for (path, leaf) in found {
            self.known.insert(address(leaf));
            self.account.left_out.push(LeftOut { path, at: leaf.span, why });
        }
    }

    /// What has no place so far, as lines `path: value`. It counts as kept: the lines must be kept.
    pub(super) fn rest(&mut self, node: &'n Node, path: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.unknown(node, path, &mut found);
        let mut lines: Vec<(String, String)> = Vec::new();
        for (path, leaf) in found {
            self.known.insert(address(leaf));
            self.account.noted += 1;
            let value = leaf.written();
            // The elements of a list share a line, as long as it is one.
            let list = path.strip_suffix(']').and_then(|path| path.rsplit_once('[')).map(|(list, _)| list.to_owned());
            match (list, lines.last_mut()) {
                (Some(list), Some((last, values))) if *last == list && values.len() + value.len() < LONG => {
                    values.push_str("; ");
                    values.push_str(&value);
                }
                (Some(list), _) => lines.push((list, value)),
                (None, _) => lines.push((path, value)),
            }
        }
        lines.into_iter().map(|(path, value)| format!("{path}: {value}")).collect()
    }

    /// Something people should do, once.
    pub(super) fn advise(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if !self.account.next.contains(&sentence) {
            self.account.next.push(sentence);
        }
    }

    /// The account, when everything was read. What nobody asked for is told as left out.
    pub(super) fn finish(mut self, root: &'n Node) -> Account {
        self.leave_out(root, "", "it has no place in a register, and belongs to no record");
        self.account.empty = empty(root);
        self.account
    }

    fn mark(&mut self, node: &'n Node) -> usize {
        match &node.content {
            Content::List(items) => items.iter().map(|item| self.mark(item)).sum(),
            Content::Table(entries) => entries.iter().map(|(_, inner)| self.mark(inner)).sum(),
            _ => usize::from(!node.is_empty() && self.known.insert(address(node))),
        }
    }

    fn unknown(&self, node: &'n Node, path: &str, found: &mut Vec<(String, &'n Node)>) {
        match &node.content {
            Content::List(items) => {
                items.iter().enumerate().for_each(|(at, item)| self.unknown(item, &format!("{path}[{at}]"), found));
            }
            Content::Table(entries) => entries.iter().for_each(|(key, inner)| {
                let dot = if path.is_empty() { "" } else { "." };
                self.unknown(inner, &format!("{path}{dot}{}", key.name), found);
            }),
            _ if node.is_empty() || self.known.contains(&address(node)) => {}
            _ => found.push((path.to_owned(), node)),
        }
    }
}

/// Nodes do not move while a reader borrows their tree.
fn address(node: &Node) -> usize {
    std::ptr::from_ref(node) as usize
}

fn empty(node: &Node) -> usize {
    match &node.content {
        Content::List(items) if !items.is_empty() => items.iter().map(empty).sum(),
        Content::Table(entries) if !entries.is_empty() => entries.iter().map(|(_, inner)| empty(inner)).sum(),
        _ => usize::from(node.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::Fates;
    use crate::import::json::syntax;

    #[test]
    fn every_value_has_one_fate() {
        let text = r#"{"a": 1, "b": ["x", "y", null], "c": {"d": true, "e": ""}, "f": {"g": "z"}}"#;
        let root = syntax::read(text, &mut Vec::new()).unwrap();
        let mut fates = Fates::default();
        fates.place(root.get("a").unwrap());
        fates.place(root.get("a").unwrap());
        assert_eq!(fates.rest(root.get("b").unwrap(), "b"), ["b: x; y"]);
        assert_eq!(fates.rest(root.get("b").unwrap(), "b"), [""; 0]);
        fates.leave_out(root.get("c").unwrap(), "c", "no room");
        let account = fates.finish(&root);
        assert_eq!((account.placed, account.noted, account.empty), (1, 2, 2));
        let left: Vec<&str> = account.left_out.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(left, ["c.d", "f.g"]);
    }
}
