//! What a reference stands for, once all of the text is read.

use super::cited::Cited;
use super::clause::{Clause, clause_of, clauses};
use super::laws::Law;
use super::reader::Reader;
use super::words::Role;
use super::{Doubt, Found, Hints, Instrument, Provision, Reference};

/// Something read in the text.
pub(super) enum Piece {
    Cited(Cited),
    /// Another law: its tokens.
    Other(usize, usize),
}

impl Piece {
    pub(super) fn is_law(&self) -> bool {
        matches!(self, Piece::Other(..))
    }

    pub(super) fn start(&self) -> usize {
        match self {
            Piece::Cited(cited) => cited.start,
            Piece::Other(start, _) => *start,
        }
    }

    pub(super) fn end(&self) -> usize {
        match self {
            Piece::Cited(cited) => cited.end,
            Piece::Other(_, end) => *end,
        }
    }
}

/// A reference without a law of its own shares that of its neighbours: "Art. 6(1)(b) and 9(2)(h) GDPR",
/// "RGPD: 6.1.c), 6.1.e)".
pub(super) fn judge(reader: &Reader<'_>, pieces: &[Piece], hints: &Hints<'_>) -> Vec<Reference> {
    let joined: Vec<bool> = pieces.windows(2).map(|pair| is_joined(reader, pair[0].end(), pair[1].start())).collect();
    let mut after: Vec<Option<Law>> = vec![None; pieces.len()];
    let mut before: Vec<Option<Law>> = vec![None; pieces.len()];
    for (at, piece) in pieces.iter().enumerate() {
        if let Piece::Cited(cited) = piece {
            let shared = at > 0 && joined[at - 1];
            let other = shared && is_other(&pieces[at - 1]);
            let inherited = if other { Some(Law::Unknown) } else { before.get(at.wrapping_sub(1)).copied().flatten() };
            before[at] = cited.law_before.or(if shared { inherited } else { None });
        }
    }
    for (at, piece) in pieces.iter().enumerate().rev() {
        if let Piece::Cited(cited) = piece {
            let shared = joined.get(at).is_some_and(|joined| *joined);
            after[at] = cited.law.or_else(|| if shared { after.get(at + 1).copied().flatten() } else { None });
        }
    }
    let (clauses, _) = clauses(reader, pieces);
    let is_range = |pair: &[Piece]| !pair.iter().any(Piece::is_law) && is_range(reader, pair[0].end(), pair[1].start());
    let ranged: Vec<bool> = pieces.windows(2).map(is_range).collect();
    let found = pieces.iter().enumerate().filter_map(|(at, piece)| {
        let found = match piece {
            Piece::Other(..) => Found::Other,
            Piece::Cited(cited) => {
                let found = found(cited, before[at], after[at], hints)?;
                let is_ranged = ranged.get(at).is_some_and(|is| *is) || at > 0 && ranged[at - 1];
                clause_of(&clauses, cited.start)
                    .and_then(|clause| around(reader, clause, cited, &found, is_ranged))
                    .map_or(found, Found::Uncertain)
            }
        };
        Some(Reference { span: reader.span(piece.start()..piece.end()), found })
    });
    found.collect()
}

/// Whether a law of its own keeps a reference from being that of the next: "Art. 5 BDSG, Art. 6".
fn is_other(piece: &Piece) -> bool {
    matches!(piece, Piece::Cited(Cited { law: Some(Law::Other | Law::Short), .. }))
}

/// Whether only "and", a comma or the like stands between two places, or "in conjunction with".
pub(super) fn is_joined(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let mut at = reader.remark(from).filter(|end| *end <= to).unwrap_or(from);
    let mut joins = false;
    while at < to {
        let phrase = [Role::And, Role::With].into_iter().find_map(|role| reader.phrase(at, role));
        at = match phrase {
            Some((end, _)) => reader.past(end, "."),
            None if reader.sign(at, ",;/+&") => at + 1,
            None => return false,
        };
        joins = true;
    }
    joins
}

/// Whether only "to" stands between two places: "6.1.a à 6.1.c", "6.1.a ... 6.1.c".
fn is_range(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let dots = from + 1 < to && (from..to).all(|at| reader.sign(at, "."));
    let word = reader.phrase(from, Role::To).map(|(end, _)| end);
    let dash = reader.sign(from, "-\u{2013}").then_some(from + 1);
    dots || word.or(dash).is_some_and(|end| end == to)
}

