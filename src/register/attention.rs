//! What needs attention on the day: dates that are over or near, and gaps.
//!
//! The register names them and judges nothing.

use chrono::{Days, NaiveDate};

use super::composer::Composer;
use super::paging;
use crate::decode::{Date, Field, Rows};
use crate::document::{Block, Document, Section};
use crate::record::activity::Activity;
use crate::record::transfer::Transfer;
use crate::record::waiver::Waiver;
use crate::registry::{Entry, Node, Registry};

/// Days before its end from which a contract or waiver needs attention.
const SOON: u64 = 60;

/// Why something needs attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// The day of the next review is over.
    ReviewOverdue,
    /// A data processing agreement has ended.
    ContractExpired,
    /// A data processing agreement ends soon.
    ContractEnding,
    /// An impact assessment is needed and has no date.
    DpiaMissing,
    /// The review of an impact assessment is due.
    DpiaReviewDue,
    /// A waiver has ended.
    WaiverExpired,
    /// A waiver ends soon.
    WaiverEnding,
    /// An activity states no purpose.
    NoPurpose,
    /// A purpose states no legal basis.
    NoLegalBasis,
    /// An activity states no data.
    NoData,
    /// An activity, or a data row of it, states no time limit.
    NoRetention,
    /// An activity states no security measure.
    NoSecurity,
    /// A transfer states nothing that it rests on.
    NoMechanism,
    /// Something is kept out of notices.
    NoticeExemption,
}

impl Concern {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Concern; 14] = [
        Concern::ReviewOverdue,
        Concern::ContractExpired,
        Concern::ContractEnding,
        Concern::DpiaMissing,
        Concern::DpiaReviewDue,
        Concern::WaiverExpired,
        Concern::WaiverEnding,
        Concern::NoPurpose,
        Concern::NoLegalBasis,
        Concern::NoData,
        Concern::NoRetention,
        Concern::NoSecurity,
        Concern::NoMechanism,
        Concern::NoticeExemption,
    ];

    /// Its name, which messages are called after.
    pub fn name(self) -> &'static str {
        match self {
            Concern::ReviewOverdue => "review-overdue",
            Concern::ContractExpired => "contract-expired",
            Concern::ContractEnding => "contract-ending",
            Concern::DpiaMissing => "dpia-missing",
            Concern::DpiaReviewDue => "dpia-review-due",
            Concern::WaiverExpired => "waiver-expired",
            Concern::WaiverEnding => "waiver-ending",
            Concern::NoPurpose => "no-purpose",
            Concern::NoLegalBasis => "no-legal-basis",
            Concern::NoData => "no-data",
            Concern::NoRetention => "no-retention",
            Concern::NoSecurity => "no-security",
            Concern::NoMechanism => "no-mechanism",
            Concern::NoticeExemption => "notice-exemption",
        }
    }
}

/// One record that needs attention, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attention {
    /// Why.
    pub concern: Concern,
    /// The day it is about, where there is one.
    pub date: Option<NaiveDate>,
    /// The record.
    pub node: Node,
}

