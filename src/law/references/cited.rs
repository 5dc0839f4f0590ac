//! Articles with their paragraphs and points, as they stand in the text.

use super::Doubt;
use super::laws::Law;
use super::points::Points;
use super::reader::{Reader, narrowed};
use super::token::Kind;
use super::words::{ALL, Languages, Role};

/// One article, paragraph and its points, before it is known of which law.
#[derive(Clone, Debug)]
pub(super) struct Cited {
    /// The first token, and the one after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) article: u16,
    pub(super) paragraph: Option<u16>,
    pub(super) points: Vec<char>,
    pub(super) doubt: Option<Doubt>,
    pub(super) languages: Languages,
    /// Whether the word "article" stands there.
    pub(super) is_named: bool,
    /// The law named after it, or before.
    pub(super) law: Option<Law>,
    pub(super) law_before: Option<Law>,
}

impl Cited {
    /// Whether it has the form of a ground or condition.
    pub(super) fn may_be_ground(&self) -> bool {
        matches!(self.article, 6 | 9) && !self.points.is_empty()
    }

    /// The GDPR, where it is named before: "RGPD: 6.1.c)". What goes on is of it too.
    pub(super) fn law_of_list(&self) -> Option<Law> {
        self.law_before.filter(|law| self.law.is_none() && matches!(law, Law::Gdpr | Law::UkGdpr))
    }
}

struct Head {
    article: u16,
    end: usize,
    languages: Languages,
    is_named: bool,
    /// Finnish: "6 artiklan 1 kohdan".
    is_number_first: bool,
}

/// What the number of an article that was put in later ends with.
const INSERTED: [&str; 9] = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

