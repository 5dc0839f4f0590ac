//! What a field takes, from what a cell says.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::fold::{entries, fold};
use super::pool::{At, Pool};
use super::record::{list, text, word};
use super::words::WORDS;
use crate::decode::Period;
use crate::import::node::{Content, Node};
use crate::record::Kind;
use crate::schema::Shape;
use crate::source::Span;

/// A cell, and how its column is read.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) separators: &'a [String],
    /// Words of the column, and those of the map.
    pub(super) words: [&'a BTreeMap<String, String>; 2],
    pub(super) language: Option<&'a str>,
}

impl<'a> Said<'a> {
    /// Its entries.
    pub(super) fn entries(&self) -> Vec<&'a str> {
        entries(self.text, self.separators)
    }

    /// A word of the map's own list.
    pub(super) fn own(&self, text: &str) -> Option<&'a str> {
        let text = fold(text);
        let mut words = self.words.into_iter().flatten();
        words.find(|(word, _)| fold(word) == text).map(|(_, meaning)| meaning.as_str())
    }
}

/// The value of a field; nothing where the cell says something else than the field takes.
pub(super) fn value(pool: &mut Pool<'_>, kind: Kind, path: &str, shape: &Shape, said: &Said<'_>) -> Option<Node> {
    let span = said.span;
    match shape {
        Shape::Text | Shape::Phrase | Shape::Prose => Some(text(kind, path, said.text, span)),
        Shape::Form(_) => form(said.text).map(|form| word(form, span)),
        Shape::Date => date(said.text).map(|day| word(day, span)),
        Shape::Number => {
            let number: u64 = said.text.trim().parse().ok()?;
            Some(Node { content: Content::Number(number.to_string()), span })
        }
        Shape::Flag => {
            let flag = match said.own(said.text) {
                Some("true") => Some(true),
                Some("false") => Some(false),
                _ => WORDS.flag(said.text),
            };
            flag.map(|flag| Node { content: Content::Flag(flag), span })
        }
        Shape::Choice(choices) => {
            let has = |word: &str| choices.iter().any(|choice| choice.word == word);
            if has("FI") && has("US") {
                return WORDS.country(said.text).map(|code| word(code.to_string(), span));
            }
            let folded = fold(said.text);
            let own = said.own(said.text).filter(|word| has(word)).map(str::to_owned);
            let written = choices.iter().find(|choice| fold(&choice.word) == folded || choice.word == said.text.trim());
            own.or_else(|| written.map(|choice| choice.word.clone())).map(|choice| word(choice, span))
        }
        Shape::Reference(target) => references(pool, target, said).into_iter().next(),
        Shape::List(element) => {
            let items: Vec<Node> = match element.as_ref() {
                Shape::Reference(target) => references(pool, target, said),
                element => {
                    let entries = list_of(element, said);
                    let all = entries.len();
                    let values = entries.into_iter().filter_map(|entry| {
                        let one = Said { text: entry, ..*said };
                        value(pool, kind, &format!("{path}[]"), element, &one)
                            .or_else(|| value(pool, kind, path, element, &one))
                    });
                    let values: Vec<Node> = values.collect();
                    // A list of which something is not understood is not understood.
                    if values.len() < all {
                        return None;
                    }
                    values
                }
            };
            (!items.is_empty()).then(|| list(items, span))
        }
        Shape::Either(shapes) => shapes.iter().find_map(|one| value(pool, kind, path, one, said)),
        Shape::Table | Shape::Rows(_) => None,
    }
}

/// The entries of a list; countries may be listed with commas as well.
fn list_of<'a>(element: &Shape, said: &Said<'a>) -> Vec<&'a str> {
    let entries = said.entries();
    match element {
        Shape::Choice(_) if entries.len() == 1 && said.text.contains(',') && said.own(said.text).is_none() => {
            said.text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect()
        }
        _ => entries,
    }
}

