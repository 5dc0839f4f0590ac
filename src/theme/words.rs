//! Whether the words that a theme replaces are there to be replaced.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::files::default_text;
use super::folder::Folder;
use crate::decode::did_you_mean;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FileId, Span};

/// The words that every other language follows.
const MODEL: &str = "strings/en.ftl";

/// A message of a file: where its key stands and which gaps it has.
struct Message {
    key: std::ops::Range<usize>,
    gaps: Vec<(String, std::ops::Range<usize>)>,
}

/// What is wrong with the words of a theme's own.
pub(super) fn check(folder: &Folder) -> Vec<Diagnostic> {
    let model = messages(default_text(MODEL).unwrap_or_default());
    let mut found = Vec::new();
    for (_, file) in folder.own_below("strings/") {
        let text = &folder.sources.get(file).text;
        if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
            found.extend(errors.iter().map(|error| {
                Diagnostic::error("strings-syntax", Span::new(file, error.pos.clone()), error.kind.to_string())
                    .label("the strings cannot be read here")
                    .help("a message is `key = words`; further lines of it are indented")
            }));
            continue;
        }
        for (key, message) in messages(text) {
            match model.get(&key) {
                Some(known) => found.extend(gaps(file, &key, &message, known)),
                None if is_used(folder, &key) => {}
                None => found.push(unknown(file, &key, message.key, &model)),
            }
        }
    }
    found
}

/// Gaps that nothing fills.
fn gaps(file: FileId, key: &str, message: &Message, known: &Message) -> Vec<Diagnostic> {
    let names: BTreeSet<&str> = known.gaps.iter().map(|(name, _)| name.as_str()).collect();
    let odd = message.gaps.iter().filter(|(name, _)| !names.contains(name.as_str()));
    let said = odd.map(|(name, range)| {
        let message = format!("nothing fills the gap `${name}` of `{key}`");
        let wrong = Diagnostic::error("unknown-gap", Span::new(file, range.clone()), message);
        let wrong = match names.is_empty() {
            true => wrong.note("this message has no gaps"),
            false => {
                let list = names.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ");
                wrong.note(format!("its gaps are {list}"))
            }
        };
        match did_you_mean(name, names.iter().copied()) {
            Some(near) => wrong.help(format!("did you mean `${near}`?")),
            None => wrong,
        }
    });
    said.collect()
}

/// Words that nothing asks for are no mistake, but they replace nothing.
fn unknown(file: FileId, key: &str, at: std::ops::Range<usize>, model: &BTreeMap<String, Message>) -> Diagnostic {
    let mut wrong = Diagnostic::error("unknown-message", Span::new(file, at), format!("nothing asks for `{key}`"))
        .note("`ropa theme show strings/en.ftl` prints the messages there are");
    wrong.severity = Severity::Warning;
    match did_you_mean(key, model.keys().map(String::as_str)) {
        Some(near) => wrong.help(format!("did you mean `{near}`?")),
        None => wrong.help("remove it, or ask for it in a template with `t(key=\"...\")`"),
    }
}

/// Whether a template of the theme's own asks for a message.
fn is_used(folder: &Folder, key: &str) -> bool {
    folder.own_below("templates/").any(|(_, file)| folder.sources.get(file).text.contains(&format!("\"{key}\"")))
}

/// The messages of a text that Fluent can read.
fn messages(text: &str) -> BTreeMap<String, Message> {
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let mut current: Option<String> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
        {
            let key = key.trim_end();
            found.insert(key.to_owned(), Message { key: start..start + key.len(), gaps: Vec::new() });
            current = Some(key.to_owned());
        } else if line.starts_with(['#', '-']) {
            current = None;
        }
        if let Some(message) = current.as_ref().and_then(|key| found.get_mut(key)) {
            for (at, _) in line.match_indices('$') {
                let name: String =
                    line[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
                if !name.is_empty() {
                    let from = start + at;
                    message.gaps.push((name.clone(), from..from + 1 + name.len()));
                }
            }
        }
        start += line.len();
    }
    found
}
