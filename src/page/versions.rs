//! Public pages about the versions of a notice: what changed, and what each said.

use schemars::JsonSchema;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::notice::{is_relative, published_at};
use super::{BlockView, DocumentView, SectionView, Show, blocks};
use crate::archive::Published;
use crate::document::{Block, Document};
use crate::markdown::{self, Html, Mark};
use crate::notice::FIRST_LAYER;
use crate::strings::Strings;
use crate::versions::feed;
use crate::versions::redline::{Change, Compared, Kind, Piece};
use crate::view::notice::Notice;

/// The page about what changed: `versions.html`.
#[skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
pub struct VersionsPage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// The way to the top of the public site.
    pub root: &'static str,
    /// The notice's id, which names its files.
    pub id: &'a str,
    /// Name of the controller.
    pub controller: Option<&'a str>,
    /// The title without marks.
    pub title: String,
    /// What stands before the first version.
    pub lead: Vec<BlockView>,
    /// The versions, the latest first.
    pub sections: Vec<SectionView>,
    /// Whether there is a feed of them.
    pub feed: bool,
}

/// A version of a notice as it was or will be: `version.html`.
#[skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
pub struct VersionPage<'a> {
    /// Language of the version.
    pub language: &'a str,
    /// The way to the top of the public site.
    pub root: &'static str,
    /// The notice's id, which names its files.
    pub id: &'a str,
    /// Where the notice is published as it is now.
    pub url: Option<String>,
    /// Name of the controller.
    pub controller: Option<&'a str>,
    /// The title without marks.
    pub title: String,
    /// Which version it is, when it is in effect, and where the others are.
    pub about: Vec<BlockView>,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The first layer, which sums the others up.
    pub first_layer: Option<SectionView>,
    /// The sections.
    pub sections: Vec<SectionView>,
}

/// Two versions of a notice compared: `redline.html`.
#[skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
pub struct RedlinePage<'a> {
    /// Language of the later version.
    pub language: &'a str,
    /// The way to the top of the public site.
    pub root: &'static str,
    /// The notice's id, which names its files.
    pub id: &'a str,
    /// Name of the controller.
    pub controller: Option<&'a str>,
    /// The title without marks.
    pub title: String,
    /// How to read the page, and where both versions are.
    pub lead: Vec<BlockView>,
    /// What stands before the first section, and the sections.
    pub parts: Vec<RedlinePart>,
}

/// A section of two versions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RedlinePart {
    /// Its heading, with `ins` and `del` around what differs.
    pub html: Html,
    /// Whether something in it differs.
    pub differs: bool,
    /// What stands in it.
    pub blocks: Vec<RedlineBlock>,
}

/// A block of two versions; `type` says which fields are there.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum RedlineBlock {
    /// A heading below that of the section.
    Heading {
        /// Its words.
        html: Html,
    },
    /// Sentences.
    Paragraph {
        /// Its words.
        html: Html,
        /// Whether something in it differs.
        differs: bool,
    },
    /// Items of a list, rows of a table, terms.
    List {
        /// The items.
        items: Vec<RedlineItem>,
    },
}

/// An item of two versions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RedlineItem {
    /// Its words.
    pub html: Html,
    /// Whether something in it differs.
    pub differs: bool,
    /// Whether it stands below another item.
    pub below: bool,
}

impl<'a> RedlinePage<'a> {
    /// The page of two versions.
    pub fn new(
        notice: &'a Notice,
        version: &'a Published,
        (title, lead): (&str, &[Block]),
        compared: &[Compared],
        strings: &Strings,
    ) -> RedlinePage<'a> {
        RedlinePage {
            language: &version.language,
            root: ROOT,
            id: &notice.id,
            controller: version.controller.as_ref().map(|controller| controller.name.as_str()),
            title: markdown::words(title),
            lead: blocks::blocks(lead, &title.into(), strings, Show::Public),
            parts: compared.iter().map(|part| redline_part(part, strings)).collect(),
        }
    }
}

fn redline_part(part: &Compared, strings: &Strings) -> RedlinePart {
    let mut blocks: Vec<RedlineBlock> = Vec::new();
    for line in &part.lines {
        let html = marked(&line.pieces, strings);
        let differs = line.pieces.iter().any(|piece| piece.change != Change::None);
        match (line.kind, blocks.last_mut()) {
            (Kind::Heading, _) => blocks.push(RedlineBlock::Heading { html }),
            (Kind::Paragraph, _) => blocks.push(RedlineBlock::Paragraph { html, differs }),
            (Kind::Item | Kind::Below, last) => {
                let item = RedlineItem { html, differs, below: line.kind == Kind::Below };
                match last {
                    Some(RedlineBlock::List { items }) => items.push(item),
                    _ => blocks.push(RedlineBlock::List { items: vec![item] }),
                }
            }
        }
    }
    RedlinePart { html: marked(&part.heading, strings), differs: part.differs(), blocks }
}

/// Words with what was added and removed in elements that say so.
fn marked(pieces: &[Piece], strings: &Strings) -> Html {
    let (added, removed) = (strings.plain("redline-added"), strings.plain("redline-removed"));
    let ends = strings.plain("redline-end");
    let mark = |element, begins| Some(Mark { element, begins, ends: ends.as_str() });
    markdown::marked(pieces.iter().map(|piece| {
        let mark = match piece.change {
            Change::None => None,
            Change::Added => mark("ins", added.as_str()),
            Change::Removed => mark("del", removed.as_str()),
        };
        (mark, piece.words.as_str())
    }))
}

/// The way from a page of a version to the top of the public site.
const ROOT: &str = "../../";

impl<'a> VersionsPage<'a> {
    /// The page of a notice.
    pub fn new(notice: &'a Notice, document: &Document, strings: &Strings) -> VersionsPage<'a> {
        let DocumentView { title, lead, mut sections } = DocumentView::new(document, strings);
        for (view, section) in sections.iter_mut().zip(&document.sections) {
            for (block, written) in view.blocks.iter_mut().zip(&section.blocks) {
                // What an author wrote leads on from the page of the notice.
                if matches!(written, Block::Prose { .. }) {
                    blocks::relink(std::slice::from_mut(block), &up);
                }
            }
        }
        let controller = notice.controller.as_ref().map(|controller| controller.name.as_str());
        let (language, id, feed) = (&notice.language, &notice.id, feed::is_due(notice));
        VersionsPage { language, root: ROOT, id, controller, title, lead, sections, feed }
    }
}

impl<'a> VersionPage<'a> {
    /// The page of a version.
    pub fn new(notice: &'a Notice, version: &'a Published, about: &[Block], strings: &Strings) -> VersionPage<'a> {
        let document = &version.document;
        let DocumentView { title, mut lead, mut sections } = DocumentView::new(document, strings);
        blocks::relink(&mut lead, &up);
        for section in &mut sections {
            section.html = section.html.relinked(&up);
            blocks::relink(&mut section.blocks, &up);
        }
        let has_first = sections.first().is_some_and(|section| section.anchor == FIRST_LAYER);
        VersionPage {
            language: &version.language,
            root: ROOT,
            id: &notice.id,
            url: published_at(notice),
            controller: version.controller.as_ref().map(|controller| controller.name.as_str()),
            title,
            about: blocks::blocks(about, &document.title, strings, Show::Public),
            lead,
            first_layer: has_first.then(|| sections.remove(0)),
            sections,
        }
    }
}

/// Links are written for the page of the notice, which stands further up.
fn up(target: &str) -> Option<String> {
    (!target.starts_with('#') && is_relative(target)).then(|| format!("{ROOT}{target}"))
}
