//! How people use the checks from day to day. The commands and files in it are run by tests.

use super::{Page, prose, section};
use crate::document::{Document, Text};

/// The page as it is written.
const TEXT: &str = include_str!("users.md");

pub(super) fn pages() -> Vec<Page> {
    let parts = TEXT.split("## ").skip(1).filter_map(|part| part.split_once('\n'));
    let sections = parts.map(|(heading, text)| {
        section(&heading.trim().to_lowercase().replace(' ', "-"), heading.trim(), vec![prose(text.trim())])
    });
    vec![Page {
        route: "users.html".into(),
        document: Document { title: Text::from("In your pipeline"), lead: Vec::new(), sections: sections.collect() },
    }]
}
