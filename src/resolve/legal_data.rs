//! Legal data of the registry, on top of those of the program.

use crate::decode::Row;
use crate::diagnostic::Diagnostic;
use crate::law::{self, AdequacyDecision, Overlay, Scope};
use crate::record::legal_data::Adequacy;
use crate::record::settings::Settings;

/// What the registry says of the law. An entry without its source or its dates is reported and left
/// out: nobody could check it.
pub(super) fn overlay(settings: &Settings, diagnostics: &mut Vec<Diagnostic>) -> Overlay {
    Overlay::new(settings.adequacy.iter().filter_map(|row| decision(row, diagnostics)).collect())
}

fn decision(row: &Row<Adequacy>, diagnostics: &mut Vec<Diagnostic>) -> Option<AdequacyDecision> {
    let written = &row.value;
    let missing: Vec<&str> = [
        ("country", written.country.is_absent()),
        ("instrument", written.instrument.is_absent()),
        ("adopted", written.adopted.is_absent()),
        ("source", written.source.is_absent()),
        ("read", written.read.is_absent()),
    ]
    .into_iter()
    .filter_map(|(key, absent)| absent.then_some(key))
    .collect();
    if !missing.is_empty() {
        diagnostics.push(
            Diagnostic::error("missing-key", row.key.span, format!("a decision needs `{}`", missing.join("`, `")))
                .note("legal data of a registry say where they were read and when, so that others can check them"),
        );
        return None;
    }
    // What has to be shown for a decision that is replaced has to be shown still.
    let replaced = law::decision(&row.key.name);
    let limits: Vec<String> = written.limits.iter().cloned().collect();
    Some(AdequacyDecision {
        id: row.key.name.clone(),
        country: Some(written.country.get()?.0),
        organisation: None,
        instrument: written.instrument.text()?.to_owned(),
        adopted: written.adopted.get()?.0,
        expires: None,
        ended: written.ended.get().map(|day| day.0),
        ended_by: None,
        scope: if limits.is_empty() { Scope::Full } else { Scope::Partial },
        limits,
        scope_test: replaced.and_then(|known| known.scope_test),
        recipient_law: replaced.and_then(|known| known.recipient_law.clone()),
        amended_by: Vec::new(),
        next_review: None,
        note: Some(format!("read on {}, says the registry", written.read.get()?.0)),
        source: written.source.text()?.to_owned(),
        verified: true,
    })
}
