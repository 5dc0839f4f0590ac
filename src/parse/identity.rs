//! Ids that stand twice, collide, or are taken.

use std::collections::HashMap;

use super::records::{Identity, Records};
use crate::diagnostic::Diagnostic;
use crate::record::Kind;

/// Words that mean something where the id of a party could stand.
const RESERVED_SOURCES: [&str; 3] = ["data-subject", "observed", "derived"];

/// Reports duplicate, colliding and reserved ids.
pub(super) fn check(records: &Records, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: HashMap<(&'static str, String), Identity<'_>> = HashMap::new();
    for identity in records.identities() {
        if space(identity.kind) == "parties" && RESERVED_SOURCES.contains(&identity.id) {
            diagnostics.push(reserved(&identity, "it is a reserved word where data come from"));
        }
        if identity.kind == Kind::Notice && identity.id == "index" {
            diagnostics.push(reserved(&identity, "`index.html` is the page that lists the notices"));
        }
        let key = (space(identity.kind), identity.id.to_lowercase());
        match first.get(&key) {
            Some(other) => diagnostics.push(collision(&identity, other)),
            None => {
                first.insert(key, identity);
            }
        }
    }
}

/// The space in which an id is unique: its kind, or all parties together.
fn space(kind: Kind) -> &'static str {
    match kind {
        Kind::Controller | Kind::Processor | Kind::Recipient | Kind::Source => "parties",
        other => other.folder(),
    }
}

fn reserved(identity: &Identity<'_>, why: &str) -> Diagnostic {
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
