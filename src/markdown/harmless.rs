//! What forges make of comments by themselves.

/// Inline Markdown in which nothing becomes a mention, a reference or a link by itself: what forges look for is
/// broken up with empty comments, which nobody sees.
pub fn harmless(markdown: &str) -> String {
    const NOTHING: &str = "<!-- -->";
    let mut safe = String::with_capacity(markdown.len());
    let mut rest = markdown.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let follows = |text: &str| markdown[at..].get(..text.len()).is_some_and(|next| next.eq_ignore_ascii_case(text));
        let next = rest.peek().map(|(_, next)| *next);
        match c {
            '\n' | '\r' => safe.push(' '),
            '@' => safe.extend(["@", NOTHING]),
            '#' | '!' | '$' | '%' | '&' if next.is_some_and(char::is_alphanumeric) => {
                safe.push(c);
                safe.push_str(NOTHING);
            }
            ':' if follows("://") => safe.extend([":", NOTHING]),
            '.' if markdown[..at].to_ascii_lowercase().ends_with("www") => safe.extend([NOTHING, "."]),
            '-' if markdown[..at].to_ascii_lowercase().ends_with("gh") => safe.extend([NOTHING, "-"]),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn nothing_becomes_a_mention_or_a_link() {
        assert_eq!(harmless("ask @team"), "ask @<!-- -->team");
        assert_eq!(harmless("see \\#12 and GH-12"), "see \\#<!-- -->12 and GH<!-- -->-12");
        assert_eq!(harmless("https://a.example"), "https:<!-- -->//a.example");
        assert_eq!(harmless("WWW.a.example\nx"), "WWW<!-- -->.a.example x");
    }
}
