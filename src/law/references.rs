//! Legal references in free text: "Art. 6 Abs. 1 lit. b DSGVO", "artículo 6.1.c RGPD".
//!
//! 1. `token` folds the text: case, diacritics, width, lost spaces.
//! 2. `cited` and `points` read articles, paragraphs and letters, `laws` the names of laws, `national`
//!    sections of other laws. Their words are data, one file per language in `words/`; texts may mix
//!    the languages.
//! 3. `clause` looks at what stands around them: other laws, denials, letters left over.
//! 4. `judge` decides what each stands for.
//!
//! A letter is read only where it is certain; what is not stays verbatim, with the reason. The grounds
//! of Article 6(1) and the conditions of Article 9(2) follow from [`Provision::grounds`] and
//! [`Provision::conditions`].
//!
//! # References that name no law
//!
//! In a column about legal bases ([`Hints::legal_bases`]) "Art. 6 Abs. 1 lit. b" means the GDPR if it
//! names a ground or condition that exists, and no other law stands in the same clause since the last name
//! of the GDPR. Directly beside it nothing may stand but a ground in words or what leads to it; sections of other laws behind it ("i. V. m. § 147
//! AO") have their own. Whether the law was named is told by [`Provision::is_named`]. Elsewhere such a
//! reference is uncertain, and numbers alone ("6.1") are none.
//!
//! # Denials and ranges
//!
//! A clause that denies, excepts, replaces, doubts or asks leaves all of its references uncertain. A range
//! is one in every language alike where a word says so ("a bis c", "(a) to (c)"); a hyphen or dash may
//! also list, and is read only between neighbours ("b-c") and in longer lists ("b-c-e").

use std::fmt;
use std::ops::Range;

use super::{Ground, SpecialCondition};

mod beside;
mod cited;
mod clause;
mod judge;
mod laws;
mod national;
mod points;
mod reader;
mod token;
mod words;

use self::cited::Cited;
use self::judge::Piece;
use self::laws::{Law, Name};
use self::reader::Reader;
use self::words::Role;

/// What is known of a text before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// Its language, by a tag such as `de` or `de-AT`: it tells whether "a" or "i" may be words.
    pub language: Option<&'a str>,
    /// Whether it is about legal bases, as a cell of that column is.
    pub legal_bases: bool,
}

/// A reference and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its bytes in the text, from one character boundary to another.
    pub span: Range<usize>,
    /// What it stands for.
    pub found: Found,
}

/// What a reference stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A provision of the GDPR.
    Provision(Provision),
    /// Another law, to be kept as it is written: "§ 147 AO", "Ley 39/2015".
    Other,
    /// Something that looks like a reference, to be kept as it is written.
    Uncertain(Doubt),
}

/// A provision of the GDPR: one paragraph of an article, and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// Of the Union or of the United Kingdom.
    pub instrument: Instrument,
    /// Whether the text names the law, or it is taken for the GDPR; see the head of this module.
    pub is_named: bool,
    /// The article.
    pub article: u16,
    /// The paragraph.
    pub paragraph: Option<u16>,
    /// The points, in the order of the alphabet, each once.
    pub points: Vec<char>,
}

/// Which GDPR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instrument {
    /// Regulation (EU) 2016/679.
    Gdpr,
    /// That regulation as the law of the United Kingdom has kept it.
    UkGdpr,
}

/// Why a reference is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// "Article 6", "6(1)", "Art. 9 Abs. 2".
    NoPoint,
    /// "Art. 6 lit. b": paragraphs 1, 3 and 4 have points.
    NoParagraph,
    /// "6(1)(g)".
    NoSuchProvision,
    /// "Article 6(1)(b)" in a text that says nothing of a law.
    NoLaw,
    /// "Article 6(1)(b) of the regulation", or of something that is not known here.
    OtherLaw,
    /// A letter that may be a word, "a-c" which may be a range, a letter too much.
    Letter,
    /// "Not Article 6(1)(f)", "formerly 6(1)(a)", "6(1)(b)?": its clause denies, excepts, replaces or asks.
    Denied,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Doubt::NoPoint => "it names no point, and each point is a ground of its own",
            Doubt::NoParagraph => "it names no paragraph, and more than one has points",
            Doubt::NoSuchProvision => "the GDPR has no such provision",
            Doubt::NoLaw => "it does not say which law it means",
            Doubt::OtherLaw => "it may mean another law than the GDPR",
            Doubt::Letter => "it is not clear which letters it names",
            Doubt::Denied => "the words around it may deny, except, replace or question it",
        })
    }
}

impl Provision {
    /// The grounds of Article 6(1) among the points.
    pub fn grounds(&self) -> Vec<Ground> {
        self.each(6, 1).filter_map(|article| article.parse().ok()).collect()
    }

    /// The conditions of Article 9(2) among the points.
    pub fn conditions(&self) -> Vec<SpecialCondition> {
        self.each(9, 2).filter_map(|article| article.parse().ok()).collect()
    }

    fn is_ground(&self) -> bool {
        !self.points.is_empty() && matches!((self.article, self.paragraph), (6, Some(1)) | (9, Some(2)))
    }

    /// `6(1)(b)` for each point, if it is this paragraph.
    fn each(&self, article: u16, paragraph: u16) -> impl Iterator<Item = String> {
        let is_it = self.article == article && self.paragraph == Some(paragraph);
        self.points.iter().filter(move |_| is_it).map(move |point| format!("{article}({paragraph})({point})"))
    }
}

