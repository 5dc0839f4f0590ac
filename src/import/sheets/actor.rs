//! Those involved in an activity, one in each row: "Data protection officer | name | address".

use super::assemble::{Assembler, said};
use super::find::Filled;
use super::fold::one_line;
use super::naming::denies;
use super::pool::At;
use super::record::text;
use super::target::Target;
use super::value::value;
use crate::import::node::{Content, Node};
use crate::record::Kind;

impl<'a> Assembler<'a, '_> {
    /// Puts somebody into the record of a controller, by the role that the row says. Officers and
    /// representatives belong to the controllers above them.
    pub(super) fn actor(&mut self, filled: &Filled<'a, 'a>) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        let of = |name: &str| {
            let is = |one: &&super::assemble::Led<'a>| matches!(&one.target, Target::Word(word) | Target::Field(word, _) if word == name);
            led.iter().find(is)
        };
        let (Some(owner), Some(role)) = (self.of_activity(filled, None), of("role")) else {
            self.outside(&led, &notes);
            return;
        };
        let span = role.cell.span;
        let what = said(self.map, role).own(&role.cell.text);
        if led.len() == 1 {
            // The form prints the roles, also those that nobody has.
            let known = what.is_some();
            self.tally.elsewhere += usize::from(known);
            if !known {
                self.keep(owner, vec![(role.head.clone(), role.cell)]);
            }
            return;
        }
        let below = match what {
            Some("dpo") => "dpo.",
            Some("representative") => "representative.",
            _ => "",
        };
        let own = || {
            let name = of("name").map(|one| one_line(&one.cell.text));
            name.filter(|_| matches!(what, Some("controller" | "joint-controller")))
        };
        let records: Vec<At> = match own() {
            Some(name) => {
                let at = self.pool.get(Kind::Controller, &name, span);
                let node = self.pool.refer(at, span);
                self.activities[owner].table.add("controllers", vec![node]);
                self.activities[owner].controllers.push(at);
                vec![at]
            }
            // "None" is nobody, and a joint controller has an officer of its own.
            None if of("name").is_some_and(|one| denies(&one.cell.text)) => Vec::new(),
            None if below.is_empty() => Vec::new(),
            None => self.activities[owner].controllers.first().copied().into_iter().collect(),
        };
        if records.is_empty() {
            let more = led.iter().skip(1).map(|one| format!("{}: {}", one.head, one_line(&one.cell.text)));
            let line = std::iter::once(one_line(&role.cell.text)).chain(more).collect::<Vec<_>>().join("; ");
            self.tally.kept(&role.head, led.len(), span);
            self.activities[owner].notes.push((role.head.clone(), line, span));
            self.keep(owner, notes);
            return;
        }
        self.tally.placed += 1;
        for one in led.iter().filter(|one| !std::ptr::eq(*one, role)) {
            let Target::Field(field, shape) = &one.target else { continue };
            let path = format!("{below}{field}");
            let node = match field.as_str() {
                "name" => Some(text(Kind::Controller, &path, &one.cell.text, one.cell.span)),
                _ => value(&mut self.pool, Kind::Controller, &path, shape, &said(self.map, one)),
            };
            let named = below.is_empty() && field == "name";
            let table = self.pool.table(records[0]);
            let taken = named || node.is_some_and(|node| table.put(&path, node));
            self.count(taken, one, &mut notes);
        }
        if !below.is_empty() {
            let flag = Node { content: Content::Flag(true), span };
            self.pool.table(records[0]).put(&format!("{below}appointed"), flag);
        }
        self.keep(owner, notes);
    }
}
