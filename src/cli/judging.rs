//! What `check` and `build` share: levels on the command line, the baseline, what is shown.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::Console;
use super::baseline::{Baseline, Known};
use crate::diagnostic::{self, Diagnostic, Listing, Rule, Severity, github, gitlab, json, markdown, sarif, short};
use crate::law;
use crate::lint;
use crate::lint::levels::{Levels, Overrides, Target};
use crate::lint::pass::{Verdict, judge};
use crate::reading::Reading;
use crate::record::settings::Level;

/// Levels for this run; they win over those in `registry.toml`.
#[derive(Debug, Args)]
pub(super) struct LevelOptions {
    /// End with exit code 1 if this lint or group finds something; `warnings` means all that warn
    #[arg(short = 'D', long = "deny", value_name = "LINT", value_parser = target)]
    deny: Vec<Target>,

    /// Show what this lint or group finds
    #[arg(short = 'W', long = "warn", value_name = "LINT", value_parser = target)]
    warn: Vec<Target>,

    /// Leave out what this lint or group finds
    #[arg(short = 'A', long = "allow", value_name = "LINT", value_parser = target)]
    allow: Vec<Target>,
}

fn target(name: &str) -> Result<Target, String> {
    Target::of(name)
}

impl LevelOptions {
    /// A lint wins over its group; of two levels for the same, the graver one.
    pub(super) fn overrides(&self) -> Overrides {
        let of = |targets: &[Target], level| targets.iter().map(move |target| (*target, level)).collect::<Vec<_>>();
        let levels = [(&self.allow, Level::Allow), (&self.warn, Level::Warn), (&self.deny, Level::Deny)];
        Overrides(levels.into_iter().flat_map(|(targets, level)| of(targets, level)).collect())
    }
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines at fault, the reason and what to write, on standard error
    Human,
    /// One line each, as compilers and editors know it
    Short,
    /// JSON, for programs; `ropa schema findings` describes it
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands that GitHub shows in a pull request
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// Markdown, for the comment of a pull request or merge request
    Markdown,
}

/// A registry, judged.
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    /// What is shown: mistakes in the files, then findings, in the order of files and places.
    pub(super) shown: Vec<Diagnostic>,
    pub(super) baseline: Baseline,
}

impl Judged {
    /// Runs the lints and takes out what the baseline knows.
    pub(super) fn new(reading: &Reading, as_of: NaiveDate, overrides: &Overrides, baseline: Baseline) -> Judged {
        let mut verdict = judge(reading, as_of, overrides);
        let levels = verdict.levels.clone();
        let ran = |known: &Known| !reading.is_broken() && is_on(&levels, known);
        let baseline = baseline.take_out(&mut verdict.findings, &reading.sources, ran);
        let mut shown = verdict.diagnostics(&reading.diagnostics);
        diagnostic::sort(&mut shown, &reading.sources);
        Judged { verdict, shown, baseline }
    }

    /// Whether something stands at deny level.
    pub(super) fn denies(&self, reading: &Reading) -> bool {
        reading.is_broken() || self.verdict.denies()
    }

    pub(super) fn count(&self, severity: Severity) -> usize {
        self.shown.iter().filter(|one| one.severity == severity).count()
    }

    /// Shows everything: for people on standard error, for programs on standard output.
    pub(super) fn show(
        &self,
        reading: &Reading,
        format: Format,
        as_of: NaiveDate,
        console: &Console,
    ) -> serde_json::Result<()> {
        let waived: Vec<Diagnostic> = self.verdict.waived.iter().map(|finding| finding.diagnostic.clone()).collect();
        let listing = Listing {
            diagnostics: &self.shown,
            waived: &waived,
            sources: &reading.sources,
            rules: rules(&self.verdict),
        };
        show(&listing, format, as_of, console)
    }
}

/// Shows diagnostics: for people on standard error, for programs on standard output.
pub(super) fn show(
    listing: &Listing<'_>,
    format: Format,
    as_of: NaiveDate,
    console: &Console,
) -> serde_json::Result<()> {
    let text = match format {
        Format::Human => {
            console.diagnostics(listing.diagnostics, listing.sources);
            return Ok(());
        }
        Format::Short => short::render(listing),
        Format::Github => github::render(listing),
        Format::Json => json::render(listing, law::version(), &as_of.to_string())? + "\n",
        Format::Sarif => sarif::render(listing)? + "\n",
        Format::Gitlab => gitlab::render(listing)? + "\n",
        Format::Markdown => markdown::render(listing),
    };
    console.raw(text.as_bytes());
    Ok(())
}

/// Whether the lint of a known finding runs at these levels; one that is no more does not.
pub(super) fn is_on(levels: &Levels, known: &Known) -> bool {
    lint::find(&known.lint).is_none_or(|lint| levels.of(lint).level != Level::Allow)
}

/// What outputs say about the lints, at the levels of this run.
fn rules(verdict: &Verdict) -> Vec<Rule> {
    let rule = |lint: &&'static lint::Lint| {
        let level = verdict.levels.of(lint).level;
        Rule {
            name: lint.name,
            summary: lint.summary(),
            page: lint.page(),
            severity: (level != Level::Allow).then(|| level.severity()),
        }
    };
    lint::ALL.iter().map(rule).collect()
}
