//! `ropa import csv`, `xlsx` and `ods`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::super::check::count;
use super::super::workplace::{Workplace, shown};
use super::super::{Console, DONE, Outcome};
use super::{Target, Writing};
use crate::import::sheets::{self, Book, Format, Held, Map, MapError, SheetError, Summary};

/// The largest map that is read.
const LARGEST_MAP: u64 = 1024 * 1024;

/// So many heads and sheets are named.
const MOST_NAMED: usize = 12;

/// What is imported, unless a map is printed alone.
#[derive(Debug, Args)]
struct Sheet {
    /// File to import
    #[arg(value_name = "FILE", required_unless_present = "show_map")]
    file: Option<PathBuf>,

    #[command(flatten)]
    writing: Writing,
}

/// How a spreadsheet is read.
#[derive(Debug, Args)]
struct Reading {
    /// What its columns say: `register`, `cnil`, `ico`, `garante`, `plain`, or a file of your own ending in
    /// .toml [default: the one whose labels fit best]
    #[arg(long, value_name = "NAME|FILE")]
    map: Option<String>,

    /// Read this sheet alone
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,

    /// Print a map of the program, as a start for one of your own, and import nothing; `letters` is one for
    /// sheets without heads
    #[arg(long, value_name = "NAME", exclusive = true)]
    show_map: Option<String>,
}

