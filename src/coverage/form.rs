//! How a notice speaks, and that it says from when it is.

use super::audience::Audience;
use super::cell::{Gap, Place, State};
use crate::lint::words;
use crate::record::notice::SectionName;

/// N76: no words in the purposes that leave open whether something happens.
pub(super) fn plain_words(audience: &Audience<'_>) -> State {
    let weasel = &words::of(&audience.facts.language).weasel;
    let mut gaps = Vec::new();
    for (told, _, row) in audience.purposes() {
        let title = row.value.title.located().map(|one| (one.value.to_string(), one.span, "title"));
        let includes = row.value.includes.located().map(|one| (one.value.to_string(), one.span, "includes"));
        let found = title.into_iter().chain(includes).filter(|(text, ..)| weasel.find(text).is_some());
        gaps.extend(found.map(|(_, at, key)| {
            told.gap(Some(at), format!("purposes.{}.{key}", row.key.name), Some("notice-weasel-words"))
        }));
    }
    audience.in_section(gaps, SectionName::Purposes)
}

/// N81: a date, a version, and how changes are announced.
pub(super) fn versions(audience: &Audience<'_>) -> State {
    let record = &audience.entry.record;
    let mut gaps: Vec<Gap> = Vec::new();
    if record.updated.is_absent() && record.effective.is_absent() {
        gaps.push(audience.of_notice(None, "updated", Some("notice-undated")));
    }
    if record.version.is_absent() {
        gaps.push(audience.of_notice(None, "version", Some("notice-undated")));
    }
    let changes = audience.facts.changes.as_ref();
    if changes.is_none_or(|changes| changes.published.is_none() && changes.material.is_none()) {
        gaps.push(audience.of_notice(record.changes.span(), "changes.material", Some("notice-changes-untold")));
    }
    if !gaps.is_empty() {
        return State::Missing(gaps);
    }
    match audience.in_section(gaps, SectionName::Changes) {
        State::Met(_) => State::Met(Place::Top),
        missing => missing,
    }
}
