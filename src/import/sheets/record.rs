//! Records while they are put together, key by key.

use super::fold::{markdown, one_line};
use super::target::{order, shape};
use crate::decode::Key;
use crate::import::node::{Content, Node};
use crate::record::Kind;
use crate::schema::Shape;
use crate::source::Span;

/// A record, or a table of one.
#[derive(Debug, Clone, Default)]
pub(super) struct Table(Vec<(Key, Node)>);

impl Table {
    /// Whether nothing stands at a path of keys.
    pub(super) fn is_free(&self, path: &str) -> bool {
        let mut entries = &self.0;
        for step in path.split('.') {
            match entries.iter().find(|(key, _)| key.name == step) {
                Some((_, Node { content: Content::Table(inner), .. })) => entries = inner,
                Some(_) => return false,
                None => return true,
            }
        }
        false
    }

    /// Puts a value at a path of keys; what stood there stays. Says whether the value stands there now.
    pub(super) fn put(&mut self, path: &str, node: Node) -> bool {
        if let Some(there) = self.find(path) {
            return says_the_same(there, &node);
        }
        if !self.is_free(path) {
            return false;
        }
        place(&mut self.0, path, node);
        true
    }

    /// Puts all of these, or none where one of them has no room.
    pub(super) fn put_all(&mut self, fields: Vec<(String, Node)>) -> bool {
        let fits = fields.iter().all(|(path, node)| self.takes(path, node));
        if fits {
            fields.into_iter().for_each(|(path, node)| {
                self.put(&path, node);
            });
        }
        fits
    }

    /// Whether a value can stand at a path of keys: nothing does, or the same.
    pub(super) fn takes(&self, path: &str, node: &Node) -> bool {
        self.find(path).map_or_else(|| self.is_free(path), |there| says_the_same(there, node))
    }

    /// The value at a path of keys.
    fn find(&self, path: &str) -> Option<&Node> {
        let mut entries = &self.0;
        let mut steps = path.split('.').peekable();
        while let Some(step) = steps.next() {
            let (_, node) = entries.iter().find(|(key, _)| key.name == step)?;
            match &node.content {
                _ if steps.peek().is_none() => return Some(node),
                Content::Table(inner) => entries = inner,
                _ => return None,
            }
        }
        None
    }

    /// Adds paragraphs to the note.
    pub(super) fn note(&mut self, more: &str, span: Span) {
        match self.0.iter_mut().find(|(key, _)| key.name == "note").map(|(_, node)| &mut node.content) {
            Some(Content::Text(there)) if there.contains(more) => {}
            Some(Content::Text(there)) => {
                there.push_str("\n\n");
                there.push_str(more);
            }
            _ => {
                self.put("note", word(more, span));
            }
        }
    }

    /// Adds elements to the list at a path, without those that stand there already.
    pub(super) fn add(&mut self, path: &str, nodes: Vec<Node>) {
        let Some(first) = nodes.first().map(|node| node.span) else { return };
        if self.is_free(path) {
            place(&mut self.0, path, Node { content: Content::List(Vec::new()), span: first });
        }
        let mut entries = &mut self.0;
        for step in path.split('.') {
            match entries.iter_mut().find(|(key, _)| key.name == step).map(|(_, node)| &mut node.content) {
                Some(Content::Table(inner)) => entries = inner,
                Some(Content::List(list)) => {
                    for node in nodes {
                        if !list.iter().any(|one| one.content == node.content) {
                            list.push(node);
                        }
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    /// The keys, in the order of the fields of the record; rows keep theirs.
    pub(super) fn into_node(self, kind: Kind, span: Span) -> Node {
        let mut entries = self.0;
        sort(&mut entries, kind, "");
        Node { content: Content::Table(entries), span }
    }
}

/// Whether two values hold the same, wherever they stand.
fn says_the_same(one: &Node, other: &Node) -> bool {
    match (&one.content, &other.content) {
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| says_the_same(one, other))
        }
        (Content::Table(_), _) | (_, Content::Table(_)) => false,
        (one, other) => one == other,
    }
}

fn place(entries: &mut Vec<(Key, Node)>, path: &str, node: Node) {
    let Some((step, rest)) = path.split_once('.') else {
        entries.push((Key { name: path.to_owned(), span: node.span }, node));
        return;
    };
    let at = entries.iter().position(|(key, _)| key.name == step).unwrap_or_else(|| {
        let table = Node { content: Content::Table(Vec::new()), span: node.span };
        entries.push((Key { name: step.to_owned(), span: node.span }, table));
        entries.len() - 1
    });
    if let Some((_, Node { content: Content::Table(inner), .. })) = entries.get_mut(at) {
        place(inner, rest, node);
    }
}

fn sort(entries: &mut [(Key, Node)], kind: Kind, below: &str) {
    let path = |name: &str| if below.is_empty() { name.to_owned() } else { format!("{below}.{name}") };
    // Plain values stand before tables, as people write them. Keys of rows are the author's; they have no
    // order but their own.
    entries.sort_by_key(|(key, node)| (node.is_table(), order(kind, &path(&key.name))));
    for (key, node) in entries {
        if let Content::Table(inner) = &mut node.content {
            let own = path(&key.name);
            let of_rows = shape(kind, &own).is_none();
            sort(inner, kind, &if of_rows { path("*") } else { own });
        }
    }
}

/// A text as a field takes it: texts in Markdown read as they stood, and one line is one line.
pub(super) fn text(kind: Kind, path: &str, text: &str, span: Span) -> Node {
    let said = match shape(kind, path) {
        Some(Shape::Prose) => markdown(&paragraphs(text)),
        Some(Shape::Phrase | Shape::Either(_)) => markdown(&one_line(text)),
        _ => one_line(text),
    };
    word(said, span)
}

/// Lines without spaces around them.
fn paragraphs(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

/// A word of the format, an id or a day.
pub(super) fn word(text: impl Into<String>, span: Span) -> Node {
    Node { content: Content::Text(text.into()), span }
}

/// A list.
pub(super) fn list(items: Vec<Node>, span: Span) -> Node {
    Node { content: Content::List(items), span }
}

/// A table with an entry for each pair.
pub(super) fn table(entries: Vec<(&str, Node)>, span: Span) -> Node {
    let entry = |(name, node): (&str, Node)| (Key { name: name.to_owned(), span: node.span }, node);
    Node { content: Content::Table(entries.into_iter().map(entry).collect()), span }
}
