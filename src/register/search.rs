//! The index that the search of the register reads: what there is to find, and which records say
//! which words.
//!
//! 1. [`Index::of`] lists the records with their titles, owners and the groups and recipients they
//!    name, as numbers; it is loaded whole when somebody first searches.
//! 2. [`Words::of`] reads what authors wrote, record by record, and keeps for each word the numbers of
//!    the records that say it. It is loaded by first letters, so that a search over thousands of
//!    records loads a small part.
//!
//! The script that reads both folds its words as [`fold`] does.

mod letters;
mod words;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::desk::Desk;
use super::subject::OVERVIEWS;
use crate::record::Kind;
use crate::registry::{Id, Node, Party, Registry};

pub use letters::fold;
pub use words::Words;

/// What there is to find.
#[derive(Debug, Serialize)]
pub struct Index {
    /// Names and folders of the kinds; pages without a record stand in no folder.
    pub kinds: Vec<(String, &'static str)>,
    /// Owners, once each.
    pub owners: Vec<String>,
    /// The records, by number.
    pub records: Vec<Found>,
}

/// A record or another page. As JSON it is a list that leaves out what is empty at its end, because
/// there may be very many.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place among the kinds.
    pub kind: usize,
    /// Its id, which names its page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its place among the owners.
    pub owner: Option<usize>,
    /// Numbers of the groups and recipients that it names.
    pub related: Vec<usize>,
}

impl Serialize for Found {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&self.kind)?;
        list.serialize_element(&self.id)?;
        list.serialize_element(&self.title)?;
        match (self.owner, self.related.is_empty()) {
            (None, true) => {}
            (owner, true) => list.serialize_element(&owner)?,
            (owner, false) => {
                // No owner has a number that there is not.
                list.serialize_element(&owner.map_or(-1, |at| i64::try_from(at).unwrap_or(-1)))?;
                list.serialize_element(&self.related)?;
            }
        }
        list.end()
    }
}

impl Index {
    /// Lists the records in the order of kinds, then the overviews.
    pub fn of(desk: &Desk<'_>) -> Index {
        let registry = desk.registry;
        let strings = desk.strings;
        let name = |kind: Kind| strings.plain(&format!("register-kinds-{}", kind.folder()));
        let mut index = Index {
            kinds: Kind::ALL.into_iter().map(|kind| (name(kind), kind.folder())).collect(),
            owners: Vec::new(),
            records: Vec::new(),
        };
        let numbers = Numbers::of(desk);
        let mut owners = std::collections::BTreeMap::new();
        for node in Kind::ALL.into_iter().flat_map(|kind| desk.nodes(kind)) {
            let (id, title) = registry.identity(node);
            let owner = owner(registry, node).map(|owner| {
                *owners.entry(owner).or_insert_with(|| {
                    index.owners.push(owner.to_owned());
                    index.owners.len() - 1
                })
            });
            let kind = Kind::ALL.iter().position(|kind| *kind == node.kind).unwrap_or_default();
            let title = crate::markdown::words(title);
            index.records.push(Found {
                kind,
                id: id.to_owned(),
                title,
                owner,
                related: related(registry, &numbers, node),
            });
        }
        let kind = index.kinds.len();
        index.kinds.push((strings.plain("register-overview"), ""));
        index.records.extend(OVERVIEWS.map(|(subject, title)| {
            let route = subject.route(registry);
            let id = route.trim_start_matches("internal/").trim_end_matches(".html").to_owned();
            Found { kind, id, title: strings.plain(title), owner: None, related: Vec::new() }
        }));
        index
    }
}

/// The numbers of records: those of a kind follow each other.
struct Numbers(Vec<(Kind, usize)>);

impl Numbers {
    fn of(desk: &Desk<'_>) -> Numbers {
        let mut next = 0;
        Numbers(
            Kind::ALL
                .into_iter()
                .map(|kind| {
                    let first = next;
                    next += desk.count(kind);
                    (kind, first)
                })
                .collect(),
        )
    }

    fn at(&self, node: Node) -> usize {
        let first = self.0.iter().find(|(kind, _)| *kind == node.kind).map_or(0, |(_, first)| *first);
        first + node.index as usize
    }
}

/// Who answers for a record, where its kind has that.
fn owner(registry: &Registry, node: Node) -> Option<&str> {
    let index = node.index;
    match node.kind {
        Kind::Activity => {
            let default = registry.settings.activity_defaults.get().and_then(|defaults| defaults.owner.text());
            registry.activities[Id::at(index)].record.owner.internal().text().or(default)
        }
        Kind::ClientProcessing => registry.client_processing[Id::at(index)].record.owner.internal().text(),
        Kind::CollectionPoint => registry.collection_points[Id::at(index)].record.owner.internal().text(),
        Kind::Retention => registry.retention[Id::at(index)].record.owner.internal().text(),
        Kind::SecurityMeasure => registry.security_measures[Id::at(index)].record.owner.internal().text(),
        Kind::SubProcessorList => registry.sub_processor_lists[Id::at(index)].record.owner.internal().text(),
        Kind::System => registry.systems[Id::at(index)].record.owner.internal().text(),
        _ => None,
    }
}

/// The groups and recipients of an activity, once each.
fn related(registry: &Registry, numbers: &Numbers, node: Node) -> Vec<usize> {
    if node.kind != Kind::Activity {
        return Vec::new();
    }
    let links = &registry.activities[Id::at(node.index)].links;
    let groups = links.subject_groups.iter().chain(links.data.iter().flat_map(|row| &row.subject_groups));
    let groups = groups.map(|id| Node::from(*id));
    let recipients = links.disclosures.iter().flat_map(|row| &row.recipients);
    let recipients = recipients.map(|party: &Party| super::party::node(*party));
    let mut found: Vec<usize> = groups.chain(recipients).map(|node| numbers.at(node)).collect();
    found.sort_unstable();
    found.dedup();
    found
}
