//! Data, their sources, and whether people have to give them.

use std::collections::BTreeSet;

use super::audience::{Audience, Told};
use super::cell::{Gap, Reason, State};
use crate::law::Ground;
use crate::record::activity::Required;
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::record::notice::SectionName;
use crate::registry::{DataLinks, DataSource, Id, Party};

/// N17: the categories of data that come from elsewhere, Article 14(1)(d).
pub(super) fn categories(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    for (told, row, links) in audience.rows() {
        if links.categories.is_empty() {
            let at = row.value.categories.span().unwrap_or(row.key.span);
            gaps.push(told.gap(Some(at), format!("data.{}.categories", row.key.name), Some("data-missing")));
        }
        for id in &links.categories {
            let entry = &audience.registry.data_categories[*id];
            let told = entry.record.name.text().is_some_and(|name| audience.published.categories.contains(name));
            if !told {
                gaps.push(Gap { record: (*id).into(), at: entry.at, write: "name".to_owned(), lint: None });
            }
        }
    }
    audience.in_section(gaps, SectionName::Data)
}

/// N18: the sources, and whether they are publicly accessible, Article 14(2)(f).
pub(super) fn sources(audience: &Audience<'_>) -> State {
    let sources = audience.rows().flat_map(|(_, _, links)| &links.sources);
    let parties: BTreeSet<Party> = sources
        .filter_map(|source| match source {
            DataSource::Party(party) => Some(*party),
            _ => None,
        })
        .collect();
    let gaps = parties.into_iter().filter_map(|party| unexplained(audience, party)).collect();
    audience.in_section(gaps, SectionName::Data)
}

/// What is not said about a source.
fn unexplained(audience: &Audience<'_>, party: Party) -> Option<Gap> {
    let Party::Source(id) = party else { return None };
    let entry = &audience.registry.sources[id];
    let at = entry.record.name.span().unwrap_or(entry.at);
    let hidden = entry.record.shown_as.copied() == Some(crate::record::party::ShownAs::Category);
    if hidden && entry.record.category.is_absent() {
        return Some(Gap { record: id.into(), at, write: "category".to_owned(), lint: None });
    }
    // The law asks for the publicity of a source "if applicable", so that silence denies it.
    None
}

/// N19: whether people have to give data for a contract or a duty, and what follows if they do not,
/// Article 13(2)(e).
pub(super) fn required(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    let mut due = false;
    for (told, row, links) in audience.rows() {
        if !links.sources.contains(&DataSource::DataSubject) {
            continue;
        }
        let name = &row.key.name;
        match row.value.required.located() {
            None if binds(audience, told, links) => {
                due = true;
                if !marked_by_item(audience, links) {
                    let write = format!("data.{name}.required");
                    gaps.push(told.gap(Some(row.key.span), write, Some("mandatory-data-unmarked")));
                }
            }
            Some(required) if *required.value != Required::Voluntary => {
                due = true;
                if row.value.if_refused.is_absent() {
                    let write = format!("data.{name}.if-refused");
                    gaps.push(told.gap(Some(required.span), write, Some("refusal-consequence-missing")));
                }
            }
            Some(_) => due |= binds(audience, told, links),
            None => {}
        }
    }
    if due { audience.in_section(gaps, SectionName::Data) } else { State::NotDue(Reason::NothingRequired) }
}

/// The bases of the purposes that a row serves.
fn bases<'a>(audience: &Audience<'a>, told: &Told<'a>, links: &DataLinks) -> Vec<&'a LegalBasis> {
    let purposes = links.purposes.iter().filter_map(|at| told.entry.links.purposes.get(*at));
    purposes.flat_map(|purpose| &purpose.legal_bases).map(|id| &*audience.basis(*id).record).collect()
}

/// Whether one of the purposes rests on a contract or a duty.
fn binds(audience: &Audience<'_>, told: &Told<'_>, links: &DataLinks) -> bool {
    let ground = |basis: &&LegalBasis| basis.article.copied().map(|one| one.0);
    let bases = bases(audience, told, links);
    bases.iter().any(|basis| matches!(ground(basis), Some(Ground::Contract | Ground::LegalObligation)))
}

/// Whether every item of the categories says whether it is mandatory.
fn marked_by_item(audience: &Audience<'_>, links: &DataLinks) -> bool {
    links.categories.iter().all(|id| {
        let items = audience.registry.data_categories[*id].record.items.get();
        items.is_some_and(|items| {
            let marked = items.iter().all(|item| item.more.as_ref().is_some_and(|more| !more.mandatory.is_absent()));
            marked && items.iter().next().is_some()
        })
    })
}

/// N15: the condition of Article 9(2) for special categories of data, and the law it comes from.
pub(super) fn special(audience: &Audience<'_>) -> State {
    let is_special = |id: &Id<DataCategory>| {
        let record = &audience.registry.data_categories[*id].record;
        let mut items = record.items.get().into_iter().flat_map(|items| items.iter());
        !record.special.is_absent() || items.any(|item| item.more.as_ref().is_some_and(|one| !one.special.is_absent()))
    };
    let lacks = |bases: &[&LegalBasis]| bases.iter().all(|basis| basis.article_9.is_empty());
    let found = of_sort(audience, is_special, lacks, "special-data-no-condition");
    found.map_or(State::NotDue(Reason::NoSpecialData), |gaps| audience.in_section(gaps, SectionName::Purposes))
}

/// N16: the law under which data about offences are processed, Article 10. Where an official
/// authority has control, no law is asked for.
pub(super) fn criminal(audience: &Audience<'_>) -> State {
    let is_criminal = |id: &Id<DataCategory>| audience.registry.data_categories[*id].record.criminal.is_true();
    let official = audience
        .entry
        .links
        .controller
        .is_some_and(|id| audience.registry.controllers[id].record.public_body.internal().is_true());
    let lacks =
        |bases: &[&LegalBasis]| !official && bases.iter().all(|basis| basis.laws.iter().all(|law| law.act.is_absent()));
    let found = of_sort(audience, is_criminal, lacks, "criminal-data-no-authority");
    found.map_or(State::NotDue(Reason::NoCriminalData), |gaps| audience.in_section(gaps, SectionName::Purposes))
}

/// The rows with data of a sort whose bases lack something; nothing where there are no such data.
fn of_sort(
    audience: &Audience<'_>,
    is: impl Fn(&Id<DataCategory>) -> bool,
    lacks: impl Fn(&[&LegalBasis]) -> bool,
    lint: &'static str,
) -> Option<Vec<Gap>> {
    let mut gaps = Vec::new();
    let mut due = false;
    for (told, row, links) in audience.rows().filter(|(_, _, links)| links.categories.iter().any(&is)) {
        due = true;
        if lacks(&bases(audience, told, links)) {
            let first = links.purposes.first().and_then(|at| told.entry.record.purposes.iter().nth(*at));
            let write = first.map_or("purposes".to_owned(), |row| format!("purposes.{}.legal-bases", row.key.name));
            gaps.push(told.gap(Some(row.key.span), write, Some(lint)));
        }
    }
    due.then_some(gaps)
}
