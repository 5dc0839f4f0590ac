//! Markdown of records to HTML and to plain text, with pulldown-cmark.
//!
//! Texts have been checked when they were read; here everything is escaped all the same, raw HTML
//! becomes text and links keep to a few schemes, so that no other way in can be forgotten.

mod harmless;
mod quick;

pub use harmless::harmless;

use std::borrow::Cow;
use std::fmt::Write;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::decode::is_safe_link;

use quick::Piece;

/// HTML that is safe to put into a page. Only this module makes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// These words with links behind them that show on hover and focus: names and addresses.
    pub fn sourced(self, links: &[(String, String)]) -> Html {
        if links.is_empty() || self.0.is_empty() {
            return self;
        }
        // Paragraphs and lists cannot stand in a span.
        let tag = if self.0.starts_with("<p>") || self.0.starts_with("<ul>") || self.0.starts_with("<ol") {
            "div"
        } else {
            "span"
        };
        let mut out = format!("<{tag} class=\"ropa-told\" tabindex=\"-1\">{} <span class=\"ropa-from\">", self.0);
        for (at, (name, target)) in links.iter().enumerate() {
            out.push_str(if at == 0 { "<a href=\"" } else { " <a href=\"" });
            push_escaped(&mut out, &target.replace('"', "%22"));
            out.push_str("\">");
            push_escaped(&mut out, name);
            out.push_str("</a>");
        }
        let _ = write!(out, "</span></{tag}>");
        Html(out)
    }

    /// Some HTML with spaces between.
    pub fn spaced(parts: impl IntoIterator<Item = Html>) -> Html {
        Html(parts.into_iter().map(|part| part.0).collect::<Vec<_>>().join(" "))
    }

    /// The same with other targets of its links, as `lead` makes them; where it makes none, a link
    /// keeps its own.
    pub fn relinked(&self, lead: &impl Fn(&str) -> Option<String>) -> Html {
        // Words cannot hold this: in them, a bracket is escaped.
        const START: &str = "<a href=\"";
        let mut out = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, link)) = rest.split_once(START) {
            let (target, behind) = link.split_once('"').unwrap_or((link, ""));
            out.push_str(before);
            out.push_str(START);
            match lead(target) {
                Some(other) => push_escaped(&mut out, &other.replace('"', "%22")),
                None => out.push_str(target),
            }
            out.push('"');
            rest = behind;
        }
        out.push_str(rest);
        Html(out)
    }
}

/// What marks some words, for those who see them and for those who hear them.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    /// The element around them.
    pub element: &'static str,
    /// What is said before them.
    pub begins: &'a str,
    /// What is said after them.
    pub ends: &'a str,
}

/// Plain words, some of them marked.
pub fn marked<'a>(pieces: impl IntoIterator<Item = (Option<Mark<'a>>, &'a str)>) -> Html {
    let mut out = String::new();
    let said = |out: &mut String, words: &str| {
        out.push_str("<span class=\"ropa-said\"> ");
        push_escaped(out, words);
        out.push_str(" </span>");
    };
    for (mark, words) in pieces {
        let Some(Mark { element, begins, ends }) = mark else {
            push_escaped(&mut out, words);
            continue;
        };
        let _ = write!(out, "<{element}>");
        said(&mut out, begins);
        push_escaped(&mut out, words);
        said(&mut out, ends);
        let _ = write!(out, "</{element}>");
    }
    Html(out)
}

impl JsonSchema for Html {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Html".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "contentMediaType": "text/html" })
    }
}

/// One line of inline Markdown as HTML, without a paragraph around it.
pub fn inline(text: &str) -> Html {
    Html(quick_html(text).unwrap_or_else(|| parsed(text)))
}

/// The HTML of a line that needs no parser.
fn quick_html(line: &str) -> Option<String> {
    let mut out = String::with_capacity(line.len() + line.len() / 4);
    quick::pieces(line, |piece| match piece {
        Piece::Words(words) => push_escaped(&mut out, words),
        Piece::Link(url) => {
            out.push_str("<a href=\"");
            out.push_str(if is_safe_link(url) { url } else { "#" });
            out.push_str("\">");
        }
        Piece::End => out.push_str("</a>"),
    })?;
    Some(out)
}

fn push_escaped(out: &mut String, words: &str) {
    for part in words.split_inclusive(['&', '<', '>']) {
        let plain = part.trim_end_matches(['&', '<', '>']);
        out.push_str(plain);
        out.push_str(match &part[plain.len()..] {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            other => other,
        });
    }
}

fn parsed(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len() + line.len() / 4);
    let events = Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH)
        .filter(|event| !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)));
    html::push_html(&mut out, events.filter_map(safe));
    out.truncate(out.trim_end().len());
    out
}

/// Block Markdown as HTML. Headings stay below those of the page.
pub fn prose(text: &str) -> Html {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    html::push_html(&mut out, Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).filter_map(safe));
    out.truncate(out.trim_end().len());
    Html(out)
}

/// Inline Markdown that cannot begin a block: a phrase that starts like a list or a heading is
/// still a phrase.
pub fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = line.chars();
    let first = chars.next();
    let block = match first {
        Some('#' | '>' | '+' | '-' | '=' | '|') => true,
        Some('*') => chars.next() == Some(' '),
        Some('0'..='9') => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.starts_with(['.', ')']) {
                let digits = line.len() - rest.len();
                return format!("{}\\{}", &line[..digits], rest);
            }
            false
        }
        _ => false,
    };
    if block { format!("\\{line}") } else { line }
}

