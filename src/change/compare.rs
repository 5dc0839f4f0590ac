//! Two states of a registry, compared record by record.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::Fields;
use super::forest::{Forest, Name};
use super::reach::Reach;
use super::walk::{Found, Renames, walk};
use super::{Change, Event, Subject, Touch, rename, unread};
use crate::reading::Reading;
use crate::record::Kind;
use crate::registry::Registry;
use crate::schema::Visibility;

/// Everything that changed between two states.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference {
    /// The changes, record by record in the order of kinds and ids, key by key in the order of the schema.
    pub changes: Vec<Change>,
    /// Records that got another id.
    pub renamed: Vec<Renamed>,
    /// What could not be read: files, of whose records nothing is said, and places in others.
    pub unread: Vec<Unread>,
    /// Whether the state after has mistakes that the one before did not have, so that nobody knows what else changed.
    pub has_new_mistakes: bool,
}

/// A record that got another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Its kind.
    pub kind: Kind,
    /// What its id was.
    pub from: String,
    /// What it is.
    pub to: String,
}

/// A file that could not be read, or a place in one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// Whether it is one of the state before.
    pub before: bool,
    /// The path of the file below the registry.
    pub path: String,
    /// The line.
    pub line: usize,
    /// What is wrong there.
    pub why: String,
    /// Whether nothing of the file could be read. What stands in another is compared as it is written, as far as
    /// that goes.
    pub is_whole: bool,
}

impl Difference {
    /// Whether nothing changed, as far as could be read.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Compares two states of a registry.
///
/// Records of files that one side could not read are left out on both, so that nothing is said to be gone that
/// may be there.
pub fn compare(before: &Reading, after: &Reading) -> Difference {
    let (old, new) = (Forest::of(before, after), Forest::of(after, before));
    let old_trees: BTreeMap<&Name, &Value> = old.trees.iter().filter(|(name, _)| !new.may_hold(name)).collect();
    let new_trees: BTreeMap<&Name, &Value> = new.trees.iter().filter(|(name, _)| !old.may_hold(name)).collect();
    let renamed = renamed(&old_trees, &new_trees);
    let renames: Renames = renamed.iter().map(|one| ((one.kind, one.from.clone()), one.to.clone())).collect();
    let clerk = Clerk { before: &before.registry, after: &after.registry, renames: &renames };
    let mut changes = Vec::new();
    let is_new_id: BTreeSet<(Kind, &str)> = renamed.iter().map(|one| (one.kind, one.to.as_str())).collect();
    for (name, tree) in &old_trees {
        let (kind, id) = name;
        let now = kind.and_then(|kind| renames.get(&(kind, id.clone()))).unwrap_or(id);
        let fields = Fields::of(*kind);
        match new_trees.get(&(*kind, now.clone())) {
            Some(other) => {
                let found = walk(fields, &renames, tree, other);
                let shown_as = (is_category(tree), is_category(other));
                changes.extend(found.into_iter().map(|found| clerk.change(*kind, (id, now), found, fields, shown_as)));
                if now != id {
                    changes.push(clerk.renamed(*kind, id, now));
                }
            }
            None => changes.push(clerk.whole(*kind, id, Some(tree), None)),
        }
    }
    for ((kind, id), tree) in &new_trees {
        let is_renamed = kind.is_some_and(|kind| is_new_id.contains(&(kind, id.as_str())));
        if !is_renamed && !old_trees.contains_key(&(*kind, id.clone())) {
            changes.push(clerk.whole(*kind, id, None, Some(tree)));
        }
    }
    // Stable: the keys of a record stay in the order of the schema.
    changes.sort_by(|one, other| (one.subject.kind, &one.subject.id).cmp(&(other.subject.kind, &other.subject.id)));
    let unread = [unread::of(before, after, &old, true), unread::of(after, before, &new, false)].concat();
    let has_new_mistakes = unread::has_new(before, after, &unread);
    Difference { changes, renamed, unread, has_new_mistakes }
}

fn renamed(old: &BTreeMap<&Name, &Value>, new: &BTreeMap<&Name, &Value>) -> Vec<Renamed> {
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let only = |these: &BTreeMap<&'_ Name, &'_ Value>, those: &BTreeMap<&Name, &Value>| {
            let of_kind = these.iter().filter(|(name, _)| name.0 == Some(kind) && !those.contains_key(**name));
            of_kind.map(|(name, tree)| (name.1.clone(), (*tree).clone())).collect::<Vec<(String, Value)>>()
        };
        let (gone, fresh) = (only(old, new), only(new, old));
        if gone.is_empty() || fresh.is_empty() {
            continue;
        }
        let gone: Vec<(&str, &Value)> = gone.iter().map(|(id, tree)| (id.as_str(), tree)).collect();
        let fresh: Vec<(&str, &Value)> = fresh.iter().map(|(id, tree)| (id.as_str(), tree)).collect();
        let pairs = rename::pairs(&gone, &fresh);
        found.extend(pairs.into_iter().map(|(from, to)| Renamed { kind, from: from.into(), to: to.into() }));
    }
    found
}

