//! A document as a tree of blocks: what every page says, before it is HTML, Markdown or anything
//! else.
//!
//! Notices and the pages of the register are both documents, so there is one way to show a list or
//! a table. Words are Markdown ([`Text`]); a theme decides how blocks look.

use serde::Serialize;

use crate::view::notice::Markdown;

/// Inline Markdown: one line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Text(pub String);

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text(text)
    }
}

impl From<Markdown> for Text {
    fn from(text: Markdown) -> Text {
        Text(text.0)
    }
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum Block {
    /// A heading below the heading of the section.
    Heading {
        /// Its anchor, unique in the document.
        anchor: String,
        /// Its words.
        text: Text,
    },
    /// A paragraph of sentences.
    Paragraph {
        /// The sentences.
        text: Text,
    },
    /// Paragraphs and lists as an author wrote them.
    Prose {
        /// Block Markdown.
        text: Text,
    },
    /// A list; its items may have lists of their own.
    List {
        /// The items.
        items: Vec<ListItem>,
    },
    /// A table with a row of headings.
    Table {
        /// Headings of the columns.
        head: Vec<Text>,
        /// The rows.
        rows: Vec<Vec<Text>>,
    },
    /// Terms with what is to be said about them.
    Facts {
        /// The terms.
        facts: Vec<Fact>,
    },
    /// Lines that stay lines, such as an address.
    Lines {
        /// The lines.
        lines: Vec<Text>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// Its words.
    pub text: Text,
    /// Items below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListItem>,
}

/// A term and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The term.
    pub term: Text,
    /// One or more lines.
    pub lines: Vec<Text>,
}

/// A section with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its anchor, unique in the document.
    pub anchor: String,
    /// Its heading.
    pub heading: Text,
    /// A mark beside the heading, such as the point of Article 30(1) it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// Whether it is to be set apart from the others, as Article 21(4) asks for objections.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its title.
    pub title: Text,
    /// What stands before the first section.
    pub lead: Vec<Block>,
    /// The sections.
    pub sections: Vec<Section>,
}

impl Block {
    /// A paragraph.
    pub fn paragraph(text: impl Into<Text>) -> Block {
        Block::Paragraph { text: text.into() }
    }

    /// A list of plain items.
    pub fn list(items: impl IntoIterator<Item = impl Into<Text>>) -> Block {
        Block::List { items: items.into_iter().map(ListItem::new).collect() }
    }
}

impl ListItem {
    /// An item without items below it.
    pub fn new(text: impl Into<Text>) -> ListItem {
        ListItem { text: text.into(), items: Vec::new() }
    }
}
