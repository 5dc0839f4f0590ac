//! Transfers to third countries and international organisations, Articles 13(1)(f) and 14(1)(f).

use super::audience::Audience;
use super::cell::{Gap, Reason, State};
use crate::decode::{Country, Row, word};
use crate::law::{self, AdequacyDecision, Gate};
use crate::lint::words;
use crate::record::notice::SectionName;
use crate::record::transfer::{Mechanism, Transfer};
use crate::registry::{Node, Party};
use crate::source::Span;

/// A transfer of somebody who receives the group's data.
struct Found<'a> {
    record: Node,
    row: &'a Row<Transfer>,
    /// The countries outside the EEA.
    countries: Vec<Country>,
}

impl Found<'_> {
    fn gap(&self, key: &str, lint: Option<&'static str>) -> Gap {
        let write = format!("transfers.{}.{key}", self.row.key.name);
        Gap { record: self.record, at: self.row.key.span, write, lint }
    }

    /// Whether it claims an adequacy decision.
    fn claims_adequacy(&self) -> bool {
        self.row.value.mechanisms.iter().any(|one| matches!(one, Mechanism::Adequacy | Mechanism::Dpf))
    }

    /// Whether it names no country, and each of its mechanisms holds for some.
    fn is_mixed(&self) -> bool {
        self.row.value.countries.is_empty() && !self.row.value.depends_on.is_absent()
    }
}

/// The parties that receive the group's data, once each.
fn receivers(audience: &Audience<'_>) -> Vec<Party> {
    let mut found: Vec<Party> =
        audience.disclosures().flat_map(|(_, _, links)| links.recipients.iter().copied()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The transfers that leave the EEA.
fn found<'a>(audience: &Audience<'a>) -> Vec<Found<'a>> {
    let registry = audience.registry;
    let rows = receivers(audience).into_iter().filter_map(|party| match party {
        Party::Processor(id) => Some((Node::from(id), &registry.processors[id].record.transfers)),
        Party::Recipient(id) => Some((Node::from(id), &registry.recipients[id].record.transfers)),
        Party::Controller(_) | Party::Source(_) => None,
    });
    let transfers = rows.flat_map(|(record, rows)| rows.iter().map(move |row| (record, row)));
    let found = transfers.map(|(record, row)| {
        let outside = row.value.countries.iter().copied().filter(|country| !country.0.country().in_eea());
        Found { record, row, countries: outside.collect() }
    });
    let leaves = |one: &Found<'_>| {
        one.row.value.countries.is_empty() || !one.row.value.organisation.is_absent() || !one.countries.is_empty()
    };
    found.filter(leaves).collect()
}

/// N34: that data are transferred.
pub(super) fn transfers(audience: &Audience<'_>) -> State {
    let found = found(audience);
    let undeclared = undeclared(audience);
    if found.is_empty() && undeclared.is_empty() {
        return State::NotDue(Reason::NoTransfer);
    }
    let mut gaps = undeclared;
    if !audience.facts.transfers.iter().any(|one| audience.is_told(&one.groups)) {
        gaps.extend(found.iter().map(|one| one.gap("countries", None)));
    }
    audience.in_section(gaps, SectionName::Transfers)
}

/// Parties outside the EEA without a word on a transfer.
fn undeclared(audience: &Audience<'_>) -> Vec<Gap> {
    let registry = audience.registry;
    let mut gaps = Vec::new();
    for party in receivers(audience) {
        let (record, transfers, denied, countries): (Node, _, _, Vec<(Country, Span)>) = match party {
            Party::Processor(id) => {
                let record = &registry.processors[id].record;
                let seat = record.country.located().map(|one| (*one.value, one.span));
                let places = record.locations.located().map(|one| (one.value, one.span));
                (id.into(), &record.transfers, &record.no_transfers, seat.into_iter().chain(places).collect())
            }
            Party::Recipient(id) => {
                let record = &registry.recipients[id].record;
                let places = record.countries.located().map(|one| (one.value, one.span));
                (id.into(), &record.transfers, &record.no_transfers, places.collect())
            }
            Party::Controller(_) | Party::Source(_) => continue,
        };
        let declared = |country| transfers.iter().any(|row| row.value.countries.iter().any(|one| *one == country));
        let open = |country: Country| !country.0.country().in_eea() && !declared(country);
        let first = countries.into_iter().find(|(country, _)| open(*country));
        if let Some((_, at)) = first.filter(|_| denied.is_absent()) {
            gaps.push(Gap { record, at, write: "transfers".to_owned(), lint: Some("transfer-undeclared") });
        }
    }
    gaps
}

/// The adequacy decision for a country on the day of the notice; none where the notice has no day.
fn decision<'a>(audience: &Audience<'a>, country: &Country) -> Option<&'a AdequacyDecision> {
    let day = audience.facts.updated.or(audience.facts.effective)?;
    audience.registry.law.adequacy_on(country.0, day)
}