/// Whether a party shows by its category only.
fn is_category(tree: &Value) -> bool {
    tree.get("shown-as").and_then(Value::as_str) == Some("category")
}

/// Adds the articles that ask for what stands in a table.
fn asked_within(fields: &Fields, key: &str, value: &Value, articles: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| asked_within(fields, &format!("{key}[]"), one, articles)),
        Value::Object(table) => {
            for (name, inner) in table {
                let paths = [format!("{key}.{name}"), format!("{key}.*.{name}"), format!("{key}[].{name}")];
                let known = paths.into_iter().find_map(|path| Some((fields.get(&path)?, path)));
                let Some((field, path)) = known else {
                    asked_within(fields, &format!("{key}.*"), inner, articles);
                    continue;
                };
                for article in &field.articles {
                    if !articles.contains(article) {
                        articles.push(article.clone());
                    }
                }
                asked_within(fields, &path, inner, articles);
            }
        }
        _ => {}
    }
}

/// Who knows both registries.
struct Clerk<'r> {
    before: &'r Registry,
    after: &'r Registry,
    renames: &'r Renames,
}

impl Clerk<'_> {
    fn change(
        &self,
        kind: Option<Kind>,
        (was, id): (&str, &str),
        found: Found,
        fields: &Fields,
        shown_as_category: (bool, bool),
    ) -> Change {
        let field = fields.get(&found.key);
        // A key that the schema does not have reaches nobody.
        let mut audience = field.map_or(Visibility::Internal, |field| field.visibility);
        if field.is_some_and(|field| field.internal_if.is_some()) && shown_as_category == (true, true) {
            audience = Visibility::Internal;
        }
        let mut articles = field.map(|field| field.articles.clone()).unwrap_or_default();
        for value in found.before.iter().chain(&found.after) {
            asked_within(fields, &found.key, value, &mut articles);
        }
        if articles.is_empty() {
            // What stands in something that the law asks for is asked for with it.
            let above = std::iter::successors(found.key.rsplit_once('.'), |(above, _)| above.rsplit_once('.'));
            let asked = above.filter_map(|(above, _)| fields.get(above.trim_end_matches(".*").trim_end_matches("[]")));
            articles =
                asked.map(|field| field.articles.clone()).find(|articles| !articles.is_empty()).unwrap_or_default();
        }
        let is_gone = found.event == Event::Removed;
        let touches = match kind {
            Some(Kind::Activity) => {
                let value = found.after.as_ref().or(found.before.as_ref()).and_then(Value::as_str);
                let then = || {
                    let mut touch = Reach { registry: self.before }.own(was, &found.key, &found.rows, value)?;
                    self.as_now(&mut touch);
                    Some(touch)
                };
                let now = || Reach { registry: self.after }.own(id, &found.key, &found.rows, value);
                let touch = if is_gone { then().or_else(now) } else { now().or_else(then) };
                touch.into_iter().collect()
            }
            Some(kind) => self.touches(kind, was, id),
            None => Reach { registry: self.after }.by_default(&found.key),
        };
        // Nobody reads the settings, but what activities have from them is told like their own.
        if kind.is_none() && !touches.is_empty() {
            audience = Visibility::Public;
        }
        Change {
            subject: self.subject(kind, was, id),
            key: found.key,
            rows: found.rows,
            event: found.event,
            before: found.before,
            after: found.after,
            audience,
            articles,
            touches,
        }
    }

    /// A record that came or went.
    fn whole(&self, kind: Option<Kind>, id: &str, before: Option<&Value>, after: Option<&Value>) -> Change {
        let audience = match kind {
            // What others name is told where they name it.
            Some(
                Kind::Activity
                | Kind::Controller
                | Kind::Cookie
                | Kind::CollectionPoint
                | Kind::Notice
                | Kind::SubProcessorList,
            ) => Visibility::Public,
            _ => Visibility::Internal,
        };
        let touches = match kind {
            Some(Kind::Activity) => {
                let registry = if after.is_some() { self.after } else { self.before };
                Reach { registry }.own(id, "", &[], None).into_iter().collect()
            }
            Some(kind) => self.touches(kind, id, id),
            None => Vec::new(),
        };
        Change {
            subject: self.subject(kind, id, id),
            key: String::new(),
            rows: Vec::new(),
            event: if after.is_some() { Event::Added } else { Event::Removed },
            before: before.cloned(),
            after: after.cloned(),
            audience,
            articles: if kind == Some(Kind::Activity) { vec!["30(1)".to_owned()] } else { Vec::new() },
            touches,
        }
    }

    fn renamed(&self, kind: Option<Kind>, was: &str, id: &str) -> Change {
        // The ids of notices and of groups are parts of public addresses.
        let is_public = matches!(kind, Some(Kind::Notice | Kind::SubjectGroup));
        Change {
            subject: self.subject(kind, was, id),
            key: String::new(),
            rows: Vec::new(),
            event: Event::Renamed,
            before: Some(was.into()),
            after: Some(id.into()),
            audience: if is_public { Visibility::Public } else { Visibility::Internal },
            articles: Vec::new(),
            touches: match kind {
                Some(Kind::Activity) => Reach { registry: self.after }.own(id, "", &[], None).into_iter().collect(),
                _ => Vec::new(),
            },
        }
    }

    /// Activities that used a record before or use it now, each once, with all groups concerned.
    fn touches(&self, kind: Kind, was: &str, id: &str) -> Vec<Touch> {
        let mut all: BTreeMap<String, Touch> = BTreeMap::new();
        let mut then = Reach { registry: self.before }.of(kind, was);
        then.iter_mut().for_each(|touch| self.as_now(touch));
        let now = Reach { registry: self.after }.of(kind, id);
        for touch in now.into_iter().chain(then) {
            match all.get_mut(&touch.activity) {
                Some(known) => {
                    let groups: BTreeSet<_> = known.groups.drain(..).chain(touch.groups).collect();
                    known.groups = groups.into_iter().collect();
                }
                None => drop(all.insert(touch.activity.clone(), touch)),
            }
        }
        all.into_values().collect()
    }

    /// Tells an activity and its groups of before by the ids and names that they have now.
    fn as_now(&self, touch: &mut Touch) {
        let new_id = |kind, id: &mut String| {
            if let Some(now) = self.renames.get(&(kind, id.clone())) {
                id.clone_from(now);
            }
        };
        new_id(Kind::Activity, &mut touch.activity);
        if let Some(id) = self.after.activities.find(&touch.activity) {
            touch.title = self.after.activities[id].name().to_owned();
        }
        for (id, name) in &mut touch.groups {
            new_id(Kind::SubjectGroup, id);
            if let Some(group) = self.after.subject_groups.find(id) {
                *name = self.after.subject_groups[group].name().to_owned();
            }
        }
    }

    fn subject(&self, kind: Option<Kind>, was: &str, id: &str) -> Subject {
        let name = kind.and_then(|kind| {
            let now = self.after.node(kind, id).map(|node| self.after.identity(node).1);
            now.or_else(|| self.before.node(kind, was).map(|node| self.before.identity(node).1))
        });
        Subject { kind, id: id.to_owned(), name: name.unwrap_or(id).to_owned() }
    }
}
