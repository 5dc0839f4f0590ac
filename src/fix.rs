//! Fixes that need no decision: small changes of text, with comments and formatting kept.
//!
//! A diagnostic carries its fix as edits of the file it stands in. [`apply`] makes all of them that do
//! not get in each other's way, and proves that the files can still be read.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Table, Value};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources, Span};

/// What a fix does to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Other text in a place.
    Replace {
        /// The place.
        span: Span,
        /// What is to stand there.
        text: String,
    },
    /// An element of a list goes away.
    Remove {
        /// The keys that lead to the list, from the top of the file.
        keys: Vec<String>,
        /// Its place in the list, from 0.
        index: usize,
    },
    /// A table of its own is added.
    Add {
        /// The keys that lead to the table, from the top of the file. Nothing stands there yet.
        keys: Vec<String>,
        /// Keys and values, as TOML.
        toml: String,
    },
}

/// A change that can be made without a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The file.
    pub file: FileId,
    /// The change.
    pub change: Change,
}

/// What fixing would do.
#[derive(Debug, Default)]
pub struct Fixed {
    /// Changed files: path in the registry, and new text.
    pub texts: BTreeMap<String, String>,
    /// Fixes that were made.
    pub made: usize,
}

/// Makes every fix of these diagnostics. Of fixes that overlap one is made; the next run finds what is
/// left.
pub fn apply(diagnostics: &[Diagnostic], sources: &Sources) -> Fixed {
    let mut by_file: BTreeMap<FileId, Vec<&Change>> = BTreeMap::new();
    for fix in diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
        let changes = by_file.entry(fix.file).or_default();
        if !changes.contains(&&fix.change) {
            changes.push(&fix.change);
        }
    }
    let mut fixed = Fixed::default();
    for (file, changes) in by_file {
        let source = sources.get(file);
        let (text, made) = changed(&source.text, &changes);
        // A text that cannot be read again is no fix.
        if made > 0 && text.parse::<DocumentMut>().is_ok() {
            fixed.texts.insert(source.path.clone(), text);
            fixed.made += made;
        }
    }
    fixed
}

fn changed(text: &str, changes: &[&Change]) -> (String, usize) {
    let mut replacements: Vec<(Span, &str)> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Replace { span, text } => Some((*span, text.as_str())),
            _ => None,
        })
        .collect();
    replacements.sort_unstable();
    let mut out = text.to_owned();
    let mut made = 0;
    let mut next = u32::MAX;
    for (span, text) in replacements.into_iter().rev() {
        let range = span.start as usize..span.end as usize;
        if span.end <= next && out.get(range.clone()).is_some() {
            out.replace_range(range, text);
            made += 1;
            next = span.start;
        }
    }
    if changes.iter().all(|change| matches!(change, Change::Replace { .. })) {
        return (out, made);
    }
    let Ok(mut document) = out.parse::<DocumentMut>() else { return (out, made) };
    let mut removals: Vec<(&[String], usize)> = Vec::new();
    for change in changes {
        match change {
            Change::Replace { .. } => {}
            Change::Remove { keys, index } => removals.push((keys, *index)),
            Change::Add { keys, toml } => made += usize::from(add(document.as_table_mut(), keys, toml)),
        }
    }
    // From the last on, so that the places of the others stay.
    removals.sort_unstable();
    let by_tables = removals.iter().rev().filter(|(keys, index)| remove(document.as_table_mut(), keys, *index)).count();
    let text = document.to_string();
    // The TOML library ends lines its own way; the file keeps the one it has.
    let text = if out.contains("\r\n") { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text };
    (text, made + by_tables)
}

fn remove(table: &mut Table, keys: &[String], index: usize) -> bool {
    let [parents @ .., last] = keys else { return false };
    let Some(parent) = descend(table, parents) else { return false };
    let (removed, is_empty) = match parent.get_mut(last) {
        Some(Item::ArrayOfTables(list)) if list.get(index).is_some_and(|table| !has_foreign_comment(table)) => {
            list.remove(index);
            (true, list.is_empty())
        }
        Some(Item::Value(Value::Array(list))) if index < list.len() => {
            list.remove(index);
            (true, list.is_empty())
        }
        _ => (false, false),
    };
    if is_empty {
        parent.remove(last);
    }
    removed
}

/// Whether a comment that may be about more than this table stands before it, apart from its header by
/// an empty line. It would go with the table, so such a table is left to people.
fn has_foreign_comment(table: &Table) -> bool {
    let before = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
    before.replace('\r', "").rsplit_once("\n\n").is_some_and(|(above, _)| above.contains('#'))
}

