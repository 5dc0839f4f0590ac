//! What lints see, and the questions that several of them ask.

mod bases;
mod devices;
pub mod footing;
mod parties;
mod regime;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::words::Words;
use crate::decode::{Country, Row, Rows};
use crate::law::{self, Overlay};
use crate::reading::Reading;
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::data_category::{DataCategory, Special};
use crate::record::legal_basis::LegalBasis;
use crate::record::processor::Processor;
use crate::record::transfer::Transfer;
use crate::registry::{Arena, Entry, Id, Linked, Node, Party, Registry};
use crate::source::{FileId, Span};

pub use bases::{DataPlace, PurposeRow, cites_law, has_condition};
pub use parties::is_class;
pub use told::party_changed;

/// A transfer and the record it stands in.
#[derive(Debug, Clone, Copy)]
pub struct TransferRow<'a> {
    /// The record.
    pub node: Node,
    /// The transfer.
    pub row: &'a Row<Transfer>,
    /// The legal data of its registry.
    pub law: &'a Overlay,
}

/// The record of a party.
pub fn node(party: Party) -> Node {
    match party {
        Party::Controller(id) => id.into(),
        Party::Processor(id) => id.into(),
        Party::Recipient(id) => id.into(),
        Party::Source(id) => id.into(),
    }
}

/// Answers that take a walk over all activities.
#[derive(Default)]
struct Answers {
    disclosures: OnceLock<BTreeMap<Party, Vec<Span>>>,
    receivers: OnceLock<BTreeMap<Party, Vec<Span>>>,
    engaged: OnceLock<BTreeMap<Id<Processor>, Vec<Span>>>,
    elsewhere: OnceLock<BTreeSet<Node>>,
}

/// The registry and the day on which it is judged.
pub struct Scope<'a> {
    /// The records.
    pub registry: &'a Registry,
    /// The day on which dates are judged.
    pub as_of: NaiveDate,
    /// The place of what concerns the registry as a whole.
    pub top: Span,
    /// Files that hold many records.
    many: Vec<FileId>,
    /// What several lints ask of all activities is answered once.
    answers: Answers,
    /// Words that ask for a second look, in the language of the registry.
    pub words: &'static Words,
}

impl<'a> Scope<'a> {
    pub(super) fn new(reading: &'a Reading, as_of: NaiveDate) -> Scope<'a> {
        let registry = &reading.registry;
        let language = registry.settings.language.text().unwrap_or("en");
        let settings = reading.sources.iter().find(|(_, source)| source.path == "registry.toml");
        let top = Span::top(settings.map_or_else(Default::default, |(file, _)| file));
        let many =
            reading.sources.iter().filter(|(_, source)| !source.path.contains('/')).map(|(file, _)| file).collect();
        Scope { registry, as_of, top, many, answers: Answers::default(), words: super::words::of(language) }
    }

    /// The activities that go on: neither ended nor still to begin.
    pub fn activities(&self) -> impl Iterator<Item = (Id<Activity>, &'a Entry<Activity>)> {
        let as_of = self.as_of;
        self.registry.activities.iter().filter(move |(_, entry)| {
            let ended = entry.record.ended.internal().get();
            ended.is_none_or(|day| day.0 >= as_of)
        })
    }

    /// Every legal basis of an activity, of its purposes and its disclosures, once each.
    pub fn bases(&self, entry: &Entry<Activity>) -> Vec<Id<LegalBasis>> {
        let purposes = entry.links.purposes.iter().flat_map(|links| &links.legal_bases);
        let disclosures = entry.links.disclosures.iter().flat_map(|links| &links.legal_bases);
        once(purposes.chain(disclosures).copied())
    }

    /// Every category of data of an activity, once each.
    pub fn categories(&self, entry: &Entry<Activity>) -> Vec<Id<DataCategory>> {
        once(entry.links.data.iter().flat_map(|links| &links.categories).copied())
    }

    /// Whether a category, or an item of it, is or may reveal a special category of Article 9(1).
    pub fn special(&self, id: Id<DataCategory>) -> Option<Special> {
        let record = &self.registry.data_categories[id].record;
        let items = record.items.get();
        record.special.copied().or_else(|| items?.iter().find_map(|item| item.more.as_ref()?.special.copied()))
    }

    /// Whether there are categories, and all of them are said to be anonymous: to them the Regulation
    /// does not apply (recital 26).
    pub fn is_anonymous(&self, categories: &[Id<DataCategory>]) -> bool {
        self.registry.is_anonymous(categories)
    }

    /// Whether data that are here have left the European Economic Area.
    pub fn outside_eea(&self, country: Country) -> bool {
        law::country(country.0.as_str()).is_some_and(|country| !country.in_eea())
    }

    /// Every transfer out of the EEA of every party and client processing that a controller under the
    /// Regulation has to do with.
    pub fn transfers(&self) -> Vec<TransferRow<'a>> {
        let elsewhere = self.elsewhere();
        let mut found = self.transfer_rows();
        // What a controller under another law receives itself is a matter of that law.
        let is_ours = |node: Node| node.kind != Kind::Controller || self.is_under_gdpr(Id::at(node.index));
        found.retain(|transfer| transfer.leaves_eea() && is_ours(transfer.node) && !elsewhere.contains(&transfer.node));
        found
    }

    /// Every row in `transfers`, whatever it says.
    pub fn transfer_rows(&self) -> Vec<TransferRow<'a>> {
        fn of<'a, R: Linked>(
            arena: &'a Arena<R>,
            transfers: impl Fn(&'a R) -> &'a Rows<Transfer>,
            law: &'a Overlay,
            found: &mut Vec<TransferRow<'a>>,
        ) {
            for (id, entry) in arena.iter() {
                found.extend(transfers(&entry.record).iter().map(|row| TransferRow { node: id.into(), row, law }));
            }
        }
        let law = &self.registry.law;
        let mut found = Vec::new();
        of(&self.registry.controllers, |record| &record.transfers, law, &mut found);
        of(&self.registry.processors, |record| &record.transfers, law, &mut found);
        of(&self.registry.recipients, |record| &record.transfers, law, &mut found);
        of(&self.registry.client_processing, |record| record.transfers.internal(), law, &mut found);
        found
    }

    /// The keys that lead to a place in a record, from the top of its file: a file of many records has
    /// the id before them.
    pub fn keys(&self, node: Node, file: FileId, below: &[&str]) -> Vec<String> {
        let in_one_of_many = self.many.contains(&file);
        let id = in_one_of_many.then(|| self.registry.identity(node).0);
        id.into_iter().chain(below.iter().copied()).map(str::to_owned).collect()
    }

    /// Parties that activities disclose data to, with the places where they are named.
    pub fn disclosures_by_party(&self) -> &BTreeMap<Party, Vec<Span>> {
        self.answers.disclosures.get_or_init(|| self.find_disclosures())
    }

    fn find_disclosures(&self) -> BTreeMap<Party, Vec<Span>> {
        let mut found: BTreeMap<Party, Vec<Span>> = BTreeMap::new();
        for (_, entry) in self.activities() {
            for (row, links) in entry.record.disclosures.iter().zip(&entry.links.disclosures) {
                // Every name led somewhere, or the record is broken and nothing is said about it.
                for (party, written) in links.recipients.iter().zip(row.value.recipients.located()) {
                    found.entry(*party).or_default().push(written.span);
                }
            }
        }
        found
    }
}

fn once<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}
