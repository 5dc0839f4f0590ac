//! Legal bases: references in codes or in prose, with what is said of them.

use super::{Reading, headline};
use crate::import::Node;
use crate::import::making::Fields;
use crate::law::Ground;
use crate::law::references::{self, Found, Hints};
use crate::record::Kind;

/// The records of the bases of one item, by id.
pub(super) fn read<'n>(reading: &mut Reading<'n>, item: &'n Node) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for node in item.get("legalBases").map(Node::each).unwrap_or_default() {
        for id in one(reading, node, item) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}

/// A basis; a reference to several grounds makes one record for each.
fn one<'n>(reading: &mut Reading<'n>, node: &'n Node, item: &'n Node) -> Vec<String> {
    let at = node.span;
    let said = |key: &str| node.get(key).map(Node::written).filter(|words| !words.is_empty());
    // Prose in the place of the whole, too.
    let reference = said("reference").or_else(|| node.text().map(|_| node.written())).unwrap_or_default();
    let description = said("description").unwrap_or_default();
    let language = reading.language.clone();
    let hints = Hints { language: language.as_deref(), legal_bases: true };
    let mut law = Law::of(&reference, &hints);
    if law.grounds.is_empty() && law.conditions.is_empty() {
        // Many documents write the article into the description, and nothing into the reference.
        let other = Law::of(&description, &hints);
        law.grounds = other.grounds;
        law.conditions = other.conditions;
        law.others.extend(other.others);
    }
    let words = if reference.is_empty() { headline(&description) } else { headline(&reference) };
    if words.is_empty() {
        return Vec::new();
    }
    if law.grounds.is_empty() && law.conditions.is_empty() {
        let advice =
            "read the legal bases whose reference is not certain: they have no article, and their words as title";
        reading.making.fates.advise(advice);
    }
    let mut grounds: Vec<Option<Ground>> = law.grounds.iter().copied().map(Some).collect();
    if grounds.is_empty() {
        grounds.push(None);
    }
    node.get("reference").into_iter().for_each(|node| reading.making.fates.place(node));
    if node.text().is_some() {
        reading.making.fates.place(node);
    }
    let mut ids = Vec::new();
    for ground in grounds {
        let interests = if ground == Some(Ground::LegitimateInterests) { interests(reading, item) } else { Vec::new() };
        let what = format!("{reference}|{description}|{ground:?}|{}", interests.join("|"));
        ids.push(reading.making.shared(Kind::LegalBasis, &what, &words, at, || {
            let mut fields = Fields::default();
            fields.text("title", &words, at);
            fields.text("article", ground.map(Ground::article).unwrap_or_default(), at);
            fields.list("article-9", law.conditions.iter().map(String::as_str), at);
            fields.phrases("interests", interests.iter().map(String::as_str), at);
            let laws = law.others.iter().map(|act| {
                let mut law = Fields::default();
                law.words("act", act, at);
                law.into_node(at)
            });
            fields.nodes("laws", laws.collect(), at);
            fields
        }));
    }
    let rest = reading.making.fates.rest(node, "");
    ids.iter().for_each(|id| reading.making.note(Kind::LegalBasis, id, &rest));
    ids
}

/// The interests of an item. They have their place in each basis that rests on interests.
fn interests<'n>(reading: &mut Reading<'n>, item: &'n Node) -> Vec<String> {
    let mut interests = Vec::new();
    for node in item.get("legitimateInterests").map(Node::each).unwrap_or_default() {
        if super::flag(node.get("exists")) == Some(false) {
            continue;
        }
        reading.making.fates.place_at(node, "exists");
        reading.making.fates.place_at(node, "reasoning");
        interests.extend(node.get("reasoning").map(Node::written).filter(|words| !words.is_empty()));
    }
    interests
}

/// What a text refers to.
#[derive(Default)]
struct Law {
    grounds: Vec<Ground>,
    conditions: Vec<String>,
    others: Vec<String>,
}

impl Law {
    fn of(text: &str, hints: &Hints<'_>) -> Law {
        let mut law = Law::default();
        for reference in references::read(text, *hints) {
            match &reference.found {
                Found::Provision(provision) => {
                    law.grounds.extend(provision.grounds());
                    law.conditions.extend(provision.conditions().iter().map(|one| one.article().to_owned()));
                }
                Found::Other => law.others.extend(text.get(reference.span).map(str::to_owned)),
                Found::Uncertain(_) => {}
            }
        }
        law.grounds.sort();
        law.grounds.dedup();
        law.conditions.dedup();
        law
    }
}