fn add(table: &mut Table, keys: &[String], toml: &str) -> bool {
    let [parents @ .., last] = keys else { return false };
    let Ok(new) = toml.parse::<DocumentMut>() else { return false };
    let mut parent = table;
    for key in parents {
        let item = parent.entry(key).or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        let Item::Table(inner) = item else { return false };
        parent = inner;
    }
    if parent.contains_key(last) {
        return false;
    }
    let mut added = new.as_table().clone();
    added.decor_mut().set_prefix("\n");
    parent.insert(last, Item::Table(added));
    true
}

fn descend<'t>(table: &'t mut Table, keys: &[String]) -> Option<&'t mut Table> {
    keys.iter().try_fold(table, |table, key| match table.get_mut(key) {
        Some(Item::Table(inner)) => Some(inner),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Change, Fix, apply};
    use crate::diagnostic::Diagnostic;
    use crate::source::{FileId, Sources, Span};

    fn fixed(text: &str, changes: Vec<Change>) -> (String, usize) {
        let mut sources = Sources::new("registry");
        let file = sources.add("a.toml", text);
        let diagnostics: Vec<Diagnostic> = changes
            .into_iter()
            .map(|change| Diagnostic::error("x", Span::top(file), "x").fix(Fix { file, change }))
            .collect();
        let fixed = apply(&diagnostics, &sources);
        (fixed.texts.get("a.toml").cloned().unwrap_or_else(|| text.to_owned()), fixed.made)
    }

    fn replace(start: usize, end: usize, text: &str) -> Change {
        Change::Replace { span: Span::new(FileId(0), start..end), text: text.to_owned() }
    }

    #[test]
    fn texts_are_replaced_and_comments_stay() {
        let text = "# c\na = \"x\" # d\nb = \"y\"\n";
        let changes = vec![replace(8, 11, "1"), replace(20, 23, "2"), replace(9, 10, "z")];
        assert_eq!(fixed(text, changes), ("# c\na = \"z\" # d\nb = 2\n".to_owned(), 2));
    }

    #[test]
    fn elements_go_and_an_empty_list_with_them() {
        let text =
            "# top\n[a]\nname = \"A\" # n\n\n[[a.waivers]]\nx = 1\n\n[[a.waivers]]\nx = 2\n\n[b]\nlist = [1, 2]\n";
        let keys = |path: &str| path.split('.').map(str::to_owned).collect::<Vec<_>>();
        let remove = |path: &str, index| Change::Remove { keys: keys(path), index };
        let (one, _) = fixed(text, vec![remove("a.waivers", 0)]);
        assert_eq!(one, "# top\n[a]\nname = \"A\" # n\n\n[[a.waivers]]\nx = 2\n\n[b]\nlist = [1, 2]\n");
        let (all, made) = fixed(text, vec![remove("a.waivers", 0), remove("a.waivers", 1), remove("b.list", 1)]);
        assert_eq!((all.as_str(), made), ("# top\n[a]\nname = \"A\" # n\n\n[b]\nlist = [1]\n", 3));
    }

    #[test]
    fn a_comment_about_more_than_the_element_stays() {
        let text = "a = 1\n\n# Agreed by the board; keep this.\n\n# first\n[[waivers]]\nx = 1\n";
        let change = Change::Remove { keys: vec!["waivers".to_owned()], index: 0 };
        assert_eq!(fixed(text, vec![change.clone()]), (text.to_owned(), 0));
        let own = "a = 1\n\n# first\n[[waivers]]\nx = 1\n";
        assert_eq!(fixed(own, vec![change]), ("a = 1\n".to_owned(), 1));
    }

    #[test]
    fn a_table_is_added_once() {
        let keys = vec!["a".to_owned(), "transfers".to_owned(), "in".to_owned()];
        let add = Change::Add { keys, toml: "countries = [\"IN\"]\n".to_owned() };
        let text = "[a] # keep\nname = \"A\"\n\n[b]\nname = \"B\"\n";
        let (after, made) = fixed(text, vec![add.clone(), add.clone()]);
        assert_eq!(made, 1);
        assert_eq!(after, "[a] # keep\nname = \"A\"\n\n[a.transfers.in]\ncountries = [\"IN\"]\n\n[b]\nname = \"B\"\n");
        assert_eq!(fixed(&after, vec![add]).1, 0);
    }
}
