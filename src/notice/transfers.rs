//! Transfers to third countries, and places of storage.

use super::composer::{Composer, told};
use super::party::{called, is_one};
use super::storage;
use crate::decode::word;
use crate::document::{Block, Text};
use crate::markdown::{escape, web};
use crate::record::transfer::{Extent, Mechanism};
use crate::source::Origins;
use crate::view::notice::{Framework, Markdown, Transfer};

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    blocks.extend(storage::blocks(composer));
    for (transfer, alike) in by_kind(&composer.notice.transfers) {
        blocks.extend(compose(composer, transfer, &alike));
    }
    let mut stated: Vec<(String, Origins)> = Vec::new();
    for one in &composer.notice.no_transfers {
        let who = called(composer, &one.recipient);
        let item = composer.say("no-transfers-item", &[("who", (&who).into()), ("text", (&one.text.0).into())]);
        let from = one.origins.with([&one.recipient.origins]);
        match stated.iter_mut().find(|(known, _)| *known == item) {
            Some((_, known)) => known.join(&from),
            None => stated.push((item, from)),
        }
    }
    if !stated.is_empty() {
        let from: Origins = stated.iter().map(|(_, from)| from).collect();
        blocks.push(Block::paragraph(Text::told(composer.strings.plain("no-transfers-lead"), &from)));
        blocks.push(Block::list(stated.into_iter().map(|(item, from)| Text::told(item, &from))));
    }
    blocks
}

/// Transfers that differ in nothing but who receives the data and when, with those who do.
fn by_kind(transfers: &[Transfer]) -> Vec<(&Transfer, Vec<&Transfer>)> {
    let mut found: Vec<(&Transfer, Vec<&Transfer>)> = Vec::new();
    for transfer in transfers {
        let same = |known: &&Transfer| {
            known.countries == transfer.countries
                && known.destination == transfer.destination
                && known.organisation == transfer.organisation
                && known.extent == transfer.extent
                && known.mechanisms == transfer.mechanisms
                && known.depends_on == transfer.depends_on
                && known.copy_from == transfer.copy_from
                && known.compelling_interest == transfer.compelling_interest
                && known.framework == transfer.framework
                && known.to_us == transfer.to_us
        };
        match found.iter_mut().find(|(known, _)| same(known)) {
            Some((_, alike)) => alike.push(transfer),
            None => found.push((transfer, vec![transfer])),
        }
    }
    found
}

fn compose(composer: &Composer<'_>, transfer: &Transfer, alike: &[&Transfer]) -> Vec<Block> {
    let when: Vec<Markdown> = distinct(alike.iter().filter_map(|one| one.when.clone()));
    let undertakings: Vec<Markdown> = distinct(alike.iter().flat_map(|one| one.undertakings.iter().cloned()));
    let mut blocks: Vec<Block> = Vec::new();
    let from: Origins = alike.iter().flat_map(|one| [&one.origins, &one.recipient.origins]).collect();
    let from = &from;
    // What needs a list ends the paragraph; the rest goes on in it.
    let mut sentences = lead(composer, transfer, alike);
    match composer.brief(&when) {
        Some(when) => sentences.push(composer.say_one("transfer-when", "when", &when)),
        None if when.is_empty() => {}
        None => {
            blocks.extend(composer.sentences(told(std::mem::take(&mut sentences), from)));
            blocks.extend(composer.several("transfer-when-list", &when, from));
        }
    }
    sentences.extend(footing(composer, transfer, alike));
    let brief = composer.brief(&undertakings);
    sentences.extend(brief.as_ref().map(|what| composer.say_one("transfer-undertaking", "undertaking", what)));
    blocks.extend(composer.sentences(told(sentences, from)));
    if brief.is_none() {
        blocks.extend(composer.several("transfer-undertakings", &undertakings, from));
    }
    blocks
}

fn distinct(items: impl Iterator<Item = Markdown>) -> Vec<Markdown> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}

fn lead(composer: &Composer<'_>, transfer: &Transfer, alike: &[&Transfer]) -> Vec<String> {
    let extent = match transfer.extent {
        Some(Extent::LimitedCases) => "limited",
        Some(Extent::Possible) => "possible",
        Some(Extent::Always) | None => "always",
    };
    let countries: Vec<String> = transfer.countries.iter().map(|code| composer.strings.country(code)).collect();
    let known = match &transfer.organisation {
        _ if !countries.is_empty() => {
            Some(composer.say_one("in-countries", "countries", &composer.strings.and(&countries)))
        }
        Some(organisation) => Some(composer.say_one("at-organisation", "name", &escape(organisation))),
        None => None,
    };
    let place = match (&transfer.destination, known) {
        (Some(words), Some(place)) => {
            composer.say("place-in-words", &[("words", (&words.0).into()), ("place", (&place).into())])
        }
        (Some(words), None) => words.0.clone(),
        (None, Some(place)) => place,
        (None, None) => composer.strings.plain("outside-eea"),
    };
    // Where the recipients are many kinds of people, "when" tells who they are.
    if !transfer.to_us && transfer.countries.is_empty() && alike.iter().all(|one| one.when.is_some()) {
        return vec![composer.say("transfer-general", &[("place", (&place).into()), ("extent", extent.into())])];
    }
    vec![composer.say(
        "transfer-named",
        &[("who", (&who(composer, alike)).into()), ("place", (&place).into()), ("extent", extent.into())],
    )]
}

