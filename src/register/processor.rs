//! A processor: what it does, its contract, its transfers.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use super::transfer;
use crate::document::{Block, Section};
use crate::record::processor::{Contract, Processor};
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Processor>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.phrase("register-party-category", &record.category);
    facts.word("register-shown-as", "shown-as", &record.shown_as);
    facts.phrases("register-services", &record.services).or_gap();
    facts.prose("register-description", &record.description);
    facts.country("register-country", &record.country).or_gap();
    facts.countries("register-locations", &record.locations);
    facts.countries("register-support-from", record.support_from.internal());
    facts.phrases("register-commitments", &record.commitments);
    facts.flag("register-answerable", &record.answerable);
    facts.web("register-website", &record.website);
    facts.address("register-address", record.address.internal());
    facts.text("register-contact", record.contact.internal());
    facts.links("register-sub-processors", entry.links.sub_processors.iter().copied());
    let contract = record.contract.internal().get().and_then(|contract| contract_facts(composer, contract).block());
    let contract = contract.unwrap_or_else(|| Block::paragraph(composer.gap()));
    vec![
        composer.section("processor", "register-processor", Some("30(1)(d)"), facts.block().into_iter().collect()),
        composer.section("contract", "register-contract", None, vec![contract]),
        composer.section(
            "transfers",
            "register-transfers",
            Some("30(1)(e)"),
            transfer::blocks(composer, &record.transfers, &record.no_transfers),
        ),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}

fn contract_facts<'c>(composer: &'c Composer<'c>, contract: &Contract) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.text("register-reference", &contract.reference).or_gap();
    facts.date("register-signed", &contract.signed).or_gap();
    facts.date("register-checked", &contract.checked);
    let strings = composer.desk.strings;
    let ends = contract.expires.copied().map(|date| {
        let day = strings.date(date.0);
        if date.0 < composer.desk.as_of { composer.say_one("register-expired", "date", &day) } else { day }
    });
    facts.line("register-expires", ends);
    facts.word("register-sub-processing", "sub-processing", &contract.sub_processing);
    facts
}
