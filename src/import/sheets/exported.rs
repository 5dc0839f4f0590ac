//! Files that our own exports write, in whatever profile: they are told by the sheet that explains the columns.

use super::book::{Book, Grid};
use super::fold::fold;
use super::words::WORDS;
use crate::export::profile::texts;

/// Profiles whose cells a map reads back.
const READ_BACK: [&str; 4] = ["register", "cnil", "garante", "ico"];
/// Those of them whose blocks a file per table takes apart.
const IN_ONE_FILE: [&str; 1] = ["cnil"];

/// A profile of the program with which a file was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// The name of the profile.
    pub profile: &'static str,
    /// Whether the export was a file for each table.
    in_tables: bool,
}

impl Exported {
    /// Finds the profile in the legend of an export; nothing where the file is somebody else's.
    pub fn of(book: &Book) -> Option<Exported> {
        let legends: Vec<&Grid> = book.sheets.iter().filter(|grid| is_named(grid, &WORDS.legends)).collect();
        let profile = legends.iter().find_map(|grid| profile(grid))?;
        // Tables of one sheet are files of their own, of which the second has a number.
        Some(Exported { profile, in_tables: legends.len() > 1 })
    }

    /// Whether the maps of the program read such a file.
    pub fn is_read_back(self) -> bool {
        READ_BACK.contains(&self.profile) && !(self.in_tables && IN_ONE_FILE.contains(&self.profile))
    }
}

/// Whether a sheet of an export says nothing that a record holds: what its columns mean, and which cells are
/// empty.
pub(super) fn is_about_it(grid: &Grid) -> bool {
    is_named(grid, &WORDS.legends) || is_named(grid, &WORDS.not_filled)
}

/// Whether a sheet has one of these names, perhaps with a number behind it.
fn is_named(grid: &Grid, names: &[String]) -> bool {
    let name = fold(&grid.name);
    let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    names.iter().any(|one| one == name)
}

/// The profile that a legend names, in one of the lines below its heading.
fn profile(legend: &Grid) -> Option<&'static str> {
    let named = legend.rows.iter().take(6).filter_map(|row| match row.cells.as_slice() {
        [_, name] => Some(name.text.as_str()),
        _ => None,
    });
    let known = |name: &str| texts().iter().map(|(own, _)| *own).find(|own| *own == name);
    named.into_iter().find_map(known)
}
