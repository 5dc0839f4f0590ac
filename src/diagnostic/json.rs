//! Diagnostics as JSON, for programs. `ropa schema findings` prints its JSON Schema.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Label, Listing, Severity};
use crate::source::Span;

/// What `ropa check --format json` prints. Fields may be added within a version.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Findings {
    /// Version of this format: 1.
    pub format: u32,
    /// Version of the program.
    pub program: String,
    /// Date of the legal data it knows, `YYYY-MM-DD`.
    pub legal_data: String,
    /// The day on which dates were judged, `YYYY-MM-DD`.
    pub as_of: String,
    /// What was found, in the order of files and places.
    pub findings: Vec<Finding>,
}

/// One finding.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Finding {
    /// The lint, or the name of a mistake in the files.
    pub name: String,
    /// `error` or `warning`.
    pub severity: Grade,
    /// The record it is about: its kind and its id, `activities/newsletter`.
    pub record: Option<String>,
    /// What is wrong, in one line.
    pub message: String,
    /// The place at fault.
    pub at: At,
    /// Other places that matter.
    pub related: Vec<At>,
    /// Why it matters.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// A name of this finding that stays when lines move.
    pub fingerprint: String,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// It makes the command end with exit code 1.
    Error,
    /// It does not.
    Warning,
}

/// A place in a file. Lines and columns count from 1, in characters; bytes from 0.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct At {
    /// Path with `/`.
    pub path: String,
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// The column after the last.
    pub end_column: usize,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// What is said about the place; may be empty.
    pub label: String,
}

/// The findings as JSON.
///
/// # Errors
/// Never in practice: everything in it is text and numbers.
pub fn render(listing: &Listing<'_>, legal_data: &str, as_of: &str) -> serde_json::Result<String> {
    let findings = listing.diagnostics.iter().zip(listing.fingerprints()).map(|(one, fingerprint)| Finding {
        name: one.name.to_owned(),
        severity: match one.severity {
            Severity::Error => Grade::Error,
            Severity::Warning => Grade::Warning,
        },
        record: one.record.clone(),
        message: one.message.clone(),
        at: at(listing, &one.primary),
        related: one.related.iter().map(|label| at(listing, label)).collect(),
        notes: one.notes.clone(),
        help: one.help.clone(),
        fingerprint,
    });
    serde_json::to_string_pretty(&Findings {
        format: 1,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        legal_data: legal_data.to_owned(),
        as_of: as_of.to_owned(),
        findings: findings.collect(),
    })
}

/// The JSON Schema of what [`render`] writes.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Findings).to_value()
}

fn at(listing: &Listing<'_>, label: &Label) -> At {
    let Span { file, start, end } = label.span;
    let source = listing.sources.get(file);
    let ((line, column), (end_line, end_column)) = (source.position(start), source.position(end));
    let path = listing.sources.shown_path(file);
    At { path, line, column, end_line, end_column, start, end, label: label.text.clone() }
}
