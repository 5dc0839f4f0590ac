//! Links of a document that leaves the site it was made for.

use std::collections::BTreeMap;

use crate::register::{Chapter, Desk, places};

/// Whether an address leads somewhere for everybody: to the web, a mailbox, a telephone.
pub(super) fn is_for_everybody(href: &str) -> bool {
    let scheme = href.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto" | "tel"))
}

/// The route that a relative address on a page means; nothing for other addresses.
pub(super) fn route(at: &str, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    if path.is_empty() || path.starts_with('/') || first.contains(':') {
        return None;
    }
    let mut steps: Vec<&str> = at.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => _ = steps.pop()?,
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// Where the links of the parts of the single page lead once it stands alone.
pub(super) struct Links {
    places: BTreeMap<String, String>,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lead<'a> {
    /// To an anchor of the same document.
    Inside(&'a str),
    /// To the web, a mailbox, a telephone.
    Outside(&'a str),
    /// To a page that is not there.
    Nowhere,
}

impl Links {
    pub(super) fn new(desk: &Desk<'_>, chapters: &[Chapter]) -> Links {
        Links { places: places(desk, chapters) }
    }

    pub(super) fn lead<'a>(&'a self, href: &'a str) -> Lead<'a> {
        if let Some(anchor) = href.strip_prefix('#') {
            return Lead::Inside(anchor);
        }
        if is_for_everybody(href) {
            return Lead::Outside(href);
        }
        let place = route("internal/register.html", href).and_then(|route| self.places.get(&route));
        place.map_or(Lead::Nowhere, |anchor| Lead::Inside(anchor))
    }
}

#[cfg(test)]
mod tests {
    use super::{is_for_everybody, route};

    #[test]
    fn addresses_become_routes() {
        let at = "internal/register.html";
        for (href, expected) in [
            ("a.html", Some("internal/a.html")),
            ("a/b.html?c#d", Some("internal/a/b.html")),
            ("./../public/a.html", Some("public/a.html")),
            ("../../../a", None),
            ("#a", None),
            ("/a", None),
            ("mailto:a@example.org", None),
        ] {
            assert_eq!(route(at, href).as_deref(), expected, "{href}");
        }
    }

    #[test]
    fn some_addresses_hold_everywhere() {
        assert!(is_for_everybody("HTTPS://example.org") && is_for_everybody("tel:+358"));
        assert!(!is_for_everybody("file:///etc") && !is_for_everybody("a.html") && !is_for_everybody("data:x"));
    }
}
