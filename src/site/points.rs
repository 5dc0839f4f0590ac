//! The short notices of collection points: a fragment and a JSON twin for each.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use super::obfuscated::{Format, obfuscated};
use super::order::Order;
use super::{Site, SiteError, json};
use crate::commonmark;
use crate::decode::slug;
use crate::page::PointPage;
use crate::short;
use crate::view::notice::{CollectionPoint, gather_point};

/// The JSON twin: the facts, and the text as Markdown.
#[derive(Serialize)]
struct Twin<'a> {
    #[serde(flatten)]
    facts: &'a CollectionPoint,
    text: String,
}

/// The short notice of each collection point, below the folder of its notice.
pub(super) fn render(site: &Site<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    let registry = &site.reading.registry;
    // Of two titles that name one file the first counts; the other has been reported.
    let mut named = BTreeSet::new();
    let entries = registry.collection_points.as_slice().iter().filter(|entry| named.insert(slug(entry.name())));
    let entries: Vec<_> = entries.collect();
    entries.par_iter().try_for_each(|entry| match gather_point(registry, entry) {
        Some(facts) => point(site, &facts, order),
        None => Ok(()),
    })
}

fn point(site: &Site<'_>, facts: &CollectionPoint, order: &Order<'_>) -> Result<(), SiteError> {
    let strings = site.theme.strings();
    let stem = format!("public/{}/collect/{}", facts.notice.id, facts.file());
    if !order.wants(&stem) {
        return Ok(());
    }
    let document = short::compose(facts, strings);
    let escaped = |text: String, format| if facts.obfuscate_email { obfuscated(&text, format) } else { text };
    let route = format!("{stem}.fragment.html");
    order.offer(&route, || {
        let page = PointPage::new(facts, &document, strings);
        Ok(escaped(site.rendered(&route, "point.html", &page)?, Format::Html))
    })?;
    let route = format!("{stem}.json");
    order.offer(&route, || {
        let text = commonmark::write_blocks(&document.lead);
        Ok(escaped(json(&route, &Twin { facts, text })?, Format::Json))
    })
}
