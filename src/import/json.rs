//! The registry from the JSON file that [`crate::export::json`] wrote, or another program after its schema.
//!
//! 1. `syntax` reads JSON with the place of every value.
//! 2. Here the frame is taken apart: the format and its version, the settings, the records by kind and id
//!    with their files. What may stand in a record is judged by those who read every registry.
//!
//! The reader is strict, because a lossless format that drops what it does not know is none: an unknown
//! member is a mistake, and all mistakes are told in one run.

pub(super) mod syntax;

use self::syntax::shown;
use super::{Content, Draft, Drafted, Node};
use crate::decode::{Key, did_you_mean};
use crate::diagnostic::Diagnostic;
use crate::export::json::FORMAT;
use crate::record::Kind;

/// The members of the file.
const MEMBERS: [&str; 6] = ["$schema", "format", "made-by", "complete", "settings", "records"];

/// Reads a file; messages call it `shown_as`. What is wrong with it stands in [`Draft::diagnostics`].
pub fn read(text: &str, shown_as: &str) -> Draft {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    let mut draft = Draft::of_file(shown_as);
    if let Some(root) = syntax::read(&text, &mut draft.diagnostics) {
        frame(root, &mut draft);
    }
    draft.source.text = text;
    draft
}

/// Takes the whole file apart.
fn frame(root: Node, draft: &mut Draft) {
    let format = root.entries().iter().find(|(key, _)| key.name == "format");
    if let Some(wrong) = wrong_format(&root, format.map(|(_, node)| node)) {
        // In another format everything would be wrong.
        draft.diagnostics.push(wrong);
        return;
    }
    let at = root.span;
    let mut has_records = false;
    for (key, node) in table(root, "the file", draft) {
        match key.name.as_str() {
            "$schema" | "made-by" | "format" => {}
            "complete" => match node.content {
                Content::Flag(complete) => draft.partial = !complete,
                _ => draft.diagnostics.push(wrong_type(&node, "complete", "`true` or `false`")),
            },
            "settings" if node.is_table() => draft.settings = Some(Node { span: key.span, ..node }),
            "settings" => draft.diagnostics.push(wrong_type(&node, "settings", "a table")),
            "records" => {
                has_records = true;
                kinds(node, draft);
            }
            _ => draft.diagnostics.push(unknown(&key, &MEMBERS)),
        }
    }
    if !has_records {
        draft.diagnostics.push(missing(at, "records", "the records by kind and id"));
    } else if draft.records.is_empty() && draft.settings.is_none() && draft.diagnostics.is_empty() {
        draft.diagnostics.push(
            Diagnostic::error("nothing-to-import", head(at), "there is neither a record nor a setting in this file")
                .help("export a registry that has records"),
        );
    }
}

fn wrong_format(root: &Node, format: Option<&Node>) -> Option<Diagnostic> {
    let help = format!("a registry is exported as `{FORMAT}` with `ropa export json`");
    let diagnostic = match format {
        Some(node) if node.text() == Some(FORMAT) => return None,
        Some(node) => {
            let version = node.text().and_then(|text| text.strip_prefix("ropa-registry/"));
            let message = match (version, node.text()) {
                (Some(version), _) => format!("version `{}` of the format is not known", shown(version)),
                (None, Some(text)) => format!("`{}` is no format that can be imported here", shown(text)),
                (None, None) => format!("`format` should be a text, but {} stands here", node.in_words()),
            };
            Diagnostic::error("wrong-format", node.span, message)
                .note(format!("this version of the program reads `{FORMAT}`"))
        }
        None if root.is_table() => {
            Diagnostic::error("wrong-format", head(root.span), "the file does not say its format")
                .note(format!("it should hold `\"format\": \"{FORMAT}\"`"))
        }
        None => Diagnostic::error(
            "wrong-format",
            head(root.span),
            format!("the file holds {}, no registry", root.in_words()),
        ),
    };
    Some(diagnostic.help(help))
}

/// The records by kind.
fn kinds(node: Node, draft: &mut Draft) {
    for (key, of_kind) in table(node, "records", draft) {
        match Kind::of_folder(&key.name) {
            Some(kind) => records(kind, of_kind, draft),
            None => draft.diagnostics.push(unknown(&key, &Kind::ALL.map(Kind::folder))),
        }
    }
}

/// The records of a kind by id.
fn records(kind: Kind, node: Node, draft: &mut Draft) {
    for (id, wrapped) in table(node, kind.folder(), draft) {
        let before = draft.diagnostics.len();
        let (mut file, mut content) = (None, None);
        for (key, node) in table(wrapped, &id.name, draft) {
            match (key.name.as_str(), node.content) {
                ("file", Content::Text(name)) => file = Some(Key { name, span: node.span }),
                ("record", content_of @ Content::Table(_)) => content = Some(Node { content: content_of, ..node }),
                ("file", content) => draft.diagnostics.push(wrong_type(&Node { content, ..node }, "file", "a text")),
                ("record", content) => {
                    draft.diagnostics.push(wrong_type(&Node { content, ..node }, "record", "a table"))
                }
                _ => draft.diagnostics.push(unknown(&key, &["file", "record"])),
            }
        }
        match content {
            Some(content) => draft.records.push(Drafted { kind, id, file, content }),
            None if draft.diagnostics.len() == before => {
                draft.diagnostics.push(missing(id.span, "record", "the keys of the record"));
            }
            None => {}
        }
    }
}

/// The entries of what should be a table.
fn table(node: Node, name: &str, draft: &mut Draft) -> Vec<(Key, Node)> {
    if !node.is_table() {
        draft.diagnostics.push(wrong_type(&node, name, "a table"));
    }
    if let Content::Table(entries) = node.content { entries } else { Vec::new() }
}

fn wrong_type(node: &Node, name: &str, expected: &str) -> Diagnostic {
    let message = format!("`{}` should be {expected}, but {} stands here", shown(name), node.in_words());
    Diagnostic::error("wrong-type", node.span, message).label(format!("expected {expected}"))
}

fn unknown(key: &Key, known: &[&str]) -> Diagnostic {
    let diagnostic = Diagnostic::error("unknown-key", key.span, format!("unknown key `{}`", shown(&key.name)))
        .label("not a key of this table");
    let list = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    match did_you_mean(&shown(&key.name), known.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
    .note(format!("the keys here are {list}"))
}

fn missing(at: crate::source::Span, key: &str, what: &str) -> Diagnostic {
    Diagnostic::error("missing-key", head(at), format!("`{key}` is missing"))
        .help(format!("add `\"{key}\": {{ ... }}`, {what}"))
}

/// The first letter of a long place.
fn head(at: crate::source::Span) -> crate::source::Span {
    crate::source::Span { end: at.end.min(at.start + 1), ..at }
}
