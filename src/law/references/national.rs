//! Sections of national laws: "§ 147 Abs. 1 Nr. 4 AO", "section 10 DPA 2018", "7 kap. 2 § bokföringslagen".

use super::laws::Law;
use super::reader::Reader;
use super::token::Kind;
use super::words::{ALL, Role};

/// A section counts no more parts than this, so that hostile texts stay cheap.
const MOST_PARTS: usize = 60;

impl Reader<'_> {
    /// Where a citation that begins here ends.
    pub(super) fn national(&self, at: usize) -> Option<usize> {
        if self.sign(at, "§") {
            let at = if self.sign(at + 1, "§") { at + 2 } else { at + 1 };
            return self.number(at).map(|_| self.past_parts(at + 1).0);
        }
        if self.is(at, Kind::Number) {
            return self.counted_section(at);
        }
        if let Some((end, _)) = self.phrase(at, Role::Section) {
            let end = self.past(end, ".");
            self.number(end)?;
            let end = self.past_parts(end + 1);
            return end.1.then_some(end.0);
        }
        self.coded_article(at)
    }

    /// "10 §", "7 kap. 2 §", "2 luvun 10 §:n".
    fn counted_section(&self, at: usize) -> Option<usize> {
        let chapter = matches!(self.text(at + 1), "kap" | "kapitlet" | "luvun" | "luku");
        let number = if chapter { self.past(at + 2, ".") } else { at };
        let sign = number + 1;
        let ends = self.number(number).is_some() && self.sign(sign, "§") && self.number(sign + 1).is_none();
        if !ends {
            return None;
        }
        let suffix = self.sign(sign + 1, ":") && self.glued(sign + 2);
        let end = if suffix { sign + 3 } else { sign + 1 };
        Some(self.law_end(end).unwrap_or(end))
    }

    /// "art. L. 123-22 du code de commerce".
    fn coded_article(&self, at: usize) -> Option<usize> {
        let (end, languages) = self.phrase(at, Role::Article)?;
        let letter = self.past(end, ".");
        matches!(self.text(letter), "l" | "r" | "d").then_some(())?;
        let mut end = self.past(letter + 1, ".");
        self.number(end)?;
        while self.sign(end, ".-") && self.glued(end) || self.is(end, Kind::Number) {
            end += 1;
        }
        let law = self.law_after(end, languages).filter(|name| matches!(name.law, Law::Other | Law::Short));
        Some(law.map_or(end, |name| name.end))
    }

    /// Past paragraphs, sentences, numbers, letters and the name of the law; whether there is a name.
    fn past_parts(&self, at: usize) -> (usize, bool) {
        let mut end = at;
        for _ in 0..MOST_PARTS {
            if let Some(law) = self.law_end(end) {
                // "§§ 257 HGB, 147 AO".
                let next = self.past(law, ",");
                let more = next > law && self.number(next).is_some() && self.law_end(next + 1).is_some();
                if !more {
                    return (law, true);
                }
                end = next + 1;
                continue;
            }
            match self.past_part(end) {
                Some(next) => end = next,
                None => break,
            }
        }
        (end, false)
    }

    fn past_part(&self, at: usize) -> Option<usize> {
        let roles = [Role::Paragraph, Role::Sentence, Role::Point];
        let word = roles.into_iter().find_map(|role| self.phrase(at, role));
        let word = word
            .map(|(end, _)| end)
            .or_else(|| matches!(self.text(at), "nr" | "no" | "part" | "ziff" | "ziffer" | "hs").then_some(at + 1));
        if let Some(end) = word {
            let end = self.past(end, ".");
            let counted = self.is(end, Kind::Number) || self.letter(end).is_some();
            return counted.then(|| self.past(end + 1, ")"));
        }
        if self.sign(at, "(") && self.sign(at + 2, ")") && self.text(at + 1).len() <= 2 {
            return Some(at + 3);
        }
        if matches!(self.text(at), "f" | "ff") {
            return Some(self.past(at + 1, "."));
        }
        let letter = self.glued(at) && self.letter(at).is_some();
        // "Abs. 2 u. 3", "257, 238", "1-3".
        let joint = if self.sign(at, ",-\u{2013}") {
            Some(at + 1)
        } else {
            self.phrase(at, Role::And).map(|(end, _)| self.past(end, "."))
        };
        if let Some(number) = joint.filter(|next| self.number(*next).is_some()) {
            return Some(number + 1);
        }
        let roman = self.tokens.get(at).is_some_and(|token| token.capitals > 0)
            && matches!(self.text(at), "i" | "ii" | "iii" | "iv");
        (letter || roman).then_some(at + 1)
    }

    fn law_end(&self, at: usize) -> Option<usize> {
        let name =
            self.law_at(at).or_else(|| self.law_after(at, ALL).filter(|_| self.phrase(at, Role::Link).is_some()))?;
        matches!(name.law, Law::Other | Law::Short).then_some(name.end)
    }
}
