//! Everything that a public list of sub-processors may say: what its record publishes, with the
//! public side of each processor.

use chrono::NaiveDate;
use serde::Serialize;
use serde_with::{DisplayFromStr, serde_as, skip_serializing_none};

use super::notice::{Markdown, Party, party, phrase, phrases, plain, prose};
use crate::decode::{Period, slug};
use crate::record::processor::Processor;
use crate::record::sub_processor_list::SubProcessorList;
use crate::record::transfer::Mechanism;
use crate::registry::{Entry, Id, Party as Resolved, Registry};

/// A public list of sub-processors as facts.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SubProcessors {
    /// Version of this shape: `ropa-sub-processors/1`.
    pub schema: &'static str,
    /// Its title, which names its files.
    pub title: String,
    /// Language of its sentences.
    pub language: String,
    /// Name of the company that engages them.
    pub processor: Option<String>,
    /// Where the page is published.
    pub url: Option<String>,
    /// Day of the last update.
    pub updated: Option<NaiveDate>,
    /// Opening paragraphs.
    pub introduction: Option<Markdown>,
    /// How long before it begins a new engagement is announced.
    #[serde_as(as = "Option<DisplayFromStr>")]
    pub notice_period: Option<Period>,
    /// How clients object.
    pub objection: Option<Markdown>,
    /// Who is, was or will be engaged.
    pub engagements: Vec<Engagement>,
}

/// A sub-processor that is, was or will be engaged.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Engagement {
    pub processor: Party,
    pub purpose: Vec<Markdown>,
    pub transfers: Vec<Transfer>,
    /// What transfers rest on, in words of the list's own.
    pub safeguard: Option<Markdown>,
    pub no_transfers: Option<Markdown>,
    pub announced: Option<NaiveDate>,
    pub since: Option<NaiveDate>,
    pub end_announced: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// A transfer to a sub-processor.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Transfer {
    /// ISO codes.
    pub countries: Vec<String>,
    pub organisation: Option<String>,
    pub destination: Option<Markdown>,
    pub mechanisms: Vec<Mechanism>,
}

/// What changed: an engagement that begins, or one that ends.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The engagement.
    pub engagement: &'a Engagement,
    /// Whether it ends.
    pub ends: bool,
    /// Day from which it holds.
    pub from: Option<NaiveDate>,
    /// Day on which it was announced.
    pub announced: Option<NaiveDate>,
}

impl Change<'_> {
    /// The day on which readers could know of it.
    pub fn told(&self) -> Option<NaiveDate> {
        self.announced.or(self.from)
    }
}

impl SubProcessors {
    /// What its files are called.
    pub fn file(&self) -> String {
        slug(&self.title)
    }

    /// Every change with a day, the latest first.
    pub fn changes(&self) -> Vec<Change<'_>> {
        fn of(engagement: &Engagement) -> [Change<'_>; 2] {
            let Engagement { announced, since, end_announced, until, .. } = engagement;
            let begins = Change { engagement, ends: false, from: *since, announced: *announced };
            let ends = Change { engagement, ends: true, from: *until, announced: *end_announced };
            [ends, begins]
        }
        let mut changes: Vec<Change<'_>> =
            self.engagements.iter().flat_map(of).filter(|change| change.told().is_some()).collect();
        changes.sort_by_key(|change| std::cmp::Reverse((change.told(), change.from)));
        changes
    }

    /// Whether an engagement was over on the day of the last update.
    pub fn is_over(&self, engagement: &Engagement) -> bool {
        engagement.until.zip(self.updated).is_some_and(|(until, day)| until <= day)
    }
}

/// Picks the public facts of a list; nothing where its title names no file.
pub fn gather(registry: &Registry, entry: &Entry<SubProcessorList>) -> Option<SubProcessors> {
    let record = &entry.record;
    if slug(entry.name()).is_empty() {
        return None;
    }
    let rows = record.engagements.iter().zip(&entry.links.engagements);
    let engagements = rows.filter_map(|(row, processor)| {
        let row = &row.value;
        let (processor, transfers, no_transfers) = public_side(registry, (*processor)?);
        let purpose = phrases(&row.purpose);
        Some(Engagement {
            purpose: if purpose.is_empty() { processor.services.clone() } else { purpose },
            processor,
            transfers,
            safeguard: phrase(&row.safeguard),
            no_transfers,
            announced: row.announced.get().map(|day| day.0),
            since: row.since.get().map(|day| day.0),
            end_announced: row.end_announced.get().map(|day| day.0),
            until: row.until.get().map(|day| day.0),
        })
    });
    Some(SubProcessors {
        schema: "ropa-sub-processors/1",
        title: entry.name().to_owned(),
        language: registry.settings.language.text().unwrap_or("en").to_owned(),
        processor: entry.links.processor.map(|id| registry.controllers[id].name().to_owned()),
        url: plain(&record.url),
        updated: record.updated.get().map(|day| day.0),
        introduction: prose(&record.introduction),
        notice_period: record.notice_period.copied(),
        objection: phrase(&record.objection),
        engagements: engagements.collect(),
    })
}

/// A processor as notices show it, with where data go and what that rests on.
fn public_side(registry: &Registry, id: Id<Processor>) -> (Party, Vec<Transfer>, Option<Markdown>) {
    let record = &registry.processors[id].record;
    let transfers = record.transfers.iter().map(|row| Transfer {
        countries: row.value.countries.iter().map(|country| country.0.to_string()).collect(),
        organisation: plain(&row.value.organisation),
        destination: phrase(&row.value.destination),
        mechanisms: row.value.mechanisms.iter().copied().collect(),
    });
    (party(registry, Resolved::Processor(id)), transfers.collect(), phrase(&record.no_transfers))
}
