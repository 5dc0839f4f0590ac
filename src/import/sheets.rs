//! The registry from a spreadsheet: a row, a column or a block of labels for each activity, or our own
//! tables.
//!
//! ```text
//!  CSV ──┐                    Map ┐
//!  XLSX ─┼─▶ Book ──find──▶ Found ├──assemble──▶ Draft + Summary
//!  ODS ──┘   cells         rows   │  activities, and records
//!                      Held ──────┘  that they share
//! ```
//!
//! 1. `csv` and `workbook` read a file into a [`Book`]: cells with their addresses. Broken files, files
//!    too large and archives that unpack to too much are refused.
//! 2. `find` looks for the tables of a [`Map`] by the labels of their columns (`head`), and for forms, which
//!    have labels with values beside them (`form`).
//! 3. `assemble` makes records: the same words in two cells are the same record, whatever their case,
//!    spaces and final stop. Long cells are split at the separators of the map and nowhere else; `naming`
//!    gives them short names, with all of their words in the field that is theirs.
//! 4. Every cell is counted: it became a value, it is a note of its record, it is said elsewhere, or it
//!    stands outside of all tables and is told.
//!
//! Nothing is guessed. A country, a ground of Article 6, an instrument, a day or a period is read where
//! its words are certain; otherwise the words stay, in the name of a record or in a note.

mod actor;
mod assemble;
mod basis;
mod book;
mod cell;
mod contact;
mod csv;
mod draft;
mod exported;
mod find;
mod fold;
mod form;
mod head;
mod held;
mod map;
mod naming;
mod own;
mod own_data;
mod period;
mod pool;
mod position;
mod purposes;
mod record;
mod rows;
mod shared;
mod split;
mod summary;
mod target;
mod told;
mod transfer;
mod value;
mod words;
mod workbook;

use std::collections::{HashMap, HashSet};

use self::assemble::Assembler;
use self::find::{Found, find, turn};
use self::pool::Pool;
use self::split::pieces;
use self::summary::warning;
use super::{Account, Content, Draft, Drafted, LeftOut};
use crate::decode::{Key, did_you_mean};
use crate::diagnostic::Diagnostic;
use crate::record::Kind;
use crate::source::{FileId, Source, Span};

pub use book::{Book, Cell, Grid, MOST_COLUMNS, MOST_ROWS, Row, SheetError, address, letters};
pub use csv::add as add_csv;
pub use exported::Exported;
pub use held::Held;
pub use map::{Column, Labels, Map, MapError, Part, SCHEMA, SheetMap, schema};
pub use position::Position;
pub use summary::{Summary, Tally};
pub use target::Rows;
pub use workbook::{Format, LARGEST, LARGEST_UNPACKED, read as read_workbook};

/// Letters of a cell that can be the name of a register.
const LONGEST_TITLE: usize = 120;

/// Cells of a row that a message shows, and letters of each.
const MOST_SHOWN: usize = 8;
const LONGEST_SHOWN: usize = 30;

/// Leaves a book the sheet of a name alone.
///
/// # Errors
/// If it has none of that name.
pub fn only(book: &mut Book, name: &str) -> Result<(), SheetError> {
    let wanted = fold::fold(name);
    if book.sheets.iter().any(|sheet| fold::fold(&sheet.name) == wanted) {
        book.sheets.retain(|sheet| fold::fold(&sheet.name) == wanted);
        return Ok(());
    }
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let help = match did_you_mean(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("its sheets are {}", names.join(", ")),
    };
    Err(SheetError::NoSuchSheet { name: name.to_owned(), help })
}

