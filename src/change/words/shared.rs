//! Changes of records that activities share.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Teller;
use crate::change::canon::Length;
use crate::change::{Change, Event};
use crate::decode::{Country, Rows};
use crate::law::CountryCode;
use crate::markdown;
use crate::record::Kind;
use crate::record::transfer::Transfer;
use crate::registry::{Id, Node, Registry};

/// Somebody who receives data, in words.
#[derive(Debug, Clone)]
pub(in crate::change) struct Party {
    /// Name, countries, and what a transfer rests on.
    pub(in crate::change) words: String,
    /// Whether data leave the EEA.
    pub(in crate::change) is_outside: bool,
    /// The countries outside the EEA.
    pub(in crate::change) outside: Vec<CountryCode>,
}

impl Teller<'_> {
    pub(super) fn of_shared(&self, change: &Change) -> Option<String> {
        let kind = change.subject.kind?;
        let name = self.name_of_subject(change);
        let word = |value: &Option<Value>| value.as_ref().map(|value| self.value(Some(kind), &change.key, value));
        let (before, after) = (word(&change.before), word(&change.after));
        let (old, new) = (before.clone().unwrap_or_default(), after.clone().unwrap_or_default());
        let gaps = [("name", name.as_str()), ("before", old.as_str()), ("after", new.as_str())];
        let is_party = matches!(kind, Kind::Processor | Kind::Recipient | Kind::Controller);
        Some(match (change.key.as_str(), change.event) {
            ("period", Event::Longer | Event::Shorter) if kind == Kind::Retention => {
                let data = self.kept_by(change).unwrap_or(name);
                self.kept(&data, change)
            }
            ("country", Event::Changed) if is_party => self.moved(change, &name)?,
            ("transfers", Event::Added | Event::Removed) if is_party => {
                let row = change.after.as_ref().or(change.before.as_ref())?;
                let what = self.transfer(row);
                let key =
                    if change.event == Event::Added { "change-transfer-added" } else { "change-transfer-removed" };
                self.message(key, &[("name", &name), ("what", &what)])
            }
            ("transfers.*.countries", Event::Added) => {
                self.message("change-transfer-added", &[gaps[0], ("what", &new)])
            }
            ("transfers.*.countries", Event::Removed) => {
                self.message("change-transfer-removed", &[gaps[0], ("what", &old)])
            }
            ("transfers.*.mechanisms", event) => {
                let name = self.where_to(change, &name);
                match event {
                    Event::Added => self.message("change-mechanism-added", &[("name", &name), gaps[2]]),
                    Event::Removed => self.message("change-mechanism-removed", &[("name", &name), gaps[1]]),
                    _ => self.message("change-mechanism", &[("name", &name), gaps[1], gaps[2]]),
                }
            }
            ("sub-processors", Event::Added) if kind == Kind::Processor => {
                let who = self.party(self.after, change.text()?).words;
                self.message("change-sub-processor-added", &[gaps[0], ("who", &who)])
            }
            ("sub-processors", Event::Removed) if kind == Kind::Processor => {
                self.message("change-sub-processor-removed", &[gaps[0], ("who", &old)])
            }
            ("children", _) if kind == Kind::SubjectGroup => {
                let is_true = change.after.as_ref().and_then(Value::as_bool) == Some(true);
                self.message(if is_true { "change-children-added" } else { "change-children-removed" }, &gaps[..1])
            }
            ("article", Event::Changed) if kind == Kind::LegalBasis => self.message("change-ground", &gaps),
            ("special" | "items.*.special", event) if kind == Kind::DataCategory => {
                let name = match self.row(change) {
                    Some(item) => self.message("register-with", &[("what", &name), ("more", &item)]),
                    None => name.clone(),
                };
                match event {
                    Event::Removed => self.message("change-special-removed", &[("name", &name), gaps[1]]),
                    Event::Changed => self.message("change-special-changed", &[("name", &name), gaps[1], gaps[2]]),
                    _ => self.message("change-special-added", &[("name", &name), gaps[2]]),
                }
            }
            // The name itself: what it was called says which record it is.
            ("name" | "title", Event::Changed) => self.message("change-name", &[gaps[1], gaps[2]]),
            (key, _) if key.is_empty() || change.touches.is_empty() => return None,
            _ => {
                let said = self.plainly(change);
                self.message("change-of-record", &[("name", &name), ("said", &said)])
            }
        })
    }

    /// A party in another country.
    fn moved(&self, change: &Change, name: &str) -> Option<String> {
        let code = |value: &Option<Value>| value.as_ref()?.as_str().map(str::to_owned);
        let is_outside = |code: &str| crate::law::country(code).is_some_and(|country| !country.in_eea());
        let (before, after) = (code(&change.before)?, code(&change.after)?);
        let key = if is_outside(&after) && !is_outside(&before) { "change-country-outside" } else { "change-country" };
        let (before, after) = (self.in_country(&before), self.in_country(&after));
        Some(self.message(key, &[("name", name), ("before", &before), ("after", &after)]))
    }

    /// Data that are kept longer or shorter, with both periods.
    pub(super) fn kept(&self, data: &str, change: &Change) -> String {
        let word = |value: &Option<Value>| {
            value.as_ref().map(|value| self.value(Some(Kind::Retention), "period", value)).unwrap_or_default()
        };
        let (before, after) = (word(&change.before), word(&change.after));
        let length = |value: &Option<Value>| value.as_ref().and_then(Length::of);
        let apart = length(&change.after).zip(length(&change.before)).and_then(|(after, before)| after.apart(before));
        let apart = apart.map(|apart| self.strings.period(apart));
        let gaps = [("data", data), ("before", before.as_str()), ("after", after.as_str())];
        match (change.event, apart) {
            (Event::Longer, Some(apart)) => {
                self.message("change-kept-longer-by", &[gaps[0], gaps[1], gaps[2], ("apart", &apart)])
            }
            (Event::Longer, None) => self.message("change-kept-longer", &gaps),
            (_, Some(apart)) => self.message("change-kept-shorter-by", &[gaps[0], gaps[1], gaps[2], ("apart", &apart)]),
            (_, None) => self.message("change-kept-shorter", &gaps),
        }
    }

    /// The data that a time limit applies to, in the activities it touches.
    fn kept_by(&self, change: &Change) -> Option<String> {
        let mut found: BTreeSet<String> = BTreeSet::new();
        for touch in &change.touches {
            let registry = self.after;
            let activity = registry.activities.find(&touch.activity)?;
            let rule = registry.retention.find(&change.subject.id)?;
            for row in
                registry.activities[activity].links.data.iter().filter(|row| row.retention.values.contains(&rule))
            {
                found.extend(row.categories.iter().map(|id| self.name_of(registry, Node::from(*id))));
            }
        }
        let mut words: Vec<String> = found.iter().take(4).cloned().collect();
        self.and_more(&mut words, found.len());
        (!found.is_empty()).then(|| self.strings.and(&words))
    }

    /// The period of a rule, where it has one.
    pub(in crate::change) fn period(&self, rule: &str) -> Option<String> {
        let of = |registry: &Registry| {
            let id = registry.retention.find(rule)?;
            registry.retention[id].record.period.get().map(ToString::to_string)
        };
        of(self.after).or_else(|| of(self.before))
    }

    /// The name of a party with the countries of the row of transfers that changed.
    fn where_to(&self, change: &Change, name: &str) -> String {
        let row = change.rows.first().map(String::as_str).unwrap_or_default();
        let kind = change.subject.kind;
        let node = [self.after, self.before]
            .into_iter()
            .find_map(|registry| Some((registry, registry.node(kind?, &change.subject.id)?)));
        let found = node.and_then(|(registry, node)| transfers(registry, node)?.get(row));
        let places: Vec<String> = found
            .map(|row| row.value.countries.iter().map(|country| self.country(country.0.as_str())).collect())
            .unwrap_or_default();
        if places.is_empty() {
            return name.to_owned();
        }
        self.message("register-with", &[("what", name), ("more", &self.strings.and(&places))])
    }

    /// A row of transfers: where to, and on what footing.
    fn transfer(&self, row: &Value) -> String {
        let list = |key: &str| row.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let places = list("countries").map(|code| self.country(code));
        let words = ["organisation", "destination"];
        let others = words
            .iter()
            .filter_map(|key| row.get(*key)?.as_str())
            .map(|words| markdown::escape(&markdown::words(words)));
        let footing = list("mechanisms").map(|word| self.family("register-mechanism", word));
        places.chain(others).chain(footing).collect::<Vec<_>>().join(&self.strings.plain("change-comma"))
    }

    /// A party by its id: its name, the countries, and what its transfers rest on.
    pub(in crate::change) fn party(&self, registry: &Registry, id: &str) -> Party {
        let kinds = [Kind::Processor, Kind::Recipient, Kind::Controller, Kind::Source];
        let Some(node) = kinds.iter().find_map(|kind| registry.node(*kind, id)) else {
            return Party { words: self.named("parties", id), is_outside: false, outside: Vec::new() };
        };
        let mut countries: Vec<Country> = seats(registry, node);
        let mut footing: Vec<String> = Vec::new();
        let mut leaves = false;
        for transfer in transfers(registry, node).into_iter().flat_map(Rows::iter).map(|row| &row.value) {
            countries.extend(transfer.countries.iter().copied());
            leaves |= transfer.organisation.get().is_some() || transfer.destination.get().is_some();
            footing.extend(
                transfer.mechanisms.iter().map(|one| self.family("register-mechanism", &crate::decode::word(one))),
            );
        }
        let codes: BTreeSet<CountryCode> = countries.iter().map(|country| country.0).collect();
        let codes = codes.into_iter().filter(|code| !code.country().in_eea()).collect();
        let outside: Vec<&Country> = countries.iter().filter(|country| !country.0.country().in_eea()).collect();
        let mut words = vec![self.name_of(registry, node)];
        let told: Vec<&Country> = if outside.is_empty() { countries.iter().collect() } else { outside.clone() };
        words.extend(told.into_iter().map(|country| self.country(country.0.as_str())));
        words.extend(footing);
        let mut seen = BTreeSet::new();
        words.retain(|word| seen.insert(word.clone()));
        let is_outside = leaves || !outside.is_empty();
        Party { words: words.join(&self.strings.plain("change-comma")), is_outside, outside: codes }
    }
}

/// Where a party is.
fn seats(registry: &Registry, node: Node) -> Vec<Country> {
    match node.kind {
        Kind::Processor => {
            let record = &registry.processors[Id::at(node.index)].record;
            record.country.copied().into_iter().chain(record.locations.iter().copied()).collect()
        }
        Kind::Recipient => registry.recipients[Id::at(node.index)].record.countries.iter().copied().collect(),
        Kind::Controller => registry.seat(Id::at(node.index)).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn transfers(registry: &Registry, node: Node) -> Option<&Rows<Transfer>> {
    Some(match node.kind {
        Kind::Processor => &registry.processors[Id::at(node.index)].record.transfers,
        Kind::Recipient => &registry.recipients[Id::at(node.index)].record.transfers,
        Kind::Controller => &registry.controllers[Id::at(node.index)].record.transfers,
        _ => return None,
    })
}