/// Everything that needs attention, in the order of concerns, then of days and records.
pub(super) fn collect(registry: &Registry, waivers: &[(Node, &Waiver)], as_of: NaiveDate) -> Vec<Attention> {
    let soon = as_of.checked_add_days(Days::new(SOON)).unwrap_or(as_of);
    let mut found = Vec::new();
    for (id, entry) in registry.activities.iter() {
        activity(entry, id.into(), as_of, &mut found);
    }
    for (id, entry) in registry.processors.iter() {
        let ends = entry.record.contract.internal().get().and_then(|contract| day(&contract.expires));
        // A contract still holds on the day it ends, a waiver no longer does.
        let over = ends.is_some_and(|day| day < as_of);
        let concern = if over { Concern::ContractExpired } else { Concern::ContractEnding };
        ending(ends, soon, concern, id.into(), &mut found);
        mechanisms(&entry.record.transfers, id.into(), &mut found);
    }
    for (id, entry) in registry.recipients.iter() {
        mechanisms(&entry.record.transfers, id.into(), &mut found);
    }
    for (id, entry) in registry.client_processing.iter() {
        mechanisms(entry.record.transfers.internal(), id.into(), &mut found);
    }
    for (node, waiver) in waivers {
        let ends = day(&waiver.expires);
        let over = ends.is_some_and(|day| day <= as_of);
        let concern = if over { Concern::WaiverExpired } else { Concern::WaiverEnding };
        ending(ends, soon, concern, *node, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn day(field: &Field<Date>) -> Option<NaiveDate> {
    field.copied().map(|date| date.0)
}

fn ending(ends: Option<NaiveDate>, soon: NaiveDate, concern: Concern, node: Node, found: &mut Vec<Attention>) {
    if let Some(date) = ends.filter(|date| *date <= soon) {
        found.push(Attention { concern, date: Some(date), node });
    }
}

/// Transfers that rest on nothing, unless every country they go to is in the EEA.
fn mechanisms(transfers: &Rows<Transfer>, node: Node, found: &mut Vec<Attention>) {
    let leaves = |transfer: &Transfer| {
        transfer.countries.is_empty() || transfer.countries.iter().any(|country| !country.0.country().in_eea())
    };
    if transfers.iter().any(|row| row.value.mechanisms.is_empty() && leaves(&row.value)) {
        found.push(Attention { concern: Concern::NoMechanism, date: None, node });
    }
}

fn activity(entry: &Entry<Activity>, node: Node, as_of: NaiveDate, found: &mut Vec<Attention>) {
    let (record, links) = (&entry.record, &entry.links);
    let ended = day(record.ended.internal()).is_some_and(|date| date <= as_of);
    let mut add = |concern, date| found.push(Attention { concern, date, node });
    let review = day(record.next_review.internal()).filter(|date| *date < as_of && !ended);
    if review.is_some() {
        add(Concern::ReviewOverdue, review);
    }
    if let Some(dpia) = record.dpia.internal().get() {
        if dpia.needed.is_true() && day(&dpia.date).is_none() {
            add(Concern::DpiaMissing, None);
        }
        let review = day(&dpia.next_review).filter(|date| *date <= as_of && !ended);
        if review.is_some() {
            add(Concern::DpiaReviewDue, review);
        }
    }
    let retention = if links.data.is_empty() {
        !links.retention.values.is_empty()
    } else {
        links.data.iter().all(|row| !row.retention.values.is_empty())
    };
    let rows = record.data.iter().map(|row| row.value.notice_exemption.internal());
    let exempt = rows.chain([record.notice_exemption.internal()]).any(|exemption| !exemption.is_absent());
    let states = [
        (Concern::NoPurpose, record.purposes.is_empty()),
        (Concern::NoLegalBasis, links.purposes.iter().any(|purpose| purpose.legal_bases.is_empty())),
        (Concern::NoData, links.data.iter().all(|row| row.categories.is_empty())),
        (Concern::NoRetention, !retention),
        (Concern::NoSecurity, links.security.values.is_empty()),
        (Concern::NoticeExemption, exempt),
    ];
    for (concern, _) in states.into_iter().filter(|(_, holds)| *holds) {
        add(concern, None);
    }
}

/// A page of everything that needs attention.
pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let all = composer.desk.attention();
    let shown = paging::slice(all, page, paging::ROWS);
    let address = |number| paging::file("attention", number);
    let mut lead = vec![as_of(composer)];
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, address));
    Document { title: composer.plain("register-attention").into(), lead, sections: sections(composer, shown) }
}

/// The day on which everything is judged.
pub(super) fn as_of(composer: &Composer<'_>) -> Block {
    let day = composer.desk.strings.date(composer.desk.as_of);
    Block::paragraph(composer.say_one("register-as-of", "date", &day))
}

/// A section for each concern.
fn sections(composer: &Composer<'_>, shown: &[Attention]) -> Vec<Section> {
    let of = |concern: Concern| {
        let mut items = shown.iter().filter(|one| one.concern == concern).map(|one| sentence(composer, one)).peekable();
        items.peek()?;
        let blocks = vec![Block::list(items)];
        Some(composer.section(concern.name(), &format!("register-concern-{}", concern.name()), None, blocks))
    };
    Concern::ALL.into_iter().filter_map(of).collect()
}

/// A record with the day in question.
pub(super) fn sentence(composer: &Composer<'_>, one: &Attention) -> String {
    let record = composer.link(one.node);
    match one.date {
        Some(date) => {
            let day = composer.desk.strings.date(date);
            composer.say("register-record-on", &[("record", (&record).into()), ("date", (&day).into())])
        }
        None => record,
    }
}
