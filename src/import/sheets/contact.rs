//! Controllers and data protection officers from cells: a name with its addresses below.

use super::assemble::{Assembler, Led, said};
use super::book::Cell;
use super::find::Filled;
use super::fold::{entries, one_line};
use super::naming::{begins_with_denial, without_stop};
use super::pool::{At, Pool};
use super::record::{list, text, word};
use super::target::Target;
use super::value::Said;
use super::words::WORDS;
use crate::import::node::{Content, Node};
use crate::record::Kind;
use crate::source::Span;

/// Letters of a line with a number that is no number alone.
const FEW: usize = 12;

/// Somebody who can be written to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Contact {
    name: String,
    email: Option<String>,
    phone: Option<String>,
    /// Lines of a postal address.
    address: Vec<String>,
}

/// What a line of a cell about somebody is.
enum Line {
    Name(String),
    Email(String),
    Phone(String),
    Address(String),
}

/// Tells what stands in a line: an address has figures, a telephone number hardly anything else. Where
/// nobody was named yet, a name may stand before either.
fn lines(text: &str, begins: bool) -> Vec<Line> {
    let text = one_line(text);
    let is_mail = |word: &&str| word.contains('@') && word.contains('.');
    let mails: Vec<&str> = text.split(' ').filter(is_mail).collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    match mails.as_slice() {
        [mail] => {
            let rest = text.split(' ').filter(|word| !is_mail(word)).collect::<Vec<_>>().join(" ");
            let rest = rest.trim_end_matches([',', '-', '–', '(', ' ']);
            let mail = Line::Email(mail.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
            // "E-mail: a@b.example"
            let is_label = rest.is_empty() || rest.ends_with(':');
            if is_label { vec![mail] } else { lines(rest, begins).into_iter().chain([mail]).collect() }
        }
        [] if digits(&text) >= 7 && letters <= FEW => {
            vec![Line::Phone(text.trim_start_matches(|c: char| c != '+' && c != '(' && !c.is_ascii_digit()).to_owned())]
        }
        [] if digits(&text) >= 2 => match text.split_once(", ") {
            // "Example Ltd, 1 Example Street, Dublin 2"
            Some((name, address)) if begins && digits(name) == 0 && digits(address) >= 5 => {
                vec![Line::Name(without_stop(name).to_owned()), Line::Address(address.to_owned())]
            }
            _ => vec![Line::Address(text)],
        },
        _ => vec![Line::Name(without_stop(&text).to_owned())],
    }
}

/// Reads the lines of a cell: each name begins another.
fn contacts(cell: &str) -> Vec<Contact> {
    let mut found: Vec<Contact> = Vec::new();
    let separators = ["\n".to_owned(), ";".to_owned()];
    for text in entries(cell, &separators) {
        let begins = found.last().is_none_or(|last| last.email.is_some() || !last.address.is_empty());
        lines(text, begins).into_iter().for_each(|line| add(line, &mut found));
    }
    found
}

/// Adds a line to the one whom it belongs to.
fn add(line: Line, found: &mut Vec<Contact>) {
    let begins = match (&line, found.last()) {
        (_, None) => true,
        (Line::Name(_), Some(last)) => !last.name.is_empty(),
        (Line::Email(_), Some(last)) => last.email.is_some(),
        (Line::Phone(_), Some(last)) => last.phone.is_some(),
        (Line::Address(_), Some(_)) => false,
    };
    if begins {
        found.push(Contact::default());
    }
    let Some(last) = found.last_mut() else { return };
    match line {
        // A name may have figures, and stands first.
        Line::Address(name) if last.name.is_empty() => last.name = name,
        Line::Address(address) => last.address.push(address),
        Line::Name(name) => last.name = name,
        Line::Email(email) => last.email = Some(email),
        Line::Phone(phone) => last.phone = Some(phone),
    }
}

/// The controllers that a cell names.
pub(super) fn controllers(pool: &mut Pool<'_>, said: &Said<'_>) -> Vec<At> {
    let span = said.span;
    let known: Vec<Option<At>> =
        said.entries().into_iter().map(|entry| pool.leading(&[Kind::Controller], entry)).collect();
    if !known.is_empty() && known.iter().all(Option::is_some) {
        return known.into_iter().flatten().collect();
    }
    let found = contacts(said.text);
    if found.iter().any(|one| one.name.is_empty() || begins_with_denial(&one.name)) {
        return Vec::new();
    }
    let record = |one: Contact| {
        let at = pool.get(Kind::Controller, &one.name, span);
        let table = pool.table(at);
        for (field, value) in one.values("", span) {
            table.put(&field, value);
        }
        at
    };
    found.into_iter().map(record).collect()
}

impl Contact {
    /// Its fields below a path of keys, without the name.
    fn values(&self, below: &str, span: Span) -> Vec<(String, Node)> {
        let path = |field: &str| format!("{below}{field}");
        let mut values: Vec<(String, Node)> = Vec::new();
        values.extend(self.email.as_ref().map(|email| (path("email"), word(email.as_str(), span))));
        values.extend(self.phone.as_ref().map(|phone| (path("phone"), word(phone.as_str(), span))));
        if !self.address.is_empty() {
            let lines = self.address.iter().map(|line| text(Kind::Controller, "address.lines[]", line, span)).collect();
            values.push((path("address.lines"), list(lines, span)));
        }
        values
    }
}

impl<'a> Assembler<'a, '_> {
    /// What the top of a sheet says of all activities: the controller and its officer. The rest of it
    /// stands in no table.
    pub(super) fn cover(&mut self, filled: &Filled<'a, 'a>) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        let is = |led: &Led<'a>, word: &str| led.target == Target::Word(word.to_owned());
        let mut of: Vec<At> = Vec::new();
        for one in led.iter().filter(|led| is(led, "controllers")) {
            let found = controllers(&mut self.pool, &said(self.map, one));
            self.count(!found.is_empty(), one, &mut notes);
            of.extend(found);
        }
        for one in led.iter().filter(|led| is(led, "dpo")) {
            let taken = self.officer(&of, one);
            self.count(taken, one, &mut notes);
        }
        for one in led.iter().filter(|led| is(led, "register-title") || is(led, "register-language")) {
            let told = if is(one, "register-title") { &mut self.register } else { &mut self.language };
            told.get_or_insert((one_line(&one.cell.text), one.cell.span));
            self.tally.placed += 1;
        }
        let taken = ["controllers", "dpo", "register-title", "register-language"];
        let others = led.iter().filter(|led| !taken.iter().any(|word| is(led, word))).map(|led| led.cell.span);
        self.tally.outside.extend(others.chain(notes.iter().map(|(_, cell)| cell.span)));
    }

    /// Data protection officers belong to controllers: to those of the activity, or to the only one.
    pub(super) fn officers(&mut self, at: usize, cells: &[&Led<'a>], notes: &mut Vec<(String, &'a Cell)>) {
        let of = self.activities[at].controllers.clone();
        let of = if of.is_empty() { self.pool.only(Kind::Controller).into_iter().collect() } else { of };
        for led in cells {
            let taken = self.officer(&of, led);
            self.count(taken, led, notes);
        }
    }

    /// Puts the officer that a cell names into controllers; not if one of them has another.
    fn officer(&mut self, of: &[At], led: &Led<'a>) -> bool {
        let said = said(self.map, led);
        let span = said.span;
        let found = contacts(said.text);
        let [officer] = found.as_slice() else { return false };
        if of.is_empty() || WORDS.flag(said.text).is_some() || begins_with_denial(said.text) {
            return false;
        }
        let mut values = officer.values("dpo.", span);
        if !officer.name.is_empty() {
            values.push(("dpo.name".to_owned(), text(Kind::Controller, "dpo.name", &officer.name, span)));
        }
        values.push(("dpo.appointed".to_owned(), Node { content: Content::Flag(true), span }));
        let takes =
            |pool: &mut Pool<'_>, at: At| values.iter().all(|(field, value)| pool.table(at).takes(field, value));
        if !of.iter().all(|at| takes(&mut self.pool, *at)) {
            return false;
        }
        for at in of {
            values.iter().for_each(|(field, value)| {
                self.pool.table(*at).put(field, value.clone());
            });
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Contact, contacts};

    #[test]
    fn lines_of_a_controller_are_told_apart() {
        let read = contacts(
            "Subsecretaría\nPaseo de la Castellana, 9, 28046 Madrid\nCorreo: a@b.example\nTel. +34 910 000 000",
        );
        let expected = Contact {
            name: "Subsecretaría".into(),
            email: Some("a@b.example".into()),
            phone: Some("+34 910 000 000".into()),
            address: vec!["Paseo de la Castellana, 9, 28046 Madrid".into()],
        };
        assert_eq!(read, [expected]);
        let names = |cell: &str| contacts(cell).into_iter().map(|one| one.name).collect::<Vec<_>>();
        assert_eq!(names("Example Oy; Beispiel GmbH\nBeispielweg 12"), ["Example Oy", "Beispiel GmbH"]);
        let one = contacts("Beispiel GmbH, Beispielweg 1, 10115 Berlin\nErika Muster, dsb@b.example");
        assert_eq!((one[0].name.as_str(), one[0].address.len()), ("Beispiel GmbH", 1));
        assert_eq!((one[1].name.as_str(), one[1].email.as_deref()), ("Erika Muster", Some("dsb@b.example")));
        assert_eq!(contacts("dpd@b.example")[0].email.as_deref(), Some("dpd@b.example"));
    }
}