/// The map of the program whose labels fit a book best; the most special one where two fit alike.
/// An export of our own says which one it is. Without one that fits, the plain one, which then says what is missing.
pub fn choose(book: &Book) -> Result<(&'static str, Map), MapError> {
    if let Some(Exported { profile, .. }) = Exported::of(book).filter(|ours| ours.is_read_back()) {
        return Map::ready(profile).map(|map| (profile, map));
    }
    let mut best: Option<(usize, &'static str, Map)> = None;
    for (name, text) in Map::all_ready() {
        let map = Map::read(text)?;
        let fitting = find(book, &map).fitting;
        if best.as_ref().is_none_or(|(most, ..)| fitting > *most || (*most == 0 && name == "plain")) {
            best = Some((fitting, name, map));
        }
    }
    best.map(|(_, name, map)| (name, map)).ok_or_else(|| MapError::Broken("there are no maps".into()))
}

/// Makes records of a book. `shown_as` is what messages call the file.
pub fn read(mut book: Book, shown_as: &str, map: &Map, held: &Held) -> (Draft, Summary) {
    let remarks = std::mem::take(&mut book.remarks);
    turn(&mut book, map);
    let whole = find(&book, map);
    let pieces = pieces(&whole);
    let (found, more) = whole.with(&pieces);
    let mut assembler = Assembler::new(&book, map, Pool::new(held, map.names_lead));
    assembler.run(&found);
    let Assembler { pool, activities, mut tally, mut diagnostics, register, language, .. } = assembler;
    let told = |(span, remark): (Span, String)| warning("cell-doubtful", span, remark).label(book.place(span));
    diagnostics.extend(remarks.into_iter().map(told));
    heads(&book, &found, map, &mut diagnostics);
    tally.outside.extend(found.outside.iter().copied());
    tally.outside.sort_unstable();
    tally.elsewhere += found.elsewhere;
    let title = register.or_else(|| title(&book, held, &mut tally));

    let shared = pool.found();
    let mut records = drafted(activities, &pool, held);
    records.extend(pool.into_drafts());
    if records.is_empty() && found.fitting == 0 {
        diagnostics.push(no_table(&book, map));
    } else if records.is_empty() {
        let at = Span::top(FileId::default());
        diagnostics.push(Diagnostic::error("nothing-to-import", at, "below the heads of the tables there are no rows"));
    }
    let mut account = account(&book, &tally, &found.passed, &found.sums);
    if !records.iter().any(|record| record.kind == Kind::Controller) && !held.has_any(Kind::Controller) {
        account.next.insert(0, "say who the controller is: `ropa new controller ID` makes its file".into());
    }
    account.next.extend(left_behind(&records, held));
    let summary = Summary {
        map: map.title.clone(),
        sheets: (book.sheets.len() - found.passed.len() - found.known, found.passed.clone()),
        cells: more + book.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).sum::<usize>(),
        heads: found.heads,
        tally,
        found: shared,
    };
    let mut draft = Draft { records, amends: true, account: Some(account), diagnostics, ..Draft::of_file(shown_as) };
    if !draft.records.is_empty() {
        let (title, at) = title.unwrap_or_else(|| (shown_as.to_owned(), Span::top(FileId::default())));
        draft.propose_settings(&title, at);
        if let (Some(settings), Some((tag, at))) = (&mut draft.proposed_settings, language)
            && let Content::Table(entries) = &mut settings.content
        {
            entries.push((Key { name: "language".to_owned(), span: at }, record::word(tag, at)));
        }
    }
    // The lines of the listing are cells, and not those of the file.
    draft.source = Source { path: format!("cells of {shown_as}"), text: book.listing };
    (draft, summary)
}

/// The name of the register, as it stands above the first table. Where the folder has another one, the
/// cell is told as left out.
fn title(book: &Book, held: &Held, tally: &mut Tally) -> Option<(String, Span)> {
    let first = book.sheets.first()?.rows.first()?;
    let [alone] = first.cells.as_slice() else { return None };
    let outside = tally.outside.iter().position(|span| *span == alone.span)?;
    let title = naming::without_stop(&fold::one_line(&alone.text)).to_owned();
    let fits = title.chars().count() <= LONGEST_TITLE && held.title().is_none_or(|own| own == title);
    fits.then(|| {
        tally.outside.remove(outside);
        tally.placed += 1;
        (title, alone.span)
    })
}

