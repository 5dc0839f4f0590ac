//! Sections on pages of their own.
//!
//! The notice keeps their headings and leads to the pages. The twins in Markdown and JSON stay
//! whole.

use super::composer::{Composer, told};
use crate::document::{Block, Document, Section, Text};
use crate::markdown;
use crate::record::notice::SectionName;
use crate::source::Origins;
use crate::strings::Strings;
use crate::view::notice::Notice;

/// A page for one section.
pub struct OwnPage {
    /// The section.
    pub section: SectionName,
    /// What stands on it.
    pub document: Document,
}

/// Takes the sections with pages of their own out of a notice, and puts links in their place.
/// Links lead from the folder of the notice.
pub fn on_own_pages(document: &mut Document, notice: &Notice, strings: &Strings) -> Vec<OwnPage> {
    let composer = Composer::new(notice, strings);
    let plans = notice.plan.sections.iter().filter(|plan| plan.own_page);
    let mut pages = Vec::new();
    for plan in plans {
        let name = plan.name.name();
        let Some(section) = document.sections.iter_mut().find(|section| section.anchor == name) else { continue };
        // On its own a section has no number.
        let title = super::heading_words(&composer, plan);
        let address = own_page(&notice.id, name);
        let link = markdown::link(&markdown::words(&title), &address);
        let leads = composer.say_one("own-page-link", "link", &link);
        let mut left = vec![Block::paragraph(Text::told(leads, &plan.origins))];
        left.extend(parts(&section.blocks, &address));
        let blocks = std::mem::replace(&mut section.blocks, left);
        pages.push(OwnPage { section: plan.name, document: page(&composer, Text::told(title, &plan.origins), blocks) });
    }
    pages
}

/// The address of the page for a section, from the folder of the notice.
pub fn own_page(notice: &str, section: &str) -> String {
    format!("{notice}/sections/{section}.html")
}

/// What the page is about, part by part, with links there; nothing where it has no parts.
fn parts(blocks: &[Block], address: &str) -> Option<Block> {
    let part = |block: &Block| match block {
        Block::Heading { anchor, text } => {
            let from: Origins = text.sentences().filter_map(|(_, from)| from).collect();
            Some(Text::told(markdown::link(&markdown::words(&text.words), &format!("{address}#{anchor}")), &from))
        }
        _ => None,
    };
    let parts: Vec<Text> = blocks.iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| Block::list(parts))
}

/// Headings of the section divide its page.
fn page(composer: &Composer<'_>, title: Text, blocks: Vec<Block>) -> Document {
    let notice = composer.notice;
    let link = markdown::link(&notice.title, &format!("{}.html", notice.id));
    let updated = notice.updated.map(|day| composer.say_one("lead-updated", "date", &composer.date(day)));
    let part = composer.say_one("own-page-lead", "notice", &link);
    let sentences = told([Some(part), updated].into_iter().flatten(), &notice.origins);
    let mut lead: Vec<Block> = composer.sentences(sentences).into_iter().collect();
    let mut sections: Vec<Section> = Vec::new();
    for block in blocks {
        match (block, sections.last_mut()) {
            (Block::Heading { anchor, text }, _) => {
                sections.push(Section { anchor, heading: text, mark: None, apart: false, blocks: Vec::new() });
            }
            (block, Some(section)) => section.blocks.push(block),
            (block, None) => lead.push(block),
        }
    }
    Document { title, lead, sections }
}
