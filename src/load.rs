//! The only reader of a registry folder: from directory to [`Sources`].
//!
//! 1. Walk the folder in order of names, following no symbolic link.
//! 2. Sort files into settings, kind files, record files, and files that are no part of a
//!    registry; the last are reported, because a misplaced record would silently be missing.
//! 3. Read the files in parallel.
//!
//! Who reads a folder again and again keeps its [`Shelf`] and reads what changed.

mod shelf;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::archive;
use crate::diagnostic::Diagnostic;
use crate::record::Kind;
use crate::source::{FileId, Source, Sources, Span};

pub use shelf::{Shelf, Touched};

/// The largest file that is read. A record of this size is no record.
pub const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// Why a registry could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no such folder.
    #[error("there is no registry at {}", .0.display())]
    Missing(PathBuf),
    /// The folder or a folder in it could not be listed.
    #[error("cannot list {}", .0.display())]
    List(PathBuf, #[source] io::Error),
}

/// What a file of the registry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// `registry.toml`.
    Settings,
    /// `profiles/NAME.toml`: how an export is laid out, and the name. It is no record.
    Profile(String),
    /// `archive/NOTICE/DAY.json`: what a version of a notice said. It is no record.
    Archive {
        /// Id of the notice.
        notice: String,
        /// Day of the version's last update.
        day: NaiveDate,
    },
    /// `kind.toml`: a table per record.
    KindFile(Kind),
    /// `kind/**/id.toml`: one record, and its id as the file's stem.
    RecordFile(Kind, String),
}

/// The files of a registry, what each holds, and what is wrong with the folder.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// All texts.
    pub sources: Sources,
    /// The files that hold settings, records or profiles.
    pub files: Vec<(FileId, Role)>,
    /// Files that are ignored or could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Sorts a file by its path and adds it, as if it had been read from a folder.
    pub fn add(&mut self, path: &str, text: String) {
        match role(path) {
            Place::Holds(role) => self.hold(role, source(path, text)),
            Place::Passed => {}
            Place::Foreign(why) => self.foreign(path, why),
        }
    }

    fn hold(&mut self, role: Role, source: Arc<Source>) {
        let file = self.sources.keep(source);
        self.files.push((file, role));
    }

    /// Adds a file that was read.
    pub(crate) fn put(&mut self, path: &str, read: &Read) {
        match read {
            Read::Text(source) => {
                if let Place::Holds(role) = role(path) {
                    self.hold(role, Arc::clone(source));
                }
            }
            Read::Passed => {}
            Read::Foreign(why) => self.foreign(path, why.clone()),
            Read::Link => self.unreadable(path, |at| {
                Diagnostic::error("symbolic-link", at, "a registry holds no symbolic links")
                    .note("a link could lead out of the registry, and a checkout elsewhere would not have its target")
                    .help("put the file itself here")
            }),
            Read::Module => self.unreadable(path, |at| {
                Diagnostic::error("submodule", at, "this folder is a repository of its own")
                    .note("what was in it then is not in this repository")
                    .help("keep the records in one repository")
            }),
            Read::TooLarge(size) => self.unreadable(path, |at| {
                Diagnostic::error("file-too-large", at, format!("the file has {} MiB", size / 1024 / 1024))
                    .note(format!("files of a registry have at most {} MiB", LARGEST_FILE / 1024 / 1024))
                    .help("split it into one file per record")
            }),
            Read::NotText(byte) => self.unreadable(path, |at| {
                Diagnostic::error("not-utf-8", at, format!("the file is not UTF-8 text: the byte at {byte} is wrong"))
                    .help("save it as UTF-8")
            }),
            Read::Failed(why) => self.unreadable(path, |at| {
                Diagnostic::error("unreadable-file", at, format!("the file cannot be read: {why}"))
                    .help("check its permissions")
            }),
        }
    }

    fn foreign(&mut self, path: &str, why: String) {
        let file = self.sources.add(path, "");
        self.diagnostics.push(
            Diagnostic::error("ignored-file", Span::top(file), "this file is no part of a registry")
                .note(why)
                .help("move it to its place, or out of the registry; README.md and dotfiles may stay"),
        );
    }

    fn unreadable(&mut self, path: &str, diagnostic: impl FnOnce(Span) -> Diagnostic) {
        let file = self.sources.add(path, "");
        self.diagnostics.push(diagnostic(Span::top(file)));
    }
}

/// Reads a registry folder. `shown_as` is what messages call it.
///
/// # Errors
/// If the folder does not exist or cannot be listed. What is wrong with a single file is a
/// diagnostic.
pub fn load(folder: &Path, shown_as: &str) -> Result<Loaded, LoadError> {
    Shelf::open(folder, shown_as).map(|shelf| shelf.loaded())
}

