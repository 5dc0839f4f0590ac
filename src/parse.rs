//! From texts to records: never fails, yields records and diagnostics.
//!
//! 1. Each file is parsed by toml's recovering parser, which reports every syntax error.
//! 2. Each record is decoded on its own, so that a mistake in one costs only that one.
//! 3. What a record cannot be placed or named without is checked: its id, its name, and the keys
//!    of its waivers.
//! 4. Ids that stand twice are reported with both places.
//!
//! Files are independent of each other and done in parallel; the results are merged in order.

mod identity;
mod memory;
mod records;

use std::sync::Arc;

use rayon::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::archive;
use crate::decode::{self, Context};
use crate::diagnostic::Diagnostic;
use crate::load::{Loaded, Role};
use crate::record::{Kind, Record};
use crate::source::{FileId, Span};

pub use identity::{holder, in_one_space, reserved};
pub use memory::Memory;
pub use records::{Identity, Records, Written};

/// The records of some files, and what is wrong in them.
type Outcome = (Records, Vec<Diagnostic>);

/// Parses every file.
pub fn parse(loaded: &Loaded) -> (Records, Vec<Diagnostic>) {
    let join = |(mut records, mut diagnostics): Outcome, (others, found): Outcome| {
        records.append(others);
        diagnostics.extend(found);
        (records, diagnostics)
    };
    let (records, mut diagnostics) = loaded
        .files
        .par_iter()
        .with_max_len(64)
        .map(|(file, role)| parse_file(*file, &loaded.sources.get(*file).text, role))
        .fold(Outcome::default, join)
        .reduce(Outcome::default, join);
    identity::check(&records, &mut diagnostics);
    (records, diagnostics)
}

/// Reads a file that is no part of a registry and holds one struct: what could be understood of it, and
/// what is wrong.
pub fn alone<T: serde::de::DeserializeOwned>(file: FileId, text: &str) -> (Option<T>, Vec<Diagnostic>) {
    decoded(file, text, |root, context| decode::decode(root, context))
}

fn parse_file(file: FileId, text: &str, role: &Role) -> (Records, Vec<Diagnostic>) {
    if let Role::Archive { notice, day } = role {
        return match archive::parse(file, text, *day) {
            Ok(published) => (Records::of_archived(notice, Span::top(file), published), Vec::new()),
            Err(diagnostic) => (Records::default(), vec![*diagnostic]),
        };
    }
    decoded(file, text, |root, context| match role {
        Role::Archive { .. } => Records::default(),
        Role::Settings => Records::of_settings(decode::decode(root, context)),
        Role::Profile(name) => profile(name, file, root, context),
        Role::KindFile(kind) => kind_file(*kind, file, root, context),
        Role::RecordFile(kind, stem) => record_file(*kind, file, stem, root, context),
    })
}

/// Parses a file, decodes what the parser could make of it, and joins the mistakes of both.
fn decoded<T>(
    file: FileId,
    text: &str,
    decode: impl for<'a> FnOnce(&'a Spanned<DeValue<'a>>, &'a Context) -> T,
) -> (T, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut syntax: Vec<Diagnostic> = errors.iter().map(|error| syntax_error(file, text, error)).collect();
    syntax.dedup_by_key(|diagnostic| diagnostic.primary.span);
    let context = Context::new(file);
    let root = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    let value = decode(&root, &context);
    let diagnostics = merge(syntax, context.into_diagnostics());
    (value, diagnostics)
}

/// Joins the mistakes of the parser and those of the decoder.
///
/// Behind a syntax error the parser guesses; what it guessed wrong is no mistake of the author. So
/// only what stands before the first such error counts. A day that does not exist is one too, but
/// leaves everything around it readable.
fn merge(syntax: Vec<Diagnostic>, decoded: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let breaks = syntax.iter().filter(|d| d.name == "toml-syntax").map(|d| d.primary.span.start).min();
    let touched: Vec<Span> = syntax.iter().map(|d| d.primary.span).collect();
    let counts = |diagnostic: &Diagnostic| {
        let at = diagnostic.primary.span;
        let before = breaks.is_none_or(|first| at.start < first && diagnostic.name != "missing-key");
        // What the parser makes up to go on stands nowhere.
        let made_up = breaks.is_some() && at.start == at.end;
        before && !made_up && !touched.iter().any(|other| other.start <= at.start && at.end <= other.end)
    };
    let kept: Vec<Diagnostic> = decoded.into_iter().filter(counts).collect();
    syntax.into_iter().chain(kept).collect()
}

