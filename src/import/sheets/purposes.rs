//! Purposes with their bases in one cell: "keep accounts; Legal bases: Bookkeeping: legal obligation".

use super::draft::Activity;
use super::fold::one_line;
use super::pool::{At, Pool};
use super::value::Said;
use crate::record::Kind;
use crate::source::Span;

/// Words before the legal bases and before what a purpose includes, as our exports and the forms of
/// authorities write them.
const BASES: [&str; 12] = [
    "Legal bases: ",
    "Legal basis: ",
    "Rechtsgrundlagen: ",
    "Rechtsgrundlage: ",
    "Bases juridiques: ",
    "Base juridique: ",
    "Base légale: ",
    "Bases jurídicas: ",
    "Base jurídica: ",
    "Basi giuridiche: ",
    "Base giuridica: ",
    "Base legale: ",
];
const INCLUDES: [&str; 6] =
    ["This includes that we: ", "Includes: ", "Umfasst: ", "Comprend: ", "Incluye: ", "Comprende: "];

/// Adds the purposes of a cell, each with the bases named behind it.
pub(super) fn read(pool: &mut Pool<'_>, activity: &mut Activity, said: &Said<'_>) {
    let span = said.span;
    for line in super::fold::entries(said.text, &["\n".to_owned()]) {
        let (rest, bases) = cut(line, &BASES);
        let (title, includes) = cut(rest, &INCLUDES);
        let (title, condition) = title
            .strip_suffix(')')
            .and_then(|inner| inner.split_once(" (if "))
            .map_or((title, None), |(title, condition)| (title, Some(one_line(condition))));
        let bases = match bases {
            Some(bases) => named(pool, bases, said, span),
            // "Manage staff (Article 6(1)(b) GDPR)": the bases are those of the line.
            None if !pool.names_lead() && super::basis::has_ground(title, said.language) => {
                super::basis::bases(pool, title, &[], said.language, span).0
            }
            None => Vec::new(),
        };
        let title = if pool.names_lead() { title } else { super::naming::without_stop(title) };
        let purpose = activity.purpose(title, span);
        purpose.condition = purpose.condition.take().or(condition);
        let includes = includes.into_iter().flat_map(|all| all.split("; ")).map(|one| (one.to_owned(), span));
        purpose.includes.extend(includes);
        purpose.bases.extend(bases.into_iter().map(|at| (at, span)));
    }
}

/// A text up to a label, and what stands behind it.
fn cut<'t>(text: &'t str, labels: &[&str]) -> (&'t str, Option<&'t str>) {
    let found = labels.iter().find_map(|label| text.find(label).map(|at| (at, at + label.len())));
    found.map_or((text, None), |(start, end)| (text[..start].trim_end_matches([';', ' ']), Some(&text[end..])))
}

/// The bases that a text names: known ones by their titles, or what its references say.
fn named(pool: &mut Pool<'_>, text: &str, said: &Said<'_>, span: Span) -> Vec<At> {
    let mut known: Vec<At> = Vec::new();
    let parts: Vec<&str> = text.split("; ").collect();
    for part in &parts {
        if let Some(at) = pool.leading(&[Kind::LegalBasis], part).filter(|at| !known.contains(at)) {
            known.push(at);
        }
    }
    if !known.is_empty() {
        return known;
    }
    super::basis::bases(pool, text, &[], said.language, span).0
}
