//! Recipients, sources and providers by name or by category.

use super::composer::Composer;
use crate::decode::word;
use crate::markdown::{escape, site};
use crate::view::notice::Party;

/// Whether a name is a proper one, and not a kind of people such as "courts".
pub(super) fn is_proper(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a party is a single company or body, of which sentences speak as "it". What a common
/// noun names may be several.
pub(super) fn is_one(party: &Party) -> bool {
    party.name.as_deref().is_some_and(is_proper)
}

/// A party by its name, which leads to its web site, or by its category.
pub(super) fn called(composer: &Composer<'_>, party: &Party) -> String {
    match &party.name {
        Some(name) => party.website.as_deref().map_or_else(|| escape(name), |url| site(name, url)),
        None => category(composer, party),
    }
}

/// A recipient with its place. A proper name that nothing else explains is explained by the
/// category.
pub(super) fn named(composer: &Composer<'_>, party: &Party) -> String {
    let countries: Vec<String> = party.countries.iter().map(|code| composer.strings.country_name(code)).collect();
    let place = composer.strings.and(&countries);
    let name = called(composer, party);
    let speaks = party.is_explained || party.description.is_some() || !party.services.is_empty();
    let explained = party.category.as_ref().filter(|_| is_one(party) && !speaks);
    let (key, category) = match (explained, place.is_empty()) {
        (None, true) => return name,
        (None, false) => ("recipient-place", ""),
        (Some(category), true) => ("recipient-category", category.0.as_str()),
        (Some(category), false) => ("recipient-category-place", category.0.as_str()),
    };
    composer.say(key, &[("name", (&name).into()), ("category", category.into()), ("place", (&place).into())])
}

/// The category of a party; without one, the words for what it is to us.
pub(super) fn category(composer: &Composer<'_>, party: &Party) -> String {
    match (&party.category, party.kind) {
        (Some(category), _) => category.0.clone(),
        (None, Some(kind)) => composer.strings.plain(&format!("kind-{}", word(&kind))),
        (None, None) => composer.strings.plain("third-parties"),
    }
}
