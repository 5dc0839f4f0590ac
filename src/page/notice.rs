//! Public pages about a notice: the whole, the fragment, a group, a section.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{BlockView, DocumentView, SectionView, Show, blocks};
use crate::decode::is_safe_link;
use crate::document::{Block, Document};
use crate::markdown;
use crate::notice::{FIRST_LAYER, OwnPage, file, own_page};
use crate::strings::Strings;
use crate::versions::feed;
use crate::view::notice::Notice;

/// A public page about a notice: `notice.html`, `fragment.html`, `group.html` and `section.html`.
#[skip_serializing_none]
#[derive(Debug, Serialize, JsonSchema)]
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
    #[schemars(with = "Option<String>")]
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
    /// The whole notice and the pages for each group, if there are any.
    pub groups: Vec<GroupLink>,
    /// The page about what changed, relative to that of the notice, if it has versions.
    pub versions: Option<String>,
    /// Which version applies, as long as this one is published and not yet in force.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub until_then: Vec<BlockView>,
    /// Whether there is a feed of its versions.
    pub feed: bool,
    /// What the notice tells, in a sentence for search engines.
    pub description: String,
}

/// A link to what concerns a group, or to the notice for everybody.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GroupLink {
    /// Its words.
    pub name: String,
    /// Its address, relative to the page.
    pub href: String,
    /// Whether it is the page that it stands on.
    pub current: bool,
}

/// What anchors of a fragment begin with, so that they meet no others of the page around it.
const FRAGMENT_ANCHOR: &str = "ropa-";

/// Whether a link leads to a page beside the one it stands on.
pub(super) fn is_relative(target: &str) -> bool {
    let head = target.split(['/', '?', '#']).next().unwrap_or_default();
    !head.contains(':') && !target.starts_with('/')
}

/// Where a relative link leads from an address, as a browser follows it; nothing for other links.
pub(crate) fn absolute(base: &str, target: &str) -> Option<String> {
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

/// Where a notice is published, if that is an address for readers.
pub(crate) fn published_at(notice: &Notice) -> Option<String> {
    notice.url.as_deref().and_then(markdown::address).filter(|url| is_safe_link(url))
}

impl<'a> NoticePage<'a> {
    /// The page with which version applies until its own does.
    pub fn until(self, then: Option<&Block>, strings: &Strings) -> NoticePage<'a> {
        let until_then = blocks::blocks(then.map_or(&[], std::slice::from_ref), &"".into(), strings, Show::Public);
        NoticePage { until_then, ..self }
    }

    /// The page of a whole notice.
    pub fn whole(notice: &'a Notice, document: &Document, strings: &Strings) -> NoticePage<'a> {
        let (groups, url) = (groups(notice, None, strings), published_at(notice));
        let versions = (!notice.versions.is_empty()).then(|| format!("{}/versions/{}", notice.id, file::ALL));
        let feed = feed::is_due(notice);
        let mut page = NoticePage { groups, url, versions, feed, ..NoticePage::of(notice, document, strings, "") };
        // What the first layer sums up is told at once, not on the way there.
        let elsewhere = |target: &str| {
            let name = target.strip_prefix('#')?;
            let mut plans = notice.plan.sections.iter().filter(|plan| plan.own_page);
            plans.any(|plan| plan.name.name() == name).then(|| own_page(&notice.id, name))
        };
        if let Some(first) = &mut page.first_layer {
            blocks::relink(&mut first.blocks, &elsewhere);
        }
        page
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
        let groups = groups(notice, Some(index), strings);
        NoticePage { group, groups, ..NoticePage::of(notice, document, strings, "../").below() }
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
        let description = description(notice, &title, strings);
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
            versions: None,
            until_then: Vec::new(),
            feed: false,
            description,
        }
    }
}

/// Links between the notice and the pages of its groups, from the page of one of them or, without
/// one, from the notice; none where there are no such pages.
fn groups(notice: &Notice, current: Option<usize>, strings: &Strings) -> Vec<GroupLink> {
    if !notice.has_group_pages() {
        return Vec::new();
    }
    let (up, folder) = if current.is_some() { ("../", String::new()) } else { ("", format!("{}/", notice.id)) };
    let everybody = GroupLink {
        name: strings.plain("page-everybody"),
        href: format!("{up}{}.html", notice.id),
        current: current.is_none(),
    };
    let groups = notice.groups.iter().enumerate().map(|(index, group)| GroupLink {
        name: group.name.clone(),
        href: format!("{folder}{}.html", group.id),
        current: current == Some(index),
    });
    std::iter::once(everybody).chain(groups).collect()
}

/// What the page says, in no more words than every notice keeps.
fn description(notice: &Notice, title: &str, strings: &Strings) -> String {
    match &notice.controller {
        Some(controller) => {
            strings.say("page-description", &[("title", title.into()), ("who", controller.name.as_str().into())])
        }
        None => strings.say("page-description-nobody", &[("title", title.into())]),
    }
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
