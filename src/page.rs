//! Pages: what a template gets to see of a document.

mod blocks;

use chrono::NaiveDate;
use serde::Serialize;
use serde_with::skip_serializing_none;

pub use blocks::{BlockView, SectionView, Sourcing};

use blocks::Show;

use crate::decode::is_safe_link;
use crate::document::Document;
use crate::markdown;
use crate::notice::{FIRST_LAYER, OwnPage};
use crate::strings::Strings;
use crate::view::notice::{CollectionPoint, Notice};
use crate::view::sub_processors::SubProcessors;

/// A document ready for a template: words are HTML.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// The title without marks.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The sections.
    pub sections: Vec<SectionView>,
}

impl DocumentView {
    /// Turns words into HTML.
    pub fn new(document: &Document, strings: &Strings) -> DocumentView {
        DocumentView::shown(document, strings, Show::Words)
    }

    fn shown(document: &Document, strings: &Strings, show: Show<'_>) -> DocumentView {
        DocumentView {
            title: markdown::words(&document.title.words),
            lead: blocks::blocks(&document.lead, &document.title, strings, show),
            sections: document.sections.iter().map(|section| blocks::section(section, strings, show)).collect(),
        }
    }
}

/// A public page about a notice: `notice.html`, `fragment.html`, `group.html` and `section.html`.
#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub struct NoticePage<'a> {
    /// Language of the page.
    pub language: &'a str,
    /// The way to the top of the public site: empty, or `../`.
    pub root: &'static str,
    /// The notice's id, which names its files.
    pub id: &'a str,
    /// Where the notice is published.
    pub url: Option<String>,
    /// Id of the group that the page is for, which `ropa verify` recognises it by.
    pub group: Option<&'a str>,
    /// The section, on a page of its own.
    pub section: Option<&'static str>,
    /// Day of the last update, for `ropa verify`.
    pub updated: Option<NaiveDate>,
    /// Name of the controller.
    pub controller: Option<&'a str>,
    /// The title without marks.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The first layer, which sums the others up.
    pub first_layer: Option<SectionView>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// Pages for each group.
    pub groups: Vec<Link>,
}

/// What anchors of a fragment begin with, so that they meet no others of the page around it.
const FRAGMENT_ANCHOR: &str = "ropa-";

/// Whether a link leads to a page beside the one it stands on.
fn is_relative(target: &str) -> bool {
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    !head.contains(':') && !target.starts_with('/')
}

/// Where a relative link leads from an address, as a browser follows it; nothing for other links.
fn absolute(base: &str, target: &str) -> Option<String> {
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    if head.contains(':') || target.starts_with("//") {
        return None;
    }
    let base = base.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) = base.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    Some(match target.strip_prefix('/') {
        Some(target) => format!("{scheme}://{host}/{target}"),
        None => format!("{scheme}://{host}/{folder}{target}"),
    })
}

/// A link to another page.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Its words.
    pub name: String,
    /// Its address, relative to the page.
    pub href: String,
}

