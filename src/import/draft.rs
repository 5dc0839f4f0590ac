//! Records that are to become a registry.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde_json::Value;

use super::fates::Account;
use super::faults::faults;
use super::file_name;
use super::making::Fields;
use super::node::{Content, Node};
use super::toml::document;
use crate::decode::{Key, bad_id, is_id};
use crate::diagnostic::Diagnostic;
use crate::load::{LARGEST_FILE, Role, role_of};
use crate::record::Kind;
use crate::schema;
use crate::source::{Source, Span};

/// What an imported file holds, before anybody has asked whether it makes a registry.
#[derive(Debug)]
pub struct Draft {
    /// The imported file, as messages show it.
    pub source: Source,
    /// The settings.
    pub settings: Option<Node>,
    /// Settings for a folder that has none.
    pub proposed_settings: Option<Node>,
    /// The records, in the order in which they are to stand.
    pub records: Vec<Drafted>,
    /// Whether the file says that it holds a part of a registry.
    pub partial: bool,
    /// What became of the values of a file that holds other things than a register.
    pub account: Option<Account>,
    /// Whether a file that stands there keeps the keys that the import does not speak of. Formats that
    /// hold all of a registry replace files as a whole.
    pub amends: bool,
    /// Whether records that stand there stay as they are, and only further ones are added.
    pub keeps: bool,
    /// What is wrong with the file. All places lie in [`Draft::source`].
    pub diagnostics: Vec<Diagnostic>,
}

/// A record that is to be.
#[derive(Debug, Clone)]
pub struct Drafted {
    /// Its kind.
    pub kind: Kind,
    /// Its id, and where that stands.
    pub id: Key,
    /// The file it asks for, and where it does; without one, it gets a file of its own.
    pub file: Option<Key>,
    /// What stands in it: a table.
    pub content: Node,
}

/// A file that is to be.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its path below the registry.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What stands in it: the tables of the text, with their places in the imported file.
    pub content: Node,
    /// How many records it holds.
    pub records: usize,
}

static SCHEMAS: LazyLock<HashMap<String, Value>> = LazyLock::new(|| {
    let kinds = Kind::ALL.into_iter().map(|kind| (kind.folder().to_owned(), schema::record_schema(kind)));
    let files = Kind::ALL
        .into_iter()
        .map(|kind| (format!("{}.toml", kind.folder()), schema::kind_file_schema(kind)))
        .chain([("registry.toml".to_owned(), schema::settings_schema())]);
    kinds.chain(files).collect()
});

/// The schema of a file.
fn schema_of(path: &str) -> &'static Value {
    let name = path.split_once('/').map_or(path, |(folder, _)| folder);
    SCHEMAS.get(name).unwrap_or(&Value::Null)
}

impl Draft {
    /// Nothing yet, of this file.
    pub(super) fn of_file(shown_as: &str) -> Draft {
        Draft {
            source: Source { path: shown_as.to_owned(), text: String::new() },
            settings: None,
            proposed_settings: None,
            records: Vec::new(),
            partial: false,
            account: None,
            amends: false,
            keeps: false,
            diagnostics: Vec::new(),
        }
    }

    /// The name of the file without folders and ending, where nothing in it is a title.
    pub(super) fn title_of_file(&self) -> String {
        let name = self.source.path.rsplit(['/', '\\']).next().unwrap_or_default();
        name.split('.').find(|part| !part.is_empty()).unwrap_or(name).to_owned()
    }

    /// Settings for a folder that has none.
    pub(super) fn propose_settings(&mut self, title: &str, at: Span) {
        let mut settings = Fields::default();
        settings.text("title", title, at);
        self.proposed_settings = Some(settings.into_node(at));
    }

    /// How many records there are of each kind, without those of which there are none.
    pub fn counts(&self) -> Vec<(Kind, usize)> {
        let of = |kind: Kind| self.records.iter().filter(|record| record.kind == kind).count();
        Kind::ALL.into_iter().map(|kind| (kind, of(kind))).filter(|(_, count)| *count > 0).collect()
    }

    /// The files that the records make, in the order in which they first stand in the import. What cannot
    /// be a file is added to [`Draft::diagnostics`].
    pub(super) fn files(&mut self) -> Vec<NewFile> {
        let mut order: Vec<(String, Node)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut counts: Vec<usize> = Vec::new();
        if let Some(settings) = self.settings.take() {
            places.insert("registry.toml".into(), 0);
            order.push(("registry.toml".into(), settings));
            counts.push(0);
        }
        for record in &self.records {
            let Some(path) = path_of(record, &mut self.diagnostics) else { continue };
            if role_of(&path) == Some(Role::KindFile(record.kind)) {
                let at = *places.entry(path.clone()).or_insert_with(|| {
                    order.push((path, Node { content: Content::Table(Vec::new()), span: record.content.span }));
                    counts.push(0);
                    order.len() - 1
                });
                if let Some((_, Node { content: Content::Table(entries), .. })) = order.get_mut(at) {
                    entries.push((record.id.clone(), record.content.clone()));
                }
                counts[at] += 1;
            } else if places.insert(path.clone(), order.len()).is_none() {
                // The file as a whole is about this record: that is where its id stands.
                order.push((path, Node { content: record.content.content.clone(), span: record.id.span }));
                counts.push(1);
            }
        }
        self.collisions(&order);
        let mut files = Vec::with_capacity(order.len());
        for ((path, content), records) in order.into_iter().zip(counts) {
            let schema = schema_of(&path);
            faults(&content, schema, &mut self.diagnostics);
            let text = document(&content, schema);
            if text.len() as u64 > LARGEST_FILE {
                self.diagnostics.push(
                    Diagnostic::error(
                        "file-too-large",
                        content.span,
                        format!("`{path}` would be too large to be read"),
                    )
                    .note(format!("files of a registry have at most {} MiB", LARGEST_FILE / 1024 / 1024))
                    .help("give its records files of their own, or move long texts out of the register"),
                );
            }
            files.push(NewFile { path, text, content, records });
        }
        files
    }

    /// Reports files that would stand where another needs a folder.
    fn collisions(&mut self, files: &[(String, Node)]) {
        let lower = |(path, node): &(String, Node)| (path.to_lowercase(), (path.clone(), node.span));
        let known: BTreeMap<String, (String, Span)> = files.iter().map(lower).collect();
        for (low, (path, at)) in &known {
            let above = low.match_indices('/').find_map(|(end, _)| known.get(&low[..end]));
            if let Some((file, of_file)) = above {
                self.diagnostics.push(
                    Diagnostic::error(
                        "colliding-file",
                        *at,
                        format!("`{path}` would stand in a folder that is a file"),
                    )
                    .related(*of_file, format!("the file `{file}`"))
                    .help("give one of the two records another file"),
                );
            }
        }
    }
}

/// The file of a record, if it can have one.
fn path_of(record: &Drafted, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let (kind, id) = (record.kind, record.id.name.as_str());
    if !is_id(id) {
        diagnostics.push(bad_id(id, record.id.span));
        return None;
    }
    let own = || format!("{}/{id}.toml", kind.folder());
    let Some(file) = &record.file else { return Some(own()) };
    match file_name::fault(&file.name, kind, id) {
        None => Some(file.name.clone()),
        Some(why) => {
            diagnostics.push(
                Diagnostic::error("bad-file", file.span, format!("{} cannot stand in {:?}", kind.one(), file.name))
                    .note(why)
                    .help(format!("write `{}`, or leave `file` out", own())),
            );
            // Who names the record is not to blame for its file.
            Some(own())
        }
    }
}
