//! A system in which data are kept.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::document::Section;
use crate::record::system::System;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<System>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.phrase("register-stores", &record.stores);
    facts.word("register-region", "region", &record.region);
    facts.countries("register-countries", &record.countries);
    if record.region.is_absent() && record.place.is_absent() {
        facts.or_gap();
    }
    facts.phrase("register-storage-place", &record.place);
    facts.phrase("register-storage-depends-on", &record.depends_on);
    facts.flag("register-processes", &record.processes);
    facts.flag("register-primarily", &record.primarily);
    facts.flag("register-own-servers", &record.own_servers);
    facts.flag("register-own-data-centre", &record.own_data_centre);
    facts.flag("register-third-party-facilities", &record.third_party_facilities);
    facts.links("register-operated-by", entry.links.operated_by);
    facts.text("register-owner", record.owner.internal());
    vec![
        composer.section("system", "register-system", None, facts.block().into_iter().collect()),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}
