//! A new id for a record, in every file that names it; comments and formatting stay.
//!
//! 1. Every mention is replaced where resolving found it.
//! 2. In a file of many records the headers of its tables are changed; a record of its own moves with
//!    its file.
//! 3. The result is read again before anything is written: the same records, nothing broken, and the
//!    new id in place of the old.

use std::collections::BTreeMap;

use crate::decode::is_id;
use crate::load::Loaded;
use crate::parse::{in_one_space, reserved};
use crate::reading::Reading;
use crate::record::Kind;
use crate::registry::{Node, Registry};
use crate::source::{FileId, Span};

/// Why a record cannot be renamed.
#[derive(Debug, thiserror::Error)]
pub enum RenameError {
    /// Mentions may be missed in a registry that is not understood.
    #[error("some records are broken; mend what `ropa check` shows first")]
    Broken,
    /// The record does not exist.
    #[error("`{1}` is not the id of {0}")]
    Missing(&'static str, String),
    /// The new id is no id, taken or reserved.
    #[error("`{0}` cannot be the new id: {1}")]
    BadId(String, String),
    /// The id is written in a way that cannot be changed without rewriting the file.
    #[error("`{0}` is written in a way that cannot be changed safely; rename it by hand in {1}")]
    ByHand(String, String),
}

/// The files of a renamed record.
#[derive(Debug)]
pub struct Renamed {
    /// Files with changed text, by path in the registry.
    pub texts: BTreeMap<String, String>,
    /// The file that gets another name: its path, and the new one.
    pub moved: Option<(String, String)>,
    /// Places that were changed, the record's own id aside.
    pub mentions: usize,
}

/// Plans the new id; nothing is written.
///
/// # Errors
/// If the registry is broken, the record does not exist, or the new id cannot be used.
pub fn rename(reading: &Reading, kind: Kind, old: &str, new: &str) -> Result<Renamed, RenameError> {
    if reading.is_broken() {
        return Err(RenameError::Broken);
    }
    let registry = &reading.registry;
    let (node, at) = place(registry, kind, old).ok_or_else(|| RenameError::Missing(kind.one(), old.to_owned()))?;
    is_free(registry, kind, new)?;

    let mut spans: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    let mentions = registry.mentions.iter().filter(|mention| mention.to == node);
    let mut count = 0;
    for mention in mentions {
        spans.entry(mention.at.file).or_default().push(mention.at);
        count += 1;
    }
    let mut texts = BTreeMap::new();
    for (file, spans) in spans {
        let source = reading.sources.get(file);
        texts.insert(source.path.clone(), replaced(&source.text, spans, old, new));
    }
    let path = &reading.sources.get(at.file).path;
    let moved = if path.contains('/') {
        let renamed = format!("{}{new}.toml", path.strip_suffix(&format!("{old}.toml")).unwrap_or_default());
        Some((path.clone(), renamed))
    } else {
        let text = texts.remove(path).unwrap_or_else(|| reading.sources.get(at.file).text.clone());
        let by_hand = || RenameError::ByHand(old.to_owned(), reading.sources.shown_path(at.file));
        texts.insert(path.clone(), headers(&text, old, new).ok_or_else(by_hand)?);
        None
    };
    let renamed = Renamed { texts, moved, mentions: count };
    prove(reading, &renamed, kind, old, new)
        .then_some(renamed)
        .ok_or_else(|| RenameError::ByHand(old.to_owned(), reading.sources.shown_path(at.file)))
}

fn place(registry: &Registry, kind: Kind, id: &str) -> Option<(Node, Span)> {
    registry.places().into_iter().find(|(node, _)| node.kind == kind && registry.identity(*node).0 == id)
}

fn is_free(registry: &Registry, kind: Kind, new: &str) -> Result<(), RenameError> {
    let refuse = |why: &str| Err(RenameError::BadId(new.to_owned(), why.to_owned()));
    if !is_id(new) {
        return refuse("ids have lower-case letters, digits and single hyphens, at most 80");
    }
    if let Some(why) = reserved(kind, new) {
        return refuse(why);
    }
    let taken = registry.places().into_iter().map(|(node, _)| node);
    match taken.into_iter().find(|node| in_one_space(node.kind, kind) && registry.identity(*node).0 == new) {
        Some(other) => refuse(&format!("it is the id of {}", other.kind.one())),
        None => Ok(()),
    }
}

/// A text with a name replaced at its places, whatever quotes it has.
fn replaced(text: &str, mut spans: Vec<Span>, old: &str, new: &str) -> String {
    spans.sort_unstable();
    spans.dedup();
    let mut out = text.to_owned();
    for span in spans.into_iter().rev() {
        let range = span.start as usize..span.end as usize;
        let written = out[range.clone()].replacen(old, new, 1);
        out.replace_range(range, &written);
    }
    out
}

/// A file of many records with the tables of one of them under another name; `None` where lines that
/// look like headers are something else.
fn headers(text: &str, old: &str, new: &str) -> Option<String> {
    let mut in_headers = false;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        in_headers |= trimmed.starts_with('[');
        let brackets = trimmed.len() - trimmed.trim_start_matches('[').len();
        // Before the first header a record can be written as `id.key = value` or `id = { ... }`.
        let begins = if brackets > 0 { brackets <= 2 } else { !in_headers };
        let rest = &trimmed[brackets..];
        let padding = rest.len() - rest.trim_start().len();
        let name = &rest[padding..];
        let quoted = [format!("\"{old}\""), format!("'{old}'"), old.to_owned()];
        let found = quoted.iter().find(|form| {
            name.strip_prefix(form.as_str()).is_some_and(|after| after.trim_start().starts_with(['.', ']', '=']))
        });
        match found.filter(|_| begins) {
            Some(form) => {
                let start = line.len() - name.len();
                lines.push(format!("{}{}{}", &line[..start], form.replace(old, new), &line[start + form.len()..]));
            }
            None => lines.push(line.to_owned()),
        }
    }
    let changed = lines.concat();
    let mut before: toml::Table = text.parse().ok()?;
    let after: toml::Table = changed.parse().ok()?;
    let record = before.remove(old)?;
    before.insert(new.to_owned(), record);
    (before == after).then_some(changed)
}

