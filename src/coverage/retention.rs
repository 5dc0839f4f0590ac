//! How long data are kept, Articles 13(2)(a) and 14(2)(a).

use super::audience::Audience;
use super::cell::{Gap, Reason, State};
use crate::lint::words;
use crate::record::notice::SectionName;
use crate::record::retention::Retention as Rule;
use crate::registry::Id;

/// N50: the period for each row of data, or the criteria that set it.
pub(super) fn periods(audience: &Audience<'_>) -> State {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut due = false;
    for (told, row, links) in audience.rows() {
        if audience.registry.is_anonymous(&links.categories) {
            continue;
        }
        due = true;
        if links.retention.values.is_empty() {
            let write = format!("data.{}.retention", row.key.name);
            gaps.push(told.gap(Some(row.key.span), write, Some("retention-missing")));
        } else if !links.retention.values.iter().any(|id| is_timed(audience, *id)) {
            gaps.extend(links.retention.values.first().map(|id| empty(audience, *id)));
        }
    }
    // An activity whose data are not listed still says how long it keeps them.
    for told in audience.told.iter().filter(|told| told.entry.record.data.is_empty() && !told.is_general()) {
        due = true;
        let rules = &told.entry.links.retention.values;
        if !rules.iter().any(|id| is_timed(audience, *id)) {
            gaps.push(told.gap(None, "data".to_owned(), Some("data-missing")));
        }
    }
    gaps.sort_by_key(|gap| (gap.at, gap.record));
    gaps.dedup();
    if due { audience.in_section(gaps, SectionName::Retention) } else { State::NotDue(Reason::NoData) }
}

/// Whether the notice tells the group of a rule, with a time or what it depends on.
fn is_timed(audience: &Audience<'_>, id: Id<Rule>) -> bool {
    audience.published.timed.contains(&id.index())
}

fn empty(audience: &Audience<'_>, id: Id<Rule>) -> Gap {
    let entry = &audience.registry.retention[id];
    Gap { record: id.into(), at: entry.at, write: "period".to_owned(), lint: Some("retention-empty") }
}

/// The rules of the group's data, once each.
fn rules(audience: &Audience<'_>) -> Vec<Id<Rule>> {
    let mut found: Vec<Id<Rule>> =
        audience.rows().flat_map(|(_, _, links)| links.retention.values.iter().copied()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// N51: every rule, where several hold for different data.
pub(super) fn every_rule(audience: &Audience<'_>) -> State {
    let rules = rules(audience);
    if rules.len() < 2 {
        return State::NotDue(if rules.is_empty() { Reason::NoRule } else { Reason::OneRule });
    }
    let untold = rules.into_iter().filter(|id| !is_timed(audience, *id));
    let gaps = untold.map(|id| empty(audience, id)).collect();
    audience.in_section(gaps, SectionName::Retention)
}

/// N52: no time that nobody can test, such as "as long as necessary".
pub(super) fn tangible(audience: &Audience<'_>) -> State {
    let rules = rules(audience);
    if rules.is_empty() {
        return State::NotDue(Reason::NoRule);
    }
    let vague = &words::of(&audience.facts.language).vague_periods;
    let found = rules.into_iter().filter_map(|id| {
        let record = &audience.registry.retention[id].record;
        let single = [("while", &record.r#while), ("from", &record.from)].into_iter();
        let single = single.filter_map(|(key, field)| Some((key, field.located()?)));
        let single = single.map(|(key, one)| (key, one.value.to_string(), one.span));
        let lists =
            [("afterwards", &record.afterwards), ("criteria", &record.criteria), ("longer-if", &record.longer_if)];
        let lists = lists.into_iter().flat_map(|(key, list)| list.located().map(move |one| (key, one)));
        let lists = lists.map(|(key, one)| (key, one.value.to_string(), one.span));
        let (key, _, at) = single.chain(lists).find(|(_, text, _)| vague.find(text).is_some())?;
        Some(Gap { record: id.into(), at, write: key.to_owned(), lint: Some("retention-vague") })
    });
    audience.in_section(found.collect(), SectionName::Retention)
}
