//! What a profile asks for and the register could not fill: as a sheet, and as diagnostics.

use super::super::facts::{Clerk, Row, place};
use super::super::profile::{Column as Wanted, Profile, Sheet as Plan};
use super::super::workbook::{Cell, Column, Part, Sheet, Table, Width};
use super::cell;
use super::rows::{self, Untold};
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::activity::Activity;
use crate::record::profile::Audience;
use crate::register::Desk;
use crate::registry::Id;
use crate::source::{FileId, Span};

/// What could not be filled.
#[derive(Debug, Default)]
pub struct Unfilled {
    /// A warning [`EMPTY`] for each required cell that is empty, with the record and its place, and a
    /// warning [`NO_FIELD`] for each column that the register has no field for. Where the public reads the
    /// list, a warning [`LEFT_OUT`] for each activity that is not in it.
    pub diagnostics: Vec<Diagnostic>,
    /// How many required cells are empty.
    pub missing: usize,
    /// The columns that no record can fill, as messages call them.
    pub by_hand: Vec<String>,
    /// The activities that a list for the public leaves out.
    pub left_out: Vec<String>,
}

/// The rule of required cells that are empty.
pub const EMPTY: &str = "export-unfilled";
/// The rule of columns that the register has no field for.
pub const NO_FIELD: &str = "export-no-field";
/// The rule of activities that a list for the public leaves out.
pub const LEFT_OUT: &str = "export-left-out";

impl Unfilled {
    /// Whether every column could be filled, and every cell that has to be. What is left out of a list for
    /// the public was left out by its authors.
    pub fn is_nothing(&self) -> bool {
        self.missing == 0 && self.by_hand.is_empty()
    }
}

/// A required cell that is empty.
struct Missing<'a> {
    sheet: &'a Plan,
    column: &'a Wanted,
    row: Row,
}

/// A column that no fact fills, with its sheet.
fn without_fact(profile: &Profile) -> impl Iterator<Item = (&Plan, &Wanted)> {
    profile.sheets.iter().flat_map(|sheet| {
        sheet.parts.iter().flat_map(|part| &part.columns).filter(|one| one.from.is_empty()).map(move |one| (sheet, one))
    })
}

/// Required cells that are empty, one after the other.
fn missing<'a>(desk: &'a Desk<'a>, profile: &'a Profile) -> impl Iterator<Item = Missing<'a>> + Send + 'a {
    profile.sheets.iter().flat_map(move |sheet| {
        let subjects: rows::Rows<'a> = match sheet.for_each {
            Some(kind) => rows::all(desk, kind, None),
            None => Box::new(std::iter::once(Row::Register)),
        };
        subjects.flat_map(move |subject| of_subject(desk, profile, sheet, subject))
    })
}

fn of_subject<'a>(
    desk: &'a Desk<'a>,
    profile: &'a Profile,
    sheet: &'a Plan,
    subject: Row,
) -> impl Iterator<Item = Missing<'a>> + Send + 'a {
    let scope = sheet.for_each.map(|_| subject);
    sheet.parts.iter().flat_map(move |part| {
        let kind = part.rows;
        let rows: rows::Rows<'a> = match kind {
            Some(kind) => rows::all(desk, kind, scope),
            None => Box::new(std::iter::once(subject)),
        };
        let clerk = Clerk::new(desk, &profile.words);
        rows.flat_map(move |row| {
            let wanted = part.columns.iter().filter(|column| column.required && !column.from.is_empty());
            let empty = wanted.filter(|column| cell(&clerk, column, &row).is_empty());
            empty.map(|column| Missing { sheet, column, row }).collect::<Vec<_>>()
        })
    })
}

/// The activities that a profile for the public leaves out, and why.
fn left_out<'a>(desk: &'a Desk<'a>, profile: &Profile) -> impl Iterator<Item = (Id<Activity>, Untold)> + 'a {
    let is_public = profile.audience == Audience::Public;
    let all = desk.registry.activities.iter().filter(move |_| is_public);
    all.filter_map(|(id, _)| Some((id, rows::untold(desk, id)?)))
}

