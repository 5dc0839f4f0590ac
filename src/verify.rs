//! Whether a published copy of a notice still says what the register makes now.
//!
//! 1. [`Copy::recognise`] reads a saved page, fragment or JSON twin, which it knows by the marks that
//!    `ropa build` puts into them. Nothing else is compared: what looks like a notice and is none
//!    would only seem to differ.
//! 2. The same form is made from the registry of now and read in the same way.
//! 3. [`compare`] says section by section what stands in one and not in the other.

mod compare;
mod facts;
mod html;
mod json;
mod report;

use chrono::NaiveDate;

pub use compare::{Difference, WordChange, compare};
pub use facts::{FactChange, FactKind};
pub use report::{Report, schema};

/// What a copy is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The page of a whole notice.
    Page,
    /// The fragment for other people's pages.
    Fragment,
    /// The page for one group, by its id.
    Group(String),
    /// The page for one section, by its name.
    Section(String),
    /// The JSON twin.
    Json,
}

/// A paragraph, an item, a row or a heading, in the section it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Anchor of the section; `head` above the first.
    pub section: String,
    /// Its words, with single spaces.
    pub words: String,
}

/// A copy of a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// Id of the notice.
    pub notice: String,
    /// What it is.
    pub form: Form,
    /// Day of its last update.
    pub updated: Option<NaiveDate>,
    /// Headings of the sections by their anchors, in order.
    pub sections: Vec<(String, String)>,
    /// What it says, in order.
    pub passages: Vec<Passage>,
    /// Its facts; a page has none apart from its words.
    pub facts: Vec<facts::Fact>,
}

impl Copy {
    /// Reads a copy; nothing if the text is none of ours.
    pub fn recognise(text: &str) -> Option<Copy> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('{') { json::read(text) } else { html::read(text) }
    }
}

/// What stands between the cells of a row.
const CELL: &str = " | ";

/// Words with single spaces between them.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
