//! What the schema says of each key.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::record::Kind;
use crate::schema::{self, FieldInfo};

/// The fields of one kind of record, by path.
#[derive(Debug)]
pub(super) struct Fields {
    known: HashMap<String, FieldInfo>,
    /// The position of each path in the schema, in which changes are told.
    order: HashMap<String, usize>,
}

impl Fields {
    /// The fields of a kind, or of the settings. They are those of the program, so they are listed once.
    pub(super) fn of(kind: Option<Kind>) -> &'static Fields {
        static ALL: [OnceLock<Fields>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
        static SETTINGS: OnceLock<Fields> = OnceLock::new();
        let place = kind.and_then(|kind| Kind::ALL.iter().position(|one| *one == kind));
        let cell = place.and_then(|place| ALL.get(place)).unwrap_or(&SETTINGS);
        cell.get_or_init(|| Fields::listed(kind))
    }

    fn listed(kind: Option<Kind>) -> Fields {
        let fields = kind.map_or_else(schema::settings_fields, schema::fields);
        let order = fields.iter().enumerate().map(|(at, field)| (field.path.clone(), at)).collect();
        Fields { known: fields.into_iter().map(|field| (field.path.clone(), field)).collect(), order }
    }

    /// What the schema says of a path; nothing of a key that it does not have.
    pub(super) fn get(&self, path: &str) -> Option<&FieldInfo> {
        self.known.get(path)
    }

    /// Where a path stands in the schema; unknown keys last.
    pub(super) fn place(&self, path: &str) -> usize {
        self.order.get(path).copied().unwrap_or(usize::MAX)
    }
}
