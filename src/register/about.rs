//! What every record has: notes, changes, waivers, and the place it comes from.

use super::composer::Composer;
use super::facts::Facts;
use super::page::Origin;
use crate::decode::{Date, Field, Internal, Prose};
use crate::document::{Block, Section};
use crate::markdown;
use crate::record::waiver::Waiver;
use crate::registry::{Entry, Linked};

/// The last section of a record; what a kind has besides stands in `facts` already.
pub(super) fn section<R: Linked>(
    composer: &Composer<'_>,
    entry: &Entry<R>,
    note: &Internal<Field<Prose>>,
    changed: &Internal<Field<Date>>,
    mut facts: Facts<'_>,
) -> Section {
    facts.prose("register-note", note.internal());
    facts.date("register-changed", changed.internal());
    facts.lines("register-waivers", entry.record.waivers().iter().map(|waiver| waived(composer, waiver)));
    facts.line("register-id", Some(markdown::escape(&entry.id)));
    let origin = Origin::of(composer.desk, entry);
    facts.line("register-origin", Some(origin.shown(composer)));
    let blocks: Vec<Block> = facts.block().into_iter().collect();
    composer.section("record", "register-record", None, blocks)
}

/// A waiver as a line.
fn waived(composer: &Composer<'_>, waiver: &Waiver) -> String {
    let text = |field: &Field<String>| field.text().map_or_else(|| composer.gap(), markdown::escape);
    composer.say(
        "register-waiver",
        &[
            ("lint", (&text(&waiver.lint)).into()),
            ("reason", (&text(&waiver.reason)).into()),
            ("owner", (&text(&waiver.owner)).into()),
            ("expires", (&expiry(composer, waiver)).into()),
        ],
    )
}

/// The day a waiver ends, and whether that day is over.
pub(super) fn expiry(composer: &Composer<'_>, waiver: &Waiver) -> String {
    let Some(expires) = waiver.expires.copied() else { return composer.gap() };
    let day = composer.desk.strings.date(expires.0);
    let over = expires.0 <= composer.desk.as_of;
    if over { composer.say_one("register-expired", "date", &day) } else { day }
}
