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
