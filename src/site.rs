//! Every page of both sites: from a registry and a theme to routes and bytes.
//!
//! Pages are independent of each other. Each is composed, rendered and handed on by itself, in
//! parallel, so that no more than a few are in memory at once.
//!
//! What makes pages offers each of them to an order, with its route and a way to make it. A build
//! orders all of them, the preview one at a time: both go over the same list.

mod downloads;
pub mod headers;
mod internal;
mod obfuscated;
mod order;
mod points;
mod public;
mod search;
mod sub_processors;
mod versions;

pub use public::Forms;

use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::export::ExportError;
use crate::lint::Finding;
use crate::reading::Reading;
use crate::register::{Chronicle, Desk};
use crate::theme::{Side, Theme, ThemeError};
use crate::write::WriteError;

use order::Order;

/// What the routes of the two sites begin with.
const PUBLIC: &str = "public/";
const INTERNAL: &str = "internal/";

/// Takes a finished page: its route, with `/` and from the top of the output, and its bytes.
pub type Sink<'a> = dyn Fn(&str, &[u8]) -> Result<(), WriteError> + Sync + 'a;

/// Why a site could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A page could not be rendered.
    #[error("cannot render {route}")]
    Render {
        /// The page.
        route: String,
        /// Why.
        source: ThemeError,
    },
    /// A page could not be kept.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A download could not be made.
    #[error("cannot make {route}")]
    Export {
        /// The file.
        route: String,
        /// Why.
        source: ExportError,
    },
    /// A notice could not be written as JSON.
    #[error("cannot write {route} as JSON")]
    Json {
        /// The page.
        route: String,
        /// Why.
        source: serde_json::Error,
    },
}

/// What pages are made from.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The registry and its texts.
    pub reading: &'a Reading,
    /// The theme.
    pub theme: &'a Theme,
    /// What the lints found, for the register.
    pub findings: &'a [Finding],
    /// The day on which the register judges dates.
    pub as_of: NaiveDate,
    /// Whether the register is also wanted as one page, however large it is.
    pub single_page: bool,
}

impl Site<'_> {
    /// Makes every page and hands it to the sink.
    ///
    /// # Errors
    /// At the first page that cannot be rendered or kept.
    pub fn render(&self, sink: &Sink<'_>) -> Result<(), SiteError> {
        Press::new(*self).render(sink)
    }

    /// Language of the records, and so of the pages.
    fn language(&self) -> &str {
        self.reading.registry.settings.language.text().unwrap_or("en")
    }

    /// The day on which the register judges dates, and the commit that it was read from.
    pub(crate) fn as_of_line(&self) -> String {
        let strings = self.theme.strings();
        let date = strings.date(self.as_of);
        match self.reading.sources.short_commit() {
            Some(commit) => strings.say("page-as-of-commit", &[("date", (&date).into()), ("commit", commit.into())]),
            None => strings.say("page-as-of", &[("date", (&date).into())]),
        }
    }

    /// A template with its page.
    fn rendered(&self, route: &str, template: &str, page: &impl serde::Serialize) -> Result<String, SiteError> {
        rendered(self.theme, route, template, page)
    }
}

/// A site with what many of its pages need, gathered when the first of them is made.
pub struct Press<'a> {
    site: Site<'a>,
    chronicle: Option<&'a Chronicle>,
    desk: OnceLock<Desk<'a>>,
}