impl Reader<'_> {
    /// The article that begins here, with its paragraph and points.
    pub(super) fn cited(&self, at: usize) -> Option<Cited> {
        let head = self.head(at)?;
        let mut cited = Cited {
            start: at,
            end: head.end,
            article: head.article,
            paragraph: None,
            points: Vec::new(),
            doubt: None,
            languages: head.languages,
            is_named: head.is_named,
            law: None,
            law_before: None,
        };
        let from = self.past_inner_law(&mut cited, Role::Paragraph);
        if let Some((paragraph, end, languages)) = self.paragraph(from, head.is_number_first) {
            cited.paragraph = Some(paragraph);
            cited.languages = narrowed(cited.languages, languages);
            cited.end = end;
            let end = self.past_inner_law(&mut cited, Role::Point);
            cited.end = self.past_sentence(end);
            self.add_points(&mut cited);
            if cited.points.is_empty() {
                cited.end = end;
            }
        } else {
            self.add_points(&mut cited);
        }
        // A number by itself needs the form of a reference.
        (cited.is_named || cited.paragraph.is_some()).then_some(cited)
    }

    /// Past the name of the GDPR within a reference: "Art. 6 DSGVO Abs. 1 lit. c", "6.1 RGPD letras c) y e)".
    fn past_inner_law(&self, cited: &mut Cited, role: Role) -> usize {
        let law = self.law_at(cited.end).filter(|name| matches!(name.law, Law::Gdpr | Law::UkGdpr));
        let goes_on = |end: usize| match role {
            Role::Point => self.is_named_letter(self.past(end, ",")),
            _ => self.phrase(self.past(end, ","), role).is_some() && self.paragraph(end, false).is_some(),
        };
        let Some(name) = law.filter(|name| goes_on(name.end)) else { return cited.end };
        cited.law_before = Some(name.law);
        name.end
    }

    /// A second paragraph of the same article: "Abs. 1 lit. a und Abs. 4", "6(1)(a) and (1)(f)".
    pub(super) fn same_article(&self, before: &Cited) -> Option<Cited> {
        let signs = self.past(before.end, ",/+&");
        let (at, _) = self.phrase(signs, Role::And).unwrap_or((signs, ALL));
        let is_form = self.sign(at, "(") || self.phrase(at, Role::Paragraph).is_some();
        if at == before.end || before.paragraph.is_none() || !is_form {
            return None;
        }
        let (paragraph, end, languages) = self.paragraph(at, false)?;
        let mut cited = Cited { start: at, end: self.past_sentence(end), ..before.clone() };
        cited.paragraph = Some(paragraph);
        cited.languages = narrowed(cited.languages, languages);
        (cited.points, cited.doubt) = (Vec::new(), None);
        self.add_points(&mut cited);
        Some(cited)
    }

    /// Points that stand before their article: "point (b) of Article 6(1)", "Buchstabe b des Artikels 6
    /// Absatz 1". Where no article follows, the points.
    pub(super) fn points_first(&self, at: usize) -> Option<Result<Cited, Points>> {
        if let Some(cited) = self.counted_first(at) {
            return Some(Ok(cited));
        }
        let points = self.named_points(at)?;
        let mut end = points.end;
        // "Of the first subparagraph of".
        while let Some((next, _)) = self.phrase(end, Role::Link).or_else(|| self.phrase(end, Role::Sentence)) {
            end = self.past_ordinal(self.past(next, "'"));
            if end > points.end + 10 {
                break;
            }
        }
        end = self.past(end, "'");
        let whole = self.phrase(end, Role::Article).and_then(|_| self.cited(end));
        let Some(mut cited) = whole.filter(|cited| cited.points.is_empty() && end > points.end) else {
            return Some(Err(points));
        };
        cited.start = at;
        cited.points = points.letters;
        cited.doubt = points.doubt;
        cited.languages = narrowed(cited.languages, points.languages);
        Some(Ok(cited))
    }

    /// "c) du 1 de l'article 6 du RGPD". Of a list before it the other letters would be lost.
    fn counted_first(&self, at: usize) -> Option<Cited> {
        let letter = self.letter(at).filter(|_| self.sign(at + 1, ")"))?;
        let (count, _) = self.phrase(at + 2, Role::Link)?;
        let paragraph = self.number(count)?;
        let (next, _) = self.phrase(count + 1, Role::Link)?;
        let start = self.past(next, "'");
        let whole = self.phrase(start, Role::Article).and_then(|_| self.cited(start))?;
        let is_free = whole.paragraph.is_none() && whole.points.is_empty();
        let before = at.checked_sub(1);
        let is_list = before.is_some_and(|before| {
            let joins = |role| self.phrase(before, role).is_some();
            self.sign(before, ",;/+&-\u{2013}") || joins(Role::And) || joins(Role::To)
        });
        let doubt = is_list.then_some(Doubt::Letter);
        is_free.then(|| Cited { start: at, paragraph: Some(paragraph), points: vec![letter], doubt, ..whole })
    }

    /// Points that go on where a reference ended: "Art. 6 Abs. 1 lit. b DSGVO oder lit. f DSGVO".
    pub(super) fn same_paragraph(&self, before: &Cited, at: usize, points: Points) -> Cited {
        let Points { letters, end, languages, doubt } = points;
        let languages = narrowed(before.languages, languages);
        let law_before = before.law.or(before.law_before);
        Cited { start: at, end, points: letters, doubt, languages, law: None, law_before, ..before.clone() }
    }

    fn add_points(&self, cited: &mut Cited) {
        let Some(points) = self.points(cited.end, cited.languages) else { return };
        cited.end = points.end;
        cited.languages = narrowed(cited.languages, points.languages);
        cited.points = points.letters;
        cited.doubt = points.doubt;
    }

    fn head(&self, at: usize) -> Option<Head> {
        if let Some((end, languages)) = self.phrase(at, Role::Article) {
            let end = self.past_joints(end);
            let article = self.number(end)?;
            // "Art. 2-sexies", "art. 6 bis": an article of its own, and none of the GDPR.
            let suffix = self.past(end + 1, "-");
            let is_inserted = INSERTED.contains(&self.text(suffix));
            let (article, end) = if is_inserted { (0, suffix + 1) } else { (article, end + 1) };
            return Some(Head { article, end, languages, is_named: true, is_number_first: false });
        }
        let article = self.number(at)?;
        let part_of_number = self.glued(at)
            && (self.sign(at - 1, ".") || self.sign(at - 1, ",-/:\u{2013}") && at > 1 && self.is(at - 2, Kind::Number));
        if let Some((end, languages)) = self.phrase(at + 1, Role::Article).filter(|_| !part_of_number) {
            // "6 artiklan", but not "1 Art. 6".
            let after = self.past_joints(end);
            let is_whole = self.text(at + 1).starts_with("artikl");
            // "6 art. 1 kohdan c", "6 art. 1 c".
            let may_be_ground = matches!((article, self.number(after)), (6, Some(1)) | (9, Some(2)));
            let is_short = self.number(after).is_some() && self.phrase(after + 1, Role::Paragraph).is_some()
                || may_be_ground && self.points(after + 1, languages).is_some();
            let end = if is_whole { end } else { after };
            return (is_whole || is_short).then_some(Head {
                article,
                end,
                languages,
                is_named: true,
                is_number_first: true,
            });
        }
        let before = at.checked_sub(1);
        let stray = before.is_some_and(|before| self.sign(before, "§$€"));
        (!part_of_number && !stray).then_some(Head {
            article,
            end: at + 1,
            languages: ALL,
            is_named: false,
            is_number_first: false,
        })
    }

    /// Past the dot of "Art." and the joints of "GDPR_Art_6", "art-6".
    fn past_joints(&self, at: usize) -> usize {
        let end = self.past(at, ".");
        if self.glued(end) { self.past(end, "-_:") } else { end }
    }

    fn paragraph(&self, at: usize, is_number_first: bool) -> Option<(u16, usize, Languages)> {
        if self.sign(at, "(") && self.sign(at + 2, ")") {
            return self.number(at + 1).map(|number| (number, at + 3, ALL));
        }
        if self.sign(at, ".-_/") && self.glued(at) && self.glued(at + 1) {
            let number = self.number(at + 1)?;
            // "13-15" are two articles, "6.1.2024" is a date, "6.1.1" a section.
            let is_pair = self.sign(at, ".") || self.points(at + 2, ALL).is_some();
            let is_longer =
                self.sign(at + 2, ".-/,") && self.glued(at + 2) && self.glued(at + 3) && self.is(at + 3, Kind::Number);
            let end = if self.sign(at + 2, "\u{b0}") { at + 3 } else { at + 2 };
            return (is_pair && !is_longer).then_some((number, end, ALL));
        }
        if let Some(number) = self.roman(at) {
            // "Art. 6 I 1 lit. b": the sentence.
            let sentence = self.number(at + 1).is_some() && self.points(at + 2, ALL).is_some();
            return Some((number, at + 1 + usize::from(sentence), ALL));
        }
        let comma = at;
        let at = self.past(at, ",");
        // "Art. 6 c. 1 lett. c)": the Italian "comma".
        if self.text(at) == "c" && self.sign(at + 1, ".") && self.points(at + 3, ALL).is_some() {
            return self.number(at + 2).map(|number| (number, at + 3, ALL));
        }
        // "Article 6, 1, c)".
        let is_listed = at > comma && self.sign(at + 1, ",") && self.letter(at + 2).is_some() && self.sign(at + 3, ")");
        if is_listed && let Some(number) = self.number(at).filter(|number| *number < 10) {
            return Some((number, at + 1, ALL));
        }
        if self.sign(at, "§") {
            // "Art. 6, § 165 TKG" goes on with a section.
            let number = self.number(at + 1).filter(|number| *number < 10)?;
            return Some((number, self.past_suffix(at + 2), ALL));
        }
        if let Some((end, languages)) = self.phrase(at, Role::Paragraph) {
            let end = self.past(end, ".");
            let open = self.past(end, "(");
            if let Some(number) = self.number(open) {
                // A single letter after it is a point: "Abs. 1b".
                let end = if open > end { self.past(open + 1, ")") } else { self.past_suffix(open + 1) };
                return Some((number, end, languages));
            }
            if let Some(number) = self.roman(end) {
                return Some((number, end + 1, languages));
            }
            return self.ordinal(end).map(|(number, end)| (number, end, languages));
        }
        let (number, end) = self.ordinal(at).or_else(|| Some((self.number(at)?, self.past_suffix(at + 1))))?;
        if let Some((end, languages)) = self.phrase(end, Role::Paragraph) {
            return Some((number, end, languages));
        }
        (is_number_first && self.is(at, Kind::Number)).then_some((number, at + 1, ALL))
    }

    /// "I" to "IV", in capitals.
    fn roman(&self, at: usize) -> Option<u16> {
        let token = self.tokens.get(at).filter(|token| token.capitals == token.text.len())?;
        ["i", "ii", "iii", "iv"].into_iter().zip(1..).find(|(text, _)| token.text == *text).map(|(_, number)| number)
    }

    /// "First", "1st".
    fn ordinal(&self, at: usize) -> Option<(u16, usize)> {
        let number = super::words::WORDS.ordinal(self.text(at))?;
        Some((number, at + 1))
    }

    /// Past the ending of "1er", "1º", "1st".
    fn past_suffix(&self, at: usize) -> usize {
        let is_ending = matches!(self.text(at), "er" | "st" | "\u{b0}" | "ste");
        if self.glued(at) && is_ending { at + 1 } else { at }
    }

    fn past_ordinal(&self, at: usize) -> usize {
        self.ordinal(at).map_or(at, |(_, end)| end)
    }

    /// Past "Satz 1", "UAbs. 1", "first subparagraph", which no letter hangs on.
    fn past_sentence(&self, at: usize) -> usize {
        let from = self.past(at, ",");
        let named = self.phrase(from, Role::Sentence).and_then(|(end, _)| {
            let end = self.past(end, ".");
            self.number(end).map(|_| self.past_suffix(end + 1)).or_else(|| self.ordinal(end).map(|(_, end)| end))
        });
        let counted = || self.ordinal(from).and_then(|(_, end)| self.phrase(end, Role::Sentence)).map(|(end, _)| end);
        named.or_else(counted).unwrap_or(at)
    }
}
