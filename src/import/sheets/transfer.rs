//! Transfers to third countries: of a party that a row names, or of nobody yet.

use std::collections::HashMap;

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::find::Filled;
use super::fold::one_line;
use super::naming::{denies, shortened};
use super::pool::At;
use super::record::{text, word};
use super::summary::warning;
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
                let told = format!("no countries can be told for certain from “{}”", shortened(&one_line(text), 60));
                self.diagnostics.push(
                    warning("countries-not-understood", led.cell.span, told)
                        .label(self.book.place(led.cell.span))
                        .help(
                            "the words are a note of the activity: give those who receive the data their `transfers`",
                        ),
                );
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
        let words = [place.words.as_str(), safeguards]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("; ");
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
            self.outside(&led, &notes);
            return;
        };
        // In a form, what names neither a country nor an instrument is a remark below the transfers.
        let is_word =
            |led: &Led<'a>| matches!(&led.target, Target::Word(name) if name == "kept" || name == "recipient");
        if filled.form
            && led.len() > 1
            && led.iter().all(is_word)
            && let Some(at) = self.of_activity(filled, None)
        {
            let head = led.iter().find(|one| !std::ptr::eq(one.cell, holder)).map(|one| one.cell);
            let name = head.map(|cell| one_line(&cell.text)).unwrap_or_default();
            self.tally.elsewhere += usize::from(head.is_some());
            notes.push((name, holder));
            self.keep(at, notes);
            return;
        }
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
                Target::Word(name) if name == "kept" => self.count(false, one, &mut notes),
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
    words: String,
}

/// The countries of a cell: entries are countries, several of them, or one before what is said of it.
fn places<'t>(text: &'t str, separators: &[String]) -> Option<Vec<Place<'t>>> {
    let found: Option<Vec<Vec<Place<'t>>>> = super::fold::entries(text, separators)
        .into_iter()
        .map(|entry| countries(entry).or_else(|| before(entry)))
        .collect();
    found.map(|all| all.into_iter().flatten().collect::<Vec<_>>()).filter(|all| !all.is_empty())
}

/// Countries alone: "United States, India and United Kingdom".
fn countries(entry: &str) -> Option<Vec<Place<'_>>> {
    let alone = |part: &str| WORDS.only_country(part).is_some();
    if alone(entry) {
        return Some(vec![Place { code: WORDS.only_country(entry)?, name: entry.trim(), words: String::new() }]);
    }
    let parts = entry.split(',').flat_map(|part| match alone(part) {
        true => vec![part],
        false => WORDS.joined(part),
    });
    parts.map(|part| Some(Place { code: WORDS.only_country(part)?, name: part.trim(), words: String::new() })).collect()
}

/// A country before what is said of it, which names no other: "USA (Mailchimp), SCC".
fn before(entry: &str) -> Option<Vec<Place<'_>>> {
    let signs = [", ", " (", ": ", " - ", " – ", "; "];
    let (end, length) = signs.iter().filter_map(|sign| Some((entry.find(sign)?, sign.len()))).min()?;
    let words = balanced(entry[end + length..].trim_end_matches(['.', ' ']));
    let mut others = words.split([',', ';', '(', ')', ':']).flat_map(|part| WORDS.joined(part));
    if others.any(|part| WORDS.country(part).is_some()) {
        return None;
    }
    Some(vec![Place { code: WORDS.only_country(&entry[..end])?, name: entry[..end].trim(), words }])
}

/// Words without brackets that were opened or closed outside of them.
fn balanced(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut open = 0_usize;
    for letter in words.chars() {
        match letter {
            '(' => open += 1,
            ')' if open == 0 => continue,
            ')' => open -= 1,
            _ => {}
        }
        out.push(letter);
    }
    out.extend(std::iter::repeat_n(')', open));
    out.trim().to_owned()
}

/// What a recipient that was made of a country says of itself.
const PROPOSED: &str = "Proposed by the import: the spreadsheet names the country and not who receives the data there. \
    Name the recipient or processor, and move the transfer to it.";

fn code_is_inside(code: &str) -> bool {
    crate::law::country(&code.to_uppercase()).is_some_and(crate::law::Country::in_eea)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn countries_are_told_where_all_of_them_are() {
        let told = |text: &str| {
            places(text, &["\n".to_owned(), ";".to_owned()]).map(|all| {
                let one = |place: super::Place<'_>| match place.words.as_str() {
                    "" => place.code.to_string(),
                    words => format!("{} ({words})", place.code),
                };
                all.into_iter().map(one).collect::<Vec<_>>().join(" ")
            })
        };
        for (text, expected) in [
            ("Estados Unidos, India y Reino Unido", Some("US IN GB")),
            ("USA und Indien; Brasilien", Some("US IN BR")),
            ("Trinidad and Tobago", Some("TT")),
            ("USA (Mailchimp), SCC und DPF)", Some("US (Mailchimp, SCC und DPF)")),
            ("USA (Mailchimp)", Some("US (Mailchimp)")),
            ("USA, India (support)", None),
            ("Estados Unidos, la India y otros", None),
            ("Congo", None),
            ("USA, Georgia", None),
            ("Democratic Republic of the Congo", Some("CD")),
            ("within the group", None),
        ] {
            assert_eq!(told(text).as_deref(), expected, "{text}");
        }
    }
}
