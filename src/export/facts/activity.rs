//! Activities: the points of Article 30(1), complete with what is inherited.

use super::clerk::{Clerk, distinct, node, phrase, prose, text, words};
use super::open::{people, text as said};
use super::party;
use super::retention;
use super::{common, controller, facts, row};
use crate::export::workbook::Cell;
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::profile::Audience;
use crate::record::subject_group::SubjectGroup;
use crate::register::{applying, no_transfers, reached, transfers_of};
use crate::registry::{DataSource, Entry, Id, Node, Party};

facts! { Audience::Internal, row::activity;
    "activity.title", "", "What the register calls it." => |_clerk, entry| Cell::text(entry.name());
    "activity.summary", "", "What happens, in a sentence." => |_clerk, entry| prose(entry.record.summary.internal());
    "activity.controllers", "30(1)(a)", "Name and contact details of its controllers." => |clerk, entry| {
        Cell::list(controllers(clerk, entry).map(|one| people::controller(clerk, &one.record)))
    };
    "activity.first-controller", "30(1)(a)", "The first of its controllers with contact details." => |clerk, entry| {
        Cell::list(controllers(clerk, entry).take(1).map(|one| people::controller(clerk, &one.record)))
    };
    "activity.joint-controllers", "30(1)(a)", "Its controllers but the first, and recipients that are joint controllers." => |clerk, entry| {
        let others = controllers(clerk, entry).skip(1).map(|one| people::controller(clerk, &one.record));
        let joint = parties(entry).into_iter().filter(|one| party::is_joint(clerk, *one));
        Cell::list(others.chain(joint.map(|one| party::line(clerk, one))))
    };
    "activity.joint-arrangement", "26", "The arrangement between joint controllers: its essence, whom people can turn to, its day and place." => |clerk, entry| {
        entry.record.joint_arrangement.get().map_or(Cell::Empty, |one| {
            let signed = one.signed.internal().copied().map(|day| clerk.desk.strings.date(day.0)).unwrap_or_default();
            let reference = one.reference.internal().text().unwrap_or_default();
            Cell::text(clerk.join([
                super::clerk::lines(&one.essence),
                clerk.labelled("register-joint-contact", &words(&one.contact)),
                clerk.labelled("register-signed", &signed),
                clerk.labelled("register-reference", reference),
            ]))
        })
    };
    "activity.dpo", "30(1)(a)", "The data protection officers of its controllers, or why there is none." => |clerk, entry| {
        Cell::list(distinct(controllers(clerk, entry).map(|one| controller::dpo(clerk, &one.record))))
    };
    "activity.representatives", "30(1)(a)", "The representatives of its controllers in the Union, or why there is none." => |clerk, entry| {
        Cell::list(distinct(controllers(clerk, entry).map(|one| controller::representative(clerk, &one.record))))
    };
    "activity.purposes", "30(1)(b)", "Its purposes, with what each includes and when it applies." => |clerk, entry| {
        Cell::list(entry.record.purposes.iter().map(|row| said::purpose(clerk, &row.value)))
    };
    "activity.purposes-and-bases", "30(1)(b)", "Its purposes, each with the legal bases it rests on." => |clerk, entry| {
        let rows = entry.record.purposes.iter().zip(&entry.links.purposes);
        let line = |(row, links): (&crate::decode::Row<crate::record::activity::Purpose>, &crate::registry::PurposeLinks)| {
            let bases = links.legal_bases.iter().map(|id| super::legal_basis::line(clerk, *id));
            let bases = clerk.join(bases);
            clerk.join([said::purpose(clerk, &row.value), clerk.labelled("register-legal-bases", &bases)])
        };
        Cell::list(rows.map(line))
    };
    "activity.groups", "30(1)(c)", "Categories of people, those that only rows name included." => |clerk, entry| {
        Cell::list(groups(entry).into_iter().map(|id| said::group(&clerk.desk.registry.subject_groups[id].record)))
    };
    "activity.group-names", "30(1)(c)", "Names of the categories of people." => |clerk, entry| clerk.names(groups(entry));
    "activity.categories", "30(1)(c)", "Categories of data, with what belongs to each." => |clerk, entry| {
        Cell::list(categories(entry).into_iter().map(|id| said::category(clerk, &clerk.desk.registry.data_categories[id].record)))
    };
    "activity.category-names", "30(1)(c)", "Names of the categories of data." => |clerk, entry| clerk.names(categories(entry));
    "activity.data-by-group", "30(1)(c)", "Which categories of data of which people, row by row." => |clerk, entry| {
        let line = |row: &crate::registry::DataLinks| {
            let names = |nodes: Vec<Node>| nodes.into_iter().map(|node| clerk.name(node)).collect::<Vec<_>>().join(", ");
            let people = names(row.subject_groups.iter().map(|id| Node::from(*id)).collect());
            clerk.about(&people, &names(row.categories.iter().map(|id| Node::from(*id)).collect()))
        };
        Cell::list(entry.links.data.iter().map(line))
    };
    "activity.recipients", "30(1)(d)", "Everybody who receives data, with category and country; or that nobody does, and why." => |clerk, entry| {
        let lines = parties(entry).into_iter().map(|party| party::line(clerk, party));
        Cell::list(lines.chain([nobody(clerk, entry)]))
    };
    "activity.recipient-categories", "30(1)(d)", "The categories of those who receive data; the name where there is no category." => |clerk, entry| {
        let lines = parties(entry).into_iter().map(|party| party::category(clerk, party));
        Cell::list(distinct(lines).into_iter().chain([nobody(clerk, entry)]))
    };
    "activity.processors", "28", "Its processors: those that receive data, those that run its systems, and their sub-processors." => |clerk, entry| {
        Cell::list(processors(clerk, entry).map(|id| party::line(clerk, Party::Processor(id))))
    };
    "activity.contracts", "28(3)", "The contracts with its processors." => |clerk, entry| {
        Cell::list(processors(clerk, entry).map(|id| party::contract(clerk, id)))
    };
    "activity.third-countries", "30(1)(e)", "The countries and organisations that data go to." => |clerk, entry| {
        let places = transfers(clerk, entry).into_iter().map(|(_, transfer)| said::destination(clerk, transfer));
        Cell::list(distinct(places))
    };
    "activity.transfers", "30(1)(e)", "Transfers with recipient, place, safeguards and documents; or that there are none, and why." => |clerk, entry| {
        let lines = transfers(clerk, entry).into_iter().map(|(holder, one)| {
            clerk.about(&clerk.name(holder), &super::transfer::line(clerk, one))
        });
        let registry = clerk.desk.registry;
        let none = reached(registry, entry).into_iter().filter_map(|node| {
            let reason = no_transfers(registry, node)?.text()?;
            let (who, reason) = (clerk.name(node), super::plain::plain(reason));
            Some(clerk.say("register-no-transfers-by", &[("who", (&who).into()), ("reason", (&reason).into())]))
        });
        Cell::list(lines.chain(none))
    };
    "activity.safeguards", "30(1)(e)", "What its transfers rest on, with the documents." => |clerk, entry| {
        Cell::list(distinct(transfers(clerk, entry).into_iter().map(|(_, one)| super::transfer::safeguard(clerk, one))))
    };
    "activity.retention", "30(1)(f)", "Its time limits in full, each with the data it is for where it is not for all." => |clerk, entry| retention_of(clerk, entry);
    "activity.retention-rules", "30(1)(f)", "The titles of its rules on time." => |clerk, entry| {
        let own = entry.links.data.iter().flat_map(|row| &row.retention.values);
        clerk.names(distinct(applying(&entry.links).values.iter().chain(own).copied()))
    };
    "activity.security", "30(1)(g)", "Its security measures, in the words of the register and of notices." => |clerk, entry| {
        Cell::list(entry.links.security.values.iter().map(|id| super::measure::line(clerk, *id)))
    };
    "activity.legal-bases", "6(1)", "The legal bases of its purposes, data and disclosures." => |clerk, entry| {
        Cell::list(bases(entry).into_iter().map(|id| super::legal_basis::line(clerk, id)))
    };
    "activity.sources", "14(2)(f)", "Where its data come from." => |clerk, entry| {
        let all = entry.links.data.iter().flat_map(|row| &row.sources).copied();
        Cell::list(distinct(all).into_iter().map(|source| data_source(clerk, source)))
    };
    "activity.systems", "", "The systems its data are kept in." => |clerk, entry| clerk.names(entry.links.systems.values.iter().copied());
    "activity.locations", "", "Where its systems stand." => |clerk, entry| {
        Cell::list(entry.links.systems.values.iter().map(|id| super::system::location(clerk, *id)))
    };
    "activity.no-disclosures", "30(1)(d)", "That nobody receives the data, and why." => |_clerk, entry| phrase(&entry.record.no_disclosures);
    "activity.owner", "", "Who answers for it; the default of the registry where it names none." => |clerk, entry| {
        let defaults = clerk.desk.registry.settings.activity_defaults.get();
        match text(entry.record.owner.internal()) {
            Cell::Empty => defaults.map_or(Cell::Empty, |defaults| text(&defaults.owner)),
            owner => owner,
        }
    };
    "activity.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
    "activity.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
    "activity.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
    "activity.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
    "activity.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
}