/// The references of a text, in its order; they do not overlap.
pub fn read(text: &str, hints: Hints<'_>) -> Vec<Reference> {
    let tokens = token::tokens(text);
    let reader = Reader::new(&tokens, &hints);
    judge::judge(&reader, &pieces(&reader), &hints)
}

/// Whether a text denies what is written below it: "Not applicable:".
pub fn denies_what_follows(text: &str) -> bool {
    let tokens = token::tokens(text);
    let reader = Reader::new(&tokens, &Hints::default());
    clause::clauses(&reader, &pieces(&reader)).1
}

fn pieces(reader: &Reader<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // The last law that was named and belongs to no reference before it.
    let mut last: Option<Name> = None;
    // Where "in conjunction with" ended.
    let mut due = usize::MAX;
    let mut at = 0;
    while at < reader.tokens.len() {
        if let Some(end) = reader.national(at) {
            pieces.push(Piece::Other(at, end));
            (at, last) = (end, None);
            continue;
        }
        let cited = match reader.points_first(at) {
            Some(Ok(cited)) => Some(cited),
            Some(Err(points)) => {
                let end = points.end;
                at = match pieces.last() {
                    Some(Piece::Cited(before)) if judge::is_joined(reader, before.end, at) => {
                        let cited = reader.same_paragraph(before, at, points);
                        follow(reader, cited, (false, None), &mut pieces)
                    }
                    _ => end,
                };
                continue;
            }
            None => None,
        };
        let is_due = at == due;
        // "2016/679" is a law and no article.
        let law = reader.law_at(at);
        let cited = cited.or_else(|| if law.is_none() { reader.cited(at) } else { None });
        if let Some(mut cited) = cited {
            let from = pieces.last().map_or(0, Piece::end);
            cited.law_before = cited.law_before.or_else(|| reader.law_before(cited.start, last, from));
            let is_bare = !cited.is_named;
            let mut list = None;
            if let Some(Piece::Cited(before)) = pieces.last() {
                let is_joined = judge::is_joined(reader, before.end, cited.start);
                // "RGPD: 6.1.c) y 6.1.e)", "RGPD: 6.1.a) 6.1.b)": the list opens with its law.
                list = before.law_of_list().filter(|_| is_joined || is_bare && before.end == cited.start);
                cited.law_before = cited.law_before.or(list.filter(|_| is_bare));
                // "Articles 6(1)(e) and 9(2)(f)": the word counts for both.
                cited.is_named |= before.is_named && is_joined;
            }
            at = follow(reader, cited, (is_bare, list), &mut pieces);
            last = None;
        } else if let Some(law) = law {
            // Capitals alone are a law where one is due: "i.V.m. AO".
            if law.law == Law::Other || law.law == Law::Short && is_due {
                pieces.push(Piece::Other(at, law.end));
            }
            (at, last) = (law.end, Some(law));
        } else if let Some((end, _)) = reader.phrase(at, Role::With) {
            at = reader.past(end, ".");
            due = at;
        } else {
            at += 1;
        }
    }
    pieces
}

/// Adds a reference, what it says of further paragraphs of its article, and the law after them; the
/// place after it. Numbers by themselves are told from those with a word, and what law their list opens
/// with.
fn follow(
    reader: &Reader<'_>,
    mut cited: Cited,
    (is_bare, list): (bool, Option<Law>),
    pieces: &mut Vec<Piece>,
) -> usize {
    while let Some(next) = reader.same_article(&cited) {
        pieces.push(Piece::Cited(cited));
        cited = next;
    }
    // "RGPD: 6.1.c) Ley 58/2003": the law it is of stands before, and the other one begins after it. Numbers
    // by themselves, "6.1.e) de la Ley 40/2015", are no beginning of an act either way.
    let is_gdpr = matches!(cited.law_before, Some(Law::Gdpr | Law::UkGdpr));
    let is_direct = reader.law_at(cited.end).is_some();
    let is_apart = is_direct && (is_gdpr || list.is_some()) && cited.may_be_ground();
    let is_number = is_bare && matches!(cited.article, 6 | 9);
    let begins = |law: &Name| (is_number || is_apart) && matches!(law.law, Law::Other | Law::Short);
    // "Ley 39/2015, artículo 6.1.c), RGPD 6.1.e": the GDPR behind the comma is that of the next.
    let is_of_next = |law: &Name| {
        let is_apart = reader.is(cited.end, token::Kind::Sign) && matches!(law.law, Law::Gdpr | Law::UkGdpr);
        is_apart && reader.cited(reader.past(law.end, ":")).is_some()
    };
    let after = reader.law_after(cited.end, cited.languages);
    if let Some(law) = after.filter(|law| !is_of_next(law)) {
        if begins(&law) {
            let is_clear = is_gdpr && is_direct && law.law == Law::Other;
            cited.doubt = cited.doubt.or((!is_clear).then_some(Doubt::OtherLaw));
        } else {
            cited.law = Some(law.law);
            // "Of the", and nothing known: the words are none of ours.
            if law.law != Law::Unknown {
                cited.end = law.end;
            }
        }
    }
    let end = cited.end;
    pieces.push(Piece::Cited(cited));
    end
}
