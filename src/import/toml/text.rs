//! Keys and texts of TOML.

use std::fmt::Write;

/// A key: bare where TOML allows it.
pub(super) fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { basic(name) }
}

/// A text on one line. Quotes and backslashes stand as they are where nothing else has to be escaped.
pub(super) fn quoted(text: &str) -> String {
    let plain = !text.contains('\'') && !text.chars().any(char::is_control);
    if plain && text.contains(['"', '\\']) { format!("'{text}'") } else { basic(text) }
}

/// A text with line breaks, between triple quotes.
pub(super) fn paragraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str("\"\"\"\n");
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => out.push('\n'),
            // A blank at the end of a line is what editors take away.
            ' ' | '\t' if letters.peek() == Some(&'\n') => escape(&mut out, letter, true),
            // Quotes are rare in rows, and at the end they would join those that close the text.
            '"' if out.ends_with('"') || letters.peek().is_none() => out.push_str("\\\""),
            '"' => out.push('"'),
            letter => escape(&mut out, letter, false),
        }
    }
    out.push_str("\"\"\"");
    out
}

fn basic(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    text.chars().for_each(|letter| escape(&mut out, letter, false));
    out.push('"');
    out
}

/// A letter between quotes; `always` in a form that cannot be overlooked.
fn escape(out: &mut String, letter: char, always: bool) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        letter if always || letter.is_control() => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04X}", u32::from(letter));
        }
        letter => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::{key, paragraphs, quoted};

    /// Texts that have their own ideas of what a quote is.
    const HARD: [&str; 16] = [
        "",
        "plain",
        "a \"quoted\" word",
        "both ' and \"",
        "C:\\path",
        "'''",
        "\"\"\"",
        "\"\"\"\"\"\"\n\"\"\"",
        "ends with a quote\n\"",
        "\n",
        "\n\n leading\n",
        "trailing blank \nand tab\t\nend ",
        "\\\n  joined?",
        "cr\r\nlf\rcr",
        "\u{0}\u{7}\u{7f}\u{85}\u{2028}",
        "emoji 🦊 and é",
    ];

    #[test]
    fn every_text_reads_as_it_was() {
        for text in HARD {
            for written in [quoted(text), paragraphs(text)] {
                let read: toml::Table = format!("a = {written}\n").parse().unwrap();
                assert_eq!(read["a"].as_str(), Some(text), "{written}");
            }
            let read: toml::Table = format!("{} = 1\n", key(text)).parse().unwrap();
            assert_eq!(read.keys().next().map(String::as_str), Some(text));
        }
    }

    #[test]
    fn people_can_read_it() {
        assert_eq!(quoted("a \"b\""), "'a \"b\"'");
        assert_eq!(paragraphs("One.\n\nTwo \"2\"."), "\"\"\"\nOne.\n\nTwo \"2\".\"\"\"");
        assert_eq!((key("a-b_1"), key("a b")), ("a-b_1".into(), "\"a b\"".into()));
    }
}
