//! Legal bases: references in codes or in prose, with what is said of them.

use super::words::WORDS;
use super::{Reading, headline};
use crate::import::Node;
use crate::import::making::Fields;
use crate::law::Ground;
use crate::law::references::{self, Doubt, Found, Hints};
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
    // What a reference denies, its description does not bring back.
    let may_add = !law.is_denied;
    if may_add && law.grounds.is_empty() && law.conditions.is_empty() {
        // Many documents write the article into the description, and nothing into the reference.
        let other = Law::of(&description, &hints);
        law.grounds = other.grounds;
        law.conditions = other.conditions;
        law.others.extend(other.others);
        law.is_partial = other.is_partial;
    } else if may_add && law.conditions.is_empty() {
        // A reference is one code; Article 9(2), where it comes on top, stands in the description.
        law.conditions = Law::of(&description, &hints).conditions;
    }
    let words = headline(if reference.is_empty() { &description } else { &reference });
    if words.is_empty() {
        return Vec::new();
    }
    // A code says nothing to people. Where it is described, the description is what the record is called.
    let is_code = !reference.contains(char::is_whitespace);
    let title = if is_code && !description.is_empty() { headline(&description) } else { words.clone() };
    if law.grounds.is_empty() && law.conditions.is_empty() {
        let advice =
            "read the legal bases whose reference is not certain: they have no article, and their words as title";
        reading.making.fates.advise(advice);
    } else if law.is_partial {
        let advice = "read the legal bases that name more than could be told: a part of their words has no article";
        reading.making.fates.advise(advice);
    }
    let several = law.grounds.len() > 1;
    let mut grounds: Vec<(Option<Ground>, String)> = law
        .grounds
        .iter()
        .map(|(ground, part)| (Some(*ground), if several { headline(part) } else { title.clone() }))
        .collect();
    if grounds.is_empty() {
        grounds.push((None, title.clone()));
    }
    // What the fields of the record say. A reference to several grounds stands in the note of each, whole.
    let is_read = law.is_all_of(&reference);
    if (title == words && !several) || is_read {
        reading.making.fates.place_at(node, "reference");
    }
    if title == description {
        reading.making.fates.place_at(node, "description");
    }
    if node.text().is_some() {
        reading.making.fates.place(node);
    }
    let mut ids = Vec::new();
    for (ground, title) in grounds {
        let interests = if ground == Some(Ground::LegitimateInterests) { interests(reading, item) } else { Vec::new() };
        // References that say the same in other signs are one basis.
        let said = if is_read { String::new() } else { reference.clone() };
        let what = format!("{said}|{description}|{ground:?}|{}|{}", law.conditions.join(" "), interests.join("|"));
        let called = if several { &title } else { &words };
        ids.push(reading.making.shared(Kind::LegalBasis, &what, called, at, || {
            let mut fields = Fields::default();
            fields.text("title", &title, at);
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
        reading.making.fates.advise("reword interests so that they complete \"Our interests are to ...\"");
        interests.extend(node.get("reasoning").map(Node::written).filter(|words| !words.is_empty()));
    }
    interests
}

/// What a text refers to.
#[derive(Default)]
struct Law {
    /// Each with the words that name it.
    grounds: Vec<(Ground, String)>,
    conditions: Vec<String>,
    others: Vec<String>,
    /// The words that name grounds and conditions, and how many those are.
    read: String,
    parts: usize,
    /// Whether it denies something, and whether something beside the grounds is not certain.
    is_denied: bool,
    is_partial: bool,
}

impl Law {
    /// Whether a reference names one ground or condition and says nothing else.
    fn is_all_of(&self, reference: &str) -> bool {
        let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let rest = signs(reference).replacen(&signs(&self.read), "", 1);
        self.parts == 1 && self.others.is_empty() && (rest.is_empty() || WORDS.is_gdpr(&rest))
    }

    fn of(text: &str, hints: &Hints<'_>) -> Law {
        let mut law = Law::default();
        for reference in references::read(text, *hints) {
            match &reference.found {
                Found::Provision(provision) => {
                    let part = text.get(reference.span).unwrap_or(text);
                    law.grounds.extend(provision.grounds().into_iter().map(|ground| (ground, part.to_owned())));
                    law.conditions.extend(provision.conditions().iter().map(|one| one.article().to_owned()));
                    law.read.push_str(part);
                }
                Found::Other => law.others.extend(text.get(reference.span).map(str::to_owned)),
                Found::Uncertain(doubt) => {
                    law.is_denied |= *doubt == Doubt::Denied;
                    // "Article 6 GDPR" beside "6(1)(b)" adds nothing.
                    law.is_partial |= *doubt != Doubt::NoPoint;
                }
            }
        }
        law.grounds.sort();
        law.grounds.dedup_by_key(|(ground, _)| *ground);
        law.conditions.dedup();
        law.parts = law.grounds.len() + law.conditions.len();
        law
    }
}
