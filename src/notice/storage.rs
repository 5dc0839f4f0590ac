//! Places of storage: of our systems and of recipients.

use super::composer::{Composer, told};
use super::party::called;
use crate::document::{Block, Text};
use crate::record::system::Region;
use crate::source::Origins;
use crate::view::notice::Storage;

/// Up to this many places are told in sentences, more in a list.
const FEW: usize = 3;

/// What is stored in one place.
struct Place {
    name: String,
    primarily: bool,
    /// What we store there.
    ours: Vec<String>,
    /// The recipients who store there what they get.
    theirs: Vec<String>,
    origins: Origins,
}

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let places = places(composer);
    if places.len() <= FEW {
        let sentences = places.iter().flat_map(|place| sentences(composer, place));
        return composer.sentences(sentences).into_iter().collect();
    }
    let all: Origins = places.iter().map(|place| &place.origins).collect();
    let lead = Block::paragraph(Text::told(composer.strings.plain("stored-lead"), &all));
    vec![lead, Block::list(places.iter().map(|place| Text::told(item(composer, place), &place.origins)))]
}

/// Each place once, in the order of first appearance.
fn places(composer: &Composer<'_>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut at = |name: String, primarily: bool| match places
        .iter()
        .position(|place| place.name == name && place.primarily == primarily)
    {
        Some(at) => at,
        None => {
            places.push(Place { name, primarily, ours: Vec::new(), theirs: Vec::new(), origins: Origins::default() });
            places.len() - 1
        }
    };
    let ours: Vec<(usize, &Storage)> = composer
        .notice
        .storage
        .iter()
        .filter_map(|storage| Some((at(place(composer, storage)?, storage.primarily), storage)))
        .collect();
    let mut theirs: Vec<(usize, String, &Origins)> = Vec::new();
    for stored in composer.notice.stored_with.iter().filter(|stored| stored.told.is_empty()) {
        let place = at(countries(composer, &stored.recipient.locations), false);
        let known = (place, called(composer, &stored.recipient), &stored.recipient.origins);
        if !theirs.contains(&known) {
            theirs.push(known);
        }
    }
    for (at, storage) in ours {
        places[at].ours.push(storage.stores.0.clone());
        places[at].origins.join(&storage.origins);
    }
    for (at, who, from) in theirs {
        places[at].theirs.push(who);
        places[at].origins.join(from);
    }
    places
}

/// The place of a system; nothing where the record names none.
fn place(composer: &Composer<'_>, storage: &Storage) -> Option<String> {
    let region = storage.region.map(|region| match region {
        Region::Eu => "region-eu",
        Region::Eea => "region-eea",
        Region::EeaAndAdequate => "region-eea-and-adequate",
        Region::World => "region-world",
    });
    let place = if storage.countries.is_empty() {
        region.map(|key| composer.strings.plain(key))
    } else {
        Some(countries(composer, &storage.countries))
    };
    match (storage.own_servers, place) {
        (false, place) => place,
        (true, None) => Some(composer.strings.plain("stored-own")),
        (true, Some(place)) => Some(composer.say_one("stored-own-in", "place", &place)),
    }
}

fn countries(composer: &Composer<'_>, codes: &[String]) -> String {
    let names: Vec<String> = codes.iter().map(|code| composer.strings.country(code)).collect();
    composer.say_one("in-countries", "countries", &composer.strings.and(&names))
}

fn sentences(composer: &Composer<'_>, place: &Place) -> Vec<Text> {
    let strings = composer.strings;
    let at = ("place", (&place.name).into());
    let primarily = ("primarily", if place.primarily { "yes" } else { "no" }.into());
    let ours = (!place.ours.is_empty())
        .then(|| composer.say("stored", &[("what", (&strings.and(&place.ours)).into()), at, primarily]));
    let theirs = (!place.theirs.is_empty())
        .then(|| composer.say("stored-with", &[("who", (&strings.and(&place.theirs)).into()), at]));
    told(ours.into_iter().chain(theirs), &place.origins).collect()
}

fn item(composer: &Composer<'_>, place: &Place) -> String {
    let theirs = (!place.theirs.is_empty())
        .then(|| composer.say_one("stored-item-with", "who", &composer.strings.and(&place.theirs)));
    let what: Vec<String> = place.ours.iter().cloned().chain(theirs).collect();
    let primarily = if place.primarily { "yes" } else { "no" };
    composer.say(
        "stored-item",
        &[
            ("place", (&place.name).into()),
            ("what", (&composer.strings.and(&what)).into()),
            ("primarily", primarily.into()),
        ],
    )
}
