//! What our own tables tell of activities and of clients beside the fields of their columns.

use super::assemble::{Assembler, Led, said};
use super::find::Filled;
use super::fold::{id_of, one_line};
use super::own;
use super::own_data;
use super::record::text;
use super::target::Target;
use super::value::value;
use crate::decode::is_id;
use crate::record::Kind;

/// How our exports say that nobody receives data.
const NOBODY: &str = "none named (";

impl<'a> Assembler<'a, '_> {
    /// What a word of our own map makes of a cell of an activity; nothing where it is no such word.
    pub(super) fn told(&mut self, at: usize, word: &str, led: &Led<'a>) -> Option<bool> {
        let said = said(self.map, led);
        let span = said.span;
        Some(match word {
            "nobody" => match said.text.strip_prefix(NOBODY).and_then(|rest| rest.strip_suffix(')')) {
                Some(reason) => {
                    let reason = text(Kind::Activity, "no-disclosures", reason, span);
                    self.activities[at].table.put("no-disclosures", reason)
                }
                // Who receives data stands in a table of its own.
                None => true,
            },
            "exemption" | "waivers-told" => {
                let fields = own::fields(Kind::Activity, word, &said);
                fields.is_some_and(|fields| self.activities[at].table.put_all(fields))
            }
            "joint" => {
                let parties = [Kind::Controller, Kind::Recipient];
                let is_party = |line: &str| self.pool.leading(&parties, line).is_some();
                let lines: Vec<&str> = said.text.lines().skip_while(|line| is_party(line)).collect();
                let fields = own::arrangement(&lines, span);
                self.activities[at].table.put_all(fields)
            }
            "retention-told" => {
                for line in said.text.lines() {
                    let Some(rule) = self.pool.leading(&[Kind::Retention], line) else { continue };
                    // A category of data may be called as a rule is: "logs: Logs: six months".
                    let behind = line.strip_prefix(self.pool.name(rule)).map(|rest| rest.trim_start_matches(": "));
                    if behind.is_none_or(|rest| self.pool.leading(&[Kind::Retention], rest).is_some()) {
                        continue;
                    }
                    let node = self.pool.refer(rule, span);
                    self.activities[at].table.add("retention", vec![node]);
                    self.activities[at].retention.push(rule);
                }
                true
            }
            "categories-told" => {
                let mut all = true;
                for line in said.text.lines() {
                    let known = self.pool.leading(&[Kind::DataCategory], line);
                    let Some(category) = known else {
                        all = false;
                        continue;
                    };
                    let has_items = self.with_items.contains(&category);
                    let name = self.pool.name(category).to_owned();
                    let fields = own_data::category(line, &name, has_items, &said);
                    // Each activity tells a category in the same words.
                    all &= fields.is_some_and(|fields| self.pool.table(category).put_all(fields));
                }
                all
            }
            _ => return None,
        })
    }

    /// A client, in the record of the processing for it.
    pub(super) fn client(&mut self, filled: &Filled<'a, 'a>) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        let of = |name: &str| {
            let is =
                |led: &&Led<'a>| matches!(&led.target, Target::Word(word) | Target::Field(word, _) if word == name);
            led.iter().find(is).map(|led| led.cell)
        };
        let named = of("processing").zip(of("name"));
        let known = named.and_then(|(processing, name)| {
            Some((self.pool.leading(&[Kind::ClientProcessing], &processing.text)?, one_line(&name.text)))
        });
        let Some((at, name)) = known else {
            self.outside(&led, &notes);
            return;
        };
        // A client without a name is told by its key.
        let stem = if is_id(&name) { name } else { id_of(&name) };
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        let is_free = |key: &String| self.pool.is_free(at, &format!("clients.{key}"));
        let key = std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem);
        for one in &led {
            let said = said(self.map, one);
            let taken = match &one.target {
                Target::Word(word) if word == "processing" => true,
                Target::Word(word) if word == "address" => {
                    let lines = said.text.lines().map(str::trim).collect();
                    let fields = own::address(&format!("clients.{key}.address"), lines, said.span);
                    self.pool.table(at).put_all(fields)
                }
                Target::Word(_) => false,
                Target::Field(field, shape) => {
                    let node =
                        value(&mut self.pool, Kind::ClientProcessing, &format!("clients.*.{field}"), shape, &said);
                    node.is_some_and(|node| self.pool.table(at).put(&format!("clients.{key}.{field}"), node))
                }
            };
            self.count(taken, one, &mut notes);
        }
        self.keep_on(at, notes);
    }
}
