//! Whoever Article 30(1)(a) names, one field each: what forms ask for in a table of names and addresses.

use super::clerk::Clerk;
use super::facts;
use super::row::{self, Role};
use crate::decode::Field;
use crate::export::workbook::Cell;
use crate::record::address::Address;
use crate::record::controller::Controller;
use crate::record::profile::Audience;
use crate::registry::Entry;

/// Somebody named in a part of Article 30(1)(a).
type Actor<'a> = (&'a Entry<Controller>, Role);

facts! { Audience::Internal, row::actor;
    "actor.role", "30(1)(a)", "Controller, joint controller, data protection officer or representative." => |clerk, actor| {
        let key = match actor.1 {
            Role::Controller => "export-role-controller",
            Role::Joint => "export-role-joint-controller",
            Role::Dpo => "export-role-dpo",
            Role::Representative => "export-role-representative",
        };
        Cell::text(clerk.word(key))
    };
    "actor.name", "30(1)(a)", "Name; for an officer that is not named in public, the person or firm; or that there is none." => |clerk, actor| name(clerk, actor);
    "actor.address", "30(1)(a)", "Postal address, line by line." => |clerk, actor| {
        address(actor).map_or(Cell::Empty, |field| Cell::list(clerk.address(field)))
    };
    "actor.street", "30(1)(a)", "Street, number, floor." => |_clerk, actor| {
        let found = address(actor).and_then(Field::get);
        found.map_or(Cell::Empty, |one| Cell::list(one.lines.iter().cloned()))
    };
    "actor.postcode", "30(1)(a)", "Postal code." => |_clerk, actor| part(actor, |one| &one.postcode);
    "actor.city", "30(1)(a)", "Town or city." => |_clerk, actor| part(actor, |one| &one.city);
    "actor.country", "30(1)(a)", "Country." => |clerk, actor| {
        let country = address(actor).and_then(Field::get).and_then(|one| one.country.copied());
        country.map_or(Cell::Empty, |country| Cell::text(clerk.country(country)))
    };
    "actor.phone", "30(1)(a)", "Telephone number." => |_clerk, actor| way(actor, |one| &one.phone, |one| &one.phone, |one| &one.phone);
    "actor.email", "30(1)(a)", "E-mail address." => |_clerk, actor| way(actor, |one| &one.email, |one| &one.email, |one| &one.email);
}

fn name(clerk: &Clerk<'_>, (entry, role): Actor<'_>) -> Cell {
    let record = &entry.record;
    match role {
        Role::Controller | Role::Joint => super::clerk::text(&record.name),
        Role::Dpo => record.dpo.get().map_or(Cell::Empty, |dpo| {
            let name = dpo.name.text().or(dpo.holder.internal().text()).unwrap_or_default().to_owned();
            let state = super::open::people::appointed(clerk, &dpo.appointed, name.is_empty());
            Cell::text(clerk.join([name, state, super::clerk::words(&dpo.reason)]))
        }),
        Role::Representative => record.representative.get().map_or(Cell::Empty, |one| {
            let name = one.name.text().unwrap_or_default().to_owned();
            let state = super::open::people::appointed(clerk, &one.appointed, name.is_empty());
            Cell::text(clerk.join([name, state, super::clerk::lines(one.reason.internal())]))
        }),
    }
}

fn address<'a>((entry, role): Actor<'a>) -> Option<&'a Field<Address>> {
    let record = &entry.record;
    match role {
        Role::Controller | Role::Joint => Some(&record.address),
        Role::Dpo => Some(&record.dpo.get()?.address),
        Role::Representative => Some(&record.representative.get()?.address),
    }
}

fn part(actor: Actor<'_>, of: impl Fn(&Address) -> &Field<String>) -> Cell {
    address(actor).and_then(Field::get).map_or(Cell::Empty, |one| super::clerk::text(of(one)))
}

fn way(
    (entry, role): Actor<'_>,
    controller: impl Fn(&Controller) -> &Field<String>,
    dpo: impl Fn(&crate::record::controller::Dpo) -> &Field<String>,
    representative: impl Fn(&crate::record::controller::Representative) -> &Field<String>,
) -> Cell {
    let record = &entry.record;
    let field = match role {
        Role::Controller | Role::Joint => Some(controller(record)),
        Role::Dpo => record.dpo.get().map(dpo),
        Role::Representative => record.representative.get().map(representative),
    };
    field.map_or(Cell::Empty, super::clerk::text)
}
