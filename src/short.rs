//! The short notice of a collection point: a [`Document`] of a few sentences from
//! [`CollectionPoint`], the first of the layers that WP260 describes.
//!
//! 1. Who decides, what for and on which basis.
//! 2. What must be given, and what follows if it is not.
//! 3. Who receives it.
//! 4. Which rights there are, and where the whole notice is.
//!
//! No word stands here: all of them are messages of [`Strings`].

use crate::decode::{is_safe_link, word};
use crate::document::{Block, Document};
use crate::law::Ground;
use crate::markdown::{self, escape};
use crate::record::activity::Required;
use crate::record::collection_point::Medium;
use crate::record::notice::NoticeRight;
use crate::strings::Strings;
use crate::view::notice::{Basis, Collected, CollectionPoint, Markdown, Party, PointPurpose};

/// Recipients that are named; more of them belong into the whole notice.
const NAMED: usize = 3;
/// Things that may be left out are named as long as they are few.
const FEW: usize = 4;

/// The short notice.
pub fn compose(point: &CollectionPoint, strings: &Strings) -> Document {
    let mut lead: Vec<Block> =
        point.introduction.iter().map(|text| Block::Prose { text: text.clone().into() }).collect();
    let paragraphs = [
        [who(point, strings), purposes(point, strings)].concat(),
        given(point, strings),
        recipients(point, strings),
        [rights(point, strings), whole(point, strings)].concat(),
    ];
    let filled = paragraphs.into_iter().filter(|sentences| !sentences.is_empty());
    lead.extend(filled.map(|sentences| Block::paragraph(sentences.join(" "))));
    Document { title: escape(&point.title).into(), lead, sections: Vec::new() }
}

/// Who is responsible for what is collected, and what a device records.
fn who(point: &CollectionPoint, strings: &Strings) -> Vec<String> {
    let what = strings.plain(&match &point.kind {
        Some(kind) => format!("short-what-{}", word(kind)),
        None => "short-what".to_owned(),
    });
    let names: Vec<String> = point.controllers.iter().map(|name| escape(name)).collect();
    let together = strings.and(&names);
    let gaps = [("names", (&together).into()), ("n", names.len().into()), ("what", (&what).into())];
    let mut sentences: Vec<String> = (!names.is_empty()).then(|| strings.say("short-who", &gaps)).into_iter().collect();
    if point.kind.is_some_and(Medium::records) && !point.collects.is_empty() {
        let recorded = labels(point.collects.iter(), strings);
        sentences.push(strings.say("short-records", &[("what", (&recorded).into())]));
    }
    sentences
}

/// Purposes, those with equal bases together, and what people can do about some bases.
fn purposes(point: &CollectionPoint, strings: &Strings) -> Vec<String> {
    let mut sets: Vec<(&[Basis], Vec<&PointPurpose>)> = Vec::new();
    for purpose in &point.purposes {
        match sets.iter_mut().find(|(bases, _)| *bases == purpose.bases.as_slice()) {
            Some((_, purposes)) => purposes.push(purpose),
            None => sets.push((&purpose.bases, vec![purpose])),
        }
    }
    let based = sets.iter().map(|(bases, purposes)| {
        let titles: Vec<String> = purposes.iter().map(|purpose| named(purpose, strings)).collect();
        let titles = strings.and(&titles);
        let grounds: Vec<String> = bases.iter().map(|basis| ground(basis, strings)).collect();
        if grounds.is_empty() {
            return titles;
        }
        let grounds = strings.or(&grounds);
        strings.say("short-purposes-based", &[("purposes", (&titles).into()), ("bases", (&grounds).into())])
    });
    let based: Vec<String> = based.collect();
    let used = strings.and(&based);
    let mut sentences: Vec<String> = Vec::new();
    if !used.is_empty() {
        sentences.push(strings.say("short-purposes", &[("purposes", (&used).into())]));
    }
    sentences.extend(withdraw(point, strings));
    if point.rights.contains(&NoticeRight::ObjectMarketing) && point.purposes.iter().any(|one| one.direct_marketing) {
        sentences.push(strings.plain("short-object-marketing"));
    }
    if point.automated_decisions {
        sentences.push(strings.plain("short-decisions"));
    }
    sentences
}

fn named(purpose: &PointPurpose, strings: &Strings) -> String {
    match &purpose.condition {
        Some(condition) => {
            strings.say("purpose-if", &[("purpose", (&purpose.title.0).into()), ("condition", (&condition.0).into())])
        }
        None => purpose.title.0.clone(),
    }
}

/// A basis in a few words; its article stands in the whole notice.
fn ground(basis: &Basis, strings: &Strings) -> String {
    let word = basis.ground.map_or("other", Ground::id);
    strings.plain(&format!("short-ground-{word}"))
}

/// That consent can be withdrawn, Article 13(2)(c), and how where there is one way.
fn withdraw(point: &CollectionPoint, strings: &Strings) -> Option<String> {
    let bases = point.purposes.iter().flat_map(|purpose| &purpose.bases);
    let consents: Vec<&Basis> = bases.filter(|basis| basis.ground == Some(Ground::Consent)).collect();
    let mut ways: Vec<&Markdown> =
        consents.iter().filter_map(|basis| basis.consent.as_ref()?.withdraw.as_ref()).collect();
    ways.sort_unstable();
    ways.dedup();
    match (consents.is_empty(), ways.as_slice()) {
        (true, _) => None,
        (false, [only]) => Some(strings.say("consent-withdraw", &[("how", (&only.0).into())])),
        (false, _) => Some(strings.plain("short-withdraw")),
    }
}

