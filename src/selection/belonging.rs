//! Which records belong to a selection.
//!
//! 1. Activities are chosen, or the processing for a client.
//! 2. What they name belongs to them, and what that names.
//! 3. Of the records that name activities and controllers, those belong that speak of nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::{Selection, SelectionError, unknown};
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::controller::Controller;
use crate::registry::{Entry, Id, Node, Registry};

/// The records that belong.
pub(super) struct Belonging {
    nodes: BTreeSet<Node>,
    /// What each record names.
    named: BTreeMap<Node, Vec<Node>>,
}

impl Belonging {
    pub(super) fn new(registry: &Registry, selection: &Selection) -> Result<Belonging, SelectionError> {
        let mut roots = BTreeSet::new();
        let of_controller = selection.controller.as_deref().map(|id| controller(registry, id)).transpose()?;
        if let Some(client) = &selection.client {
            roots.extend(of_client(registry, client)?);
        }
        if selection.client.is_none() || !selection.activities.is_empty() {
            let chosen = activities(registry, &selection.activities)?;
            let own = |id: &Id<Activity>| {
                of_controller
                    .is_none_or(|controller| registry.activities[*id].links.controllers.values.contains(&controller))
            };
            let chosen: Vec<Node> = chosen.into_iter().filter(own).map(Node::from).collect();
            if let (true, Some(controller)) =
                (chosen.is_empty() && !selection.activities.is_empty(), &selection.controller)
            {
                return Err(SelectionError::Nothing(controller.clone()));
            }
            roots.extend(chosen);
        }
        if let Some(controller) = of_controller {
            roots.insert(controller.into());
            if selection.activities.is_empty() {
                roots.extend(speaking_of(registry, controller));
            }
        }
        let mut belonging = Belonging { nodes: BTreeSet::new(), named: named(registry) };
        if selection.asks_for_everything() {
            belonging.nodes.extend(registry.places().into_iter().map(|(node, _)| node));
        }
        belonging.follow(roots);
        belonging.beside(registry);
        if let Some(day) = selection.in_force {
            let early = registry
                .notices
                .iter()
                .filter(|(_, entry)| entry.record.effective.copied().is_some_and(|effective| effective.0 > day));
            for (id, _) in early {
                belonging.nodes.remove(&id.into());
            }
        }
        Ok(belonging)
    }

    pub(super) fn has(&self, registry: &Registry, kind: Kind, id: &str) -> bool {
        registry.node(kind, id).is_some_and(|node| self.nodes.contains(&node))
    }

    /// Adds records and everything they name. Notices and the like name activities, but do not bring
    /// them along: what they say of others is not asked for.
    fn follow(&mut self, roots: BTreeSet<Node>) {
        let mut waiting: Vec<Node> = roots.into_iter().filter(|node| self.nodes.insert(*node)).collect();
        while let Some(from) = waiting.pop() {
            for to in self.named.get(&from).into_iter().flatten() {
                let is_chosen = !matches!(to.kind, Kind::Activity | Kind::ClientProcessing | Kind::Notice);
                if is_chosen && self.nodes.insert(*to) {
                    waiting.push(*to);
                }
            }
        }
    }

    /// Adds what stands beside the chosen activities: their cookies and collection points, and the
    /// published lists of sub-processors of the chosen client processing.
    fn beside(&mut self, registry: &Registry) {
        let chosen = |node: Node| self.nodes.contains(&node);
        let cookies =
            registry.cookies.iter().filter(|(_, entry)| entry.links.activity.is_some_and(|id| chosen(id.into())));
        let points = registry.collection_points.iter().filter(|(_, entry)| {
            !entry.links.activities.is_empty() && entry.links.activities.iter().all(|id| chosen((*id).into()))
        });
        let lists = registry.sub_processor_lists.iter().filter(|(_, entry)| {
            let of = &entry.links.client_processing;
            !of.is_empty() && of.iter().all(|id| chosen((*id).into()))
        });
        let found: BTreeSet<Node> = cookies
            .map(|(id, _)| Node::from(id))
            .chain(points.map(|(id, _)| id.into()))
            .chain(lists.map(|(id, _)| id.into()))
            .collect();
        self.follow(found);
    }
}

