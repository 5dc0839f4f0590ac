//! Lines that are plain words and links, which is most of them, without a parser.
//!
//! A register has a few cells of real Markdown and a million of names and links. This reads the
//! second kind and gives up on everything that could mean more; a test holds it against
//! pulldown-cmark on arbitrary lines.

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, as they are to be read.
    Words(&'a str),
    /// A link begins, to this address.
    Link(&'a str),
    /// It ends.
    End,
}

/// Hands the parts of a line to `part`; `None` where the line may hold other marks. What was handed
/// over by then is to be forgotten.
pub(super) fn pieces<'a>(line: &'a str, mut part: impl FnMut(Piece<'a>)) -> Option<()> {
    if begins_block(line) || line.ends_with(char::is_whitespace) {
        return None;
    }
    let bytes = line.as_bytes();
    let (mut at, mut from, mut link) = (0, 0, None);
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied();
        match byte {
            b'\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                part(Piece::Words(&line[from..at]));
                from = at + 1;
                at += 2;
            }
            b'[' if link.is_none() => {
                part(Piece::Words(&line[from..at]));
                let target = target(&line[at + 1..])?;
                part(Piece::Link(target));
                (link, at, from) = (Some(target), at + 1, at + 1);
            }
            b']' if let Some(target) = link => {
                part(Piece::Words(&line[from..at]));
                part(Piece::End);
                at += "](<>)".len() + target.len();
                (link, from) = (None, at);
            }
            b' ' if next == Some(b' ') => return None,
            b'!' if next == Some(b'[') => return None,
            b'&' if next != Some(b' ') => return None,
            b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'~' | b'\\' => return None,
            // Control characters, and whitespace other than the space.
            0..=0x1f | 0x7f => return None,
            0x80.. if is_odd(line, at) => return None,
            _ => at += 1,
        }
    }
    part(Piece::Words(&line[from..]));
    link.is_none().then_some(())
}

/// Where the link leads whose words begin here: `words](<target>)`, with nothing odd in the target.
fn target(words: &str) -> Option<&str> {
    let mut end = 0;
    loop {
        match words.as_bytes().get(end)? {
            b']' => break,
            b'\\' => end += 2,
            _ => end += 1,
        }
    }
    let (target, _) = words[end..].strip_prefix("](<")?.split_once(">)")?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/.:#?=%@+-_~".contains(&byte);
    (!target.is_empty() && target.bytes().all(is_plain)).then_some(target)
}

/// Whether the line could begin a list, a heading, a quotation or a rule.
fn begins_block(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.chars().next() {
        Some('.' | ')') => rest.len() < line.len(),
        Some(c) if rest.len() == line.len() => !(c.is_alphabetic() || "[(\\\"'".contains(c)),
        _ => line.is_empty(),
    }
}

/// Whether whitespace or a control character beyond ASCII begins here.
fn is_odd(line: &str, at: usize) -> bool {
    line.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert_eq, proptest};

    use super::super::{parsed, parsed_words, quick_html, quick_words};

    /// Lines of the characters that mean something, with links of our own among them.
    fn line() -> impl Strategy<Value = String> {
        let part = proptest::prop_oneof![
            "[a-zäß1-3 .,:;()'\"/%?!#=+|>&-]{0,6}",
            r"[\\*_`\[\]<~!&]{1,2}",
            r"\[[a-z \\\[\]]{0,4}\]\(<(https://example.org/|a/b.html#c|javascript:x|x y)[a-z&']{0,2}>\)",
            "\u{a0}|\u{2028}|\t|  |1\\. |- |\\\\\\.|é",
        ];
        prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn says_what_the_parser_says(line in line()) {
            if let Some(html) = quick_html(&line) {
                prop_assert_eq!(html, parsed(&line));
            }
            if let Some(words) = quick_words(&line) {
                prop_assert_eq!(words, parsed_words(&line));
            }
        }
    }

    #[test]
    fn most_lines_are_read() {
        for line in ["Customers", "2026-01-31", "[Log \\& data](<../data/log.html#x>), [b](<c>)", "a & b - c (d)"] {
            assert!(quick_html(line).is_some(), "{line}");
        }
        for line in ["a *b*", "1. a", "- a", "see <https://example.org>", "&lt;"] {
            assert!(quick_html(line).is_none(), "{line}");
        }
    }
}
