//! Who is responsible: controllers, representative, officer.

use super::audience::{Audience, Told};
use super::cell::{Gap, Reason, State};
use crate::record::notice::SectionName;
use crate::record::recipient::RecipientKind;
use crate::registry::{Id, Party};
use crate::view::notice::Controller;

/// N01: identity and contact details of the controller, Articles 13(1)(a) and 14(1)(a).
pub(super) fn controller(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    match (&audience.facts.controller, audience.entry.links.controller) {
        (Some(controller), Some(id)) => {
            if !can_be_reached(controller) {
                let entry = &audience.registry.controllers[id];
                let lint = Some("controller-contact-missing");
                gaps.push(Gap { record: id.into(), at: entry.at, write: "email".to_owned(), lint });
            }
        }
        _ => {
            let registry = audience.registry;
            let unnamed = audience.told.iter().any(|told| told.entry.links.controllers.values.is_empty());
            let lint = (registry.controllers.is_empty() || unnamed).then_some("controller-missing");
            gaps.push(audience.of_notice(None, "controller", lint));
        }
    }
    audience.in_section(gaps, SectionName::Controller)
}

/// Any way will do: no postal address is asked for.
fn can_be_reached(controller: &Controller) -> bool {
    let general = controller.contacts.iter().any(|one| one.email.is_some() || one.phone.is_some() || one.url.is_some());
    let address = controller.address.as_ref().is_some_and(|address| !address.lines.is_empty());
    general || address || controller.email.is_some() || controller.phone.is_some()
}

/// N02: identity and contact details of each joint controller, Articles 13(1)(a) and 26.
pub(super) fn joint_controllers(audience: &Audience<'_>) -> State {
    let registry = audience.registry;
    let joint = || audience.told.iter().filter(|told| told.entry.links.controllers.values.len() > 1);
    let recipients = joint_recipients(audience);
    if joint().next().is_none() && recipients.is_empty() {
        return State::NotDue(Reason::NoJointController);
    }
    let mut gaps = Vec::new();
    let mut seen = Vec::new();
    for id in joint().flat_map(|told| &told.entry.links.controllers.values).copied() {
        if Some(id) == audience.entry.links.controller || seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let entry = &registry.controllers[id];
        let with = audience.facts.joint.iter().flat_map(|joint| &joint.with);
        let told = with.filter(|one| one.name == entry.name()).any(|one| one.address.is_some() || one.email.is_some());
        if !told {
            let silent = entry.record.phone.is_absent() && entry.record.contacts.is_empty();
            let lint = silent.then_some("controller-contact-missing");
            gaps.push(Gap { record: id.into(), at: entry.at, write: "email".to_owned(), lint });
        }
    }
    for id in &recipients {
        let entry = &registry.recipients[*id];
        if entry.record.privacy_notice.is_absent() {
            let at = entry.record.kind.span().unwrap_or(entry.at);
            let lint = Some("joint-controller-contact-missing");
            gaps.push(Gap { record: (*id).into(), at, write: "privacy-notice".to_owned(), lint });
        }
    }
    audience.in_section(gaps, if seen.is_empty() { SectionName::Recipients } else { SectionName::Controller })
}

/// The recipients that decide jointly with the controller.
fn joint_recipients(audience: &Audience<'_>) -> Vec<Id<crate::record::recipient::Recipient>> {
    let parties = audience.disclosures().flat_map(|(_, _, links)| &links.recipients);
    let mut found: Vec<_> = parties.filter_map(|party| joint_recipient(audience, *party)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn joint_recipient(audience: &Audience<'_>, party: Party) -> Option<Id<crate::record::recipient::Recipient>> {
    let Party::Recipient(id) = party else { return None };
    let kind = audience.registry.recipients[id].record.kind.copied();
    (kind == Some(RecipientKind::JointController)).then_some(id)
}

/// N03: the essence of the arrangement, Article 26(2). A contact point may be named and need not.
pub(super) fn arrangement(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    let mut due = false;
    for told in &audience.told {
        let several = told.entry.links.controllers.values.len() > 1;
        if !several && !has_joint_recipient(audience, told) {
            continue;
        }
        due = true;
        let arrangement = &told.entry.record.joint_arrangement;
        match arrangement.located() {
            None => gaps.push(told.gap(None, "joint-arrangement".to_owned(), Some("joint-arrangement-missing"))),
            Some(found) if found.value.essence.is_absent() => {
                let write = "joint-arrangement.essence".to_owned();
                gaps.push(told.gap(Some(found.span), write, Some("joint-essence-missing")));
            }
            // The notice tells the essence where the others stand among the controllers.
            Some(found) if !several => {
                gaps.push(told.gap(Some(found.span), "controllers".to_owned(), Some("joint-arrangement-missing")));
            }
            Some(_) => {}
        }
    }
    if due { audience.in_section(gaps, SectionName::Controller) } else { State::NotDue(Reason::NoJointController) }
}

fn has_joint_recipient<'a>(audience: &Audience<'a>, told: &Told<'a>) -> bool {
    let mut disclosures = audience.disclosures_of(told);
    disclosures.any(|(_, links)| links.recipients.iter().any(|party| joint_recipient(audience, *party).is_some()))
}

/// N04: identity and contact details of the representative in the Union, Article 27.
pub(super) fn representative(audience: &Audience<'_>) -> State {
    let Some(id) = audience.entry.links.controller else { return State::NotDue(Reason::NoRepresentative) };
    let entry = &audience.registry.controllers[id];
    let Some(written) = entry.record.representative.located().filter(|one| !one.value.appointed.is_false()) else {
        return State::NotDue(Reason::NoRepresentative);
    };
    let told = audience.facts.controller.as_ref().and_then(|controller| controller.representative.as_ref());
    let reached = told.is_some_and(|one| one.address.is_some() || one.email.is_some() || one.phone.is_some());
    let write = if told.is_none() { "representative.name" } else { "representative.email" };
    // The lint speaks only of one that is said to be appointed.
    let lint = written.value.appointed.is_true().then_some("representative-contact-missing");
    let gap = Gap { record: id.into(), at: written.span, write: write.to_owned(), lint };
    audience.in_section(if reached { Vec::new() } else { vec![gap] }, SectionName::Controller)
}

/// N05: contact details of the data protection officer, Articles 13(1)(b) and 14(1)(b). A name is
/// not asked for.
pub(super) fn officer(audience: &Audience<'_>) -> State {
    let Some(id) = audience.entry.links.controller else { return State::NotDue(Reason::NoOfficer) };
    let entry = &audience.registry.controllers[id];
    let Some(written) = entry.record.dpo.located().filter(|one| !one.value.appointed.is_false()) else {
        return State::NotDue(Reason::NoOfficer);
    };
    let told = audience.facts.controller.as_ref().and_then(|controller| controller.dpo.as_ref());
    let reached = told
        .is_some_and(|one| one.email.is_some() || one.phone.is_some() || one.url.is_some() || one.address.is_some());
    let lint = written.value.appointed.is_true().then_some("dpo-contact-not-published");
    let gap = Gap { record: id.into(), at: written.span, write: "dpo.email".to_owned(), lint };
    audience.in_section(if reached { Vec::new() } else { vec![gap] }, SectionName::Controller)
}
