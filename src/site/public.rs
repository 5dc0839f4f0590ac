//! The public site: a page, a fragment, a Markdown, a JSON and a JSON-LD twin for each notice, a page for each
//! of its groups and of the sections that have one, and the index of all there is.

use super::obfuscated::{Format, obfuscated};
use super::order::Order;
use super::{Site, SiteError, json, rendered, sub_processors, versions};
use crate::archive::{Published, Twin};
use crate::commonmark;
use crate::document::{Block, Document};
use crate::export::dpv;
use crate::notice::{self, OwnPage};
use crate::page::{IndexPage, Link, NoticePage};
use crate::record::notice as written;
use crate::registry::{Entry, Registry};
use crate::theme::Theme;
use crate::view::notice::{Notice, gather};
use crate::view::versions as view;

/// A notice in all the forms in which it is published.
pub struct Forms<'a> {
    theme: &'a Theme,
    pub(super) facts: Notice,
    /// The whole, for the twins.
    pub(super) document: Document,
    /// What stands on the page of the notice.
    shown: Document,
    own_pages: Vec<OwnPage>,
}

impl<'a> Forms<'a> {
    /// Picks the facts and composes them.
    pub fn new(registry: &Registry, theme: &'a Theme, entry: &Entry<written::Notice>) -> Forms<'a> {
        let facts = gather(registry, entry);
        let document = notice::compose(&facts, theme.strings());
        let mut shown = document.clone();
        let own_pages = notice::on_own_pages(&mut shown, &facts, theme.strings());
        Forms { theme, facts, document, shown, own_pages }
    }

    /// The page of the whole notice.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn page(&self) -> Result<String, SiteError> {
        self.page_until(None)
    }

    /// The page of the whole notice, with which version applies until it does.
    fn page_until(&self, then: Option<&Block>) -> Result<String, SiteError> {
        let strings = self.theme.strings();
        let page = NoticePage::whole(&self.facts, &self.shown, strings).until(then, strings);
        self.render(&self.route("html"), "notice.html", &page)
    }

    /// The fragment for other people's pages.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn fragment(&self) -> Result<String, SiteError> {
        let part = NoticePage::fragment(&self.facts, &self.shown, self.theme.strings());
        self.render(&self.route("fragment.html"), "fragment.html", &part)
    }

    /// The JSON twin.
    ///
    /// # Errors
    /// If it cannot be written as JSON.
    pub fn twin(&self) -> Result<String, SiteError> {
        let twin = Twin { facts: &self.facts, document: &self.document };
        Ok(self.escaped(json(&self.route("json"), &twin)?, Format::Json))
    }

    /// The twin as linked data, in terms of the Data Privacy Vocabulary.
    pub fn linked_data(&self) -> String {
        self.escaped(dpv::text(&dpv::notice(&self.facts)), Format::Json)
    }

    /// The Markdown twin.
    pub fn markdown(&self) -> String {
        self.escaped(commonmark::write(&self.document), Format::Markdown)
    }

    /// The page for a group by its id; nothing if the notice has none for it.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn group(&self, id: &str) -> Result<Option<String>, SiteError> {
        let index = self.facts.groups.iter().position(|group| group.id == id);
        index.filter(|_| self.facts.has_group_pages()).map(|index| self.group_page(index)).transpose()
    }

    fn group_page(&self, index: usize) -> Result<String, SiteError> {
        let document = notice::compose_for_group(&self.facts, index, self.theme.strings());
        let page = NoticePage::group(&self.facts, index, &document, self.theme.strings());
        self.render(&self.group_route(&self.facts.groups[index].id), "group.html", &page)
    }

    /// The page for a section by its name; nothing if it has none of its own.
    ///
    /// # Errors
    /// If the theme cannot render it.
    pub fn section(&self, name: &str) -> Result<Option<String>, SiteError> {
        let own = self.own_pages.iter().find(|own| own.section.name() == name);
        own.map(|own| self.own_page(own)).transpose()
    }

    fn own_page(&self, own: &OwnPage) -> Result<String, SiteError> {
        let page = NoticePage::section(&self.facts, own, self.theme.strings());
        self.render(&self.section_route(own), "section.html", &page)
    }

    fn section_route(&self, own: &OwnPage) -> String {
        format!("public/{}/sections/{}.html", self.facts.id, own.section.name())
    }

    fn route(&self, ending: &str) -> String {
        format!("public/{}.{ending}", self.facts.id)
    }

    fn group_route(&self, group: &str) -> String {
        format!("public/{}/{group}.html", self.facts.id)
    }

    fn render(&self, route: &str, template: &str, page: &NoticePage<'_>) -> Result<String, SiteError> {
        Ok(self.escaped(rendered(self.theme, route, template, page)?, Format::Html))
    }

    /// The text with the characters of e-mail addresses escaped, if the notice asks for it.
    pub(super) fn escaped(&self, text: String, format: Format) -> String {
        if self.facts.plan.obfuscate_email { obfuscated(&text, format) } else { text }
    }
}

pub(super) fn notice(site: &Site<'_>, entry: &Entry<written::Notice>, order: &Order<'_>) -> Result<(), SiteError> {
    if !order.wants(&format!("public/{}", entry.id)) {
        return Ok(());
    }
    let forms = Forms::new(&site.reading.registry, site.theme, entry);
    order.offer(&forms.route("html"), || {
        let now = Published::of(&forms.facts, forms.document.clone());
        let versions = view::of(&forms.facts, &site.reading.archive, &now);
        forms.page_until(notice::until_then(&forms.facts, &versions, site.as_of, site.theme.strings()).as_ref())
    })?;
    order.offer(&forms.route("fragment.html"), || forms.fragment())?;
    order.offer(&forms.route("md"), || Ok(forms.markdown()))?;
    order.offer(&forms.route("json"), || forms.twin())?;
    order.offer(&forms.route("jsonld"), || Ok(forms.linked_data()))?;
    versions::render(site, &forms, order)?;
    for own in &forms.own_pages {
        order.offer(&forms.section_route(own), || forms.own_page(own))?;
    }
    if forms.facts.has_group_pages() {
        for (index, group) in forms.facts.groups.iter().enumerate() {
            order.offer(&forms.group_route(&group.id), || forms.group_page(index))?;
        }
    }
    Ok(())
}

/// The page that lists all there is for everybody.
pub(super) fn index(site: &Site<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    let route = "public/index.html";
    order.offer(route, || {
        let registry = &site.reading.registry;
        let notices = registry
            .notices
            .iter()
            .map(|(_, entry)| Link { name: entry.name().to_owned(), href: format!("{}.html", entry.id) });
        let lists = sub_processors::lists(site).into_iter();
        let lists = lists.map(|list| Link { href: format!("{}.html", list.file()), name: list.title });
        let page = IndexPage {
            language: site.language(),
            root: "",
            title: site.theme.strings().plain("page-index"),
            notices: notices.chain(lists).collect(),
        };
        site.rendered(route, "index.html", &page)
    })
}
