//! Shared records that have rows of their own.

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::find::Filled;
use super::fold::{markdown, one_line};
use super::pool::At;
use super::target::{Rows, Target};
use super::value::value;
use crate::record::Kind;

impl<'a> Assembler<'a, '_> {
    /// Makes the record of a row that says its id, before anything names it.
    pub(super) fn announce(&mut self, filled: &Filled<'a, 'a>) {
        let kind = filled.rows.kind();
        if kind == Kind::Activity || filled.rows == Rows::Transfer {
            return;
        }
        let name_key = super::held::name_key(kind);
        let of = |to: &str| filled.cells.iter().find(|(column, ..)| column.to.as_deref() == Some(to));
        if let (Some((_, id, _)), Some((_, name, _))) = (of("id"), of(name_key)) {
            self.pool.get_as(kind, &name.text, &one_line(&name.text), Some(&id.text), name.span);
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
            self.tally.outside.extend(filled.cells.iter().map(|(_, cell, _)| cell.span));
            return;
        };
        let at = self.pool.get_as(kind, &name.cell.text, &one_line(&name.cell.text), id, name.cell.span);
        for one in &led {
            let taken = match &one.target {
                Target::Word(word) => word != "kept",
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
