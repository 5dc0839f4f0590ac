//! The records of some files, as the trees that were written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::canon;
use crate::export::json::of_toml;
use crate::load::{Role, role_of};
use crate::reading::Reading;
use crate::record::Kind;
use crate::source::{FileId, Source};

/// What names a record: its kind and id; the settings have neither.
pub(super) type Name = (Option<Kind>, String);

/// Mistakes of files whose text was not read.
const UNREAD: [&str; 5] = ["symbolic-link", "submodule", "file-too-large", "not-utf-8", "unreadable-file"];

/// Records by name.
#[derive(Debug, Default)]
pub(super) struct Forest {
    pub(super) trees: BTreeMap<Name, Value>,
    /// Paths of files that could not be read, and what they hold.
    pub(super) unread: Vec<(String, Option<Role>)>,
}

impl Forest {
    /// The records of the files that the other side does not have in the same words.
    pub(super) fn of(reading: &Reading, other: &Reading) -> Forest {
        let theirs: HashMap<&str, &Source> =
            other.sources.iter().map(|(_, source)| (source.path.as_str(), source)).collect();
        let mut unread: BTreeSet<FileId> = BTreeSet::new();
        for diagnostic in reading.diagnostics.iter().filter(|one| UNREAD.contains(&one.name)) {
            unread.insert(diagnostic.primary.span.file);
        }
        let mut forest = Forest::default();
        for (file, source) in reading.sources.iter() {
            let role = role_of(&source.path);
            if unread.contains(&file) {
                forest.unread.push((source.path.clone(), role));
                continue;
            }
            let is_known = theirs
                .get(source.path.as_str())
                .is_some_and(|theirs| std::ptr::eq(*theirs, source) || theirs.text == source.text);
            if let Some(role) = role.filter(|_| !is_known) {
                forest.add(source, &role);
            }
        }
        forest
    }

    fn add(&mut self, source: &Source, role: &Role) {
        if matches!(role, Role::Archive { .. }) {
            return;
        }
        let Some(table) = of_toml(&source.text) else {
            self.unread.push((source.path.clone(), Some(role.clone())));
            return;
        };
        let mut put = |kind: Option<Kind>, id: String, tree: &Value| {
            let mut tree = canon::value(tree);
            if kind == Some(Kind::DataCategory)
                && let Some(items) = tree.get_mut("items")
            {
                *items = canon::items(items);
            }
            self.trees.insert((kind, id), tree);
        };
        match role {
            Role::Settings => put(None, String::new(), &Value::Object(table)),
            // How exports are laid out is no fact of the register, nor is what notices said before.
            Role::Profile(_) | Role::Archive { .. } => {}
            Role::RecordFile(kind, id) => put(Some(*kind), id.clone(), &Value::Object(table)),
            Role::KindFile(kind) => table.into_iter().for_each(|(id, tree)| put(Some(*kind), id, &tree)),
        }
    }

    /// Whether a record may stand in a file that could not be read.
    pub(super) fn may_hold(&self, (kind, id): &Name) -> bool {
        self.unread.iter().any(|(_, role)| match role {
            Some(Role::Settings) => kind.is_none(),
            Some(Role::KindFile(of)) => *kind == Some(*of),
            Some(Role::RecordFile(of, stem)) => *kind == Some(*of) && id == stem,
            // A folder that is a repository of its own.
            None => true,
            Some(Role::Profile(_) | Role::Archive { .. }) => false,
        })
    }
}