/// What could not be filled, as diagnostics.
pub fn unfilled(desk: &Desk<'_>, profile: &Profile) -> Unfilled {
    let clerk = Clerk::new(desk, &profile.words);
    let mut found = Unfilled::default();
    for one in missing(desk, profile) {
        found.missing += 1;
        let place = place(&clerk, &one.row);
        let at = place.map_or_else(|| whole(desk), |(_, at)| Some(at));
        let Some(at) = at else { continue };
        let column = one.column;
        let mut diagnostic =
            warning(EMPTY, at, format!("the profile `{}` requires `{}`, and it is empty", profile.name, named(column)));
        diagnostic.record = place.map(|(node, _)| desk.registry.path_of(node));
        let meaning: Vec<String> = column.from.iter().map(|fact| format!("`{}`: {}", fact.name, fact.doc)).collect();
        diagnostic = diagnostic.note(format!("it takes {}", meaning.join("; ")));
        if let Some(article) = &column.article {
            diagnostic = diagnostic.note(format!("Article {article} asks for it"));
        }
        found.diagnostics.push(diagnostic.label(format!("for the sheet `{}`", one.sheet.name)));
    }
    for (sheet, column) in without_fact(profile) {
        let name = named(column);
        if let Some(at) = whole(desk) {
            let message =
                format!("the profile `{}` has the column `{name}`, and the register no field for it", profile.name);
            let diagnostic = warning(NO_FIELD, at, message).label(format!("for the sheet `{}`", sheet.name));
            found.diagnostics.push(diagnostic.help("fill it in by hand where it applies; no record can"));
        }
        found.by_hand.push(name);
    }
    for (id, reason) in left_out(desk, profile) {
        let (node, entry) = (id.into(), &desk.registry.activities[id]);
        let (words, article) = match reason {
            Untold::Exempt => ("its authors keep it out of notices", Some("13(4) or 14(5)")),
            Untold::Ended => ("it has ended", None),
            Untold::Planned => ("it has not begun", None),
        };
        let path = desk.registry.path_of(node);
        let message = format!("`{path}` is not in a list that everybody can read: {words}");
        let mut diagnostic = warning(LEFT_OUT, entry.at, message);
        if let Some(article) = article {
            let note = format!(
                "Article {article} is about notices; whether a duty to publish the list has this exception too is for its authors to say"
            );
            diagnostic = diagnostic.note(note);
        }
        diagnostic.record = Some(path.clone());
        found.diagnostics.push(diagnostic);
        found.left_out.push(path);
    }
    crate::diagnostic::sort(&mut found.diagnostics, desk.sources);
    found
}

fn warning(rule: &'static str, at: Span, message: String) -> Diagnostic {
    let error = Diagnostic::error(rule, at, message);
    Diagnostic { severity: Severity::Warning, ..error }
}

/// A column as messages call it: its label, with the English in brackets.
fn named(column: &Wanted) -> String {
    match &column.english {
        Some(english) if *english != column.label => format!("{} ({english})", column.label),
        _ => column.label.clone(),
    }
}

/// The place of what concerns the register as a whole: its settings, or else its first file.
fn whole(desk: &Desk<'_>) -> Option<Span> {
    let settings = desk.sources.iter().find(|(_, source)| source.path == "registry.toml").map(|(file, _)| file);
    let first = (!desk.sources.is_empty()).then(FileId::default);
    settings.or(first).map(Span::top)
}

/// The last sheet. Only those who may see the register read which records lack something.
pub(super) fn sheet<'a>(desk: &'a Desk<'a>, profile: &'a Profile) -> Sheet<'a> {
    let clerk = Clerk::new(desk, &profile.words);
    let heading = clerk.word("export-not-filled");
    let bare: Vec<(&Plan, &Wanted)> = without_fact(profile).collect();
    let mut parts = vec![Part::Heading(heading.clone())];
    if !bare.is_empty() {
        parts.push(Part::Note(clerk.word("export-without-fact")));
        let column = |key, width| Column { label: clerk.word(key), width };
        let columns = vec![
            column("export-sheet", Width::Medium),
            column("export-column", Width::Wide),
            column("export-english", Width::Wide),
        ];
        let rows = bare.into_iter().map(|(sheet, column)| {
            let english = column.english.clone().map_or(Cell::Empty, Cell::text);
            vec![Cell::text(sheet.name.clone()), Cell::text(column.label.clone()), english]
        });
        parts.push(Part::Table(Table { columns, rows: Box::new(rows) }));
    }
    parts.push(Part::Note(clerk.word("export-not-filled-lead")));
    parts.push(Part::Table(table(desk, profile)));
    Sheet { name: heading, parts }
}

/// A row for each required cell that is empty.
fn table<'a>(desk: &'a Desk<'a>, profile: &'a Profile) -> Table<'a> {
    let clerk = Clerk::new(desk, &profile.words);
    let public = profile.audience == Audience::Public;
    let heads = [
        ("export-sheet", Width::Medium),
        ("export-column", Width::Medium),
        ("export-english", Width::Medium),
        ("register-article", Width::Narrow),
        ("register-of-record", Width::Medium),
        ("export-place-of", Width::Medium),
    ];
    let shown = if public { 4 } else { heads.len() };
    let columns = heads.iter().take(shown).map(|(key, width)| Column { label: clerk.word(key), width: *width });
    let columns = columns.collect();
    let cells = move |one: Missing<'a>| {
        let own = |field: &Option<String>| field.clone().map_or(Cell::Empty, Cell::text);
        let place = place(&clerk, &one.row);
        let line = |span: Span| {
            let source = desk.sources.get(span.file);
            format!("{}:{}", source.path, source.position(span.start).0)
        };
        let mut cells = vec![
            Cell::text(one.sheet.name.clone()),
            Cell::text(one.column.label.clone()),
            own(&one.column.english),
            own(&one.column.article),
        ];
        if !public {
            cells.push(place.map_or(Cell::Empty, |(node, _)| Cell::text(desk.registry.path_of(node))));
            cells.push(place.map_or(Cell::Empty, |(_, at)| Cell::text(line(at))));
        }
        cells
    };
    Table { columns, rows: Box::new(missing(desk, profile).map(cells)) }
}
