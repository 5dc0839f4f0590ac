//! What differs between two versions of a notice, block by block and word by word.
//!
//! 1. Both documents become parts with lines (`lines`): a line is what stands together, such as a paragraph,
//!    an item of a list or a row of a table.
//! 2. Parts belong together if they have the same anchor, so that a section that only moved is no change.
//! 3. Lines of a part are compared as wholes; of those that differ, the ones that share most words are
//!    compared word by word (`words`).
//!
//! Words are compared as readers see them: a link that leads elsewhere now is no change.

mod lines;
mod words;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::document::Document;

pub use lines::{Kind, Line};
pub use words::{Change, Piece};

use lines::Part;

/// The most comparisons of lines. What is longer than anything people read is not compared line by line.
const MOST: usize = 4_000_000;

/// A part of both versions, or of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its heading; empty before the first section.
    pub heading: Vec<Piece>,
    /// Its lines, in order.
    pub lines: Vec<ComparedLine>,
}

/// A line of both versions, or of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedLine {
    /// What kind of line it is.
    pub kind: Kind,
    /// Its words, with what was added and what was removed.
    pub pieces: Vec<Piece>,
}

impl Compared {
    /// Whether something in it differs.
    pub fn differs(&self) -> bool {
        let differ = |pieces: &[Piece]| pieces.iter().any(|piece| piece.change != Change::None);
        differ(&self.heading) || self.lines.iter().any(|line| differ(&line.pieces))
    }
}

/// Compares two versions, in the order of the later one.
pub fn compare(before: &Document, after: &Document) -> Vec<Compared> {
    let (before, after) = (lines::parts(before), lines::parts(after));
    let mut compared = Vec::new();
    let mut left = before.iter().peekable();
    for part in &after {
        match before.iter().position(|other| other.anchor == part.anchor) {
            Some(at) => {
                // What went from before this part stood before it.
                while let Some(gone) = left.next_if(|other| !same_place(other, &before[at])) {
                    if !after.iter().any(|other| other.anchor == gone.anchor) {
                        compared.push(whole(gone, Change::Removed));
                    }
                    if left.peek().is_none() {
                        break;
                    }
                }
                left.next_if(|other| same_place(other, &before[at]));
                compared.push(both(&before[at], part));
            }
            None => compared.push(whole(part, Change::Added)),
        }
    }
    compared
}

fn same_place(one: &Part, other: &Part) -> bool {
    one.anchor == other.anchor
}

fn whole(part: &Part, change: Change) -> Compared {
    let line = |line: &Line| ComparedLine { kind: line.kind, pieces: vec![Piece::whole(&line.words, change)] };
    Compared { heading: vec![Piece::whole(&part.heading, change)], lines: part.lines.iter().map(line).collect() }
}

fn both(before: &Part, after: &Part) -> Compared {
    Compared { heading: words::compare(&before.heading, &after.heading), lines: block(&before.lines, &after.lines) }
}

fn block(before: &[Line], after: &[Line]) -> Vec<ComparedLine> {
    if before.len().saturating_mul(after.len()) > MOST {
        return replaced(before, after, &[]);
    }
    let mut lines = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        let (old, new) = (&before[op.old_range()], &after[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => lines.extend(new.iter().map(|line| of(line, Change::None))),
            _ => lines.extend(replaced(old, new, &pairs(old, new))),
        }
    }
    lines
}

fn of(line: &Line, change: Change) -> ComparedLine {
    ComparedLine { kind: line.kind, pieces: vec![Piece::whole(&line.words, change)] }
}

/// Lines in place of others. Pairs are compared by words; of the rest, those that went stand first.
fn replaced(old: &[Line], new: &[Line], pairs: &[(usize, usize)]) -> Vec<ComparedLine> {
    let mut lines = Vec::new();
    let (mut from, mut to) = (0, 0);
    let end = (old.len(), new.len());
    for (one, other) in pairs.iter().copied().chain([end]) {
        lines.extend(old[from..one].iter().map(|line| of(line, Change::Removed)));
        lines.extend(new[to..other].iter().map(|line| of(line, Change::Added)));
        if (one, other) != end {
            let pieces = words::compare(&old[one].words, &new[other].words);
            lines.push(ComparedLine { kind: new[other].kind, pieces });
        }
        (from, to) = (one + 1, other + 1);
    }
    lines
}

