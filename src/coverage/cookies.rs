//! Storage on and access to people's devices, Article 5(3) of Directive 2002/58/EC.
//!
//! What is strictly necessary is exempt from consent, and so from the information that goes before it.

use super::audience::Audience;
use super::cell::{Gap, Reason, State};
use crate::record::cookie::Cookie;
use crate::record::notice::SectionName;
use crate::registry::{Entry, Id};
use crate::view::notice::tells;

/// The cookies that need consent and concern the group.
fn found<'a>(audience: &Audience<'a>) -> Vec<(Id<Cookie>, &'a Entry<Cookie>)> {
    let of_group = |entry: &Entry<Cookie>| {
        entry.links.subject_groups.is_empty() || entry.links.subject_groups.contains(&audience.group_id)
    };
    let activities = &audience.registry.activities;
    let is_told = |entry: &Entry<Cookie>| entry.links.activity.is_none_or(|id| tells(audience.entry, &activities[id]));
    let all = audience.registry.cookies.iter().filter(|(_, entry)| entry.record.needs_consent());
    all.filter(|(_, entry)| of_group(entry) && is_told(entry)).collect()
}

fn settle(audience: &Audience<'_>, lacks: impl Fn(&Cookie) -> bool, write: &str, lint: &'static str) -> State {
    let found = found(audience);
    if found.is_empty() {
        return State::NotDue(Reason::NoDeviceAccess);
    }
    let silent = found.into_iter().filter(|(_, entry)| lacks(&entry.record));
    let gaps = silent.map(|(id, entry)| {
        let at = entry.record.name.span().unwrap_or(entry.at);
        Gap { record: id.into(), at, write: write.to_owned(), lint: Some(lint) }
    });
    audience.in_section(gaps.collect(), SectionName::Cookies)
}

/// N90: what each is for.
pub(super) fn purposes(audience: &Audience<'_>) -> State {
    settle(audience, |cookie| cookie.purposes.is_empty(), "purposes", "cookie-purpose-missing")
}

/// N91: how long each works (C-673/17).
pub(super) fn lifetimes(audience: &Audience<'_>) -> State {
    settle(audience, |cookie| cookie.lifetime.is_absent(), "lifetime", "cookie-lifetime-missing")
}

/// N92: who gets access (C-673/17). Without a provider, the notice says that it is us.
pub(super) fn providers(audience: &Audience<'_>) -> State {
    settle(audience, |_| false, "provider", "cookie-provider-not-recipient")
}

/// N93: how people agree. Saying so is no consent.
pub(super) fn consent(audience: &Audience<'_>) -> State {
    settle(audience, |cookie| cookie.consent.is_absent(), "consent", "cookie-consent-unstated")
}
