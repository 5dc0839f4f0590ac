//! The internal site: a page per record and overview, and the whole register on one page.

use rayon::prelude::*;

use super::order::Order;
use super::{Site, SiteError, downloads, search};
use crate::document::Document;
use crate::page::{Chapter, NumberedPart, RegisterPage, RegisterPart, SinglePage};
use crate::register::{self, Desk, Origin, Page, TextSources};
use crate::source::Origins;
use crate::theme::Side;

/// Up to this many activities the register is also written as one page without being asked: that
/// page grows with everything.
const SINGLE_PAGE_LIMIT: usize = 500;

pub(super) fn register(site: &Site<'_>, desk: &Desk<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    let reading = site.reading;
    // Short runs of pages: with long ones, the last thread would still work when the others are done.
    register::subjects(desk).par_iter().with_max_len(32).try_for_each(|subject| {
        let route = subject.route(&reading.registry);
        order.offer(&route, || {
            let page = register::page(desk, *subject);
            let view = RegisterPage {
                language: site.language(),
                root: root(&page.route),
                register: title(site),
                as_of: site.as_of_line(),
                trail: page.trail.iter().map(|link| crate::markdown::inline(&link.words)).collect(),
                part: part(site, desk, &page),
            };
            site.rendered(&page.route, "register.html", &view)
        })
    })?;
    if site.single_page || reading.registry.activities.len() <= SINGLE_PAGE_LIMIT {
        order.offer("internal/register.html", || single(site, desk))?;
    }
    order.offer("internal/print.css", || Ok(margins(&title(site), &site.as_of_line())))?;
    search::files(site, desk, order)?;
    downloads::render(site, desk, order)?;
    order.offer("internal/style.css", || Ok(site.theme.style(Side::Internal)))
}

/// The whole register on one page, for paper and for handing over.
fn single(site: &Site<'_>, desk: &Desk<'_>) -> Result<String, SiteError> {
    let chapters = register::chapters(desk);
    let whole =
        |document: &Document, anchor: &str| RegisterPart::new(document, anchor.to_owned(), None, site.theme.strings());
    let guide = whole(&register::guide(desk, &chapters), "guide");
    let glance = whole(&register::glance(desk, &chapters), "glance");
    let chapters = chapters.into_iter().map(|chapter| {
        let numbered = chapter.parts.into_par_iter().map(|(number, subject)| {
            // It may leave the building, where nobody can edit a record.
            let part = RegisterPart { edit: None, ..part(site, desk, &register::part(desk, subject)) };
            NumberedPart { number, part }
        });
        Chapter { number: chapter.number, anchor: chapter.anchor, title: chapter.title, parts: numbered.collect() }
    });
    let page = SinglePage {
        language: site.language(),
        root: "",
        title: title(site),
        register: title(site),
        as_of: site.as_of_line(),
        cover: whole(&register::cover(desk), "cover"),
        guide,
        glance,
        chapters: chapters.collect(),
    };
    site.rendered("internal/register.html", "single.html", &page)
}

/// What stands at the head of every printed page: browsers take it from a style sheet alone.
fn margins(title: &str, as_of: &str) -> String {
    let quoted = |text: &str| {
        let letter = |c: char| match c {
            '"' | '\\' | '<' | '>' => format!("\\{:x} ", u32::from(c)),
            c if c.is_control() => " ".to_owned(),
            c => c.to_string(),
        };
        text.chars().map(letter).collect::<String>()
    };
    let font = "font: 8.5pt system-ui, sans-serif; color: #444;";
    format!(
        "@page {{\n  @top-left {{ content: \"{}\"; {font} }}\n  @top-right {{ content: \"{}\"; {font} }}\n}}\n\
         @page :first {{\n  @top-left {{ content: none; }}\n  @top-right {{ content: none; }}\n}}\n",
        quoted(title),
        quoted(as_of)
    )
}

fn part(site: &Site<'_>, desk: &Desk<'_>, page: &Page) -> RegisterPart {
    if let Some(notice) = page.text_of {
        let sources = TextSources::new(desk, notice);
        let links = |origins: &Origins| sources.links(origins);
        let strings = site.theme.strings();
        return RegisterPart::sourced(&page.document, page.anchor.clone(), strings, &links, &|to| sources.lead(to));
    }
    let origin = page.origin.as_ref().map(|Origin { path, line }| {
        let root = &site.reading.sources.root;
        let folder = root.rsplit('/').next().unwrap_or(root);
        format!("{folder}/{path}:{line}")
    });
    let edit = page.origin.as_ref().and_then(|origin| origin.address(desk));
    RegisterPart { edit, ..RegisterPart::new(&page.document, page.anchor.clone(), origin, site.theme.strings()) }
}

fn title(site: &Site<'_>) -> String {
    let settings = &site.reading.registry.settings;
    settings.title.text().map_or_else(|| site.theme.strings().plain("page-register"), str::to_owned)
}

/// The way from a page to the top of the internal site.
fn root(route: &str) -> String {
    "../".repeat(route.matches('/').count().saturating_sub(1))
}