/// The records that each record names, and those that activities take from the defaults of the registry.
fn named(registry: &Registry) -> BTreeMap<Node, Vec<Node>> {
    let mut named: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    for mention in registry.mentions.iter() {
        if let Some(from) = mention.from {
            named.entry(from).or_default().push(mention.to);
        }
    }
    for (id, entry) in registry.activities.iter() {
        let links = &entry.links;
        let all = named.entry(id.into()).or_default();
        all.extend(links.controllers.values.iter().map(|id| Node::from(*id)));
        all.extend(links.retention.values.iter().map(|id| Node::from(*id)));
        all.extend(links.data.iter().flat_map(|row| &row.retention.values).map(|id| Node::from(*id)));
        all.extend(links.security.values.iter().map(|id| Node::from(*id)));
        all.extend(links.systems.values.iter().map(|id| Node::from(*id)));
    }
    for (id, entry) in registry.client_processing.iter() {
        let processor = entry.links.processor.or(registry.default_controller);
        named.entry(id.into()).or_default().extend(processor.map(Node::from));
    }
    named
}

fn controller(registry: &Registry, id: &str) -> Result<Id<Controller>, SelectionError> {
    let known = registry.controllers.iter().map(|(_, entry)| entry.id.as_str());
    registry.controllers.find(id).ok_or_else(|| unknown("controller", id, known))
}

/// The activities that patterns name, all of them where there is no pattern.
fn activities(registry: &Registry, patterns: &[String]) -> Result<Vec<Id<Activity>>, SelectionError> {
    let ids = || registry.activities.iter().map(|(id, entry): (_, &Entry<Activity>)| (id, entry.id.as_str()));
    for pattern in patterns {
        if !ids().any(|(_, id)| matches(pattern, id)) {
            return Err(unknown("activity", pattern, ids().map(|(_, id)| id)));
        }
    }
    let is_asked = |id: &str| patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, id));
    Ok(ids().filter(|(_, id)| is_asked(id)).map(|(place, _)| place).collect())
}

/// Whether an id has the form of a pattern, in which `*` stands for any letters.
fn matches(pattern: &str, id: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == id,
        Some((before, rest)) => id.strip_prefix(before).is_some_and(|id| {
            // The star takes nothing, or a letter and what a star could take after it.
            (0..=id.len()).filter_map(|at| id.get(at..)).any(|id| matches(rest, id))
        }),
    }
}

fn of_client(registry: &Registry, client: &str) -> Result<BTreeSet<Node>, SelectionError> {
    let clients = |entry: &Entry<crate::record::client_processing::ClientProcessing>| -> Vec<String> {
        entry.record.clients.internal().iter().map(|row| row.key.name.clone()).collect()
    };
    let found: BTreeSet<Node> = registry
        .client_processing
        .iter()
        .filter(|(_, entry)| clients(entry).iter().any(|key| key == client))
        .map(|(id, _)| id.into())
        .collect();
    if found.is_empty() {
        let known: Vec<String> = registry.client_processing.iter().flat_map(|(_, entry)| clients(entry)).collect();
        return Err(unknown("client", client, known.iter().map(String::as_str)));
    }
    // A key is unique in its record only. Who is meant by it elsewhere must bear the same name.
    let names: BTreeSet<&str> = registry
        .client_processing
        .iter()
        .filter_map(|(_, entry)| entry.record.clients.internal().get(client))
        .map(|row| row.value.name.text().unwrap_or_default())
        .collect();
    if names.len() > 1 {
        let records: Vec<String> = found.iter().map(|node| format!("`{}`", registry.path_of(*node))).collect();
        return Err(SelectionError::Ambiguous { id: client.to_owned(), records: records.join(" and ") });
    }
    Ok(found)
}

/// What a controller says and does besides its activities.
fn speaking_of(registry: &Registry, controller: Id<Controller>) -> BTreeSet<Node> {
    let notices = registry.notices.iter().filter(|(_, entry)| entry.links.controller == Some(controller));
    let processor = |named: Option<Id<Controller>>| named.or(registry.default_controller) == Some(controller);
    let clients = registry.client_processing.iter().filter(|(_, entry)| processor(entry.links.processor));
    notices.map(|(id, _)| Node::from(id)).chain(clients.map(|(id, _)| id.into())).collect()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_stand_for_any_letters() {
        for (pattern, id, fits) in [
            ("payroll", "payroll", true),
            ("payroll", "payroll-abroad", false),
            ("hr-*", "hr-payroll", true),
            ("*-roll", "pay-roll", true),
            ("h*-p*l", "hr-payroll", true),
            ("h*-p*x", "hr-payroll", false),
            ("*", "anything", true),
        ] {
            assert_eq!(matches(pattern, id), fits, "{pattern} {id}");
        }
    }
}
