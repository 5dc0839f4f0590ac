//! Workflow commands that GitHub shows beside the lines of a pull request.

use std::fmt::Write;

use super::{Listing, Severity};

/// One `::error` or `::warning` command per diagnostic.
pub fn render(listing: &Listing<'_>) -> String {
    listing.diagnostics.iter().fold(String::new(), |mut text, one| {
        let at = listing.place(one);
        let command = match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut message = one.message.clone();
        for note in one.notes.iter().chain(&one.help) {
            message.push('\n');
            message.push_str(note);
        }
        // GitHub takes columns only where the place is within one line.
        let columns = if at.line == at.end_line && at.end_column > at.column {
            format!(",col={},endColumn={}", at.column, at.end_column)
        } else {
            format!(",col={}", at.column)
        };
        let _ = writeln!(
            text,
            "::{command} file={},line={},endLine={}{columns},title={}::{}",
            property(&at.path),
            at.line,
            at.end_line,
            property(one.name),
            data(&message)
        );
        text
    })
}

/// A message may hold anything but the end of its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property, what separates properties has to be written otherwise too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
