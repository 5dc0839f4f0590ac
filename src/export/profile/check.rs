//! From a profile as written to one whose facts have been looked up, with everything that is wrong.

use std::collections::BTreeMap;

use super::words::{is_word, near};
use super::{Column, Part, Profile, Sheet, Take, built_in};
use crate::decode::{Field, List, Located};
use crate::diagnostic::Diagnostic;
use crate::export::facts::{self, Fact, families};
use crate::parse::Written;
use crate::record::profile as written;
use crate::record::profile::{Audience, RowKind};
use crate::source::Span;

/// Checks the profiles of a registry.
pub fn check(profiles: &[Written<written::Profile>]) -> (Vec<Profile>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut checked_all = Vec::new();
    for one in profiles {
        let (profile, wrong) = checked(&one.id, one.at, &one.record);
        checked_all.push(profile);
        found.extend(wrong);
        if built_in::names().any(|name| name == one.id) {
            let message = format!("`{}` is a profile of the program", one.id);
            found.push(
                Diagnostic::error("profile-name-taken", one.at, message)
                    .note("the name of the file is the name of the profile")
                    .help(format!("call the file `own-{}.toml`", one.id)),
            );
        }
    }
    (checked_all, found)
}

/// A profile with what is wrong in it. What could not be understood is left out.
pub fn checked(name: &str, at: Span, record: &written::Profile) -> (Profile, Vec<Diagnostic>) {
    let audience = record.audience.copied().unwrap_or_default();
    let mut checker = Checker { audience, found: Vec::new() };
    checker.needs(at, "a profile", &[("title", record.title.is_absent()), ("sheets", record.sheets.is_absent())]);
    let words = checker.words(record);
    let sheets = record.sheets.located().map(|sheet| checker.sheet(sheet)).collect();
    let own = |field: &Field<String>| field.text().map(str::to_owned);
    let profile = Profile {
        name: name.to_owned(),
        title: own(&record.title).unwrap_or_else(|| name.to_owned()),
        english: own(&record.english),
        authority: own(&record.authority),
        language: own(&record.language).unwrap_or_else(|| "en".to_owned()),
        source: own(&record.source),
        read: record.read.copied().map(|day| day.0),
        fidelity: record.fidelity.copied(),
        audience,
        note: own(&record.note),
        words,
        sheets,
    };
    (profile, checker.found)
}

struct Checker {
    audience: Audience,
    found: Vec<Diagnostic>,
}

impl Checker {
    fn needs(&mut self, at: Span, what: &str, keys: &[(&str, bool)]) {
        for (key, _) in keys.iter().filter(|(_, absent)| *absent) {
            let wrong = Diagnostic::error("missing-key", at, format!("{what} needs `{key}`"));
            self.found.push(wrong.label(format!("no `{key}` here")));
        }
    }

    fn words(&mut self, record: &written::Profile) -> BTreeMap<String, String> {
        for row in record.words.iter().filter(|row| !is_word(&row.key.name)) {
            let message = format!("`{}` is no word that a profile can say in its own language", row.key.name);
            let wrong = Diagnostic::error("unknown-word", row.key.span, message);
            self.found.push(match near(&row.key.name) {
                Some(near) => wrong.help(format!("did you mean `{near}`?")),
                None => wrong.help("the page on profiles of the manual lists them"),
            });
        }
        record.words.iter().map(|row| (row.key.name.clone(), row.value.clone())).collect()
    }

    fn sheet(&mut self, sheet: &Located<written::Sheet>) -> Sheet {
        let record = &sheet.value;
        self.needs(sheet.span, "a sheet", &[("name", record.name.is_absent()), ("parts", record.parts.is_absent())]);
        let for_each = record.for_each.copied();
        if let (Some(kind), Some(at)) = (for_each, record.for_each.span()) {
            self.rows(kind, at);
        }
        Sheet {
            name: record.name.text().unwrap_or_default().to_owned(),
            english: record.english.text().map(str::to_owned),
            for_each,
            parts: record.parts.located().map(|part| self.part(part, for_each)).collect(),
        }
    }

