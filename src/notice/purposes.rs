//! Purposes and the legal bases they rest on.

use super::composer::{Composer, told};
use super::purposes_table;
use crate::document::{Block, ListItem, Text};
use crate::law::{Ground, SpecialCondition};
use crate::record::notice::ShownAs;
use crate::source::Origins;
use crate::view::notice::{Basis, Groups, LawFact, Purpose, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let facts = &composer.notice.purposes;
    if plan.shown_as == ShownAs::Table {
        return purposes_table::blocks(composer, plan, facts);
    }
    composer.by_group(plan, facts, |purpose| &purpose.groups, |part, heading| compose(composer, part, heading))
}

/// Purposes with the same bases stand together, and their bases stand below them once.
fn compose(composer: &Composer<'_>, part: &[&Purpose], heading: &Groups) -> Vec<Block> {
    let mut sets: Vec<(&[Basis], Vec<&Purpose>)> = Vec::new();
    for purpose in part {
        match sets.iter_mut().find(|(bases, _)| *bases == purpose.bases.as_slice()) {
            Some((_, purposes)) => purposes.push(purpose),
            None => sets.push((&purpose.bases, vec![purpose])),
        }
    }
    let several = sets.len() > 1;
    let mut blocks = Vec::new();
    for (at, (set, purposes)) in sets.iter().enumerate() {
        let also = at > 0;
        // What rests on the same bases and on more is told by what it adds.
        let before: &[Basis] = at.checked_sub(1).map_or(&[], |before| sets[before].0);
        let adds: Vec<Basis> = set.iter().filter(|one| !before.contains(one)).cloned().collect();
        let grows = !before.is_empty() && !adds.is_empty() && before.iter().all(|one| set.contains(one));
        match purposes.as_slice() {
            [only] if only.includes.len() < 2 => {
                let mut sentences = vec![Text::told(sentence(composer, only, heading, also), &only.origins)];
                let from = &only.origins;
                if grows {
                    sentences.push(Text::told(composer.say("basis-besides", &[("n", 1_usize.into())]), from));
                    blocks.extend(composer.sentences(sentences));
                    blocks.push(list_of_bases(composer, &adds, from));
                    continue;
                }
                match set {
                    [one] => {
                        sentences.extend(told(one_basis(composer, one, 1, several), &one.origins.with([from])));
                    }
                    _ => sentences.extend((!set.is_empty()).then(|| many_bases(composer, set, 1, several, from))),
                }
                blocks.extend(composer.sentences(sentences));
                blocks.extend((set.len() > 1).then(|| list_of_bases(composer, set, from)));
            }
            _ => {
                // The same words over every list would tire.
                let lead = match at {
                    0 => "purposes-lead",
                    odd if odd % 2 == 1 => "purposes-lead-also",
                    _ => "purposes-lead-besides",
                };
                let from: Origins = purposes.iter().map(|purpose| &purpose.origins).collect();
                blocks.push(Block::paragraph(Text::told(composer.strings.plain(lead), &from)));
                let (purposes, shared) = told_apart(composer, purposes, heading);
                let items = purposes.iter().map(|purpose| item(composer, purpose, heading));
                blocks.push(Block::List { order: composer.order(), items: items.collect() });
                blocks.extend(composer.sentences(told(shared, &from)));
                if grows {
                    let besides = composer.say("basis-besides", &[("n", purposes.len().into())]);
                    blocks.push(Block::paragraph(Text::told(besides, &from)));
                    blocks.push(list_of_bases(composer, &adds, &from));
                } else {
                    blocks.extend(bases(composer, set, purposes.len(), several, &from));
                }
            }
        }
    }
    blocks
}

/// The purposes of a list without what all of them share, and sentences that say it of all.
fn told_apart(composer: &Composer<'_>, purposes: &[&Purpose], heading: &Groups) -> (Vec<Purpose>, Vec<String>) {
    let mut apart: Vec<Purpose> = purposes.iter().copied().cloned().collect();
    let mut shared = Vec::new();
    if let [first, _, ..] = purposes {
        if !first.categories.is_empty() && purposes.iter().all(|purpose| purpose.categories == first.categories) {
            shared.push(composer.say_one("purposes-use", "categories", &composer.and(&first.categories)));
            apart.iter_mut().for_each(|purpose| purpose.categories.clear());
        }
        if purposes.iter().all(|purpose| purpose.groups == first.groups) {
            shared.push(composer.only_sentence(&first.groups, heading));
            apart.iter_mut().for_each(|purpose| purpose.groups.clone_from(heading));
        }
    }
    (apart, shared)
}