/// Lines that are the same in other words, in order: the pairs that share most.
fn pairs(old: &[Line], new: &[Line]) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() || old.len().saturating_mul(new.len()) > MOST / 100 {
        return Vec::new();
    }
    let width = new.len() + 1;
    // The most that can be shared by what comes from a pair of places on.
    let mut best = vec![0_u32; (old.len() + 1) * width];
    let mut shared = vec![0_u32; old.len() * new.len()];
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let kept = if one.kind == other.kind { words::shared(&one.words, &other.words) } else { 0 };
            shared[row * new.len() + column] = kept;
            let with = if kept > 0 { kept + best[(row + 1) * width + column + 1] } else { 0 };
            best[row * width + column] = with.max(best[(row + 1) * width + column]).max(best[row * width + column + 1]);
        }
    }
    let (mut row, mut column, mut found) = (0, 0, Vec::new());
    while row < old.len() && column < new.len() {
        let kept = shared[row * new.len() + column];
        let here = best[row * width + column];
        if kept > 0 && here == kept + best[(row + 1) * width + column + 1] {
            found.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if here == best[(row + 1) * width + column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Change, Compared, compare};
    use crate::document::{Block, Document, Section};

    fn document(sections: &[(&str, &[&str])]) -> Document {
        let section = |(anchor, lines): &(&str, &[&str])| Section {
            anchor: (*anchor).to_owned(),
            heading: format!("About {anchor}").into(),
            mark: None,
            apart: false,
            blocks: lines.iter().map(|line| Block::paragraph(*line)).collect(),
        };
        Document { title: "Notice".into(), lead: Vec::new(), sections: sections.iter().map(section).collect() }
    }

    /// The lines as people mark them: `[-gone-]` and `{+new+}`.
    fn told(compared: &[Compared]) -> Vec<String> {
        let words = |pieces: &[super::Piece]| -> String {
            let piece = |piece: &super::Piece| match piece.change {
                Change::None => piece.words.clone(),
                Change::Added => format!("{{+{}+}}", piece.words),
                Change::Removed => format!("[-{}-]", piece.words),
            };
            pieces.iter().map(piece).collect()
        };
        let lines = |part: &Compared| {
            let lines: Vec<String> = part.lines.iter().map(|line| words(&line.pieces)).collect();
            std::iter::once(words(&part.heading)).chain(lines).collect::<Vec<_>>()
        };
        compared.iter().flat_map(lines).filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn words_are_compared_within_the_line_that_shares_most() {
        let before = document(&[("data", &["We use your name.", "We keep it for two years.", "We ask you first."])]);
        let after = document(&[("data", &["We sell nothing.", "We keep it for three years.", "We ask you first."])]);
        assert_eq!(
            told(&compare(&before, &after))[2..],
            [
                "[-We use your name.-]",
                "{+We sell nothing.+}",
                "We keep it for [-two-]{+three+} years.",
                "We ask you first."
            ]
        );
    }

    #[test]
    fn sections_that_moved_are_no_change_and_those_that_went_stand_where_they_stood() {
        let before = document(&[("a", &["One."]), ("gone", &["Two."]), ("b", &["Three."]), ("c", &["Four."])]);
        let after = document(&[("c", &["Four."]), ("a", &["One."]), ("b", &["Three."]), ("new", &["Five."])]);
        let compared = compare(&before, &after);
        let changed: Vec<bool> = compared.iter().map(Compared::differs).collect();
        assert_eq!(told(&compared).len(), 11, "{:?}", told(&compared));
        assert_eq!(changed.iter().filter(|changed| **changed).count(), 2);
        assert!(told(&compared).contains(&"[-Two.-]".to_owned()) && told(&compared).contains(&"{+Five.+}".to_owned()));
        assert!(compare(&before, &before).iter().all(|part| !part.differs()));
    }
}