    /// A public profile has no rows but those that the public may hear of.
    fn rows(&mut self, kind: RowKind, at: Span) {
        if self.audience == Audience::Public && kind != RowKind::Inventory {
            self.found.push(
                Diagnostic::error("internal-rows", at, format!("rows of `{kind}` are internal"))
                    .label("not for a public profile")
                    .note("which activities, rules and parties there are is itself internal")
                    .help("write `inventory`: the activities that the public may hear of"),
            );
        }
    }

    fn part(&mut self, part: &Located<written::Part>, for_each: Option<RowKind>) -> Part {
        let record = &part.value;
        let rows = record.rows.copied();
        if let (Some(kind), Some(at)) = (rows, record.rows.span()) {
            self.rows(kind, at);
        }
        let broken = match (record.rows.is_absent(), record.columns.is_absent(), record.facts.is_absent()) {
            (true, false, _) => Some("`columns` belong to a table, which needs `rows`"),
            (false, true, _) => Some("a table with `rows` needs `columns`"),
            (false, false, false) => Some("a part is a table or has `facts`, not both"),
            (true, true, _) if !record.numbered.is_absent() => Some("only a table with `rows` is `numbered`"),
            _ => None,
        };
        self.found.extend(broken.map(|message| Diagnostic::error("bad-part", part.span, message)));
        let kind = rows.or(for_each).unwrap_or(RowKind::Register);
        let columns: &List<written::Column> =
            if record.rows.is_absent() && !record.facts.is_absent() { &record.facts } else { &record.columns };
        Part {
            heading: record.heading.text().map(str::to_owned),
            english: record.english.text().map(str::to_owned),
            note: record.note.text().map(str::to_owned),
            rows,
            numbered: record.numbered.text().map(str::to_owned),
            columns: columns.located().map(|column| self.column(column, kind)).collect(),
        }
    }

    fn column(&mut self, column: &Located<written::Column>, rows: RowKind) -> Column {
        let record = &column.value;
        self.needs(column.span, "a column", &[("label", record.label.is_absent())]);
        Column {
            label: record.label.text().unwrap_or_default().to_owned(),
            english: record.english.text().map(str::to_owned),
            from: record.from.located().filter_map(|name| self.fact(name, rows)).collect(),
            take: self.take(record),
            article: record.article.text().map(str::to_owned),
            required: record.required.is_true(),
            width: record.width.copied().unwrap_or_default(),
        }
    }

    fn take(&mut self, record: &written::Column) -> Take {
        for field in [&record.entry, &record.entries_from] {
            if let (Some(0), Some(at)) = (field.copied(), field.span()) {
                let wrong = Diagnostic::error("bad-value", at, "entries are counted from 1");
                self.found.push(wrong.help("write `1` for the first"));
            }
        }
        let place = |field: &Field<u32>| field.copied().and_then(|number| usize::try_from(number).ok());
        match (place(&record.entry), place(&record.entries_from)) {
            (Some(number), _) => Take::Only(number),
            (None, Some(number)) => Take::From(number),
            (None, None) => Take::All,
        }
    }

    fn fact(&mut self, name: &Located<String>, rows: RowKind) -> Option<&'static Fact> {
        let Some(fact) = facts::find(&name.value) else {
            let wrong = Diagnostic::error("unknown-fact", name.span, format!("there is no fact `{}`", name.value));
            self.found.push(match facts::near(&name.value, rows) {
                Some(near) => wrong.help(format!("did you mean `{near}`?")),
                None => wrong.help("the page on profiles of the manual lists all facts"),
            });
            return None;
        };
        if !families(rows).contains(&fact.family()) {
            let message = format!("`{}` is no fact of `{rows}`", fact.name);
            let families: Vec<String> = families(rows).iter().map(|family| format!("`{family}.`")).collect();
            self.found.push(
                Diagnostic::error("fact-elsewhere", name.span, message)
                    .note(format!("rows of `{rows}` have the facts that begin with {}", families.join(", "))),
            );
            return None;
        }
        if self.audience == Audience::Public && fact.audience == Audience::Internal {
            self.found.push(
                Diagnostic::error("internal-fact", name.span, format!("`{}` is internal", fact.name))
                    .label("not for a public profile")
                    .note("a public profile shows only what everybody may read")
                    .help("use the facts that begin with `inventory.`"),
            );
            return None;
        }
        Some(fact)
    }
}
