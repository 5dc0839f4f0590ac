//! The registry as one JSON file, without loss: what was written, not what was made of it.
//!
//! Every other export reads the resolved registry. This one reads the texts, because a registry gives
//! no way back: there, defaults are filled in, names have become numbers, and broken lines of a phrase
//! are joined. Here every key stands as its author wrote it, in its order, with the file its record came
//! from, so that [`crate::import::json`] makes the same files again and other programs see the same
//! facts as the next version of this one.
//!
//! 1. `written` turns the TOML of a file into JSON: tables to objects, dates to texts `YYYY-MM-DD`.
//! 2. [`registry`] puts the records of all files under their kinds and ids.
//! 3. [`schema`] says what such a file may hold.
//!
//! The order of the members of an object counts: purposes, data and disclosures are told in it. Not in
//! the file are comments and formatting, `README.md`, and files without a record: they are no data of
//! the register.

mod schema;
mod written;

use serde_json::{Map, Value, json};

use super::ExportError;
use crate::law;
use crate::load::{Role, role_of};
use crate::record::Kind;
use crate::source::{Source, Sources};

pub use schema::schema;
pub use written::of_toml;

/// The format and its version. A reader refuses a version it does not know.
pub const FORMAT: &str = "ropa-registry/1";

/// The name of the schema, and of its file.
pub const SCHEMA: &str = "registry-export.schema.json";

/// The settings and every record that is kept, in the order of files and places.
///
/// `keep` says which records stay, by kind and id; the member `complete` says whether all did. The
/// settings stay as a whole, and so do names of records that are left out, where others name them: the
/// file holds what was written. It wants the texts of the whole registry, which a
/// [selection](crate::selection) no longer has, and it is internal, whatever is kept.
///
/// # Errors
/// If a file is no TOML: a registry with mistakes is not exported.
pub fn registry(sources: &Sources, keep: impl Fn(Kind, &str) -> bool) -> Result<Value, ExportError> {
    let mut settings = None;
    let mut records: Vec<Map<String, Value>> = Kind::ALL.iter().map(|_| Map::new()).collect();
    let mut complete = true;
    let mut put = |kind: Kind, id: &str, source: &Source, record: Value| {
        if keep(kind, id) {
            let record = json!({ "file": source.path, "record": record });
            if let Some(of_kind) = Kind::ALL.iter().position(|one| *one == kind).and_then(|at| records.get_mut(at)) {
                of_kind.insert(id.to_owned(), record);
            }
        } else {
            complete = false;
        }
    };
    for (_, source) in sources.iter() {
        let Some(role) = role_of(&source.path) else { continue };
        if matches!(role, Role::Archive { .. }) {
            // What notices said before is no data of the register.
            continue;
        }
        let table = of_toml(&source.text).ok_or_else(|| ExportError::Broken { file: source.path.clone() })?;
        match role {
            Role::Settings => settings = Some(Value::Object(table)),
            // How exports are laid out is no data of the register.
            Role::Profile(_) | Role::Archive { .. } => {}
            Role::RecordFile(kind, id) => put(kind, &id, source, Value::Object(table)),
            Role::KindFile(kind) => table.into_iter().for_each(|(id, record)| put(kind, &id, source, record)),
        }
    }
    let mut file = Map::new();
    file.insert("$schema".into(), SCHEMA.into());
    file.insert("format".into(), FORMAT.into());
    let mut made_by = json!({ "program": "ropa", "version": env!("CARGO_PKG_VERSION"), "legal-data": law::version() });
    if let Some(commit) = &sources.commit {
        made_by["commit"] = commit.as_str().into();
    }
    file.insert("made-by".into(), made_by);
    file.insert("complete".into(), complete.into());
    file.extend(settings.map(|settings| ("settings".to_owned(), settings)));
    let kinds = Kind::ALL.iter().zip(records).filter(|(_, of_kind)| !of_kind.is_empty());
    let kinds: Map<String, Value> =
        kinds.map(|(kind, of_kind)| (kind.folder().to_owned(), Value::Object(of_kind))).collect();
    file.insert("records".into(), Value::Object(kinds));
    Ok(Value::Object(file))
}

/// The text of [`registry`], indented, with a line feed at the end.
///
/// # Errors
/// As [`registry`].
pub fn text(sources: &Sources, keep: impl Fn(Kind, &str) -> bool) -> Result<String, ExportError> {
    registry(sources, keep).map(|file| format!("{file:#}\n"))
}