/// N35: that there is an adequacy decision.
pub(super) fn adequacy(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    let mut due = false;
    for one in found(audience) {
        if one.claims_adequacy() {
            due = true;
            continue;
        }
        let decisions = one.countries.iter().filter_map(|country| decision(audience, country));
        let (partial, whole): (Vec<_>, Vec<_>) = decisions.partition(|decision| decision.is_partial());
        due |= !partial.is_empty() || !whole.is_empty();
        // Of a decision for some recipients only, the notice speaks by itself.
        if !whole.is_empty() {
            let lint = match one.row.value.mechanisms.is_empty() {
                true => Some("transfer-mechanism-missing"),
                false => (whole.len() == one.countries.len()).then_some("adequacy-unused"),
            };
            gaps.push(one.gap("mechanisms", lint));
        }
    }
    if due { audience.in_section(gaps, SectionName::Transfers) } else { State::NotDue(Reason::NoAdequacy) }
}

/// N36: that there is no adequacy decision. For an organisation the notice has no words on that.
pub(super) fn no_adequacy(audience: &Audience<'_>) -> State {
    let found = found(audience);
    if found.is_empty() {
        return State::NotDue(Reason::NoTransfer);
    }
    let mut gaps = Vec::new();
    let mut due = false;
    for one in
        found.iter().filter(|one| (!one.claims_adequacy() || one.is_mixed()) && one.row.value.organisation.is_absent())
    {
        if one.countries.is_empty() {
            due = true;
            let place = one.row.value.destination.text();
            let nowhere = place.is_none_or(|place| words::of(&audience.facts.language).nowhere.find(place).is_some());
            let lint = nowhere.then_some("transfer-country-unnamed");
            gaps.push(one.gap("countries", lint));
        }
        // A decision for some recipients only leaves the others without one.
        due |= one.countries.iter().any(|country| decision(audience, country).is_none_or(|one| one.is_partial()));
    }
    if due { audience.in_section(gaps, SectionName::Transfers) } else { State::NotDue(Reason::OnlyAdequacy) }
}

/// N37: the safeguards, and how to get a copy of them.
pub(super) fn safeguards(audience: &Audience<'_>) -> State {
    let day = audience.facts.updated.or(audience.facts.effective);
    let mut gaps = Vec::new();
    let mut due = false;
    for one in found(audience) {
        let value = &one.row.value;
        let alive = |mechanism: &Mechanism| {
            law::mechanism(&word(mechanism)).filter(|known| day.is_none_or(|day| !known.is_dead_on(day)))
        };
        let gate = |mechanism: &Mechanism| alive(mechanism).map(|known| known.gate);
        if !value.mechanisms.iter().any(|mechanism| law::mechanism(&word(mechanism)).is_some()) {
            due = true;
            gaps.push(one.gap("mechanisms", Some("transfer-mechanism-missing")));
            continue;
        }
        let adequate = value.mechanisms.iter().any(|mechanism| gate(mechanism) == Some(Gate::Adequacy));
        let safe = value.mechanisms.iter().any(|mechanism| {
            gate(mechanism) == Some(Gate::Safeguards) || *mechanism == Mechanism::CompellingLegitimateInterests
        });
        if !safe || adequate && !one.is_mixed() {
            continue;
        }
        due = true;
        if value.copy_from.is_absent() {
            gaps.push(one.gap("copy-from", Some("transfer-copy-missing")));
        }
    }
    if due { audience.in_section(gaps, SectionName::Transfers) } else { State::NotDue(Reason::NoSafeguards) }
}

/// N38: each country by its name.
pub(super) fn countries(audience: &Audience<'_>) -> State {
    let found = found(audience);
    if found.is_empty() {
        return State::NotDue(Reason::NoTransfer);
    }
    let unnamed = found.iter().filter(|one| one.countries.is_empty() && one.row.value.organisation.is_absent());
    let gaps = unnamed.map(|one| one.gap("countries", Some("transfer-country-unnamed"))).collect();
    audience.in_section(gaps, SectionName::Transfers)
}

/// N39: the compelling legitimate interests, Article 49(1) second subparagraph.
pub(super) fn compelling_interest(audience: &Audience<'_>) -> State {
    let compelling = Mechanism::CompellingLegitimateInterests;
    let mut found = found(audience);
    found.retain(|one| one.row.value.mechanisms.iter().any(|mechanism| *mechanism == compelling));
    if found.is_empty() {
        return State::NotDue(Reason::NoCompellingInterest);
    }
    let silent = found.iter().filter(|one| one.row.value.compelling_interest.is_absent());
    let gaps = silent.map(|one| one.gap("compelling-interest", Some("derogation-compelling-undocumented"))).collect();
    audience.in_section(gaps, SectionName::Transfers)
}