fn syntax_error(file: FileId, text: &str, error: &toml::de::Error) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let start = range.start.min(text.len());
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    let span = Span::new(file, start..range.end.max(start));
    if message.starts_with("invalid date") {
        return Diagnostic::error("bad-date", span, message)
            .label("not a day of the calendar")
            .help("write a day as year-month-day, such as `2026-01-31`");
    }
    Diagnostic::error("toml-syntax", span, message).label("TOML cannot be read here")
}

fn record_file<'a>(
    kind: Kind,
    file: FileId,
    stem: &str,
    root: &'a Spanned<DeValue<'a>>,
    context: &'a Context,
) -> Records {
    let at = Span::top(file);
    if !decode::is_id(stem) {
        context.report(decode::bad_id(stem, at).note("the name of the file is the id of its record"));
    }
    Records::decode_one(kind, stem, at, root, context)
}

/// A profile of exports. Its facts are looked up when all files have been read.
fn profile<'a>(name: &str, file: FileId, root: &'a Spanned<DeValue<'a>>, context: &'a Context) -> Records {
    let at = Span::top(file);
    if !decode::is_id(name) {
        context.report(decode::bad_id(name, at).note("the name of the file is the name of the profile"));
    }
    let record = decode::decode(root, context).unwrap_or_default();
    let mut records = Records::default();
    records.profiles.push(Written { id: name.to_owned(), at, record: Arc::new(record) });
    records
}

fn kind_file<'a>(kind: Kind, file: FileId, root: &'a Spanned<DeValue<'a>>, context: &'a Context) -> Records {
    let mut records = Records::default();
    let DeValue::Table(table) = root.get_ref() else { return records };
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let id = key.get_ref().as_ref();
        let at = Span::new(file, key.span());
        if !matches!(value.get_ref(), DeValue::Table(_)) {
            context.report(
                Diagnostic::error("stray-key", at, format!("`{id}` stands outside a record"))
                    .note(format!("`{}.toml` holds a table per record, and the table's name is its id", kind.folder()))
                    .help("begin a record above it, such as `[my-record]`"),
            );
            continue;
        }
        if !decode::is_id(id) {
            context.report(decode::bad_id(id, at));
        }
        records.append(Records::decode_one(kind, id, at, value, context));
    }
    records
}

/// Decodes one record and checks what it cannot be named without.
fn decode_record<'a, R: Record>(
    id: &str,
    at: Span,
    value: &'a Spanned<DeValue<'a>>,
    context: &'a Context,
) -> Option<Written<R>> {
    let before = context.count();
    let record: Arc<R> = Arc::new(decode::decode(value, context)?);
    let name = record.name();
    if name.absent && !context.suggested(R::NAME_KEY, before) {
        context.report(
            Diagnostic::error("missing-key", at, format!("{} needs `{}`", R::KIND.one(), R::NAME_KEY))
                .label(format!("no `{}` in this record", R::NAME_KEY))
                .help(format!("write `{} = \"...\"`", R::NAME_KEY)),
        );
    }
    for waiver in record.waivers().located() {
        let written = &waiver.value;
        let missing: Vec<&str> = [
            ("lint", written.lint.is_absent()),
            ("reason", written.reason.is_absent()),
            ("owner", written.owner.is_absent()),
            ("expires", written.expires.is_absent()),
        ]
        .into_iter()
        .filter_map(|(key, absent)| absent.then_some(key))
        .collect();
        if !missing.is_empty() {
            context.report(
                Diagnostic::error("missing-key", waiver.span, format!("a waiver needs `{}`", missing.join("`, `")))
                    .note("a waiver says which lint, why, who answers for it and until when"),
            );
        }
    }
    Some(Written { id: id.to_owned(), at, record })
}
