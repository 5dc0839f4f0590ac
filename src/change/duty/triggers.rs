//! Which rules a change falls under.

use serde_json::Value;

use crate::change::canon::Length;
use crate::change::words::Teller;
use crate::change::{Change, Event};
use crate::law::{self, Ground, Rule};
use crate::record::Kind;
use crate::registry::{Id, Registry};

/// The rules that a change falls under, each once. A record that no activity uses asks for nothing.
pub(super) fn rules(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let mut rules = match change.subject.kind {
        Some(Kind::Activity) => of_activity(change, teller),
        Some(Kind::Controller) => of_controller(change),
        Some(Kind::SubProcessorList) if change.key == "engagements" && is_new(change) => vec![Rule::NewSubProcessor],
        Some(Kind::ClientProcessing) if change.key == "sub-processors" && is_new(change) => {
            vec![Rule::NewSubProcessor]
        }
        Some(kind) if !change.touches.is_empty() => of_shared(kind, change),
        _ => Vec::new(),
    };
    // Consent covers what people were told when they gave it.
    let reaches_consent = [Rule::NewRecipient, Rule::NewThirdCountry, Rule::NewData, Rule::PurposeReworded];
    if rules.iter().any(|rule| reaches_consent.contains(rule)) && rests_on_consent(change, teller) {
        rules.push(Rule::ConsentAffected);
    }
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn is_new(change: &Change) -> bool {
    change.event == Event::Added
}

fn of_activity(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let text = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
    match (change.key.as_str(), change.event) {
        ("", Event::Added) | ("purposes", Event::Added) => vec![Rule::NewPurpose],
        ("purposes.*.title" | "purposes.*.includes", Event::Added | Event::Changed) => vec![Rule::PurposeReworded],
        ("purposes.*.legal-bases" | "data.*.legal-bases" | "disclosures.*.legal-bases", event) => {
            let is_consent = |registry: &Registry, value| text(value).is_some_and(|id| consent(registry, &id));
            let was_consent = is_consent(teller.before, &change.before);
            match event {
                Event::Changed if was_consent && !is_consent(teller.after, &change.after) => {
                    vec![Rule::OtherBasis, Rule::ConsentReplaced]
                }
                Event::Removed => Vec::new(),
                _ => vec![Rule::OtherBasis],
            }
        }
        ("disclosures", Event::Added) => {
            let row = change.after.as_ref().and_then(|row| row.get("recipients")).and_then(Value::as_array);
            recipients(teller, row.into_iter().flatten().filter_map(Value::as_str))
        }
        ("disclosures.*.recipients", Event::Added) => recipients(teller, change.text().into_iter()),
        ("data", Event::Added) => {
            let row = change.after.as_ref().and_then(|row| row.get("categories")).and_then(Value::as_array);
            categories(teller, row.into_iter().flatten().filter_map(Value::as_str))
        }
        ("data.*.categories", Event::Added) => categories(teller, change.text().into_iter()),
        ("data.*.sources", Event::Added) => vec![Rule::NewSource],
        ("data.*.retention" | "retention", _) => {
            let length = |value: &Option<Value>| {
                let period = teller.period(&text(value)?)?;
                Length::of(&Value::String(period))
            };
            match (length(&change.before), length(&change.after)) {
                (Some(before), Some(after)) if after.is_longer(before) == Some(false) => Vec::new(),
                (Some(before), Some(after)) if after.is_longer(before) == Some(true) => vec![Rule::LongerRetention],
                _ => vec![Rule::RetentionReworded],
            }
        }
        ("subject-groups" | "purposes.*.subject-groups" | "data.*.subject-groups", Event::Added) => {
            vec![Rule::NewGroup]
        }
        ("automated-decisions" | "automated-decisions.used", _) if begins(change) => vec![Rule::NewAutomatedDecision],
        ("profiling" | "profiling.used", _) if begins(change) => vec![Rule::NewProfiling],
        _ => Vec::new(),
    }
}

fn of_controller(change: &Change) -> Vec<Rule> {
    let first = change.key.split('.').next().unwrap_or_default();
    let ways = ["email", "phone", "contacts", "requests", "dpo", "representative"];
    match (first, change.event) {
        ("name", Event::Changed) => vec![Rule::OtherController],
        (way, Event::Changed | Event::Removed) if ways.contains(&way) => vec![Rule::OtherWayToRights],
        _ => Vec::new(),
    }
}

fn of_shared(kind: Kind, change: &Change) -> Vec<Rule> {
    let key = change.key.as_str();
    let is_party = matches!(kind, Kind::Processor | Kind::Recipient);
    let codes = |value: &Option<Value>| -> Vec<String> {
        match value {
            Some(Value::String(code)) => vec![code.clone()],
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Some(row) => {
                row["countries"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            None => Vec::new(),
        }
    };
    let is_outside = |code: &String| law::country(code).is_some_and(|country| !country.in_eea());
    match (kind, key, change.event) {
        (Kind::Processor, "sub-processors", Event::Added) => vec![Rule::NewSubProcessor],
        (
            _,
            "country" | "countries" | "locations" | "support-from" | "transfers.*.countries",
            Event::Added | Event::Changed,
        ) if is_party => {
            // A party that was outside before and is elsewhere outside now is in a new third country too.
            if codes(&change.after).iter().any(is_outside) { vec![Rule::NewThirdCountry] } else { Vec::new() }
        }
        (_, "transfers", Event::Added) if is_party => vec![Rule::NewThirdCountry],
        (_, "transfers.*.mechanisms", _) if is_party => vec![Rule::OtherSafeguard],
        (Kind::Retention, "period", Event::Longer) => vec![Rule::LongerRetention],
        (Kind::Retention, "period", Event::Shorter) => Vec::new(),
        (Kind::Retention, "period" | "from" | "while" | "afterwards" | "criteria" | "longer-if" | "limit", _) => {
            vec![Rule::RetentionReworded]
        }
        (Kind::LegalBasis, "article", Event::Changed) => {
            let was_consent = change.before.as_ref().and_then(Value::as_str) == Some("6(1)(a)");
            if was_consent { vec![Rule::OtherBasis, Rule::ConsentReplaced] } else { vec![Rule::OtherBasis] }
        }
        (Kind::LegalBasis, "consent.to", Event::Changed) => vec![Rule::ConsentAffected],
        (Kind::DataCategory, "special" | "items.*.special", Event::Added | Event::Changed) => {
            vec![Rule::NewSpecialCategory]
        }
        (Kind::DataCategory, "items", Event::Added) => {
            let special = change.after.as_ref().is_some_and(|item| item.get("special").is_some());
            if special { vec![Rule::NewData, Rule::NewSpecialCategory] } else { vec![Rule::NewData] }
        }
        (Kind::Source, "name" | "category", Event::Changed) => vec![Rule::NewSource],
        (Kind::Cookie, "", Event::Added) => vec![Rule::NewData],
        _ => Vec::new(),
    }
}

fn recipients<'a>(teller: &Teller<'_>, ids: impl Iterator<Item = &'a str>) -> Vec<Rule> {
    let mut rules = vec![Rule::NewRecipient];
    for id in ids {
        if teller.party(teller.after, id).is_outside {
            rules.push(Rule::NewThirdCountry);
        }
    }
    rules
}

fn categories<'a>(teller: &Teller<'_>, ids: impl Iterator<Item = &'a str>) -> Vec<Rule> {
    let registry = teller.after;
    let mut rules = vec![Rule::NewData];
    for id in ids {
        let Some(found) = registry.data_categories.find(id) else { continue };
        let record = &registry.data_categories[found].record;
        let item =
            |item: &crate::decode::PlainItem| item.more.as_ref().is_some_and(|more| more.special.get().is_some());
        if record.special.get().is_some() || record.items.get().is_some_and(|items| items.iter().any(item)) {
            rules.push(Rule::NewSpecialCategory);
        }
    }
    rules
}

/// Whether something that was not done before is done now.
fn begins(change: &Change) -> bool {
    let used = |value: &Option<Value>| match value {
        Some(Value::Bool(used)) => *used,
        Some(table) => table.get("used").and_then(Value::as_bool).unwrap_or(false),
        None => false,
    };
    used(&change.after) && !used(&change.before)
}

fn consent(registry: &Registry, id: &str) -> bool {
    let Some(found) = registry.legal_bases.find(id) else { return false };
    registry.legal_bases[found].record.article.get().is_some_and(|article| article.0 == Ground::Consent)
}

/// Whether an activity that is touched rests on consent for a purpose.
fn rests_on_consent(change: &Change, teller: &Teller<'_>) -> bool {
    let registry = teller.after;
    change.touches.iter().filter_map(|touch| registry.activities.find(&touch.activity)).any(|id: Id<_>| {
        let bases = registry.activities[id].links.purposes.iter().flat_map(|purpose| &purpose.legal_bases);
        bases.into_iter().any(|basis| consent(registry, &registry.legal_bases[*basis].id))
    })
}
