//! What could not be read of a state, file by file and place by place.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Unread;
use super::forest::Forest;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::{Role, role_of};
use crate::reading::Reading;
use crate::source::Source;

/// Mistakes that hide nothing: a key that the format does not have is compared by its name, and one that is missing
/// is compared as missing.
const READ_ALL_THE_SAME: [&str; 2] = ["unknown-key", "missing-key"];

/// What could not be read, in the order of files and places. A mistake of a file that is the same in the other state
/// hides no change.
pub(super) fn of(reading: &Reading, other: &Reading, forest: &Forest, before: bool) -> Vec<Unread> {
    let whole: BTreeSet<&str> = forest.unread.iter().map(|(path, _)| path.as_str()).collect();
    let mistakes = reading.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let told_alike = told_alike(reading, other);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for mistake in mistakes {
        let source = reading.sources.get(mistake.primary.span.file);
        let path = source.path.as_str();
        let is_whole = whole.contains(path);
        let counts = if is_whole {
            // One reason is enough for a file; what else is wrong in it may come of that.
            !READ_ALL_THE_SAME.contains(&mistake.name) && seen.insert(path)
        } else {
            let is_compared = !matches!(role_of(path), Some(Role::Profile(_) | Role::Archive { .. }));
            is_compared && !READ_ALL_THE_SAME.contains(&mistake.name) && !told_alike(mistake, source)
        };
        if counts {
            let (line, _) = source.position(mistake.primary.span.start);
            found.push(Unread { before, path: path.to_owned(), line, why: mistake.message.clone(), is_whole });
        }
    }
    found
}

/// Whether a state has mistakes that the one before did not have. What was wrong before, in the same words of the same
/// table, hides nothing that changed, and neither does a file that nobody could read then or now and that is the same.
pub(super) fn has_new(before: &Reading, after: &Reading, unread: &[Unread]) -> bool {
    if !after.is_broken() {
        return false;
    }
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for mistake in mistakes(before) {
        *known.entry(mistake).or_default() += 1;
    }
    let is_known = |mistake| known.get_mut(&mistake).filter(|left| **left > 0).map(|left| *left -= 1).is_some();
    unread.iter().any(|one| one.is_whole && !one.before) || !mistakes(after).all(is_known)
}

/// The mistakes of a state: the file, the head of the table, the words at fault, and what is wrong with them.
fn mistakes(reading: &Reading) -> impl Iterator<Item = (&str, &str, &str, &str)> {
    let errors = reading.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    errors.map(|mistake| {
        let span = mistake.primary.span;
        let source = reading.sources.get(span.file);
        let above = source.text.get(..span.end as usize).unwrap_or_default();
        let table = above.lines().rfind(|line| line.trim_start().starts_with('[')).unwrap_or_default();
        (source.path.as_str(), table, source.slice(span), mistake.message.as_str())
    })
}

/// Whether the other state has a mistake too, in the same words of the same file.
fn told_alike<'a>(reading: &'a Reading, other: &'a Reading) -> impl Fn(&Diagnostic, &Source) -> bool + 'a {
    // Where one of them has no mistakes there is nothing to look up.
    let may_be = reading.is_broken() && other.is_broken();
    let theirs = other.sources.iter().filter(|_| may_be);
    let theirs: HashMap<&str, &Source> = theirs.map(|(_, source)| (source.path.as_str(), source)).collect();
    let known: BTreeSet<(&str, u32, &str)> = other
        .diagnostics
        .iter()
        .map(|one| {
            let path = other.sources.get(one.primary.span.file).path.as_str();
            (path, one.primary.span.start, one.message.as_str())
        })
        .collect();
    move |mistake, source| {
        theirs.get(source.path.as_str()).is_some_and(|theirs| theirs.text == source.text)
            && known.contains(&(source.path.as_str(), mistake.primary.span.start, mistake.message.as_str()))
    }
}
