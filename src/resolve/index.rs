//! All ids by kind.

use std::collections::HashMap;

use crate::parse::Records;
use crate::record::Kind;
use crate::registry::Node;

/// Where each id leads.
#[derive(Debug)]
pub(super) struct Index {
    nodes: HashMap<Kind, HashMap<String, Target>>,
}

/// A record that can be referred to.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) node: Node,
    pub(super) name: String,
}

/// The kinds that share one space of ids.
pub(super) const PARTIES: [Kind; 4] = [Kind::Controller, Kind::Processor, Kind::Recipient, Kind::Source];

impl Index {
    /// Indexes records that are in the order of their ids.
    pub(super) fn new(records: &Records) -> Index {
        let mut nodes: HashMap<Kind, HashMap<String, Target>> = HashMap::new();
        for identity in records.identities() {
            let ids = nodes.entry(identity.kind).or_default();
            let index = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            let node = Node { kind: identity.kind, index };
            ids.insert(identity.id.to_owned(), Target { node, name: identity.name.to_owned() });
        }
        Index { nodes }
    }

    /// The record of a kind with an id.
    pub(super) fn get(&self, kind: Kind, id: &str) -> Option<&Target> {
        self.nodes.get(&kind)?.get(id)
    }

    /// The party with an id.
    pub(super) fn party(&self, id: &str) -> Option<&Target> {
        PARTIES.into_iter().find_map(|kind| self.get(kind, id))
    }

    /// The ids of some kinds, sorted.
    pub(super) fn ids(&self, kinds: &[Kind]) -> Vec<&str> {
        let mut ids: Vec<&str> = kinds
            .iter()
            .filter_map(|kind| self.nodes.get(kind))
            .flat_map(|ids| ids.keys().map(String::as_str))
            .collect();
        ids.sort_unstable();
        ids
    }

    /// The ids and names of some kinds, sorted.
    pub(super) fn named(&self, kinds: &[Kind]) -> Vec<(&str, &str)> {
        let mut named: Vec<(&str, &str)> = kinds
            .iter()
            .filter_map(|kind| self.nodes.get(kind))
            .flat_map(|ids| ids.iter().map(|(id, target)| (id.as_str(), target.name.as_str())))
            .collect();
        named.sort_unstable();
        named
    }

    /// Other kinds that have a record with this id.
    pub(super) fn elsewhere(&self, id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| self.get(*kind, id).is_some())
    }
}
