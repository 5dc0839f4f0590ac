//! What is said of an export: where it is, and what the register could not fill.

use std::collections::BTreeMap;

use clap::Args;

use super::register::Register;
use crate::cli::Console;
use crate::cli::check::count;
use crate::cli::judging::{self, Format};
use crate::diagnostic::{Listing, Rule, Severity};
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
    /// Refuses to print findings for programs beside an export that is printed.
    pub(super) fn refuse_beside(&self, is_printed: bool) -> Result<(), Box<dyn std::error::Error>> {
        let for_programs = self.findings.is_some_and(|format| format != Format::Human);
        if is_printed && for_programs { Err(Between.into()) } else { Ok(()) }
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
        // Columns that no record can fill have their own message, and no count.
        let mut by_column: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in &unfilled.diagnostics {
            *by_column.entry(&diagnostic.message).or_default() += 1;
        }
        if self.findings.is_none() {
            for (message, times) in by_column {
                console.note(&format!("{message}{}", if times > 1 { format!(" ({times} times)") } else { String::new() }));
            }
        }
        if unfilled.missing > 0 {
            let cells = count(unfilled.missing, "required cell is", "required cells are");
            console.note(&format!("{cells} empty; the last sheet lists them, and so does --findings human"));
        }
        Ok(())
    }
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
