//! The manual as a static site: lints, format, commands, legal data.
//!
//! Nothing here is written twice. Pages of lints are their doc comments, the format is the schema,
//! the commands are what clap knows, and the legal data are those in the program. Pages are
//! [`Document`]s, rendered with the theme like the register.

mod commands;
mod format;
mod law;
mod lints;
mod profiles;
mod themes;
mod users;

use rayon::prelude::*;

use crate::document::{Block, Document, Section, Text};
use crate::markdown;
use crate::page::ManualPage;
use crate::site::{Sink, SiteError, tidy};
use crate::theme::{Side, Theme};

/// A page of the manual.
#[derive(Debug)]
pub struct Page {
    /// Its route: `lints/retention-missing.html`.
    pub route: String,
    /// What it says.
    pub document: Document,
}

pub use lints::page as lint_page;
pub use profiles::TEXT as PROFILES;

/// Every page, the start page first.
pub fn pages(command: &clap::Command) -> Vec<Page> {
    let mut pages = vec![start()];
    pages.push(users::page());
    pages.push(themes::page());
    pages.push(profiles::page());
    pages.extend(lints::pages());
    pages.extend(format::pages());
    pages.extend(commands::pages(command));
    pages.push(law::page());
    pages
}

/// Renders every page and hands it to the sink.
///
/// # Errors
/// At the first page that cannot be rendered or kept.
pub fn render(command: &clap::Command, theme: &Theme, sink: &Sink<'_>) -> Result<(), SiteError> {
    let about = format!("ropa {}, legal data of {}", env!("CARGO_PKG_VERSION"), crate::law::version());
    pages(command).par_iter().try_for_each(|page| {
        let root = "../".repeat(page.route.matches('/').count());
        let mut trail = Vec::new();
        if page.route != "index.html" {
            trail.push(markdown::inline(&format!("[Manual](<{root}index.html>)")));
        }
        if let Some((folder, _)) = page.route.split_once('/') {
            trail.push(markdown::inline(&format!("[{}](<{root}{folder}.html>)", title_of(folder))));
        }
        let view = ManualPage::new(&page.document, theme.strings(), root, about.clone(), trail);
        let rendered = theme
            .render("manual.html", &view)
            .map_err(|source| SiteError::Render { route: page.route.clone(), source })?;
        Ok::<(), SiteError>(sink(&page.route, tidy(&rendered).as_bytes())?)
    })?;
    for asset in theme.assets() {
        sink(&asset.name, &asset.bytes)?;
    }
    Ok(sink("style.css", theme.style(Side::Internal).as_bytes())?)
}

fn title_of(folder: &str) -> &'static str {
    match folder {
        "lints" => "Lints",
        "format" => "Format of the records",
        _ => "Commands",
    }
}

fn start() -> Page {
    let lines = [
        ("users.html", "In your pipeline", "GitHub, GitLab and pre-commit, baselines, waivers and levels"),
        ("themes.html", "Themes", "colours, logo, templates and words of your own"),
        ("profiles.html", "Profiles of table exports", "what stands in which column, and every fact there is"),
        ("lints.html", "Lints", "what is checked, why, and how to mend it"),
        ("format.html", "Format of the records", "every key of every kind, with its visibility and its articles"),
        ("commands.html", "Commands", "what the program can do"),
        ("law.html", "Legal data", "countries, adequacy decisions, authorities and mechanisms, with their dates"),
    ];
    let items = lines.map(|(href, name, what)| format!("{}: {what}", markdown::link(name, href)));
    Page {
        route: "index.html".into(),
        document: Document {
            title: Text::from("Manual of ropa"),
            lead: vec![
                Block::paragraph(
                    "ropa keeps the register of Article 30 GDPR as text, checks it, and makes the privacy notice and \
                     the register from the same records."
                        .to_owned(),
                ),
                Block::list(items),
            ],
            sections: Vec::new(),
        },
    }
}

/// A page written as Markdown: each heading of the second level begins a section.
fn chapter(route: &str, title: &str, text: &str) -> Page {
    let parts = text.split("## ").skip(1).filter_map(|part| part.split_once('\n'));
    let sections = parts.map(|(heading, text)| {
        section(&heading.trim().to_lowercase().replace(' ', "-"), heading.trim(), vec![prose(text.trim())])
    });
    let sections = sections.collect();
    Page {
        route: route.to_owned(),
        document: Document { title: Text::from(title.to_owned()), lead: Vec::new(), sections },
    }
}

fn section(anchor: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        anchor: anchor.to_owned(),
        heading: Text::from(markdown::escape(heading)),
        mark: None,
        apart: false,
        blocks,
    }
}

/// Block Markdown as it is.
fn prose(text: impl Into<String>) -> Block {
    Block::Prose { text: Text::from(text.into()) }
}

fn words(text: &str) -> Text {
    Text::from(markdown::escape(text))
}

fn code(text: &str) -> String {
    format!("`{text}`")
}
