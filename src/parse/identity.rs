//! Ids that stand twice, collide, or are taken, and titles from which no route can be made.

use std::collections::HashMap;

use super::records::{Identity, Records};
use crate::decode::slug;
use crate::diagnostic::Diagnostic;
use crate::record::Kind;

/// Words that mean something where the id of a party could stand.
const RESERVED_SOURCES: [&str; 3] = ["data-subject", "observed", "derived"];

/// Reports duplicate, colliding and reserved ids, and titles that name no file of their own.
pub(super) fn check(records: &Records, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(&'static str, String), Identity<'_>> = HashMap::new();
    for identity in records.identities() {
        if let Some(why) = reserved(identity.kind, identity.id) {
            diagnostics.push(reserved_id(&identity, why));
        }
        let key = (space(identity.kind), identity.id.to_lowercase());
        match first.get(&key) {
            Some(other) => diagnostics.push(collision(&identity, other)),
            None => {
                first.insert(key, identity);
            }
        }
    }
    titles(records, diagnostics);
}

/// Pages whose records keep their ids inside are named after their titles.
fn titles(records: &Records, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(Kind, String), Identity<'_>> = HashMap::new();
    for identity in records.identities() {
        let file = match identity.kind {
            // Notices are named after their ids, and lists of sub-processors stand beside them.
            Kind::Notice => {
                first.insert((Kind::SubProcessorList, identity.id.to_lowercase()), identity);
                continue;
            }
            Kind::CollectionPoint | Kind::SubProcessorList if !identity.name.is_empty() => slug(identity.name),
            _ => continue,
        };
        if let Some(why) = nameless(identity.kind, &file) {
            diagnostics.push(
                Diagnostic::error("bad-title", identity.at, format!("`{}` can name no file", identity.name))
                    .label(why)
                    .help("give it another title"),
            );
            continue;
        }
        match first.get(&(identity.kind, file.clone())) {
            Some(other) => diagnostics.push(same_file(&identity, other, &file)),
            None => {
                first.insert((identity.kind, file), identity);
            }
        }
    }
}

/// Why a title cannot name the file of a record.
fn nameless(kind: Kind, file: &str) -> Option<&'static str> {
    if file.is_empty() {
        return Some("its title has no letter and no digit");
    }
    (kind == Kind::SubProcessorList && file == "index").then_some("`index.html` is the page that lists the notices")
}

fn same_file(this: &Identity<'_>, other: &Identity<'_>, file: &str) -> Diagnostic {
    Diagnostic::error("colliding-title", this.at, format!("`{}` and `{}` would have one file", this.id, other.id))
        .label(format!("named `{file}` after its title"))
        .related(other.at, "first here")
        .note("ids stay inside, so public files are named after titles; letters and digits count, whatever their case")
        .help("give one of the two another title")
}

/// Why an id is not free for records of a kind, whatever the registry holds.
pub fn reserved(kind: Kind, id: &str) -> Option<&'static str> {
    if space(kind) == "parties" && RESERVED_SOURCES.contains(&id) {
        return Some("it is a reserved word where data come from");
    }
    (kind == Kind::Notice && id == "index").then_some("`index.html` is the page that lists the notices")
}

/// The record that a new one of this kind and id would collide with.
pub fn holder<'a>(records: &'a Records, kind: Kind, id: &str) -> Option<Identity<'a>> {
    let same = |other: &Identity<'_>| space(other.kind) == space(kind) && other.id.eq_ignore_ascii_case(id);
    records.identities().into_iter().find(same)
}

/// Whether ids of these kinds must differ.
pub fn in_one_space(one: Kind, other: Kind) -> bool {
    space(one) == space(other)
}

/// The space in which an id is unique: its kind, or all parties together.
fn space(kind: Kind) -> &'static str {
    match kind {
        Kind::Controller | Kind::Processor | Kind::Recipient | Kind::Source => "parties",
        other => other.folder(),
    }
}

fn reserved_id(identity: &Identity<'_>, why: &str) -> Diagnostic {
    Diagnostic::error(
        "reserved-id",
        identity.at,
        format!("`{}` cannot be the id of {}", identity.id, identity.kind.one()),
    )
    .note(why)
    .help("give the record another id")
}

fn collision(this: &Identity<'_>, other: &Identity<'_>) -> Diagnostic {
    let diagnostic = if this.id == other.id {
        Diagnostic::error("duplicate-id", this.at, format!("the id `{}` stands twice", this.id))
    } else {
        Diagnostic::error(
            "colliding-id",
            this.at,
            format!("the ids `{}` and `{}` differ in case only", this.id, other.id),
        )
        .note("some file systems do not tell their pages apart")
    };
    let diagnostic = diagnostic.label("and again here").related(other.at, "first here");
    if this.kind == other.kind {
        diagnostic.help("give one of the two another id")
    } else {
        diagnostic
            .note("controllers, processors, recipients and sources share one space of ids, because one party can be several")
            .help("give one of the two another id, or refer to the one record from both places")
    }
}
