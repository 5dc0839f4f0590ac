//! The page about sub-processors as a [`Document`], and the feed of its changes.
//!
//! Article 28(2) has a processor under a general authorisation tell its controllers of intended
//! changes, so that they can object. No word stands here: all of them are messages of [`Strings`].

mod feed;

pub use feed::{Feed, FeedEntry, feed, time};

use chrono::NaiveDate;

use crate::decode::word;
use crate::document::{Block, Document, Section, Text};
use crate::markdown::{escape, site};
use crate::strings::Strings;
use crate::view::notice::{Markdown, Party};
use crate::view::sub_processors::{Change, Engagement, SubProcessors, Transfer};

/// The anchor of the section with the changes, to which the feed leads.
const CHANGES: &str = "changes";

/// The whole page.
pub fn compose(list: &SubProcessors, strings: &Strings) -> Document {
    let (former, current): (Vec<&Engagement>, Vec<&Engagement>) =
        list.engagements.iter().partition(|engagement| list.is_over(engagement));
    let mut sections = vec![section("sub-processors", "subs-now", table(&current, strings), strings)];
    if !former.is_empty() {
        sections.push(section("former", "subs-former", table(&former, strings), strings));
    }
    let changes = list.changes();
    if !changes.is_empty() {
        let items = changes.iter().map(|change| Text::from(told(change, strings)));
        sections.push(section(CHANGES, "subs-changes", Block::list(items), strings));
    }
    Document { title: escape(&list.title).into(), lead: lead(list, strings), sections }
}

fn section(anchor: &str, heading: &str, block: Block, strings: &Strings) -> Section {
    Section {
        anchor: anchor.to_owned(),
        heading: strings.plain(heading).into(),
        mark: None,
        apart: false,
        blocks: vec![block],
    }
}

fn lead(list: &SubProcessors, strings: &Strings) -> Vec<Block> {
    let mut blocks = Vec::new();
    let updated = list.updated.map(|day| one("lead-updated", "date", &strings.date(day), strings));
    blocks.extend(updated.map(Block::paragraph));
    blocks.extend(list.introduction.clone().map(|text| Block::Prose { text: text.into() }));
    let period = list.notice_period.map(|period| one("subs-notice-period", "period", &strings.period(period), strings));
    let objection = list.objection.as_ref().map(|how| one("subs-objection", "how", &how.0, strings));
    let sentences: Vec<String> = period.into_iter().chain(objection).collect();
    if !sentences.is_empty() {
        blocks.push(Block::paragraph(sentences.join(" ")));
    }
    blocks
}

/// A message with one gap.
fn one(key: &str, gap: &str, words: &str, strings: &Strings) -> String {
    strings.say(key, &[(gap, words.into())])
}

fn table(engagements: &[&Engagement], strings: &Strings) -> Block {
    if engagements.is_empty() {
        return Block::paragraph(strings.plain("subs-none"));
    }
    let row = |engagement: &&Engagement| -> Vec<Text> {
        let cells = [
            called(&engagement.processor, strings, true),
            purpose(engagement, strings),
            places(&engagement.processor, strings),
            safeguards(engagement, strings),
            when(engagement, strings),
        ];
        cells.into_iter().map(Text::from).collect()
    };
    let head = ["subs-head-name", "subs-head-purpose", "subs-head-country", "subs-head-safeguard", "subs-head-engaged"];
    Block::Table {
        head: head.map(|key| Text::from(strings.plain(key))).into(),
        rows: engagements.iter().map(row).collect(),
    }
}

/// The name as notices show it: who is shown by its category has no name here either.
fn called(party: &Party, strings: &Strings, linked: bool) -> String {
    match (&party.name, &party.website, &party.category) {
        (Some(name), Some(url), _) if linked => site(name, url),
        (Some(name), ..) => escape(name),
        (None, _, Some(category)) => category.0.clone(),
        (None, _, None) => strings.plain("third-parties"),
    }
}

