//! Transfers of a party, field by field, and in one line.

use super::composer::Composer;
use super::facts::Facts;
use crate::decode::{Field, Row, Rows, Stated};
use crate::document::Block;
use crate::markdown;
use crate::record::transfer::Transfer;

/// All transfers of a record; the stated absence, or the gap.
pub(super) fn blocks(composer: &Composer<'_>, transfers: &Rows<Transfer>, none: &Field<Stated>) -> Vec<Block> {
    let mut blocks = rows(composer, transfers);
    blocks.extend(none.text().map(|stated| Block::paragraph(stated_none(composer, stated))));
    if blocks.is_empty() {
        blocks.push(Block::paragraph(composer.gap()));
    }
    blocks
}

/// The transfers of a record, each under its key.
pub(super) fn rows(composer: &Composer<'_>, transfers: &Rows<Transfer>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in transfers.iter() {
        blocks.push(composer.heading(&format!("transfer-{}", row.key.name), markdown::escape(&row.key.name)));
        blocks.extend(facts(composer, &row.value).block());
    }
    blocks
}

/// That there are none, with the reason given.
pub(super) fn stated_none(composer: &Composer<'_>, stated: &str) -> String {
    composer.say_one("register-no-transfers", "reason", &composer.authored(stated))
}

fn facts<'c>(composer: &'c Composer<'c>, transfer: &Transfer) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.line("register-destination", Some(place(composer, transfer)));
    facts.phrase("register-transfer-when", &transfer.when);
    facts.word("register-extent", "extent", &transfer.extent);
    facts.words("register-mechanisms", "mechanism", &transfer.mechanisms).or_gap();
    facts.lines("register-adequacy", adequacy(composer, transfer));
    facts.phrase("register-depends-on", &transfer.depends_on);
    facts.phrase("register-copy-from", &transfer.copy_from);
    facts.phrases("register-undertakings", &transfer.undertakings);
    facts.phrase("register-compelling-interest", &transfer.compelling_interest);
    if let Some(framework) = transfer.framework.get() {
        facts.phrase("register-framework", &framework.name);
        facts.flag("register-framework-certified", &framework.certified);
        facts.flag("register-framework-prevails", &framework.principles_prevail);
        facts.web("register-framework-url", &framework.url);
        facts.phrase("register-framework-dispute-body", &framework.dispute_body);
        facts.phrase("register-framework-arbitration", &framework.arbitration);
        facts.phrase("register-framework-regulator", &framework.regulator);
        facts.flag("register-framework-onward", &framework.onward_liability);
    }
    facts.number("register-scc-module", transfer.module.internal());
    facts.date("register-signed", transfer.signed.internal());
    facts.date("register-listing-checked", transfer.listing_checked.internal());
    if let Some(assessment) = transfer.assessment.internal().get() {
        facts.date("register-transfer-assessment", &assessment.date).or_gap();
        facts.prose("register-transfer-assessment-result", &assessment.result);
        facts.text("register-transfer-assessment-reference", &assessment.reference);
    }
    facts.phrases("register-supplementary-measures", transfer.supplementary_measures.internal());
    facts.texts("register-safeguard-documents", transfer.documents.internal());
    facts
}

/// Decisions under Article 45 in force on the day for the countries of a transfer.
fn adequacy(composer: &Composer<'_>, transfer: &Transfer) -> Vec<String> {
    let third = transfer.countries.iter().filter(|country| !country.0.country().in_eea());
    let line = |country: &crate::decode::Country| {
        let name = composer.country(*country);
        match composer.desk.registry.law.adequacy_on(country.0, composer.desk.as_of) {
            Some(decision) => composer.say(
                "register-adequacy-decision",
                &[
                    ("country", (&name).into()),
                    ("instrument", (&markdown::escape(&decision.instrument)).into()),
                    ("partial", if decision.is_partial() { "yes" } else { "no" }.into()),
                ],
            ),
            None => composer.say_one("register-adequacy-none", "country", &name),
        }
    };
    third.map(line).collect()
}

/// Where a transfer goes: countries, an organisation, or words.
pub(super) fn place(composer: &Composer<'_>, transfer: &Transfer) -> String {
    let countries = (!transfer.countries.is_empty()).then(|| composer.countries(transfer.countries.iter()));
    let organisation = transfer.organisation.text().map(markdown::escape);
    let words = transfer.destination.text().map(|words| composer.authored(words));
    let place = composer.join([countries, organisation, words].into_iter().flatten());
    if place.is_empty() { composer.gap() } else { place }
}

/// What a transfer rests on, in a cell.
pub(super) fn safeguards(composer: &Composer<'_>, transfer: &Transfer) -> String {
    if transfer.mechanisms.is_empty() {
        return composer.gap();
    }
    composer.join(transfer.mechanisms.iter().map(|mechanism| composer.word("mechanism", mechanism)))
}

/// Module, documents and assessment of a transfer, in a cell.
pub(super) fn papers(composer: &Composer<'_>, transfer: &Transfer) -> String {
    let date = |key: &str, date| composer.say_one(key, "date", &composer.desk.strings.date(date));
    let module = transfer.module.internal().copied().map(|module| module.to_string());
    let module = module.map(|module| composer.say_one("register-module", "module", &module));
    let signed = transfer.signed.internal().copied().map(|day| date("register-signed-on", day.0));
    let assessed = transfer.assessment.internal().get().and_then(|assessment| assessment.date.copied());
    let assessed = assessed.map(|day| date("register-assessed-on", day.0));
    let documents = transfer.documents.internal().iter().map(|document| composer.told(document));
    composer.join([module, signed, assessed].into_iter().flatten().chain(documents))
}

/// The rows of a table of transfers: key, transfer.
pub(super) fn each(transfers: &Rows<Transfer>) -> impl Iterator<Item = &Transfer> {
    transfers.iter().map(|row: &Row<Transfer>| &row.value)
}
