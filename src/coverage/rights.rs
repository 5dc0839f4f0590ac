//! Rights, how to use them, complaints, and automated decisions.

use super::audience::Audience;
use super::cell::{Gap, Reason, State};
use crate::law::{Right, SpecialCondition};
use crate::record::controller::ContactUse;
use crate::record::notice::{NoticeRight, SectionName};
use crate::record::profiling::AutomatedDecisions;
use crate::view::notice::rights_due;

/// N06: how the rights are used, in which time and at what price. What is done counts, not what is
/// said, so telling it is practice.
pub(super) fn requests(audience: &Audience<'_>) -> State {
    let controller = audience.facts.controller.as_ref();
    let requests = audience.facts.requests.as_ref();
    let channel = controller.is_some_and(|one| {
        let contacts = one.contacts.iter().any(|contact| contact.uses.contains(&ContactUse::Requests));
        contacts || one.dpo.as_ref().is_some_and(|dpo| dpo.appointed && dpo.uses.contains(&ContactUse::Requests))
    });
    let mut gaps = Vec::new();
    let mut gap = |write: &str, lint| {
        if let Some(id) = audience.entry.links.controller {
            let at = audience.registry.controllers[id].at;
            gaps.push(Gap { record: id.into(), at, write: write.to_owned(), lint: Some(lint) });
        }
    };
    if !channel && requests.is_none_or(|requests| requests.self_service.is_empty()) {
        gap("contacts.*.uses", "rights-channel-missing");
    }
    if requests.is_none_or(|requests| requests.answered_within.is_none()) {
        gap("requests.answered-within", "answer-time-missing");
    }
    if requests.is_none_or(|requests| !requests.free) {
        gap("requests.free", "answer-time-missing");
    }
    audience.in_section(gaps, SectionName::Rights)
}

/// N60: access, rectification, erasure and restriction.
pub(super) fn always(audience: &Audience<'_>) -> State {
    let due = audience.rights_due();
    let all = [
        (Right::Access, NoticeRight::Access),
        (Right::Rectification, NoticeRight::Rectification),
        (Right::Erasure, NoticeRight::Erasure),
        (Right::Restriction, NoticeRight::Restriction),
    ];
    let missing = all.into_iter().filter(|(right, named)| due.contains(right) && !audience.names(*named));
    let gaps = missing.map(|(_, named)| left_out(audience, named)).collect();
    audience.in_section(gaps, SectionName::Rights)
}

/// That the notice does not name a right.
fn left_out(audience: &Audience<'_>, right: NoticeRight) -> Gap {
    // A notice without a list names what follows from the purposes, so it lacks only those.
    let lint = if audience.facts.rights_derived { "purpose-missing" } else { "right-missing" };
    let at = audience.entry.record.rights.span();
    audience.of_notice(at, &format!("rights.{}", crate::decode::word(&right)), Some(lint))
}

/// N61: portability, Article 20(1).
pub(super) fn portability(audience: &Audience<'_>) -> State {
    if !audience.rights_due().contains(&Right::Portability) {
        return State::NotDue(Reason::NoGround);
    }
    let missing = !audience.names(NoticeRight::Portability);
    let gaps = missing.then(|| left_out(audience, NoticeRight::Portability));
    audience.in_section(gaps.into_iter().collect(), SectionName::Rights)
}

/// N62: portability is not promised where no basis of anybody in the notice gives it.
pub(super) fn portability_not_promised(audience: &Audience<'_>) -> State {
    if audience.rights_due().contains(&Right::Portability) {
        return State::NotDue(Reason::RightExists);
    }
    let promised = audience.names(NoticeRight::Portability)
        && !rights_due(audience.registry, audience.entry).contains(&NoticeRight::Portability);
    let at = audience.entry.record.rights.span();
    let gaps = promised.then(|| audience.of_notice(at, "rights", Some("right-not-available")));
    audience.in_section(gaps.into_iter().collect(), SectionName::Rights)
}

/// N63: the right to object, apart from other information, Article 21(1) and (4).
pub(super) fn objection(audience: &Audience<'_>) -> State {
    if !audience.rights_due().contains(&Right::Object) {
        return State::NotDue(Reason::NoGround);
    }
    let missing = !audience.names(NoticeRight::Object);
    let gaps = missing.then(|| left_out(audience, NoticeRight::Object));
    audience.in_section(gaps.into_iter().collect(), SectionName::Objection)
}

