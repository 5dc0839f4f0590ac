//! A document as a tree of blocks: what every page says, before it is HTML, Markdown or anything
//! else.
//!
//! Notices and the pages of the register are both documents, so there is one way to show a list or
//! a table. Words are Markdown ([`Text`]); a theme decides how blocks look.
//!
//! The sentences of a notice know where they come from, so that the register can show it.

mod listing;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use listing::{Cell, Column, Filter};

use crate::decode::Prose;
use crate::picture::Svg;
use crate::source::Origins;
use crate::view::notice::Markdown;

/// Inline Markdown: one line, or the block Markdown of an author.
///
/// A text may know where its sentences come from. Only the register shows that: what is serialised
/// is the words alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The words.
    pub words: String,
    /// Where the sentences end, and where each comes from; none for words of the program alone.
    sentences: Vec<Told>,
}

/// The end of a sentence, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    end: usize,
    from: Origins,
}

impl Text {
    /// A sentence, or a part of one, and where it comes from.
    pub fn told(words: impl Into<String>, from: &Origins) -> Text {
        let words = words.into();
        if words.is_empty() || from.is_empty() {
            return words.into();
        }
        let sentences = vec![Told { end: words.len(), from: from.clone() }];
        Text { words, sentences }
    }

    /// Sentences with a space between them; empty ones are left out.
    pub fn joined(sentences: impl IntoIterator<Item = Text>) -> Text {
        let mut all = Text::default();
        for sentence in sentences {
            if sentence.words.is_empty() {
                continue;
            }
            if !all.words.is_empty() {
                all.words.push(' ');
            }
            let before = all.words.len();
            all.words.push_str(&sentence.words);
            let last = all.sentences.last_mut();
            match (last, sentence.sentences.as_slice()) {
                // What the program says on its own belongs to the sentence before it.
                (Some(last), []) => last.end = all.words.len(),
                _ => {
                    let moved = |told: &Told| Told { end: told.end + before, from: told.from.clone() };
                    all.sentences.extend(sentence.sentences.iter().map(moved));
                }
            }
        }
        all
    }

    /// The sentences, each with where it comes from; the whole text as one where nothing is known.
    pub fn sentences(&self) -> impl Iterator<Item = (&str, Option<&Origins>)> {
        let mut start = 0;
        let whole = self.sentences.is_empty().then_some((self.words.as_str(), None));
        let known = self.sentences.iter().map(move |told| {
            let words = self.words.get(start..told.end).unwrap_or_default();
            start = told.end;
            (words.trim(), Some(&told.from))
        });
        whole.into_iter().chain(known)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words)
    }
}

/// Words that somebody wrote into a file: Markdown without HTML, as in records.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        Prose::deserialize(deserializer).map(|text| text.to_string().into())
    }
}

impl From<String> for Text {
    fn from(words: String) -> Text {
        Text { words, sentences: Vec::new() }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Text {
        words.to_owned().into()
    }
}

impl From<Markdown> for Text {
    fn from(text: Markdown) -> Text {
        text.0.into()
    }
}

/// A block. Those of the register alone are written and never read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        /// How they are numbered.
        #[serde(default, skip_serializing_if = "Order::is_none")]
        order: Order,
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
    /// A table that readers may sort and filter, in the register.
    #[serde(skip_deserializing)]
    Listing {
        /// The columns.
        head: Vec<Column>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
    /// Links to the pages that a long list goes over.
    #[serde(skip_deserializing)]
    Pages {
        /// A sentence with the links.
        text: Text,
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
    /// A picture, and the same in words.
    #[serde(skip_deserializing)]
    Figure {
        /// What it is called.
        name: Text,
        /// What it shows, and what it does not show.
        caption: Text,
        /// The picture. Its ids are unique in the document.
        svg: Svg,
        /// What can be seen in it as tables; none where the page has them elsewhere.
        blocks: Vec<Block>,
    },
}

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Not at all.
    #[default]
    None,
    /// 1., 2., 3.
    Numbers,
    /// (a), (b), (c).
    Letters,
    /// (i), (ii), (iii).
    Roman,
}

impl Order {
    fn is_none(&self) -> bool {
        *self == Order::None
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// Its words.
    pub text: Text,
    /// Items below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListItem>,
}

/// A term and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The term.
    pub term: Text,
    /// One or more lines.
    pub lines: Vec<Text>,
}

/// A section with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its anchor, unique in the document.
    pub anchor: String,
    /// Its heading.
    pub heading: Text,
    /// A mark beside the heading, such as the point of Article 30(1) it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// Whether it is to be set apart from the others, as Article 21(4) asks for objections.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

    /// A list of plain items with numbers of some form.
    pub fn ordered(order: Order, items: impl IntoIterator<Item = impl Into<Text>>) -> Block {
        Block::List { order, items: items.into_iter().map(ListItem::new).collect() }
    }

    /// A list of plain items.
    pub fn list(items: impl IntoIterator<Item = impl Into<Text>>) -> Block {
        Block::ordered(Order::None, items)
    }
}

impl ListItem {
    /// An item without items below it.
    pub fn new(text: impl Into<Text>) -> ListItem {
        ListItem { text: text.into(), items: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::source::{FileId, Origins, Span};

    #[test]
    fn sentences_keep_what_they_come_from() {
        let from = |start: usize| Origins::from(Span::new(FileId(0), start..start));
        let told = Text::joined([
            Text::told("One.", &from(1)),
            Text::from(""),
            Text::from("Our own."),
            Text::joined([Text::told("Two.", &from(2)), Text::told("Three.", &from(3))]),
        ]);
        assert_eq!(told.words, "One. Our own. Two. Three.");
        let sentences: Vec<(&str, Vec<u32>)> = told
            .sentences()
            .map(|(words, from)| (words, from.iter().flat_map(|from| from.places()).map(|at| at.start).collect()))
            .collect();
        assert_eq!(sentences, [("One. Our own.", vec![1]), ("Two.", vec![2]), ("Three.", vec![3])]);
    }
}