/// Whether the changed files hold the same records, but for the id.
fn prove(reading: &Reading, renamed: &Renamed, kind: Kind, old: &str, new: &str) -> bool {
    let mut loaded = Loaded::default();
    for (_, source) in reading.sources.iter() {
        let text = renamed.texts.get(&source.path).unwrap_or(&source.text).clone();
        match &renamed.moved {
            Some((from, to)) if *from == source.path => loaded.add(to, text),
            _ => loaded.add(&source.path, text),
        }
    }
    let after = Reading::of_loaded(loaded);
    let names = |reading: &Reading, from: &str, to: &str| {
        let name = |(node, _): (Node, Span)| {
            let (id, name) = reading.registry.identity(node);
            let id = if node.kind == kind && id == from { to } else { id };
            (node.kind, id.to_owned(), name.to_owned())
        };
        let mut names: Vec<_> = reading.registry.places().into_iter().map(name).collect();
        names.sort_unstable();
        names
    };
    !after.is_broken()
        && names(reading, old, new) == names(&after, new, new)
        && reading.registry.mentions.iter().count() == after.registry.mentions.iter().count()
}

#[cfg(test)]
mod tests {
    use super::rename;
    use crate::load::Loaded;
    use crate::reading::Reading;
    use crate::record::Kind;

    fn reading(files: &[(&str, &str)]) -> Reading {
        let mut loaded = Loaded::default();
        for (path, text) in files {
            loaded.add(path, (*text).to_owned());
        }
        Reading::of_loaded(loaded)
    }

    const GROUPS: &str = "# All [a] of them\n[ \"a\" ] # keep\nname = \"The [a]\"\n\n[[a.waivers]]\nlint = \"x\"\nreason = \
                          \"r\"\nowner = \"o\"\nexpires = 2030-01-01\n\n[ab]\nname = \"B\"\nrelated-to = 'a'\n";

    #[test]
    fn every_mention_changes_and_nothing_else() {
        let activity = "title = \"T\"\nsubject-groups = [\"ab\", \"a\"] # a\n";
        let reading = reading(&[("subject-groups.toml", GROUPS), ("activities/x.toml", activity)]);
        let renamed = rename(&reading, Kind::SubjectGroup, "a", "people").unwrap();
        assert_eq!(renamed.mentions, 2);
        assert_eq!(renamed.texts["activities/x.toml"], "title = \"T\"\nsubject-groups = [\"ab\", \"people\"] # a\n");
        let expected =
            GROUPS.replace("[ \"a\" ]", "[ \"people\" ]").replace("[[a.", "[[people.").replace("'a'", "'people'");
        assert_eq!(renamed.texts["subject-groups.toml"], expected);
    }

    #[test]
    fn a_record_of_its_own_moves() {
        let reading = reading(&[("activities/deep/x.toml", "title = \"T\"\n")]);
        let renamed = rename(&reading, Kind::Activity, "x", "y").unwrap();
        assert_eq!(renamed.moved, Some(("activities/deep/x.toml".into(), "activities/deep/y.toml".into())));
    }

    #[test]
    fn ids_that_cannot_be_are_refused() {
        let files = [("controllers.toml", "[a]\nname = \"A\"\n"), ("sources.toml", "[b]\nname = \"B\"\n")];
        let reading = reading(&files);
        let refused = |old: &str, new: &str| rename(&reading, Kind::Controller, old, new).unwrap_err().to_string();
        assert!(refused("a", "b").contains("it is the id of a source"));
        assert!(refused("a", "A").contains("lower-case"));
        assert!(refused("a", "observed").contains("reserved"));
        assert!(refused("c", "d").contains("`c` is not the id of a controller"));
    }

    #[test]
    fn what_cannot_be_changed_safely_is_left_to_people() {
        // The id stands in a line of a text, where a header would stand.
        let files = [("controllers.toml", "[a]\nname = \"A\"\nnote = \"\"\"\n[a]\n\"\"\"\n")];
        let reading = reading(&files);
        let refused = rename(&reading, Kind::Controller, "a", "b").unwrap_err().to_string();
        assert!(refused.contains("rename it by hand in controllers.toml"), "{refused}");
    }
}