/// N64: the right to object to direct marketing, apart from other information, Article 21(2) to (4).
pub(super) fn marketing(audience: &Audience<'_>) -> State {
    if !audience.purposes().any(|(_, _, row)| row.value.direct_marketing.is_true()) {
        return State::NotDue(Reason::NoMarketing);
    }
    if audience.names(NoticeRight::ObjectMarketing) {
        return audience.in_section(Vec::new(), SectionName::Objection);
    }
    audience.in_section(vec![left_out(audience, NoticeRight::ObjectMarketing)], SectionName::Objection)
}

/// N65: the right to object to research and statistics, Article 21(6). Only a condition of Article
/// 9(2)(j) shows in a record that something is research.
pub(super) fn research(audience: &Audience<'_>) -> State {
    let research = SpecialCondition::ArchivingResearchStatistics;
    let bases = audience.bases();
    if !bases.iter().any(|id| audience.basis(*id).record.article_9.iter().any(|one| one.0 == research)) {
        return State::NotDue(Reason::NoResearch);
    }
    let missing = !audience.names(NoticeRight::Object);
    let gaps = missing.then(|| left_out(audience, NoticeRight::Object));
    audience.in_section(gaps.into_iter().collect(), SectionName::Objection)
}

/// N66: the right to complain, Articles 13(2)(d) and 14(2)(e). Which authority it is need not be said.
pub(super) fn complaint(audience: &Audience<'_>) -> State {
    let plans = audience.facts.plan.sections.iter().any(|plan| plan.name == SectionName::Complaints);
    let places = audience.facts.complaints.as_ref().is_some_and(|complaints| !complaints.places.is_empty());
    let told = audience.names(NoticeRight::Complaint) || places && plans;
    if !told {
        return audience.in_section(vec![left_out(audience, NoticeRight::Complaint)], SectionName::Rights);
    }
    // A notice without that section names the right among the others.
    let section = if plans { SectionName::Complaints } else { SectionName::Rights };
    let gaps = (plans && audience.facts.controller.is_none()).then(|| {
        let unnamed = audience.registry.controllers.is_empty()
            || audience.told.iter().any(|told| told.entry.links.controllers.values.is_empty());
        audience.of_notice(None, "controller", unnamed.then_some("controller-missing"))
    });
    audience.in_section(gaps.into_iter().collect(), section)
}

/// N67: decisions by machine alone: that they are made, the logic, and what follows, Articles
/// 13(2)(f) and 14(2)(g).
pub(super) fn decisions(audience: &Audience<'_>) -> State {
    decided(audience, Reason::NoDecision, |decisions| {
        let keys = [
            ("decision", decisions.decision.is_absent()),
            ("logic", decisions.logic.is_absent()),
            ("consequences", decisions.consequences.is_absent()),
        ];
        let lint = decisions.used.is_true().then_some("adm-undisclosed");
        Some(keys.into_iter().filter(|(_, absent)| *absent).map(|(key, _)| (key, lint)).collect())
    })
}

/// N68: how to reach a person, state a view and contest, Article 22(3).
pub(super) fn review(audience: &Audience<'_>) -> State {
    decided(audience, Reason::NoReview, |decisions| {
        let exception = decisions.exception.internal().text();
        if !matches!(exception, Some("22(2)(a)" | "22(2)(c)")) {
            return None;
        }
        let lint = decisions.used.is_true().then_some("adm-no-human-review");
        Some(decisions.safeguards.is_absent().then_some(("safeguards", lint)).into_iter().collect())
    })
}

/// The keys that the decisions about the group lack.
fn decided(
    audience: &Audience<'_>,
    none: Reason,
    lacks: impl Fn(&AutomatedDecisions) -> Option<Vec<(&'static str, Option<&'static str>)>>,
) -> State {
    let mut gaps = Vec::new();
    let mut due = false;
    for told in &audience.told {
        let Some(written) = told.entry.record.automated_decisions.located() else { continue };
        let concerned = told.entry.links.decision_groups.contains(&audience.group_id);
        if written.value.used.is_false() || !concerned {
            continue;
        }
        let Some(keys) = lacks(written.value) else { continue };
        due = true;
        gaps.extend(keys.into_iter().map(|(key, lint)| {
            let at = written.value.used.span().unwrap_or(written.span);
            told.gap(Some(at), format!("automated-decisions.{key}"), lint)
        }));
    }
    if due { audience.in_section(gaps, SectionName::Profiling) } else { State::NotDue(none) }
}
