//! A recipient who is not our processor.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use super::transfer;
use crate::document::Section;
use crate::record::recipient::Recipient;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Recipient>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.word("register-recipient-kind", "recipient-kind", &record.kind);
    facts.phrase("register-party-category", &record.category);
    facts.word("register-shown-as", "shown-as", &record.shown_as);
    facts.prose("register-description", &record.description);
    facts.countries("register-countries", &record.countries);
    facts.phrases("register-commitments", &record.commitments);
    facts.web("register-privacy-notice", &record.privacy_notice);
    facts.text("register-contact", record.contact.internal());
    vec![
        composer.section("recipient", "register-recipient", Some("30(1)(d)"), facts.block().into_iter().collect()),
        composer.section(
            "transfers",
            "register-transfers",
            Some("30(1)(e)"),
            transfer::blocks(composer, &record.transfers, &record.no_transfers),
        ),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}
