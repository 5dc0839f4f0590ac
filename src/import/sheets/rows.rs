//! Rows of data and disclosures of an activity.

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::draft::Activity;
use super::fold::{id_of, one_line};
use super::own;
use super::own_data;
use super::record::{list, text, word};
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
        // What somebody is decides which record is made of the name.
        let is_kind = |one: &&Led<'a>| one.target == Target::Word("kind".to_owned());
        for one in led.iter().filter(is_kind).chain(led.iter().filter(|one| !is_kind(one))) {
            if self.is_elsewhere(at, rows, one) {
                self.tally.elsewhere += 1;
                continue;
            }
            let taken = match &one.target {
                Target::Word(name) => match name.as_str() {
                    "activity" | "key" => true,
                    "exemption" => own::exemption(&one.cell.text, one.cell.span)
                        .is_some_and(|fields| self.row_of(at, rows, &key).put_all(fields)),
                    "category-told" => self.category_of(of("recipients"), one),
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

    /// Whether a cell says again what holds without it: all data, or the rule on time of the whole activity.
    fn is_elsewhere(&self, at: usize, rows: Rows, led: &Led<'a>) -> bool {
        let Target::Field(field, _) = &led.target else { return false };
        let said = said(self.map, led);
        match (rows, field.as_str()) {
            (Rows::Disclosure, "categories") => said.own(said.text) == Some("all"),
            (Rows::Data, "retention") => {
                let known: Option<Vec<_>> =
                    said.entries().into_iter().map(|one| self.pool.leading(&[Kind::Retention], one)).collect();
                let whole = &self.activities[at].retention;
                !whole.is_empty() && known.is_some_and(|known| known == *whole)
            }
            _ => false,
        }
    }

    /// The category of a source; those of others stand in their own tables.
    fn category_of(&mut self, recipient: Option<&Cell>, led: &Led<'a>) -> bool {
        let Some(recipient) = recipient else { return false };
        let at = self.pool.party(Kind::Recipient, &recipient.text, recipient.span);
        if self.pool.kind(at) == Kind::Source && led.cell.text != recipient.text {
            let category = text(Kind::Source, "category", &led.cell.text, led.cell.span);
            return self.pool.table(at).put("category", category);
        }
        true
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
        let said = said(self.map, led);
        let fields = match self.pool.names_lead() {
            true => own_data::items(&said),
            false => {
                let item = |entry: &str| text(Kind::DataCategory, "name", entry, said.span);
                vec![("items".to_owned(), list(said.entries().into_iter().map(item).collect(), said.span))]
            }
        };
        let record = self.pool.table(at);
        if record.is_free("items") {
            self.first_items.insert(at, led.cell.text.clone());
            return record.put_all(fields);
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
            // The last is said of recipients of which no kind is known.
            Some("our-controller" | "source" | "recipient") => true,
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
