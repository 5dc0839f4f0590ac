//! The versions of a notice: a page about what changed, and a page for each whose text is known, at an address
//! that stays.

use super::obfuscated::Format;
use super::order::Order;
use super::public::Forms;
use super::{Site, SiteError};
use crate::archive::Published;
use crate::notice::{compose_versions, file, redline_lead, redline_title, version_lead};
use crate::page::{RedlinePage, VersionPage, VersionsPage};
use crate::versions::feed;
use crate::versions::redline::{self, Compared};
use crate::view::versions::{self, Version};

pub(super) fn render(site: &Site<'_>, forms: &Forms<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    let (facts, strings) = (&forms.facts, site.theme.strings());
    let folder = format!("public/{}/versions/", facts.id);
    if facts.versions.is_empty() || !(order.wants(&folder) || order.wants(&format!("public/{}.atom.xml", facts.id))) {
        return Ok(());
    }
    let now = Published::of(facts, forms.document.clone());
    let versions = versions::of(facts, &site.reading.archive, &now);
    let route = format!("{folder}{}", file::ALL);
    order.offer(&route, || {
        let document = compose_versions(facts, &versions, site.as_of, strings);
        let page = VersionsPage::new(facts, &document, strings);
        Ok(forms.escaped(site.rendered(&route, "versions.html", &page)?, Format::Html))
    })?;
    for (at, version) in versions.iter().enumerate() {
        let (Some(name), Some(text)) = (version.file(), version.text) else { continue };
        let route = format!("{folder}{}", file::text(&name));
        order.offer(&route, || {
            let about = version_lead(facts, &versions, at, strings);
            let page = VersionPage::new(facts, text, &about, strings);
            Ok(forms.escaped(site.rendered(&route, "version.html", &page)?, Format::Html))
        })?;
        for before in versions::compared(&versions, at) {
            let Some(earlier) = before.file() else { continue };
            let route = format!("{folder}{}", file::compared(&earlier, &name));
            order.offer(&route, || comparison(site, forms, &route, (before, version)))?;
        }
    }
    if let Some(feed) = feed::feed(facts, &versions, strings) {
        let route = format!("public/{}.atom.xml", facts.id);
        order.offer(&route, || site.rendered(&route, "feed.xml", &feed))?;
    }
    Ok(())
}

/// The page that compares two versions.
fn comparison(
    site: &Site<'_>,
    forms: &Forms<'_>,
    route: &str,
    versions: (&Version<'_>, &Version<'_>),
) -> Result<String, SiteError> {
    let (facts, strings) = (&forms.facts, site.theme.strings());
    let (Some(before), Some(after)) = (versions.0.text, versions.1.text) else { return Ok(String::new()) };
    let compared = redline::compare(&before.document, &after.document);
    let title = redline_title(facts, versions, strings);
    let lead = redline_lead(facts, versions, compared.iter().any(Compared::differs), strings);
    let page = RedlinePage::new(facts, after, (&title, &lead), &compared, strings);
    Ok(forms.escaped(site.rendered(route, "redline.html", &page)?, Format::Html))
}
