//! Transfers as a picture: countries and what the transfers to each rest on (Article 30(1)(e),
//! Chapter V).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::composer::Composer;
use super::transfer;
use super::transfers::{self, Row};
use crate::document::Block;
use crate::law::{self, Gate};
use crate::picture::{self, About, Cell, Grid, Head, Line};
use crate::record::transfer::{Mechanism, Transfer};

/// Places in the picture; the tables have the others.
const PLACES: usize = 30;

/// What a transfer rests on, in the order of Chapter V.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Footing {
    /// An adequacy decision, Article 45.
    Adequacy,
    /// Standard contractual clauses, Article 46(2)(c) and (d).
    Clauses,
    /// Binding corporate rules, Article 46(2)(b).
    Rules,
    /// Other safeguards of Article 46.
    Safeguards,
    /// A derogation, Article 49.
    Derogation,
    /// What Chapter V does not know, or no longer.
    Unknown,
    /// Nothing is written.
    Gap,
}

impl Footing {
    /// The columns, each with its message.
    const ALL: [(Footing, &str); 7] = [
        (Footing::Adequacy, "register-footing-adequacy"),
        (Footing::Clauses, "register-footing-clauses"),
        (Footing::Rules, "register-footing-rules"),
        (Footing::Safeguards, "register-footing-safeguards"),
        (Footing::Derogation, "register-footing-derogation"),
        (Footing::Unknown, "register-footing-unknown"),
        (Footing::Gap, "register-footing-gap"),
    ];

    fn of(composer: &Composer<'_>, mechanism: Mechanism) -> Footing {
        let known = law::mechanism(&crate::decode::word(&mechanism));
        let Some(known) = known.filter(|known| !known.is_dead_on(composer.desk.as_of)) else { return Footing::Unknown };
        match (mechanism, known.gate) {
            (Mechanism::Scc | Mechanism::SccAuthority, _) => Footing::Clauses,
            (Mechanism::Bcr, _) => Footing::Rules,
            (_, Gate::Adequacy) => Footing::Adequacy,
            (_, Gate::Safeguards) => Footing::Safeguards,
            (_, Gate::Derogation) => Footing::Derogation,
        }
    }

    /// Each footing of a transfer once.
    fn all_of(composer: &Composer<'_>, transfer: &Transfer) -> Vec<Footing> {
        let mut found: Vec<Footing> = transfer.mechanisms.iter().map(|one| Footing::of(composer, *one)).collect();
        found.sort_unstable();
        found.dedup();
        if found.is_empty() {
            found.push(Footing::Gap);
        }
        found
    }
}

/// The picture of all transfers, if there are any. The tables stand on the page already.
pub(super) fn figure(composer: &Composer<'_>, all: &[Row]) -> Option<Block> {
    let mut places: Vec<(&[Row], BTreeMap<Footing, usize>)> = Vec::new();
    for rows in all.chunk_by(Row::is_beside) {
        let mut counts = BTreeMap::new();
        for row in rows {
            let transfers = transfers::of(composer.desk.registry, row.holder);
            let transfer = transfers.and_then(|transfers| transfer::each(transfers).nth(row.row));
            for footing in transfer.map(|one| Footing::all_of(composer, one)).unwrap_or_default() {
                *counts.entry(footing).or_insert(0) += 1;
            }
        }
        places.push((rows, counts));
    }
    let hidden = places.len().saturating_sub(PLACES);
    places.sort_by_key(|(rows, _)| Reverse(rows.len()));
    places.truncate(PLACES);
    if places.is_empty() {
        return None;
    }
    // What nobody relies on takes no room, if it is none of the usual.
    let is_used = |footing: Footing| places.iter().any(|(_, counts)| counts.contains_key(&footing));
    let shown: Vec<(Footing, &str)> =
        Footing::ALL.into_iter().filter(|(footing, _)| *footing != Footing::Unknown || is_used(*footing)).collect();
    let line = |(rows, counts): &(&[Row], BTreeMap<Footing, usize>)| {
        let first = rows.first();
        let place = first.and_then(|row| row.place.clone());
        let country = first.and_then(|row| row.country);
        let third = country.is_some_and(|country| !country.0.country().in_eea());
        Line {
            label: place.unwrap_or_else(|| composer.plain("register-place-in-words")),
            note: country.filter(|_| !third).map(|_| composer.plain("register-footing-eea")),
            href: None,
            marked: false,
            cells: shown
                .iter()
                .map(|(footing, _)| counts.get(footing).map_or(Cell::Empty, |n| Cell::Count(*n)))
                .collect(),
        }
    };
    let name = composer.plain("register-footing");
    let about = About {
        id: composer.anchor("transfers-picture"),
        title: name.clone(),
        description: composer.say("register-footing-description", &[("n", places.len().into())]),
    };
    let hidden = (hidden > 0).then(|| composer.say("register-footing-hidden", &[("n", hidden.into())]));
    let caption: Vec<String> = [composer.plain("register-footing-caption")].into_iter().chain(hidden).collect();
    let heads = shown.iter().map(|(_, key)| Head { label: composer.plain(key), href: None }).collect();
    let lines = places.iter().map(line).collect();
    let svg = picture::grid(&Grid { about, column: 116, heads, lines, legend: Vec::new() });
    Some(Block::Figure { name: name.into(), caption: caption.join(" ").into(), svg, blocks: Vec::new() })
}
