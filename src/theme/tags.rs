//! The tags of a template, before it is rendered: enough of HTML to find attributes and their places.

use std::ops::Range;

/// The beginning of an element.
pub(super) struct Tag<'a> {
    /// Its name in lower case.
    pub(super) name: String,
    pub(super) range: Range<usize>,
    pub(super) attributes: Vec<Attribute<'a>>,
}

/// A name and what is set.
pub(super) struct Attribute<'a> {
    /// In lower case.
    pub(super) name: String,
    /// Without quotes; empty where nothing is set.
    pub(super) value: &'a str,
    /// From the name to the end of the value.
    pub(super) range: Range<usize>,
}

/// A text with spaces in place of comments, so that places stay.
pub(super) fn without(text: &str, comments: &[(&str, &str)]) -> String {
    let mut plain = text.to_owned();
    for (open, close) in comments {
        let mut from = 0;
        while let Some(start) = plain.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at) {
            let inner = start + open.len();
            let end = plain.get(inner..).and_then(|rest| rest.find(close)).map(|at| inner + at + close.len());
            let end = end.unwrap_or(plain.len());
            plain.replace_range(start..end, &" ".repeat(end - start));
            from = end;
        }
    }
    plain
}

/// The tags of a text.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('<')).map(|open| at + open) {
        at = open + 1;
        if text.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic) {
            let name = end(text, at, |c| c.is_whitespace() || c == '>' || c == '/');
            let mut attributes = Vec::new();
            let close = attributes_from(text, name, &mut attributes);
            let tag = text.get(at..name).unwrap_or_default().to_ascii_lowercase();
            found.push(Tag { name: tag, range: open..close, attributes });
            at = close;
        }
    }
    found
}

/// Reads attributes until the tag ends, and says where that is.
fn attributes_from<'a>(text: &'a str, start: usize, found: &mut Vec<Attribute<'a>>) -> usize {
    let mut at = start;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with('>') {
            return at + 1;
        }
        if let Some(behind) = behind_expression(text, at) {
            at = behind;
            continue;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        if rest.starts_with(|c: char| !c.is_ascii_alphabetic()) {
            at += first;
            continue;
        }
        let name = end(text, at, |c| c.is_whitespace() || "=>/\"'{".contains(c));
        let set = end(text, name, |c| !c.is_whitespace());
        let mut attribute =
            Attribute { name: text.get(at..name).unwrap_or_default().to_ascii_lowercase(), value: "", range: at..name };
        at = name;
        if text.get(set..).is_some_and(|rest| rest.starts_with('=')) {
            let value = end(text, set + 1, |c| !c.is_whitespace());
            let quote = text.get(value..).and_then(|rest| rest.chars().next()).filter(|c| "\"'".contains(*c));
            let from = value + usize::from(quote.is_some());
            let to = end(text, from, |c| quote.map_or(c.is_whitespace() || c == '>', |quote| c == quote));
            attribute.value = text.get(from..to).unwrap_or_default();
            at = (to + usize::from(quote.is_some())).min(text.len());
            attribute.range.end = at;
        }
        found.push(attribute);
    }
    text.len()
}

/// Where a character stops, outside of what the engine computes.
fn end(text: &str, start: usize, stops: impl Fn(char) -> bool) -> usize {
    let mut at = start;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if stops(next) {
            return at;
        }
        at = behind_expression(text, at).unwrap_or(at + next.len_utf8());
    }
    text.len()
}

/// The place behind an expression of the engine that begins here.
fn behind_expression(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let close = [("{{", "}}"), ("{%", "%}")].into_iter().find(|(open, _)| rest.starts_with(open))?.1;
    Some(rest.find(close).map_or(text.len(), |end| at + end + 2))
}

#[cfg(test)]
mod tests {
    use super::{tags, without};

    #[test]
    fn attributes_are_found_among_expressions() {
        let text = "a < b <A HREF=\"{{ x | default(value=\"a > b\") }}\" {% if y > 1 %}hidden{% endif %} b=c>é<br/>";
        let found = tags(text);
        let seen: Vec<(&str, Vec<(&str, &str)>)> = found
            .iter()
            .map(|tag| (tag.name.as_str(), tag.attributes.iter().map(|one| (one.name.as_str(), one.value)).collect()))
            .collect();
        let link = vec![("href", "{{ x | default(value=\"a > b\") }}"), ("hidden", ""), ("b", "c")];
        assert_eq!(seen, [("a", link), ("br", vec![])]);
        assert_eq!(&text[found[0].attributes[2].range.clone()], "b=c");
        for open in ["<a", "<a b", "<a b=", "<a b='", "<a {{", "<a b='{{ \"", "<"] {
            assert!(tags(open).len() < 2);
        }
    }

    #[test]
    fn comments_leave_their_places() {
        assert_eq!(without("a/* é */b/*", &[("/*", "*/")]), "a        b  ");
    }
}
