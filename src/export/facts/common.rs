//! What every record has, and what several families say alike.

use super::clerk::Clerk;
use crate::decode::{Date, Field, Internal, List, Prose};
use crate::export::workbook::Cell;
use crate::record::activity::DataRow;
use crate::record::waiver::Waiver;
use crate::registry::{Entry, Linked};

/// The file and line of a record.
pub(super) fn place<R: Linked>(clerk: &Clerk<'_>, entry: &Entry<R>) -> Cell {
    let source = clerk.desk.sources.get(entry.at.file);
    let (line, _) = source.position(entry.at.start);
    Cell::text(format!("{}:{line}", source.path))
}

pub(super) fn note(note: &Internal<Field<Prose>>) -> Cell {
    super::clerk::prose(note.internal())
}

pub(super) fn changed(changed: &Internal<Field<Date>>) -> Cell {
    super::clerk::day(changed.internal())
}

/// Findings that somebody accepted, with why, who and until when.
pub(super) fn waivers(clerk: &Clerk<'_>, waivers: &List<Waiver>) -> Cell {
    let line = |waiver: &Waiver| {
        let own = |field: &Field<String>| field.text().unwrap_or_default().to_owned();
        let until = waiver.expires.copied().map(|day| clerk.desk.strings.date(day.0)).unwrap_or_default();
        let (lint, reason, owner) = (own(&waiver.lint), own(&waiver.reason), own(&waiver.owner));
        let gaps = [
            ("lint", (&lint).into()),
            ("reason", (&reason).into()),
            ("owner", (&owner).into()),
            ("expires", (&until).into()),
        ];
        clerk.say("register-waiver", &gaps)
    };
    Cell::list(waivers.iter().map(line))
}

/// Whether a row of data may be told: it is not exempt under Article 13(4) or 14(5). An internal field
/// decides whether it is told, never what.
pub(super) fn told(row: &DataRow) -> bool {
    row.notice_exemption.internal().get().is_none()
}
