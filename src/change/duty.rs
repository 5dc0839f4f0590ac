//! What changes ask for: which rules of [`crate::law`] each falls under, and which notices have to say it.

mod announced;
mod asking;
mod concerned;
mod triggers;
mod waived;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::words::Teller;
use super::{Change, Difference};
use crate::law::{Ask, Rule};
use crate::record::Kind;
use crate::registry::Registry;
use crate::schema::Visibility;

pub use announced::Time;
pub use concerned::{Concerned, OneNotice, Untold};
pub use waived::Waived;

/// What all changes together ask for.
#[derive(Debug, Default)]
pub struct Duties {
    /// The rules that each change falls under, in the order of the changes.
    pub rules: Vec<Vec<Rule>>,
    /// What is asked for, with the titles of the activities and records that ask for it; a new version is asked of
    /// notices.
    pub asks: BTreeMap<Ask, BTreeSet<String>>,
    /// The notices that material changes concern, and the people whom no notice tells of them.
    pub concerned: Concerned,
    waived: BTreeMap<(Kind, String), Waived>,
}

impl Duties {
    /// What the changes of a difference ask for.
    pub fn of(difference: &Difference, teller: &Teller<'_>) -> Duties {
        let mut duties = Duties { waived: waived::waived(difference, teller), ..Duties::default() };
        let finder = concerned::Finder::new(difference, teller);
        for change in &difference.changes {
            let rules = triggers::rules(change, teller);
            // Somebody has looked.
            let is_looked_at = duties.waiver(change, &rules).is_some();
            let asks = rules.iter().filter_map(|rule| rule.consequence()).flat_map(|one| &one.asks);
            for ask in asks.filter(|ask| !(is_looked_at && **ask == Ask::Look)) {
                let who = duties.asks.entry(*ask).or_default();
                let notices = if *ask == Ask::NoticeVersion { finder.titles(change) } else { BTreeSet::new() };
                if notices.is_empty() {
                    who.extend(asking::asking(change, *ask, teller));
                } else {
                    who.extend(notices);
                }
            }
            if is_material(change, &rules) || duties.is_unclear(change, &rules) {
                finder.add(change, &mut duties.concerned);
            }
            duties.rules.push(rules);
        }
        if !difference.is_empty() {
            finder.lost(&mut duties.concerned);
        }
        duties
    }

    /// Whether only a person can see if people have to hear of a change, and nobody said with a waiver that came with
    /// it that they do not.
    pub fn is_unclear(&self, change: &Change, rules: &[Rule]) -> bool {
        is_in_question(change, rules) && self.waiver(change, rules).is_none()
    }

    /// Who says of a change that only a person can judge that people need not hear of it.
    pub fn waiver(&self, change: &Change, rules: &[Rule]) -> Option<&Waived> {
        let record = (change.subject.kind?, change.subject.id.clone());
        is_in_question(change, rules).then(|| self.waived.get(&record)).flatten()
    }

    /// How much time the notices concerned leave people, by their ids, seen from a day. A notice that was not there
    /// before leaves time if it takes effect later; where there was no register before, nobody knows what people were
    /// told, and it has no entry.
    pub fn time(&self, teller: &Teller<'_>, today: NaiveDate) -> BTreeMap<&str, Time> {
        let notices = self.concerned.notices.iter();
        notices.filter_map(|(id, one)| Some((id.as_str(), time(id, one, teller, today)?))).collect()
    }
}

/// Whether the people concerned have to hear of a change before it takes effect.
pub fn is_material(change: &Change, rules: &[Rule]) -> bool {
    is_told(change, rules) && rules.iter().any(|rule| rule.is_material())
}

/// Whether only a person can see if people have to hear of a change.
fn is_in_question(change: &Change, rules: &[Rule]) -> bool {
    is_told(change, rules) && rules.iter().any(|rule| rule.is_unclear()) && !is_material(change, rules)
}

/// Whether a notice could tell of it. Who receives data and where they are is told, whichever key says it.
fn is_told(change: &Change, rules: &[Rule]) -> bool {
    let always = [Rule::NewThirdCountry, Rule::NewAdequateCountry, Rule::NewSubProcessor];
    // How long before people are told is a promise, though no notice says it.
    let is_promise = change.is(Kind::Notice, "changes.announced");
    change.audience == Visibility::Public || is_promise || rules.iter().any(|rule| always.contains(rule))
}

/// How much time a notice leaves people.
fn time(id: &str, one: &OneNotice, teller: &Teller<'_>, today: NaiveDate) -> Option<Time> {
    let (before, after) = (teller.before, teller.after);
    let record = |registry: &Registry, id: &str| {
        registry.notices.find(id).map(|found| Arc::clone(&registry.notices[found].record))
    };
    if one.is_gone {
        let leaves = |id: &String| {
            let then = record(before, id);
            record(after, id).map(|now| announced::time(then.as_deref(), &now, today))
        };
        let is_enough = |time: &Time| matches!(time, Time::Enough(_));
        return Some(one.in_its_place.iter().filter_map(leaves).find(is_enough).unwrap_or(Time::None));
    }
    let then = one.was.as_ref().and_then(|was| record(before, was));
    if then.is_none() && before.notices.is_empty() && before.activities.is_empty() {
        return None;
    }
    Some(announced::time(then.as_deref(), &*record(after, id)?, today))
}
