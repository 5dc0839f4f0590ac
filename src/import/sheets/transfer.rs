//! Transfers to third countries: of a party that a row names, or of nobody yet.

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::find::Filled;
use super::fold::one_line;
use super::record::{text, word};
use super::target::Target;
use super::value::value;
use super::words::WORDS;
use crate::import::node::Node;
use crate::record::Kind;

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
            if WORDS.flag(&led.cell.text).is_some() {
                self.count(false, led, notes);
                continue;
            }
            let span = led.cell.span;
            let entries = super::fold::entries(&led.cell.text, &led.separators);
            let parts: Vec<&str> = match entries.as_slice() {
                [one] if one.split(',').all(|part| WORDS.country(part).is_some()) => {
                    one.split(',').map(str::trim).collect()
                }
                parts => parts.to_vec(),
            };
            let known: Vec<Option<crate::law::CountryCode>> = parts.iter().map(|part| WORDS.country(part)).collect();
            if parts.is_empty() || known.iter().any(Option::is_none) {
                // Prose about transfers names nobody and no place for certain.
                self.count(false, led, notes);
                continue;
            }
            for (part, code) in parts.iter().zip(known.into_iter().flatten()) {
                let name = if words.is_empty() { (*part).to_owned() } else { format!("{part} ({words})") };
                let party = self.pool.get(Kind::Recipient, &name, span);
                let key = code.as_str().to_lowercase();
                let mechanisms: Vec<Node> = WORDS.mechanisms(&words).into_iter().map(|one| word(one, span)).collect();
                let record = self.pool.table(party);
                let code = || vec![word(code.to_string(), span)];
                record.add("countries", code());
                if !code_is_inside(&key) {
                    record.add(&format!("transfers.{key}.countries"), code());
                    record.add(&format!("transfers.{key}.mechanisms"), mechanisms);
                }
                record.put("note", text(Kind::Recipient, "note", PROPOSED, span));
                self.activities[at].abroad.push((party, span));
            }
            used = true;
            self.count(true, led, notes);
        }
        for led in safeguards {
            let understood = used && !WORDS.mechanisms(&words).is_empty();
            self.count(understood, led, notes);
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
        let party = self.pool.party(Kind::Recipient, &holder.text, holder.span);
        let kind = self.pool.kind(party);
        let key = of("place").map_or_else(|| "transfer".to_owned(), |cell| super::fold::id_of(&cell.text));
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

/// What a recipient that was made of a country says of itself.
const PROPOSED: &str = "Proposed by the import: the spreadsheet names the country and not who receives the data there. \
    Name the recipient or processor, and move the transfer to it.";

fn code_is_inside(code: &str) -> bool {
    crate::law::country(&code.to_uppercase()).is_some_and(crate::law::Country::in_eea)
}
