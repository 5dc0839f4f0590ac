//! Transfers to third countries: of a party that a row names, or of nobody yet.

use std::collections::HashMap;

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::find::Filled;
use super::fold::one_line;
use super::naming::denies;
use super::pool::At;
use super::record::{text, word};
use super::target::Target;
use super::value::value;
use super::words::WORDS;
use crate::import::node::Node;
use crate::law::CountryCode;
use crate::record::Kind;
use crate::source::Span;

impl<'a> Assembler<'a, '_> {
    /// Countries and safeguards of an activity: a transfer belongs to somebody who receives data, whom
    /// such a sheet does not name.
    pub(super) fn abroad(
        &mut self,
        at: usize,
        countries: &[&Led<'a>],
        safeguards: &[&Led<'a>],
        notes: &mut Vec<(String, &'a Cell)>,
    ) {
        let words: Vec<String> = safeguards.iter().map(|led| one_line(&led.cell.text)).collect();
        let words = words.join("; ");
        let mut used = false;
        for led in countries {
            let text = led.cell.text.as_str();
            if WORDS.flag(text) == Some(false) || denies(text) {
                let stated = (led.head.clone(), text.to_owned(), led.cell.span);
                self.activities[at].no_transfers.get_or_insert(stated);
                continue;
            }
            let Some(places) = places(text, &led.separators) else {
                // Prose about transfers names nobody and no place for certain.
                self.count(false, led, notes);
                continue;
            };
            for place in places {
                self.proposed(at, &place, &words, led.cell.span);
            }
            used = true;
            self.count(true, led, notes);
        }
        for led in safeguards {
            let understood = used && !WORDS.mechanisms(&words).is_empty();
            self.count(understood, led, notes);
        }
    }

    /// A recipient in a country, whom the spreadsheet does not name.
    fn proposed(&mut self, at: usize, place: &Place<'_>, safeguards: &str, span: Span) {
        let words =
            [place.words, safeguards].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ");
        let name = if words.is_empty() { place.name.to_owned() } else { format!("{} ({words})", place.name) };
        let party = self.pool.get(Kind::Recipient, &name, span);
        let key = place.code.as_str().to_lowercase();
        let mechanisms: Vec<Node> = WORDS.mechanisms(&words).into_iter().map(|one| word(one, span)).collect();
        let record = self.pool.table(party);
        let code = || vec![word(place.code.to_string(), span)];
        record.add("countries", code());
        if !code_is_inside(&key) {
            record.add(&format!("transfers.{key}.countries"), code());
            record.add(&format!("transfers.{key}.mechanisms"), mechanisms);
        }
        record.put("note", text(Kind::Recipient, "note", PROPOSED, span));
        self.activities[at].abroad.push((party, span));
        self.tally.proposed += 1;
    }

    /// That data go to no third country is said of those who receive them: a recipient of whom all
    /// activities say so takes none there.
    pub(super) fn state_no_transfers(&mut self) {
        let mut said: HashMap<At, bool> = HashMap::new();
        for activity in &self.activities {
            for (party, _) in activity.recipients.iter().chain(&activity.processors).chain(&activity.abroad) {
                *said.entry(*party).or_insert(true) &= activity.no_transfers.is_some();
            }
        }
        for at in 0..self.activities.len() {
            let Some((head, words, span)) = self.activities[at].no_transfers.clone() else { continue };
            let reason = if words.split_whitespace().count() < 3 { format!("{head}: {words}") } else { words.clone() };
            let parties: Vec<At> = self.activities[at]
                .recipients
                .iter()
                .chain(&self.activities[at].processors)
                .map(|(at, _)| *at)
                .collect();
            let mut stated = !parties.is_empty();
            for party in parties {
                let kind = self.pool.kind(party);
                let takes = matches!(kind, Kind::Recipient | Kind::Processor) && said.get(&party) == Some(&true);
                let table = self.pool.table(party);
                if takes && table.is_free("transfers") && table.is_free("no-transfers") {
                    table.put("no-transfers", text(kind, "no-transfers", &reason, span));
                }
                stated &= takes && !table.is_free("no-transfers");
            }
            if stated {
                self.tally.placed += 1;
            } else {
                self.tally.kept(&head, 1, span);
                self.activities[at].notes.push((head, words, span));
            }
        }
    }

    /// A transfer of a party.
    pub(super) fn transfer(&mut self, filled: &Filled<'a, 'a>) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        let of = |name: &str| led.iter().find(|led| led.target == Target::Word(name.to_owned())).map(|led| led.cell);
        let Some(holder) = of("recipient") else {
            self.tally.outside.extend(filled.cells.iter().map(|(_, cell, _)| cell.span));
            return;
        };
        // Our exports name the processing for clients that a transfer belongs to.
        let holders = [Kind::Processor, Kind::Recipient, Kind::Controller, Kind::ClientProcessing];
        let known = self.pool.leading(&holders, &holder.text).filter(|_| self.pool.names_lead());
        let party = known.unwrap_or_else(|| self.pool.party(Kind::Recipient, &holder.text, holder.span));
        let kind = self.pool.kind(party);
        let stem = of("place").map_or_else(|| "transfer".to_owned(), |cell| super::fold::id_of(&cell.text));
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        // Each row of our tables is a transfer; other forms tell one again for each activity.
        let mut keys = std::iter::once(stem.clone()).chain(numbered);
        let is_new = |key: &String| filled.form || self.transfers.insert((party, key.clone()));
        let key = keys.find(is_new).unwrap_or(stem);
        for one in &led {
            match &one.target {
                Target::Word(name) if name == "recipient" => self.tally.placed += 1,
                Target::Word(name) if name == "place" => {
                    let separators = [",".to_owned(), ";".to_owned(), "\n".to_owned()];
                    let parts = super::fold::entries(&one.cell.text, &separators);
                    let codes: Vec<Option<Node>> = parts
                        .iter()
                        .map(|part| WORDS.country(part).map(|code| word(code.to_string(), one.cell.span)))
                        .collect();
                    let record = self.pool.table(party);
                    if codes.iter().all(Option::is_some) {
                        record.add(&format!("transfers.{key}.countries"), codes.into_iter().flatten().collect());
                    } else {
                        let place = text(kind, "transfers.*.destination", &one.cell.text, one.cell.span);
                        record.put(&format!("transfers.{key}.destination"), place);
                    }
                    self.tally.placed += 1;
                }
                Target::Word(_) => self.tally.elsewhere += 1,
                Target::Field(field, shape) => {
                    let path = format!("transfers.*.{field}");
                    let node = value(&mut self.pool, kind, &path, shape, &said(self.map, one));
                    let mechanisms = || {
                        WORDS
                            .mechanisms(&one.cell.text)
                            .into_iter()
                            .map(|one_word| word(one_word, one.cell.span))
                            .collect::<Vec<_>>()
                    };
                    let record = self.pool.table(party);
                    let path = format!("transfers.{key}.{field}");
                    let taken = match node {
                        Some(node) => record.put(&path, node),
                        None if field == "mechanisms" && !mechanisms().is_empty() => {
                            record.add(&path, mechanisms());
                            true
                        }
                        None => false,
                    };
                    self.count(taken, one, &mut notes);
                }
            }
        }
        if filled.form
            && let Some(at) = self.of_activity(filled, None)
        {
            self.activities[at].abroad.push((party, holder.span));
        }
        self.keep_on(party, notes);
    }
}

/// A country that a cell names, and what it says of it.
struct Place<'t> {
    code: CountryCode,
    name: &'t str,
    words: &'t str,
}