/// A register as comma-separated values.
///
/// One row for each activity, or the files that `ropa export csv` writes, each of which is a sheet named
/// after its file. The separator (`;`, `,` or a tab) and the encoding are found out: UTF-8, else
/// Windows-1252, which is told. See `ropa import xlsx --help` for what becomes of the cells.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import csv activities.csv --dry-run
  ropa import csv export/*.csv --map register --into copy

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
pub(super) struct Csv {
    #[command(flatten)]
    sheet: Sheet,

    /// Further files, each a sheet
    #[arg(value_name = "FILE")]
    more: Vec<PathBuf>,

    #[command(flatten)]
    reading: Reading,
}

/// A register as an XLSX workbook.
///
/// A map says which column says what; without --map the one whose labels fit best is taken and told. Each
/// row becomes an activity; so does each column of a sheet with its heads on the left, and each block of
/// labels with values. Where no row says what stands in each column, a map of your own names columns by
/// their letters. The same words in two cells, whatever their case, spaces and final stop, become one
/// shared record: a category of data, a recipient, a rule on time, a legal basis, a group, a measure.
/// Cells are split at the separators of the map: line breaks, semicolons, and in lists the ends of
/// sentences. Long cells get short names, and all of their words stay in the record. Nothing is guessed:
/// a ground of Article 6, a country, a day or a period is read where its words are certain, and otherwise
/// the words stay. What has no place is kept as a note of its record, under the head of its column, and
/// told.
///
/// A second import of the same file changes nothing. Keys that the import does not speak of stay in the
/// files, with their comments. Where a file says something else than the import, each such key is told
/// with its line and both values, and nothing is written: --keep leaves the records that stand there and
/// adds those of new rows, --force replaces these keys alone.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import xlsx register.xlsx --dry-run         say what would be written, and what not understood
  ropa import xlsx register.xlsx --map ico         name the map
  ropa import xlsx register.xlsx --keep            add the records of new rows, and leave edited ones
  ropa import xlsx --show-map plain > our.toml     a map to change: `ropa schema import-map` describes it
  ropa import xlsx --show-map letters > our.toml   the same for a sheet that has no heads
  ropa import xlsx register.xlsx --map our.toml --sheet \"Processing 2026\"

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
pub(super) struct Xlsx {
    #[command(flatten)]
    sheet: Sheet,

    #[command(flatten)]
    reading: Reading,
}

/// A register as an OpenDocument spreadsheet.
///
/// The same as `ropa import xlsx` for files of LibreOffice and others.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import ods registre-traitement-simplifie.ods --map cnil --dry-run

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
pub(super) struct Ods {
    #[command(flatten)]
    sheet: Sheet,

    #[command(flatten)]
    reading: Reading,
}

/// Why a spreadsheet could not be imported.
#[derive(Debug, thiserror::Error)]
enum SheetsError {
    #[error("cannot read {file}")]
    Read { file: String, source: std::io::Error },
    #[error("cannot import {file}")]
    Sheet { file: String, source: SheetError },
    #[error(
        "cannot import {file}: it was exported with the profile `{profile}`, whose cells tell several fields at once \
         and do not come back as records; export with `--profile register`, which does, or with `ropa export json`, \
         which holds all of the records{more} (--map reads the file all the same)"
    )]
    NotReadBack { file: String, profile: &'static str, more: &'static str },
    #[error("cannot use the map {name}")]
    Map { name: String, source: MapError },
    #[error("{file} has {mib} MiB; at most {} MiB are read", sheets::LARGEST / 1024 / 1024)]
    TooLarge { file: String, mib: u64 },
}

impl Csv {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let Csv { sheet, more, reading } = self;
        let target = match sheet.target(&reading, console) {
            Ok(target) => target,
            Err(done) => return done,
        };
        let mut book = Book::default();
        for file in std::iter::once(&target.file).chain(&more) {
            let name = shown(file);
            let failed = |source| SheetsError::Read { file: name.clone(), source };
            let size = fs::metadata(file).map_err(failed)?.len();
            if size > sheets::LARGEST {
                return Err(SheetsError::TooLarge { file: name, mib: size / 1024 / 1024 }.into());
            }
            let bytes = fs::read(file).map_err(failed)?;
            let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            sheets::add_csv(&mut book, &bytes, &stem).map_err(|source| SheetsError::Sheet { file: name, source })?;
        }
        put(target, &reading, book, more.len(), place, console)
    }
}

impl Xlsx {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        workbook(self.sheet, &self.reading, Format::Xlsx, place, console)
    }
}

impl Ods {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        workbook(self.sheet, &self.reading, Format::Ods, place, console)
    }
}

fn workbook(sheet: Sheet, reading: &Reading, format: Format, place: &Workplace, console: &Console) -> Outcome {
    let target = match sheet.target(reading, console) {
        Ok(target) => target,
        Err(done) => return done,
    };
    let file = shown(&target.file);
    // A file that is not there is told as such, and not as no workbook.
    fs::metadata(&target.file).map_err(|source| SheetsError::Read { file: file.clone(), source })?;
    let book = sheets::read_workbook(&target.file, format).map_err(|source| SheetsError::Sheet { file, source })?;
    put(target, reading, book, 0, place, console)
}

impl Sheet {
    /// What is imported; or the end of the run, where a map was to be printed.
    fn target(self, reading: &Reading, console: &Console) -> Result<Target, Outcome> {
        match (self.file, &reading.show_map) {
            (Some(file), None) => Ok(Target { file, writing: self.writing }),
            (_, name) => Err(show(name.as_deref().unwrap_or_default(), console)),
        }
    }
}

/// Prints a map.
fn show(name: &str, console: &Console) -> Outcome {
    let text = Map::printed(name).map_err(|source| SheetsError::Map { name: name.to_owned(), source })?;
    console.say(text.trim_end());
    Ok(DONE)
}

impl Reading {
    /// The map and what it is called.
    fn map(&self, book: &Book) -> Result<(String, Map), SheetsError> {
        let Some(name) = &self.map else {
            let failed = |source| SheetsError::Map { name: "plain".into(), source };
            return sheets::choose(book).map(|(name, map)| (name.to_owned(), map)).map_err(failed);
        };
        let failed = |source| SheetsError::Map { name: name.clone(), source };
        if !name.ends_with(".toml") {
            return Map::ready(name).map(|map| (name.clone(), map)).map_err(failed);
        }
        let read = |source| SheetsError::Read { file: name.clone(), source };
        let size = fs::metadata(name).map_err(read)?.len();
        if size > LARGEST_MAP {
            return Err(SheetsError::TooLarge { file: name.clone(), mib: size / 1024 / 1024 });
        }
        let text = fs::read_to_string(Path::new(name)).map_err(read)?;
        Map::read(&text).map(|map| (name.clone(), map)).map_err(failed)
    }
}

fn put(
    target: Target,
    reading: &Reading,
    mut book: Book,
    more: usize,
    place: &Workplace,
    console: &Console,
) -> Outcome {
    let file = match more {
        0 => shown(&target.file),
        more => format!("{} and {}", shown(&target.file), count(more, "more file", "more files")),
    };
    let ours = sheets::Exported::of(&book).filter(|ours| !ours.is_read_back());
    if let Some(ours) = ours.filter(|_| reading.map.is_none()) {
        let more = if ours.profile == "cnil" { "; as a workbook, this profile comes back too" } else { "" };
        return Err(SheetsError::NotReadBack { file, profile: ours.profile, more }.into());
    }
    if let Some(sheet) = &reading.sheet {
        sheets::only(&mut book, sheet).map_err(|source| SheetsError::Sheet { file: file.clone(), source })?;
    }
    let (name, map) = reading.map(&book)?;
    let (folder, loaded) = target.held(place)?;
    let (draft, summary) = sheets::read(book, &file, &map, &Held::of(&loaded));
    let how = if reading.map.is_some() { "" } else { ", whose labels fit best: --map names another" };
    let first = format!("{file}, read with the map `{name}` ({}){how}", summary.map);
    let told = |console: &Console| {
        console.note(&first);
        tell(&summary, console);
        console.note("");
    };
    target.put_among(draft, &file, &folder, loaded, &told, console)
}

/// How the sheets were read; the account of the cells follows.
fn tell(summary: &Summary, console: &Console) {
    let Summary { sheets: (read, passed), cells, heads, tally, found, .. } = summary;
    console.note(&format!(
        "{} with {} in {}, {heads} of them heads and labels",
        count(tally.rows, "row", "rows"),
        count(*cells, "cell", "cells"),
        count(*read, "sheet", "sheets")
    ));
    if tally.elsewhere > 0 {
        let cells = count(tally.elsewhere, "cell", "cells");
        console.note(&format!("{cells} passed over: another column or sheet says the same"));
    }
    let names = |names: Vec<String>| {
        let more = names.len().saturating_sub(MOST_NAMED);
        let shown = names.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        if more > 0 { format!("{shown} and {more} more") } else { shown }
    };
    if !tally.notes.is_empty() {
        // Those with most cells first, and none of the others uncounted.
        let mut heads: Vec<(&str, usize)> =
            tally.notes.iter().map(|(head, cells, _)| (head.as_str(), *cells)).collect();
        heads.sort_by_key(|(_, cells)| std::cmp::Reverse(*cells));
        let rest: usize = heads.iter().skip(MOST_NAMED).map(|(_, cells)| cells).sum();
        let rest = if rest > 0 { format!(", with {}", count(rest, "cell", "cells")) } else { String::new() };
        let heads = heads.into_iter().map(|(head, cells)| format!("`{head}` ({cells})")).collect();
        console.note(&format!("kept as notes, under their heads: {}{rest}", names(heads)));
    }
    if tally.paired > 0 {
        let activities = count(tally.paired, "activity", "activities");
        console.note(&format!("{activities} over several rows: each purpose has the legal bases of its own row"));
    }
    if !passed.is_empty() {
        let sheets = passed.iter().map(|name| format!("`{name}`")).collect();
        console.note(&format!("sheets in which nothing fits: {}", names(sheets)));
    }
    if *found > 0 {
        let records = count(*found, "shared record", "shared records");
        console.note(&format!("{records} found in the registry by their names"));
    }
}
