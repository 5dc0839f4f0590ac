//! From the register and a profile to a workbook.
//!
//! Rows are made while they are written. Behind the sheets of the profile stand two more: what its
//! labels mean and where they come from, and what the register could not fill.

mod legend;
mod rows;
mod unfilled;

use super::facts::{self, Clerk, Fact, Row};
use super::profile::{Column as Wanted, Part as Layout, Profile, Sheet as Plan, Take};
use super::workbook::{Cell, Column, Part, Sheet, Table, Width, Workbook};
use crate::record::profile as written;
use crate::record::profile::Audience;
use crate::register::Desk;

pub use unfilled::{EMPTY, LEFT_OUT, NO_FIELD, Unfilled, unfilled};

/// A workbook with the sheets of a profile, and those for whoever fills it in.
pub fn workbook<'a>(desk: &'a Desk<'a>, profile: &'a Profile) -> Workbook<'a> {
    let clerk = Clerk::new(desk, &profile.words);
    let mut workbook = forms(desk, profile);
    workbook.sheets.push(legend::sheet(&clerk, profile));
    workbook.sheets.push(unfilled::sheet(desk, profile));
    workbook
}

/// A workbook with the sheets of a profile alone.
pub fn forms<'a>(desk: &'a Desk<'a>, profile: &'a Profile) -> Workbook<'a> {
    let sheets = profile.sheets.iter().flat_map(|plan| sheets(desk, profile, plan)).collect();
    Workbook { title: profile.title.clone(), language: profile.language.clone(), as_of: desk.as_of, sheets }
}

/// The sheets of a plan: one, or one for each of its subjects.
fn sheets<'a>(desk: &'a Desk<'a>, profile: &'a Profile, plan: &'a Plan) -> Vec<Sheet<'a>> {
    let Some(kind) = plan.for_each else { return vec![sheet(desk, profile, plan, None)] };
    rows::all(desk, kind, None).enumerate().map(|(at, row)| sheet(desk, profile, plan, Some((at, row)))).collect()
}

fn sheet<'a>(desk: &'a Desk<'a>, profile: &'a Profile, plan: &'a Plan, subject: Option<(usize, Row)>) -> Sheet<'a> {
    let clerk = Clerk::new(desk, &profile.words);
    // Titles of records are internal; a public form has its number.
    let own = |(at, row): (usize, Row)| match profile.audience {
        Audience::Public => Some((at + 1).to_string()),
        Audience::Internal => facts::title(&clerk, &row),
    };
    let name = subject.and_then(own).map_or_else(|| plan.name.clone(), |own| format!("{} {own}", plan.name));
    let subject = subject.map(|(_, row)| row);
    let mut parts = Vec::new();
    for part in &plan.parts {
        parts.extend(part.heading.clone().map(Part::Heading));
        parts.extend(part.note.clone().map(Part::Note));
        parts.push(match part.rows {
            None => Part::Facts(lines(&clerk, part, subject)),
            Some(kind) => Part::Table(table(desk, profile, part, kind, subject)),
        });
    }
    Sheet { name, parts }
}

/// Labels with their facts.
fn lines(clerk: &Clerk<'_>, part: &Layout, subject: Option<Row>) -> Vec<(String, Cell)> {
    let row = subject.unwrap_or(Row::Register);
    part.columns.iter().map(|column| (column.label.clone(), cell(clerk, column, &row))).collect()
}

fn table<'a>(
    desk: &'a Desk<'a>,
    profile: &'a Profile,
    part: &'a Layout,
    kind: written::RowKind,
    subject: Option<Row>,
) -> Table<'a> {
    let number = part.numbered.iter().map(|label| Column { label: label.clone(), width: Width::Narrow });
    let columns = part.columns.iter().map(|wanted| Column {
        label: wanted.label.clone(),
        width: match wanted.width {
            written::Width::Narrow => Width::Narrow,
            written::Width::Medium => Width::Medium,
            written::Width::Wide => Width::Wide,
        },
    });
    let clerk = Clerk::new(desk, &profile.words);
    let cells = move |(at, row): (usize, Row)| {
        let number = part.numbered.iter().map(|_| Cell::Number(u64::try_from(at + 1).unwrap_or(u64::MAX)));
        number.chain(part.columns.iter().map(|wanted| cell(&clerk, wanted, &row))).collect()
    };
    let rows = rows::all(desk, kind, subject).enumerate().map(cells);
    Table { columns: number.chain(columns).collect(), rows: Box::new(rows) }
}

/// What a column says of a row: its facts, one after the other.
fn cell(clerk: &Clerk<'_>, column: &Wanted, row: &Row) -> Cell {
    let read = |fact: &&'static Fact| fact.read(clerk, row);
    let whole = match column.from.as_slice() {
        [] => return Cell::Empty,
        [one] => read(one),
        several => Cell::list(several.iter().map(read).flat_map(|cell| entries(clerk, cell))),
    };
    match column.take {
        Take::All => whole,
        Take::Only(number) => Cell::list(entries(clerk, whole).into_iter().skip(number.saturating_sub(1)).take(1)),
        Take::From(number) => Cell::list(entries(clerk, whole).into_iter().skip(number.saturating_sub(1))),
    }
}

/// The entries of a cell as words.
fn entries(clerk: &Clerk<'_>, cell: Cell) -> Vec<String> {
    match cell {
        Cell::Empty => Vec::new(),
        Cell::Text(words) => vec![words],
        Cell::List(entries) => entries,
        Cell::Date(day) => vec![clerk.desk.strings.date(day)],
        Cell::Number(number) => vec![number.to_string()],
        Cell::Link { words, .. } => vec![words],
    }
}
