//! Rules on changes of activities.

use std::collections::BTreeSet;

use serde_json::Value;

use super::values::{abroad_with, begins, is_alike, is_another, is_consent, is_dropped, is_yes_no_more, texts};
use crate::change::canon::Length;
use crate::change::words::Teller;
use crate::change::{Change, Event};
use crate::law::Rule;
use crate::registry::Registry;

pub(super) fn rules(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let field = change.key.split('.').next().unwrap_or_default();
    let rule = match field {
        "" if change.event == Event::Added => return begun(change, teller),
        "purposes" => return purposes(change, teller),
        "data" => return data(change, teller),
        "disclosures" => return disclosures(change, teller),
        "controllers" => another_controller(change, teller),
        "joint-arrangement" if change.key.ends_with("contact") => Some(Rule::OtherWayToRights),
        "joint-arrangement" if change.key != "joint-arrangement" => Some(Rule::WordsReworded),
        "retention" => retention(change, teller),
        "subject-groups" if change.event == Event::Added => Some(Rule::NewGroup),
        "automated-decisions" | "profiling" => by_machine(change),
        _ => None,
    };
    rule.into_iter().collect()
}

/// What a new activity brings with it.
fn begun(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let mut rules = vec![Rule::NewPurpose];
    let Some(tree) = &change.after else { return rules };
    let rows = |field: &str| tree.get(field).and_then(Value::as_object).into_iter().flat_map(|rows| rows.values());
    let ids = |row: &Value, key: &str| -> Vec<String> { names_of(row, key).map(str::to_owned).collect() };
    for id in rows("data").flat_map(|row| ids(row, "categories")) {
        if !teller.special(teller.after, &id).is_empty() {
            rules.push(Rule::NewSpecialCategory);
        }
    }
    for id in rows("disclosures").flat_map(|row| ids(row, "recipients")) {
        rules.extend(abroad_with(teller, &id));
    }
    let is_used = |key: &str| tree.get(key).and_then(|table| table.get("used")).and_then(Value::as_bool) == Some(true);
    rules.extend(is_used("automated-decisions").then_some(Rule::NewAutomatedDecision));
    rules.extend(is_used("profiling").then_some(Rule::NewProfiling));
    rules
}

/// What activities have from the settings of the registry.
pub(super) fn by_default(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let rule = match change.key.as_str() {
        _ if change.touches.is_empty() => None,
        "default-controller" => Some(Rule::OtherController),
        "activity-defaults.retention" => retention(change, teller),
        _ => None,
    };
    rule.into_iter().collect()
}

fn purposes(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let rule = match (change.key.as_str(), change.event) {
        ("purposes", Event::Added) => Some(Rule::NewPurpose),
        ("purposes.*.title", _) => match texts(change) {
            Some((before, after)) if !is_alike(before, after) => Some(Rule::NewPurpose),
            _ => Some(Rule::PurposeReworded),
        },
        ("purposes.*.includes", Event::Added | Event::Changed) => Some(Rule::PurposeReworded),
        ("purposes.*.condition" | "purposes.*.direct-marketing", _) => Some(Rule::PurposeReworded),
        ("purposes.*.legal-bases", _) => return bases(change, teller),
        ("purposes.*.subject-groups", Event::Added) => Some(Rule::NewGroup),
        ("purposes.*.categories", Event::Added) => Some(Rule::PurposeReworded),
        ("purposes.*.minimisation", _) => promise(change),
        _ => None,
    };
    rule.into_iter().collect()
}

fn data(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let rule = match (change.key.as_str(), change.event) {
        ("data", Event::Added) => return categories(teller, names(&change.after, "categories")),
        ("data.*.categories", Event::Added) => return categories(teller, change.text().into_iter()),
        ("data.*.sources", Event::Added) => Some(Rule::NewSource),
        ("data.*.legal-bases", _) => return bases(change, teller),
        ("data.*.retention", _) => retention(change, teller),
        ("data.*.subject-groups", Event::Added) => Some(Rule::NewGroup),
        ("data.*.required", _) if change.after.as_ref().is_some_and(|now| now != "voluntary") => Some(Rule::DutyToGive),
        ("data.*.if-refused" | "data.*.condition", _) => Some(Rule::WordsReworded),
        ("data.*.combined-with", Event::Added | Event::Changed) => Some(Rule::WordsReworded),
        _ => None,
    };
    rule.into_iter().collect()
}

fn disclosures(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let rule = match (change.key.as_str(), change.event) {
        ("disclosures", Event::Added) => return recipients(teller, names(&change.after, "recipients")),
        ("disclosures.*.recipients", Event::Added) => return recipients(teller, change.text().into_iter()),
        ("disclosures.*.legal-bases", _) => return bases(change, teller),
        ("disclosures.*.categories" | "disclosures.*.subject-groups", _) => wider(change, teller),
        ("disclosures.*.purpose" | "disclosures.*.cases", _) if is_another(change) => Some(Rule::WiderDisclosure),
        ("disclosures.*.purpose" | "disclosures.*.cases", _) => Some(Rule::WordsReworded),
        ("disclosures.*.only-necessary" | "disclosures.*.explicit-consent", _) if is_yes_no_more(change) => {
            Some(Rule::PromiseDropped)
        }
        ("disclosures.*.told-before", _) if is_told_less(change) => Some(Rule::PromiseDropped),
        ("disclosures.*.commitments", _) => promise(change),
        ("disclosures.*.withdraw", Event::Changed | Event::Removed) => Some(Rule::OtherWayToRights),
        _ => None,
    };
    rule.into_iter().collect()
}