fn purpose(engagement: &Engagement, strings: &Strings) -> String {
    strings.and(&engagement.purpose.iter().map(|text| text.0.as_str()).collect::<Vec<_>>())
}

/// Where it is established, and where it stores the data if that is elsewhere.
fn places(party: &Party, strings: &Strings) -> String {
    let names = |codes: &[String]| strings.and(&codes.iter().map(|code| strings.country(code)).collect::<Vec<_>>());
    let seat = names(&party.countries);
    if party.locations.is_empty() || party.locations == party.countries {
        return seat;
    }
    let stored = names(&party.locations);
    strings.say("subs-places", &[("seat", (&seat).into()), ("stored", (&stored).into())])
}

fn safeguards(engagement: &Engagement, strings: &Strings) -> String {
    let own = engagement.safeguard.as_ref().map(|text| text.0.clone());
    let of_transfers = engagement.transfers.iter().map(|transfer| safeguard(transfer, own.as_deref(), strings));
    let mut lines: Vec<String> = of_transfers.filter(|line| !line.is_empty()).collect();
    if engagement.transfers.is_empty() {
        lines.extend(own);
    }
    lines.extend(engagement.no_transfers.as_ref().map(|Markdown(text)| text.clone()));
    lines.join(" ")
}

/// Where data go, and what that rests on.
fn safeguard(transfer: &Transfer, own: Option<&str>, strings: &Strings) -> String {
    let countries: Vec<String> = transfer.countries.iter().map(|code| strings.country_name(code)).collect();
    let place = match (&transfer.organisation, &transfer.destination) {
        _ if !countries.is_empty() => strings.and(&countries),
        (Some(organisation), _) => escape(organisation),
        (None, Some(destination)) => destination.0.clone(),
        (None, None) => strings.plain("outside-eea"),
    };
    let rests_on = own.map_or_else(
        || {
            let mechanisms = transfer.mechanisms.iter().map(|one| strings.plain(&format!("mechanism-{}", word(one))));
            strings.or(&mechanisms.collect::<Vec<_>>())
        },
        str::to_owned,
    );
    if rests_on.is_empty() {
        return one("subs-transfer", "place", &place, strings);
    }
    strings.say("subs-transfer-rests", &[("place", (&place).into()), ("safeguard", (&rests_on).into())])
}

fn when(engagement: &Engagement, strings: &Strings) -> String {
    let date = |day: Option<NaiveDate>| day.map(|day| strings.date(day)).unwrap_or_default();
    let (since, until) = (date(engagement.since), date(engagement.until));
    match (engagement.since, engagement.until) {
        (None, None) => String::new(),
        (Some(_), None) => one("subs-since", "date", &since, strings),
        (None, Some(_)) => one("subs-until", "date", &until, strings),
        (Some(_), Some(_)) => strings.say("subs-span", &[("since", (&since).into()), ("until", (&until).into())]),
    }
}

/// A change in a sentence or two.
fn told(change: &Change<'_>, strings: &Strings) -> String {
    let name = called(&change.engagement.processor, strings, false);
    let purpose = purpose(change.engagement, strings);
    let date = change.from.map(|day| strings.date(day)).unwrap_or_default();
    let key = match (change.ends, change.from) {
        (false, Some(_)) => "subs-begins-on",
        (false, None) => "subs-begins",
        (true, Some(_)) => "subs-ends-on",
        (true, None) => "subs-ends",
    };
    let has_purpose = if purpose.is_empty() { "no" } else { "yes" };
    let gaps = [
        ("name", (&name).into()),
        ("date", (&date).into()),
        ("purpose", (&purpose).into()),
        ("known", has_purpose.into()),
    ];
    let sentence = strings.say(key, &gaps);
    match change.announced {
        Some(day) => {
            let day = strings.date(day);
            strings.say("subs-announced", &[("change", (&sentence).into()), ("date", (&day).into())])
        }
        None => sentence,
    }
}
