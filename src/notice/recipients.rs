//! Recipients by circumstance.

use super::composer::{Composer, told};
use super::party::{called, is_one, named};
use super::purposes::basis;
use crate::document::{Block, Text};
use crate::markdown::{site, words};
use crate::record::activity::ToldBefore;
use crate::source::Origins;
use crate::strings::Gap;
use crate::view::notice::{Basis, Disclosure, Groups, Markdown, Party, SectionPlan};

/// Names of recipients longer than this make a sentence of their own.
const LONG: usize = 80;

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let everybody: Groups = (0..composer.notice.groups.len()).collect();
    let disclosures = &composer.notice.disclosures;
    // What holds for every recipient is said once, for all of them.
    let always = disclosures.len() > 1 && disclosures.iter().all(|disclosure| disclosure.only_necessary);
    let mut blocks = Vec::new();
    if always {
        let from: Origins = disclosures.iter().map(|disclosure| &disclosure.origins).collect();
        blocks.push(Block::paragraph(Text::told(composer.strings.plain("share-only-necessary-always"), &from)));
    }
    let mut explained = Explained::default();
    for (heading, disclosures) in by_heading(disclosures) {
        if let Some(heading) = heading {
            let anchor = format!("{}-{}", plan.name.name(), anchor(&heading.0, &blocks));
            let from: Origins = disclosures.iter().map(|disclosure| &disclosure.origins).collect();
            blocks.push(Block::Heading { anchor, text: Text::told(heading.0.clone(), &from) });
        }
        for disclosure in disclosures {
            let only_necessary = disclosure.only_necessary && !always;
            let disclosure = explained.reduce(Disclosure { only_necessary, ..disclosure });
            blocks.extend(compose(composer, &disclosure, &everybody));
        }
    }
    let stated = composer.notice.no_disclosures.iter();
    blocks.extend(stated.map(|stated| {
        let only = composer.only_sentence(&stated.groups, &everybody);
        Block::paragraph(Text::joined(told([stated.text.0.clone(), only], &stated.origins)))
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
        let known = &mut found[at].1;
        match known.iter_mut().find(|known| is_same(known, disclosure)) {
            Some(known) => join(known, disclosure),
            None => known.push(disclosure.clone()),
        }
    }
    found.sort_by_key(|(heading, _)| heading.is_some());
    found
}

/// What readers have been told about recipients: whom the passage concerned that told it.
#[derive(Default)]
struct Explained(Vec<(Party, Groups)>);

impl Explained {
    /// A disclosure without what its readers know about its recipients from an earlier one.
    fn reduce(&mut self, mut disclosure: Disclosure) -> Disclosure {
        for party in &mut disclosure.recipients {
            let known = |(other, groups): &(Party, Groups)| {
                other == party && disclosure.groups.iter().all(|group| groups.contains(group))
            };
            if self.0.iter().any(known) {
                party.services.clear();
                party.commitments.clear();
                party.answerable = false;
                party.description = None;
                party.privacy_notice = None;
                party.is_explained = true;
            } else {
                self.0.push((party.clone(), disclosure.groups.clone()));
            }
        }
        disclosure
    }
}

/// Whether two disclosures differ in nothing but whose and which data they concern.
fn is_same(one: &Disclosure, other: &Disclosure) -> bool {
    let rest =
        |disclosure: &Disclosure| Disclosure { groups: Groups::new(), categories: Vec::new(), ..disclosure.clone() };
    one.categories.is_empty() == other.categories.is_empty() && rest(one) == rest(other)
}

fn join(known: &mut Disclosure, other: &Disclosure) {
    known.origins.join(&other.origins);
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
    let who = composer.strings.and(&names);
    let what = if disclosure.categories.is_empty() {
        composer.strings.plain("your-data")
    } else {
        composer.and(&disclosure.categories)
    };
    let from = &disclosure.origins.with(disclosure.recipients.iter().map(|party| &party.origins));
    let gaps = [
        ("who", Gap::from(&who)),
        ("what", Gap::from(&what)),
        ("possible", if disclosure.possible { "yes" } else { "no" }.into()),
        ("named", if names.is_empty() { "no" } else { "yes" }.into()),
    ];
    let lead = |key: &str, inside: &str| composer.say(key, &[&gaps[..], &[("inside", inside.into())]].concat());
    // What follows a long list of recipients would seem to belong to the last of them.
    let speaks_on = !(disclosure.purpose.is_empty() && disclosure.cases.is_empty());
    let is_long = speaks_on && words(&who).len() > LONG;
    let mut before = is_long.then(|| Text::told(composer.say_one("share", "share", &lead("share-lead", "no")), from));
    let said = if is_long { "share-so" } else { "share-lead" };
    let say = |key: &str, gaps: &[(&str, Gap<'_>)]| {
        let share = lead(said, if key == "share-to-list-if" { "yes" } else { "no" });
        composer.say(key, &[&[("share", Gap::from(&share))], gaps].concat())
    };
    let (bound, lists) = commitments(composer, disclosure, from);
    let mut details = details(composer, disclosure, bound, from);
    details.push(composer.only_sentence(&disclosure.groups, everybody).into());
    let mut list = |lead: String, items: &[Markdown]| {
        let items = told(items.iter().map(|item| item.0.clone()), &disclosure.origins);
        let lead = Text::joined(before.take().into_iter().chain([Text::told(lead, from)]));
        [Block::paragraph(lead), Block::list(items)]
    };
    let mut blocks = Vec::new();
    let purpose: Vec<Markdown> = match composer.brief(&disclosure.purpose) {
        Some(phrase) => vec![Markdown(phrase)],
        None => disclosure.purpose.clone(),
    };
    let share = match (purpose.as_slice(), disclosure.cases.as_slice()) {
        ([], []) => Some(say("share", &[])),
        ([purpose], []) => Some(say("share-to", &[("why", (&purpose.0).into())])),
        ([], [case]) => Some(say("share-if", &[("why", (&case.0).into())])),
        ([purpose], [case]) => Some(say("share-to-if", &[("why", (&purpose.0).into()), ("case", (&case.0).into())])),
        (purposes, [case]) => {
            blocks.extend(list(say("share-to-list-if", &[("case", (&case.0).into())]), purposes));
            None
        }
        ([purpose], cases) => {
            blocks.extend(list(say("share-to-if-list", &[("why", (&purpose.0).into())]), cases));
            None
        }
        (purposes, cases) => {
            for (key, items) in [("share-to-list", purposes), ("share-if-list", cases)] {
                if !items.is_empty() {
                    blocks.extend(list(say(key, &[]), items));
                }
            }
            None
        }
    };
    blocks.extend(composer.sentences(before.into_iter().chain(told(share, from)).chain(details)));
    blocks.extend(lists);
    blocks
}

/// What the recipients are bound to: first what binds all of them, then what binds one. Few things
/// make a sentence, others a list.
fn commitments(composer: &Composer<'_>, disclosure: &Disclosure, from: &Origins) -> (Vec<Text>, Vec<Block>) {
    let parties = &disclosure.recipients;
    let mut shared: Vec<Markdown> = disclosure.commitments.clone();
    let mut own: Vec<(&Party, Vec<Markdown>)> = Vec::new();
    for party in parties {
        let (of_all, of_one): (Vec<&Markdown>, Vec<&Markdown>) =
            party.commitments.iter().partition(|one| parties.iter().all(|other| other.commitments.contains(one)));
        for commitment in of_all {
            if !shared.contains(commitment) {
                shared.push(commitment.clone());
            }
        }
        let of_one: Vec<Markdown> = of_one.into_iter().filter(|one| !shared.contains(one)).cloned().collect();
        if !of_one.is_empty() {
            own.push((party, of_one));
        }
    }
    let (one, many) = match parties.as_slice() {
        [only] if is_one(only) => ("share-commitment-it", "share-commitments-it"),
        _ => ("share-commitment", "share-commitments"),
    };
    let mut sentences: Vec<Text> = Vec::new();
    let mut lists = Vec::new();
    match composer.brief(&shared) {
        Some(phrase) => sentences.push(Text::told(composer.say_one(one, "commitment", &phrase), from)),
        None => lists.extend(composer.several(many, &shared, from)),
    }
    for (party, commitments) in own {
        let name = composer.capital(&called(composer, party));
        match composer.brief(&commitments) {
            Some(phrase) => {
                let gaps = [("name", (&name).into()), ("commitment", (&phrase).into())];
                sentences.push(Text::told(composer.say("share-commitment-of", &gaps), &party.origins));
            }
            None => {
                let lead = composer.say_one("share-commitments-of", "name", &name);
                lists.push(Block::paragraph(Text::told(lead, &party.origins)));
                lists.push(Block::list(told(commitments.into_iter().map(|one| one.0), &party.origins)));
            }
        }
    }
    (sentences, lists)
}

/// What the recipients do for us, and what else is to be known about them.
fn about(composer: &Composer<'_>, parties: &[Party]) -> Vec<Text> {
    let mut all = Vec::new();
    for party in parties {
        let mut sentences = Vec::new();
        if !party.services.is_empty() {
            let services = composer.and(&party.services);
            sentences.push(match parties {
                [only] if is_one(only) => composer.say_one("share-services-it", "services", &services),
                [_] => composer.say_one("share-services", "services", &services),
                _ => composer.say(
                    "share-services-of",
                    &[("name", (&called(composer, party)).into()), ("services", (&services).into())],
                ),
            });
        }
        sentences.extend(party.description.as_ref().map(|text| text.0.clone()));
        if let (Some(name), Some(url)) = (&party.name, &party.privacy_notice) {
            let link = site(&composer.say_one("privacy-notice-of", "name", name), url);
            sentences.push(composer.say_one("share-privacy-notice", "link", &link));
        }
        all.extend(told(sentences, &party.origins));
    }
    all
}

/// That we stay answerable for recipients who work for us.
fn answerable(composer: &Composer<'_>, parties: &[Party]) -> Option<Text> {
    let ours: Vec<&Party> = parties.iter().filter(|party| party.answerable).collect();
    let from: Origins = ours.iter().map(|party| &party.origins).collect();
    let words = match ours.as_slice() {
        [] => return None,
        [only] if parties.len() == 1 && is_one(only) => composer.strings.plain("share-answerable-it"),
        _ if ours.len() == parties.len() => composer.strings.plain("share-answerable"),
        _ => {
            let names: Vec<String> = ours.iter().map(|party| called(composer, party)).collect();
            composer.say_one("share-answerable-of", "who", &composer.strings.and(&names))
        }
    };
    Some(Text::told(words, &from))
}

/// Sentences about a disclosure; what binds the recipients stands with what else is said of them.
fn details(composer: &Composer<'_>, disclosure: &Disclosure, bound: Vec<Text>, from: &Origins) -> Vec<Text> {
    let own = |words: String| Text::told(words, &disclosure.origins);
    let mut sentences = Vec::new();
    if disclosure.explicit_consent {
        sentences.push(own(composer.strings.plain("share-explicit-consent")));
    }
    let withdraw = disclosure.withdraw.as_ref();
    sentences.extend(withdraw.map(|how| own(composer.say_one("share-withdraw", "how", &how.0))));
    sentences.extend(about(composer, &disclosure.recipients));
    sentences.extend(bound);
    sentences.extend(answerable(composer, &disclosure.recipients));
    if disclosure.only_necessary {
        sentences.push(own(composer.strings.plain("share-only-necessary")));
    }
    sentences.push(own(match disclosure.told_before {
        Some(ToldBefore::Always) => composer.strings.plain("share-told-always"),
        Some(ToldBefore::WherePossible) => composer.strings.plain("share-told-where-possible"),
        Some(ToldBefore::No) => composer.strings.plain("share-told-no"),
        None => String::new(),
    }));
    for one in &disclosure.bases {
        // Examples belong to the purposes that the basis is used for.
        let words = basis(composer, &Basis { examples: Vec::new(), ..one.clone() });
        let from = from.with([&one.origins]);
        sentences.push(Text::told(composer.say_one("share-basis", "basis", &words.phrase), &from));
        sentences.extend(told(words.sentences, &one.origins));
    }
    sentences
}
