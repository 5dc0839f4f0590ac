//! A source of data other than the person.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::document::Section;
use crate::record::source::Source;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Source>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.phrase("register-party-category", &record.category);
    facts.word("register-shown-as", "shown-as", &record.shown_as);
    facts.flag("register-publicly-accessible", &record.publicly_accessible);
    facts.prose("register-description", &record.description);
    facts.web("register-website", &record.website);
    facts.country("register-country", record.country.internal());
    facts.prose("register-told-within", record.told_within.internal());
    facts.text("register-contract", record.contract.internal());
    vec![
        composer.section("source", "register-source", None, facts.block().into_iter().collect()),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}
