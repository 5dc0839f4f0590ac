//! What may stand in an SVG: shapes and their colours, and nothing that runs or calls.
//!
//! Opened by itself a drawing is a document of its own, in which HTML, scripts and style sheets work. What
//! is allowed is therefore listed where a list is short (namespace, references), and what hides words
//! from this check (backslashes, capitals) is refused or undone before anything is looked for.

use std::ops::Range;

use roxmltree::{Document, Node};

use super::emblem::Picture;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements of the namespace that run something, or hold something foreign.
const RUNS: [&str; 8] = ["script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler"];

/// Attributes that name an address and are never needed to draw.
const ADDRESSES: [&str; 14] = [
    "src",
    "srcset",
    "srcdoc",
    "base",
    "ping",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "cite",
    "codebase",
    "longdesc",
    "manifest",
];

/// What is wrong with an SVG: a script, HTML, or anything from elsewhere.
pub(super) fn harm_in(picture: &Picture<'_>) -> Option<Diagnostic> {
    let place = |range: Range<usize>| picture.source.map_or(picture.at, |file| Span::new(file, range));
    let bad = |at: Span, message: String| Some(Diagnostic::error("bad-picture", at, message));
    let Ok(text) = std::str::from_utf8(picture.bytes) else {
        return bad(picture.at, format!("`{}` is no text in UTF-8", picture.file));
    };
    // A document type could declare entities; the parser refuses it.
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return bad(picture.at, format!("`{}` is no SVG that can be read: {error}", picture.file)),
    };
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return bad(place(root.range()), "this is no `<svg>` of its namespace".to_owned())
            .map(|wrong| wrong.help("write `<svg xmlns=\"http://www.w3.org/2000/svg\" ...>`"));
    }
    // An instruction before the picture can name a style sheet.
    let instruction = document.root().children().find(|node| node.is_pi());
    let refused = instruction.map(|node| (node.range(), "an instruction to the reader".to_owned()));
    let (range, what) = refused.or_else(|| document.descendants().find_map(|node| harm(&node)))?;
    let wrong = Diagnostic::error("unsafe-picture", place(range), format!("`{}` holds {what}", picture.file));
    let wrong = wrong.label("refused").note("a page of a notice runs no foreign script and calls nobody");
    Some(wrong.help("take it out, or export the picture as plain SVG"))
}

/// What is wrong with a part of an SVG, and where.
fn harm(node: &Node<'_, '_>) -> Option<(Range<usize>, String)> {
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name();
    if node.tag_name().namespace() != Some(SVG) {
        return Some((node.range(), format!("`<{name}>`, which is no part of SVG")));
    }
    let plain = name.to_ascii_lowercase();
    if RUNS.contains(&plain.as_str()) {
        return Some((node.range(), format!("`<{name}>`")));
    }
    let attribute = node.attributes().find_map(|one| Some((one.range(), harm_of(one.name(), one.value().trim())?)));
    if attribute.is_some() || plain != "style" {
        return attribute;
    }
    let text: String = node.descendants().filter_map(|inner| inner.is_text().then(|| inner.text())?).collect();
    // An escape could spell any of the words that are looked for.
    if text.contains('\\') || text.to_ascii_lowercase().contains("@import") {
        return Some((node.range(), "rules from elsewhere".to_owned()));
    }
    outside(&text).map(|target| (node.range(), reference(target)))
}

/// What is wrong with an attribute.
fn harm_of(name: &str, value: &str) -> Option<String> {
    let plain = name.to_ascii_lowercase();
    if plain.starts_with("on") {
        return Some(format!("the script of `{name}`"));
    }
    // In `style` and `fill` an escape could spell `url`; elsewhere none is needed either.
    if value.contains('\\') {
        return Some(format!("a backslash in `{name}`"));
    }
    // An animation could give a harmless link another target.
    if plain == "attributename" && value.to_ascii_lowercase().ends_with("href") {
        return Some("an animation of a link".to_owned());
    }
    if ADDRESSES.contains(&plain.as_str()) || (plain == "href" && !value.starts_with('#')) {
        return Some(reference(value));
    }
    outside(value).map(reference)
}

fn reference(target: &str) -> String {
    format!("a reference to `{}`", shortened(target))
}

/// The target of the first `url(...)` that leads out of the picture.
fn outside(value: &str) -> Option<&str> {
    // Lower case keeps the places of bytes in ASCII, which is all that is looked for.
    let lower = value.to_ascii_lowercase();
    for word in ["url(", "src(", "image(", "image-set("] {
        for (at, _) in lower.match_indices(word) {
            let target = value.get(at + word.len()..).unwrap_or_default().trim_start_matches([' ', '\'', '"']);
            if !target.starts_with('#') {
                return Some(target.split([')', '\'', '"']).next().unwrap_or_default());
            }
        }
    }
    None
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if short.len() < text.len() {
        short.push_str("...");
    }
    short
}