/// What became of the cells, and what people should do next.
fn account(book: &Book, tally: &Tally, passed: &[String], sums: &[Span]) -> Account {
    let cells: HashMap<Span, &str> = book
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flat_map(|row| &row.cells)
        .map(|cell| (cell.span, cell.text.as_str()))
        .collect();
    let sums: HashSet<Span> = sums.iter().copied().collect();
    // Cells of a column are told together, with the first of them, so that none hides behind others.
    let mut columns: HashMap<(String, &str), String> = HashMap::new();
    let mut left_out = |span: &Span| {
        let place = book.place(*span);
        let (sheet, cell) = place.rsplit_once(", cell ").unwrap_or((&place, ""));
        let column = format!("{sheet}, column {}", cell.trim_end_matches(|c: char| c.is_ascii_digit()));
        let why = match sums.contains(span) {
            true => "its row sums others up",
            false => "it stands in no table, and beside no label of the map",
        };
        if passed.iter().any(|name| sheet == format!("`{name}`")) {
            return LeftOut { path: format!("all of {sheet}"), at: *span, why: "the map knows nothing in its sheet" };
        }
        let text = cells.get(span).map(|text| fold::one_line(text)).unwrap_or_default();
        let first = || format!("{sheet}, cell {cell} (“{}”)", naming::shortened(&text, 50));
        let path = match columns.get(&(column.clone(), why)) {
            Some(first) => first.clone(),
            None => columns.entry((column, why)).or_insert_with(first).clone(),
        };
        LeftOut { path, at: *span, why }
    };
    let mut next = Vec::new();
    if tally.doubts > 0 {
        let many = if tally.doubts == 1 { "reference to the law was" } else { "references to the law were" };
        next.push(format!("{} {many} not understood: give these legal bases their `article`", tally.doubts));
    }
    if tally.proposed > 0 {
        next.push("name who receives the data in third countries: `recipients` has them by their country alone".into());
    }
    if !tally.listed.is_empty() {
        let many = if tally.listed.len() == 1 { "recipient is" } else { "recipients are" };
        next.push(format!(
            "{} {many} perhaps a list in one name, as only line breaks, semicolons and sentences divide cells: \
             `separators = [\", \"]` at the column, in a map of your own, divides them at commas too",
            tally.listed.len()
        ));
    }
    if tally.noted() > 0 {
        next.push("read the notes of the records: their cells have no field, or say more than it takes".into());
    }
    Account {
        placed: tally.placed,
        noted: tally.noted(),
        left_out: tally.outside.iter().map(&mut left_out).collect(),
        empty: tally.nothing,
        replaced: book.replaced,
        written_out: 0,
        next,
    }
}

/// The activities with their ids: as the file gives them, as the folder has them, or from their titles.
fn drafted(activities: Vec<draft::Activity>, pool: &Pool<'_>, held: &Held) -> Vec<Drafted> {
    let kind = Kind::Activity;
    let mut taken: HashSet<String> = activities.iter().filter_map(|one| one.id.clone()).collect();
    let mut titles: HashMap<String, usize> = HashMap::new();
    for one in &activities {
        *titles.entry(fold::same(&one.title)).or_default() += 1;
    }
    let mut seen: HashSet<String> = HashSet::new();
    let draft = |activity: draft::Activity| {
        let alone = titles.get(&fold::same(&activity.title)) == Some(&1);
        let title = record::text(kind, "title", &activity.title, activity.span);
        let known = title.text().filter(|_| alone).and_then(|title| held.named(kind, title));
        let given = activity.id.clone().filter(|id| seen.insert(id.clone()));
        let id = given.or_else(|| known.filter(|id| !taken.contains(*id)).map(str::to_owned)).unwrap_or_else(|| {
            let stem = fold::id_of(naming::without_number(&activity.title));
            let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
            let free = |id: &String| !taken.contains(id);
            std::iter::once(stem.clone()).chain(numbered).find(free).unwrap_or(stem)
        });
        taken.insert(id.clone());
        let span = activity.span;
        let file = held.file(kind, &id).map(|path| Key { name: path.to_owned(), span });
        Drafted { kind, id: Key { name: id, span }, file, content: activity.into_node(pool) }
    };
    activities.into_iter().map(draft).collect()
}

