//! Sentences and their clauses: what stands around a reference and may change what it stands for.
//!
//! A sentence ends with a stop, a question mark or a bar, a clause with a semicolon too. What denies,
//! excepts, replaces or doubts one reference leaves all of its clause uncertain: to whom it belongs is
//! beyond a reader of words. "Not applicable: 6(1)(e); 6(1)(f)" denies the rest of the sentence.

use std::ops::Range;

use super::cited::Cited;
use super::judge::Piece;
use super::laws::Law;
use super::reader::Reader;
use super::token::Kind;
use super::words::Role;

/// A part of a sentence, and what it says beside its references.
pub(super) struct Clause {
    tokens: Range<usize>,
    /// Whether it denies, excepts, replaces, doubts or asks.
    pub(super) is_denied: bool,
    /// Whether letters stand there that no reference took: "lit. f (...), hilfsweise lit. a".
    pub(super) has_stray: bool,
    /// Whether the last law named before it is another than the GDPR: "Ley 39/2015. Artículo 6.1.c)".
    follows_other: bool,
    mentions: Vec<Mention>,
}

/// A law, wherever it is named.
struct Mention {
    tokens: Range<usize>,
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Gdpr,
    /// Another law by its name, or capitals that look like one.
    Other,
    /// A law with a section of its own, which needs no reference before it: "§ 26 BDSG".
    Section,
    /// "Ley", "Act", "the regulation".
    Kind,
}

/// How near a reference a word stands that denies it.
const NEAR: usize = 3;

/// How far before a reference "without" stands: "sans recourir à l'article", and how far behind it a year.
const FAR: usize = 7;

/// The clauses of a text, in its order, and whether what would follow the text is denied: "Not applicable:".
pub(super) fn clauses(reader: &Reader<'_>, pieces: &[Piece]) -> (Vec<Clause>, bool) {
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut start, mut first) = (0, 0);
    // Whether a denial with a colon holds for what follows in the sentence.
    let mut goes_on = false;
    for at in 0..reader.tokens.len() {
        let is_last = at + 1 == reader.tokens.len();
        let last = pieces.partition_point(|piece| piece.start() <= at);
        let inside = last.checked_sub(1).and_then(|last| pieces.get(last)).is_some_and(|piece| at + 1 < piece.end());
        let ends = !inside && reader.ends_sentence(at);
        if is_last || ends || !inside && reader.sign(at, ";") {
            let (mut clause, leads) = reader.clause(start..at + 1, pieces.get(first..last).unwrap_or_default());
            // "Lit. b; c; f": the letters belong to the clause before.
            let is_cited = pieces.get(first..last).unwrap_or_default().iter().any(|piece| !piece.is_law());
            let before = clauses.last_mut().filter(|_| !is_cited && reader.is_only_a_letter(start..at + 1));
            if let Some(before) = before {
                before.has_stray = true;
            }
            clause.follows_other = clauses.last().is_some_and(Clause::ends_with_other);
            clause.is_denied |= goes_on;
            goes_on = (goes_on || leads) && (is_last || !ends);
            clauses.push(clause);
            (start, first) = (at + 1, last);
        }
    }
    (clauses, goes_on)
}

/// The clause in which a place stands.
pub(super) fn clause_of(clauses: &[Clause], at: usize) -> Option<&Clause> {
    clauses.get(clauses.partition_point(|clause| clause.tokens.end <= at))
}

impl Clause {
    /// Whether a reference that names no law may be of another law than the GDPR: one that the clause
    /// or one before it names last, or one behind it before the next GDPR.
    pub(super) fn has_other_law(&self, reader: &Reader<'_>, cited: &Cited) -> bool {
        let first_from = |place| self.mentions.partition_point(|mention| mention.tokens.start < place);
        let before = first_from(cited.start).checked_sub(1).and_then(|last| self.mentions.get(last));
        let mut after = self.mentions.iter().skip(first_from(cited.end));
        let is_before = before.map_or(self.follows_other, |mention| mention.what != What::Gdpr);
        let near = |mention: &&Mention| mention.tokens.start <= cited.end + NEAR;
        let is_after = after
            .find(|mention| mention.what != What::Section && (mention.what != What::Kind || near(mention)))
            .is_some_and(|mention| mention.what != What::Gdpr);
        is_before || is_after || reader.has_unknown_law(cited)
    }

    /// Whether the last law it names, or that of the clauses before, is another than the GDPR.
    fn ends_with_other(&self) -> bool {
        self.mentions.last().map_or(self.follows_other, |mention| mention.what == What::Other)
    }
}

