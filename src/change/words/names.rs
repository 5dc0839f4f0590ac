//! What records, rows and groups are called.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Teller;
use crate::change::Change;
use crate::decode::Row;
use crate::markdown;
use crate::record::Kind;
use crate::record::activity::{Activity, Purpose};
use crate::registry::{Id, Node, Registry};
use crate::view::notice::in_sentence;

/// Kinds that share one space of ids.
const PARTIES: [Kind; 4] = [Kind::Controller, Kind::Processor, Kind::Recipient, Kind::Source];

impl<'a> Teller<'a> {
    /// A record by the folder it is named from, in the registry that has it; the later one first.
    pub(super) fn find(&self, refers_to: &str, id: &str) -> Option<(&'a Registry, Node)> {
        let kinds: Vec<Kind> = match refers_to {
            "parties" | "sources-of-data" => PARTIES.to_vec(),
            folder => Kind::of_folder(folder).into_iter().collect(),
        };
        [self.after, self.before]
            .into_iter()
            .find_map(|registry| kinds.iter().find_map(|kind| Some((registry, registry.node(*kind, id)?))))
    }

    /// The name of a record that is named somewhere; the id itself where there is no such record.
    pub(in crate::change) fn named(&self, refers_to: &str, id: &str) -> String {
        match self.find(refers_to, id) {
            Some((registry, node)) => self.name_of(registry, node),
            None => markdown::escape(&id.replace('-', " ")),
        }
    }

    /// The name of a record.
    pub(super) fn name_of(&self, registry: &Registry, node: Node) -> String {
        if node.kind == Kind::SubjectGroup {
            let group = &registry.subject_groups[Id::at(node.index)];
            return markdown::escape(&in_sentence(group.name(), group.record.singular.text()));
        }
        // Names of data categories are Markdown, others are plain.
        markdown::escape(&markdown::words(registry.identity(node).1))
    }

    /// The name of what changed.
    pub(super) fn name_of_subject(&self, change: &Change) -> String {
        let subject = &change.subject;
        match subject.kind {
            Some(kind) => self.named(kind.folder(), &subject.id),
            None => String::new(),
        }
    }

    /// The groups that a change concerns, all activities together.
    pub(in crate::change) fn groups(&self, change: &Change) -> String {
        let groups: BTreeSet<&str> =
            change.touches.iter().flat_map(|touch| &touch.groups).map(|(id, _)| id.as_str()).collect();
        let names: Vec<String> = groups.into_iter().map(|id| self.named("subject-groups", id)).collect();
        self.strings.and(&names)
    }

    /// The activity that changed, as it is now, or as it was where the row is gone.
    fn activities(&self, change: &Change) -> impl Iterator<Item = &'a Activity> {
        let id = change.subject.id.clone();
        [self.after, self.before].into_iter().filter_map(move |registry| {
            let found = registry.activities.find(&id)?;
            Some(&*registry.activities[found].record)
        })
    }

    /// What the row is called that a change stands in: a purpose by its title, data by their categories.
    pub(super) fn row(&self, change: &Change) -> Option<String> {
        let key = change.rows.first()?;
        let field = change.key.split('.').next().unwrap_or_default();
        let named = match (change.subject.kind, field) {
            (Some(Kind::Activity), "purposes") => self.purpose(change, key),
            (Some(Kind::Activity), "data") => self.data(change, key),
            (Some(Kind::Activity), "disclosures") => self.disclosure(change, key),
            _ => None,
        };
        Some(named.unwrap_or_else(|| markdown::escape(&key.replace('-', " "))))
    }

    pub(super) fn purpose(&self, change: &Change, key: &str) -> Option<String> {
        self.activities(change).find_map(|activity| activity.purposes.get(key).and_then(title))
    }

    fn data(&self, change: &Change, key: &str) -> Option<String> {
        let named = |activity: &Activity| {
            let row = activity.data.get(key)?;
            let ids = row.value.categories.iter().map(|one| one.name.clone());
            Some(self.strings.and(&ids.map(|id| self.named("data-categories", &id)).collect::<Vec<_>>()))
        };
        self.activities(change).find_map(named).filter(|named| !named.is_empty())
    }

    fn disclosure(&self, change: &Change, key: &str) -> Option<String> {
        let heading = |activity: &Activity| {
            let row = &activity.disclosures.get(key)?.value;
            if let Some(heading) = row.heading.text() {
                return Some(markdown::escape(&markdown::words(heading)));
            }
            let who: Vec<String> = row.recipients.iter().map(|one| self.named("parties", &one.0)).collect();
            (!who.is_empty()).then(|| self.strings.and(&who))
        };
        self.activities(change).find_map(heading)
    }

    /// Names of what a list of ids in a row leads to.
    pub(super) fn listed(&self, row: &Value, key: &str, refers_to: &str) -> Vec<String> {
        ids(row, key).iter().map(|id| self.named(refers_to, id)).collect()
    }
}

fn title(row: &Row<Purpose>) -> Option<String> {
    row.value.title.text().map(|title| markdown::escape(&markdown::words(title)))
}

/// The texts of a list that stands under a key.
pub(super) fn ids(row: &Value, key: &str) -> Vec<String> {
    let list = row.get(key).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