fn controllers<'a>(
    clerk: &'a Clerk<'_>,
    entry: &'a Entry<Activity>,
) -> impl Iterator<Item = &'a Entry<crate::record::controller::Controller>> {
    entry.links.controllers.values.iter().map(|id| &clerk.desk.registry.controllers[*id])
}

/// Groups of the activity and of its rows, purposes and disclosures.
pub(super) fn groups(entry: &Entry<Activity>) -> Vec<Id<SubjectGroup>> {
    let links = &entry.links;
    let of_rows = links.data.iter().flat_map(|row| &row.subject_groups);
    let of_purposes = links.purposes.iter().flat_map(|row| &row.subject_groups);
    let of_disclosures = links.disclosures.iter().flat_map(|row| &row.subject_groups);
    distinct(links.subject_groups.iter().chain(of_rows).chain(of_purposes).chain(of_disclosures).copied())
}

/// Categories of the rows of the activity, of its purposes and disclosures.
pub(super) fn categories(entry: &Entry<Activity>) -> Vec<Id<DataCategory>> {
    let links = &entry.links;
    let of_purposes = links.purposes.iter().flat_map(|row| &row.categories);
    let of_disclosures = links.disclosures.iter().flat_map(|row| &row.categories);
    distinct(links.data.iter().flat_map(|row| &row.categories).chain(of_purposes).chain(of_disclosures).copied())
}