impl Reader<'_> {
    /// Whether a sentence ends with this token. The stop of an abbreviation ends none.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        if self.sign(at, "?!|\u{2022}") {
            return true;
        }
        let begins = self.tokens.get(at + 1).is_some_and(|next| next.spaced && next.capitals > 0);
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        let is_whole = match before.kind {
            Kind::Word => (before.text.len() > 4 || before.capitals > 1) && !self.has_role(at - 1),
            Kind::Number => before.text.len() >= 4,
            Kind::Sign => matches!(before.text.as_str(), ")" | "]" | "\u{bb}" | "\"" | "\u{201c}" | "\u{201d}"),
        };
        self.sign(at, ".") && begins && is_whole
    }

    /// Reads a clause; whether it denies what follows a colon.
    fn clause(&self, tokens: Range<usize>, pieces: &[Piece]) -> (Clause, bool) {
        let mut clause = Clause {
            tokens: tokens.clone(),
            is_denied: false,
            has_stray: false,
            follows_other: false,
            mentions: Vec::new(),
        };
        let mut left = pieces;
        // Where the last reference ends: letters before it may be those of an enumeration.
        let last = pieces.iter().rev().find(|piece| !piece.is_law()).map(Piece::end);
        let (mut leads, mut at) = (false, tokens.start);
        while at < tokens.end {
            while left.first().is_some_and(|piece| piece.end() <= at) {
                left = left.get(1..).unwrap_or_default();
            }
            let piece = left.first().filter(|piece| piece.start() <= at);
            if let Some((what, end)) = self.mention(at, piece) {
                clause.mentions.push(Mention { tokens: at..end, what });
                at = end;
            } else if let Some((end, _)) = self.phrase(at, Role::Innocent) {
                at = end;
            } else {
                clause.is_denied |= self.phrase(at, Role::Denial).is_some();
                leads |= clause.is_denied && self.sign(at, ":");
                clause.has_stray |= piece.is_none() && last.is_some_and(|last| self.is_stray(at, at >= last));
                at += 1;
            }
        }
        let is_asked = tokens.end.checked_sub(1).is_some_and(|last| self.sign(last, "?"));
        clause.is_denied |= is_asked || pieces.iter().any(|piece| self.is_gone(piece, &tokens));
        (clause, leads)
    }

    fn mention(&self, at: usize, piece: Option<&Piece>) -> Option<(What, usize)> {
        if let Some(Piece::Other(start, end)) = piece.filter(|piece| piece.start() == at) {
            let what = if self.national(*start).is_some() { What::Section } else { What::Other };
            return Some((what, *end));
        }
        let in_letters = matches!(piece, Some(Piece::Cited(_))) && self.letter(at).is_some();
        match self.law_at(at).filter(|_| !in_letters) {
            Some(name) if matches!(name.law, Law::Gdpr | Law::UkGdpr) => Some((What::Gdpr, name.end)),
            Some(name) if name.law == Law::Other => Some((What::Other, name.end)),
            Some(name) if name.law == Law::Unnamed => Some((What::Kind, name.end)),
            name if self.is_like_a_law(at) => Some((What::Other, name.map_or(at + 1, |name| name.end))),
            Some(_) => None,
            None => self.is_act(at).then_some((What::Kind, at + 1)),
        }
    }

    /// "BDSG", "StPO", "Wbp": what short names of laws look like, and those of teams and tools do not.
    fn is_like_a_law(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == Kind::Word) else { return false };
        let length = token.text.len();
        let is_mixed = token.capitals < length;
        let is_named =
            token.capitals > 1 && length > 2 && (token.text.ends_with('g') || is_mixed && token.text.ends_with('o'));
        let without_vowels = token.capitals == 1
            && (3..=6).contains(&length)
            && token.text.bytes().all(|byte| !b"aeiouy".contains(&byte) && byte.is_ascii());
        (is_named || without_vowels) && !self.has_role(at)
    }

    /// Whether a letter stands here that belongs to no reference. Behind the last one letters by
    /// themselves count too: "Art. 6.1.e) RGPD, subsidiariamente f)".
    fn is_stray(&self, at: usize, is_behind: bool) -> bool {
        if self.is_named_letter(at) {
            return true;
        }
        let at = if self.sign(at, "(") { at + 1 } else { at };
        let is_letter = self.letter(at).is_some_and(|letter| letter <= 'j');
        if !is_behind || !is_letter {
            return false;
        }
        if self.sign(at + 1, ")") {
            let open = at.checked_sub(1).filter(|open| self.sign(*open, "("));
            // "Mitarbeiter(in)", "intéressé(e)".
            return !self.glued(open.unwrap_or(at)) || open.is_none() && self.sign(at.saturating_sub(1), "/-");
        }
        // "z. B.", "d'un", "24 h", "F&E".
        let is_small = self.tokens.get(at).is_some_and(|token| token.capitals == 0);
        let is_word = matches!(self.text(at), "a" | "e" | "i");
        let before = at.saturating_sub(1);
        let is_joined = self.glued(at) || self.sign(before, ".") || self.is(before, Kind::Number);
        let joins = self.sign(at + 1, ".'") || self.sign(at + 1, "-&/") && self.glued(at + 1);
        is_small && !is_word && !is_joined && !joins
    }

    /// Whether a clause is one letter, and perhaps a law: "(f)", "lit. f DSGVO".
    fn is_only_a_letter(&self, clause: Range<usize>) -> bool {
        let named = self.phrase(clause.start, Role::Point).map_or(clause.start, |(end, _)| self.past(end, "."));
        let at = self.past(named, "(");
        let end = self.past(at + 1, ")");
        let is_letter = self.letter(at).is_some_and(|letter| letter <= 'j');
        is_letter && (end + 1 >= clause.end || self.law_at(end).is_some())
    }

    /// Whether what stands directly beside a reference takes it back.
    fn is_gone(&self, piece: &Piece, clause: &Range<usize>) -> bool {
        let Piece::Cited(cited) = piece else { return false };
        let from = |far: usize| cited.start.saturating_sub(far).max(clause.start)..cited.start;
        let to = |far: usize| cited.end..(cited.end + far).min(clause.end);
        let is_any = |mut places: Range<usize>, role| places.any(|at| self.phrase(at, role).is_some());
        let is_over = || {
            let is_year = |at: usize| self.number(at).is_some_and(|year| (1990..2100).contains(&year));
            is_any(to(NEAR), Role::Until) && to(FAR).any(is_year)
        };
        is_any(from(NEAR), Role::Beside)
            || is_any(from(FAR), Role::Without)
            || is_any(to(NEAR), Role::Gone)
            || is_over()
    }
}
