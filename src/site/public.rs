//! The public site: a page, a fragment, a Markdown and a JSON twin for each notice, and a page for
//! each of its groups.

use serde::Serialize;

use super::{Sink, Site, SiteError, tidy};
use crate::commonmark;
use crate::document::Document;
use crate::notice;
use crate::page::{IndexPage, Link, NoticePage};
use crate::record::notice as written;
use crate::registry::{Entry, Registry};
use crate::theme::Theme;
use crate::view::notice::{Notice, gather};

/// The JSON twin: the facts, and the document that was composed from them.
#[derive(Serialize)]
struct Twin<'a> {
    #[serde(flatten)]
    facts: &'a Notice,
    document: &'a Document,
}

/// A notice in all the forms in which it is published.
pub struct Forms<'a> {
    theme: &'a Theme,
    facts: Notice,
    document: Document,
}

impl<'a> Forms<'a> {
    /// Picks the facts and composes them.
    pub fn new(registry: &Registry, theme: &'a Theme, entry: &Entry<written::Notice>) -> Forms<'a> {
        let facts = gather(registry, entry);
        let document = notice::compose(&facts, theme.strings());
        Forms { theme, facts, document }
    }

    /// The page of the whole notice.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn page(&self) -> Result<String, SiteError> {
        let page = NoticePage::whole(&self.facts, &self.document, self.theme.strings());
        self.render(&self.route("html"), "notice.html", &page)
    }

    /// The fragment for other people's pages.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn fragment(&self) -> Result<String, SiteError> {
        let part = NoticePage::fragment(&self.facts, &self.document, self.theme.strings());
        self.render(&self.route("fragment.html"), "fragment.html", &part)
    }

    /// The JSON twin.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn twin(&self) -> Result<String, SiteError> {
        let twin = Twin { facts: &self.facts, document: &self.document };
        let json = serde_json::to_string_pretty(&twin);
        let mut json = json.map_err(|source| SiteError::Json { route: self.route("json"), source })?;
        json.push('\n');
        Ok(json)
    }

    /// The page for a group by its id; nothing if the notice does not speak to it.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn group(&self, id: &str) -> Result<Option<String>, SiteError> {
        let Some(index) = self.facts.groups.iter().position(|group| group.id == id) else { return Ok(None) };
        let document = notice::compose_for_group(&self.facts, index, self.theme.strings());
        let page = NoticePage::group(&self.facts, index, &document, self.theme.strings());
        self.render(&self.group_route(id), "group.html", &page).map(Some)
    }

    fn route(&self, ending: &str) -> String {
        format!("public/{}.{ending}", self.facts.id)
    }

    fn group_route(&self, group: &str) -> String {
        format!("public/{}/{group}.html", self.facts.id)
    }

    fn render(&self, route: &str, template: &str, page: &NoticePage<'_>) -> Result<String, SiteError> {
        let rendered = self.theme.render(template, page);
        Ok(tidy(&rendered.map_err(|source| SiteError::Render { route: route.to_owned(), source })?))
    }
}

pub(super) fn notice(site: &Site<'_>, entry: &Entry<written::Notice>, sink: &Sink<'_>) -> Result<(), SiteError> {
    let forms = Forms::new(&site.reading.registry, site.theme, entry);
    sink(&forms.route("html"), forms.page()?.as_bytes())?;
    sink(&forms.route("fragment.html"), forms.fragment()?.as_bytes())?;
    sink(&forms.route("md"), commonmark::write(&forms.document).as_bytes())?;
    sink(&forms.route("json"), forms.twin()?.as_bytes())?;
    for group in &forms.facts.groups {
        if let Some(page) = forms.group(&group.id)? {
            sink(&forms.group_route(&group.id), page.as_bytes())?;
        }
    }
    Ok(())
}

pub(super) fn index(site: &Site<'_>, sink: &Sink<'_>) -> Result<(), SiteError> {
    let registry = &site.reading.registry;
    let notices = registry
        .notices
        .iter()
        .map(|(_, entry)| Link { name: entry.name().to_owned(), href: format!("{}.html", entry.id) });
    let page = IndexPage {
        language: site.language(),
        root: "",
        title: site.theme.strings().plain("page-index"),
        notices: notices.collect(),
    };
    site.page("public/index.html", "index.html", &page, sink)
}
