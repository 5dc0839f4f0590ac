//! Two lines, word by word.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The most comparisons of words; a line that is longer is shown as another one.
const MOST: usize = 1_000_000;

/// Lines that share less of their letters than this, in hundredths, are not compared word by word: scraps of
/// both would stand between each other.
const SHARED: u32 = 50;

/// What happened to some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Both versions have them.
    None,
    /// The later one has them.
    Added,
    /// The earlier one had them.
    Removed,
}

/// Some words, and what happened to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What happened to them.
    pub change: Change,
    /// The words.
    pub words: String,
}

impl Piece {
    /// A whole line.
    pub(super) fn whole(words: &str, change: Change) -> Piece {
        Piece { change, words: words.to_owned() }
    }
}

/// What differs, in the order of the later line; what went stands before what came.
pub(super) fn compare(before: &str, after: &str) -> Vec<Piece> {
    if before == after {
        return vec![Piece::whole(after, Change::None)];
    }
    let (old, new) = (tokens(before), tokens(after));
    if old.len().saturating_mul(new.len()) > MOST || shared(before, after) == 0 {
        let both = [Piece::whole(before, Change::Removed), Piece::whole(after, Change::Added)];
        return both.into_iter().filter(|piece| !piece.words.is_empty()).collect();
    }
    let mut pieces = Pieces::default();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (gone, come) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        match op {
            // A space between two changes belongs to both of them.
            DiffOp::Equal { .. } if come.trim().is_empty() && pieces.is_open() => pieces.space(&come),
            DiffOp::Equal { .. } => pieces.same(&come),
            _ => pieces.change(&gone, &come),
        }
    }
    pieces.finish()
}

/// How much two lines share of the longer one, in hundredths of its letters; nothing where that is little.
pub(super) fn shared(one: &str, other: &str) -> u32 {
    let is_word = |token: &&str| token.chars().any(char::is_alphanumeric);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let (one, other) = (tokens(one), tokens(other));
    for token in one.iter().filter(|token| is_word(token)) {
        *counts.entry(*token).or_default() += 1;
    }
    let letters =
        |tokens: &[&str]| tokens.iter().filter(|token| is_word(token)).map(|token| token.len()).sum::<usize>();
    let longest = letters(&one).max(letters(&other));
    let mut both = 0;
    for token in other.iter().filter(|token| is_word(token)) {
        if let Some(count) = counts.get_mut(*token).filter(|count| **count > 0) {
            *count -= 1;
            both += token.len();
        }
    }
    let part = both.saturating_mul(100).checked_div(longest).unwrap_or_default();
    u32::try_from(part).ok().filter(|part| *part >= SHARED).unwrap_or_default()
}

/// Words, spaces and each other sign. A sign within a word belongs to it: "1.2", "e-mail", an address.
fn tokens(line: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = Sign::Other;
    let mut signs = line.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let joins = matches!(c, '.' | ',' | '-' | '@' | '\'' | '’' | '/' | ':');
        let within = joins && before == Sign::Word && next.is_some_and(char::is_alphanumeric);
        let now = match c {
            _ if within || c.is_alphanumeric() => Sign::Word,
            _ if c.is_whitespace() => Sign::Space,
            _ => Sign::Other,
        };
        if at > start && (now != before || now == Sign::Other) {
            tokens.push(&line[start..at]);
            start = at;
        }
        before = now;
    }
    if start < line.len() {
        tokens.push(&line[start..]);
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Word,
    Space,
    Other,
}

/// Pieces as they come; changes that follow each other become one.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    gone: String,
    come: String,
    /// A space behind an open change.
    space: String,
}

impl Pieces {
    fn is_open(&self) -> bool {
        !self.gone.is_empty() || !self.come.is_empty()
    }

    fn space(&mut self, words: &str) {
        self.space.push_str(words);
    }

    fn change(&mut self, gone: &str, come: &str) {
        let space = std::mem::take(&mut self.space);
        // Where one side ends, the space belongs to the other alone.
        self.gone.push_str(&space);
        self.come.push_str(&space);
        self.gone.push_str(gone);
        self.come.push_str(come);
    }

    fn same(&mut self, words: &str) {
        self.close();
        let space = std::mem::take(&mut self.space);
        self.push(Change::None, space + words);
    }

    fn close(&mut self) {
        let (gone, come) = (std::mem::take(&mut self.gone), std::mem::take(&mut self.come));
        self.push(Change::Removed, gone);
        self.push(Change::Added, come);
    }

    fn push(&mut self, change: Change, words: String) {
        match self.done.last_mut().filter(|last| last.change == change) {
            Some(last) => last.words.push_str(&words),
            None if words.is_empty() => {}
            None => self.done.push(Piece { change, words }),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        let space = std::mem::take(&mut self.space);
        self.close();
        self.push(Change::None, space);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, compare, tokens};

    fn sides(before: &str, after: &str) -> (String, String) {
        let pieces = compare(before, after);
        let side = |other: Change| -> String {
            pieces.iter().filter(|piece| piece.change != other).map(|piece| piece.words.as_str()).collect()
        };
        (side(Change::Added), side(Change::Removed))
    }

    #[test]
    fn each_side_is_what_it_was() {
        let lines =
            ["", "a", "We keep it for two years.", "We keep it, for three  years!", "äöü <b> & \u{202e} end", " a b "];
        for before in lines {
            for after in lines {
                assert_eq!(sides(before, after), (before.to_owned(), after.to_owned()), "{before} / {after}");
            }
        }
    }

    #[test]
    fn neighbouring_changes_are_one() {
        let told: Vec<(Change, String)> =
            compare("We keep your data for two long years.", "We keep your data for three short years.")
                .into_iter()
                .map(|piece| (piece.change, piece.words))
                .collect();
        assert_eq!(told.len(), 4, "{told:?}");
        assert_eq!((told[1].1.as_str(), told[2].1.as_str()), ("two long", "three short"));
    }

    #[test]
    fn tokens_are_words_spaces_and_signs() {
        assert_eq!(tokens("a1  b, c."), ["a1", "  ", "b", ",", " ", "c", "."]);
        assert_eq!(tokens("1.2 a-b@c.d (e)"), ["1.2", " ", "a-b@c.d", " ", "(", "e", ")"]);
    }
}
