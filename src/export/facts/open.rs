//! The public side of activities: what an inventory may say that everybody can read.
//!
//! Nothing below reads an internal field. Titles of activities, rules, bases and measures are internal,
//! so these facts tell the purposes, times, grounds and protections themselves.

pub(super) mod people;
pub(super) mod text;

use super::clerk::{Clerk, distinct, node};
use super::row::activity;
use super::{clerk, facts};
use crate::export::workbook::Cell;
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::profile::Audience;
use crate::record::retention::Retention;
use crate::record::subject_group::SubjectGroup;
use crate::register::{applying, transfers_of};
use crate::registry::{DataLinks, Entry, Id, Node};

use text::told;

facts! { Audience::Public, activity;
    "inventory.controllers", "30(1)(a)", "Name and contact details of each controller of the activity." => |clerk, entry| {
        Cell::list(entry.links.controllers.values.iter().map(|id| people::controller(clerk, &clerk.desk.registry.controllers[*id].record)))
    };
    "inventory.dpo", "30(1)(a)", "The data protection officer of each controller, or that there is none, with the reason." => |clerk, entry| {
        let officers = entry.links.controllers.values.iter();
        Cell::list(distinct(officers.map(|id| people::dpo(clerk, &clerk.desk.registry.controllers[*id].record))))
    };
    "inventory.representative", "30(1)(a)", "The representative in the Union of each controller." => |clerk, entry| {
        let ids = entry.links.controllers.values.iter();
        Cell::list(distinct(ids.map(|id| people::representative(clerk, &clerk.desk.registry.controllers[*id].record))))
    };
    "inventory.purposes", "30(1)(b)", "The purposes, with what each includes and when it applies." => |clerk, entry| {
        Cell::list(entry.record.purposes.iter().map(|row| text::purpose(clerk, &row.value)))
    };
    "inventory.legal-bases", "6(1)", "The grounds of Article 6 and the conditions of Article 9, with contract, law or interests." => |clerk, entry| {
        let registry = clerk.desk.registry;
        let of_rows = entry.record.data.iter().zip(&entry.links.data).filter(|(row, _)| told(&row.value));
        let ids = entry.links.purposes.iter().flat_map(|row| &row.legal_bases);
        let ids = ids.chain(of_rows.flat_map(|(_, links)| &links.legal_bases));
        let ids = ids.chain(entry.links.disclosures.iter().flat_map(|row| &row.legal_bases));
        Cell::list(distinct(ids.copied()).into_iter().map(|id| text::basis(clerk, &registry.legal_bases[id].record)))
    };
    "inventory.groups", "30(1)(c)", "The categories of people, with who belongs to each." => |clerk, entry| {
        Cell::list(groups(entry).into_iter().map(|id| text::group(&clerk.desk.registry.subject_groups[id].record)))
    };
    "inventory.categories", "30(1)(c)", "The categories of data, with what belongs to each." => |clerk, entry| {
        Cell::list(categories(entry).into_iter().map(|id| text::category(clerk, &clerk.desk.registry.data_categories[id].record)))
    };
    "inventory.recipients", "30(1)(d)", "Who receives the data, by name or by category as notices tell it, or that nobody does." => |clerk, entry| {
        let parties = distinct(entry.links.disclosures.iter().flat_map(|row| &row.recipients).copied());
        let nobody = clerk::words(&entry.record.no_disclosures);
        Cell::list(parties.into_iter().map(|party| people::recipient(clerk, party)).chain([nobody]))
    };
    "inventory.transfers", "30(1)(e)", "Transfers to third countries and international organisations with their safeguards, or that there are none." => |clerk, entry| {
        Cell::list(distinct(transfers(clerk, entry)))
    };
    "inventory.retention", "30(1)(f)", "How long the data are kept and what happens then, with the data that a time is for." => |clerk, entry| retention(clerk, entry);
    "inventory.security", "30(1)(g)", "The measures that notices tell." => |clerk, entry| {
        Cell::list(entry.links.security.values.iter().map(|id| text::measure(&clerk.desk.registry.security_measures[*id].record)))
    };
}

/// Rows that may be told.
fn rows(entry: &Entry<Activity>) -> impl Iterator<Item = &DataLinks> {
    entry.record.data.iter().zip(&entry.links.data).filter(|(row, _)| told(&row.value)).map(|(_, links)| links)
}

fn groups(entry: &Entry<Activity>) -> Vec<Id<SubjectGroup>> {
    distinct(entry.links.subject_groups.iter().chain(rows(entry).flat_map(|row| &row.subject_groups)).copied())
}

fn categories(entry: &Entry<Activity>) -> Vec<Id<DataCategory>> {
    distinct(rows(entry).flat_map(|row| &row.categories).copied())
}

/// Transfers of recipients and of those who run its systems.
fn transfers(clerk: &Clerk<'_>, entry: &Entry<Activity>) -> Vec<String> {
    let registry = clerk.desk.registry;
    let recipients = entry.links.disclosures.iter().flat_map(|row| &row.recipients).map(|party| node(*party));
    let systems = entry.links.systems.values.iter().filter_map(|id| registry.systems[*id].links.operated_by);
    let mut found = Vec::new();
    for holder in distinct(recipients.chain(systems.map(Node::from))) {
        let written =
            if holder.kind == crate::record::Kind::ClientProcessing { None } else { transfers_of(registry, holder) };
        let lines = written.into_iter().flat_map(|rows| rows.iter()).map(|row| text::transfer(clerk, &row.value));
        found.extend(lines);
        found.extend(crate::register::no_transfers(registry, holder).map(clerk::words));
    }
    found
}

/// A line for each rule; with the categories where it is not for all data.
fn retention(clerk: &Clerk<'_>, entry: &Entry<Activity>) -> Cell {
    let registry = clerk.desk.registry;
    let time = |id: &Id<Retention>| text::rule(clerk, &registry.retention[*id]);
    let whole = applying(&entry.links);
    let mut found: Vec<String> = whole.values.iter().map(time).collect();
    for row in rows(entry).filter(|row| !row.retention.inherited) {
        let names = row.categories.iter().map(|id| clerk::words(&registry.data_categories[*id].record.name));
        let names = names.collect::<Vec<_>>().join(", ");
        found.extend(row.retention.values.iter().map(|id| clerk.about(&names, &time(id))));
    }
    Cell::list(distinct(found))
}
