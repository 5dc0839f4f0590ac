//! Processors, other recipients and sources.

use super::clerk::{Clerk, day, node, phrase, phrases, prose, text, web, words};
use super::{common, row};
use crate::export::workbook::Cell;
use crate::record::processor::Processor;
use crate::record::profile::Audience;
use crate::record::recipient::RecipientKind;
use crate::registry::{Id, Node, Party};

pub(super) use processors::FACTS as PROCESSOR;
pub(super) use recipients::FACTS as RECIPIENT;
pub(super) use sources::FACTS as SOURCE;

mod processors {
    use super::{Audience, Cell, Node, common, day, phrase, phrases, prose, row, text, web};
    use crate::export::facts::facts;

    facts! { Audience::Internal, row::processor;
        "processor.name", "30(1)(d)", "Its legal name." => |_clerk, entry| text(&entry.record.name);
        "processor.category", "30(1)(d)", "Its category." => |_clerk, entry| phrase(&entry.record.category);
        "processor.shown-as", "", "Whether notices name it or show its category." => |clerk, entry| clerk.option("shown-as", &entry.record.shown_as);
        "processor.services", "28(3)", "What it does for us." => |_clerk, entry| phrases(&entry.record.services);
        "processor.description", "", "Explanation." => |_clerk, entry| prose(&entry.record.description);
        "processor.country", "30(1)(e)", "The country it is established in." => |clerk, entry| clerk.one_country(&entry.record.country);
        "processor.locations", "30(1)(e)", "The countries where it keeps the data." => |clerk, entry| clerk.countries(&entry.record.locations);
        "processor.support-from", "44", "The countries from which its staff may reach the data." => |clerk, entry| clerk.countries(entry.record.support_from.internal());
        "processor.commitments", "28(3)", "What it is bound to." => |_clerk, entry| phrases(&entry.record.commitments);
        "processor.answerable", "28(4)", "Whether notices say that we stay answerable for it." => |clerk, entry| clerk.flag(&entry.record.answerable);
        "processor.website", "", "Its web site." => |_clerk, entry| web(&entry.record.website);
        "processor.address", "30(2)(a)", "Its postal address." => |clerk, entry| Cell::list(clerk.address(entry.record.address.internal()));
        "processor.contact", "30(2)(a)", "Whom we write to." => |_clerk, entry| text(entry.record.contact.internal());
        "processor.sub-processors", "28(2)", "The processors that it engages in turn." => |clerk, entry| clerk.names(entry.links.sub_processors.iter().copied());
        "processor.contract", "28(3)", "Number or place of the contract." => |_clerk, entry| {
            entry.record.contract.internal().get().map_or(Cell::Empty, |one| text(&one.reference))
        };
        "processor.contract-signed", "28(3)", "Day the contract was signed." => |_clerk, entry| {
            entry.record.contract.internal().get().map_or(Cell::Empty, |one| day(&one.signed))
        };
        "processor.contract-checked", "28(3)", "Day its clauses were last checked." => |_clerk, entry| {
            entry.record.contract.internal().get().map_or(Cell::Empty, |one| day(&one.checked))
        };
        "processor.contract-expires", "28(3)", "Day the contract ends." => |_clerk, entry| {
            entry.record.contract.internal().get().map_or(Cell::Empty, |one| day(&one.expires))
        };
        "processor.sub-processing", "28(2)", "How sub-processors are approved." => |clerk, entry| {
            entry.record.contract.internal().get().map_or(Cell::Empty, |one| clerk.option("sub-processing", &one.sub_processing))
        };
        "processor.transfers", "30(1)(e)", "Its transfers with place, safeguards and documents." => |clerk, entry| {
            Cell::list(entry.record.transfers.iter().map(|row| crate::export::facts::transfer::line(clerk, &row.value)))
        };
        "processor.no-transfers", "30(1)(e)", "That there are no transfers, and why." => |_clerk, entry| phrase(&entry.record.no_transfers);
        "processor.activities", "30(1)", "The activities that disclose data to it." => |clerk, entry| {
            let id = clerk.desk.registry.processors.find(&entry.id).map(Node::from);
            let users = id.map(|node| clerk.desk.registry.users(node)).unwrap_or_default();
            clerk.users(users.iter().copied().filter(|node| node.kind == crate::record::Kind::Activity))
        };
        "processor.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
        "processor.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
        "processor.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
        "processor.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
        "processor.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
    }
}

mod recipients {
    use super::{Audience, Cell, common, phrase, phrases, prose, row, text, web};
    use crate::export::facts::facts;

