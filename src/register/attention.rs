//! What is due: every date that asks somebody to do something, those that are over first. Gaps are
//! findings of the lints, and so are most dates that are over; here each stands by its day.

use chrono::{Days, NaiveDate};

use super::composer::Composer;
use super::paging;
use super::transfer;
use super::transfers;
use crate::decode::{Date, Field};
use crate::document::{Block, Cell, Document};
use crate::lint::LISTING_DAYS;
use crate::markdown;
use crate::record::Kind;
use crate::record::waiver::Waiver;
use crate::registry::{Node, Registry};

/// Days before it is due from which something is shown.
const SOON: u64 = 60;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// An activity is to be reviewed.
    ReviewDue,
    /// An impact assessment is to be reviewed.
    DpiaReviewDue,
    /// A data processing agreement ends.
    ContractEnding,
    /// The listing of a recipient is to be looked up again.
    ListingDue,
    /// A certificate ends.
    CertificateEnding,
    /// A waiver ends.
    WaiverEnding,
}

impl Concern {
    /// Its name, which messages are called after.
    pub fn name(self) -> &'static str {
        match self {
            Concern::ReviewDue => "review-due",
            Concern::DpiaReviewDue => "dpia-review-due",
            Concern::ContractEnding => "contract-ending",
            Concern::ListingDue => "listing-due",
            Concern::CertificateEnding => "certificate-ending",
            Concern::WaiverEnding => "waiver-ending",
        }
    }
}

/// One record that is due, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attention<'a> {
    /// The day.
    pub date: NaiveDate,
    /// Why.
    pub concern: Concern,
    /// The record.
    pub node: Node,
    /// Who answers for it, where the records say so.
    pub owner: Option<&'a str>,
}

/// Everything that is due by a day some weeks ahead, in the order of days.
pub(super) fn collect<'a>(
    registry: &'a Registry,
    waivers: &[(Node, &'a Waiver)],
    as_of: NaiveDate,
) -> Vec<Attention<'a>> {
    let soon = as_of.checked_add_days(Days::new(SOON)).unwrap_or(as_of);
    let mut found = Vec::new();
    let mut add = |concern, field: &Field<Date>, node: Node, owner: Option<&'a str>| {
        let date = field.copied().map(|date| date.0).filter(|date| *date <= soon);
        found.extend(date.map(|date| Attention { date, concern, node, owner }));
    };
    let default = registry.settings.activity_defaults.get().and_then(|defaults| defaults.owner.text());
    for (id, entry) in registry.activities.iter() {
        let record = &entry.record;
        if record.ended.internal().copied().is_some_and(|date| date.0 <= as_of) {
            continue;
        }
        let owner = record.owner.internal().text().or(default);
        add(Concern::ReviewDue, record.next_review.internal(), id.into(), owner);
        if let Some(dpia) = record.dpia.internal().get() {
            add(Concern::DpiaReviewDue, &dpia.next_review, id.into(), owner);
        }
    }
    for (id, entry) in registry.processors.iter() {
        if let Some(contract) = entry.record.contract.internal().get() {
            add(Concern::ContractEnding, &contract.expires, id.into(), None);
        }
    }
    for (id, entry) in registry.security_measures.iter() {
        if let Some(certificate) = entry.record.certification.get() {
            let owner = entry.record.owner.internal().text();
            add(Concern::CertificateEnding, certificate.expires.internal(), id.into(), owner);
        }
    }
    for (node, waiver) in waivers {
        add(Concern::WaiverEnding, &waiver.expires, *node, waiver.owner.text());
    }
    found.extend(listings(registry, soon));
    found.sort_unstable();
    found.dedup();
    found
}

/// Listings that were looked up so long ago that it is time to do it again.
fn listings(registry: &Registry, soon: NaiveDate) -> impl Iterator<Item = Attention<'_>> {
    let controllers = registry.controllers.iter().map(|(id, _)| Node::from(id));
    let processors = registry.processors.iter().map(|(id, _)| Node::from(id));
    let recipients = registry.recipients.iter().map(|(id, _)| Node::from(id));
    let nodes = controllers.chain(processors).chain(recipients);
    let rows = nodes.filter_map(|node| Some((node, transfers::of(registry, node)?)));
    rows.flat_map(move |(node, rows)| {
        let checked = transfer::each(rows).filter_map(|row| row.listing_checked.internal().copied());
        let due = checked.filter_map(|day| day.0.checked_add_days(Days::new(LISTING_DAYS.unsigned_abs())));
        let due = due.filter(|date| *date <= soon);
        due.map(move |date| Attention { date, concern: Concern::ListingDue, node, owner: None }).collect::<Vec<_>>()
    })
}

/// A page of everything that is due.
pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let all = composer.desk.attention();
    let shown = paging::slice(all, page, paging::ROWS);
    let mut lead = vec![as_of(composer), Block::paragraph(counted(composer))];
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, |number| paging::file("attention", number)));
    lead.push(table(composer, shown));
    Document { title: composer.plain("register-attention").into(), lead, sections: Vec::new() }
}

/// The day on which everything is judged.
pub(super) fn as_of(composer: &Composer<'_>) -> Block {
    let day = composer.desk.strings.date(composer.desk.as_of);
    Block::paragraph(composer.say_one("register-as-of", "date", &day))
}

/// How much is over, and how much is due soon.
pub(super) fn counted(composer: &Composer<'_>) -> String {
    let all = composer.desk.attention();
    let over = all.partition_point(|one| one.date < composer.desk.as_of);
    composer.say(
        "register-attention-count",
        &[
            ("over", over.into()),
            ("soon", (all.len() - over).into()),
            ("days", usize::try_from(SOON).unwrap_or(0).into()),
        ],
    )
}

/// What is due, by day.
pub(super) fn table(composer: &Composer<'_>, shown: &[Attention<'_>]) -> Block {
    let head = ["register-due", "register-due-what", "register-of-record", "register-owner"];
    let rows = shown.iter().map(|one| row(composer, one)).collect();
    composer.listing(&head, rows, "register-attention-none")
}

/// A day in a cell, which says so where it is over.
pub(super) fn day(composer: &Composer<'_>, date: NaiveDate) -> Cell {
    let day = composer.desk.strings.date(date);
    let over = date < composer.desk.as_of;
    Cell::day(if over { composer.say_one("register-overdue", "date", &day) } else { day }, date)
}

fn row(composer: &Composer<'_>, one: &Attention<'_>) -> Vec<Cell> {
    let has_owner = !matches!(one.node.kind, Kind::Controller | Kind::Processor | Kind::Recipient);
    let owner = one.owner.map(markdown::escape);
    vec![
        day(composer, one.date),
        composer.plain(&format!("register-concern-{}", one.concern.name())).into(),
        composer.link(one.node).into(),
        // Records of parties have no owner: that none is written there is no gap.
        if has_owner { composer.cell_or_gap(owner) } else { owner.unwrap_or_default().into() },
    ]
}
