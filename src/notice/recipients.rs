//! Recipients by circumstance.

use super::composer::{Composer, is_proper};
use super::purposes::basis;
use crate::document::Block;
use crate::markdown::{escape, link, site};
use crate::record::activity::ToldBefore;
use crate::strings::Gap;
use crate::view::notice::{Basis, Disclosure, Groups, Markdown, Party, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let everybody: Groups = (0..composer.notice.groups.len()).collect();
    let mut blocks = Vec::new();
    for (heading, disclosures) in by_heading(&composer.notice.disclosures) {
        if let Some(heading) = heading {
            let anchor = format!("{}-{}", plan.name.name(), anchor(&heading.0, &blocks));
            blocks.push(Block::Heading { anchor, text: heading.clone().into() });
        }
        for disclosure in disclosures {
            blocks.extend(compose(composer, &disclosure, &everybody));
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
/// What several activities disclose to the same people for the same reason is told once.
fn by_heading(disclosures: &[Disclosure]) -> Vec<(Option<&Markdown>, Vec<Disclosure>)> {
    let mut found: Vec<(Option<&Markdown>, Vec<Disclosure>)> = Vec::new();
    for disclosure in disclosures {
        let heading = disclosure.heading.as_ref();
        let at = found.iter().position(|(known, _)| *known == heading).unwrap_or_else(|| {
            found.push((heading, Vec::new()));
            found.len() - 1
        });
        let told = &mut found[at].1;
        match told.iter_mut().find(|known| is_same(known, disclosure)) {
            Some(known) => join(known, disclosure),
            None => told.push(disclosure.clone()),
        }
    }
    found.sort_by_key(|(heading, _)| heading.is_some());
    found
}

/// Whether two disclosures differ in nothing but whose and which data they concern.
fn is_same(one: &Disclosure, other: &Disclosure) -> bool {
    let rest =
        |disclosure: &Disclosure| Disclosure { groups: Groups::new(), categories: Vec::new(), ..disclosure.clone() };
    one.categories.is_empty() == other.categories.is_empty() && rest(one) == rest(other)
}

fn join(known: &mut Disclosure, other: &Disclosure) {
    known.groups.extend(&other.groups);
    known.groups.sort_unstable();
    known.groups.dedup();
    for category in &other.categories {
        if !known.categories.contains(category) {
            known.categories.push(category.clone());
        }
    }
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
    let say = |key: &str, gaps: &[(&str, Gap<'_>)]| {
        let both = [("who", Gap::from(&who)), ("what", Gap::from(&what))];
        composer.say(key, &[both.as_slice(), gaps].concat())
    };
    let details = details(composer, disclosure, everybody);
    let mut blocks = Vec::new();
    let share = match (disclosure.purpose.as_slice(), disclosure.cases.as_slice()) {
        ([], []) => Some(say("share", &[])),
        ([purpose], []) => Some(say("share-to", &[("why", (&purpose.0).into())])),
        ([], [case]) => Some(say("share-if", &[("why", (&case.0).into())])),
        ([purpose], [case]) => Some(say("share-to-if", &[("why", (&purpose.0).into()), ("case", (&case.0).into())])),
        _ => None,
    };
    match share {
        Some(share) => blocks.extend(composer.sentences(std::iter::once(share).chain(details))),
        None => {
            for (key, items) in [("share-to-list", &disclosure.purpose), ("share-if-list", &disclosure.cases)] {
                if !items.is_empty() {
                    blocks.push(Block::paragraph(say(key, &[])));
                    blocks.push(Block::list(items.iter().cloned()));
                }
            }
            blocks.extend(composer.sentences(details));
        }
    }
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

fn details(composer: &Composer<'_>, disclosure: &Disclosure, everybody: &Groups) -> Vec<String> {
    let mut sentences = Vec::new();
    if disclosure.explicit_consent {
        sentences.push(composer.strings.plain("share-explicit-consent"));
    }
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
        // Examples belong to the purposes that the basis is used for.
        let words = basis(composer, &Basis { examples: Vec::new(), ..one.clone() });
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
    let linked = |name: &str| party.website.as_deref().map_or_else(|| escape(name), |url| site(name, url));
    match (&party.name, &party.category) {
        (Some(name), Some(category)) if is_proper(name) => {
            let key = if place.is_empty() { "recipient-category" } else { "recipient-category-place" };
            composer.say(
                key,
                &[("name", (&linked(name)).into()), ("category", (&category.0).into()), ("place", (&place).into())],
            )
        }
        (Some(name), _) if place.is_empty() => linked(name),
        (Some(name), _) => {
            composer.say("recipient-place", &[("name", (&linked(name)).into()), ("place", (&place).into())])
        }
        (None, Some(category)) if place.is_empty() => category.0.clone(),
        (None, Some(category)) => {
            composer.say("recipient-place", &[("name", (&category.0).into()), ("place", (&place).into())])
        }
        (None, None) => composer.strings.plain("third-parties"),
    }
}
