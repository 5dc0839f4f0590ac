//! Shared records that have rows of their own.

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::find::Filled;
use super::fold::{markdown, one_line, same};
use super::own;
use super::pool::At;
use super::record::text;
use super::target::{Rows, Target};
use super::value::value;
use crate::record::Kind;

impl<'a> Assembler<'a, '_> {
    /// Makes the record of a row that says its id, before anything names it.
    pub(super) fn announce(&mut self, filled: &Filled<'a, 'a>) {
        let kind = filled.rows.kind();
        let of = |to: &str| filled.cells.iter().find(|(column, ..)| column.to.as_deref() == Some(to));
        if self.pool.names_lead() {
            self.announce_named(filled.rows, &|to| of(to).map(|(_, cell, _)| *cell));
        }
        if kind == Kind::Activity || matches!(filled.rows, Rows::Transfer | Rows::Client | Rows::Actor) {
            return;
        }
        let name_key = super::held::name_key(kind);
        if let (Some((_, id, _)), Some((_, name, _))) = (of("id"), of(name_key)) {
            self.pool.get_as(kind, &name.text, &one_line(&name.text), Some(&id.text), name.span);
        }
    }

    /// In our own tables, records without rows of their own are named in those of others.
    fn announce_named(&mut self, rows: Rows, of: &dyn Fn(&str) -> Option<&'a Cell>) {
        match (rows, of("categories"), of("recipients"), of("recipient")) {
            (Rows::Data, Some(category), ..) => {
                let at = self.pool.get(Kind::DataCategory, &category.text, category.span);
                if of("items").is_some() {
                    self.with_items.insert(at);
                }
            }
            (Rows::Disclosure, _, Some(party), _) if of("kind").is_some_and(|kind| kind.text == "Source") => {
                self.pool.get(Kind::Source, &party.text, party.span);
            }
            (Rows::Transfer, .., Some(holder)) => {
                self.with_transfers.insert(same(&holder.text));
            }
            _ => {}
        }
    }

    /// A shared record with a row of its own.
    pub(super) fn record(&mut self, filled: &Filled<'a, 'a>, rows: Rows) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        let kind = rows.kind();
        let name_key = super::held::name_key(kind);
        let is = |led: &&Led<'a>, name: &str| matches!(&led.target, Target::Word(word) | Target::Field(word, _) if word == name);
        let id = led.iter().find(|led| is(led, "id")).map(|led| led.cell.text.as_str());
        let Some(name) = led.iter().find(|led| is(led, name_key)) else {
            self.outside(&led, &notes);
            return;
        };
        let at = self.pool.get_as(kind, &name.cell.text, &one_line(&name.cell.text), id, name.cell.span);
        for one in &led {
            let taken = match &one.target {
                Target::Word(word) if word == "no-transfers-told" => {
                    if self.with_transfers.contains(&same(&name.cell.text)) {
                        self.tally.elsewhere += 1;
                        continue;
                    }
                    let reason = text(kind, "no-transfers", &one.cell.text, one.cell.span);
                    self.pool.table(at).put("no-transfers", reason)
                }
                Target::Word(word)
                    if word == "transfers-or-none" && self.with_transfers.contains(&same(&name.cell.text)) =>
                {
                    self.tally.elsewhere += 1;
                    continue;
                }
                Target::Word(word) if matches!(word.as_str(), "id" | "kept") => word != "kept",
                Target::Word(word) => {
                    let fields = own::fields(kind, word, &said(self.map, one));
                    fields.is_some_and(|fields| self.pool.table(at).put_all(fields))
                }
                Target::Field(field, _) if field == name_key => true,
                Target::Field(field, shape) => {
                    let said = said(self.map, one);
                    let node = value(&mut self.pool, kind, field, shape, &said);
                    node.is_some_and(|node| self.pool.table(at).put(field, node))
                }
            };
            self.count(taken, one, &mut notes);
        }
        if filled.form
            && let Some(owner) = self.of_activity(filled, None)
        {
            let (node, activity) = (self.pool.refer(at, name.cell.span), &mut self.activities[owner]);
            match kind {
                Kind::SubjectGroup => activity.table.add("subject-groups", vec![node]),
                Kind::SecurityMeasure => activity.table.add("security", vec![node]),
                Kind::System => activity.table.add("systems", vec![node]),
                Kind::DataCategory => activity.categories.push((at, name.cell.span)),
                _ => {}
            }
        }
        self.keep_on(at, notes);
    }

    /// Keeps cells as a note of a shared record.
    pub(super) fn keep_on(&mut self, at: At, notes: Vec<(String, &'a Cell)>) {
        let lines = notes.iter().map(|(head, cell)| format!("{head}: {}", cell.text));
        let note = lines.collect::<Vec<_>>().join("\n\n");
        let Some((_, first)) = notes.first() else { return };
        self.pool.table(at).note(&markdown(&note), first.span);
        notes.iter().for_each(|(head, cell)| self.tally.kept(head, 1, cell.span));
    }
}
