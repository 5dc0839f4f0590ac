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
    at: At,
    /// What we store there.
    ours: Vec<String>,
    /// The recipients who store there what they get.
    theirs: Vec<String>,
    origins: Origins,
}

/// A place, and how it is spoken of.
#[derive(Default, PartialEq, Eq)]
struct At {
    name: String,
    primarily: bool,
    /// Whether data are processed there too.
    processes: bool,
    /// What decides that it is this place.
    depends_on: Option<String>,
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
    let mut at = |at: At| match places.iter().position(|place| place.at == at) {
        Some(known) => known,
        None => {
            places.push(Place { at, ours: Vec::new(), theirs: Vec::new(), origins: Origins::default() });
            places.len() - 1
        }
    };
    let ours: Vec<(usize, &Storage)> =
        composer.notice.storage.iter().filter_map(|storage| Some((at(place(composer, storage)?), storage))).collect();
    let mut theirs: Vec<(usize, String, &Origins)> = Vec::new();
    for stored in composer.notice.stored_with.iter().filter(|stored| stored.told.is_empty()) {
        let place = at(At { name: countries(composer, &stored.recipient.locations), ..At::default() });
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
fn place(composer: &Composer<'_>, storage: &Storage) -> Option<At> {
    let strings = composer.strings;
    let region = storage.region.map(|region| match region {
        Region::Eu => "region-eu",
        Region::Eea => "region-eea",
        Region::EeaAndAdequate => "region-eea-and-adequate",
        Region::World => "region-world",
    });
    let known = if storage.countries.is_empty() {
        region.map(|key| strings.plain(key))
    } else {
        Some(countries(composer, &storage.countries))
    };
    // Words of the author go first; what is known besides explains them.
    let somewhere = match (&storage.place, known) {
        (Some(words), Some(known)) => {
            Some(composer.say("place-in-words", &[("words", (&words.0).into()), ("place", (&known).into())]))
        }
        (Some(words), None) => Some(words.0.clone()),
        (None, known) => known,
    };
    let sites = [
        (storage.own_servers, "stored-own"),
        (storage.own_data_centre, "stored-own-data-centre"),
        (storage.third_party_facilities, "stored-third-party-facilities"),
    ];
    let sites: Vec<String> = sites.into_iter().filter(|(is, _)| *is).map(|(_, key)| strings.plain(key)).collect();
    let name = match (sites.is_empty(), somewhere) {
        (true, somewhere) => somewhere?,
        (false, None) => strings.and(&sites),
        (false, Some(place)) => {
            composer.say("stored-at", &[("sites", (&strings.and(&sites)).into()), ("place", (&place).into())])
        }
    };
    let depends_on = storage.depends_on.as_ref().map(|what| what.0.clone());
    Some(At { name, primarily: storage.primarily, processes: storage.processes, depends_on })
}

fn countries(composer: &Composer<'_>, codes: &[String]) -> String {
    let names: Vec<String> = codes.iter().map(|code| composer.strings.country(code)).collect();
    composer.say_one("in-countries", "countries", &composer.strings.and(&names))
}

fn sentences(composer: &Composer<'_>, place: &Place) -> Vec<Text> {
    let strings = composer.strings;
    let at = ("place", (&place.at.name).into());
    let ours = (!place.ours.is_empty()).then(|| {
        let what = strings.and(&place.ours);
        let processes = if place.at.processes { "yes" } else { "no" };
        let primarily = if place.at.primarily { "yes" } else { "no" };
        composer.say(
            "stored",
            &[("what", (&what).into()), at, ("primarily", primarily.into()), ("processes", processes.into())],
        )
    });
    let depends_on = place.at.depends_on.as_ref();
    let depends_on = depends_on.map(|what| composer.say_one("stored-depends-on", "what", what));
    let theirs = (!place.theirs.is_empty())
        .then(|| composer.say("stored-with", &[("who", (&strings.and(&place.theirs)).into()), at]));
    told([ours, depends_on, theirs].into_iter().flatten(), &place.origins).collect()
}

fn item(composer: &Composer<'_>, place: &Place) -> String {
    let theirs = (!place.theirs.is_empty())
        .then(|| composer.say_one("stored-item-with", "who", &composer.strings.and(&place.theirs)));
    let what: Vec<String> = place.ours.iter().cloned().chain(theirs).collect();
    let item = composer.say(
        "stored-item",
        &[
            ("place", (&place.at.name).into()),
            ("what", (&composer.strings.and(&what)).into()),
            ("primarily", if place.at.primarily { "yes" } else { "no" }.into()),
            ("processes", if place.at.processes { "yes" } else { "no" }.into()),
        ],
    );
    match &place.at.depends_on {
        Some(what) => composer.say("stored-item-depends-on", &[("item", (&item).into()), ("what", what.into())]),
        None => item,
    }
}
