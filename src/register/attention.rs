//! What comes up: dates that are near, and what is kept out of notices. Gaps and dates that are over
//! are findings of the lints.

use chrono::{Days, NaiveDate};

use super::composer::Composer;
use super::paging;
use crate::decode::{Date, Field};
use crate::document::{Block, Document, Section};
use crate::record::waiver::Waiver;
use crate::registry::{Node, Registry};

/// Days before it is due from which a review, contract or waiver is shown.
const SOON: u64 = 60;

/// Why something needs attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// The next review of an activity is near.
    ReviewDue,
    /// A data processing agreement ends soon.
    ContractEnding,
    /// The review of an impact assessment is due.
    DpiaReviewDue,
    /// A waiver ends soon.
    WaiverEnding,
    /// Something is kept out of notices.
    NoticeExemption,
}

impl Concern {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Concern; 5] = [
        Concern::ReviewDue,
        Concern::ContractEnding,
        Concern::DpiaReviewDue,
        Concern::WaiverEnding,
        Concern::NoticeExemption,
    ];

    /// Its name, which messages are called after.
    pub fn name(self) -> &'static str {
        match self {
            Concern::ReviewDue => "review-due",
            Concern::ContractEnding => "contract-ending",
            Concern::DpiaReviewDue => "dpia-review-due",
            Concern::WaiverEnding => "waiver-ending",
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

/// Everything that comes up, in the order of concerns, then of days and records. What is over already
/// is a finding.
pub(super) fn collect(registry: &Registry, waivers: &[(Node, &Waiver)], as_of: NaiveDate) -> Vec<Attention> {
    let soon = as_of.checked_add_days(Days::new(SOON)).unwrap_or(as_of);
    let mut found = Vec::new();
    let mut near = |concern, field: &Field<Date>, node: Node| {
        let date = field.copied().map(|date| date.0).filter(|date| (as_of..=soon).contains(date));
        found.extend(date.map(|date| Attention { concern, date: Some(date), node }));
    };
    for (id, entry) in registry.activities.iter() {
        let record = &entry.record;
        if record.ended.internal().copied().is_some_and(|date| date.0 <= as_of) {
            continue;
        }
        near(Concern::ReviewDue, record.next_review.internal(), id.into());
        if let Some(dpia) = record.dpia.internal().get() {
            near(Concern::DpiaReviewDue, &dpia.next_review, id.into());
        }
    }
    for (id, entry) in registry.processors.iter() {
        if let Some(contract) = entry.record.contract.internal().get() {
            near(Concern::ContractEnding, &contract.expires, id.into());
        }
    }
    for (node, waiver) in waivers {
        near(Concern::WaiverEnding, &waiver.expires, *node);
    }
    for (id, entry) in registry.activities.iter() {
        let rows = entry.record.data.iter().map(|row| row.value.notice_exemption.internal());
        let mut exemptions = rows.chain([entry.record.notice_exemption.internal()]);
        if exemptions.any(|exemption| !exemption.is_absent()) {
            found.push(Attention { concern: Concern::NoticeExemption, date: None, node: id.into() });
        }
    }
    found.sort_unstable();
    found.dedup();
    found
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
