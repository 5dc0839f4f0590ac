//! Texts of authors as plain words: no Markdown, and the address of a link beside its words.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The words of a text, paragraphs and items of lists on lines of their own.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['*', '_', '`', '[', '\\', '&', '<', '~', '#', '\n', '>']) {
        return text.trim().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut link: Option<(String, usize)> = None;
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak | Event::Rule => line(&mut out),
            Event::Start(Tag::Item) => {
                line(&mut out);
                out.push_str("- ");
            }
            Event::Start(Tag::Link { dest_url, .. }) => link = Some((dest_url.into_string(), out.len())),
            Event::End(TagEnd::Link) => {
                if let Some((address, from)) = link.take() {
                    let words = out.get(from..).unwrap_or_default();
                    // Words that are the address, with or without its scheme, say it already.
                    if words.is_empty() || !address.trim_end_matches('/').ends_with(words.trim_end_matches('/')) {
                        out.push_str(&format!(" ({address})"));
                    }
                }
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) => line(&mut out),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markdown_goes_and_words_stay() {
        for (text, words) in [
            ("plain", "plain"),
            ("**bold** and `code`", "bold and code"),
            ("see [terms](https://example.org/a_b)", "see terms (https://example.org/a_b)"),
            ("<https://example.org>", "https://example.org"),
            ("at [example.org](https://example.org/)", "at example.org"),
            ("[a@example.org](mailto:a@example.org)", "a@example.org"),
            ("one\n\ntwo\nthree", "one\ntwo three"),
            ("- a\n- b", "- a\n- b"),
            ("a \\* b", "a * b"),
        ] {
            assert_eq!(plain(text), words);
        }
    }
}
