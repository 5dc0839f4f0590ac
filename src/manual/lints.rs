//! A page per lint, and the list of all.

use super::{Page, code, prose, section};
use crate::document::{Block, Document, Text};
use crate::lint::manual::HEADINGS;
use crate::lint::{ALL, Group, Lint};
use crate::markdown;

pub(super) fn pages() -> Vec<Page> {
    let mut pages = vec![list()];
    pages.extend(ALL.iter().map(|lint| Page { route: format!("lints/{}.html", lint.name), document: page(lint) }));
    pages
}

fn list() -> Page {
    let sections = Group::ALL.map(|group| {
        let level = group.default_level().name();
        let rows = ALL.iter().filter(|lint| lint.group == group).map(|lint| {
            let link = markdown::link(lint.name, &format!("lints/{}.html", lint.name));
            vec![Text::from(link), Text::from(lint.summary())]
        });
        section(
            group.name(),
            group.name(),
            vec![
                Block::paragraph(format!("{}: `{level}` unless set otherwise.", capital(group.meaning()))),
                Block::Table { head: vec![Text::from("Lint"), Text::from("What it finds")], rows: rows.collect() },
            ],
        )
    });
    let lead = format!(
        "{} lints. Levels are set in `[lints]` of `registry.toml`, for a group or a lint, and on the command line; \
         a waiver in a record accepts a finding for a while.",
        ALL.len()
    );
    Page {
        route: "lints.html".into(),
        document: Document {
            title: Text::from("Lints"),
            lead: vec![Block::paragraph(lead)],
            sections: sections.into(),
        },
    }
}

/// What the manual says about a lint.
pub fn page(lint: &Lint) -> Document {
    let level = lint.group.default_level().name();
    let lead = vec![
        Block::paragraph(lint.summary()),
        Block::paragraph(format!("Group {}, by default {}.", code(lint.group.name()), code(level))),
    ];
    let sections = HEADINGS.iter().filter_map(|heading| {
        let text = lint.section(heading)?;
        Some(section(&heading.to_lowercase().replace(' ', "-"), heading, vec![prose(text)]))
    });
    Document { title: Text::from(lint.name.to_owned()), lead, sections: sections.collect() }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