/// Ids of the records that a cell names; records that are not known yet are made.
fn references(pool: &mut Pool<'_>, target: &str, said: &Said<'_>) -> Vec<Node> {
    let span = said.span;
    if target == "legal-bases" {
        let known: Vec<Option<At>> =
            said.entries().into_iter().map(|one| pool.leading(&[Kind::LegalBasis], one)).collect();
        if !known.is_empty() && known.iter().all(Option::is_some) {
            return known.into_iter().flatten().map(|at| pool.refer(at, span)).collect();
        }
        let (bases, _) = super::basis::bases(pool, said.text, said.separators, said.language, span);
        return bases.into_iter().map(|at| pool.refer(at, span)).collect();
    }
    let mut found: Vec<Node> = Vec::new();
    for entry in said.entries() {
        let node = match target {
            "sources-of-data" => source(pool, entry, said),
            "parties" => {
                let known = pool.leading(&[Kind::Processor, Kind::Recipient, Kind::Controller], entry);
                let at = known.unwrap_or_else(|| pool.party(Kind::Recipient, entry, span));
                pool.refer(at, span)
            }
            "purposes-of-activity" => return Vec::new(),
            folder => {
                let Some(kind) = Kind::of_folder(folder) else { return Vec::new() };
                let known = pool.leading(&[kind], entry);
                let at = known.unwrap_or_else(|| match kind {
                    Kind::Retention => pool.retention(entry, span),
                    Kind::Processor | Kind::Recipient | Kind::Controller | Kind::Source => {
                        pool.party(kind, entry, span)
                    }
                    _ => pool.get(kind, entry, span),
                });
                pool.refer(at, span)
            }
        };
        if !found.iter().any(|one| one.content == node.content) {
            found.push(node);
        }
    }
    found
}

/// Where data come from: a reserved word, or a party.
fn source(pool: &mut Pool<'_>, entry: &str, said: &Said<'_>) -> Node {
    let reserved = said.own(entry).filter(|word| ["data-subject", "observed", "derived"].contains(word));
    if let Some(known) = reserved.or_else(|| WORDS.source(entry)) {
        return word(known, said.span);
    }
    let kinds = [Kind::Source, Kind::Processor, Kind::Recipient, Kind::Controller];
    let at = pool.leading(&kinds, entry).unwrap_or_else(|| pool.party(Kind::Source, entry, said.span));
    pool.refer(at, said.span)
}

/// A day of the calendar: as ISO 8601 writes it, or with the day first and a year of four digits. Where
/// the month could be the day, only dots tell that the day stands first.
pub(super) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    if let Ok(day) = NaiveDate::parse_from_str(day, "%Y-%m-%d") {
        let plausible = (1900..2200).contains(&chrono::Datelike::year(&day)) && text.len() >= 10;
        return plausible.then(|| day.to_string());
    }
    // "30 June 2027", as English pages and our exports write it.
    if let Ok(day) = NaiveDate::parse_from_str(text, "%d %B %Y") {
        return (1900..2200).contains(&chrono::Datelike::year(&day)).then(|| day.to_string());
    }
    let sign = text.chars().find(|letter| ['.', '/', '-'].contains(letter))?;
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let year: i32 = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
    let certain = sign == '.' || first > 12 || first == second;
    certain.then(|| NaiveDate::from_ymd_opt(year, second, first)).flatten().map(|day| day.to_string())
}

/// A period as ISO 8601 or in words.
fn form(text: &str) -> Option<String> {
    let own = text.trim();
    if Period::parse(own).is_ok() || own.starts_with(['6', '9']) && own.ends_with(')') && own.len() == 7 {
        return Some(own.to_owned());
    }
    super::period::limit(own).filter(|limit| limit.from.is_none()).map(|limit| limit.period.to_string())
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_are_read_where_they_are_certain() {
        for (text, day) in [
            ("2026-11-22", Some("2026-11-22")),
            ("2026-11-22 00:00:01", Some("2026-11-22")),
            ("22.11.2026", Some("2026-11-22")),
            ("1.2.2026", Some("2026-02-01")),
            ("22/11/2026", Some("2026-11-22")),
            ("05/05/2026", Some("2026-05-05")),
            ("1/2/2026", None),
            ("11/22/2026", None),
            ("30 June 2027", Some("2027-06-30")),
            ("June 2027", None),
            ("22.11.26", None),
            ("31.02.2026", None),
            ("45000", None),
            ("May 2026", None),
            ("0001-01-01", None),
        ] {
            assert_eq!(date(text).as_deref(), day, "{text}");
        }
    }
}
