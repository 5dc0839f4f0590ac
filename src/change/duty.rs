//! What changes ask for: which rules of [`crate::law`] each falls under, and which notices have to say it.

mod announced;
mod concerned;
mod triggers;

use std::collections::{BTreeMap, BTreeSet};

use super::words::Teller;
use super::{Change, Difference};
use crate::law::{Ask, Rule};
use crate::registry::Registry;
use crate::schema::Visibility;

pub use announced::leaves_time;
pub use concerned::{Concerned, OneNotice, Untold};

/// What all changes together ask for.
#[derive(Debug, Default)]
pub struct Duties {
    /// The rules that each change falls under, in the order of the changes.
    pub rules: Vec<Vec<Rule>>,
    /// What is asked for, with the titles of the activities and records that ask for it.
    pub asks: BTreeMap<Ask, BTreeSet<String>>,
    /// The notices that material changes concern, and the people whom no notice tells of them.
    pub concerned: Concerned,
    /// Ids of the notices that tell something material, or told it before, and leave no time before it takes
    /// effect.
    pub unannounced: BTreeSet<String>,
}

impl Duties {
    /// What the changes of a difference ask for.
    pub fn of(difference: &Difference, teller: &Teller<'_>) -> Duties {
        let mut duties = Duties::default();
        let finder = concerned::Finder::new(difference, teller);
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
                finder.add(change, &mut duties.concerned);
            }
            duties.rules.push(rules);
        }
        let late =
            duties.concerned.notices.iter().filter(|(id, one)| !is_in_time(id, one, teller.before, teller.after));
        duties.unannounced = late.map(|(id, _)| id.clone()).collect();
        duties
    }
}

/// Whether the people concerned have to hear of a change before it takes effect. What no notice could tell is
/// never material in this sense.
pub fn is_material(change: &Change, rules: &[Rule]) -> bool {
    change.audience == Visibility::Public && rules.iter().any(|rule| rule.is_material())
}

/// Whether people hear from a notice before what it tells takes effect.
fn is_in_time(id: &str, one: &OneNotice, before: &Registry, after: &Registry) -> bool {
    let record = |registry: &Registry, id: &str| {
        registry.notices.find(id).map(|found| std::sync::Arc::clone(&registry.notices[found].record))
    };
    if one.is_gone {
        let leaves = |id: &String| {
            let then = record(before, id);
            record(after, id).is_some_and(|now| leaves_time(then.as_deref(), &now))
        };
        return one.in_its_place.iter().any(leaves);
    }
    // A notice that was not there before told nobody anything else.
    let Some(then) = one.was.as_ref().and_then(|was| record(before, was)) else { return true };
    record(after, id).is_some_and(|now| leaves_time(Some(&then), &now))
}
