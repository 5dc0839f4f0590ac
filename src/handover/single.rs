//! The whole register as one HTML file that needs nothing beside it.
//!
//! It is the single page of the internal site, made by the same template of the same theme, and then
//! closed: style sheets and pictures go into it, scripts and links to other pages go out of it. So
//! every theme has this export without doing anything for it.

mod seal;

use std::collections::BTreeMap;

use super::HandoverError;
use crate::register::{self, Desk};
use crate::site::{Press, Site};

/// The page that is closed.
const PAGE: &str = "internal/register.html";

/// The register as one HTML file.
///
/// What the lints found is left out: it is a note of the authors to themselves. Links to the registry's
/// repository are left out as well.
///
/// # Errors
/// If a template of the theme is broken.
pub fn html(site: &Site<'_>) -> Result<Vec<u8>, HandoverError> {
    let site = Site { findings: &[], single_page: true, ..*site };
    let press = Press::new(site);
    let page = press.page(PAGE)?.unwrap_or_default();
    let page = String::from_utf8_lossy(&page);
    let reading = site.reading;
    let desk = Desk::new(&reading.registry, &reading.sources, site.theme.strings(), site.as_of, &[]);
    let places = register::places(&desk, &register::chapters(&desk));
    // A theme names a style sheet or a picture more often than there are such files.
    let mut files: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
    for name in seal::files(&page, PAGE) {
        let bytes = press.page(&name)?;
        files.insert(name, bytes);
    }
    Ok(seal::sealed(&page, PAGE, &files, &places).into_bytes())
}
