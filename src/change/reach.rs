//! Which activities a change touches, and which groups of people it concerns there.

use std::collections::{BTreeMap, BTreeSet};

use super::Touch;
use crate::decode::Rows;
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{DataSource, Entry, Id, Node, Party, Registry};

type Groups = BTreeSet<Id<SubjectGroup>>;

/// What a registry says of who uses what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach<'r> {
    pub(super) registry: &'r Registry,
}

impl Reach<'_> {
    /// The activity itself, and the groups of the row that a key stands in.
    pub(super) fn own(self, id: &str, key: &str, rows: &[String], value: Option<&str>) -> Option<Touch> {
        let activity = self.registry.activities.find(id)?;
        let entry = &self.registry.activities[activity];
        let links = &entry.links;
        let row = rows.first().map(String::as_str).unwrap_or_default();
        let field = key.split('.').next().unwrap_or_default();
        let mut groups: Groups = match field {
            "purposes" => {
                at(&entry.record.purposes, row).and_then(|at| links.purposes.get(at)).map(|one| &one.subject_groups)
            }
            "data" => at(&entry.record.data, row).and_then(|at| links.data.get(at)).map(|one| &one.subject_groups),
            "disclosures" => at(&entry.record.disclosures, row)
                .and_then(|at| links.disclosures.get(at))
                .map(|one| &one.subject_groups),
            "profiling" => Some(&links.profiling_groups),
            "automated-decisions" => Some(&links.decision_groups),
            _ => None,
        }
        .into_iter()
        .flatten()
        .copied()
        .collect();
        if key.ends_with("subject-groups") {
            groups = value.and_then(|id| self.registry.subject_groups.find(id)).into_iter().collect();
        }
        Some(self.touch(entry, groups))
    }

    /// Every activity that uses a record, itself or through others.
    pub(super) fn of(self, kind: Kind, id: &str) -> Vec<Touch> {
        let Some(node) = self.registry.node(kind, id) else { return Vec::new() };
        let registry = self.registry;
        match kind {
            Kind::Cookie => {
                let links = &registry.cookies[Id::at(node.index)].links;
                let touch = |activity| self.touch(&registry.activities[activity], groups(&links.subject_groups));
                return links.activity.map(touch).into_iter().collect();
            }
            Kind::CollectionPoint => {
                let links = &registry.collection_points[Id::at(node.index)].links;
                let touch = |id: &Id<Activity>| self.touch(&registry.activities[*id], groups(&links.subject_groups));
                return links.activities.iter().map(touch).collect();
            }
            // What they say is not said activity by activity.
            Kind::Controller | Kind::Notice | Kind::ClientProcessing | Kind::SubProcessorList => return Vec::new(),
            _ => {}
        }
        let mut touched: BTreeMap<Id<Activity>, Groups> = BTreeMap::new();
        let mut seen: BTreeSet<Node> = BTreeSet::from([node]);
        let mut waiting = vec![node];
        while let Some(via) = waiting.pop() {
            let by_default = registry.mentions.iter().any(|mention| mention.from.is_none() && mention.to == via);
            if by_default {
                for (id, entry) in registry.activities.iter() {
                    if inherits(entry, via) {
                        touched.entry(id).or_default().extend(self.using(entry, via));
                    }
                }
            }
            for user in registry.users(via) {
                match user.kind {
                    Kind::Activity => {
                        let id = Id::at(user.index);
                        touched.entry(id).or_default().extend(self.using(&registry.activities[id], via));
                    }
                    Kind::Controller | Kind::Notice | Kind::ClientProcessing | Kind::SubProcessorList => {}
                    Kind::Cookie | Kind::CollectionPoint => {}
                    _ if seen.insert(*user) => waiting.push(*user),
                    _ => {}
                }
            }
        }
        touched.into_iter().map(|(id, groups)| self.touch(&registry.activities[id], groups)).collect()
    }

    /// The activities that have from the defaults of the registry what a key of its settings says.
    pub(super) fn by_default(self, key: &str) -> Vec<Touch> {
        let has = |entry: &Entry<Activity>| match key {
            "default-controller" => entry.links.controllers.inherited,
            "activity-defaults.retention" => entry.links.retention.inherited,
            "activity-defaults.security" => entry.links.security.inherited,
            "activity-defaults.systems" => entry.links.systems.inherited,
            _ => false,
        };
        let touched = self.registry.activities.iter().filter(|(_, entry)| has(entry));
        touched.map(|(_, entry)| self.touch(entry, Groups::new())).collect()
    }

    /// The groups of the rows of an activity that use a record; all of its groups if no row does.
    fn using(self, entry: &Entry<Activity>, node: Node) -> Groups {
        if node.kind == Kind::SubjectGroup {
            return Groups::from([Id::at(node.index)]);
        }
        let links = &entry.links;
        let mut groups = Groups::new();
        for row in &links.purposes {
            if is_among(&row.legal_bases, node) || is_among(&row.categories, node) {
                groups.extend(&row.subject_groups);
            }
        }
        for row in &links.data {
            let from = |source: &DataSource| matches!(source, DataSource::Party(party) if of_party(*party) == node);
            let is_used = is_among(&row.categories, node)
                || is_among(&row.legal_bases, node)
                || is_among(&row.retention.values, node)
                || row.sources.iter().any(from);
            if is_used {
                groups.extend(&row.subject_groups);
            }
        }
        for row in &links.disclosures {
            let is_used = row.recipients.iter().any(|party| of_party(*party) == node)
                || is_among(&row.categories, node)
                || is_among(&row.legal_bases, node);
            if is_used {
                groups.extend(&row.subject_groups);
            }
        }
        groups
    }

    fn touch(self, entry: &Entry<Activity>, mut groups: Groups) -> Touch {
        if groups.is_empty() {
            groups = self::groups(&entry.links.subject_groups);
        }
        let named = |id: Id<SubjectGroup>| {
            let group = &self.registry.subject_groups[id];
            (group.id.clone(), group.name().to_owned())
        };
        Touch {
            activity: entry.id.clone(),
            title: entry.name().to_owned(),
            groups: groups.into_iter().map(named).collect(),
        }
    }
}

fn groups(ids: &[Id<SubjectGroup>]) -> Groups {
    ids.iter().copied().collect()
}

fn at<T>(rows: &Rows<T>, key: &str) -> Option<usize> {
    rows.iter().position(|row| row.key.name == key)
}

fn is_among<R: crate::record::Record>(ids: &[Id<R>], node: Node) -> bool {
    ids.iter().any(|id| Node::from(*id) == node)
}

/// Whether an activity has a record from the defaults of the registry.
fn inherits(entry: &Entry<Activity>, node: Node) -> bool {
    let links = &entry.links;
    (links.retention.inherited && is_among(&links.retention.values, node))
        || (links.security.inherited && is_among(&links.security.values, node))
        || (links.systems.inherited && is_among(&links.systems.values, node))
}

fn of_party(party: Party) -> Node {
    match party {
        Party::Controller(id) => id.into(),
        Party::Processor(id) => id.into(),
        Party::Recipient(id) => id.into(),
        Party::Source(id) => id.into(),
    }
}
