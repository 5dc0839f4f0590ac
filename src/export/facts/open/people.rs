//! Controllers, officers, representatives and recipients as everybody may know them.

use crate::decode::Field;
use crate::export::facts::clerk::{Clerk, words};
use crate::record::address::Address;
use crate::record::controller::Controller;
use crate::record::party::ShownAs;
use crate::registry::Party;

/// Name and contacts in one line.
pub(in crate::export::facts) fn contact(
    clerk: &Clerk<'_>,
    name: &Field<String>,
    address: &Field<Address>,
    ways: &[&Field<String>],
) -> String {
    let own = |field: &Field<String>| field.text().unwrap_or_default().to_owned();
    let address = clerk.address(address).join(", ");
    clerk.join([own(name), address].into_iter().chain(ways.iter().map(|way| own(way))))
}

/// A controller with its contacts.
pub(in crate::export::facts) fn controller(clerk: &Clerk<'_>, record: &Controller) -> String {
    contact(clerk, &record.name, &record.address, &[&record.phone, &record.email, &record.website])
}

/// The officer, or that there is none; nothing where nothing is written.
pub(in crate::export::facts) fn dpo(clerk: &Clerk<'_>, record: &Controller) -> String {
    let Some(dpo) = record.dpo.get() else { return String::new() };
    let who = contact(clerk, &dpo.name, &dpo.address, &[&dpo.email, &dpo.phone, &dpo.url]);
    clerk.join([appointed(clerk, &dpo.appointed, who.is_empty()), words(&dpo.reason), who])
}

/// The representative, or that there is none; nothing where nothing is written.
pub(in crate::export::facts) fn representative(clerk: &Clerk<'_>, record: &Controller) -> String {
    let Some(one) = record.representative.get() else { return String::new() };
    let who = contact(clerk, &one.name, &one.address, &[&one.email, &one.phone]);
    clerk.join([appointed(clerk, &one.appointed, who.is_empty()), who])
}

/// Whether somebody is appointed, where the contacts do not say so.
pub(in crate::export::facts) fn appointed(clerk: &Clerk<'_>, appointed: &Field<bool>, nobody: bool) -> String {
    match appointed.copied() {
        Some(false) => clerk.word("register-not-appointed"),
        Some(true) if nobody => clerk.word("register-appointed"),
        _ => String::new(),
    }
}

/// A recipient as notices show it: its name, or its category only.
pub(in crate::export::facts) fn recipient(clerk: &Clerk<'_>, party: Party) -> String {
    let registry = clerk.desk.registry;
    let country = |field: &Field<crate::decode::Country>| field.copied().map(|one| clerk.country(one));
    let (name, shown, category, place) = match party {
        Party::Controller(id) => return registry.controllers[id].record.name.text().unwrap_or_default().to_owned(),
        Party::Processor(id) => {
            let record = &registry.processors[id].record;
            (&record.name, &record.shown_as, words(&record.category), country(&record.country).unwrap_or_default())
        }
        Party::Recipient(id) => {
            let record = &registry.recipients[id].record;
            let kind = record.kind.get().map(|kind| clerk.choice("recipient-kind", kind)).unwrap_or_default();
            let category = words(&record.category);
            let category = if category.is_empty() { kind } else { category };
            let places: Vec<String> = record.countries.iter().map(|one| clerk.country(*one)).collect();
            (&record.name, &record.shown_as, category, places.join(", "))
        }
        Party::Source(id) => {
            let record = &registry.sources[id].record;
            (&record.name, &record.shown_as, words(&record.category), String::new())
        }
    };
    let by_name = shown.copied().unwrap_or_default() == ShownAs::Name;
    let name = name.text().filter(|_| by_name).unwrap_or_default();
    if name.is_empty() {
        return clerk.with(&category, &place);
    }
    clerk.with(name, &clerk.join([category, place]))
}
