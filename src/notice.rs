//! Sentences from facts: a [`Document`] from the public view of a notice.
//!
//! One file per section. Each takes facts and returns blocks; a section without blocks does not
//! appear. No word stands here: all of them are messages of [`Strings`].
//!
//! 1. `parts` sorts the facts of a section by the groups they concern.
//! 2. A section composes each part.
//! 3. Here headings, introductions and free statements are put around them, and the first layer
//!    before them.

mod changes;
mod children;
mod complaints;
mod composer;
mod contact;
mod controller;
mod cookies;
mod data;
mod data_footing;
mod first_layer;
mod groups;
mod marketing;
mod not_sold;
mod objection;
mod own_pages;
mod parts;
mod party;
mod profiling;
mod purposes;
mod purposes_table;
mod recipients;
mod retention;
mod retention_table;
mod rights;
mod scope;
mod security;
mod storage;
mod table;
mod third_parties;
mod transfers;
mod versions;

use crate::document::{Block, Document, Section, Text};
use crate::record::notice::{Headings, SectionName};
use crate::strings::Strings;
use crate::view::notice::{Notice, SectionPlan};

pub use own_pages::{OwnPage, on_own_pages, own_page};
pub use versions::{
    compose as compose_versions, feed_title, file, in_effect, lead as version_lead, redline_lead, redline_title,
    until_then,
};

use composer::{Composer, prose};
pub use first_layer::{ANCHOR as FIRST_LAYER, WORDS as FIRST_LAYER_WORDS};

/// The sections that a page about one group repeats.
const OF_ONE_GROUP: [SectionName; 10] = [
    SectionName::Data,
    SectionName::Purposes,
    SectionName::Profiling,
    SectionName::Cookies,
    SectionName::Recipients,
    SectionName::Transfers,
    SectionName::Retention,
    SectionName::Rights,
    SectionName::Objection,
    SectionName::Marketing,
];

/// Sections that a page about one group leaves to the notice, with the words for them.
const LEFT_TO_THE_NOTICE: [(SectionName, &str); 3] = [
    (SectionName::Controller, "group-page-controller"),
    (SectionName::Security, "group-page-security"),
    (SectionName::Complaints, "group-page-complaints"),
];

/// The whole notice.
pub fn compose(notice: &Notice, strings: &Strings) -> Document {
    let composer = Composer::new(notice, strings);
    let mut sections = sections(&composer, |_| true);
    if let Some(first) = first_layer::section(&composer, &sections) {
        sections.insert(0, first);
    }
    Document {
        title: Text::told(crate::markdown::escape(&notice.title), &notice.origins),
        lead: composer.lead(),
        sections,
    }
}

/// What concerns one group: "What we hold about you as a customer".
pub fn compose_for_group(notice: &Notice, group: usize, strings: &Strings) -> Document {
    let alone = notice.for_group(group);
    let composer = Composer::new(&alone, strings);
    // What the page leaves to the notice is named only where the notice has it.
    let left: Vec<SectionName> =
        sections(&Composer::new(notice, strings), |name| LEFT_TO_THE_NOTICE.iter().any(|(left, _)| *left == name))
            .iter()
            .filter_map(|section| SectionName::of(&section.anchor))
            .collect();
    let left = LEFT_TO_THE_NOTICE.iter().filter(|(name, _)| left.contains(name)).map(|(_, key)| composer.plain(key));
    Document {
        title: Text::told(composer.group_title(), &alone.groups.iter().map(|group| &group.origins).collect()),
        lead: composer.group_lead(&left.collect::<Vec<_>>()),
        sections: sections(&composer, |name| OF_ONE_GROUP.contains(&name)),
    }
}

fn sections(composer: &Composer<'_>, wanted: impl Fn(SectionName) -> bool) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for plan in composer.notice.plan.sections.iter().filter(|plan| wanted(plan.name)) {
        let mut blocks = blocks(composer, plan);
        blocks.extend(composer.statements(plan.name));
        if blocks.is_empty() {
            continue;
        }
        if let Some(introduction) = &plan.introduction {
            blocks.insert(0, prose(introduction, &plan.origins));
        }
        let number = sections.len() + 1;
        let heading = heading(composer, plan, number);
        let apart = plan.name == SectionName::Objection;
        sections.push(Section { anchor: plan.name.name().to_owned(), heading, mark: None, apart, blocks });
    }
    sections
}

fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    match plan.name {
        SectionName::Controller => controller::blocks(composer),
        SectionName::Scope => scope::blocks(composer),
        SectionName::Groups => groups::blocks(composer),
        SectionName::Data => data::blocks(composer, plan),
        SectionName::Purposes => purposes::blocks(composer, plan),
        SectionName::Profiling => profiling::blocks(composer, plan),
        SectionName::Cookies => cookies::blocks(composer, plan),
        SectionName::Recipients => {
            let mut blocks = recipients::blocks(composer, plan);
            blocks.extend(not_sold::blocks(composer));
            blocks
        }
        SectionName::Transfers => transfers::blocks(composer),
        SectionName::Retention => retention::blocks(composer, plan),
        SectionName::Rights => rights::blocks(composer),
        SectionName::Objection => objection::blocks(composer),
        SectionName::Marketing => marketing::blocks(composer),
        SectionName::Complaints => complaints::blocks(composer),
        SectionName::Security => security::blocks(composer),
        SectionName::Children => children::blocks(composer),
        SectionName::ThirdParties => third_parties::blocks(composer),
        SectionName::Changes => changes::blocks(composer),
        SectionName::Contact => contact::blocks(composer),
    }
}

fn heading(composer: &Composer<'_>, plan: &SectionPlan, number: usize) -> Text {
    let words = heading_words(composer, plan);
    let numbered = composer.notice.plan.headings == Headings::Numbered;
    let words = if numbered {
        composer.say("heading-numbered", &[("n", number.into()), ("heading", (&words).into())])
    } else {
        words
    };
    Text::told(words, &plan.origins)
}

/// The heading without a number.
fn heading_words(composer: &Composer<'_>, plan: &SectionPlan) -> String {
    let headings = composer.notice.plan.headings;
    match &plan.heading {
        Some(heading) => heading.0.clone(),
        None => {
            let style = if headings == Headings::Questions { "question" } else { "heading" };
            // The section on groups has another heading where it holds terms alone.
            let group_free = !groups::are_listed(composer);
            let key = format!("{style}-{}", plan.name.name());
            let alone = format!("{key}-you");
            composer.plain(if group_free && composer.strings.has(&alone) { &alone } else { &key })
        }
    }
}
