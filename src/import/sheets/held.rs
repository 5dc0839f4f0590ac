//! What the folder holds already: an import speaks of the same records by the same ids.

use std::collections::{HashMap, HashSet};

use toml::de::{DeTable, DeValue};

use super::fold::same;
use crate::load::{Loaded, Role};
use crate::record::Kind;

/// Names, ids and files of the records of a folder.
#[derive(Debug, Default)]
pub struct Held {
    names: HashMap<(Kind, String), Option<String>>,
    files: HashMap<(Kind, String), String>,
    ids: HashSet<(Kind, String)>,
    title: Option<String>,
}

impl Held {
    /// Reads the names of all records; files that cannot be read are passed over, because reading the
    /// registry tells what is wrong with them.
    pub fn of(folder: &Loaded) -> Held {
        let mut held = Held::default();
        for (file, role) in &folder.files {
            let source = folder.sources.get(*file);
            let (table, _) = DeTable::parse_recoverable(&source.text);
            match role {
                Role::Settings => {
                    let title = table.get_ref().iter().find(|(key, _)| key.get_ref() == "title");
                    held.title = title.and_then(|(_, title)| title.get_ref().as_str()).map(str::to_owned);
                }
                Role::RecordFile(kind, id) => held.add(*kind, id, &source.path, table.get_ref()),
                Role::KindFile(kind) => {
                    for (id, record) in table.get_ref() {
                        if let DeValue::Table(record) = record.get_ref() {
                            held.add(*kind, id.get_ref(), &source.path, record);
                        }
                    }
                }
                #[allow(unreachable_patterns, reason = "other files hold no records")]
                _ => {}
            }
        }
        held
    }

    fn add(&mut self, kind: Kind, id: &str, path: &str, record: &DeTable<'_>) {
        self.files.insert((kind, id.to_owned()), path.to_owned());
        self.ids.insert((kind, id.to_owned()));
        let name = record.iter().find(|(key, _)| key.get_ref() == name_key(kind)).map(|(_, value)| value.get_ref());
        if let Some(DeValue::String(name)) = name {
            // Two records of one name are told apart by people.
            self.names
                .entry((kind, same(name)))
                .and_modify(|known| *known = None)
                .or_insert_with(|| Some(id.to_owned()));
        }
    }

    /// The id of the one record of a name, as it stands in the file.
    pub(super) fn named(&self, kind: Kind, name: &str) -> Option<&str> {
        self.names.get(&(kind, same(name)))?.as_deref()
    }

    /// What the register is called.
    pub(super) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The file that a record stands in.
    pub(super) fn file(&self, kind: Kind, id: &str) -> Option<&str> {
        self.files.get(&(kind, id.to_owned())).map(String::as_str)
    }

    /// Whether there is a record of a kind.
    pub(super) fn has_any(&self, kind: Kind) -> bool {
        self.ids.iter().any(|(own, _)| *own == kind)
    }

    /// The ids of a kind, in their order.
    pub(super) fn ids(&self, kind: Kind) -> Vec<&str> {
        let mut ids: Vec<&str> = self.ids.iter().filter(|(own, _)| *own == kind).map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    /// Whether there is a record of a kind and an id.
    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        self.ids.contains(&(kind, id.to_owned()))
    }
}

/// The key that names a record of a kind.
pub(super) fn name_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Controller
        | Kind::Cookie
        | Kind::DataCategory
        | Kind::Processor
        | Kind::Recipient
        | Kind::Source
        | Kind::SubjectGroup => "name",
        Kind::Activity
        | Kind::ClientProcessing
        | Kind::CollectionPoint
        | Kind::LegalBasis
        | Kind::Notice
        | Kind::Retention
        | Kind::SecurityMeasure
        | Kind::SubProcessorList
        | Kind::System => "title",
    }
}
