//! The sample shop: a small registry in which every lint is silent, which examples change.
//!
//! An example says which file it is about, which keys of that file it leaves out, and which it adds
//! or replaces. So a manual page shows the fault and nothing else.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Table};

use crate::lint::manual::Snippet;
use crate::load::Loaded;
use crate::reading::Reading;

const FILES: [(&str, &str); 15] = [
    ("activities/newsletter.toml", include_str!("../sample/activities/newsletter.toml")),
    ("activities/orders.toml", include_str!("../sample/activities/orders.toml")),
    ("controllers.toml", include_str!("../sample/controllers.toml")),
    ("cookies.toml", include_str!("../sample/cookies.toml")),
    ("data-categories.toml", include_str!("../sample/data-categories.toml")),
    ("legal-bases.toml", include_str!("../sample/legal-bases.toml")),
    ("notices.toml", include_str!("../sample/notices.toml")),
    ("processors.toml", include_str!("../sample/processors.toml")),
    ("recipients.toml", include_str!("../sample/recipients.toml")),
    ("registry.toml", include_str!("../sample/registry.toml")),
    ("retention.toml", include_str!("../sample/retention.toml")),
    ("security-measures.toml", include_str!("../sample/security-measures.toml")),
    ("sources.toml", include_str!("../sample/sources.toml")),
    ("subject-groups.toml", include_str!("../sample/subject-groups.toml")),
    ("systems.toml", include_str!("../sample/systems.toml")),
];

/// The texts of the shop's files after the changes, by path.
pub(super) fn texts(changes: &[Snippet]) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> =
        FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for change in changes {
        let text = texts.entry(change.path.clone()).or_default();
        let mut document: DocumentMut = text.parse().expect("a file of the shop is TOML");
        for key in &change.without {
            assert!(remove(document.as_table_mut(), key), "{} has no {key} to leave out", change.path);
        }
        let added: DocumentMut = change.toml.parse().unwrap_or_else(|error| panic!("{}: {error}", change.path));
        merge(document.as_table_mut(), added.as_table());
        *text = document.to_string();
    }
    texts
}

/// The shop after the changes, read.
pub(in crate::lint) fn shop(changes: &[Snippet]) -> Reading {
    let mut loaded = Loaded::default();
    loaded.sources.root = "registry".into();
    for (path, text) in texts(changes) {
        loaded.add(&path, text);
    }
    Reading::of_loaded(loaded)
}

fn remove(table: &mut Table, key: &str) -> bool {
    match key.split_once('.') {
        None => table.remove(key).is_some(),
        Some((first, rest)) => match table.get_mut(first) {
            Some(Item::Table(inner)) => remove(inner, rest),
            Some(Item::Value(value)) => value.as_inline_table_mut().is_some_and(|inner| inner.remove(rest).is_some()),
            _ => false,
        },
    }
}

fn merge(into: &mut Table, from: &Table) {
    for (key, item) in from {
        match (into.get_mut(key), item) {
            (Some(Item::Table(old)), Item::Table(new)) => merge(old, new),
            _ => {
                into.insert(key, item.clone());
            }
        }
    }
}