impl<'a> NoticePage<'a> {
    /// The page of a whole notice.
    pub fn whole(notice: &'a Notice, document: &Document, strings: &Strings) -> NoticePage<'a> {
        let groups = notice
            .groups
            .iter()
            .filter(|_| notice.has_group_pages())
            .map(|group| Link { name: group.name.clone(), href: format!("{}/{}.html", notice.id, group.id) });
        let url = notice.url.as_deref().and_then(markdown::address).filter(|url| is_safe_link(url));
        NoticePage { groups: groups.collect(), url, ..NoticePage::of(notice, document, strings, "") }
    }

    /// The whole notice as a part of somebody else's page: its anchors have a name before them,
    /// and where the notice has an address, its links lead from there.
    pub fn fragment(notice: &'a Notice, document: &Document, strings: &Strings) -> NoticePage<'a> {
        let mut page = NoticePage::whole(notice, document, strings);
        let base = page.url.clone();
        let lead = |target: &str| match target.strip_prefix('#') {
            Some("") => None,
            Some(anchor) => Some(format!("#{FRAGMENT_ANCHOR}{anchor}")),
            None => base.as_deref().and_then(|base| absolute(base, target)),
        };
        blocks::relink(&mut page.lead, &lead);
        for section in page.first_layer.iter_mut().chain(&mut page.sections) {
            section.anchor.insert_str(0, FRAGMENT_ANCHOR);
            section.html = section.html.relinked(&lead);
            blocks::relink(&mut section.blocks, &lead);
            for block in &mut section.blocks {
                if let BlockView::Heading { anchor, .. } = block {
                    anchor.insert_str(0, FRAGMENT_ANCHOR);
                }
            }
        }
        for group in &mut page.groups {
            if let Some(target) = lead(&group.href) {
                group.href = target;
            }
        }
        page
    }

    /// The page for one group, in the folder of the notice.
    pub fn group(notice: &'a Notice, index: usize, document: &Document, strings: &Strings) -> NoticePage<'a> {
        let group = notice.groups.get(index).map(|group| group.id.as_str());
        NoticePage { group, ..NoticePage::of(notice, document, strings, "../").below() }
    }

    /// The page for one section, a folder further down.
    pub fn section(notice: &'a Notice, own: &OwnPage, strings: &Strings) -> NoticePage<'a> {
        let section = Some(own.section.name());
        NoticePage { section, ..NoticePage::of(notice, &own.document, strings, "../../").below() }
    }

    /// Links are written for the page of the notice; from a page below it they lead up first. Those
    /// to a place of the notice that this page does not have lead there.
    fn below(mut self) -> NoticePage<'a> {
        let anchors: Vec<String> = self.sections.iter().flat_map(SectionView::anchors).collect();
        let lead = |target: &str| match target.strip_prefix('#') {
            Some(anchor) if anchor.is_empty() || anchors.iter().any(|known| known == anchor) => None,
            Some(_) => Some(format!("{}{}.html{target}", self.root, self.id)),
            None => is_relative(target).then(|| format!("{}{target}", self.root)),
        };
        blocks::relink(&mut self.lead, &lead);
        for section in &mut self.sections {
            blocks::relink(&mut section.blocks, &lead);
        }
        self
    }

    fn of(notice: &'a Notice, document: &Document, strings: &Strings, root: &'static str) -> NoticePage<'a> {
        let DocumentView { title, lead, mut sections } = DocumentView::new(document, strings);
        let has_first = sections.first().is_some_and(|section| section.anchor == FIRST_LAYER);
        let first_layer = has_first.then(|| sections.remove(0));
        NoticePage {
            language: &notice.language,
            root,
            id: &notice.id,
            url: None,
            group: None,
            section: None,
            updated: notice.updated,
            controller: notice.controller.as_ref().map(|controller| controller.name.as_str()),
            title,
            lead,
            first_layer,
            sections,
            groups: Vec::new(),
        }
    }
}

/// The short notice of a collection point: `point.html`.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
pub struct RegisterPart {
    /// Its anchor on the single page.
    pub anchor: String,
    /// The title without marks.
    pub title: String,
    /// File and line of the record, below the folder of the registry.
    pub origin: Option<String>,
    /// What stands before the first section.
    pub lead: Vec<BlockView>,
    /// The sections.
    pub sections: Vec<SectionView>,
}

impl RegisterPart {
    /// Turns words into HTML.
    pub fn new(document: &Document, anchor: String, origin: Option<String>, strings: &Strings) -> RegisterPart {
        let DocumentView { title, lead, sections } = DocumentView::new(document, strings);
        RegisterPart { anchor, title, origin, lead, sections }
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
        RegisterPart { anchor, title, origin: None, lead: first, sections }
    }
}

/// A page of the manual: `manual.html`.
#[derive(Debug, Serialize)]
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
        let DocumentView { title, lead, sections } = DocumentView::new(document, strings);
        ManualPage { language: "en", root, about, trail, title, lead, sections }
    }
}

/// The whole register on one page: `single.html`.
#[derive(Debug, Serialize)]
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
    /// The parts.
    pub parts: Vec<RegisterPart>,
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn links_lead_on_from_the_address_of_the_notice() {
        for (base, target, leads) in [
            ("https://cloud.example/privacy", "website/users.html", "https://cloud.example/website/users.html"),
            ("https://cloud.example/legal/", "website/users.html", "https://cloud.example/legal/website/users.html"),
            ("https://cloud.example", "a.html#b", "https://cloud.example/a.html#b"),
            ("https://cloud.example/a/b?c=d/e#f", "g.html", "https://cloud.example/a/g.html"),
            ("https://cloud.example/a/b", "/g.html", "https://cloud.example/g.html"),
        ] {
            assert_eq!(absolute(base, target).as_deref(), Some(leads));
        }
        for other in ["https://example.org/", "mailto:a@example.org", "tel:+358", "//example.org"] {
            assert_eq!(absolute("https://cloud.example/privacy", other), None, "{other}");
        }
    }
}
