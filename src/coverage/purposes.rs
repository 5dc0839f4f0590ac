//! Purposes and what they rest on.

use super::audience::Audience;
use super::cell::{Gap, Reason, State};
use crate::law::{Ground, SpecialCondition};
use crate::record::legal_basis::LegalBasis;
use crate::record::notice::{NoticeRight, SectionName};
use crate::registry::{Entry, Id};

/// N10: the purposes, Articles 13(1)(c) and 14(1)(c).
pub(super) fn purposes(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    for told in audience.told.iter().filter(|told| !told.is_general()) {
        let record = &told.entry.record;
        if record.purposes.is_empty() {
            gaps.push(told.gap(record.purposes.span(), "purposes".to_owned(), Some("purpose-missing")));
        } else if told.purposes.is_empty() {
            // The activity has purposes, and none of them is for these data of the group.
            let at = record.purposes.span();
            let untitled = record.purposes.iter().all(|row| row.value.title.is_absent());
            let lint = untitled.then_some("purpose-missing");
            gaps.push(told.gap(at, "purposes".to_owned(), lint));
        }
    }
    for (told, _, row) in audience.purposes() {
        let title = row.value.title.text();
        if !title.is_some_and(|title| audience.published.purposes.contains(title)) {
            let lint = row.value.title.is_absent().then_some("purpose-missing");
            gaps.push(told.gap(Some(row.key.span), format!("purposes.{}.title", row.key.name), lint));
        }
    }
    audience.in_section(gaps, SectionName::Purposes)
}

/// N11: the basis of each purpose, Articles 13(1)(c) and 14(1)(c).
pub(super) fn bases(audience: &Audience<'_>) -> State {
    let mut gaps = Vec::new();
    let mut none = true;
    for (told, at, row) in audience.purposes() {
        none = false;
        let key = &row.key;
        let named = told.entry.links.purposes.get(at).map_or(&[][..], |links| &links.legal_bases);
        if named.is_empty() && audience.registry.needs_basis(told.entry, at) {
            let place = row.value.legal_bases.span().unwrap_or(key.span);
            let write = format!("purposes.{}.legal-bases", key.name);
            gaps.push(told.gap(Some(place), write, Some("purpose-without-basis")));
        }
        let silent = named.iter().filter(|id| audience.basis(**id).record.article.is_absent());
        gaps.extend(silent.map(|id| {
            let lint = if audience.basis(*id).record.article_9.is_empty() {
                "legal-basis-article-missing"
            } else {
                "special-condition-without-article-6"
            };
            of_basis(audience, *id, "article", lint)
        }));
    }
    if none {
        // Without a purpose there is nothing that could rest on something.
        gaps.extend(audience.told.iter().map(|told| told.gap(None, "purposes".to_owned(), Some("purpose-missing"))));
    }
    gaps.sort_by_key(|gap| (gap.at, gap.record));
    gaps.dedup();
    audience.in_section(gaps, SectionName::Purposes)
}

fn of_basis(audience: &Audience<'_>, id: Id<LegalBasis>, write: &str, lint: &'static str) -> Gap {
    let entry = audience.basis(id);
    let at = entry.record.article.span().unwrap_or(entry.at);
    Gap { record: id.into(), at, write: write.to_owned(), lint: Some(lint) }
}

/// N12: the legitimate interests, Articles 13(1)(d) and 14(2)(b). Without a word on whose they are,
/// the notice says "our".
pub(super) fn interests(audience: &Audience<'_>) -> State {
    let mut found = audience.bases_on(&[Ground::LegitimateInterests]);
    let disclosed = audience.disclosures().flat_map(|(_, _, links)| &links.legal_bases).copied();
    let ground = |id: &Id<LegalBasis>| audience.basis(*id).record.article.copied().map(|one| one.0);
    found.extend(disclosed.filter(|id| ground(id) == Some(Ground::LegitimateInterests)));
    found.sort_unstable();
    found.dedup();
    let unnamed = |entry: &Entry<LegalBasis>| entry.record.interests.is_empty();
    let gap = |id| of_basis(audience, id, "interests", "legitimate-interest-unnamed");
    settle(audience, found, unnamed, gap, Reason::NoInterest)
}

/// N14: the law that a duty or a public task comes from.
pub(super) fn laws(audience: &Audience<'_>) -> State {
    let found = audience.bases_on(&[Ground::LegalObligation, Ground::PublicTask]);
    let uncited = |entry: &Entry<LegalBasis>| entry.record.laws.iter().all(|law| law.act.is_absent());
    let gap = |id| of_basis(audience, id, "laws", "legal-basis-uncited");
    settle(audience, found, uncited, gap, Reason::NoDuty)
}

fn settle(
    audience: &Audience<'_>,
    found: Vec<Id<LegalBasis>>,
    lacks: impl Fn(&Entry<LegalBasis>) -> bool,
    gap: impl Fn(Id<LegalBasis>) -> Gap,
    none: Reason,
) -> State {
    if found.is_empty() {
        return State::NotDue(none);
    }
    let gaps = found.into_iter().filter(|id| lacks(audience.basis(*id))).map(gap);
    audience.in_section(gaps.collect(), SectionName::Purposes)
}

/// N20: that consent can be withdrawn, and how, Articles 7(3), 13(2)(c) and 14(2)(d).
pub(super) fn consent(audience: &Audience<'_>) -> State {
    let asks = |record: &LegalBasis| {
        record.article.copied().is_some_and(|one| one.0 == Ground::Consent)
            || record.article_9.iter().any(|one| one.0 == SpecialCondition::ExplicitConsent)
    };
    let mut found = audience.bases();
    found.retain(|id| asks(&audience.basis(*id).record));
    if found.is_empty() {
        return State::NotDue(Reason::NoConsent);
    }
    let silent = |id: &Id<LegalBasis>| {
        audience.basis(*id).record.consent.get().is_none_or(|consent| consent.withdraw.is_absent())
    };
    let how = |id| of_basis(audience, id, "consent.withdraw", "consent-withdrawal-missing");
    let gaps: Vec<Gap> = found.iter().copied().filter(silent).map(how).collect();
    // The sentence beside the basis says that consent can be withdrawn; else the list of rights does.
    let named = audience.names(NoticeRight::WithdrawConsent);
    audience.in_section(gaps, if named { SectionName::Rights } else { SectionName::Purposes })
}
