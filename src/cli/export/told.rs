//! What is said of an export: where it is, and what the register could not fill.

use std::collections::BTreeMap;

use clap::Args;

use super::register::Register;
use crate::cli::Console;
use crate::cli::check::count;
use crate::cli::judging::{self, Format};
use crate::diagnostic::{Listing, Rule, Severity};
use crate::export::tables::{EMPTY, LEFT_OUT, NO_FIELD, Unfilled};

/// How what the register could not fill is told.
#[derive(Debug, Clone, Args)]
pub(super) struct Findings {
    /// Tell every cell that could not be filled, as `ropa check` does [default: a line per column]
    #[arg(long, value_name = "FORMAT")]
    findings: Option<Format>,
}

/// Why findings cannot be told.
#[derive(Debug, thiserror::Error)]
#[error("the export is printed, and the findings would stand between: name a file with --out")]
struct Between;

impl Findings {
    /// Whether they are printed for programs, so that nothing else may stand there.
    pub(super) fn are_for_programs(&self) -> bool {
        self.findings.is_some_and(|format| format != Format::Human)
    }

    /// Refuses to print findings for programs beside an export that is printed.
    pub(super) fn refuse_beside(&self, is_printed: bool) -> Result<(), Box<dyn std::error::Error>> {
        if is_printed && self.are_for_programs() { Err(Between.into()) } else { Ok(()) }
    }

    /// Says what was written.
    pub(super) fn written(&self, what: &str, console: &Console) {
        let line = format!("written: {what}");
        if self.are_for_programs() { console.note(&line) } else { console.say(&line) }
    }

    /// Tells what could not be filled.
    pub(super) fn tell(&self, unfilled: &Unfilled, register: &Register, console: &Console) -> serde_json::Result<()> {
        if let Some(format) = self.findings {
            let listing = Listing {
                diagnostics: &unfilled.diagnostics,
                waived: &[],
                sources: register.sources(),
                rules: rules(),
            };
            judging::show(&listing, format, register.as_of, console)?;
        }
        if self.findings.is_none() {
            summed_up(unfilled).iter().for_each(|line| console.note(line));
        }
        if unfilled.missing > 0 {
            let cells = count(unfilled.missing, "required cell is", "required cells are");
            console.note(&format!("{cells} empty; the last sheet lists them, and so does --findings human"));
        }
        Ok(())
    }
}

/// A line for each column that lacks cells, and one that names those that no record can fill.
fn summed_up(unfilled: &Unfilled) -> Vec<String> {
    let mut by_column: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in unfilled.diagnostics.iter().filter(|one| one.name == EMPTY) {
        *by_column.entry(&diagnostic.message).or_default() += 1;
    }
    let mut lines: Vec<String> = by_column
        .into_iter()
        .map(|(message, times)| if times > 1 { format!("{message} ({times} records)") } else { message.to_owned() })
        .collect();
    if !unfilled.by_hand.is_empty() {
        let columns = count(unfilled.by_hand.len(), "column", "columns");
        let names: Vec<String> = unfilled.by_hand.iter().map(|name| format!("`{name}`")).collect();
        lines.push(format!("{columns} to fill in by hand, as no record can: {}", names.join(", ")));
    }
    if !unfilled.left_out.is_empty() {
        let activities = count(unfilled.left_out.len(), "activity is", "activities are");
        let names: Vec<String> = unfilled.left_out.iter().map(|name| format!("`{name}`")).collect();
        lines.push(format!(
            "{activities} not in this list for the public (--findings human says why): {}",
            names.join(", ")
        ));
    }
    lines
}

/// What outputs say about these findings.
fn rules() -> Vec<Rule> {
    let rule = |name, summary: &str, page: &str| Rule {
        name,
        summary: summary.to_owned(),
        page: page.to_owned(),
        severity: Some(Severity::Warning),
    };
    vec![
        rule(
            EMPTY,
            "A profile requires what the register does not say",
            "A column of the profile takes facts of the register, and for this record there are none. Write them into \
             the record, or into the export by hand.",
        ),
        rule(
            NO_FIELD,
            "A profile has a column that the register has no field for",
            "The layout asks for something that no record holds. Fill the column in by hand where it applies.",
        ),
        rule(
            LEFT_OUT,
            "An activity is not in a list for the public",
            "Lists that everybody can read hold no activity that is kept out of notices, has ended or has not begun. A \
             duty to publish an inventory may know no such exception.",
        ),
    ]
}

/// Says where a file is.
pub(super) fn written(path: Option<String>, console: &Console) {
    if let Some(path) = path {
        console.say(&format!("written: {path}"));
    }
}