/// What keeps a provision of the GDPR from being certain in the clause where it stands.
fn around(reader: &Reader<'_>, clause: &Clause, cited: &Cited, found: &Found, is_ranged: bool) -> Option<Doubt> {
    let Found::Provision(provision) = found else { return None };
    if clause.is_denied {
        return Some(Doubt::Denied);
    }
    // "RGPD 6.1.c de la Ley de Aguas".
    let link = cited.law.and_then(|_| reader.phrase(cited.end, Role::Link));
    if link.is_some_and(|(end, _)| reader.phrase(end, Role::Act).is_some()) {
        return Some(Doubt::OtherLaw);
    }
    if !provision.is_named && clause.has_other_law(reader, cited) {
        return Some(Doubt::OtherLaw);
    }
    (provision.is_ground() && (clause.has_stray || is_ranged)).then_some(Doubt::Letter)
}

fn found(cited: &Cited, before: Option<Law>, after: Option<Law>, hints: &Hints<'_>) -> Option<Found> {
    let own = cited.law.is_some();
    let law = match (before, after) {
        (before, None) => before,
        // "GDPR 6.1.f of no known law": what stands before is clear.
        (Some(law @ (Law::Gdpr | Law::UkGdpr)), Some(Law::Unknown | Law::Unnamed)) => Some(law),
        // "DSGVO: Art. 6(1)(e), Art. 6(3) i.V.m. Art. 25 BayDSG".
        (Some(law @ (Law::Gdpr | Law::UkGdpr)), Some(Law::Other | Law::Short)) if !own => {
            Some(if cited.law_before.is_some() { law } else { Law::Unknown })
        }
        (_, after) => after,
    };
    // "6.1" may be said of Article 6, but "6.1 of the contract" is not.
    let is_alone = law.is_none() && matches!(cited.article, 6 | 9);
    match law {
        Some(Law::Gdpr) => Some(provision(cited, Instrument::Gdpr, true)),
        Some(Law::UkGdpr) => Some(provision(cited, Instrument::UkGdpr, true)),
        Some(Law::Other | Law::Short) if own => Some(Found::Other),
        _ if !cited.is_named && (!hints.legal_bases || !cited.may_be_ground() && !is_alone) => None,
        Some(Law::Other | Law::Short | Law::Unknown | Law::Unnamed) => Some(Found::Uncertain(Doubt::OtherLaw)),
        None if hints.legal_bases => Some(assumed(cited)),
        None => Some(Found::Uncertain(Doubt::NoLaw)),
    }
}

/// In a column about legal bases a reference without its law means the GDPR, if it names a ground.
fn assumed(cited: &Cited) -> Found {
    if !matches!(cited.article, 6 | 9) {
        return Found::Uncertain(Doubt::NoLaw);
    }
    match provision(cited, Instrument::Gdpr, false) {
        Found::Provision(provision) if provision.is_ground() => Found::Provision(provision),
        Found::Uncertain(doubt) => Found::Uncertain(doubt),
        _ => Found::Uncertain(Doubt::NoLaw),
    }
}

fn provision(cited: &Cited, instrument: Instrument, is_named: bool) -> Found {
    let Cited { article, paragraph, .. } = *cited;
    if let Some(doubt) = cited.doubt.or_else(|| doubt(article, paragraph, &cited.points)) {
        return Found::Uncertain(doubt);
    }
    Found::Provision(Provision { instrument, is_named, article, paragraph, points: cited.points.clone() })
}

/// What keeps a provision of the GDPR from being clear. The letters are those of Articles 6 and 9.
fn doubt(article: u16, paragraph: Option<u16>, points: &[char]) -> Option<Doubt> {
    let last = match (article, paragraph) {
        (0, _) | (100.., _) | (6 | 9, Some(0 | 5..)) => return Some(Doubt::NoSuchProvision),
        (6, Some(1)) => 'f',
        (6, Some(3)) => 'b',
        (6, Some(4)) => 'e',
        (9, Some(2)) => 'j',
        (6 | 9, None) if points.is_empty() => return Some(Doubt::NoPoint),
        (6 | 9, None) => return Some(Doubt::NoParagraph),
        (6 | 9, Some(_)) => '`',
        _ => 'z',
    };
    if points.iter().any(|point| *point > last) {
        return Some(Doubt::NoSuchProvision);
    }
    let needs_point = matches!((article, paragraph), (6, Some(1)) | (9, Some(2)));
    (needs_point && points.is_empty()).then_some(Doubt::NoPoint)
}
