//! Time limits: one retention rule for each way of storage.

use super::{Reading, headline, name_by};
use crate::decode::Period;
use crate::import::Node;
use crate::import::making::Fields;
use crate::law::references::{self, Found, Hints};
use crate::record::Kind;

/// The records of the rules of one item, by id. A single period is read; a condition in prose becomes the
/// title, because its words do not complete the sentences of a notice.
pub(super) fn read<'n>(reading: &mut Reading<'n>, item: &'n Node) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for node in item.get("storage").map(Node::each).unwrap_or_default() {
        if let Some(id) = one(reading, node)
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    ids
}

fn one<'n>(reading: &mut Reading<'n>, node: &'n Node) -> Option<String> {
    let at = node.span;
    let of = |key: &str| node.get(key).map(Node::each).unwrap_or_default().iter().filter(|one| !one.is_empty());
    let temporal: Vec<&Node> = of("temporal").collect();
    let ttl = |node: &Node| {
        let written = node.get("ttl").map(Node::written).unwrap_or_default();
        // A start may stand before the period: `2005-08-09T18:31:42P3Y`.
        let period =
            written.rfind('P').filter(|at| written[..*at].starts_with(|c: char| c.is_ascii_digit()) || *at == 0);
        period.map(|at| written[at..].to_owned()).filter(|period| Period::parse(period).is_ok())
    };
    let period = match temporal.as_slice() {
        [only] => ttl(only).map(|period| (period, *only)),
        _ => None,
    };
    let prose = |one: &Node| one.text().map(|_| one.written());
    let described = temporal.iter().filter_map(|one| one.get("description")).filter_map(prose);
    let words = described.chain(temporal.iter().filter_map(|one| prose(one)));
    let words = words.chain(of("purposeConditional").filter_map(prose)).chain(node.text().map(|_| node.written()));
    let hints = Hints { language: reading.language.as_deref(), legal_bases: false };
    let (laws, others): (Vec<String>, Vec<String>) = of("legalBasisConditional")
        .filter_map(prose)
        .filter(|words| !words.is_empty())
        .partition(|words| references::read(words, hints).iter().any(|one| !matches!(one.found, Found::Uncertain(_))));
    // Some write a time where a law belongs.
    let all: Vec<String> = words.chain(others).filter(|words| !words.is_empty()).collect();
    let title = all.first().or(laws.first()).cloned().or_else(|| period.as_ref().map(|(period, _)| period.clone()))?;
    // Rules that say the same are one rule.
    let what = format!(
        "{all:?}{laws:?}{:?}",
        temporal.iter().map(|one| one.get("ttl").map(Node::written)).collect::<Vec<_>>()
    );
    let fates = &mut reading.making.fates;
    if let Some((period, only)) = &period
        && only.get("ttl").is_some_and(|ttl| ttl.written() == *period)
    {
        fates.place_at(only, "ttl");
    }
    of("legalBasisConditional").filter(|law| laws.contains(&law.written())).for_each(|law| fates.place(law));
    if temporal.len() <= 1 {
        // Nothing is aggregated.
        fates.place_at(node, "aggregationFunction");
    }
    let first = temporal
        .iter()
        .filter_map(|one| one.get("description"))
        .chain(temporal.iter().copied())
        .chain(of("purposeConditional"))
        .chain(of("legalBasisConditional"))
        .chain([node]);
    let first = first.filter(|one| prose(one).as_ref() == Some(&title)).take(1);
    first.for_each(|node| fates.place(node));
    fates.advise("give each retention rule a period or criteria where its title says how long");
    let id = reading.making.shared(Kind::Retention, &what, &headline(&title), at, || {
        let mut fields = Fields::default();
        name_by(&mut fields, "title", &title, at);
        if let Some((period, only)) = &period {
            fields.text("period", period, only.span);
        }
        let laws = laws.iter().map(|act| {
            let mut law = Fields::default();
            law.words("act", act, at);
            law.into_node(at)
        });
        fields.nodes("laws", laws.collect(), at);
        fields
    });
    let rest = reading.making.fates.rest(node, "");
    reading.making.note(Kind::Retention, &id, &rest);
    Some(id)
}