/// A purpose as a sentence of its own.
fn sentence(composer: &Composer<'_>, purpose: &Purpose, heading: &Groups, also: bool) -> String {
    let key = if also { "purpose-sentence-also" } else { "purpose-sentence" };
    let first = composer.say_one(key, "purpose", &named(composer, purpose, heading));
    std::iter::once(first).chain(behind(composer, purpose)).collect::<Vec<_>>().join(" ")
}

/// The purpose with its condition and its groups.
pub(super) fn named(composer: &Composer<'_>, purpose: &Purpose, heading: &Groups) -> String {
    let title = match &purpose.condition {
        Some(condition) => {
            composer.say("purpose-if", &[("purpose", (&purpose.title.0).into()), ("condition", (&condition.0).into())])
        }
        None => purpose.title.0.clone(),
    };
    let only = composer.only(&purpose.groups, heading);
    [title, only].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Sentences about a purpose.
fn behind(composer: &Composer<'_>, purpose: &Purpose) -> Vec<String> {
    let includes = match purpose.includes.as_slice() {
        [] => None,
        [only] => Some(composer.say_one("purpose-includes-one", "include", &only.0)),
        _ => Some(composer.strings.plain("purpose-includes")),
    };
    about(composer, purpose).chain(includes).collect()
}

/// Which data a purpose uses, and how they are kept few.
pub(super) fn about(composer: &Composer<'_>, purpose: &Purpose) -> impl Iterator<Item = String> + use<> {
    let categories = (!purpose.categories.is_empty())
        .then(|| composer.say_one("purpose-uses", "categories", &composer.and(&purpose.categories)));
    let minimisation = purpose.minimisation.as_ref().map(|text| text.0.clone());
    categories.into_iter().chain(minimisation)
}

/// A purpose as an item: a fragment, which ends in a full stop where sentences follow.
fn item(composer: &Composer<'_>, purpose: &Purpose, heading: &Groups) -> ListItem {
    let first = named(composer, purpose, heading);
    let behind = behind(composer, purpose);
    let text = if behind.is_empty() {
        first
    } else {
        let sentences = behind.join(" ");
        composer.say("purpose-and", &[("purpose", (&first).into()), ("sentences", (&sentences).into())])
    };
    ListItem {
        text: Text::told(text, &purpose.origins),
        items: if purpose.includes.len() > 1 {
            told(purpose.includes.iter().map(|include| include.0.clone()), &purpose.origins)
                .map(ListItem::new)
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// What purposes rest on; `from` is where the purposes are written, which say that they do.
fn bases(composer: &Composer<'_>, bases: &[Basis], purposes: usize, several: bool, from: &Origins) -> Vec<Block> {
    match bases {
        [] => Vec::new(),
        [only] => {
            let from = only.origins.with([from]);
            composer.sentences(told(one_basis(composer, only, purposes, several), &from)).into_iter().collect()
        }
        _ => {
            let lead = many_bases(composer, bases, purposes, several, from);
            vec![Block::paragraph(lead), list_of_bases(composer, bases, from)]
        }
    }
}

fn one_basis(composer: &Composer<'_>, only: &Basis, purposes: usize, several: bool) -> Vec<String> {
    let is = basis(composer, only);
    let several = if several && purposes > 1 { "yes" } else { "no" };
    let lead = composer
        .say("basis-one", &[("n", purposes.into()), ("basis", (&is.phrase).into()), ("several", several.into())]);
    std::iter::once(lead).chain(is.sentences).collect()
}

fn many_bases(composer: &Composer<'_>, bases: &[Basis], purposes: usize, several: bool, from: &Origins) -> Text {
    let several = if several { "yes" } else { "no" };
    let words = composer.say("basis-many", &[("n", purposes.into()), ("several", several.into())]);
    Text::told(words, &from.with(bases.iter().map(|basis| &basis.origins)))
}

/// Several bases as a phrase, without what is said about each.
pub(super) fn any_of(composer: &Composer<'_>, bases: &[Basis]) -> String {
    let alone = bases.len() == 1;
    // Which of several comes first is told where they are told one by one.
    let phrase = |one: &Basis| {
        let primarily = one.primarily && alone;
        basis(composer, &Basis { examples: Vec::new(), primarily, ..one.clone() }).phrase
    };
    let mut phrases: Vec<String> = Vec::new();
    for phrase in bases.iter().map(phrase) {
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    composer.strings.or(&phrases)
}

pub(super) fn list_of_bases(composer: &Composer<'_>, bases: &[Basis], from: &Origins) -> Block {
    let items = bases.iter().map(|one| {
        let is = basis(composer, one);
        let phrase = composer.say_one("basis-item", "basis", &is.phrase);
        Text::joined(told(std::iter::once(phrase).chain(is.sentences), &one.origins.with([from])))
    });
    Block::ordered(composer.order(), items)
}

/// A basis in words: a phrase that names it, and sentences about it.
pub(super) struct BasisWords {
    pub(super) phrase: String,
    pub(super) sentences: Vec<String>,
}

pub(super) fn basis(composer: &Composer<'_>, basis: &Basis) -> BasisWords {
    // Consent that has to be explicit is one consent, although two articles ask for it.
    let explicit = SpecialCondition::ExplicitConsent;
    let is_explicit = basis.ground == Some(Ground::Consent) && basis.special.contains(&explicit);
    let article = basis.article.unwrap_or_default();
    let named = match basis.ground {
        _ if is_explicit => {
            let articles = [("article", article.into()), ("special", explicit.article().into())];
            composer.say("ground-consent-explicit", &articles)
        }
        Some(ground) => composer.say_one(&format!("ground-{}", ground.id()), "article", article),
        None => composer.say_one("ground-other", "laws", &laws(composer, &basis.laws)),
    };
    let mut phrase = match (basis.some_cases, basis.primarily) {
        (true, _) => composer.say_one("basis-some-cases", "basis", &named),
        (_, true) => composer.say_one("basis-primarily", "basis", &named),
        _ => named,
    };
    let others = basis.special.iter().filter(|condition| !is_explicit || **condition != explicit);
    let special: Vec<&SpecialCondition> = others.collect();
    if !special.is_empty() {
        let special: Vec<String> = special
            .into_iter()
            .map(|condition| composer.say_one(&format!("condition-{}", condition.id()), "article", condition.article()))
            .collect();
        phrase = composer.say(
            "basis-special",
            &[("basis", (&phrase).into()), ("special", (&composer.strings.and(&special)).into())],
        );
    }
    if !basis.examples.is_empty() {
        let examples = composer.and(&basis.examples);
        phrase = composer.say("basis-examples", &[("basis", (&phrase).into()), ("examples", (&examples).into())]);
    }
    BasisWords { phrase, sentences: details(composer, basis) }
}

fn details(composer: &Composer<'_>, basis: &Basis) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(contract) = &basis.contract {
        sentences.push(composer.say_one("basis-contract", "contract", &contract.0));
    }
    if let Some(obligation) = &basis.obligation {
        sentences.push(composer.say_one("basis-obligation", "obligation", &obligation.0));
    }
    // Without an article the laws name the ground itself.
    if !basis.laws.is_empty() && basis.ground.is_some() {
        sentences.push(composer.say_one("basis-laws", "laws", &laws(composer, &basis.laws)));
    }
    if !basis.interests.is_empty() {
        let interests: Vec<String> =
            basis.interests.iter().map(|one| composer.say_one("basis-interest-to", "interest", &one.0)).collect();
        let key = match (&basis.interest_of, interests.len()) {
            (Some(_), 1) => "basis-interest-of",
            (Some(_), _) => "basis-interests-of",
            (None, 1) => "basis-interest",
            (None, _) => "basis-interests",
        };
        let interests = composer.strings.and(&interests);
        let whose = basis.interest_of.as_ref().map_or("", |whose| whose.0.as_str());
        sentences.push(composer.say(key, &[("interests", (&interests).into()), ("whose", whose.into())]));
    }
    if let Some(vital) = &basis.vital_interest {
        sentences.push(composer.say_one("basis-vital", "interest", &vital.0));
    }
    if let Some(consent) = &basis.consent {
        sentences.extend(consent.to.as_ref().map(|to| composer.say_one("consent-to", "to", &to.0)));
        sentences.extend(consent.withdraw.as_ref().map(|how| composer.say_one("consent-withdraw", "how", &how.0)));
    }
    sentences
}

/// Laws in words: "section 10 of the Accounting Act (Finland)".
pub(super) fn laws(composer: &Composer<'_>, laws: &[LawFact]) -> String {
    let words: Vec<String> = laws
        .iter()
        .map(|law| {
            let act = match &law.article {
                Some(article) => {
                    composer.say("law-article", &[("article", (&article.0).into()), ("act", (&law.act.0).into())])
                }
                None => composer.say_one("law-act", "act", &law.act.0),
            };
            match law.country.as_deref() {
                Some("EU") => composer.say_one("law-of-union", "act", &act),
                Some(code) => composer.say(
                    "law-of-country",
                    &[("act", (&act).into()), ("country", (&composer.strings.country_name(code)).into())],
                ),
                None => act,
            }
        })
        .collect();
    composer.strings.and(&words)
}