/// The activities of the folder that no row holds any more, where others are new: a row with another name is
/// another activity.
fn left_behind(records: &[Drafted], held: &Held) -> Option<String> {
    let drafted: HashSet<&str> =
        records.iter().filter(|one| one.kind == Kind::Activity).map(|one| one.id.name.as_str()).collect();
    let (known, new): (Vec<&str>, Vec<&str>) = drafted.iter().partition(|id| held.has(Kind::Activity, id));
    let gone: Vec<&str> = held.ids(Kind::Activity).into_iter().filter(|id| !drafted.contains(id)).collect();
    // Files that say nothing of these activities are about other ones.
    if known.is_empty() || new.is_empty() || gone.is_empty() {
        return None;
    }
    let shown: Vec<String> = gone.iter().take(MOST_SHOWN).map(|id| format!("`{id}`")).collect();
    let more = gone.len().saturating_sub(MOST_SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!(
        "no row holds these activities of the registry: {}{more}; where a row only has another name now, it is a new \
         activity, and the old file is yours to delete or to rename",
        shown.join(", ")
    ))
}

/// Tells heads that the map does not name.
fn heads(book: &Book, found: &Found<'_, '_>, map: &Map, diagnostics: &mut Vec<Diagnostic>) {
    for (span, head, near) in &found.unknown {
        let message = format!("the map “{}” has no column `{}`", map.title, fold::one_line(head));
        let diagnostic = warning("unknown-column", *span, message)
            .label(book.place(*span))
            .note("its cells are kept as notes, which only the register shows");
        diagnostics.push(match near {
            Some(near) => {
                diagnostic.help(format!("did you mean `{near}`? Then write it so, or add this spelling to a map"))
            }
            None => diagnostic.help("give it a column in a map of your own: `ropa schema import-map` says how"),
        });
    }
    for span in &found.twice {
        let message = "another column of this sheet has the same meaning".to_owned();
        diagnostics.push(
            warning("repeated-column", *span, message).label(book.place(*span)).note("its cells are kept as notes"),
        );
    }
}

/// That nothing fits, with what stands at the top of the file, and how to say what its columns are.
fn no_table(book: &Book, map: &Map) -> Diagnostic {
    let at = Span::top(FileId::default());
    let message = format!("no row of the file holds the heads of “{}”", map.title);
    let diagnostic = Diagnostic::error("no-table", at, message);
    // A title alone in its row is no row of a table.
    let rows = || book.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)));
    let Some((sheet, row)) = rows().find(|(_, row)| row.cells.len() > 1).or_else(|| rows().next()) else {
        return diagnostic.note("all of its cells are empty");
    };
    let shown = |cell: &Cell| {
        format!("{} `{}`", letters(cell.column), naming::shortened(&fold::one_line(&cell.text), LONGEST_SHOWN))
    };
    let cells: Vec<String> = row.cells.iter().take(MOST_SHOWN).map(shown).collect();
    let more = row.cells.len().saturating_sub(MOST_SHOWN);
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    diagnostic
        .note(format!("row {} of `{}` holds {}{more}", row.number, sheet.name, cells.join(", ")))
        .help(
            "if these are the heads: write them into a map, as `ropa import xlsx --show-map plain > our.toml` prints \
             one, and import with `--map our.toml`",
        )
        .help(
            "if this is an activity already, and no row says what stands in each column: name the columns by their \
             letters, in a map as `ropa import xlsx --show-map letters > our.toml` prints one",
        )
}