/// What must be given and what follows if it is not, Article 13(2)(e).
fn given(point: &CollectionPoint, strings: &Strings) -> Vec<String> {
    if point.kind.is_some_and(Medium::records) {
        return Vec::new();
    }
    let mut sets: Vec<(Option<Required>, Option<&Markdown>, Vec<&Collected>)> = Vec::new();
    for one in point.collects.iter().filter(|one| one.mandatory == Some(true)) {
        // What the law leaves to the person can still be needed to go on.
        let required = one.required.filter(|required| *required != Required::Voluntary);
        let refused = one.if_refused.as_ref();
        match sets.iter_mut().find(|(why, follows, _)| *why == required && *follows == refused) {
            Some((_, _, items)) => items.push(one),
            None => sets.push((required, refused, vec![one])),
        }
    }
    let mut sentences: Vec<String> = Vec::new();
    for (required, refused, items) in &sets {
        let key = match required {
            Some(Required::Statute) => "required-statute",
            Some(Required::Contract) => "required-contract",
            Some(Required::ToEnterContract) => "required-to-enter-contract",
            Some(Required::Voluntary) | None => "short-mandatory",
        };
        let sentence = strings.say(key, &[("what", (&labels(items.iter().copied(), strings)).into())]);
        sentences.push(match refused {
            Some(follows) => {
                strings.say("short-refused", &[("required", (&sentence).into()), ("consequence", (&follows.0).into())])
            }
            None => sentence,
        });
    }
    let free: Vec<&Collected> = point.collects.iter().filter(|one| one.mandatory == Some(false)).collect();
    if free.len() > FEW && !sets.is_empty() {
        sentences.push(strings.plain("short-free-rest"));
    } else if !free.is_empty() {
        sentences.push(strings.say("short-free", &[("what", (&labels(free.into_iter(), strings)).into())]));
    }
    sentences
}

fn labels<'a>(items: impl Iterator<Item = &'a Collected>, strings: &Strings) -> String {
    strings.and(&items.map(|one| one.label.0.as_str()).collect::<Vec<_>>())
}

fn recipients(point: &CollectionPoint, strings: &Strings) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for recipient in &point.recipients {
        let name = called(recipient, strings);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = point.more_recipients || names.len() > NAMED;
    names.truncate(NAMED);
    let names_in_words = strings.and(&names);
    match (names.is_empty(), more) {
        (true, false) => Vec::new(),
        (true, true) => vec![strings.plain("short-recipients-some")],
        (false, _) => {
            let more = if more { "yes" } else { "no" };
            vec![strings.say("short-recipients", &[("names", (&names_in_words).into()), ("more", more.into())])]
        }
    }
}

fn called(party: &Party, strings: &Strings) -> String {
    match (&party.name, &party.category, party.kind) {
        (Some(name), ..) => escape(name),
        (None, Some(category), _) => category.0.clone(),
        (None, None, Some(kind)) => strings.plain(&format!("kind-{}", word(&kind))),
        (None, None, None) => strings.plain("third-parties"),
    }
}

/// The rights in a few words; those that need more of them stand in the whole notice.
fn rights(point: &CollectionPoint, strings: &Strings) -> Vec<String> {
    let words = |keys: &[(NoticeRight, &str)]| -> Vec<String> {
        let stated = keys.iter().filter(|(right, _)| point.rights.contains(right));
        stated.map(|(_, key)| strings.plain(key)).collect()
    };
    let asked = words(&[
        (NoticeRight::Access, "short-right-access"),
        (NoticeRight::Rectification, "short-right-rectification"),
        (NoticeRight::Erasure, "short-right-erasure"),
        (NoticeRight::Restriction, "short-right-restriction"),
        (NoticeRight::Portability, "short-right-portability"),
    ]);
    let done = words(&[(NoticeRight::Object, "short-right-object"), (NoticeRight::Complaint, "short-right-complaint")]);
    let say = |key: &str, what: String| (!what.is_empty()).then(|| strings.say(key, &[("what", (&what).into())]));
    let ask = say("short-rights-ask", strings.or(&asked));
    ask.into_iter().chain(say("short-rights-do", strings.and(&done))).collect()
}

/// Where the whole notice is.
fn whole(point: &CollectionPoint, strings: &Strings) -> Vec<String> {
    let notice = &point.notice;
    let published = notice.url.as_deref().and_then(markdown::address).filter(|url| is_safe_link(url));
    let beside = format!("../../{}.html", notice.id);
    let follows = point.kind.is_none_or(Medium::links);
    let first = match &published {
        // A link that cannot be followed has to be read.
        Some(url) if !follows => strings.say(
            "short-whole-at",
            &[("notice", (&escape(&notice.title)).into()), ("address", (&markdown::web(url)).into())],
        ),
        published => {
            let link = markdown::link(&notice.title, published.as_deref().unwrap_or(&beside));
            strings.say("short-whole", &[("notice", (&link).into())])
        }
    };
    let how = point.notice_from.as_ref().map(|how| strings.say("short-whole-from", &[("how", (&how.0).into())]));
    std::iter::once(first).chain(how).collect()
}
