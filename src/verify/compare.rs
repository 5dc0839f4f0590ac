//! What two copies do not share, section by section.

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};

use super::{Copy, Passage};

/// Two passages that share so much of their words are one that was changed.
const ALIKE: f32 = 0.5;

/// A passage that only one side has, or that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// Anchor of the section; `head` above the first.
    pub section: String,
    /// Heading of the section; empty above the first.
    pub heading: String,
    /// The passage of the file; absent if it has none.
    pub file: Option<String>,
    /// The passage of the register; absent if it has none.
    pub register: Option<String>,
    /// The words that differ, where both have the passage.
    pub words: Vec<WordChange>,
}

/// Words in the place of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct WordChange {
    /// The words of the file; empty where it has none there.
    pub file: String,
    /// The words of the register; empty where it has none there.
    pub register: String,
}

/// What a file and the register do not share, in the order of the sections of the register; those
/// that only the file has come last.
pub fn compare(file: &Copy, register: &Copy) -> Vec<Difference> {
    let mut sections: Vec<(&str, &str)> = vec![("head", "")];
    for (anchor, heading) in register.sections.iter().chain(&file.sections) {
        if !sections.iter().any(|(known, _)| known == anchor) {
            sections.push((anchor, heading));
        }
    }
    let of = |copy: &'_ Copy, anchor: &str| -> Vec<String> {
        let heading = copy.sections.iter().filter(|(known, heading)| known == anchor && !heading.is_empty());
        let passages = copy.passages.iter().filter(|passage| passage.section == anchor);
        heading.map(|(_, heading)| heading.clone()).chain(passages.map(|Passage { words, .. }| words.clone())).collect()
    };
    let mut found = Vec::new();
    for (anchor, heading) in sections {
        let (old, new) = (of(file, anchor), of(register, anchor));
        for (file, register) in pairs(&old, &new) {
            let words = match (&file, &register) {
                (Some(file), Some(register)) => words(file, register),
                _ => Vec::new(),
            };
            let (section, heading) = (anchor.to_owned(), heading.to_owned());
            found.push(Difference { section, heading, file, register, words });
        }
    }
    found
}

/// Passages that differ, each with the one that it was or became.
fn pairs(old: &[String], new: &[String]) -> Vec<(Option<String>, Option<String>)> {
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. }) = op else { continue };
        let mut added: Vec<&String> = new[op.new_range()].iter().collect();
        for gone in &old[op.old_range()] {
            let likeness = |other: &&String| likeness(gone, other);
            let best = added.iter().enumerate().map(|(at, other)| (at, likeness(other)));
            let best = best.max_by(|one, other| one.1.total_cmp(&other.1)).filter(|(_, likeness)| *likeness >= ALIKE);
            let became = best.map(|(at, _)| added.remove(at).clone());
            found.push((Some(gone.clone()), became));
        }
        found.extend(added.into_iter().map(|passage| (None, Some(passage.clone()))));
    }
    found
}

fn likeness(one: &str, other: &str) -> f32 {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    diff_ratio(&capture_diff_slices(Algorithm::Myers, &one, &other), one.len(), other.len())
}

/// The words that differ between two passages.
fn words(file: &str, register: &str) -> Vec<WordChange> {
    let (old, new): (Vec<&str>, Vec<&str>) = (file.split(' ').collect(), register.split(' ').collect());
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let changed = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed
        .map(|op| WordChange { file: old[op.old_range()].join(" "), register: new[op.new_range()].join(" ") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{WordChange, pairs, words};

    #[test]
    fn a_changed_passage_is_told_apart_from_a_new_one() {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let old = own(&["We keep your data for two years.", "We sell nothing."]);
        let new = own(&["We keep your data for three years.", "Courts receive data if the law says so."]);
        let found = pairs(&old, &new);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], (Some(old[0].clone()), Some(new[0].clone())));
        assert_eq!(found[1], (Some(old[1].clone()), None));
        assert_eq!(found[2], (None, Some(new[1].clone())));
    }

    #[test]
    fn only_the_words_that_differ_are_named() {
        let change = |file: &str, register: &str| WordChange { file: file.into(), register: register.into() };
        assert_eq!(words("for two years or more", "for three years or more"), [change("two", "three")]);
        assert_eq!(words("with A to b", "with A and C to b"), [change("", "and C")]);
    }
}