impl<'a> Press<'a> {
    /// Nothing is made yet.
    pub fn new(site: Site<'a>) -> Press<'a> {
        Press { site, chronicle: None, desk: OnceLock::new() }
    }

    /// With pages about the history of the registry.
    #[must_use]
    pub fn with_chronicle(self, chronicle: Option<&'a Chronicle>) -> Press<'a> {
        Press { chronicle, ..self }
    }

    /// Makes every page and hands it to the sink.
    ///
    /// # Errors
    /// At the first page that cannot be rendered or kept.
    pub fn render(&self, sink: &Sink<'_>) -> Result<(), SiteError> {
        self.fill(&Order::everything(sink))
    }

    /// Makes one page, with the bytes that a build would write; nothing if there is no such route.
    ///
    /// # Errors
    /// If it cannot be rendered.
    pub fn page(&self, route: &str) -> Result<Option<Vec<u8>>, SiteError> {
        let made = Mutex::new(None);
        let keep = |_: &str, bytes: &[u8]| {
            *made.lock().unwrap_or_else(PoisonError::into_inner) = Some(bytes.to_vec());
            Ok(())
        };
        self.fill(&Order::page(route, &keep))?;
        Ok(made.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// The routes of all pages, sorted. No page is made.
    ///
    /// # Errors
    /// None but those of [`Press::page`].
    pub fn routes(&self) -> Result<Vec<String>, SiteError> {
        let routes = Mutex::new(Vec::new());
        let keep = |route: &str, _: &[u8]| {
            routes.lock().unwrap_or_else(PoisonError::into_inner).push(route.to_owned());
            Ok(())
        };
        self.fill(&Order::routes(&keep))?;
        let mut routes = routes.into_inner().unwrap_or_else(PoisonError::into_inner);
        routes.sort();
        Ok(routes)
    }

    /// Makes the public pages and hands them to the sink.
    ///
    /// # Errors
    /// At the first page that cannot be rendered or kept.
    pub fn public(&self, sink: &Sink<'_>) -> Result<(), SiteError> {
        self.notices(&Order::everything(sink))
    }

    /// Offers every page there is.
    fn fill(&self, order: &Order<'_>) -> Result<(), SiteError> {
        let site = &self.site;
        headers::render(order)?;
        if order.wants(PUBLIC) {
            self.notices(order)?;
        }
        if order.wants(INTERNAL) {
            internal::register(site, self.desk(), order)?;
            assets(site.theme, INTERNAL, order)?;
        }
        Ok(())
    }

    /// Offers every public page.
    fn notices(&self, order: &Order<'_>) -> Result<(), SiteError> {
        let site = &self.site;
        let notices = site.reading.registry.notices.as_slice();
        notices.par_iter().try_for_each(|entry| public::notice(site, entry, order))?;
        points::render(site, order)?;
        sub_processors::render(site, order)?;
        public::index(site, order)?;
        order.offer("public/embed.css", || Ok(site.theme.embed_style()))?;
        order.offer("public/notice.js", || Ok(site.theme.script("script/notice.js")))?;
        order.offer("public/style.css", || Ok(site.theme.style(Side::Public)))?;
        order.offer("public/versions.css", || Ok(site.theme.versions_style()))?;
        assets(site.theme, PUBLIC, order)
    }

    fn desk(&self) -> &Desk<'a> {
        let Site { reading, theme, findings, as_of, .. } = self.site;
        let desk = || Desk::new(&reading.registry, &reading.sources, theme.strings(), as_of, findings);
        self.desk.get_or_init(|| desk().with_chronicle(self.chronicle))
    }
}

/// Offers the pictures of a theme, at the top of a site.
fn assets(theme: &Theme, site: &str, order: &Order<'_>) -> Result<(), SiteError> {
    theme.assets().iter().try_for_each(|asset| order.offer(&format!("{site}{}", asset.name), || Ok(&asset.bytes)))
}

/// A value as JSON with a line break at its end.
fn json(route: &str, value: &impl serde::Serialize) -> Result<String, SiteError> {
    let json = serde_json::to_string_pretty(value);
    Ok(json.map_err(|source| SiteError::Json { route: route.to_owned(), source })? + "\n")
}

/// A template with its page.
fn rendered(theme: &Theme, route: &str, template: &str, page: &impl serde::Serialize) -> Result<String, SiteError> {
    let rendered = theme.render(template, page);
    Ok(tidy(&rendered.map_err(|source| SiteError::Render { route: route.to_owned(), source })?))
}

/// Without the empty lines that templates leave behind; those of preformatted text stay.
pub(crate) fn tidy(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    for line in html.lines() {
        if inside || !line.trim().is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        inside = match (line.rfind("<pre"), line.rfind("</pre>")) {
            (Some(opens), Some(closes)) => opens > closes,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => inside,
        };
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn empty_lines_go_but_for_those_of_code() {
        let html = "<p>a</p>\n\n<pre><code>b\n\nc</code></pre>\n  \n<p>d</p>\n";
        assert_eq!(super::tidy(html), "<p>a</p>\n<pre><code>b\n\nc</code></pre>\n<p>d</p>\n");
    }
}
