//! `ropa check`.

use chrono::NaiveDate;
use clap::Args;
use similar::TextDiff;

use super::baseline::{Baseline, Known};
use super::judging::{Format, Judged, LevelOptions, is_on};
use super::past::At;
use super::workplace::Workplace;
use super::{Console, DONE, FINDINGS, Outcome, file};
use crate::diagnostic::Severity;
use crate::fix::{self, Fixed};
use crate::history::HistoryError;
use crate::lint::levels::Overrides;
use crate::lint::words;
use crate::reading::Reading;

/// Check the records against each other and against the law, and report every problem.
///
/// Reads every file of the registry, reports all problems in one run, and writes nothing. Mistakes in
/// the files are always errors; what the lints find has a level: `allow`, `warn` or `deny`. Levels are
/// set in `[lints]` of registry.toml and with the options below. `ropa explain NAME` says what a lint
/// asks and why; a waiver in a record accepts a finding for a while.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa check
  ropa check --registry path/to/registry
  ropa check --deny warnings
  ropa check -D purpose-vague -A guidance
  ropa check --format sarif > findings.sarif
  ropa check --as-of 2020-07-15
  ropa check --at 2026-03-31
  ropa check --since main --format markdown
  ropa check --fix --dry-run
  ropa check --write-baseline

Exit codes: 0 nothing at deny level, 1 findings at deny level, 2 could not run")]
pub(super) struct Check {
    #[command(flatten)]
    levels: LevelOptions,

    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,

    /// Mend what needs no decision, with comments and formatting kept, and report the rest
    #[arg(long, conflicts_with_all = ["write_baseline", "at"])]
    fix: bool,

    /// With --fix: print the changes as a diff, and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,

    /// Accept everything the lints find today; from then on only new findings are shown
    #[arg(long, conflicts_with = "at")]
    write_baseline: bool,

    /// Only what was not found before: at a commit, branch or tag, or at the end of a day. Both states are
    /// judged as of the same day
    #[arg(long, value_name = "REV|DATE", conflicts_with_all = ["write_baseline", "fix", "at"])]
    since: Option<String>,

    #[command(flatten)]
    at: At,
}

impl Check {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let place = &self.at.place(place, console)?;
        let as_of = place.as_of()?;
        let reading = place.read()?;
        let overrides = self.levels.overrides();
        if self.write_baseline {
            if reading.is_broken() {
                console.diagnostics(&reading.diagnostics, &reading.sources);
                return Err("records with mistakes are not judged; mend them first, then write the baseline".into());
            }
            let folder = place.folder()?;
            let before = Baseline::of(&folder)?;
            let judged = Judged::new(&reading, as_of, &overrides, Baseline::default());
            let ran = |known: &Known| is_on(&judged.verdict.levels, known);
            let kept = before.unasked(ran);
            let gone = before.take_out(&mut judged.verdict.findings.clone(), &reading.sources, ran).gone;
            for known in &gone {
                console.note(&format!("no longer found: {}: {}", known.lint, known.message));
            }
            let written = Baseline::write(&folder, &judged.verdict.findings, kept, &reading.sources)?;
            console.say(&match written {
                0 => "nothing is found: there is no baseline".to_owned(),
                _ => format!("{} in the baseline of {}", count(written, "finding", "findings"), reading.sources.root),
            });
            return Ok(leave(reading, DONE));
        }
        let mut reading = reading;
        let baseline = match &self.since {
            Some(since) => found_before(since, place, as_of, &overrides, console)?,
            None => place.baseline()?,
        };
        let mut judged = Judged::new(&reading, as_of, &overrides, baseline);
        if self.fix {
            let fixed = fix::apply(&judged.shown, &reading.sources);
            if self.dry_run {
                console.raw(diff(&fixed, &reading).as_bytes());
                console.note(&format!("{} would be made", count(fixed.made, "fix", "fixes")));
                return Ok(leave(reading, DONE));
            }
            let folder = place.folder()?;
            for (path, text) in &fixed.texts {
                file::update(&folder.join(path), text)?;
            }
            console.note(&format!(
                "{} made in {}",
                count(fixed.made, "fix", "fixes"),
                count(fixed.texts.len(), "file", "files")
            ));
            reading = place.read()?;
            judged = Judged::new(&reading, as_of, &overrides, Baseline::of(&folder)?);
        }
        judged.show(&reading, self.format, as_of, console)?;
        console.note(&summary(&reading, &judged, console));
        let code = if judged.denies(&reading) { FINDINGS } else { DONE };
        Ok(leave(reading, code))
    }
}