/// A promise in words that is gone, or that is not the same any more.
pub(super) fn promise(change: &Change) -> Option<Rule> {
    match change.event {
        Event::Added => None,
        _ if is_dropped(change) => Some(Rule::PromiseDropped),
        _ => Some(Rule::WordsReworded),
    }
}

fn is_told_less(change: &Change) -> bool {
    let place = |value: &Option<Value>| match value.as_ref().and_then(Value::as_str) {
        Some("always") => 2,
        Some("where-possible") => 1,
        _ => 0,
    };
    place(&change.after) < place(&change.before)
}

fn bases(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let id = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
    let is_consent = |registry: &Registry, value| id(value).is_some_and(|id| is_consent(registry, &id));
    let was_consent = is_consent(teller.before, &change.before);
    match change.event {
        Event::Changed if was_consent && !is_consent(teller.after, &change.after) => {
            vec![Rule::OtherBasis, Rule::ConsentReplaced]
        }
        // What rested on consent beside another basis rests on the other now.
        Event::Removed if was_consent => vec![Rule::OtherBasis, Rule::ConsentReplaced],
        Event::Removed => Vec::new(),
        _ => vec![Rule::OtherBasis],
    }
}

fn retention(change: &Change, teller: &Teller<'_>) -> Option<Rule> {
    let length = |value: &Option<Value>| {
        let period = teller.period(value.as_ref()?.as_str()?)?;
        Length::of(&Value::String(period))
    };
    match length(&change.before).zip(length(&change.after)).and_then(|(before, after)| after.is_longer(before)) {
        Some(true) => Some(Rule::LongerRetention),
        Some(false) => None,
        None => Some(Rule::RetentionReworded),
    }
}

/// Whether other controllers answer for an activity, whoever named them there.
fn another_controller(change: &Change, teller: &Teller<'_>) -> Option<Rule> {
    let named = |registry: &Registry| -> Option<BTreeSet<String>> {
        let entry = &registry.activities[registry.activities.find(&change.subject.id)?];
        Some(entry.links.controllers.values.iter().map(|id| registry.controllers[*id].id.clone()).collect())
    };
    (named(teller.before) != named(teller.after)).then_some(Rule::OtherController)
}

fn by_machine(change: &Change) -> Option<Rule> {
    let key = change.key.as_str();
    match key {
        "automated-decisions" | "automated-decisions.used" if begins(change) => Some(Rule::NewAutomatedDecision),
        "profiling" | "profiling.used" if begins(change) => Some(Rule::NewProfiling),
        "automated-decisions.safeguards" if change.event != Event::Added => Some(Rule::OtherWayToRights),
        _ if key.ends_with("subject-groups") => (change.event == Event::Added).then_some(Rule::NewGroup),
        "automated-decisions.decision"
        | "automated-decisions.logic"
        | "automated-decisions.consequences"
        | "profiling.method"
        | "profiling.inputs"
        | "profiling.topics"
        | "profiling.effect"
            if change.event != Event::Removed =>
        {
            Some(Rule::OtherEffects)
        }
        _ => None,
    }
}

/// Whether those who receive data in a row get data of more categories, or of more people. A row that names none
/// is about all of the activity.
fn wider(change: &Change, teller: &Teller<'_>) -> Option<Rule> {
    let row = change.rows.first()?;
    let of_people = change.key.ends_with("subject-groups");
    let told = |registry: &Registry| -> Option<BTreeSet<String>> {
        let entry = &registry.activities[registry.activities.find(&change.subject.id)?];
        let at = entry.record.disclosures.iter().position(|one| one.key.name == *row)?;
        let links = entry.links.disclosures.get(at)?;
        if of_people {
            return Some(links.subject_groups.iter().map(|id| registry.subject_groups[*id].id.clone()).collect());
        }
        let all = || entry.links.data.iter().flat_map(|row| &row.categories);
        let some: Vec<_> =
            if links.categories.is_empty() { all().collect() } else { links.categories.iter().collect() };
        Some(some.into_iter().map(|id| registry.data_categories[*id].id.clone()).collect())
    };
    // Rows that got another key are known by it now.
    let Some(before) = told(teller.before) else {
        return (change.event == Event::Added).then_some(Rule::WiderDisclosure);
    };
    (!told(teller.after)?.is_subset(&before)).then_some(Rule::WiderDisclosure)
}

fn names<'v>(row: &'v Option<Value>, key: &str) -> impl Iterator<Item = &'v str> {
    row.iter().flat_map(move |row| names_of(row, key).collect::<Vec<_>>())
}

fn names_of<'v>(row: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    row.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

pub(super) fn recipients<'a>(teller: &Teller<'_>, ids: impl Iterator<Item = &'a str>) -> Vec<Rule> {
    let mut rules = vec![Rule::NewRecipient];
    for id in ids {
        rules.extend(abroad_with(teller, id));
    }
    rules
}

fn categories<'a>(teller: &Teller<'_>, ids: impl Iterator<Item = &'a str>) -> Vec<Rule> {
    let mut rules = vec![Rule::NewData];
    for id in ids {
        if !teller.special(teller.after, id).is_empty() {
            rules.push(Rule::NewSpecialCategory);
        }
    }
    rules
}
