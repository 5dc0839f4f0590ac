//! Changes of an activity.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Teller;
use super::names::ids;
use crate::change::canon::Length;
use crate::change::{Change, Event};
use crate::record::Kind;

impl Teller<'_> {
    /// What has a sentence of its own; the rest is told plainly.
    pub(super) fn of_activity(&self, change: &Change) -> Option<String> {
        let text = change.text();
        let is_added = change.event == Event::Added;
        let is_removed = change.event == Event::Removed;
        Some(match change.key.as_str() {
            "" if change.event != Event::Renamed => self.activity(change),
            "purposes" => self.purpose_row(change)?,
            "purposes.*.legal-bases" | "data.*.legal-bases" | "disclosures.*.legal-bases" => self.basis(change)?,
            "data" => {
                let row = change.after.as_ref().or(change.before.as_ref())?;
                let categories: Vec<String> =
                    ids(row, "categories").iter().map(|id| self.category(change, id)).collect();
                let key = if is_added { "change-data-added" } else { "change-data-removed" };
                self.about(key, change, &self.strings.and(&categories))
            }
            "data.*.categories" if is_added => self.about("change-data-added", change, &self.category(change, text?)),
            "data.*.categories" if is_removed => {
                self.about("change-data-removed", change, &self.named("data-categories", text?))
            }
            "data.*.sources" if is_added || is_removed => {
                let source = self.value(Some(Kind::Activity), &change.key, &text?.into());
                let data = self.row(change)?;
                let key = if is_added { "change-source-added" } else { "change-source-removed" };
                self.message(key, &[("data", &data), ("source", &source)])
            }
            "data.*.retention" | "retention" => self.rule(change)?,
            "purposes.*.title" => {
                let said = |value: &Option<Value>| Some(self.value(Some(Kind::Activity), &change.key, value.as_ref()?));
                let (before, after) = (said(&change.before)?, said(&change.after)?);
                self.message("change-purpose-reworded", &[("before", &before), ("after", &after)])
            }
            "disclosures.*.categories" if is_added || is_removed => {
                let key = if is_added { "change-disclosed-added" } else { "change-disclosed-removed" };
                let row = self.row(change)?;
                self.message(key, &[("row", &row), ("what", &self.category(change, text?))])
            }
            "disclosures" => {
                let row = change.after.as_ref().or(change.before.as_ref())?;
                self.recipients(change, &ids(row, "recipients"))
            }
            "disclosures.*.recipients" => self.recipients(change, &[text?.to_owned()]),
            "subject-groups"
            | "purposes.*.subject-groups"
            | "data.*.subject-groups"
            | "disclosures.*.subject-groups" => {
                let group = self.named("subject-groups", text?);
                match (self.row(change), is_added) {
                    (Some(row), true) => self.message("change-group-added-in", &[("group", &group), ("row", &row)]),
                    (Some(row), false) => self.message("change-group-removed-in", &[("group", &group), ("row", &row)]),
                    (None, true) => self.message("change-group-added", &[("group", &group)]),
                    (None, false) => self.message("change-group-removed", &[("group", &group)]),
                }
            }
            "automated-decisions" | "automated-decisions.used" => {
                self.used(["change-decision-added", "change-decision-removed"], change)?
            }
            "profiling" | "profiling.used" => {
                self.used(["change-profiling-added", "change-profiling-removed"], change)?
            }
            _ => return None,
        })
    }

    /// A category of data; of what is added, also the special categories in it.
    fn category(&self, change: &Change, id: &str) -> String {
        let name = self.named("data-categories", id);
        let special = self.special(self.after, id);
        if change.event != Event::Added || special.is_empty() {
            return name;
        }
        self.message("change-data-special", &[("what", &name), ("special", &self.strings.and(&special))])
    }

    fn about(&self, key: &str, change: &Change, what: &str) -> String {
        self.message(key, &[("what", what), ("for", &self.for_groups(change))])
    }

    /// An activity that began or ended, with what it is for.
    fn activity(&self, change: &Change) -> String {
        let tree = change.after.as_ref().or(change.before.as_ref());
        let purposes = tree.and_then(|tree| tree.get("purposes")).and_then(Value::as_object);
        let titles = purposes.into_iter().flat_map(|rows| rows.values()).filter_map(|row| row.get("title")?.as_str());
        let titles: Vec<String> = titles.map(|title| crate::markdown::escape(&crate::markdown::words(title))).collect();
        let name = self.name_of_subject(change);
        let key = if change.event == Event::Added { "change-activity-added" } else { "change-activity-removed" };
        let said = self.message(key, &[("name", &name), ("for", &self.for_groups(change))]);
        if titles.is_empty() || change.event == Event::Removed {
            return said;
        }
        let said =
            self.message("change-activity-purposes", &[("said", &said), ("purposes", &self.strings.and(&titles))]);
        let rows = tree.and_then(|tree| tree.get("data")).and_then(Value::as_object);
        let categories = rows.into_iter().flat_map(|rows| rows.values()).flat_map(|row| ids(row, "categories"));
        let special: BTreeSet<String> = categories.flat_map(|id| self.special(self.after, &id)).collect();
        if special.is_empty() {
            return said;
        }
        let special = self.strings.and(&special.into_iter().collect::<Vec<_>>());
        self.message("change-activity-special", &[("said", &said), ("special", &special)])
    }

    fn purpose_row(&self, change: &Change) -> Option<String> {
        let row = change.after.as_ref().or(change.before.as_ref())?;
        let title = self.row(change)?;
        let bases = self.strings.and(&self.listed(row, "legal-bases", "legal-bases"));
        Some(match (change.event, bases.as_str()) {
            (Event::Added, "") => self.about("change-purpose-added", change, &title),
            (Event::Added, bases) => {
                let said = self.for_groups(change);
                self.message("change-purpose-added-on", &[("what", &title), ("for", &said), ("bases", bases)])
            }
            _ => self.about("change-purpose-removed", change, &title),
        })
    }

    fn basis(&self, change: &Change) -> Option<String> {
        let named = |value: &Option<Value>| Some(self.named("legal-bases", value.as_ref()?.as_str()?));
        let row = self.row(change)?;
        Some(match (named(&change.before), named(&change.after)) {
            (Some(before), Some(after)) => {
                self.message("change-basis-changed", &[("row", &row), ("before", &before), ("after", &after)])
            }
            (None, Some(after)) => self.message("change-basis-added", &[("row", &row), ("after", &after)]),
            (Some(before), None) => self.message("change-basis-removed", &[("row", &row), ("before", &before)]),
            (None, None) => return None,
        })
    }

    /// Another rule on time, compared by its period where both have one.
    fn rule(&self, change: &Change) -> Option<String> {
        let what = self.row(change).unwrap_or_else(|| self.strings.plain("change-all-data"));
        let rule = |value: &Option<Value>| {
            let id = value.as_ref()?.as_str()?.to_owned();
            Some((self.named("retention", &id), self.period(&id)))
        };
        let (before, after) = (rule(&change.before), rule(&change.after));
        if let (Some((_, Some(before))), Some((_, Some(after)))) = (&before, &after) {
            let length = |text: &String| Length::of(&Value::String(text.clone()));
            let event = match length(after)?.is_longer(length(before)?) {
                Some(true) => Event::Longer,
                Some(false) => Event::Shorter,
                None => Event::Changed,
            };
            if event != Event::Changed {
                let periods = Change {
                    event,
                    before: Some(before.as_str().into()),
                    after: Some(after.as_str().into()),
                    ..change.clone()
                };
                return Some(self.kept(&what, &periods));
            }
        }
        let names = [before.map(|(name, _)| name), after.map(|(name, _)| name)];
        Some(match names {
            [Some(before), Some(after)] => {
                self.message("change-rule-changed", &[("data", &what), ("before", &before), ("after", &after)])
            }
            [None, Some(after)] => self.message("change-rule-added", &[("data", &what), ("after", &after)]),
            [Some(before), None] => self.message("change-rule-removed", &[("data", &what), ("before", &before)]),
            [None, None] => return None,
        })
    }

    fn recipients(&self, change: &Change, ids: &[String]) -> String {
        let registry = if change.event == Event::Removed { self.before } else { self.after };
        let parties: Vec<_> = ids.iter().map(|id| self.party(registry, id)).collect();
        let words: Vec<String> = parties.iter().map(|party| party.words.clone()).collect();
        let n = words.len();
        let who = if words.is_empty() { self.row(change).unwrap_or_default() } else { self.strings.and(&words) };
        let key = match change.event {
            Event::Removed => "change-recipient-removed",
            _ if parties.iter().any(|party| party.is_outside) => "change-recipient-outside",
            _ => "change-recipient-added",
        };
        let for_groups = self.for_groups(change);
        self.strings.say(key, &[("n", n.into()), ("who", (&who).into()), ("for", (&for_groups).into())])
    }

    /// Something that is done now, or is done no more.
    fn used(&self, [added, removed]: [&str; 2], change: &Change) -> Option<String> {
        let used = |value: &Option<Value>| match value {
            Some(Value::Bool(used)) => *used,
            Some(table) => table.get("used").and_then(Value::as_bool).unwrap_or(false),
            None => false,
        };
        let key = match (used(&change.before), used(&change.after)) {
            (false, true) => added,
            (true, false) => removed,
            _ => return None,
        };
        Some(self.message(key, &[("for", &self.for_groups(change))]))
    }
}
