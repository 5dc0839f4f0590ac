//! What each label means, and where it comes from.

use super::super::facts::{self, Clerk, Row};
use super::super::profile::Profile;
use super::super::workbook::{Cell, Column, Part, Sheet, Table, Width};
use crate::decode::word;

/// The form itself, and a row for each of its columns.
pub(super) fn sheet<'a>(clerk: &Clerk<'_>, profile: &'a Profile) -> Sheet<'a> {
    let own = |field: &Option<String>| field.clone().map_or(Cell::Empty, Cell::text);
    let source = profile.source.clone().map_or(Cell::Empty, |address| Cell::Link { words: address.clone(), address });
    let fidelity = profile.fidelity.map(|fidelity| clerk.word(&format!("export-fidelity-{}", word(&fidelity))));
    // What was asked for names records, which are internal.
    let is_part = clerk.desk.registry.extract.is_some();
    let extract = facts::find("register.extract").filter(|fact| is_part && profile.audience >= fact.audience);
    let about = [
        ("register-extract", extract.map_or(Cell::Empty, |fact| fact.read(clerk, &Row::Register))),
        ("export-profile", Cell::text(profile.name.clone())),
        ("export-profile-title", Cell::text(profile.title.clone())),
        ("export-english", own(&profile.english)),
        ("export-authority", own(&profile.authority)),
        ("export-form", source),
        ("export-form-read", profile.read.map_or(Cell::Empty, Cell::Date)),
        ("export-fidelity", fidelity.map_or(Cell::Empty, Cell::text)),
    ];
    let about = about.into_iter().filter(|(_, cell)| !cell.is_empty()).map(|(key, cell)| (clerk.word(key), cell));
    let column = |key: &str, width| Column { label: clerk.word(key), width };
    let columns = vec![
        column("export-sheet", Width::Medium),
        column("export-column", Width::Medium),
        column("export-english", Width::Medium),
        column("register-article", Width::Narrow),
        column("export-required", Width::Narrow),
        column("export-facts", Width::Medium),
        column("export-meaning", Width::Wide),
    ];
    let (yes, no, nothing) = (clerk.yes_no(true), clerk.yes_no(false), clerk.word("export-no-fact"));
    let of_part = |sheet: &'a crate::export::profile::Sheet| {
        sheet.parts.iter().flat_map(move |part| part.columns.iter().map(move |column| (sheet, column)))
    };
    let rows = profile.sheets.iter().flat_map(of_part).map(move |(sheet, column)| {
        let meaning = column.from.iter().map(|fact| fact.doc.to_owned());
        vec![
            Cell::text(sheet.name.clone()),
            Cell::text(column.label.clone()),
            column.english.clone().map_or(Cell::Empty, Cell::text),
            column.article.clone().map_or(Cell::Empty, Cell::text),
            Cell::text(if column.required { yes.clone() } else { no.clone() }),
            Cell::list(column.from.iter().map(|fact| fact.name.to_owned())),
            if column.from.is_empty() { Cell::text(nothing.clone()) } else { Cell::list(meaning) },
        ]
    });
    let mut parts = vec![Part::Heading(clerk.word("export-legend")), Part::Facts(about.collect())];
    parts.extend(profile.note.clone().map(Part::Note));
    parts.push(Part::Table(Table { columns, rows: Box::new(rows) }));
    Sheet { name: clerk.word("export-legend"), parts }
}
