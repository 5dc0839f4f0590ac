//! Texts: parts of sentences and whole paragraphs, both in Markdown without HTML.

use std::borrow::Cow;
use std::ops::Deref;

use pulldown_cmark::{Event, Parser, Tag};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::BadText;

/// A part of a sentence, or one sentence: a single line of inline Markdown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase(String);

/// Whole sentences and paragraphs in Markdown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prose(String);

/// Something said on purpose, with its reason: a whole sentence.
pub type Stated = Phrase;

/// Schemes that a link may have; a link without a scheme is fine too.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether a link leads nowhere dangerous.
pub fn is_safe_link(url: &str) -> bool {
    let head = url.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => !url.chars().any(char::is_control),
        Some((scheme, _)) => {
            SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) && !url.chars().any(char::is_control)
        }
    }
}

/// What is wrong with a text that holds a character which no page can show.
pub(super) fn control_character(text: &str) -> Option<BadText> {
    let bad = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'))?;
    let message = format!("the text holds the control character U+{:04X}", u32::from(bad));
    Some(BadText::new("bad-value", message, "remove it"))
}

/// Refuses raw HTML, images and links that are no plain web, mail or telephone addresses.
fn check(text: &str) -> Result<(), BadText> {
    if let Some(bad) = control_character(text) {
        return Err(bad);
    }
    if !text.contains(['<', '[', '!']) {
        return Ok(());
    }
    for event in Parser::new(text) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                return Err(BadText::new(
                    "raw-html",
                    format!("`{}` is HTML, and texts are Markdown", html.trim()),
                    "use Markdown, such as `**bold**` or `[words](https://example.org)`; write `\\<` for a plain `<`",
                ));
            }
            Event::Start(Tag::Image { .. }) => {
                return Err(BadText::new("raw-html", "a text cannot hold an image", "link to it instead"));
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_safe_link(&dest_url) => {
                return Err(BadText::new(
                    "unsafe-link",
                    format!("`{dest_url}` is not a link for readers"),
                    "links start with `https://`, `http://`, `mailto:`, `tel:`, or are relative",
                ));
            }
            _ => {}
        }
    }
    Ok(())
}

impl Deref for Phrase {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Deref for Prose {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Phrase, D::Error> {
        let text = String::deserialize(deserializer)?;
        check(&text).map_err(D::Error::custom)?;
        // A phrase is one line wherever it is written; broken lines are for the author's eyes.
        Ok(Phrase(if text.contains(['\n', '\r']) || text.trim().len() != text.len() {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text
        }))
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Prose, D::Error> {
        let text = String::deserialize(deserializer)?;
        check(&text).map_err(D::Error::custom)?;
        Ok(Prose(text.trim().replace("\r\n", "\n")))
    }
}

impl JsonSchema for Phrase {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Phrase".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "x-format": "inline Markdown" })
    }
}

impl JsonSchema for Prose {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "x-format": "Markdown" })
    }
}

#[cfg(test)]
mod tests {
    use super::{check, is_safe_link};

    #[test]
    fn html_and_script_links_are_refused() {
        for bad in [
            "<script>x</script>",
            "a <b>c</b>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[d](&#106;avascript:alert(1))",
            "<javascript:alert(1)>",
            "![i](data:text/html;base64,xx)",
            "a\0b",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
        for good in
            ["a < b", "see [terms](https://example.org/terms)", "1 < 2 & 3 > 2", "<https://example.org>", "Wow!"]
        {
            assert!(check(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn links_keep_to_a_few_schemes() {
        for (url, safe) in [
            ("https://example.org/a:b", true),
            ("/terms?x=a:b", true),
            ("mailto:privacy@example.org", true),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("java\nscript:alert(1)", false),
        ] {
            assert_eq!(is_safe_link(url), safe, "{url}");
        }
    }
}