/// What is found in the records as they were, judged as of the day on which those of now are.
fn found_before(
    since: &str,
    place: &Workplace,
    as_of: NaiveDate,
    overrides: &Overrides,
    console: &Console,
) -> Result<Baseline, Box<dyn std::error::Error>> {
    let before = match At::of(since).place(&Workplace { as_of: Some(as_of), ..place.clone() }, console) {
        // Before the commit that adds the registry nothing was found.
        Err(error @ HistoryError::NoRegistry { .. }) => {
            console.note(&format!("{error}; all findings are new"));
            return Ok(Baseline::default());
        }
        before => before?,
    };
    let reading = before.read()?;
    let found = Judged::new(&reading, as_of, overrides, Baseline::default());
    let known = Baseline::of_findings(&found.verdict.findings, &reading.sources);
    leave(reading, DONE);
    Ok(known)
}

/// The changes as a unified diff, as `patch` and `git apply` read it.
fn diff(fixed: &Fixed, reading: &Reading) -> String {
    let mut text = String::new();
    for (_, source) in reading.sources.iter() {
        let Some(after) = fixed.texts.get(&source.path) else { continue };
        let path = format!("{}/{}", reading.sources.root, source.path);
        let diff = TextDiff::from_lines(source.text.as_str(), after.as_str());
        text.push_str(&diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string());
    }
    text
}

/// Ends with this exit code. The registry is left to the system, which takes a million small pieces
/// back faster than they can be handed over.
pub(super) fn leave(reading: Reading, code: u8) -> u8 {
    std::mem::forget(reading);
    code
}

/// One line: how many records, how many errors and warnings in how many files, what was set aside.
pub(super) fn summary(reading: &Reading, judged: &Judged, console: &Console) -> String {
    let records = count(reading.registry.len(), "record", "records");
    let mut aside = Vec::new();
    if !judged.verdict.waived.is_empty() {
        aside.push(format!("{} waived", judged.verdict.waived.len()));
    }
    if judged.baseline.is_past {
        aside.push(format!("{} found before too", judged.baseline.taken));
        aside.push(format!("{} found no longer", judged.baseline.gone.len()));
    } else if judged.baseline.taken > 0 {
        aside.push(format!("{} in the baseline", judged.baseline.taken));
    }
    if !judged.baseline.gone.is_empty() && !judged.baseline.is_past {
        let gone = count(judged.baseline.gone.len(), "entry", "entries");
        aside.push(format!("{gone} of the baseline found no longer: `ropa check --write-baseline` removes them"));
    }
    let mut after = String::new();
    if judged.verdict.unjudged > 0 {
        let (records, were) = match judged.verdict.unjudged {
            1 => ("1 record".to_owned(), "was"),
            many => (format!("{many} records"), "were"),
        };
        after.push_str(&format!("\n{records} with mistakes {were} not judged by the lints"));
    }
    let language = reading.registry.settings.language.text().unwrap_or("en");
    if !words::speaks(language) {
        after.push_str(&format!("\nthere are no word lists for `{language}`: lints that look for words are silent"));
    }
    let aside = if aside.is_empty() { String::new() } else { format!(" ({})", aside.join(", ")) };
    if judged.shown.is_empty() {
        return format!("{records} checked: no problems found{aside}{after}");
    }
    let mut files: Vec<_> = judged.shown.iter().map(|diagnostic| diagnostic.primary.span.file).collect();
    files.sort_unstable();
    files.dedup();
    let (errors, warnings) = (judged.count(Severity::Error), judged.count(Severity::Warning));
    let counts = match (errors, warnings) {
        (0, warnings) => count(warnings, "warning", "warnings"),
        (errors, 0) => count(errors, "error", "errors"),
        (errors, warnings) => {
            format!("{} and {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
        }
    };
    let in_files = count(files.len(), "file", "files");
    let counts = if errors > 0 { console.bold_red(&counts) } else { counts };
    format!("{records} checked: {counts} in {in_files}{aside}{after}")
}

/// A number with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
