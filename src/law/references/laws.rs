//! The names of laws, and which law a reference belongs to.

use super::reader::Reader;
use super::token::Kind;
use super::words::{ALL, Languages, Role};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Law {
    Gdpr,
    UkGdpr,
    /// A law that is neither.
    Other,
    /// Capitals that may be the short name of a law: "BayDSG".
    Short,
    /// "The regulation", and nothing that says which.
    Unnamed,
    /// "Of the ...", and nothing known follows.
    Unknown,
}

/// A name found in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) law: Law,
    pub(super) end: usize,
    pub(super) languages: Languages,
}

/// How far before a reference its law may begin, in tokens.
const LONGEST_NAME: usize = 7;

/// Capitals that are no short name of a law.
const NO_LAWS: [&str; 12] = ["eu", "ue", "ec", "ce", "eg", "ey", "uk", "usa", "ewr", "eea", "un", "de"];

impl Reader<'_> {
    /// The name of a law that begins here.
    pub(super) fn law_at(&self, at: usize) -> Option<Name> {
        let named = |law, (end, languages)| Name { law, end, languages };
        let found = self.phrase(at, Role::UkGdpr).map(|found| named(Law::UkGdpr, found));
        let found = found.or_else(|| self.phrase(at, Role::Gdpr).map(|found| named(Law::Gdpr, found)));
        let found = found.or_else(|| self.numbered(at));
        let found = found.or_else(|| {
            let (end, languages) = self.phrase(at, Role::Law)?;
            Some(named(Law::Other, (self.past_number(end), languages)))
        });
        found.or_else(|| self.short(at))
    }

    /// "Regulation (EU) 2016/679", "Ley Orgánica 3/2018", "lag (2018:218)", "2016/679".
    fn numbered(&self, at: usize) -> Option<Name> {
        if let Some((end, languages)) = self.phrase(at, Role::Regulation) {
            let found = self.number_after(end);
            return Some(match found {
                Some((true, end)) => Name { law: Law::Gdpr, end, languages },
                Some((false, end)) => Name { law: Law::Other, end, languages },
                None => Name { law: Law::Unnamed, end, languages },
            });
        }
        if let Some((end, languages)) = self.phrase(at, Role::Act) {
            return self.number_after(end).map(|(_, end)| Name { law: Law::Other, end, languages });
        }
        if self.sign(at, "(") || self.is(at, Kind::Number) {
            let (is_gdpr, end) = self.number_after(at)?;
            return is_gdpr.then_some(Name { law: Law::Gdpr, end, languages: ALL });
        }
        // "Bokföringslagen (1999:1078)", "Kirjanpitolaki (1336/1997)".
        let named = self.is(at, Kind::Word) && self.text(at).len() > 3 && self.sign(at + 1, "(");
        let (_, end) = named.then(|| self.pair(at + 2)).flatten()?;
        self.sign(end, ")").then_some(Name { law: Law::Other, end: end + 1, languages: ALL })
    }

    /// The number of an act, after "(EU)", "n°" and the like; whether it is that of the GDPR.
    fn number_after(&self, at: usize) -> Option<(bool, usize)> {
        const BETWEEN: [&str; 19] = [
            "(", ")", ".", "\u{b0}", "eu", "ue", "ec", "ce", "eg", "eua", "n", "no", "nr", "num", "numero", "europea",
            "organica", "eu:n", "o",
        ];
        let at = (at..at + 7).find(|at| !BETWEEN.contains(&self.text(*at)))?;
        let ((first, second), mut end) = self.pair(at)?;
        if self.sign(end, "/") && matches!(self.text(end + 1), "eu" | "ue" | "ec" | "ce" | "eg" | "ey") {
            end += 2;
        }
        Some((matches!((first, second), (2016, 679) | (679, 2016)), self.past(end, ")")))
    }

    /// "2016/679", "1999:1078", "78-17".
    fn pair(&self, at: usize) -> Option<((u16, u16), usize)> {
        let (first, second) = (self.number(at)?, self.number(at + 2)?);
        (self.sign(at + 1, "/:-") && self.glued(at + 2)).then_some(((first, second), at + 3))
    }

    /// "(2018:218)" or "2018" after the name of a law.
    fn past_number(&self, at: usize) -> usize {
        if self.sign(at, "(") && self.pair(at + 1).is_some_and(|(_, end)| self.sign(end, ")")) {
            return at + 5;
        }
        let is_year = self.number(at).is_some_and(|year| (1800..2200).contains(&year));
        at + usize::from(is_year)
    }

    /// "BayDSG", "SGB XI", "HSG LSA".
    fn short(&self, at: usize) -> Option<Name> {
        let is_short = |at: usize, least| {
            let token = self.tokens.get(at)?;
            let fits = token.kind == Kind::Word && token.capitals >= least && token.text.len() <= 12;
            (fits && !NO_LAWS.contains(&token.text.as_str()) && !self.has_role(at)).then_some(at + 1)
        };
        let mut end = is_short(at, 2)?;
        if self.is_numeral(end) {
            end += 1;
        } else if let Some(more) = is_short(end, 2).filter(|_| self.phrase(end, Role::Gdpr).is_none()) {
            end = more;
        } else {
            end = self.past_number(end);
        }
        Some(Name { law: Law::Short, end, languages: ALL })
    }

    fn is_numeral(&self, at: usize) -> bool {
        let is_capital = self.tokens.get(at).is_some_and(|token| token.capitals == token.text.len());
        is_capital && self.text(at).bytes().all(|byte| b"ivx".contains(&byte))
    }

    /// Whether capitals are only a word of the reference: "ART. 6 ABS. 1".
    pub(super) fn has_role(&self, at: usize) -> bool {
        let reference = [Role::Article, Role::Paragraph, Role::Point, Role::And, Role::Sentence, Role::Link];
        let roles = reference.into_iter().chain([Role::With, Role::Ground, Role::Denial]);
        roles.into_iter().any(|role| self.phrase(at, role).is_some())
    }

    /// The law that a reference ending here belongs to.
    pub(super) fn law_after(&self, at: usize, languages: Languages) -> Option<Name> {
        let is_gdpr = |name: &Name| matches!(name.law, Law::Gdpr | Law::UkGdpr);
        if let Some(name) = self.law_at(at).filter(|name| name.law != Law::Unnamed) {
            return Some(name);
        }
        if let Some(name) = self.linked(at, languages) {
            return Some(name);
        }
        // "lit. f. DSGVO", "point b), GDPR", "(Art. 6(1)(b)) of the GDPR", "6(1)(b) - GDPR", "lit. b (DSGVO)".
        if self.sign(at, ".,)(-\u{2013}[") {
            let inside = self.law_at(at + 1).filter(is_gdpr);
            let known = |name: &Name| name.law != Law::Unknown || self.sign(at, ",)");
            let beyond = inside.or_else(|| self.linked(at + 1, languages).filter(known));
            let other = || self.law_at(at + 1).filter(|name| self.sign(at, ")(") && name.law == Law::Other);
            if let Some(name) = beyond.or_else(other) {
                let end = if self.sign(at, "(") { self.past(name.end, ")") } else { name.end };
                return Some(Name { end, ..name });
            }
        }
        // "lit. b (contract) DSGVO".
        if let Some(at) = self.remark(at) {
            let direct = self.law_at(at).filter(|name| name.law != Law::Unnamed);
            return direct.or_else(|| self.linked(at, languages));
        }
        // "Article 6(1)(b) Housing Act 1996".
        let words = (at..at + 4).take_while(|at| !self.is(*at, Kind::Sign));
        let mut acts = words.filter(|at| self.is_act(*at));
        acts.next().map(|_| Name { law: Law::Unknown, end: at, languages: ALL })
    }

    /// "Act", "Gesetz", "ley", "regulation": of some kind.
    pub(super) fn is_act(&self, at: usize) -> bool {
        let act = [Role::Act, Role::Regulation].into_iter().any(|role| self.phrase(at, role).is_some());
        act && self.text(at).len() > 2 && self.phrase(at, Role::Plain).is_none()
    }

    /// "Of the GDPR", "i dataskyddsförordningen".
    fn linked(&self, at: usize, languages: Languages) -> Option<Name> {
        let (end, link) = self.phrase(at, Role::Link).filter(|(_, link)| link & languages != 0)?;
        let end = self.past(end, "'");
        let found = self.law_at(self.past(end, "\u{ab}\""));
        Some(found.unwrap_or(Name { law: Law::Unknown, end, languages: link }))
    }

    /// The law that stands directly before a place, where `last` was the last name in the text, and the
    /// reference before ended at `from`.
    pub(super) fn law_before(&self, at: usize, last: Option<Name>, from: usize) -> Option<Law> {
        if let Some(last) = last {
            let between = last.end..at;
            let signs =
                if matches!(last.law, Law::Gdpr | Law::UkGdpr) { ":(),-\u{2013}[.'_/" } else { ":(,-\u{2013}[" };
            if between.len() <= 2 && between.into_iter().all(|at| self.sign(at, signs)) {
                return Some(last.law);
            }
        }
        // "Ley de Aguas, art. 6.1.b"; the Finnish "sopimuksen 6 artiklan".
        let is_gdpr = |name: &Name| matches!(name.law, Law::Gdpr | Law::UkGdpr);
        let from = last.filter(is_gdpr).map_or(from, |name| name.end.max(from));
        let mut clause = (at.saturating_sub(LONGEST_NAME).max(from)..at).rev().take_while(|at| !self.sign(*at, ".;"));
        let genitive = self.text(at + 1).starts_with("artikl")
            && at > 0
            && self.text(at - 1).len() > 3
            && self.text(at - 1).ends_with('n');
        if genitive || clause.any(|at| self.is_act(at)) {
            return Some(Law::Unnamed);
        }
        let before = at.checked_sub(1)?;
        let before = if self.sign(before, ":(") { before.checked_sub(1)? } else { before };
        // The GDPR would be the last name; here it belongs to the reference before.
        let name = self.law_at(before).filter(|name| name.end == before + 1)?;
        matches!(name.law, Law::Other | Law::Short).then_some(name.law)
    }
}
