//! For the comment of a pull request or merge request: a list that opens, in words that stay harmless.

use std::fmt::Write;

use super::listing::severity;
use super::{Diagnostic, Listing};
use crate::markdown;

/// GitHub takes 65,536 characters in a comment; what else is told there has room beside this.
const MOST: usize = 20_000;

/// How many findings there are, and each with its place, its reasons and what to do. Findings that have no
/// room are counted.
pub fn render(listing: &Listing<'_>) -> String {
    let all = listing.diagnostics;
    if all.is_empty() {
        return "Nothing is found.\n".to_owned();
    }
    let many = if all.len() == 1 { "1 finding".to_owned() } else { format!("{} findings", all.len()) };
    let mut text = format!("<details>\n<summary>{many}</summary>\n\n");
    let mut left = all.len();
    for one in all {
        let line = line(one, listing);
        if text.len() + line.len() > MOST {
            break;
        }
        text.push_str(&line);
        left -= 1;
    }
    if left > 0 {
        let _ = writeln!(text, "\nand {left} more, which `ropa check` shows");
    }
    text + "\n</details>\n"
}

fn line(one: &Diagnostic, listing: &Listing<'_>) -> String {
    let at = listing.place(one);
    let words = |text: &str| markdown::harmless(&markdown::escape(text));
    let mut line = format!("- **{}** {}", severity(one.severity), words(&one.message));
    let _ = write!(line, " ({}, {}:{})", words(one.name), words(&at.path), at.line);
    for more in one.notes.iter().chain(&one.help) {
        let _ = write!(line, "<br>{}", words(more));
    }
    line.push('\n');
    line
}
