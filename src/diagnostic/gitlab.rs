//! GitLab's code quality report: a JSON list in the subset of the Code Climate format it reads.

use serde::Serialize;

use super::{Listing, Severity};

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The report.
///
/// # Errors
/// Never in practice: everything in it is text and numbers.
pub fn render(listing: &Listing<'_>) -> serde_json::Result<String> {
    let issues: Vec<Issue<'_>> = listing
        .diagnostics
        .iter()
        .zip(listing.fingerprints())
        .map(|(one, fingerprint)| {
            let at = listing.place(one);
            Issue {
                description: &one.message,
                check_name: one.name,
                fingerprint,
                severity: match one.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                },
                location: Location { path: at.path, lines: Lines { begin: at.line, end: at.end_line } },
            }
        })
        .collect();
    serde_json::to_string_pretty(&issues)
}
