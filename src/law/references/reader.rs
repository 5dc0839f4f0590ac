//! Looking at tokens: what stands at a place, without moving.

use std::ops::Range;

use super::Hints;
use super::token::{Kind, Token};
use super::words::{self, Languages, Role, WORDS};

/// The tokens of one text.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    /// The languages the text may be in.
    hinted: Languages,
}

/// A remark in parentheses is skipped if it is no longer than this: hostile texts stay cheap.
const LONGEST_REMARK: usize = 40;

impl<'a> Reader<'a> {
    pub(super) fn new(tokens: &'a [Token], hints: &Hints<'_>) -> Reader<'a> {
        Reader { tokens, hinted: words::languages(hints.language) }
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    pub(super) fn is(&self, at: usize, kind: Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// One of some signs.
    pub(super) fn sign(&self, at: usize, signs: &str) -> bool {
        self.is(at, Kind::Sign) && signs.contains(self.text(at))
    }

    /// A number of at most four digits.
    pub(super) fn number(&self, at: usize) -> Option<u16> {
        (self.is(at, Kind::Number) && self.text(at).len() <= 4).then(|| self.text(at).parse().ok()).flatten()
    }

    /// A word of capitals alone, and more than one.
    pub(super) fn is_capitals(&self, at: usize) -> bool {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Word && token.text.len() > 1);
        token.is_some_and(|token| token.capitals == token.text.len())
    }

    /// A word of one letter.
    pub(super) fn letter(&self, at: usize) -> Option<char> {
        let letter = self.text(at).bytes().next().filter(u8::is_ascii_lowercase)?;
        (self.text(at).len() == 1).then_some(char::from(letter))
    }

    /// Whether nothing stands between a token and the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    pub(super) fn phrase(&self, at: usize, role: Role) -> Option<(usize, Languages)> {
        WORDS.at(self.tokens, at, role)
    }

    /// The place after optional signs, one at most.
    pub(super) fn past(&self, at: usize, signs: &str) -> usize {
        if self.sign(at, signs) { at + 1 } else { at }
    }

    /// The place after a remark in parentheses: "(contract)".
    pub(super) fn remark(&self, at: usize) -> Option<usize> {
        if !self.sign(at, "(") {
            return None;
        }
        let end = (at + 1..self.tokens.len().min(at + LONGEST_REMARK)).find(|at| self.sign(*at, "()"))?;
        self.sign(end, ")").then_some(end + 1)
    }

    /// Whether a letter may be a word of the language: "a", or the Swedish "i".
    pub(super) fn letter_like(&self, letter: char, languages: Languages) -> bool {
        let mut buffer = [0; 4];
        WORDS.letter_like(letter.encode_utf8(&mut buffer)) & narrowed(languages, self.hinted) != 0
    }

    /// The bytes of tokens, without a closing parenthesis that belongs to what is around them.
    pub(super) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        let mut end = tokens.end;
        let count = |sign| (tokens.start..end).filter(|at| self.sign(*at, sign)).count();
        let stray = count(")") > count("(") && self.is_open(tokens.start);
        if stray && end > tokens.start + 1 && self.sign(end - 1, ")") {
            end -= 1;
        }
        let first = self.tokens.get(tokens.start).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(first, |token| token.span.end);
        first..last.max(first)
    }

    /// Whether a parenthesis was opened shortly before and is not closed yet.
    fn is_open(&self, at: usize) -> bool {
        let before = (at.saturating_sub(LONGEST_REMARK)..at).rev();
        before.into_iter().find(|at| self.sign(*at, "()")).is_some_and(|at| self.sign(at, "("))
    }
}

/// The languages that both sets allow; the first where they have none in common.
pub(super) fn narrowed(languages: Languages, by: Languages) -> Languages {
    if languages & by == 0 { languages } else { languages & by }
}
