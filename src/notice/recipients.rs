//! Recipients by circumstance.

use super::composer::{Composer, is_proper};
use super::purposes::basis;
use crate::document::Block;
use crate::markdown::{escape, link};
use crate::record::activity::ToldBefore;
use crate::view::notice::{Disclosure, Groups, Markdown, Party, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let everybody: Groups = (0..composer.notice.groups.len()).collect();
    let mut blocks = Vec::new();
    for (heading, disclosures) in by_heading(&composer.notice.disclosures) {
        if let Some(heading) = heading {
            let anchor = format!("{}-{}", plan.name.name(), anchor(&heading.0, &blocks));
            blocks.push(Block::Heading { anchor, text: heading.clone().into() });
        }
        for disclosure in disclosures {
            blocks.extend(compose(composer, disclosure, &everybody));
        }
    }
    let stated = composer.notice.no_disclosures.iter();
    blocks.extend(stated.map(|stated| {
        let only = composer.only_sentence(&stated.groups, &everybody);
        Block::paragraph(format!("{} {only}", stated.text.0).trim_end().to_owned())
    }));
    blocks
}

/// Disclosures under the same heading, in the order of first appearance; those without one first.
fn by_heading(disclosures: &[Disclosure]) -> Vec<(Option<&Markdown>, Vec<&Disclosure>)> {
    let mut found: Vec<(Option<&Markdown>, Vec<&Disclosure>)> = Vec::new();
    for disclosure in disclosures {
        let heading = disclosure.heading.as_ref();
        match found.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, same)) => same.push(disclosure),
            None => found.push((heading, vec![disclosure])),
        }
    }
    found.sort_by_key(|(heading, _)| heading.is_some());
    found
}

/// An anchor from the words of a heading.
fn anchor(heading: &str, before: &[Block]) -> String {
    let words = crate::markdown::words(heading).to_lowercase();
    let slug: String = words.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let slug = slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let same = before.iter().filter(|block| matches!(block, Block::Heading { anchor, .. } if anchor.ends_with(&slug)));
    match same.count() {
        0 => slug,
        number => format!("{slug}-{}", number + 1),
    }
}

fn compose(composer: &Composer<'_>, disclosure: &Disclosure, everybody: &Groups) -> Vec<Block> {
    let names: Vec<String> = disclosure.recipients.iter().map(|party| named(composer, party)).collect();
    let who = if names.is_empty() { composer.strings.plain("third-parties") } else { composer.strings.and(&names) };
    let what = if disclosure.categories.is_empty() {
        composer.strings.plain("your-data")
    } else {
        composer.and(&disclosure.categories)
    };
    let gaps = |more: &str| -> String {
        composer.say("share", &[("who", (&who).into()), ("what", (&what).into()), ("more", more.into())])
    };
    let mut blocks = Vec::new();
    let consent =
        if disclosure.explicit_consent { composer.strings.plain("share-explicit-consent") } else { String::new() };
    match (disclosure.purpose.as_slice(), disclosure.cases.as_slice()) {
        ([], []) => blocks.extend(composer.sentences([gaps("no")])),
        ([one], []) => {
            blocks.extend(composer.sentences([share_one(composer, "share-to", &who, &what, one)]));
        }
        ([], [one]) => {
            blocks.extend(composer.sentences([share_one(composer, "share-if", &who, &what, one)]));
        }
        (purposes, cases) => {
            let list = |key: &str, items: &[Markdown]| {
                let lead = composer.say(key, &[("who", (&who).into()), ("what", (&what).into())]);
                [Block::paragraph(lead), Block::list(items.iter().cloned())]
            };
            if !purposes.is_empty() {
                blocks.extend(list("share-to-list", purposes));
            }
            if !cases.is_empty() {
                blocks.extend(list("share-if-list", cases));
            }
        }
    }
    blocks.extend(composer.sentences(details(composer, disclosure, consent, everybody)));
    let commitments = commitments(disclosure);
    blocks.extend(composer.one_or_list("share-commitment", "share-commitments", "commitment", &commitments));
    blocks
}

/// What the recipients are bound to, each once.
fn commitments(disclosure: &Disclosure) -> Vec<Markdown> {
    let mut found: Vec<Markdown> = Vec::new();
    let of_parties = disclosure.recipients.iter().flat_map(|party| &party.commitments);
    for commitment in of_parties.chain(&disclosure.commitments) {
        if !found.contains(commitment) {
            found.push(commitment.clone());
        }
    }
    found
}

fn share_one(composer: &Composer<'_>, key: &str, who: &str, what: &str, why: &Markdown) -> String {
    composer.say(key, &[("who", who.into()), ("what", what.into()), ("why", (&why.0).into())])
}

fn details(composer: &Composer<'_>, disclosure: &Disclosure, consent: String, everybody: &Groups) -> Vec<String> {
    let mut sentences = vec![consent];
    sentences.extend(disclosure.withdraw.as_ref().map(|how| composer.say_one("share-withdraw", "how", &how.0)));
    for party in &disclosure.recipients {
        if !party.services.is_empty() {
            sentences.push(composer.say_one("share-services", "services", &composer.and(&party.services)));
        }
        sentences.extend(party.description.as_ref().map(|text| text.0.clone()));
        if let (Some(name), Some(url)) = (&party.name, &party.privacy_notice) {
            let link = link(&composer.say_one("privacy-notice-of", "name", name), url);
            sentences.push(composer.say_one("share-privacy-notice", "link", &link));
        }
    }
    if disclosure.only_necessary {
        sentences.push(composer.strings.plain("share-only-necessary"));
    }
    sentences.push(match disclosure.told_before {
        Some(ToldBefore::Always) => composer.strings.plain("share-told-always"),
        Some(ToldBefore::WherePossible) => composer.strings.plain("share-told-where-possible"),
        Some(ToldBefore::No) => composer.strings.plain("share-told-no"),
        None => String::new(),
    });
    for one in &disclosure.bases {
        let words = basis(composer, one);
        sentences.push(composer.say_one("share-basis", "basis", &words.phrase));
        sentences.extend(words.sentences);
    }
    sentences.push(composer.only_sentence(&disclosure.groups, everybody));
    sentences
}

/// A recipient by name, with its kind and country, or by its category.
pub(super) fn named(composer: &Composer<'_>, party: &Party) -> String {
    let countries: Vec<String> = party.countries.iter().map(|code| composer.strings.country_name(code)).collect();
    let place = composer.strings.and(&countries);
    match (&party.name, &party.category) {
        (Some(name), Some(category)) if is_proper(name) => {
            let key = if place.is_empty() { "recipient-category" } else { "recipient-category-place" };
            composer.say(
                key,
                &[("name", (&escape(name)).into()), ("category", (&category.0).into()), ("place", (&place).into())],
            )
        }
        (Some(name), _) if place.is_empty() => escape(name),
        (Some(name), _) => {
            composer.say("recipient-place", &[("name", (&escape(name)).into()), ("place", (&place).into())])
        }
        (None, Some(category)) if place.is_empty() => category.0.clone(),
        (None, Some(category)) => {
            composer.say("recipient-place", &[("name", (&category.0).into()), ("place", (&place).into())])
        }
        (None, None) => composer.strings.plain("third-parties"),
    }
}
