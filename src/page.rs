//! Pages: what a template gets to see of a document.

mod blocks;
mod notice;
mod versions;

use schemars::JsonSchema;
use serde::Serialize;
use serde_with::skip_serializing_none;

pub use blocks::{BlockView, SectionView, Sourcing};
pub use notice::NoticePage;
pub(crate) use notice::{absolute as led, published_at};
pub use versions::{RedlineBlock, RedlineItem, RedlinePage, RedlinePart, VersionPage, VersionsPage};

use blocks::Show;

use crate::decode::is_safe_link;
use crate::document::Document;
use crate::markdown;
use crate::strings::Strings;
use crate::view::notice::CollectionPoint;
use crate::view::sub_processors::SubProcessors;

/// A document ready for a template: words are HTML.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentView {
    /// The title without marks.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The sections.
    pub sections: Vec<SectionView>,
}

impl DocumentView {
    /// Turns words into HTML for a public page.
    pub fn new(document: &Document, strings: &Strings) -> DocumentView {
        DocumentView::shown(document, strings, Show::Public)
    }

    fn shown(document: &Document, strings: &Strings, show: Show<'_>) -> DocumentView {
        DocumentView {
            title: markdown::words(&document.title.words),
            lead: blocks::blocks(&document.lead, &document.title, strings, show),
            sections: document.sections.iter().map(|section| blocks::section(section, strings, show)).collect(),
        }
    }
}

/// A link to another page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Link {
    /// Its words.
    pub name: String,
    /// Its address, relative to the page.
    pub href: String,
}

/// The short notice of a collection point: `point.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PointPage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// The title without marks.
    pub title: String,
    /// The sentences.
    pub lead: Vec<BlockView>,
}

impl<'a> PointPage<'a> {
    /// The part of somebody else's page that is the short notice.
    pub fn new(point: &'a CollectionPoint, document: &Document, strings: &Strings) -> PointPage<'a> {
        let DocumentView { title, lead, .. } = DocumentView::new(document, strings);
        PointPage { language: &point.language, title, lead }
    }
}

/// The page about sub-processors: `sub-processors.html`.
#[skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
pub struct SubProcessorsPage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// Empty: the page stands at the top.
    pub root: &'static str,
    /// What its files are called.
    pub file: String,
    /// Where it is published.
    pub url: Option<String>,
    /// Name of the company that engages them.
    pub controller: Option<&'a str>,
    /// The title without marks.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// Empty: nothing of it is for some groups only.
    pub groups: Vec<Link>,
    /// Whether there is a feed of its changes.
    pub feed: bool,
}

impl<'a> SubProcessorsPage<'a> {
    /// The page of a list.
    pub fn new(list: &'a SubProcessors, document: &Document, feed: bool, strings: &Strings) -> SubProcessorsPage<'a> {
        let DocumentView { title, lead, sections } = DocumentView::new(document, strings);
        SubProcessorsPage {
            language: &list.language,
            root: "",
            file: list.file(),
            url: list.url.as_deref().and_then(markdown::address).filter(|url| is_safe_link(url)),
            controller: list.processor.as_deref(),
            title,
            lead,
            sections,
            groups: Vec::new(),
            feed,
        }
    }
}

/// The page that lists the notices: `index.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndexPage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// Empty: the page stands at the top.
    pub root: &'static str,
    /// The title.
    pub title: String,
    /// The notices.
    pub notices: Vec<Link>,
}

/// A page of the register: `register.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RegisterPage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// The way to the top of the internal site: empty, or `../`.
    pub root: String,
    /// Name of the register.
    pub register: String,
    /// The day on which dates are judged, as a sentence.
    pub as_of: String,
    /// Links from the start page down to this one.
    pub trail: Vec<markdown::Html>,
    /// What the page says.
    #[serde(flatten)]
    pub part: RegisterPart,
}

/// A page of the register, or a part of the single one.
#[skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
pub struct RegisterPart {
    /// Its anchor on the single page.
    pub anchor: String,
    /// The title without marks.
    pub title: String,
    /// File and line of the record, below the folder of the registry.
    pub origin: Option<String>,
    /// Where the record can be edited, if the settings say so.
    pub edit: Option<String>,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The sections.
    pub sections: Vec<SectionView>,
}

impl RegisterPart {
    /// Turns words into HTML.
    pub fn new(document: &Document, anchor: String, origin: Option<String>, strings: &Strings) -> RegisterPart {
        let DocumentView { title, lead, sections } = DocumentView::shown(document, strings, Show::Words);
        RegisterPart { anchor, title, origin, edit: None, lead, sections }
    }

    /// Turns words into HTML, each sentence with links to where it comes from. Links of the
    /// document lead where `lead` says.
    pub fn sourced(
        document: &Document,
        anchor: String,
        strings: &Strings,
        links: &Sourcing<'_>,
        lead: &impl Fn(&str) -> Option<String>,
    ) -> RegisterPart {
        let DocumentView { title, lead: mut first, mut sections } =
            DocumentView::shown(document, strings, Show::Sources(links));
        blocks::relink(&mut first, lead);
        sections.iter_mut().for_each(|section| blocks::relink(&mut section.blocks, lead));
        RegisterPart { anchor, title, origin: None, edit: None, lead: first, sections }
    }
}

/// A page of the manual: `manual.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ManualPage {
    /// Language of the page.
    pub language: &'static str,
    /// The way to the top of the manual: empty, or `../`.
    pub root: String,
    /// Version of the program and date of its legal data.
    pub about: String,
    /// Links from the start page down to this one.
    pub trail: Vec<markdown::Html>,
    /// The title without marks.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The sections.
    pub sections: Vec<SectionView>,
}

impl ManualPage {
    /// Turns words into HTML. The manual is written in English.
    pub fn new(
        document: &Document,
        strings: &Strings,
        root: String,
        about: String,
        trail: Vec<markdown::Html>,
    ) -> ManualPage {
        let DocumentView { title, lead, sections } = DocumentView::shown(document, strings, Show::Words);
        ManualPage { language: "en", root, about, trail, title, lead, sections }
    }
}

/// The whole register on one page: `single.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SinglePage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// Empty: the page stands at the top.
    pub root: &'static str,
    /// The title.
    pub title: String,
    /// Name of the register.
    pub register: String,
    /// The day on which dates are judged, as a sentence.
    pub as_of: String,
    /// What stands on the first page.
    pub cover: RegisterPart,
    /// How to read the register.
    pub guide: RegisterPart,
    /// Every activity with its number, its controller and its time limits.
    pub glance: RegisterPart,
    /// The parts, in chapters.
    pub chapters: Vec<Chapter>,
}

/// The records of a kind on the single page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Chapter {
    /// Its number, which stands in the contents and at its head.
    pub number: usize,
    /// Its anchor.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its parts.
    pub parts: Vec<NumberedPart>,
}

/// A part of the single page with its number.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NumberedPart {
    /// The number of its chapter and its own: `2.14`.
    pub number: String,
    /// What it says.
    #[serde(flatten)]
    pub part: RegisterPart,
}
