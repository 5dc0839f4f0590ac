//! What is processed for others, Article 30(2).

use super::clerk::{phrase, phrases, text};
use super::{common, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;
use crate::registry::Entry;

pub(super) use clients::FACTS as CLIENT;
pub(super) use processing::FACTS as PROCESSING;

mod processing {
    use super::{Audience, Cell, client_line, common, phrase, phrases, processor, row, text};
    use crate::export::facts::open::people;
    use crate::export::facts::{facts, measure, party, transfer};
    use crate::registry::Party;

    facts! { Audience::Internal, row::client_processing;
        "client-processing.title", "30(2)(b)", "What the register calls it." => |_clerk, entry| Cell::text(entry.name());
        "client-processing.processor", "30(2)(a)", "Name and contact details of our company that is the processor." => |clerk, entry| {
            processor(clerk, entry).map_or(Cell::Empty, |one| Cell::text(people::controller(clerk, &one.record)))
        };
        "client-processing.processor-dpo", "30(2)(a)", "The data protection officer of that company, or why there is none." => |clerk, entry| {
            processor(clerk, entry).map_or(Cell::Empty, |one| Cell::text(people::dpo(clerk, &one.record)))
        };
        "client-processing.processor-representative", "30(2)(a)", "The representative of that company, or why there is none." => |clerk, entry| {
            processor(clerk, entry).map_or(Cell::Empty, |one| Cell::text(people::representative(clerk, &one.record)))
        };
        "client-processing.clients", "30(2)(a)", "The clients with contacts, representative and officer, or the class with its list." => |clerk, entry| {
            Cell::list(entry.record.clients.internal().iter().map(|row| client_line(clerk, &row.key.name, &row.value)))
        };
        "client-processing.processing", "30(2)(b)", "The categories of processing." => |_clerk, entry| phrases(entry.record.processing.internal());
        "client-processing.categories", "", "The categories of data, as far as known." => |clerk, entry| clerk.names(entry.links.categories.iter().copied());
        "client-processing.sub-processors", "28(2)", "The sub-processors, with category and country." => |clerk, entry| {
            Cell::list(entry.links.sub_processors.iter().map(|id| party::line(clerk, Party::Processor(*id))))
        };
        "client-processing.transfers", "30(2)(c)", "Transfers with place, safeguards and documents." => |clerk, entry| {
            Cell::list(entry.record.transfers.internal().iter().map(|row| transfer::line(clerk, &row.value)))
        };
        "client-processing.transfers-or-none", "30(2)(c)", "Transfers, or that there are none, and why." => |clerk, entry| {
            let transfers = entry.record.transfers.internal().iter().map(|row| transfer::line(clerk, &row.value));
            let none = super::super::clerk::words(entry.record.no_transfers.internal());
            let none = if none.is_empty() { none } else { clerk.say("register-no-transfers", &[("reason", (&none).into())]) };
            Cell::list(transfers.chain([none]))
        };
        "client-processing.no-transfers", "30(2)(c)", "That there are no transfers, and why." => |_clerk, entry| phrase(entry.record.no_transfers.internal());
        "client-processing.security", "30(2)(d)", "The security measures." => |clerk, entry| {
            Cell::list(entry.links.security.iter().map(|id| measure::line(clerk, *id)))
        };
        "client-processing.data", "", "The data, in the words of notices." => |_clerk, entry| phrase(&entry.record.data);
        "client-processing.on-behalf-of", "", "On whose behalf, in the words of notices." => |_clerk, entry| phrase(&entry.record.on_behalf_of);
        "client-processing.controller-is", "", "Who the controller is, in the words of notices." => |_clerk, entry| phrase(&entry.record.controller_is);
        "client-processing.ask", "", "Whom people should ask." => |_clerk, entry| phrase(&entry.record.ask);
        "client-processing.groups", "", "The people whose notice tells it." => |clerk, entry| clerk.names(entry.links.subject_groups.iter().copied());
        "client-processing.owner", "", "Who answers for it." => |_clerk, entry| text(entry.record.owner.internal());
        "client-processing.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
        "client-processing.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
        "client-processing.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
        "client-processing.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
        "client-processing.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
    }
}

mod clients {
    use super::{Audience, Cell, client_line, row, text};
    use crate::export::facts::facts;

    facts! { Audience::Internal, row::client;
        "client.key", "", "Key of the client in the record." => |_clerk, one| Cell::text(one.0);
        "client.name", "30(2)(a)", "Its name, or the class of clients." => |_clerk, one| match text(&one.1.name) {
            Cell::Empty => Cell::text(one.0),
            name => name,
        };
        "client.list", "30(2)(a)", "Where the full list is kept, for a class." => |_clerk, one| text(&one.1.list);
        "client.address", "30(2)(a)", "Its postal address." => |clerk, one| Cell::list(clerk.address(&one.1.address));
        "client.contact", "30(2)(a)", "Whom we write to." => |_clerk, one| text(&one.1.contact);
        "client.details", "30(2)(a)", "Name, address, contact and list together." => |clerk, one| Cell::text(client_line(clerk, one.0, one.1));
        "client.representative", "30(2)(a)", "Its representative." => |_clerk, one| text(&one.1.representative);
        "client.dpo", "30(2)(a)", "Its data protection officer." => |_clerk, one| text(&one.1.dpo);
        "client.contract", "28(3)", "The data processing agreement." => |_clerk, one| text(&one.1.contract);
    }
}

/// Our company that is the processor.
fn processor<'a>(
    clerk: &'a super::Clerk<'_>,
    entry: &Entry<crate::record::client_processing::ClientProcessing>,
) -> Option<&'a Entry<crate::record::controller::Controller>> {
    let registry = clerk.desk.registry;
    Some(&registry.controllers[entry.links.processor.or(registry.default_controller)?])
}

/// A client in one line.
fn client_line(clerk: &super::Clerk<'_>, key: &str, client: &crate::record::client_processing::Client) -> String {
    let own = |field: &crate::decode::Field<String>| field.text().unwrap_or_default().to_owned();
    clerk.join([
        client.name.text().unwrap_or(key).to_owned(),
        clerk.address(&client.address).join(", "),
        own(&client.contact),
        clerk.labelled("register-client-list", &own(&client.list)),
        clerk.labelled("register-representative", &own(&client.representative)),
        clerk.labelled("register-dpo", &own(&client.dpo)),
    ])
}
