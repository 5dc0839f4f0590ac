//! Who receives data.

use std::collections::BTreeSet;

use super::audience::Audience;
use super::cell::{Gap, Reason, State};
use crate::decode::Field;
use crate::record::notice::SectionName;
use crate::record::party::ShownAs;
use crate::registry::{Node, Party};
use crate::source::Span;

/// N30: the recipients, processors among them, Articles 4(9), 13(1)(e) and 14(1)(e).
///
/// N33: those who get data under a pseudonym too. Disclosures do not differ by that, so one answer
/// holds for both.
pub(super) fn recipients(audience: &Audience<'_>) -> State {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut due = false;
    // Where somebody writes down who receives data of all activities together, that is an answer for each.
    let general = audience.disclosures().any(|(told, ..)| told.is_general());
    for told in &audience.told {
        let record = &told.entry.record;
        if record.disclosures.is_empty() && record.no_disclosures.is_absent() && !general {
            due = true;
            gaps.push(told.gap(None, "disclosures".to_owned(), Some("recipients-missing")));
        }
        // Who runs a system for us gets the data that are in it.
        let rows = &told.entry.links.disclosures;
        let known: Vec<Party> = rows.iter().flat_map(|row| row.recipients.iter().copied()).collect();
        for id in &told.entry.links.systems.values {
            let Some(operator) = audience.registry.systems[*id].links.operated_by else { continue };
            if !rows.is_empty() && !known.contains(&Party::Processor(operator)) {
                due = true;
                let at = record.systems.span().or(record.disclosures.span());
                gaps.push(told.gap(at, format!("disclosures.*.recipients.{}", audience.id_of(operator.into())), None));
            }
        }
    }
    for (told, row, links) in audience.disclosures() {
        due = true;
        if links.recipients.is_empty() {
            let write = format!("disclosures.{}.recipients", row.key.name);
            gaps.push(told.gap(Some(row.key.span), write, Some("recipients-missing")));
        }
    }
    if due { audience.in_section(gaps, SectionName::Recipients) } else { State::NotDue(Reason::NobodyReceives) }
}

/// N31: recipients by name, or by a category where few of them can be known before.
pub(super) fn named(audience: &Audience<'_>) -> State {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut due = false;
    let parties = audience.disclosures().flat_map(|(_, _, links)| links.recipients.iter().copied());
    for party in parties.collect::<BTreeSet<Party>>() {
        due = true;
        let found = match party {
            Party::Processor(id) => {
                let entry = &audience.registry.processors[id];
                hidden(&entry.record.shown_as).map(|at| (Node::from(id), at))
            }
            Party::Recipient(id) => {
                let entry = &audience.registry.recipients[id];
                let known = entry.record.kind.copied().is_none_or(|kind| !kind.is_seldom_known());
                hidden(&entry.record.shown_as).filter(|_| known).map(|at| (Node::from(id), at))
            }
            Party::Controller(_) | Party::Source(_) => None,
        };
        let lint = Some("recipient-unnamed");
        gaps.extend(found.map(|(record, at)| Gap { record, at, write: "shown-as".to_owned(), lint }));
    }
    if due { audience.in_section(gaps, SectionName::Recipients) } else { State::NotDue(Reason::NobodyReceives) }
}

/// Where a record says that its name is not shown.
fn hidden(shown_as: &Field<ShownAs>) -> Option<Span> {
    shown_as.located().filter(|shown| *shown.value == ShownAs::Category).map(|shown| shown.span)
}