/// Who receives the data: us, or the recipients by name.
fn who(composer: &Composer<'_>, alike: &[&Transfer]) -> String {
    let mut names: Vec<String> = Vec::new();
    for one in alike {
        let name = if one.to_us { composer.strings.plain("transfer-to-us") } else { called(composer, &one.recipient) };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    composer.strings.and(&names)
}

/// What the transfer rests on, whether there is an adequacy decision, and how to get a copy.
fn footing(composer: &Composer<'_>, transfer: &Transfer, alike: &[&Transfer]) -> Vec<String> {
    let mut sentences = Vec::new();
    let names: Vec<String> =
        transfer.mechanisms.iter().map(|one| composer.strings.plain(&format!("mechanism-{}", word(one)))).collect();
    let rests_on_decision = transfer.mechanisms.iter().any(|one| matches!(one, Mechanism::Adequacy | Mechanism::Dpf));
    match names.as_slice() {
        [] => {}
        [only] => sentences.push(composer.say_one("transfer-rests-on", "what", only)),
        several => sentences.push(composer.say_one("transfer-rests-on-one-of", "what", &composer.strings.or(several))),
    }
    sentences.extend(transfer.depends_on.as_ref().map(|what| composer.say_one("transfer-depends-on", "what", &what.0)));
    sentences.extend(
        transfer.compelling_interest.as_ref().map(|what| composer.say_one("transfer-compelling", "what", &what.0)),
    );
    // Article 13(1)(f): the absence of a decision is to be told too.
    if !rests_on_decision {
        let names =
            |codes: &[&String]| -> Vec<String> { codes.iter().map(|code| composer.strings.country(code)).collect() };
        let decided = |code: &&String| transfer.adequate.contains(*code) || transfer.partly_adequate.contains(*code);
        let without: Vec<&String> = transfer.countries.iter().filter(|code| !decided(code)).collect();
        if !without.is_empty() {
            let countries = composer.strings.or(&names(&without));
            sentences.push(composer.say_one("transfer-no-decision", "countries", &countries));
        }
        let partly: Vec<&String> = transfer.partly_adequate.iter().collect();
        if !partly.is_empty() {
            let countries = composer.strings.and(&names(&partly));
            sentences.push(composer.say_one("transfer-partial-decision", "countries", &countries));
        }
    }
    sentences.extend(transfer.framework.as_ref().map(|one| framework(composer, one, alike)).unwrap_or_default());
    sentences.extend(transfer.copy_from.as_ref().map(|how| composer.say_one("transfer-copy", "how", &how.0)));
    sentences
}

/// The framework that recipients take part in, or we do.
fn framework(composer: &Composer<'_>, framework: &Framework, alike: &[&Transfer]) -> Vec<String> {
    let ours = ("ours", if alike.iter().all(|one| one.to_us) { "yes" } else { "no" }.into());
    let who = composer.capital(&who(composer, alike));
    let is_single = alike.windows(2).all(|pair| pair[0].recipient == pair[1].recipient);
    let is_one = is_single && alike.iter().all(|one| is_one(&one.recipient));
    let one = ("one", if is_one { "yes" } else { "no" }.into());
    let said = |is: bool, key: &str| is.then(|| composer.say(key, &[ours]));
    let name = framework.name.as_ref();
    let regulator = framework.regulator.as_ref();
    let sentences = [
        name.map(|name| {
            composer.say("transfer-framework", &[ours, one, ("who", (&who).into()), ("name", (&name.0).into())])
        }),
        said(framework.certified, "transfer-framework-certified"),
        said(framework.principles_prevail, "transfer-framework-prevails"),
        framework.url.as_deref().map(|url| composer.say_one("transfer-framework-url", "url", &web(url))),
        framework.dispute_body.as_ref().map(|who| composer.say_one("transfer-framework-dispute-body", "body", &who.0)),
        framework.arbitration.as_ref().map(|what| composer.say_one("transfer-framework-arbitration", "what", &what.0)),
        regulator.map(|who| composer.say("transfer-framework-regulator", &[ours, ("regulator", (&who.0).into())])),
        said(framework.onward_liability, "transfer-framework-onward"),
    ];
    sentences.into_iter().flatten().collect()
}