    facts! { Audience::Internal, row::recipient;
        "recipient.name", "30(1)(d)", "Its name." => |_clerk, entry| text(&entry.record.name);
        "recipient.category", "30(1)(d)", "Its category." => |_clerk, entry| phrase(&entry.record.category);
        "recipient.kind", "4(9)", "What it is to us." => |clerk, entry| clerk.option("recipient-kind", &entry.record.kind);
        "recipient.shown-as", "", "Whether notices name it or show its category." => |clerk, entry| clerk.option("shown-as", &entry.record.shown_as);
        "recipient.description", "", "Explanation." => |_clerk, entry| prose(&entry.record.description);
        "recipient.countries", "30(1)(d)", "The countries it is in." => |clerk, entry| clerk.countries(&entry.record.countries);
        "recipient.commitments", "", "What it is bound to." => |_clerk, entry| phrases(&entry.record.commitments);
        "recipient.privacy-notice", "", "Its own privacy notice." => |_clerk, entry| web(&entry.record.privacy_notice);
        "recipient.contact", "", "Agreement or contact." => |_clerk, entry| text(entry.record.contact.internal());
        "recipient.transfers", "30(1)(e)", "Its transfers with place, safeguards and documents." => |clerk, entry| {
            Cell::list(entry.record.transfers.iter().map(|row| crate::export::facts::transfer::line(clerk, &row.value)))
        };
        "recipient.no-transfers", "30(1)(e)", "That there are no transfers, and why." => |_clerk, entry| phrase(&entry.record.no_transfers);
        "recipient.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
        "recipient.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
        "recipient.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
        "recipient.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
        "recipient.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
    }
}

mod sources {
    use super::{Audience, Cell, common, phrase, prose, row, text, web};
    use crate::export::facts::facts;

    facts! { Audience::Internal, row::source;
        "source.name", "14(2)(f)", "Its name." => |_clerk, entry| text(&entry.record.name);
        "source.category", "14(2)(f)", "Its category." => |_clerk, entry| phrase(&entry.record.category);
        "source.shown-as", "", "Whether notices name it or show its category." => |clerk, entry| clerk.option("shown-as", &entry.record.shown_as);
        "source.publicly-accessible", "14(2)(f)", "Whether it is publicly accessible." => |clerk, entry| clerk.flag(&entry.record.publicly_accessible);
        "source.description", "", "Explanation." => |_clerk, entry| prose(&entry.record.description);
        "source.website", "", "Its web site." => |_clerk, entry| web(&entry.record.website);
        "source.country", "", "Its country." => |clerk, entry| clerk.one_country(entry.record.country.internal());
        "source.told-within", "14(3)", "When people are told." => |_clerk, entry| prose(entry.record.told_within.internal());
        "source.contract", "", "Contract or terms under which the data are had." => |_clerk, entry| text(entry.record.contract.internal());
        "source.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
        "source.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
        "source.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
        "source.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
        "source.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
    }
}

/// A party with its category and country, its name included whatever notices show.
pub(super) fn line(clerk: &Clerk<'_>, party: Party) -> String {
    let registry = clerk.desk.registry;
    let place = match party {
        Party::Processor(id) => registry.processors[id].record.country.copied().map(|one| clerk.country(one)),
        Party::Recipient(id) => {
            let countries: Vec<String> =
                registry.recipients[id].record.countries.iter().map(|one| clerk.country(*one)).collect();
            Some(countries.join(", "))
        }
        _ => None,
    };
    let name = clerk.name(node(party));
    let category = category(clerk, party);
    let category = if category == name { String::new() } else { category };
    clerk.with(&name, &clerk.join([category, place.unwrap_or_default()]))
}

/// The category of a party; its kind, or else its name, where it has none.
pub(super) fn category(clerk: &Clerk<'_>, party: Party) -> String {
    let registry = clerk.desk.registry;
    let written = match party {
        Party::Processor(id) => words(&registry.processors[id].record.category),
        Party::Recipient(id) => {
            let record = &registry.recipients[id].record;
            let kind = record.kind.get().map(|kind| clerk.choice("recipient-kind", kind)).unwrap_or_default();
            Some(words(&record.category)).filter(|words| !words.is_empty()).unwrap_or(kind)
        }
        Party::Source(id) => words(&registry.sources[id].record.category),
        Party::Controller(_) => String::new(),
    };
    if written.is_empty() { clerk.name(node(party)) } else { written }
}

/// What a party is: processor, controller, or the kind of recipient.
pub(super) fn kind(clerk: &Clerk<'_>, party: Party) -> String {
    match party {
        Party::Controller(_) => clerk.word("register-controller"),
        Party::Processor(_) => clerk.word("register-processor"),
        Party::Source(_) => clerk.word("register-source"),
        Party::Recipient(id) => {
            let kind = clerk.desk.registry.recipients[id].record.kind.get();
            kind.map_or_else(|| clerk.word("register-recipient"), |kind| clerk.choice("recipient-kind", kind))
        }
    }
}

/// Whether a recipient decides with us.
pub(super) fn is_joint(clerk: &Clerk<'_>, party: Party) -> bool {
    let Party::Recipient(id) = party else { return false };
    clerk.desk.registry.recipients[id].record.kind.copied() == Some(RecipientKind::JointController)
}

/// A processor with its contract; nothing where none is written.
pub(super) fn contract(clerk: &Clerk<'_>, id: Id<Processor>) -> String {
    let entry = &clerk.desk.registry.processors[id];
    let Some(contract) = entry.record.contract.internal().get() else { return String::new() };
    let signed = contract.signed.copied().map(|day| clerk.desk.strings.date(day.0));
    let signed = signed.map(|day| clerk.say("register-signed-on", &[("date", (&day).into())]));
    let said = clerk.join([contract.reference.text().unwrap_or_default().to_owned(), signed.unwrap_or_default()]);
    clerk.about(&clerk.name(id), &said)
}
