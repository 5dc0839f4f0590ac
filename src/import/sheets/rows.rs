//! Rows of data and disclosures of an activity.

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::draft::Activity;
use super::fold::{id_of, one_line};
use super::record::{text, word};
use super::target::{Rows, Target};
use super::value::value;
use super::words::WORDS;
use crate::decode::is_id;
use crate::import::node::{Content, Node};
use crate::record::Kind;

impl<'a> Assembler<'a, '_> {
    /// What one row says of its activity. Rows with the same key are one row of the activity, told in
    /// several lines.
    pub(super) fn of_row(&mut self, at: usize, rows: Rows, led: &[Led<'a>], notes: &mut Vec<(String, &'a Cell)>) {
        let of = |name: &str| {
            let is =
                |led: &&Led<'a>| matches!(&led.target, Target::Word(word) | Target::Field(word, _) if word == name);
            led.iter().find(is).map(|led| led.cell)
        };
        let named = of("key").or(of("categories")).or(of("recipients")).or(of("processors"));
        let Some(named) = named else {
            led.iter().for_each(|led| self.count(false, led, notes));
            return;
        };
        let first = one_line(named.text.lines().next().unwrap_or_default());
        let key = if is_id(&first) { first } else { id_of(&first) };
        // Our exports tell the heading of a circumstance below its key.
        if rows == Rows::Disclosure
            && let Some(heading) = of("key").and_then(|cell| cell.text.split_once('\n'))
        {
            let heading = text(Kind::Activity, "disclosures.*.heading", heading.1, named.span);
            self.row_of(at, rows, &key).put("heading", heading);
        }
        let below = if rows == Rows::Data { "data" } else { "disclosures" };
        for one in led {
            let taken = match &one.target {
                Target::Word(name) => match name.as_str() {
                    "activity" | "key" => true,
                    "items" => self.items(of("categories"), one),
                    "special" => self.special(of("categories"), one),
                    "kind" => self.kind_of(of("recipients"), one),
                    "processors" => {
                        let span = one.cell.span;
                        let refs: Vec<Node> = said(self.map, one)
                            .entries()
                            .into_iter()
                            .map(|entry| {
                                let party = self.pool.party(Kind::Processor, entry, span);
                                self.pool.refer(party, span)
                            })
                            .collect();
                        Activity::row(&mut self.activities[at].disclosures, &key).add("recipients", refs);
                        true
                    }
                    _ => false,
                },
                Target::Field(field, _) if field == "purposes" => {
                    let separators = ["\n".to_owned()];
                    let entries = super::fold::entries(&one.cell.text, &separators);
                    let keys: Vec<Option<String>> =
                        entries.iter().map(|entry| self.activities[at].key_of_purpose(title_of(entry))).collect();
                    let is_all = keys.len() == self.activities[at].purposes.len();
                    let known = !keys.is_empty() && keys.iter().all(Option::is_some);
                    if known && !is_all {
                        let nodes = keys.into_iter().flatten().map(|key| word(key, one.cell.span)).collect();
                        self.row_of(at, rows, &key).add("purposes", nodes);
                    }
                    known
                }
                Target::Field(field, shape) => {
                    let path = format!("{below}.*.{field}");
                    let node = value(&mut self.pool, Kind::Activity, &path, shape, &said(self.map, one));
                    let row = self.row_of(at, rows, &key);
                    match node {
                        Some(Node { content: Content::List(nodes), .. }) => {
                            row.add(field, nodes);
                            true
                        }
                        // A row in several lines says the same in each of them.
                        Some(node) => row.put(field, node) || rows == Rows::Data,
                        None => false,
                    }
                }
            };
            self.count(taken, one, notes);
        }
    }

    fn row_of(&mut self, at: usize, rows: Rows, key: &str) -> &mut super::record::Table {
        let activity = &mut self.activities[at];
        let rows = if rows == Rows::Data { &mut activity.data } else { &mut activity.disclosures };
        Activity::row(rows, key)
    }

    /// What belongs to the category of the row.
    fn items(&mut self, category: Option<&Cell>, led: &Led<'a>) -> bool {
        let Some(category) = category else { return false };
        let at = self.pool.get(Kind::DataCategory, &category.text, category.span);
        let span = led.cell.span;
        let items: Vec<Node> = said(self.map, led)
            .entries()
            .into_iter()
            .map(|entry| text(Kind::DataCategory, "name", entry, span))
            .collect();
        let record = self.pool.table(at);
        if record.is_free("items") {
            record.add("items", items);
            self.first_items.insert(at, led.cell.text.clone());
            return true;
        }
        self.first_items.get(&at) == Some(&led.cell.text)
    }

    /// The kind of special category of the row.
    fn special(&mut self, category: Option<&Cell>, led: &Led<'a>) -> bool {
        let Some(category) = category else { return false };
        let span = led.cell.span;
        let own = said(self.map, led).own(&led.cell.text);
        let at = self.pool.get(Kind::DataCategory, &category.text, category.span);
        let Some(special) = own.or_else(|| WORDS.special(&led.cell.text)) else { return false };
        self.pool.table(at).put("special", word(special, span));
        true
    }

    /// What a recipient is; processors are a kind of their own.
    fn kind_of(&mut self, recipient: Option<&Cell>, led: &Led<'a>) -> bool {
        let Some(recipient) = recipient else { return false };
        let own = said(self.map, led).own(&led.cell.text).map(str::to_owned);
        match own.as_deref() {
            Some("processor") => {
                let at = self.pool.party(Kind::Processor, &recipient.text, recipient.span);
                self.pool.kind(at) == Kind::Processor
            }
            Some("controller" | "source") => true,
            Some(kind) => {
                let at = self.pool.party(Kind::Recipient, &recipient.text, recipient.span);
                if self.pool.kind(at) == Kind::Recipient {
                    self.pool.table(at).put("kind", word(kind, led.cell.span));
                }
                true
            }
            None => false,
        }
    }
}

/// The purpose itself: our exports tell its condition and what it includes behind it.
pub(super) fn title_of(entry: &str) -> &str {
    let end = entry.find("; ").into_iter().chain(entry.find(" (")).min();
    end.map_or(entry, |end| &entry[..end])
}
