//! A value of an imported file, and where it stands there.

use crate::decode::Key;
use crate::source::Span;

/// A value with its place in the imported file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub content: Content,
    /// Where it stands.
    pub span: Span,
}

/// A value as files write it. Days are texts; what a record takes there decides.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing, said aloud.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Values under keys, in their order.
    Table(Vec<(Key, Node)>),
}

impl Node {
    /// The entries of a table; none if it is no table.
    pub fn entries(&self) -> &[(Key, Node)] {
        if let Content::Table(entries) = &self.content { entries } else { &[] }
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        matches!(self.content, Content::Table(_))
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Content::Text(text) = &self.content { Some(text) } else { None }
    }

    /// What stands under a key of a table.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(known, _)| known.name == key).map(|(_, node)| node)
    }

    /// The elements of a list; a single value is a list of one, and nothing is an empty one.
    pub fn each(&self) -> &[Node] {
        match &self.content {
            Content::List(items) => items,
            Content::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether it says nothing: null, or an empty text, list or table.
    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Null => true,
            Content::Flag(_) | Content::Number(_) => false,
            Content::Text(text) => text.trim().is_empty(),
            Content::List(items) => items.is_empty(),
            Content::Table(entries) => entries.is_empty(),
        }
    }

    /// A single value as text: a text, a number or a flag as it is written. Empty for everything else.
    pub fn written(&self) -> String {
        match &self.content {
            Content::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Content::Number(number) => number.clone(),
            Content::Flag(flag) => flag.to_string(),
            _ => String::new(),
        }
    }

    /// Puts another character in the place of those that no page can show, and says how many there were.
    pub(super) fn clean(&mut self) -> usize {
        let mut replaced = 0;
        let clean = |text: &mut String| {
            let bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
            let found = text.chars().filter(|c| bad(*c)).count();
            if found > 0 {
                *text = text.chars().map(|c| if bad(c) { char::REPLACEMENT_CHARACTER } else { c }).collect();
            }
            found
        };
        match &mut self.content {
            Content::Text(text) => replaced += clean(text),
            Content::List(items) => replaced += items.iter_mut().map(Node::clean).sum::<usize>(),
            Content::Table(entries) => {
                for (key, inner) in entries {
                    replaced += clean(&mut key.name) + inner.clean();
                }
            }
            _ => {}
        }
        replaced
    }

    /// What it is, in words.
    pub fn in_words(&self) -> &'static str {
        match self.content {
            Content::Null => "`null`",
            Content::Flag(_) => "a boolean",
            Content::Number(_) => "a number",
            Content::Text(_) => "a text",
            Content::List(_) => "a list",
            Content::Table(_) => "a table",
        }
    }
}

/// Yes or no, as any version of YAML writes it. Prose in its place is neither.
pub(super) fn flag(node: Option<&Node>) -> Option<bool> {
    match node?.written().to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}
