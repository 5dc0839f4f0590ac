//! Categories of data in cells that only our own exports write.

use super::fold::id_of;
use super::own::Fields;
use super::record::{list, text, word};
use super::value::Said;
use crate::import::node::{Content, Node};
use crate::record::Kind;

/// A category of data as activities tell it: "name (marks): items; if condition; description". Items have a
/// column of their own.
pub(super) fn category(line: &str, name: &str, has_items: bool, said: &Said<'_>) -> Option<Fields> {
    let span = said.span;
    let kind = Kind::DataCategory;
    let mut fields: Fields = Vec::new();
    let rest = line.get(name.len()..)?;
    let (marks, more) = match rest.strip_prefix(" (") {
        Some(inside) => inside.split_once("): ").or_else(|| Some((inside.strip_suffix(')')?, "")))?,
        None => ("", rest.strip_prefix(": ").unwrap_or_default()),
    };
    for mark in marks.split("; ").filter(|mark| !mark.is_empty()) {
        let known = mark.strip_prefix("Identifies people: ");
        match (known, said.own(mark.strip_prefix("Identifies people: ").unwrap_or(mark))) {
            (Some(_), Some(own)) => fields.push(("identifiability".to_owned(), word(own, span))),
            (None, Some("criminal")) => {
                fields.push(("criminal".to_owned(), Node { content: Content::Flag(true), span }));
            }
            (None, Some(own)) => fields.push(("special".to_owned(), word(own, span))),
            _ => return None,
        }
    }
    let mut parts = outside_brackets(more);
    if has_items && !parts.is_empty() {
        parts.remove(0);
    }
    if let Some(condition) = parts.first().and_then(|part| part.strip_prefix("if ")) {
        fields.push(("condition".to_owned(), text(kind, "condition", condition, span)));
        parts.remove(0);
    }
    let description = parts.join("; ");
    if !description.is_empty() {
        fields.push(("description".to_owned(), text(kind, "description", &description, span)));
    }
    Some(fields)
}

/// Parts between "; " that stand in no brackets.
fn outside_brackets(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ';' if depth == 0 && text[at + 1..].starts_with(' ') => {
                parts.push(&text[start..at]);
                start = at + 2;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// What belongs to a category. Where one says more of itself, "your diet (if you tell us; health)", each has a
/// row of its own.
pub(super) fn items(said: &Said<'_>) -> Fields {
    let span = said.span;
    let entries: Vec<(&str, Vec<(&str, &str)>)> = said.entries().into_iter().map(|entry| item(entry, said)).collect();
    if entries.iter().all(|(_, more)| more.is_empty()) {
        let labels = entries.iter().map(|(label, _)| text(Kind::DataCategory, "name", label, span)).collect();
        return vec![("items".to_owned(), list(labels, span))];
    }
    let mut fields: Fields = Vec::new();
    for (label, more) in entries {
        let stem = id_of(label);
        let is_free = |key: &String| !fields.iter().any(|(path, _)| *path == format!("items.{key}.label"));
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        let key = std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or_default();
        for (field, words) in std::iter::once(("label", label)).chain(more) {
            let node = match field {
                "special" => word(words, span),
                _ => text(Kind::DataCategory, "name", words, span),
            };
            fields.push((format!("items.{key}.{field}"), node));
        }
    }
    fields
}

/// One that belongs to a category, and what is said of it in brackets.
fn item<'a>(entry: &'a str, said: &Said<'a>) -> (&'a str, Vec<(&'static str, &'a str)>) {
    let told = || {
        let (label, more) = entry.strip_suffix(')')?.rsplit_once(" (")?;
        let of = |part: &'a str| match (part.strip_prefix("if "), said.own(part)) {
            (Some(condition), _) => Some(("condition", condition)),
            (None, special) => special.map(|special| ("special", special)),
        };
        Some((label, more.split("; ").map(of).collect::<Option<Vec<_>>>()?))
    };
    told().unwrap_or((entry, Vec::new()))
}
