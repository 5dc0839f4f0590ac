//! Rules on changes of notices and of who gives them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use super::activity::promise;
use super::values::is_yes_no_more;
use crate::change::words::Teller;
use crate::change::{Change, Event};
use crate::decode::{Date, Field};
use crate::law::Rule;
use crate::record::notice::{Notice, SectionName};
use crate::registry::Registry;

pub(super) fn rules(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let first = change.key.split('.').next().unwrap_or_default();
    if is_moved_earlier(change, teller) {
        return vec![Rule::PromiseDropped];
    }
    let rule = match first {
        "controller" => Some(Rule::OtherController),
        "data-not-sold" if is_yes_no_more(change) => Some(Rule::PromiseDropped),
        // How people hear of changes, and how long before.
        "changes" => match (change.key.as_str(), change.event) {
            ("changes.announced", Event::Shorter) => Some(Rule::PromiseDropped),
            ("changes.announced", Event::Longer) => None,
            ("changes.reserved" | "changes.continued-use", Event::Added | Event::Changed) => Some(Rule::WordsReworded),
            ("changes.reserved" | "changes.continued-use" | "changes.advice", _) => None,
            _ => promise(change),
        },
        "versions" if is_withdrawn(change, teller) => Some(Rule::WordsReworded),
        "order" => left_out(change, teller),
        "updated" if change.event == Event::Removed => Some(Rule::LessTold),
        "effective" if change.event == Event::Removed && is_same_version(change, teller) => Some(Rule::LessTold),
        "rights" if change.event != Event::Added => Some(Rule::OtherWayToRights),
        "statements" if is_removed_promise(change) => Some(Rule::PromiseDropped),
        // "We do not sell your data" and "We sell your data" share most of their words.
        "statements" if change.key == "statements" || change.key.ends_with("text") => Some(Rule::WordsReworded),
        "scope" | "children" => Some(Rule::WordsReworded),
        _ => None,
    };
    rule.into_iter().collect()
}

/// Whether a day that has not come yet is moved to an earlier one, or gone; or a notice takes effect before it is
/// updated.
fn is_moved_earlier(change: &Change, teller: &Teller<'_>) -> bool {
    let is_day = ["updated", "effective", "versions[].updated", "versions[].effective"].contains(&change.key.as_str());
    let Some(today) = teller.today.filter(|_| is_day) else { return false };
    let (before, after) = (day(change.before.as_ref()), day(change.after.as_ref()));
    let updated = || Some(of_notice(change, teller)?.updated.get()?.0);
    let is_backwards = change.key == "effective" && after.is_some_and(|day| updated().is_some_and(|one| day < one));
    is_backwards || before.is_some_and(|before| before > today && after.is_none_or(|after| after < before))
}

/// Whether a planned version is gone before it took effect. Whether it told of a change that stands, a person sees.
fn is_withdrawn(change: &Change, teller: &Teller<'_>) -> bool {
    let Some(went) = change.before.as_ref().filter(|_| change.key == "versions" && change.event == Event::Removed)
    else {
        return false;
    };
    let (updated, effective) = (day(went.get("updated")), day(went.get("effective")));
    let is_planned = effective.or(updated).zip(teller.today).is_some_and(|(day, today)| day > today);
    let is_own = of_notice(change, teller).is_some_and(|notice| {
        let own = |field: &Field<Date>| field.get().map(|day| day.0);
        own(&notice.updated) == updated && own(&notice.effective) >= effective
    });
    is_planned && !is_own
}

/// The notice as it is now.
fn of_notice<'r>(change: &Change, teller: &'r Teller<'_>) -> Option<&'r Notice> {
    teller.after.notices.find(&change.subject.id).map(|id| &*teller.after.notices[id].record)
}

fn day(value: Option<&Value>) -> Option<NaiveDate> {
    value?.as_str()?.parse().ok()
}

/// Sections that the notice does not have any more. Where it had the usual ones only a person sees whether those that
/// are left out said anything.
fn left_out(change: &Change, teller: &Teller<'_>) -> Option<Rule> {
    let stated = |registry: &Registry| -> Option<BTreeSet<SectionName>> {
        let record = &registry.notices[registry.notices.find(&change.subject.id)?].record;
        (!record.order.is_absent()).then(|| record.order.iter().copied().collect())
    };
    let after = stated(teller.after)?;
    match stated(teller.before) {
        Some(before) => (!before.is_subset(&after)).then_some(Rule::LessTold),
        None => SectionName::ALL.iter().any(|one| !after.contains(one)).then_some(Rule::WordsReworded),
    }
}

/// Whether the notice has the day of update that it had: another one makes another version.
fn is_same_version(change: &Change, teller: &Teller<'_>) -> bool {
    let updated = |registry: &Registry| {
        let record = &registry.notices[registry.notices.find(&change.subject.id)?].record;
        record.updated.get().map(|day| day.0)
    };
    updated(teller.before) == updated(teller.after)
}

/// A statement that was called a promise, and is gone.
fn is_removed_promise(change: &Change) -> bool {
    let kind = change.before.as_ref().and_then(|row| row.get("kind")).and_then(|kind| kind.as_str());
    change.event == Event::Removed && matches!(kind, Some("commitment" | "undertaking"))
}

pub(super) fn of_controller(change: &Change) -> Vec<Rule> {
    let first = change.key.split('.').next().unwrap_or_default();
    let ways = ["email", "phone", "contacts", "requests", "marketing", "dpo", "representative"];
    match (first, change.event) {
        ("name", Event::Changed) => vec![Rule::OtherController],
        (way, Event::Changed | Event::Removed | Event::Longer) if ways.contains(&way) => vec![Rule::OtherWayToRights],
        ("complaints", Event::Changed | Event::Removed) => vec![Rule::WordsReworded],
        _ => Vec::new(),
    }
}
