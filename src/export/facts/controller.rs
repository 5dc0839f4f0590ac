//! Controllers, Article 30(1)(a).

use super::clerk::{Clerk, day, lines, number, phrase, prose, text, web, words};
use super::open::people;
use super::{common, facts, row};
use crate::export::workbook::Cell;
use crate::law;
use crate::record::controller::Controller;
use crate::record::profile::Audience;

facts! { Audience::Internal, row::controller;
    "controller.name", "30(1)(a)", "Its legal name." => |_clerk, entry| text(&entry.record.name);
    "controller.trade-name", "", "The name it trades under." => |_clerk, entry| text(&entry.record.trade_name);
    "controller.legal-form", "", "Its legal form." => |_clerk, entry| phrase(&entry.record.legal_form);
    "controller.registration", "", "Where it is registered, and its number there." => |clerk, entry| {
        let record = &entry.record;
        let country = record.registered_in.copied().map(|country| clerk.country(country)).unwrap_or_default();
        let number = record.registration_number.text().unwrap_or_default();
        let named = words(&record.registration_name);
        Cell::text(clerk.join([country, if named.is_empty() { number.to_owned() } else { clerk.about(&named, number) }]))
    };
    "controller.address", "30(1)(a)", "Its postal address." => |clerk, entry| Cell::list(clerk.address(&entry.record.address));
    "controller.phone", "30(1)(a)", "Its telephone number." => |_clerk, entry| text(&entry.record.phone);
    "controller.email", "30(1)(a)", "Its e-mail address." => |_clerk, entry| text(&entry.record.email);
    "controller.website", "", "Its web site." => |_clerk, entry| web(&entry.record.website);
    "controller.contact", "30(1)(a)", "Name, address, telephone, e-mail and web site together." => |clerk, entry| {
        Cell::text(people::controller(clerk, &entry.record))
    };
    "controller.description", "", "Who it is, in its own words." => |_clerk, entry| prose(&entry.record.description);
    "controller.contact-points", "12(2)", "Its contact points with what each is for." => |clerk, entry| Cell::list(points(clerk, &entry.record));
    "controller.dpo", "30(1)(a)", "Its data protection officer with contacts, the person or firm, and whether the authority was told; or why there is none." => |clerk, entry| {
        Cell::text(dpo(clerk, &entry.record))
    };
    "controller.dpo-holder", "37(7)", "The person or firm that holds the office of data protection officer." => |_clerk, entry| {
        entry.record.dpo.get().map_or(Cell::Empty, |dpo| text(dpo.holder.internal()))
    };
    "controller.dpo-notified", "37(7)", "Day the authority was told of the officer." => |_clerk, entry| {
        entry.record.dpo.get().map_or(Cell::Empty, |dpo| day(dpo.notified.internal()))
    };
    "controller.representative", "30(1)(a)", "Its representative in the Union with contacts and mandate, or why there is none." => |clerk, entry| {
        Cell::text(representative(clerk, &entry.record))
    };
    "controller.representative-mandated", "27(1)", "Day of the representative's mandate." => |_clerk, entry| {
        entry.record.representative.get().map_or(Cell::Empty, |one| day(one.mandated.internal()))
    };
    "controller.authority", "56", "The supervisory authority that leads for it." => |clerk, entry| authority(clerk, &entry.record);
    "controller.staff", "30(5)", "Number of people it employs." => |_clerk, entry| number(entry.record.staff.internal());
    "controller.establishments", "3(1)", "Countries in which it has establishments." => |clerk, entry| clerk.countries(entry.record.establishments.internal());
    "controller.public-body", "37(1)(a)", "Whether it is a public authority or body." => |clerk, entry| clerk.flag(entry.record.public_body.internal());
    "controller.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
    "controller.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
    "controller.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
    "controller.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
    "controller.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
}

fn points(clerk: &Clerk<'_>, record: &Controller) -> Vec<String> {
    let point = |row: &crate::decode::Row<crate::record::controller::Contact>| {
        let one = &row.value;
        let own = |field: &crate::decode::Field<String>| field.text().unwrap_or_default().to_owned();
        let uses = clerk.join(one.uses.iter().map(|one| clerk.choice("contact-use", one)));
        let because = words(&one.subject_because);
        let subject = clerk.labelled("register-subject-line", &clerk.with(&own(&one.subject_line), &because));
        let ways = clerk.join([own(&one.email), own(&one.phone), own(&one.url), subject]);
        clerk.about(&clerk.with(&words(&one.name), &uses), &ways)
    };
    record.contacts.iter().map(point).collect()
}

/// The officer with what only the register knows.
pub(super) fn dpo(clerk: &Clerk<'_>, record: &Controller) -> String {
    let Some(dpo) = record.dpo.get() else { return String::new() };
    let holder = dpo.holder.internal().text().map(|who| clerk.say("register-dpo-holder", &[("who", who.into())]));
    let told = dpo.notified.internal().copied().map(|day| clerk.desk.strings.date(day.0));
    let told = told.map(|day| clerk.say("register-dpo-notified", &[("date", (&day).into())]));
    let uses = clerk.join(dpo.uses.iter().map(|one| clerk.choice("contact-use", one)));
    let public = people::dpo(clerk, record);
    clerk.join([public, clerk.labelled("register-uses", &uses), holder.unwrap_or_default(), told.unwrap_or_default()])
}

/// The representative with what only the register knows.
pub(super) fn representative(clerk: &Clerk<'_>, record: &Controller) -> String {
    let Some(one) = record.representative.get() else { return String::new() };
    let mandated = one.mandated.internal().copied().map(|day| clerk.desk.strings.date(day.0));
    let mandated = mandated.map(|day| clerk.say("register-mandated", &[("date", (&day).into())]));
    clerk.join([people::representative(clerk, record), lines(one.reason.internal()), mandated.unwrap_or_default()])
}

fn authority(clerk: &Clerk<'_>, record: &Controller) -> Cell {
    let Some(authority) = record.authority.get() else { return Cell::Empty };
    let known = authority.id.text().and_then(law::authority);
    let name = authority.name.text().or(known.map(|known| known.name.as_str())).unwrap_or_default();
    let site = authority.website.text().or(known.map(|known| known.website.as_str())).unwrap_or_default();
    let page = authority.complaint_url.text().unwrap_or_default();
    Cell::text(clerk.join([name.to_owned(), site.to_owned(), page.to_owned()]))
}
