//! Words in HTML.

use super::super::spreadsheet::clean;

/// Adds words to HTML, in an element or in a quoted attribute.
pub(super) fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// Words as HTML, without the control characters that it cannot hold.
pub(super) fn escaped(words: &str) -> String {
    let clean = clean(words);
    let mut out = String::with_capacity(clean.len());
    escape(&clean, &mut out);
    out
}
