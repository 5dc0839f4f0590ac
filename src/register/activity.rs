//! The page of an activity: the points of Article 30(1), and what the register knows besides.

use std::collections::BTreeSet;

use super::composer::Composer;
use super::desk::applying;
use super::facts::Facts;
use super::used_by::inherited;
use super::{about, contacts, disclosures, exemptions, flow, impact, matrix, purposes, retention, time_line};
use crate::document::{Block, Section, Text};
use crate::record::activity::{Activity, JointArrangement};
use crate::registry::{Entry, Id, Inherited, Linked};

/// What happens, in a sentence.
pub(super) fn lead(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    let summary = entry.record.summary.internal().text();
    summary.map(|text| Block::Prose { text: composer.authored(text).into() }).into_iter().collect()
}

pub(super) fn sections(composer: &Composer<'_>, id: Id<Activity>, entry: &Entry<Activity>) -> Vec<Section> {
    let links = &entry.links;
    let mut sections = vec![
        flow::of_activity(composer, id),
        controllers(composer, entry),
        composer.section("purposes", "register-purposes", Some("30(1)(b)"), purposes::blocks(composer, entry)),
        composer.section("people", "register-people", Some("30(1)(c)"), people(composer, entry)),
        composer.section("data", "register-data", Some("30(1)(c)"), matrix::blocks(composer, entry)),
        composer.section("recipients", "register-recipients", Some("30(1)(d)"), disclosures::blocks(composer, entry)),
        composer.section("transfers", "register-transfers", Some("30(1)(e)"), disclosures::transfers(composer, entry)),
        composer.section("retention", "register-time-limits", Some("30(1)(f)"), time_limits(composer, entry)),
        composer.section("security", "register-security", Some("30(1)(g)"), list(composer, &links.security)),
        composer.section("systems", "register-systems", None, list(composer, &links.systems)),
    ];
    sections.extend(impact::sections(composer, entry));
    sections.push(record(composer, entry));
    sections
}

fn controllers(composer: &Composer<'_>, entry: &Entry<Activity>) -> Section {
    let named = &entry.links.controllers;
    let mut blocks = Vec::new();
    if named.values.is_empty() {
        blocks.push(Block::paragraph(composer.gap()));
    }
    for id in &named.values {
        blocks.push(Block::paragraph(marked(composer, composer.link(*id), named.inherited)));
        blocks.extend(contacts::facts(composer, *id).block());
    }
    if let Some(arrangement) = entry.record.joint_arrangement.get() {
        blocks.push(composer.heading("joint-arrangement", composer.plain("register-joint-arrangement")));
        blocks.extend(joint(composer, arrangement).block());
    } else if named.values.len() > 1 {
        blocks.push(composer.heading("joint-arrangement", composer.plain("register-joint-arrangement")));
        blocks.push(Block::paragraph(composer.gap()));
    }
    composer.section("controller", "register-controllers", Some("30(1)(a)"), blocks)
}

fn joint<'c>(composer: &'c Composer<'c>, arrangement: &JointArrangement) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.prose("register-essence", &arrangement.essence).or_gap();
    facts.phrase("register-joint-contact", &arrangement.contact);
    facts.date("register-signed", arrangement.signed.internal());
    facts.text("register-reference", arrangement.reference.internal());
    facts
}

/// The groups concerned, those that only rows name included.
fn people(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    let links = &entry.links;
    let of_rows = links.data.iter().flat_map(|row| &row.subject_groups);
    let of_purposes = links.purposes.iter().flat_map(|purpose| &purpose.subject_groups);
    let of_disclosures = links.disclosures.iter().flat_map(|row| &row.subject_groups);
    let rest: BTreeSet<_> = of_rows.chain(of_purposes).chain(of_disclosures).copied().collect();
    let rest = rest.into_iter().filter(|id| !links.subject_groups.contains(id));
    let groups: Vec<_> = links.subject_groups.iter().copied().chain(rest).collect();
    if groups.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    vec![Block::list(groups.into_iter().map(|id| composer.link(id)))]
}

/// The rules of the activity; those of its data rows stand in the matrix and are listed again.
fn time_limits(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    let links = &entry.links;
    let mut shown = Vec::new();
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let whole = applying(links);
    let own = whole.values.iter().map(|id| (*id, whole.inherited, None));
    let of_rows = entry.record.data.iter().zip(&links.data).filter(|(_, links)| !links.retention.inherited);
    let of_rows = of_rows.flat_map(|(row, links)| links.retention.values.iter().map(move |id| (*id, false, Some(row))));
    let all: Vec<_> = own.chain(of_rows).collect();
    for (id, by_default, _) in &all {
        if shown.contains(id) {
            continue;
        }
        shown.push(*id);
        let record = &composer.desk.registry.retention[*id].record;
        let for_all = all.iter().any(|(other, _, row)| other == id && row.is_none());
        let keys = all.iter().filter(|(other, ..)| other == id).filter_map(|(_, _, row)| row.as_ref());
        let keys = keys.map(|row| crate::markdown::escape(&row.key.name));
        let whole = for_all.then(|| composer.plain("register-whole-activity"));
        rows.push(vec![
            marked(composer, composer.link(*id), *by_default).into(),
            retention::time(composer, record).into(),
            record.then.get().map_or_else(|| composer.gap(), |then| composer.word("disposal", then)).into(),
            composer.join(whole.into_iter().chain(keys)).into(),
        ]);
    }
    if rows.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    let head = ["register-rule", "register-time", "register-then", "register-applies-to"];
    let mut blocks = vec![composer.table(&head, rows, "register-none")];
    // A single rule is said as well by the table.
    if shown.len() > 1 {
        blocks.extend(time_line::figure(composer, &shown));
    }
    blocks
}

/// Other records as a list, marked where they come from the defaults of the registry.
fn list<R: Linked>(composer: &Composer<'_>, of: &Inherited<Id<R>>) -> Vec<Block> {
    if of.values.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    vec![Block::list(of.values.iter().map(|id| marked(composer, composer.link(*id), of.inherited)))]
}

fn marked(composer: &Composer<'_>, what: String, by_default: bool) -> String {
    if by_default { inherited(composer, &what) } else { what }
}

fn record(composer: &Composer<'_>, entry: &Entry<Activity>) -> Section {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    let defaults = composer.desk.registry.settings.activity_defaults.get();
    let default_owner = defaults.and_then(|defaults| defaults.owner.text());
    match (record.owner.internal().text(), default_owner) {
        (None, Some(owner)) => {
            facts.line("register-owner", Some(inherited(composer, &crate::markdown::escape(owner))));
        }
        _ => {
            facts.text("register-owner", record.owner.internal()).or_gap();
        }
    }
    facts.date("register-started", record.started.internal());
    facts.date("register-ended", record.ended.internal());
    facts.date("register-reviewed", record.reviewed.internal()).or_gap();
    facts.date("register-next-review", record.next_review.internal()).or_gap();
    facts.number("register-order", &record.order);
    facts.line("register-notice-exemption", exemptions::line(composer, &record.notice_exemption));
    about::section(composer, entry, &record.note, &record.changed, facts)
}