fn parties(entry: &Entry<Activity>) -> Vec<Party> {
    distinct(entry.links.disclosures.iter().flat_map(|row| &row.recipients).copied())
}

/// Legal bases of its purposes, rows and disclosures.
pub(super) fn bases(entry: &Entry<Activity>) -> Vec<Id<crate::record::legal_basis::LegalBasis>> {
    let links = &entry.links;
    let of_rows = links.data.iter().flat_map(|row| &row.legal_bases);
    let of_disclosures = links.disclosures.iter().flat_map(|row| &row.legal_bases);
    distinct(links.purposes.iter().flat_map(|row| &row.legal_bases).chain(of_rows).chain(of_disclosures).copied())
}

/// That nobody receives the data, with the reason.
pub(super) fn nobody(clerk: &Clerk<'_>, entry: &Entry<Activity>) -> String {
    let reason = words(&entry.record.no_disclosures);
    if reason.is_empty() { reason } else { clerk.with(&clerk.word("register-nobody"), &reason) }
}

fn processors(
    clerk: &Clerk<'_>,
    entry: &Entry<Activity>,
) -> impl Iterator<Item = Id<crate::record::processor::Processor>> {
    let all = reached(clerk.desk.registry, entry).into_iter();
    all.filter(|node| node.kind == crate::record::Kind::Processor).map(|node| Id::at(node.index))
}

/// Transfers of everybody the data reach.
fn transfers<'a>(clerk: &'a Clerk<'_>, entry: &Entry<Activity>) -> Vec<(Node, &'a crate::record::transfer::Transfer)> {
    let registry = clerk.desk.registry;
    let own = entry.links.controllers.values.iter().map(|id| Node::from(*id));
    let holders = distinct(reached(registry, entry).into_iter().chain(own));
    let of = |holder: Node| {
        transfers_of(registry, holder)
            .into_iter()
            .flat_map(move |rows| rows.iter().map(move |row| (holder, &row.value)))
    };
    holders.into_iter().flat_map(of).collect()
}

fn retention_of(clerk: &Clerk<'_>, entry: &Entry<Activity>) -> Cell {
    let whole = applying(&entry.links);
    let mut found: Vec<String> = whole.values.iter().map(|id| retention::line(clerk, *id)).collect();
    for row in entry.links.data.iter().filter(|row| !row.retention.inherited) {
        let names: Vec<String> = row.categories.iter().map(|id| clerk.name(*id)).collect();
        found
            .extend(row.retention.values.iter().map(|id| clerk.about(&names.join(", "), &retention::line(clerk, *id))));
    }
    Cell::list(distinct(found))
}

/// Where data come from.
pub(super) fn data_source(clerk: &Clerk<'_>, source: DataSource) -> String {
    match source {
        DataSource::DataSubject => clerk.word("register-source-data-subject"),
        DataSource::Observed => clerk.word("register-source-observed"),
        DataSource::Derived => clerk.word("register-source-derived"),
        DataSource::Party(party) => clerk.name(node(party)),
    }
}