fn safe(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_safe_link(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { .. } | Tag::HtmlBlock) | Event::End(TagEnd::Image | TagEnd::HtmlBlock) => {
            return None;
        }
        Event::Start(Tag::Heading { .. }) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Paragraph),
        Event::SoftBreak => Event::Text(CowStr::Borrowed(" ")),
        other => other,
    })
}

/// The words of one line of inline Markdown, without marks.
pub fn words(text: &str) -> String {
    quick_words(text).unwrap_or_else(|| parsed_words(text))
}

/// The words of a line that needs no parser.
fn quick_words(line: &str) -> Option<String> {
    let mut out = String::with_capacity(line.len());
    quick::pieces(line, |piece| {
        if let Piece::Words(words) = piece {
            out.push_str(words);
        }
    })?;
    out.truncate(out.trim_end().len());
    Some(out)
}

fn parsed_words(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len());
    for event in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => out.push(' '),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Plain words as Markdown that shows exactly them.
pub fn escape(plain: &str) -> String {
    if !plain.contains(['*', '_', '`', '[', ']', '<', '>', '&', '\\', '!', '~', '\n', '#', '|']) {
        return plain.to_owned();
    }
    let mut out = String::with_capacity(plain.len() + 8);
    for c in plain.chars() {
        match c {
            '*' | '_' | '`' | '[' | ']' | '<' | '>' | '&' | '\\' | '!' | '~' | '#' | '|' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() || c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A link in Markdown; plain words where the address is not one for readers.
pub fn link(words: &str, url: &str) -> String {
    if !is_safe_link(url) {
        return escape(words);
    }
    let mut target = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '<' | '>' | '\\' | '"' | '`' => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    let _ = write!(target, "%{byte:02X}");
                }
            }
            c if c.is_whitespace() => target.push_str("%20"),
            c => target.push(c),
        }
    }
    format!("[{}](<{target}>)", escape(words))
}

/// The address of a web page as readers see it: a link without its scheme.
pub fn web(url: &str) -> String {
    let shown = url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    site(shown, url)
}

/// A name that leads to a web site; plain words where the address is none of the web.
pub fn site(words: &str, url: &str) -> String {
    address(url).map_or_else(|| escape(words), |url| link(words, &url))
}

/// The whole address of a web site that may have been written without its scheme, so that it never
/// leads to a page beside the one it stands on; nothing where it names no site.
pub fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let head = url.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        // A host with a port has the look of a scheme.
        Some((scheme, _)) if !scheme.contains('.') && scheme != "localhost" => Some(url.to_owned()),
        _ if url.starts_with("//") => Some(format!("https:{url}")),
        _ if head.is_empty() || head.starts_with('.') => None,
        _ => Some(format!("https://{url}")),
    }
}

/// An e-mail address as a link; plain words where it is none.
pub fn mail(address: &str) -> String {
    let is_one = |c: char| c.is_alphanumeric() || ".@_%+-'~=/!#$&*^{}|`?".contains(c);
    if !address.trim().chars().all(is_one) {
        return escape(address);
    }
    link(address, &format!("mailto:{}", address.trim()))
}

/// A telephone number as a link.
pub fn phone(number: &str) -> String {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    link(number, &format!("tel:{dialled}"))
}

#[cfg(test)]
mod tests {
    use super::{address, escape, inline, link, mail, phone, prose, site, web, words};

    #[test]
    fn nothing_hostile_gets_through() {
        for hostile in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[x](javascript:alert(1))",
            "[x](<javascript:alert(1)>)",
            "![x](javascript:alert(1))",
            "<javascript:alert(1)>",
            "\" onmouseover=\"x",
            "</p><script>",
            "&#106;avascript:",
        ] {
            for html in [inline(hostile), prose(hostile), inline(&escape(hostile)), inline(&link(hostile, hostile))] {
                let html = html.as_str();
                assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("href=\"java"), "{html}");
            }
        }
    }

    #[test]
    fn escaped_words_come_out_as_they_went_in() {
        for plain in ["a*b_c", "[x](y)", "back\\slash", "<b>", "~~x~~", "a | b", "Wow!"] {
            assert_eq!(words(&escape(plain)), plain);
        }
    }

    #[test]
    fn a_phrase_is_never_a_block() {
        assert_eq!(inline("- not a list").as_str(), "- not a list");
        assert_eq!(inline("1. not a list").as_str(), "1. not a list");
        assert_eq!(inline("# not a heading").as_str(), "# not a heading");
        assert_eq!(
            inline("see [terms](https://example.org/a_b)").as_str(),
            "see <a href=\"https://example.org/a_b\">terms</a>"
        );
    }

    #[test]
    fn addresses_become_links() {
        assert_eq!(inline(&mail("a_b@example.org")).as_str(), "<a href=\"mailto:a_b@example.org\">a_b@example.org</a>");
        assert_eq!(inline(&phone("+358 9 123")).as_str(), "<a href=\"tel:+3589123\">+358 9 123</a>");
        assert_eq!(inline(&web("https://example.org/")).as_str(), "<a href=\"https://example.org/\">example.org</a>");
        for (written, leads) in [
            ("example.org/a", Some("https://example.org/a")),
            ("www.example.org?next=https://example.com", Some("https://www.example.org?next=https://example.com")),
            ("localhost:8080/a", Some("https://localhost:8080/a")),
            ("//example.org", Some("https://example.org")),
            ("http://example.org", Some("http://example.org")),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("/a", None),
            ("../a.html", None),
            ("#a", None),
            ("", None),
        ] {
            assert_eq!(address(written).as_deref(), leads);
            let html = inline(&site("Site", written));
            assert_eq!(html.as_str().contains("href"), leads.is_some(), "{written}");
        }
    }
}
