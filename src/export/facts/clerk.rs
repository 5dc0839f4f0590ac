//! Who fills cells: the desk of the register, and the words of the profile.

use std::collections::BTreeMap;

use serde::Serialize;

use super::plain::plain;
use crate::decode::{Country, Date, Field, List, Phrase, Prose, word};
use crate::export::workbook::Cell;
use crate::markdown;
use crate::postal::{self, Town};
use crate::record::address::Address;
use crate::register::Desk;
use crate::registry::{Node, Party};
use crate::strings::Gap;

/// Fills cells with plain words.
pub struct Clerk<'a> {
    /// The records, and the words of the program.
    pub desk: &'a Desk<'a>,
    /// Words of the profile in place of those of the program.
    words: &'a BTreeMap<String, String>,
}

impl<'a> Clerk<'a> {
    /// A clerk at a desk who says some words as a profile does.
    pub fn new(desk: &'a Desk<'a>, words: &'a BTreeMap<String, String>) -> Clerk<'a> {
        Clerk { desk, words }
    }

    /// A message without gaps, in the words of the profile where it has some.
    pub(in crate::export) fn word(&self, key: &str) -> String {
        let own = key.strip_prefix("register-").or_else(|| key.strip_prefix("export-")).unwrap_or(key);
        self.words.get(own).cloned().unwrap_or_else(|| self.desk.strings.plain(key))
    }

    /// A message with gaps.
    pub(in crate::export) fn say(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        self.desk.strings.say(key, gaps)
    }

    /// The word for a choice.
    pub(super) fn choice(&self, family: &str, choice: &impl Serialize) -> String {
        self.word(&format!("register-{family}-{}", word(choice)))
    }

    /// The name of a record.
    pub(in crate::export) fn name(&self, node: impl Into<Node>) -> String {
        plain(self.desk.registry.identity(node.into()).1)
    }

    /// The names of records.
    pub(super) fn names<N: Into<Node>>(&self, nodes: impl IntoIterator<Item = N>) -> Cell {
        Cell::list(nodes.into_iter().map(|node| self.name(node)))
    }

    /// The names of those that use a record. Of very many the first stand there and the number of the others:
    /// no format and no reader takes thousands of names in a cell, and each of them names the record itself.
    pub(super) fn users<N: Into<Node>>(&self, nodes: impl IntoIterator<Item = N>) -> Cell {
        const NAMED: usize = 100;
        let mut nodes = nodes.into_iter();
        let mut names: Vec<String> = nodes.by_ref().take(NAMED).map(|node| self.name(node)).collect();
        match nodes.count() {
            0 => {}
            more => names.push(self.say("export-and-more", &[("n", more.into())])),
        }
        Cell::list(names)
    }

    /// Words with more in brackets; the words alone where there is no more.
    pub(super) fn with(&self, what: &str, more: &str) -> String {
        if more.is_empty() {
            return what.to_owned();
        }
        self.say("register-with", &[("what", what.into()), ("more", more.into())])
    }

    /// A term and what is said about it; nothing where nothing is.
    pub(super) fn about(&self, what: &str, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        self.say("register-about", &[("what", what.into()), ("text", text.into())])
    }

    /// A term of the program and what is said about it.
    pub(super) fn labelled(&self, key: &str, text: &str) -> String {
        self.about(&self.word(key), text)
    }

    /// Parts of one line, empty ones left out.
    pub(super) fn join(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("; ")
    }

    /// Yes or no.
    pub(in crate::export) fn yes_no(&self, yes: bool) -> String {
        self.word(if yes { "register-yes" } else { "register-no" })
    }

    pub(super) fn flag(&self, field: &Field<bool>) -> Cell {
        field.copied().map_or(Cell::Empty, |yes| Cell::text(self.yes_no(yes)))
    }

    pub(super) fn option<T: Serialize>(&self, family: &str, field: &Field<T>) -> Cell {
        field.get().map_or(Cell::Empty, |one| Cell::text(self.choice(family, one)))
    }

    pub(super) fn options<T: Serialize>(&self, family: &str, list: &List<T>) -> Cell {
        Cell::list(list.iter().map(|one| self.choice(family, one)))
    }

    /// A country by its name.
    pub(super) fn country(&self, country: Country) -> String {
        self.desk.strings.country_name(country.0.as_str())
    }

    pub(super) fn one_country(&self, field: &Field<Country>) -> Cell {
        field.copied().map_or(Cell::Empty, |country| Cell::text(self.country(country)))
    }

    pub(super) fn countries(&self, list: &List<Country>) -> Cell {
        Cell::list(list.iter().map(|country| self.country(*country)))
    }

    /// The lines of an envelope.
    pub(super) fn address(&self, field: &Field<Address>) -> Vec<String> {
        let Some(address) = field.get() else { return Vec::new() };
        let mut lines: Vec<String> = address.lines.iter().cloned().collect();
        let town = Town { postcode: address.postcode.text(), city: address.city.text(), region: address.region.text() };
        let country = address.country.copied();
        let code = country.map(|country| country.0.to_string());
        lines.extend(postal::lines(town, code.as_deref()));
        lines.extend(country.map(|country| self.country(country)));
        lines
    }
}

/// Plain words of one line.
pub(super) fn words(field: &Field<Phrase>) -> String {
    field.text().map(plain).unwrap_or_default()
}

/// Plain words of paragraphs.
pub(super) fn lines(field: &Field<Prose>) -> String {
    field.text().map(plain).unwrap_or_default()
}

/// Several in one line.
pub(super) fn listed(list: &List<Phrase>) -> String {
    list.iter().map(|one| plain(one)).collect::<Vec<_>>().join(", ")
}

pub(super) fn text(field: &Field<String>) -> Cell {
    field.text().map_or(Cell::Empty, Cell::text)
}

pub(super) fn texts(list: &List<String>) -> Cell {
    Cell::list(list.iter().cloned())
}

pub(super) fn phrase(field: &Field<Phrase>) -> Cell {
    Cell::text(words(field))
}

pub(super) fn phrases(list: &List<Phrase>) -> Cell {
    Cell::list(list.iter().map(|one| plain(one)))
}

pub(super) fn prose(field: &Field<Prose>) -> Cell {
    Cell::text(lines(field))
}

pub(super) fn day(field: &Field<Date>) -> Cell {
    field.copied().map_or(Cell::Empty, |date| Cell::Date(date.0))
}

pub(super) fn number<N: Copy + Into<u64>>(field: &Field<N>) -> Cell {
    field.copied().map_or(Cell::Empty, |number| Cell::Number(number.into()))
}

/// A web address, which can be followed.
pub(super) fn web(field: &Field<String>) -> Cell {
    let Some(written) = field.text().filter(|written| !written.trim().is_empty()) else { return Cell::Empty };
    match markdown::address(written) {
        Some(address) => Cell::Link { words: written.to_owned(), address },
        None => Cell::text(written),
    }
}

/// The record of a party.
pub(super) fn node(party: Party) -> Node {
    match party {
        Party::Controller(id) => id.into(),
        Party::Processor(id) => id.into(),
        Party::Recipient(id) => id.into(),
        Party::Source(id) => id.into(),
    }
}

/// Each once, in order.
pub(super) fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
