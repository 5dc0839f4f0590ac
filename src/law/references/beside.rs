//! The words directly beside a reference that names no law. Grounds in words, and words that lead to the
//! reference or on from it, leave it that of the GDPR; any other may be the name of a law that is not known
//! here: "art. 6.1.c statuts", "LED Article 6(1)(a)".

use super::cited::Cited;
use super::laws::Law;
use super::reader::Reader;
use super::token::Kind;
use super::words::Role;

/// The side of a reference on which a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl Reader<'_> {
    /// Whether a word beside a reference may be the name of a law that is not known here.
    pub(super) fn has_unknown_law(&self, cited: &Cited) -> bool {
        self.is_unknown_before(cited) || self.is_unknown_after(cited)
    }

    fn is_unknown_before(&self, cited: &Cited) -> bool {
        let Some(last) = cited.start.checked_sub(1) else { return false };
        if self.sign(last, ",:;([-\u{2013}") {
            // "LED, Article 6(1)(a)".
            return last > 0 && self.is_abbreviation(last - 1, cited);
        }
        // The stop of an abbreviation, and "l'article".
        let is_stop = self.sign(last, ".") && !self.ends_sentence(last);
        let word = if is_stop || self.sign(last, "'") { last.saturating_sub(1) } else { last };
        // "Section 6(1)(c)", "Ziffer 6.1 b": numbers of something else.
        let is_part = !cited.is_named && self.phrase(word, Role::Part).is_some();
        is_part || self.is_unknown(word, cited, Side::Before)
    }

    fn is_unknown_after(&self, cited: &Cited) -> bool {
        let at = cited.end;
        if !self.sign(at, ",([:-\u{2013}") {
            return self.is_unknown(at, cited, Side::After);
        }
        // "..., TUEL", but "..., IT-Sicherheit".
        let next = at + 1;
        let is_compound = self.sign(next + 1, "-&/") && self.glued(next + 1) && self.glued(next + 2);
        let is_short = self.is_abbreviation(next, cited)
            || self.sign(at, ",(") && self.law_at(next).is_some_and(|name| name.law == Law::Short);
        is_short && !is_compound || self.is_other_agreement(next, cited)
    }

    /// Whether a word is none of those that leave a reference as it is.
    fn is_unknown(&self, at: usize, cited: &Cited, side: Side) -> bool {
        if !self.is(at, Kind::Word) {
            return false;
        }
        let leads = if side == Side::Before { Role::Lead } else { Role::Trail };
        let is_known = [Role::Ground, Role::Plain, leads].into_iter().any(|role| self.phrase(at, role).is_some());
        let is_part = self.has_role(at) || side == Side::Before && self.letter(at).is_some();
        self.is_abbreviation(at, cited) || self.is_other_agreement(at, cited) || !is_known && !is_part
    }

    /// "LED", "ET": capitals, which name no ground; "SEGÚN" only leads to a reference in capitals.
    fn is_abbreviation(&self, at: usize, cited: &Cited) -> bool {
        let leads = [Role::Lead, Role::Trail].into_iter().filter(|_| self.is_capitals(cited.start));
        let mut known = [Role::Ground, Role::Plain].into_iter().chain(leads);
        self.is_capitals(at) && !known.any(|role| self.phrase(at, role).is_some())
    }

    /// "Lett. c) contratto": what point b calls a ground has articles too.
    fn is_other_agreement(&self, at: usize, cited: &Cited) -> bool {
        self.phrase(at, Role::Agreement).is_some() && !cited.points.contains(&'b')
    }
}
