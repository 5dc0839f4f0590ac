//! What is said of an export: where it is, and what the register could not fill.

use std::collections::BTreeMap;

use clap::Args;

use super::register::Register;
use crate::cli::Console;
use crate::cli::check::count;
use crate::cli::judging::{self, Format};
use crate::diagnostic::{Diagnostic, Listing, Rule, Severity};
use crate::export::tables::Unfilled;

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
                rules: vec![rule()],
            };
            judging::show(&listing, format, register.as_of, console)?;
        }
        if self.findings.is_none() {
            summed_up(&unfilled.diagnostics).iter().for_each(|line| console.note(line));
        }
        if unfilled.missing > 0 {
            let cells = count(unfilled.missing, "required cell is", "required cells are");
            console.note(&format!("{cells} empty; the last sheet lists them, and so does --findings human"));
        }
        Ok(())
    }
}

/// A line for each column; those that no record can fill are named together.
fn summed_up(diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut by_column: BTreeMap<&str, (usize, &Diagnostic)> = BTreeMap::new();
    for diagnostic in diagnostics {
        by_column.entry(&diagnostic.message).or_insert((0, diagnostic)).0 += 1;
    }
    let line = |(message, (times, first)): (&str, (usize, &Diagnostic))| match first.record {
        Some(_) if times > 1 => format!("{message} ({times} records)"),
        Some(_) => message.to_owned(),
        None => format!("{message}: {}", first.notes.join("; ")),
    };
    by_column.into_iter().map(line).collect()
}

/// What outputs say about these findings.
fn rule() -> Rule {
    Rule {
        name: "export-unfilled",
        summary: "A profile requires what the register does not say".to_owned(),
        page: "A column of the profile takes facts of the register, and for this record there are none. Write them \
               into the record, or into the export by hand."
            .to_owned(),
        severity: Some(Severity::Warning),
    }
}

/// Says where a file is.
pub(super) fn written(path: Option<String>, console: &Console) {
    if let Some(path) = path {
        console.say(&format!("written: {path}"));
    }
}
