//! The letters of a reference: "lit. a und b", "(a), (c) & (f)", "points a to c", "a ja f alakohta".

use super::Doubt;
use super::laws::Law;
use super::reader::{Reader, narrowed};
use super::token::Kind;
use super::words::{Languages, Role};

/// The letters of one provision.
pub(super) struct Points {
    pub(super) letters: Vec<char>,
    pub(super) end: usize,
    pub(super) languages: Languages,
    pub(super) doubt: Option<Doubt>,
}

/// One letter.
#[derive(Clone, Copy)]
struct Element {
    letter: char,
    end: usize,
    mark: Mark,
    languages: Languages,
    is_capital: bool,
}

/// How a letter shows that it is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// "(b)", "b)".
    Enclosed,
    /// "lit. b", "b alakohta".
    Named,
    /// "6.1b", "6-1-b".
    Glued,
    /// By nothing: "6.1 b".
    Bare,
}

enum Bare {
    Point,
    Word,
    Either,
}

/// What stands between two letters.
struct Separator {
    end: usize,
    kind: Between,
    languages: Languages,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    List,
    Range,
    Hyphen,
}

impl Reader<'_> {
    /// The letters that follow a paragraph.
    pub(super) fn points(&self, at: usize, languages: Languages) -> Option<Points> {
        if let Some(points) = self.enclosed_list(at, languages) {
            return Some(points);
        }
        let first = self.first(at)?;
        let languages = narrowed(languages, first.languages);
        if first.mark == Mark::Bare {
            let meant = self.bare(first, languages);
            let after_comma = self.sign(at, ",") && !self.has_law_after(first.end, languages);
            match meant {
                Bare::Word => return None,
                _ if after_comma => return None,
                Bare::Either => {
                    let (letters, doubt) = (vec![first.letter], Some(Doubt::Letter));
                    return Some(Points { letters, end: first.end, languages, doubt });
                }
                Bare::Point => {}
            }
        }
        Some(self.list(first, languages))
    }

    /// The letters that a word announces, wherever they stand: "points (a) and (f) of Article 6(1)".
    pub(super) fn named_points(&self, at: usize) -> Option<Points> {
        self.phrase(at, Role::Point)?;
        let first = self.element(at)?;
        Some(self.list(first, first.languages))
    }

    /// Whether a letter with its word stands here: "lit. b", "b alakohta".
    pub(super) fn is_named_letter(&self, at: usize) -> bool {
        self.element(at).is_some_and(|element| element.mark == Mark::Named && element.letter <= 'j')
    }

    /// "(b, f)", "(b/f)", "(b and f)".
    fn enclosed_list(&self, at: usize, languages: Languages) -> Option<Points> {
        let mut letters = vec![self.letter(at + 1).filter(|_| self.sign(at, "("))?];
        let mut end = at + 2;
        while !self.sign(end, ")") {
            let next = self.separators(end).into_iter().flatten();
            let mut next = next.filter(|sep| sep.kind == Between::List && self.letter(sep.end).is_some());
            let sep = next.next()?;
            letters.extend(self.letter(sep.end));
            end = sep.end + 1;
        }
        letters.sort_unstable();
        letters.dedup();
        (end > at + 2).then_some(Points { letters, end: end + 1, languages, doubt: None })
    }

    fn first(&self, at: usize) -> Option<Element> {
        if self.sign(at, ".-_/") && self.glued(at) && self.glued(at + 1) {
            let letter = self.letter(at + 1)?;
            let enclosed = self.sign(at + 2, ")");
            let mark = if enclosed { Mark::Enclosed } else { Mark::Glued };
            return Some(self.point(letter, at + 1, at + 2 + usize::from(enclosed), mark, Languages::MAX));
        }
        // "6.1. b)", "6(1), point (b)".
        let dotted = self.sign(at, ".") && self.glued(at);
        let element = self.element(if dotted { at + 1 } else { self.past(at, ",") })?;
        (!dotted || element.mark == Mark::Enclosed || element.mark == Mark::Named).then_some(element)
    }

    fn point(&self, letter: char, at: usize, end: usize, mark: Mark, languages: Languages) -> Element {
        let is_capital = self.tokens.get(at).is_some_and(|token| token.capitals > 0);
        Element { letter, end, mark, languages, is_capital }
    }

    fn element(&self, at: usize) -> Option<Element> {
        if self.sign(at, "(") {
            let letter = self.letter(at + 1).filter(|_| self.sign(at + 2, ")"))?;
            return Some(self.point(letter, at + 1, at + 3, Mark::Enclosed, Languages::MAX));
        }
        if let Some(element) = self.named(at).or_else(|| self.run_together(at)) {
            return Some(element);
        }
        let letter = self.letter(at)?;
        if self.sign(at + 1, ")") {
            return Some(self.point(letter, at, at + 2, Mark::Enclosed, Languages::MAX));
        }
        // "b alakohta", but "b LED" names a law.
        let word = self.past(at + 1, "-");
        let is_like = !self.is_capitals(word) || self.tokens.get(at).is_some_and(|token| token.capitals > 0);
        let named = self.phrase(word, Role::Point).filter(|(end, _)| is_like && self.letter(*end).is_none());
        if let Some((end, languages)) = named {
            return Some(self.point(letter, at, end, Mark::Named, languages));
        }
        let mark = if self.glued(at) && self.is(at - 1, Kind::Number) { Mark::Glued } else { Mark::Bare };
        Some(self.point(letter, at, at + 1, mark, Languages::MAX))
    }

    /// "lit. b", "Buchstabe „b“", "point (b)", "lettre b)".
    fn named(&self, at: usize) -> Option<Element> {
        const QUOTES: &str = "'\"„“”«»";
        let (end, languages) = self.phrase(at, Role::Point)?;
        let open = self.past(self.past(end, "."), QUOTES);
        let at = self.past(open, "(");
        let letter = self.letter(at)?;
        let mut end = self.past(at + 1, QUOTES);
        end = self.past(end, ")");
        Some(self.point(letter, at, end, Mark::Named, languages))
    }

    /// "litb", of a scan that lost its spaces.
    fn run_together(&self, at: usize) -> Option<Element> {
        let word = self.text(at);
        let (name, letter) = word.split_at_checked(word.len().checked_sub(1)?)?;
        let letter = letter.chars().next().filter(|letter| ('a'..='j').contains(letter))?;
        let known = self.phrase(at, Role::Point).is_some();
        let is_point = !known && matches!(name, "lit" | "buchst" | "lett");
        is_point.then(|| self.point(letter, at, at + 1, Mark::Named, Languages::MAX))
    }

    /// What a letter by itself is.
    fn bare(&self, element: Element, languages: Languages) -> Bare {
        let Element { letter, end, .. } = element;
        if letter > 'j' || self.is(end, Kind::Number) {
            return Bare::Word;
        }
        // "E-Mail", "c/o", "D&O".
        let compound = self.sign(end, "-/&'") && self.glued(end) && self.glued(end + 1) && self.is(end + 1, Kind::Word);
        if compound && self.letter(end + 1).is_none_or(|letter| letter > 'j') && self.law_at(end + 1).is_none() {
            return Bare::Word;
        }
        if self.sign(end, ".") {
            // "d. h.", "e.g.", "i.V.m."; and "Abs. 1 f." is "and the following one".
            let next = end + 1;
            if self.is(next, Kind::Word) && (self.glued(next) || self.letter(next).is_some()) {
                return Bare::Word;
            }
            if letter == 'f' {
                return Bare::Either;
            }
        }
        let law = self.law_after(end, languages).filter(|law| law.law != Law::Unknown);
        let languages = law.as_ref().map_or(languages, |law| narrowed(languages, law.languages));
        if !self.letter_like(letter, languages) {
            return Bare::Point;
        }
        // "artikel 9.2 i dataskyddsförordningen": the letter, or "in".
        let may_lead = self.phrase(end - 1, Role::Link).is_some() && self.phrase(end, Role::Link).is_none();
        if law.is_some() {
            return if may_lead { Bare::Either } else { Bare::Point };
        }
        let ends = end >= self.tokens.len() || self.sign(end, ",;.)/&+");
        let goes_on = [true, false].into_iter().filter_map(|word| self.separator(end, word)).any(|sep| {
            self.element(sep.end).is_some()
                || self.is(sep.end, Kind::Number)
                || self.phrase(sep.end, Role::Article).is_some()
        });
        if ends || goes_on { Bare::Point } else { Bare::Either }
    }

    fn list(&self, first: Element, languages: Languages) -> Points {
        let mut points = Points { letters: vec![first.letter], end: first.end, languages, doubt: None };
        // How many letters are joined, how many of them by a hyphen, and whether it leaves letters out.
        let (mut joined, mut hyphens, mut is_wide, mut last) = (0, 0, false, first);
        while let Some((between, next)) = self.next(&points, first) {
            points.languages = narrowed(points.languages, next.languages);
            joined += 1;
            match between {
                Between::Range if last.letter < next.letter => {
                    points.letters.extend((last.letter..=next.letter).skip(1));
                }
                Between::Range => points.doubt = Some(Doubt::Letter),
                Between::Hyphen => {
                    hyphens += 1;
                    is_wide |= u32::from(last.letter) + 1 != u32::from(next.letter);
                    points.letters.push(next.letter);
                }
                Between::List => points.letters.push(next.letter),
            }
            // "f and F&E": a capital among small letters is something else.
            let unlike = next.is_capital && !first.is_capital
                || first.mark == Mark::Enclosed && !self.has_law_after(next.end, points.languages);
            if next.mark == Mark::Bare && (unlike || matches!(self.bare(next, points.languages), Bare::Either)) {
                points.doubt = Some(Doubt::Letter);
            }
            points.end = next.end;
            last = next;
        }
        // "a-c" is a range or two letters, "b-c-e" a list.
        let is_list = hyphens > 1 && hyphens == joined;
        if is_wide && !is_list {
            points.doubt = Some(Doubt::Letter);
        }
        if self.is_unfinished(points.end) || self.another_letter(points.end, first.mark, points.languages) {
            points.doubt = Some(Doubt::Letter);
        }
        points.letters.sort_unstable();
        points.letters.dedup();
        points
    }

    /// The next letter of a list.
    fn next(&self, points: &Points, first: Element) -> Option<(Between, Element)> {
        let remark = self.remark(points.end).filter(|_| self.element(points.end).is_none());
        let at = remark.unwrap_or(points.end);
        if self.phrase(at, Role::With).is_some() {
            return None;
        }
        // "b, c, e, f" and "b, c e f": "e" is a letter there and "and" here.
        let (sep, next) = self
            .separators(at)
            .into_iter()
            .flatten()
            .find_map(|sep| Some((self.element(sep.end)?, sep)).map(|(e, s)| (s, e)))?;
        if remark.is_some() && !matches!(next.mark, Mark::Enclosed | Mark::Named) {
            return None;
        }
        // "a) Art. 6 Abs. 1 lit. a, b) Art. 6 ...": the letters of an enumeration.
        if next.mark == Mark::Enclosed && self.phrase(next.end, Role::Article).is_some() {
            return None;
        }
        if next.mark == Mark::Bare {
            let languages = narrowed(points.languages, sep.languages);
            let unlike = first.mark == Mark::Enclosed && self.letter_like(next.letter, languages);
            let word = matches!(self.bare(next, languages), Bare::Word);
            // "b, e" at an end may be followed by its own "and".
            if unlike || word {
                return None;
            }
        }
        // The word for "to" is a single letter in some languages; it then needs a marked letter after it.
        let single = sep.kind == Between::Range && sep.end == at + 1 && self.letter(at).is_some();
        if single && next.mark != Mark::Enclosed {
            return None;
        }
        Some((sep.kind, Element { languages: sep.languages & next.languages, ..next }))
    }

    /// What may stand between letters here, the likelier first. After a comma "e" is a letter rather than
    /// a word: "c, e o f"; what then does not fit leaves the letters uncertain.
    fn separators(&self, at: usize) -> [Option<Separator>; 2] {
        let (word, sign) = (self.separator(at, true), self.separator(at, false));
        let is_letter = |sep: &Separator| self.letter(sep.end).is_some_and(|letter| letter <= 'j');
        if sign.as_ref().is_some_and(is_letter) { [sign, word] } else { [word, sign] }
    }

    fn separator(&self, at: usize, with_word: bool) -> Option<Separator> {
        let sep = |end, kind, languages| Some(Separator { end, kind, languages });
        let signs = self.past(at, ",/+&");
        if with_word {
            if let Some((mut end, languages)) = self.phrase(signs, Role::And) {
                if let Some((more, _)) = self.phrase(end + 1, Role::And).filter(|_| self.sign(end, "/")) {
                    end = more;
                }
                // "b u. f", "b bzw. f".
                end = if self.glued(end) { self.past(end, ".") } else { end };
                return sep(end, Between::List, languages);
            }
            if let Some((end, languages)) = self.phrase(at, Role::To) {
                return sep(end, Between::Range, languages);
            }
        }
        if signs > at {
            return sep(signs, Between::List, Languages::MAX);
        }
        // A hyphen with spaces is a dash of prose.
        let hyphen = self.sign(at, "-") && self.glued(at) && self.glued(at + 1);
        if hyphen || self.sign(at, "\u{2013}") { sep(at + 1, Between::Hyphen, Languages::MAX) } else { None }
    }

    /// Whether the last letter is only a part: "b-bis", "b bis", "(b)(c)".
    fn is_unfinished(&self, at: usize) -> bool {
        let enclosed = self.sign(at, "(") && self.element(at).is_some();
        let hyphen = self.sign(at, "-") && self.glued(at) && self.glued(at + 1) && self.is(at + 1, Kind::Word);
        let suffix = hyphen && self.law_at(at + 1).is_none() && self.phrase(at + 1, Role::Point).is_none();
        // "6.1.b.f", "6.1.a., b.", "lit. b. f DSGVO"
        let next = if self.sign(at + 1, ",") { at + 2 } else { at + 1 };
        let goes_on = next > at + 1 || self.glued(at) && self.glued(next) || self.law_at(next + 1).is_some();
        let dotted = self.sign(at, ".") && goes_on;
        let more = dotted && self.letter(next).is_some_and(|letter| letter <= 'j');
        let range = self.phrase(at, Role::To).is_some() && self.letter(at).is_none();
        enclosed || suffix || range || more || matches!(self.text(at), "bis" | "ter" | "quater")
    }

    fn has_law_after(&self, at: usize, languages: Languages) -> bool {
        self.law_after(at, languages).is_some_and(|law| law.law != Law::Unknown)
    }

    /// Whether yet another letter follows, without anything between: then the list was not understood.
    fn another_letter(&self, at: usize, mark: Mark, languages: Languages) -> bool {
        let Some(letter) = self.letter(at).filter(|letter| *letter <= 'j') else { return false };
        let abbreviation = self.sign(at + 1, ".") && (self.is(at + 2, Kind::Word));
        let leads = self.has_law_after(at, languages);
        let ordinary = mark == Mark::Enclosed && !self.sign(at + 1, ")") && self.letter_like(letter, languages);
        let with = self.phrase(at, Role::With).is_some();
        let goes_on = self.is(at + 1, Kind::Number) && self.phrase(at, Role::And).is_some();
        !(abbreviation || leads || ordinary || with || goes_on)
    }
}
