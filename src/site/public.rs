//! The public site: a page, a fragment, a Markdown and a JSON twin for each notice, and a page for
//! each of its groups.

use serde::Serialize;

use super::{Sink, Site, SiteError};
use crate::commonmark;
use crate::document::Document;
use crate::notice;
use crate::page::{IndexPage, Link, NoticePage};
use crate::record::notice as written;
use crate::registry::Entry;
use crate::view::notice::{Notice, gather};

/// The JSON twin: the facts, and the document that was composed from them.
#[derive(Serialize)]
struct Twin<'a> {
    #[serde(flatten)]
    facts: &'a Notice,
    document: &'a Document,
}

pub(super) fn notice(site: &Site<'_>, entry: &Entry<written::Notice>, sink: &Sink<'_>) -> Result<(), SiteError> {
    let strings = site.theme.strings();
    let facts = gather(&site.reading.registry, entry);
    let document = notice::compose(&facts, strings);
    let id = &facts.id;
    let page = NoticePage::whole(&facts, &document, strings);
    site.page(&format!("public/{id}.html"), "notice.html", &page, sink)?;
    let part = NoticePage::fragment(&facts, &document, strings);
    site.page(&format!("public/{id}.fragment.html"), "fragment.html", &part, sink)?;
    sink(&format!("public/{id}.md"), commonmark::write(&document).as_bytes())?;
    let route = format!("public/{id}.json");
    let mut json = serde_json::to_vec_pretty(&Twin { facts: &facts, document: &document })
        .map_err(|source| SiteError::Json { route: route.clone(), source })?;
    json.push(b'\n');
    sink(&route, &json)?;
    for (index, group) in facts.groups.iter().enumerate() {
        let document = notice::compose_for_group(&facts, index, strings);
        let page = NoticePage::group(&facts, &document, strings);
        site.page(&format!("public/{id}/{}.html", group.id), "group.html", &page, sink)?;
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
