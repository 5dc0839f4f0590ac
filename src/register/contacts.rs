//! Name and contacts of a controller, its officer and its representative, Articles 30(1)(a) and
//! 30(2)(a).

use super::composer::Composer;
use super::facts::{Facts, envelope};
use crate::decode::Field;
use crate::markdown;
use crate::record::address::Address;
use crate::record::controller::{Controller, Dpo, Representative};
use crate::registry::Id;

/// Name and contacts as Article 30(1)(a) asks for them, with representative and officer.
pub(super) fn facts<'c>(composer: &'c Composer<'c>, id: Id<Controller>) -> Facts<'c> {
    let record = &composer.desk.registry.controllers[id].record;
    let mut facts = Facts::new(composer);
    facts.text("register-name", &record.name).or_gap();
    facts.address("register-address", &record.address).or_gap();
    facts.phone("register-phone", &record.phone);
    facts.mail("register-email", &record.email);
    facts.web("register-website", &record.website);
    facts.lines("register-dpo", record.dpo.get().map_or_else(Vec::new, |one| dpo(composer, one))).or_gap();
    let representative = record.representative.get().map_or_else(Vec::new, |one| representative(composer, one));
    facts.lines("register-representative", representative);
    // Only a controller outside the Union can need one, so only there its absence is a gap.
    let country = record.address.get().and_then(|address| address.country.copied());
    if country.is_some_and(|country| !country.0.country().in_eea()) {
        facts.or_gap();
    }
    facts
}

/// The officer in lines, or why there is none.
fn dpo(composer: &Composer<'_>, dpo: &Dpo) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(appointed(composer, &dpo.appointed, dpo.reason.text()));
    lines.extend(dpo.name.text().map(markdown::escape));
    lines.extend(ways(&dpo.email, &dpo.phone, &dpo.url));
    lines.extend(one_line(composer, &dpo.address));
    if !dpo.uses.is_empty() {
        let uses = composer.join(dpo.uses.iter().map(|one| composer.word("contact-use", one)));
        lines.push(composer.say_one("register-contact-for", "uses", &uses));
    }
    let holder = dpo.holder.internal().text().map(markdown::escape);
    lines.extend(holder.map(|holder| composer.say_one("register-dpo-holder", "who", &holder)));
    let notified = dpo.notified.internal().copied().map(|date| composer.desk.strings.date(date.0));
    lines.extend(notified.map(|date| composer.say_one("register-dpo-notified", "date", &date)));
    lines
}

fn representative(composer: &Composer<'_>, one: &Representative) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(appointed(composer, &one.appointed, one.reason.internal().text()));
    lines.extend(one.name.text().map(markdown::escape));
    lines.extend(one_line(composer, &one.address));
    lines.extend(ways(&one.email, &one.phone, &Field::default()));
    let mandated = one.mandated.internal().copied().map(|date| composer.desk.strings.date(date.0));
    lines.extend(mandated.map(|date| composer.say_one("register-mandated", "date", &date)));
    lines
}

/// Whether somebody is appointed, with the reason if not.
fn appointed(composer: &Composer<'_>, appointed: &Field<bool>, reason: Option<&str>) -> Vec<String> {
    let state = match appointed.copied() {
        Some(true) => composer.plain("register-appointed"),
        Some(false) => composer.plain("register-not-appointed"),
        None => composer.plain("register-appointed-gap"),
    };
    std::iter::once(state).chain(reason.map(|reason| composer.authored(reason))).collect()
}

fn ways(email: &Field<String>, phone: &Field<String>, url: &Field<String>) -> Vec<String> {
    let ways = [email.text().map(markdown::mail), phone.text().map(markdown::phone), url.text().map(markdown::web)];
    ways.into_iter().flatten().collect()
}

fn one_line(composer: &Composer<'_>, address: &Field<Address>) -> Option<String> {
    address.get().map(|address| composer.join(envelope(composer, address)))
}
