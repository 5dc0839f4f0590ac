//! Two trees of one record, compared key by key.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Event;
use super::canon::Length;
use super::fields::Fields;
use super::rename;
use crate::record::Kind;
use crate::schema::Shape;

/// One key that says something else.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) key: String,
    pub(super) rows: Vec<String>,
    pub(super) event: Event,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
}

/// New ids of records, by kind and old id. Parties share one space of ids.
pub(super) type Renames = BTreeMap<(Kind, String), String>;

/// Compares two trees; `before` may name records by ids that they had then.
pub(super) fn walk(fields: &Fields, renames: &Renames, before: &Value, after: &Value) -> Vec<Found> {
    let mut walk = Walk { fields, renames, rows: Vec::new(), renamed_rows: BTreeMap::new(), found: Vec::new() };
    walk.table("", before, after);
    let mut found = walk.found;
    found.sort_by_cached_key(|one| (fields.place(&one.key), one.key.clone()));
    found
}

struct Walk<'a> {
    fields: &'a Fields,
    renames: &'a Renames,
    rows: Vec<String>,
    /// New keys of purposes that only got another key, by the old ones.
    renamed_rows: BTreeMap<String, String>,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn shape(&self, key: &str) -> Option<&Shape> {
        self.fields.get(key).map(|field| &field.shape)
    }

    fn at(&mut self, key: &str, before: Option<&Value>, after: Option<&Value>) {
        if before == after {
            return;
        }
        let sides = (before, after);
        match self.shape(key).cloned() {
            Some(Shape::Rows(_)) => self.rows_of(key, before, after),
            Some(Shape::Either(shapes)) if shapes.iter().any(|shape| matches!(shape, Shape::Rows(_))) => {
                self.rows_of(key, before, after);
            }
            Some(Shape::List(element)) if *element == Shape::Table => self.tables_of(key, before, after),
            Some(Shape::List(element)) => self.list(key, element.refers_to(), before, after),
            // What activities have from here is told key by key.
            Some(Shape::Table) if key == "activity-defaults" => {
                self.table(key, before.unwrap_or(&Value::Null), after.unwrap_or(&Value::Null));
            }
            Some(shape) => match sides {
                (Some(before @ Value::Object(_)), Some(after @ Value::Object(_))) => self.table(key, before, after),
                _ => self.leaf(key, shape.refers_to(), before, after),
            },
            None => match sides {
                (Some(before @ Value::Object(_)), Some(after @ Value::Object(_))) => self.table(key, before, after),
                _ => self.leaf(key, None, before, after),
            },
        }
    }

    fn table(&mut self, key: &str, before: &Value, after: &Value) {
        let keys: Vec<&String> =
            keys(after).chain(keys(before).filter(|key| after.get(key.as_str()).is_none())).collect();
        // Other rows name purposes by their keys, so these come first.
        let (first, rest): (Vec<&String>, Vec<&String>) = keys.into_iter().partition(|key| *key == "purposes");
        for name in first.into_iter().chain(rest) {
            let inner = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
            self.at(&inner, before.get(name), after.get(name));
        }
    }

    fn rows_of(&mut self, key: &str, before: Option<&Value>, after: Option<&Value>) {
        // What should be a table and is none has no rows; it is told as it stands.
        if before.into_iter().chain(after).any(|side| !side.is_object()) {
            return self.leaf(key, None, before, after);
        }
        let nothing = Map::new();
        let rows = |side: Option<&Value>| side.and_then(Value::as_object).cloned().unwrap_or_else(|| nothing.clone());
        let (old, new) = (rows(before), rows(after));
        let gone: Vec<(&str, &Value)> = others(&old, &new);
        let fresh: Vec<(&str, &Value)> = others(&new, &old);
        let renamed = rename::pairs(&gone, &fresh);
        let taken: BTreeSet<&str> = renamed.values().copied().collect();
        if key == "purposes" {
            self.renamed_rows = renamed.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect();
        }
        let inner = format!("{key}.*");
        for (name, value) in &old {
            let now = renamed.get(name.as_str()).copied().unwrap_or(name);
            match new.get(now) {
                Some(other) if value != other => {
                    self.rows.push(now.to_owned());
                    self.at_row(&inner, value, other);
                    self.rows.pop();
                }
                Some(_) => {}
                None => self.put_row(key, name, Some(value), None),
            }
        }
        for (name, value) in &fresh {
            if !taken.contains(name) {
                self.put_row(key, name, None, Some(value));
            }
        }
    }

    fn at_row(&mut self, key: &str, before: &Value, after: &Value) {
        if before.is_object() && after.is_object() {
            self.table(key, before, after);
        } else {
            self.leaf(key, None, Some(before), Some(after));
        }
    }

    fn put_row(&mut self, key: &str, row: &str, before: Option<&Value>, after: Option<&Value>) {
        self.rows.push(row.to_owned());
        self.put(key, if before.is_some() { Event::Removed } else { Event::Added }, before.cloned(), after.cloned());
        self.rows.pop();
    }

    /// A list of tables, which have no keys: those that share most are the same.
    fn tables_of(&mut self, key: &str, before: Option<&Value>, after: Option<&Value>) {
        if before.into_iter().chain(after).any(|side| !side.is_array()) {
            return self.leaf(key, None, before, after);
        }
        let numbered = |side: Option<&Value>| -> Vec<(String, Value)> {
            let list = side.and_then(Value::as_array).cloned().unwrap_or_default();
            list.into_iter().enumerate().map(|(at, value)| (format!("{at:06}"), value)).collect()
        };
        let (old, new) = (numbered(before), numbered(after));
        let gone: Vec<(&str, &Value)> = old.iter().map(|(at, value)| (at.as_str(), value)).collect();
        let fresh: Vec<(&str, &Value)> = new.iter().map(|(at, value)| (at.as_str(), value)).collect();
        let pairs = rename::pairs(&gone, &fresh);
        let taken: BTreeSet<&str> = pairs.values().copied().collect();
        let inner = format!("{key}[]");
        for (at, value) in &gone {
            match pairs.get(at).and_then(|now| fresh.iter().find(|(other, _)| other == now)) {
                Some((_, other)) => self.table(&inner, value, other),
                None => self.put(key, Event::Removed, Some((*value).clone()), None),
            }
        }
        for (at, value) in &fresh {
            if !taken.contains(at) {
                self.put(key, Event::Added, None, Some((*value).clone()));
            }
        }
    }

    /// A list of plain values is a set: its order says nothing.
    fn list(&mut self, key: &str, refers_to: Option<&str>, before: Option<&Value>, after: Option<&Value>) {
        let old = self.elements(refers_to, before, true);
        let new = self.elements(refers_to, after, false);
        let without = |some: &[Value], others: &[Value]| {
            some.iter().filter(|value| !others.contains(value)).cloned().collect::<Vec<Value>>()
        };
        let (gone, fresh) = (without(&old, &new), without(&new, &old));
        let replaces = refers_to.is_some_and(|to| to == "retention" || to == "legal-bases");
        match (gone.as_slice(), fresh.as_slice()) {
            // An empty list that was stated, or is stated no more.
            ([], []) if old.is_empty() && new.is_empty() => {
                let event = if before.is_none() { Event::Added } else { Event::Removed };
                self.put(key, event, before.cloned(), after.cloned());
            }
            ([], []) => {}
            ([one], [other]) if replaces => self.put(key, Event::Changed, Some(one.clone()), Some(other.clone())),
            _ if refers_to.is_some() => {
                gone.into_iter().for_each(|one| self.put(key, Event::Removed, Some(one), None));
                fresh.into_iter().for_each(|one| self.put(key, Event::Added, None, Some(one)));
            }
            _ => {
                let some = |list: Vec<Value>| (!list.is_empty()).then_some(Value::Array(list));
                let (gone, fresh) = (some(gone), some(fresh));
                let event = match (&gone, &fresh) {
                    (None, _) => Event::Added,
                    (_, None) => Event::Removed,
                    _ => Event::Changed,
                };
                self.put(key, event, gone, fresh);
            }
        }
    }

    fn elements(&self, refers_to: Option<&str>, side: Option<&Value>, is_before: bool) -> Vec<Value> {
        let list = match side {
            Some(Value::Array(list)) => list.clone(),
            Some(other) => vec![other.clone()],
            None => Vec::new(),
        };
        let named = |value: Value| if is_before { self.renamed(refers_to, value) } else { value };
        list.into_iter().map(named).collect()
    }

    fn leaf(&mut self, key: &str, refers_to: Option<&str>, before: Option<&Value>, after: Option<&Value>) {
        let before = before.map(|value| self.renamed(refers_to, value.clone()));
        if before.as_ref() == after {
            return;
        }
        let event = match (&before, after) {
            (None, _) => Event::Added,
            (_, None) => Event::Removed,
            (Some(before), Some(after)) => match (self.length(key, before), self.length(key, after)) {
                (Some(before), Some(after)) if before == after => return,
                (Some(before), Some(after)) => match after.is_longer(before) {
                    Some(true) => Event::Longer,
                    Some(false) => Event::Shorter,
                    None => Event::Changed,
                },
                _ => Event::Changed,
            },
        };
        self.put(key, event, before, after.cloned());
    }

    fn length(&self, key: &str, value: &Value) -> Option<Length> {
        matches!(self.shape(key), Some(Shape::Form(_))).then(|| Length::of(value)).flatten()
    }

    /// A name of a record or a row, as it is now.
    fn renamed(&self, refers_to: Option<&str>, value: Value) -> Value {
        let (Some(to), Some(id)) = (refers_to, value.as_str()) else { return value };
        let kinds: &[Kind] = match to {
            "parties" | "sources-of-data" => &[Kind::Controller, Kind::Processor, Kind::Recipient, Kind::Source],
            "purposes-of-activity" => {
                return self.renamed_rows.get(id).map_or(value.clone(), |now| Value::String(now.clone()));
            }
            folder => match Kind::of_folder(folder) {
                Some(kind) => &[kind],
                None => return value,
            },
        };
        let now = kinds.iter().find_map(|kind| self.renames.get(&(*kind, id.to_owned())));
        now.map_or(value.clone(), |now| Value::String(now.clone()))
    }

    fn put(&mut self, key: &str, event: Event, before: Option<Value>, after: Option<Value>) {
        self.found.push(Found { key: key.to_owned(), rows: self.rows.clone(), event, before, after });
    }
}

fn keys(tree: &Value) -> impl Iterator<Item = &String> {
    tree.as_object().into_iter().flat_map(Map::keys)
}

/// The rows that the other side does not have.
fn others<'a>(rows: &'a Map<String, Value>, other: &Map<String, Value>) -> Vec<(&'a str, &'a Value)> {
    rows.iter().filter(|(key, _)| !other.contains_key(*key)).map(|(key, value)| (key.as_str(), value)).collect()
}
