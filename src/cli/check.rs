//! `ropa check`.

use clap::Args;

use super::workplace::Workplace;
use super::{Console, DONE, FINDINGS, Outcome};
use crate::reading::Reading;

/// Check the records and report every problem.
///
/// Reads every file of the registry, reports all problems in one run, and writes nothing.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa check
  ropa check --registry path/to/registry

Exit codes: 0 no findings, 1 findings, 2 could not run")]
pub(super) struct Check {}

impl Check {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let reading = place.read()?;
        console.diagnostics(&reading.diagnostics, &reading.sources);
        console.note(&summary(&reading, console));
        Ok(leave(reading))
    }
}

/// The exit code that a registry earns. The program ends with it, so the registry is left to the
/// system, which takes a million small pieces back faster than they can be handed over.
pub(super) fn leave(reading: Reading) -> u8 {
    let code = if reading.is_broken() { FINDINGS } else { DONE };
    std::mem::forget(reading);
    code
}

/// One line: how many records, how many problems in how many files.
pub(super) fn summary(reading: &Reading, console: &Console) -> String {
    let records = count(reading.registry.len(), "record", "records");
    if reading.diagnostics.is_empty() {
        return format!("{records} checked: no problems found");
    }
    let mut files: Vec<_> = reading.diagnostics.iter().map(|diagnostic| diagnostic.primary.span.file).collect();
    files.sort_unstable();
    files.dedup();
    format!(
        "{}: {} in {}, {records} checked",
        console.bold_red("error"),
        count(reading.diagnostics.len(), "problem", "problems"),
        count(files.len(), "file", "files"),
    )
}

/// A number with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
