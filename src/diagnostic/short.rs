//! One line per diagnostic, as compilers and editors know it.

use std::fmt::Write;

use super::Listing;
use super::listing::severity;

/// `registry/retention.toml:3:1: warning: retention-vague: message`
pub fn render(listing: &Listing<'_>) -> String {
    listing.diagnostics.iter().fold(String::new(), |mut text, one| {
        let at = listing.place(one);
        let _ = writeln!(
            text,
            "{}:{}:{}: {}: {}: {}",
            at.path,
            at.line,
            at.column,
            severity(one.severity),
            one.name,
            one.message
        );
        text
    })
}
