//! Facts that two keys say are told once.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::change::{Change, Event};
use crate::record::Kind;
use crate::schema::Visibility;

/// Which changes another change tells already.
#[derive(Debug)]
pub(super) struct Once<'a> {
    /// Everything that public changes name with what they add.
    named: BTreeSet<&'a str>,
    /// Records whose country changed: kind, id, and the country before and after.
    moved: BTreeSet<(Option<Kind>, &'a str, &'a str, &'a str)>,
}

impl<'a> Once<'a> {
    pub(super) fn of(changes: &'a [Change]) -> Once<'a> {
        let mut once = Once { named: BTreeSet::new(), moved: BTreeSet::new() };
        for change in changes {
            if change.audience == Visibility::Public {
                change.after.iter().for_each(|value| collect(value, &mut once.named));
            }
            let text = |value: &'a Option<Value>| value.as_ref().and_then(Value::as_str);
            if let ("country", Some(before), Some(after)) =
                (change.key.as_str(), text(&change.before), text(&change.after))
            {
                once.moved.insert((change.subject.kind, &change.subject.id, before, after));
            }
        }
        once
    }

    /// Whether another change tells the same: a new record where it is named for the first time, or the places of a
    /// party that moved from one country to another.
    pub(super) fn has_told(&self, change: &Change) -> bool {
        let subject = &change.subject;
        match (change.key.as_str(), change.event) {
            ("", Event::Added) => {
                change.audience == Visibility::Internal
                    && !change.touches.is_empty()
                    && self.named.contains(subject.id.as_str())
            }
            ("locations", Event::Changed) => {
                let (Some(before), Some(after)) = (only(&change.before), only(&change.after)) else { return false };
                self.moved.contains(&(subject.kind, subject.id.as_str(), before, after))
            }
            _ => false,
        }
    }
}

fn collect<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => drop(found.insert(text)),
        Value::Array(list) => list.iter().for_each(|one| collect(one, found)),
        Value::Object(table) => table.values().for_each(|one| collect(one, found)),
        _ => {}
    }
}

/// The one element of a list.
fn only(value: &Option<Value>) -> Option<&str> {
    match value.as_ref()?.as_array()?.as_slice() {
        [one] => one.as_str(),
        _ => None,
    }
}
