//! What changes ask for: which rules of [`crate::law`] each falls under, and which notices have to say it.

mod announced;
mod triggers;

use std::collections::{BTreeMap, BTreeSet};

use super::words::Teller;
use super::{Change, Difference};
use crate::law::{Ask, Rule};
use crate::record::Kind;
use crate::schema::Visibility;
use crate::view::notice::tells;

pub use announced::leaves_time;

/// What all changes together ask for.
#[derive(Debug, Default)]
pub struct Duties {
    /// The rules that each change falls under, in the order of the changes.
    pub rules: Vec<Vec<Rule>>,
    /// What is asked for, with the titles of the activities and records that ask for it.
    pub asks: BTreeMap<Ask, BTreeSet<String>>,
    /// Ids of the notices that tell something material and leave no time before it takes effect.
    pub unannounced: BTreeSet<String>,
}

impl Duties {
    /// What the changes of a difference ask for.
    pub fn of(difference: &Difference, teller: &Teller<'_>) -> Duties {
        let mut duties = Duties::default();
        for change in &difference.changes {
            let rules = triggers::rules(change, teller);
            for ask in rules.iter().filter_map(|rule| rule.consequence()).flat_map(|one| &one.asks) {
                let who = duties.asks.entry(*ask).or_default();
                match change.touches.as_slice() {
                    [] => drop(who.insert(change.subject.name.clone())),
                    touches => who.extend(touches.iter().map(|touch| touch.title.clone())),
                }
            }
            if is_material(change, &rules) {
                duties.unannounced.extend(unannounced(change, teller));
            }
            duties.rules.push(rules);
        }
        duties
    }
}

/// Whether the people concerned have to hear of a change before it takes effect. What no notice could tell is
/// never material in this sense.
pub fn is_material(change: &Change, rules: &[Rule]) -> bool {
    change.audience == Visibility::Public && rules.iter().any(|rule| rule.is_material())
}

/// The notices that tell of a change, or told of it, and do not leave time before it takes effect.
fn unannounced(change: &Change, teller: &Teller<'_>) -> Vec<String> {
    let registry = teller.after;
    let mut found = Vec::new();
    for (_, notice) in registry.notices.iter() {
        let told = |touch: &super::Touch| {
            registry.activities.find(&touch.activity).is_some_and(|id| tells(notice, &registry.activities[id]))
        };
        let concerned = match change.subject.kind {
            Some(Kind::Controller) => {
                notice.links.controller.is_some_and(|id| registry.controllers[id].id == change.subject.id)
            }
            _ => change.touches.iter().any(told),
        };
        let before = teller.before.notices.find(&notice.id).map(|id| &*teller.before.notices[id].record);
        if concerned && !leaves_time(before, &notice.record) {
            found.push(notice.id.clone());
        }
    }
    found
}
