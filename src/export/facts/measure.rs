//! Security measures, Article 30(1)(g).

use super::clerk::{Clerk, day, number, phrase, prose, text};
use super::{common, facts, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;
use crate::record::security_measure::SecurityMeasure;
use crate::registry::Id;

facts! { Audience::Internal, row::measure;
    "security-measure.title", "30(1)(g)", "What the register calls the measure." => |_clerk, entry| Cell::text(entry.name());
    "security-measure.name", "30(1)(g)", "The measure as notices tell it." => |_clerk, entry| phrase(&entry.record.name);
    "security-measure.sentence", "30(1)(g)", "The measure as a whole sentence." => |_clerk, entry| phrase(&entry.record.sentence);
    "security-measure.where-appropriate", "", "Whether it is used only where appropriate." => |clerk, entry| clerk.flag(&entry.record.where_appropriate);
    "security-measure.nature", "32(1)", "What sort of measure it is." => |clerk, entry| clerk.options("nature", &entry.record.nature);
    "security-measure.serves", "32(1)", "Which point of Article 32(1) it serves." => |clerk, entry| clerk.options("objective", &entry.record.serves);
    "security-measure.certificate", "32(3)", "The standard of a certificate held." => |_clerk, entry| {
        entry.record.certification.get().map_or(Cell::Empty, |one| text(&one.standard))
    };
    "security-measure.certificate-year", "32(3)", "Year of the certificate." => |_clerk, entry| {
        entry.record.certification.get().map_or(Cell::Empty, |one| number(&one.year))
    };
    "security-measure.certificate-expires", "32(3)", "Day the certificate ends." => |_clerk, entry| {
        entry.record.certification.get().map_or(Cell::Empty, |one| day(one.expires.internal()))
    };
    "security-measure.detail", "", "How it is done." => |_clerk, entry| prose(entry.record.detail.internal());
    "security-measure.owner", "", "Who answers for it." => |_clerk, entry| text(entry.record.owner.internal());
    "security-measure.tested", "32(1)(d)", "Day it was last tested." => |_clerk, entry| day(entry.record.tested.internal());
    "security-measure.activities", "30(1)(g)", "The activities it protects, by default too." => |clerk, entry| {
        let id = clerk.desk.registry.security_measures.find(&entry.id);
        clerk.users(id.map(|id| clerk.desk.activities_with(id)).unwrap_or_default())
    };
    "security-measure.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
    "security-measure.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
    "security-measure.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
    "security-measure.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
    "security-measure.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
}

/// A measure with its title and the words of notices.
pub(super) fn line(clerk: &Clerk<'_>, id: Id<SecurityMeasure>) -> String {
    let entry = &clerk.desk.registry.security_measures[id];
    let told = super::open::text::measure(&entry.record);
    if told.is_empty() { entry.name().to_owned() } else { clerk.about(entry.name(), &told) }
}
