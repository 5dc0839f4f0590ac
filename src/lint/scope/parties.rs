//! Who handles the data, through all hands.

use std::collections::{BTreeMap, BTreeSet};

use super::Scope;
use crate::record::processor::Processor;
use crate::record::system::System;
use crate::registry::{Id, Party};
use crate::source::Span;

/// Whether a record stands for a class of processors: its name repeats its category.
pub fn is_class(record: &Processor) -> bool {
    let plain = |text: &str| text.trim().to_lowercase();
    match (record.name.get(), record.category.get()) {
        (Some(name), Some(category)) => plain(name) == plain(category),
        _ => false,
    }
}

impl Scope<'_> {
    /// The systems in which activities keep data, each once.
    pub fn systems_in_use(&self) -> BTreeSet<Id<System>> {
        self.activities().flat_map(|(_, entry)| &entry.links.systems.values).copied().collect()
    }

    /// Parties that activities give data to: those they disclose data to and those that run their
    /// systems, with the places where they are named.
    pub fn receivers(&self) -> &BTreeMap<Party, Vec<Span>> {
        self.answers.receivers.get_or_init(|| self.find_receivers())
    }

    fn find_receivers(&self) -> BTreeMap<Party, Vec<Span>> {
        let mut found = self.disclosures_by_party().clone();
        for id in self.systems_in_use() {
            let system = &self.registry.systems[id];
            if let (Some(processor), Some(at)) = (system.links.operated_by, system.record.operated_by.internal().span())
            {
                found.entry(Party::Processor(processor)).or_default().push(at);
            }
        }
        found
    }

    /// Processors that we engage ourselves, for our own activities or as the processor of clients, with
    /// the places where they are named.
    pub fn engaged_processors(&self) -> &BTreeMap<Id<Processor>, Vec<Span>> {
        self.answers.engaged.get_or_init(|| self.find_engaged())
    }

    fn find_engaged(&self) -> BTreeMap<Id<Processor>, Vec<Span>> {
        let mut found: BTreeMap<Id<Processor>, Vec<Span>> = BTreeMap::new();
        for (party, places) in self.receivers() {
            if let Party::Processor(id) = party {
                found.insert(*id, places.clone());
            }
        }
        for (_, entry) in self.registry.client_processing.iter() {
            let written = entry.record.sub_processors.internal().located();
            for (id, name) in entry.links.sub_processors.iter().zip(written) {
                found.entry(*id).or_default().push(name.span);
            }
        }
        found
    }

    /// Processors that we engage and everybody below them in the chain, each once.
    pub fn processors_in_use(&self) -> BTreeSet<Id<Processor>> {
        let first = self.engaged_processors().keys().copied();
        first.flat_map(|id| std::iter::once(id).chain(self.chain(id))).collect()
    }

    /// The processors that a processor engages, those that they engage, and so on; each once, the
    /// nearest first, without the first of all.
    pub fn chain(&self, first: Id<Processor>) -> Vec<Id<Processor>> {
        let mut found: Vec<Id<Processor>> = vec![first];
        let mut next = 0;
        while let Some(id) = found.get(next).copied() {
            for below in &self.registry.processors[id].links.sub_processors {
                if !found.contains(below) {
                    found.push(*below);
                }
            }
            next += 1;
        }
        found.remove(0);
        found
    }
}
