//! E-mail addresses with their characters escaped, so that the bytes of a file do not hold them.
//!
//! Each format has an escape of its own, which everything that reads the format undoes: browsers
//! and screen readers show the address, people copy it, its link works, parsers of JSON get it.
//! Programs that search bytes for `name@host` find none. Those that read pages as browsers do still
//! find it: without a script nothing helps against them that would not also hinder people.

use std::fmt::Write;

/// What escapes a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Character references.
    Html,
    /// Character references; an address in angle brackets becomes a link that can hold them. Text
    /// in code spans would show the references.
    Markdown,
    /// Escapes in strings.
    Json,
}

impl Format {
    fn escape(self, out: &mut String, address: &str) {
        // In Markdown a backslash before a character is no part of the address.
        for c in address.chars().filter(|c| *c != '\\') {
            let mut units = [0; 2];
            let _ = match self {
                Format::Html | Format::Markdown => write!(out, "&#{};", u32::from(c)),
                Format::Json => c.encode_utf16(&mut units).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}")),
            };
        }
    }

    fn is_local(self, c: char) -> bool {
        c.is_alphanumeric() || "._%+-~".contains(c) || (self == Format::Markdown && c == '\\')
    }
}

/// The text with its addresses escaped.
pub(super) fn obfuscated(text: &str, format: Format) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, behind) = (&rest[..at], &rest[at + 1..]);
        let local = before.len() - before.trim_end_matches(|c| format.is_local(c)).len();
        let host = host(behind);
        let (before, start) = before.split_at(at - local);
        let (end, after) = behind.split_at(host);
        if local == 0 || host == 0 {
            out.push_str(before);
            out.push_str(start);
            out.push('@');
            rest = behind;
            continue;
        }
        let address = format!("{start}@{end}");
        match bracketed(before, after).filter(|_| format == Format::Markdown) {
            Some((before, after)) => {
                out.push_str(before);
                let mut escaped = String::new();
                format.escape(&mut escaped, &address);
                let _ = write!(out, "[{escaped}](mailto:{escaped})");
                rest = after;
            }
            None => {
                out.push_str(before);
                format.escape(&mut out, &address);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The bytes of a name of a host with a dot in it, at the start of a text; a stop behind it ends a
/// sentence.
fn host(text: &str) -> usize {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')).unwrap_or(text.len());
    let name = text[..end].trim_end_matches(['.', '-']);
    if name.contains('.') { name.len() } else { 0 }
}

/// What stands around an address in angle brackets, unless they are those of the target of a link.
fn bracketed<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let after = after.strip_prefix('>')?;
    let before = before.strip_suffix("mailto:").unwrap_or(before).strip_suffix('<')?;
    (!before.ends_with("](")).then_some((before, after))
}

#[cfg(test)]
mod tests {
    use super::{Format, obfuscated};
    use crate::markdown;

    #[test]
    fn addresses_are_escaped_and_read_the_same() {
        let html = markdown::inline(&markdown::mail("a.b@example.org"));
        let hidden = obfuscated(html.as_str(), Format::Html);
        assert!(!hidden.contains("example") && !hidden.contains('@'), "{hidden}");
        assert_eq!(hidden.matches("&#64;").count(), 2, "{hidden}");

        let json = obfuscated(r#"{"email":"a.b@example.org"}"#, Format::Json);
        assert!(!json.contains("example"), "{json}");
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["email"], "a.b@example.org");

        for written in [
            "write to a\\_b@example.org.",
            "<a_b@example.org>",
            "[mail](<mailto:a_b@example.org>)",
            "<mailto:a_b@example.org>",
        ] {
            let hidden = obfuscated(written, Format::Markdown);
            assert!(!hidden.contains("example"), "{hidden}");
            let html = markdown::prose(&hidden);
            assert!(html.as_str().contains("a_b@example.org"), "{hidden}: {}", html.as_str());
        }
    }

    #[test]
    fn what_is_no_address_stays() {
        for text in ["a@", "@b.example", "a @ b", "a@localhost", "", "cost @ 3.5"] {
            assert_eq!(obfuscated(text, Format::Html), text);
        }
    }
}
