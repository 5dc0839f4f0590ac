//! Systems: where data are kept.

use super::clerk::{Clerk, phrase, text, words};
use super::{common, facts, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;
use crate::record::system::System;
use crate::registry::Id;

facts! { Audience::Internal, row::system;
    "system.title", "", "What the register calls it." => |_clerk, entry| Cell::text(entry.name());
    "system.stores", "", "What it holds, in the words of notices." => |_clerk, entry| phrase(&entry.record.stores);
    "system.region", "", "The region it stands in." => |clerk, entry| clerk.option("region", &entry.record.region);
    "system.countries", "30(1)(e)", "The countries it stands in." => |clerk, entry| clerk.countries(&entry.record.countries);
    "system.location", "30(1)(e)", "The place in words." => |_clerk, entry| phrase(&entry.record.place);
    "system.depends-on", "", "What decides on the place." => |_clerk, entry| phrase(&entry.record.depends_on);
    "system.processes", "", "Whether data are processed there too." => |clerk, entry| clerk.flag(&entry.record.processes);
    "system.primarily", "", "Whether that holds primarily, or always." => |clerk, entry| clerk.flag(&entry.record.primarily);
    "system.own-servers", "", "Whether it runs on servers of our own." => |clerk, entry| clerk.flag(&entry.record.own_servers);
    "system.own-data-centre", "", "Whether it stands in a data centre of our own." => |clerk, entry| clerk.flag(&entry.record.own_data_centre);
    "system.third-party-facilities", "", "Whether it stands in facilities of third parties." => |clerk, entry| clerk.flag(&entry.record.third_party_facilities);
    "system.operated-by", "28", "The processor that runs it." => |clerk, entry| clerk.names(entry.links.operated_by);
    "system.owner", "", "Who answers for it." => |_clerk, entry| text(entry.record.owner.internal());
    "system.activities", "", "The activities whose data it holds, by default too." => |clerk, entry| {
        let id = clerk.desk.registry.systems.find(&entry.id);
        clerk.users(id.map(|id| clerk.desk.activities_with(id)).unwrap_or_default())
    };
    "system.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
    "system.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
    "system.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
    "system.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
    "system.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
}

/// A system with where it stands.
pub(super) fn location(clerk: &Clerk<'_>, id: Id<System>) -> String {
    let entry = &clerk.desk.registry.systems[id];
    let record = &entry.record;
    let region = record.region.get().map(|region| clerk.choice("region", region)).unwrap_or_default();
    let countries: Vec<String> = record.countries.iter().map(|country| clerk.country(*country)).collect();
    let place = clerk.join([countries.join(", "), region, words(&record.place)]);
    if place.is_empty() { entry.name().to_owned() } else { clerk.about(entry.name(), &place) }
}