#[derive(Debug, PartialEq, Eq)]
struct Entry {
    /// Path below the registry, with `/`.
    path: String,
    link: bool,
}

fn walk(folder: &Path, below: &str, found: &mut Vec<Entry>) -> Result<(), LoadError> {
    let failed = |error| LoadError::List(folder.to_owned(), error);
    let mut entries = fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        // A name that is not UTF-8 still gets a diagnostic, with its odd bytes replaced.
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(failed)?;
        let path = format!("{below}{name}");
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(Entry { path, link: kind.is_symlink() });
        }
    }
    Ok(())
}

/// What came of reading a file, wherever it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    Text(Arc<Source>),
    /// Fine, and not read: documentation.
    Passed,
    Foreign(String),
    Link,
    /// A repository within the repository.
    Module,
    TooLarge(u64),
    NotText(usize),
    Failed(String),
}

impl Read {
    /// What its path alone says of a file; nothing if it has to be read.
    pub(crate) fn of_path(path: &str) -> Option<Read> {
        match role(path) {
            Place::Passed => Some(Read::Passed),
            Place::Foreign(why) => Some(Read::Foreign(why)),
            Place::Holds(_) => None,
        }
    }

    /// A file with these bytes.
    pub(crate) fn of_bytes(path: &str, bytes: Vec<u8>) -> Read {
        match String::from_utf8(bytes) {
            Ok(text) => Read::Text(source(path, text)),
            Err(error) => Read::NotText(error.utf8_error().valid_up_to()),
        }
    }
}

fn read(folder: &Path, entry: &Entry) -> Read {
    if entry.link {
        return Read::Link;
    }
    if let Some(read) = Read::of_path(&entry.path) {
        return read;
    }
    let path = folder.join(&entry.path);
    match fs::metadata(&path) {
        // Reading a pipe would wait for somebody to write.
        Ok(metadata) if !metadata.is_file() => return Read::Failed("it is no regular file".into()),
        Ok(metadata) if metadata.len() > LARGEST_FILE => return Read::TooLarge(metadata.len()),
        Ok(_) => {}
        Err(error) => return Read::Failed(error.to_string()),
    }
    match fs::read(&path) {
        Ok(bytes) => Read::of_bytes(&entry.path, bytes),
        Err(error) => Read::Failed(error.to_string()),
    }
}

/// A file without the mark that some editors put before its text.
fn source(path: &str, text: String) -> Arc<Source> {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Arc::new(Source { path: path.to_owned(), text })
}

/// What the path of a file says about it.
enum Place {
    Holds(Role),
    /// Fine, and not read: documentation.
    Passed,
    /// Reported, with the reason.
    Foreign(String),
}

fn role(path: &str) -> Place {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == "README.md" {
        return Place::Passed;
    }
    if let Some(rest) = path.strip_prefix(archive::FOLDER).and_then(|rest| rest.strip_prefix('/')) {
        return match archive::named(rest) {
            Some((notice, day)) => Place::Holds(Role::Archive { notice: notice.to_owned(), day }),
            None => Place::Foreign("versions of a notice are kept as `archive/NOTICE/2026-01-31.json`".into()),
        };
    }
    let Some(stem) = name.strip_suffix(".toml") else {
        return Place::Foreign("records stand in files that end in `.toml`".into());
    };
    match path.split_once('/') {
        None if stem == "registry" => Place::Holds(Role::Settings),
        None => match Kind::of_folder(stem) {
            Some(kind) => Place::Holds(Role::KindFile(kind)),
            None => Place::Foreign(unknown_kind("file", stem)),
        },
        Some(("profiles", rest)) if rest.contains('/') => {
            Place::Foreign("profiles stand in `profiles/` itself, not in folders below it".into())
        }
        Some(("profiles", _)) => Place::Holds(Role::Profile(stem.to_owned())),
        Some((folder, _)) => match Kind::of_folder(folder) {
            Some(kind) => Place::Holds(Role::RecordFile(kind, stem.to_owned())),
            None => Place::Foreign(unknown_kind("folder", folder)),
        },
    }
}

/// What a file at this path below a registry holds; `None` if it is no part of one.
pub fn role_of(path: &str) -> Option<Role> {
    match role(path) {
        Place::Holds(role) => Some(role),
        Place::Passed | Place::Foreign(_) => None,
    }
}

fn unknown_kind(what: &str, name: &str) -> String {
    let folders: Vec<&str> = Kind::ALL.iter().map(|kind| kind.folder()).collect();
    match crate::decode::did_you_mean(name, folders.iter().copied()) {
        Some(near) => format!("`{name}` is no kind of record; did you mean the {what} `{near}`?"),
        None => format!("`{name}` is no kind of record; the kinds are {}", folders.join(", ")),
    }
}
