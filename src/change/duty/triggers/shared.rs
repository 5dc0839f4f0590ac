//! Rules on changes of records that activities share.

use serde_json::Value;

use super::activity::{promise, recipients};
use super::values::{abroad, abroad_with, is_another, is_yes_no_more};
use crate::change::words::Teller;
use crate::change::{Change, Event};
use crate::law::Rule;
use crate::record::Kind;

/// Below this age nobody is of age anywhere in the Union.
const OF_AGE: u64 = 18;

pub(super) fn rules(kind: Kind, change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    match kind {
        Kind::Processor | Kind::Recipient => party(change, teller),
        Kind::Retention => retention(change).into_iter().collect(),
        Kind::LegalBasis => basis(change),
        Kind::DataCategory => data(change),
        Kind::Source if matches!(change.key.as_str(), "name" | "category") && change.event == Event::Changed => {
            vec![Rule::NewSource]
        }
        Kind::SubjectGroup => children(change).into_iter().collect(),
        Kind::Cookie => cookie(change, teller),
        _ => Vec::new(),
    }
}

fn party(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let came = matches!(change.event, Event::Added | Event::Changed);
    match change.key.as_str() {
        "sub-processors" if change.event == Event::Added => {
            let mut rules = vec![Rule::NewSubProcessor];
            rules.extend(change.text().map(|id| abroad_with(teller, id)).unwrap_or_default());
            rules
        }
        // A party that was outside before and is elsewhere outside now is in a new third country too.
        "country" | "countries" | "locations" | "support-from" | "transfers.*.countries" if came => {
            codes(&change.after).into_iter().filter_map(|code| abroad(teller, code)).collect()
        }
        "transfers" if change.event == Event::Added => {
            let found: Vec<Rule> = codes(&change.after).into_iter().filter_map(|code| abroad(teller, code)).collect();
            // A place in words, or an organisation.
            let in_words = change.after.as_ref().is_some_and(|row| row.get("countries").is_none());
            if in_words { vec![Rule::NewThirdCountry] } else { found }
        }
        "transfers.*.mechanisms" => vec![Rule::OtherSafeguard],
        "commitments" => promise(change).into_iter().collect(),
        "answerable" if is_yes_no_more(change) => vec![Rule::PromiseDropped],
        _ => Vec::new(),
    }
}

/// Codes of countries: one, some, or those of a transfer.
fn codes(value: &Option<Value>) -> Vec<&str> {
    let list = match value {
        Some(Value::String(code)) => return vec![code],
        Some(Value::Array(list)) => Some(list),
        Some(row) => row.get("countries").and_then(Value::as_array),
        None => None,
    };
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

fn retention(change: &Change) -> Option<Rule> {
    let reworded = ["period", "from", "while", "afterwards", "criteria", "longer-if", "sooner-if", "limit", "then"];
    match (change.key.as_str(), change.event) {
        ("period", Event::Longer) => Some(Rule::LongerRetention),
        ("period", Event::Shorter) => None,
        (key, _) => reworded.contains(&key).then_some(Rule::RetentionReworded),
    }
}

fn basis(change: &Change) -> Vec<Rule> {
    match (change.key.as_str(), change.event) {
        ("article", Event::Changed) => {
            let was_consent = change.before.as_ref().and_then(Value::as_str) == Some("6(1)(a)");
            if was_consent { vec![Rule::OtherBasis, Rule::ConsentReplaced] } else { vec![Rule::OtherBasis] }
        }
        ("article-9", Event::Added | Event::Changed) => vec![Rule::OtherBasis],
        ("interests" | "interest-of", Event::Removed) => Vec::new(),
        ("interests" | "interest-of", _) if is_another(change) => vec![Rule::OtherInterest],
        ("interests" | "interest-of" | "contract" | "obligation", _) => vec![Rule::WordsReworded],
        ("consent.to", Event::Changed) => vec![Rule::ConsentAffected],
        ("consent.withdraw", Event::Changed | Event::Removed) => vec![Rule::OtherWayToRights],
        _ => Vec::new(),
    }
}

fn data(change: &Change) -> Vec<Rule> {
    match (change.key.as_str(), change.event) {
        ("special" | "items.*.special", Event::Added | Event::Changed) => vec![Rule::NewSpecialCategory],
        ("items", Event::Added) => {
            let special = change.after.as_ref().is_some_and(|item| item.get("special").is_some());
            if special { vec![Rule::NewData, Rule::NewSpecialCategory] } else { vec![Rule::NewData] }
        }
        ("items.*.mandatory", _) if change.after == Some(Value::Bool(true)) => vec![Rule::DutyToGive],
        _ => Vec::new(),
    }
}

fn children(change: &Change) -> Option<Rule> {
    let age = |value: &Option<Value>| value.as_ref().and_then(Value::as_u64);
    let concerned = match change.key.as_str() {
        "children" => change.after == Some(Value::Bool(true)),
        // Nobody said that they are of age, and somebody said so before, or of an older age.
        "minimum-age" => {
            let (before, after) = (age(&change.before).unwrap_or_default(), age(&change.after).unwrap_or_default());
            after < before && after < OF_AGE
        }
        _ => false,
    };
    concerned.then_some(Rule::ChildrenConcerned)
}

fn cookie(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    match (change.key.as_str(), change.event) {
        ("", Event::Added) | ("data", Event::Added | Event::Changed) => vec![Rule::NewData],
        ("purposes", Event::Added | Event::Changed) => vec![Rule::PurposeReworded],
        ("lifetime", Event::Longer) => vec![Rule::LongerRetention],
        ("provider", Event::Added | Event::Changed) => {
            recipients(teller, change.after.as_ref().and_then(Value::as_str).into_iter())
        }
        ("consent" | "refuse", Event::Changed | Event::Removed) => vec![Rule::OtherWayToRights],
        _ => Vec::new(),
    }
}