/// The countries of a cell: each entry is a country, alone or before what is said of it.
fn places<'t>(text: &'t str, separators: &[String]) -> Option<Vec<Place<'t>>> {
    let alone = |part: &'t str| WORDS.country(part).map(|code| Place { code, name: part.trim(), words: "" });
    let place = |entry: &'t str| {
        let signs = [", ", " (", ": ", " - ", " – ", "; "];
        let ends = signs.iter().filter_map(|sign| Some((entry.find(sign)?, sign.len())));
        let split = || {
            let (end, length) = ends.min()?;
            let words = entry[end + length..].trim_end_matches([')', '.', ' ']);
            Some(Place { words, ..alone(&entry[..end])? })
        };
        alone(entry).or_else(split)
    };
    let entries = super::fold::entries(text, separators);
    let found: Option<Vec<Place<'t>>> = match entries.as_slice() {
        [] => None,
        [one] => one.split(',').map(alone).collect::<Option<Vec<_>>>().or_else(|| place(one).map(|place| vec![place])),
        all => all.iter().copied().map(place).collect(),
    };
    found
}

/// What a recipient that was made of a country says of itself.
const PROPOSED: &str = "Proposed by the import: the spreadsheet names the country and not who receives the data there. \
    Name the recipient or processor, and move the transfer to it.";

fn code_is_inside(code: &str) -> bool {
    crate::law::country(&code.to_uppercase()).is_some_and(crate::law::Country::in_eea)
}
