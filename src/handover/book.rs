//! The register as a book: what the exports write that have no pages of the site to start from.

use super::links::Links;
use crate::document::{Block, Document, Section};
use crate::record::Kind;
use crate::register::{self, Desk};
use crate::site::Site;

/// Everything that stands in a document of the register, in its order.
pub(super) struct Book {
    pub(super) title: String,
    /// The day on which dates are judged, in words.
    pub(super) as_of: String,
    /// Names of the controllers.
    pub(super) authors: Vec<String>,
    pub(super) cover: Document,
    pub(super) guide: Document,
    pub(super) glance: Document,
    pub(super) chapters: Vec<Chapter>,
    pub(super) links: Links,
}

/// The records of a kind, or the overviews.
pub(super) struct Chapter {
    pub(super) number: usize,
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) parts: Vec<Part>,
}

/// A record or an overview.
pub(super) struct Part {
    pub(super) number: String,
    pub(super) anchor: String,
    pub(super) kind: Option<Kind>,
    pub(super) document: Document,
}

impl Book {
    /// Composes the whole register. What the lints found is left out: it is a note of the authors to
    /// themselves.
    pub(super) fn of(site: &Site<'_>) -> Book {
        let reading = site.reading;
        let strings = site.theme.strings();
        let desk = Desk::new(&reading.registry, &reading.sources, strings, site.as_of, &[]);
        let chapters = register::chapters(&desk);
        let cover = register::cover(&desk);
        let controllers = reading.registry.controllers.iter();
        Book {
            title: crate::markdown::words(&cover.title.words),
            as_of: site.as_of_line(),
            authors: controllers.map(|(_, entry)| entry.record.name.text().unwrap_or(&entry.id).to_owned()).collect(),
            guide: register::guide(&desk, &chapters),
            glance: register::glance(&desk, &chapters),
            links: Links::new(&desk, &chapters),
            cover,
            chapters: chapters.into_iter().map(|chapter| Chapter::of(&desk, chapter)).collect(),
        }
    }
}

impl Chapter {
    fn of(desk: &Desk<'_>, chapter: register::Chapter) -> Chapter {
        let parts = chapter.parts.into_iter().map(|(number, subject)| {
            let page = register::part(desk, subject);
            Part { number, anchor: page.anchor, kind: chapter.kind, document: unpictured(page.document, chapter.kind) }
        });
        Chapter { number: chapter.number, anchor: chapter.anchor, title: chapter.title, parts: parts.collect() }
    }
}

/// The document as paper has it: without pictures, whose look is that of a style sheet; their tables stand in their
/// place. What the picture of an activity shows stands in its other sections as well.
fn unpictured(mut document: Document, kind: Option<Kind>) -> Document {
    let without = |blocks: Vec<Block>| -> Vec<Block> {
        let each = blocks.into_iter().flat_map(|block| match block {
            Block::Figure { blocks, .. } if kind != Some(Kind::Activity) => blocks,
            Block::Figure { .. } => Vec::new(),
            other => vec![other],
        });
        each.collect()
    };
    document.lead = without(document.lead);
    let sections = document.sections.into_iter().map(|section| Section { blocks: without(section.blocks), ..section });
    document.sections = sections.filter(|section| !section.blocks.is_empty() && !is_idle(section)).collect();
    document
}

/// Whether a section says that no other record names this one, which needs no room on paper.
fn is_idle(section: &Section) -> bool {
    section.anchor.ends_with("-used-by") && matches!(section.blocks.as_slice(), [Block::Paragraph { .. }])
}
