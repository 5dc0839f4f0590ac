//! Where the registry stood in a commit: a folder of the repository may have been moved since.

use std::collections::{BTreeMap, HashMap};

use super::git::parts;
use super::{Commit, HistoryError, Repository};
use crate::load::role_of;

/// A file of a commit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct File {
    /// Its path below the folder that was listed, with `/`.
    pub(super) path: String,
    pub(super) kind: FileKind,
    /// The id of its content.
    pub(super) blob: String,
}

/// What stands at a path of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum FileKind {
    Regular,
    Link,
    /// A repository of its own.
    Module,
}

/// The registry in a commit.
#[derive(Debug)]
pub(super) struct Place {
    /// Its folder in the repository; empty if it is all of it.
    pub(super) folder: String,
    pub(super) files: Vec<File>,
}

impl Repository {
    /// Where the registry stood in a commit, with its files; none if it had none.
    ///
    /// 1. Where it stands today.
    /// 2. Where most of the files stood that it has today.
    /// 3. Where the only `registry.toml` stood.
    ///
    /// # Errors
    /// If several folders could be it, or git cannot list them.
    pub(super) fn place(&self, commit: &Commit) -> Result<Option<Place>, HistoryError> {
        if let Some(files) = self.files(commit, &self.folder)?
            && files.iter().any(|file| role_of(&file.path).is_some())
        {
            return Ok(Some(Place { folder: self.folder.clone(), files }));
        }
        let all = self.files(commit, "")?.unwrap_or_default();
        let moved = self.moved_from(&all)?;
        let settings = || {
            let is_settings = |path: &str| path.strip_suffix("registry.toml").map(|folder| folder.to_owned());
            let mut folders: Vec<String> = all.iter().filter_map(|file| is_settings(&file.path)).collect();
            folders.retain(|folder| folder.is_empty() || folder.ends_with('/'));
            folders
        };
        let folder = match moved {
            Some(folder) => folder,
            None => match settings().as_slice() {
                [] => return Ok(None),
                [only] => only.clone(),
                several => {
                    let named: Vec<String> =
                        several.iter().map(|folder| format!("`{}`", folder.trim_end_matches('/'))).collect();
                    return Err(HistoryError::Several {
                        commit: commit.clone(),
                        folder: self.folder.clone(),
                        found: named.join(", "),
                    });
                }
            },
        };
        let below = |file: File| Some(File { path: file.path.strip_prefix(&folder)?.to_owned(), ..file });
        let files = all.into_iter().filter_map(below).collect();
        Ok(Some(Place { folder: folder.trim_end_matches('/').to_owned(), files }))
    }

    /// The files below a folder of a commit; none if it has no such folder.
    fn files(&self, commit: &Commit, folder: &str) -> Result<Option<Vec<File>>, HistoryError> {
        let tree = format!("{}:{folder}", commit.id);
        if self.git.ask(&["cat-file", "-t", &tree])?.as_deref() != Some("tree") {
            return Ok(None);
        }
        let out = self.git.run(&["ls-tree", "-r", "-z", "--full-tree", &tree])?;
        Ok(Some(parts(&out).filter_map(file).collect()))
    }

    /// The folder, with its last `/`, in which most of the files stood that the registry has today, with the
    /// same content and the same path below it. Of several equal ones none.
    fn moved_from(&self, all: &[File]) -> Result<Option<String>, HistoryError> {
        let inside = if self.folder.is_empty() { String::new() } else { format!("{}/", self.folder) };
        let mut arguments = vec!["ls-files", "--stage", "-z", "--"];
        // The top of a repository has no path.
        arguments.extend(Some(inside.as_str()).filter(|inside| !inside.is_empty()));
        let out = self.git.run(&arguments)?;
        let mut today: HashMap<String, Vec<String>> = HashMap::new();
        for entry in parts(&out) {
            let entry = String::from_utf8_lossy(entry);
            let Some((facts, path)) = entry.split_once('\t') else { continue };
            let blob = facts.split(' ').nth(1).unwrap_or_default();
            if let Some(path) = path.strip_prefix(&inside) {
                today.entry(blob.to_owned()).or_default().push(path.to_owned());
            }
        }
        let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
        for file in all {
            for path in today.get(&file.blob).into_iter().flatten() {
                let folder = file.path.strip_suffix(path.as_str());
                if let Some(folder) = folder.filter(|folder| folder.is_empty() || folder.ends_with('/')) {
                    *shared.entry(folder).or_default() += 1;
                }
            }
        }
        let most = shared.values().copied().max().unwrap_or_default();
        let mut best = shared.into_iter().filter(|(_, files)| *files == most).map(|(folder, _)| folder.to_owned());
        Ok(best.next().filter(|_| best.next().is_none()))
    }
}

/// Reads `MODE TYPE ID`, a tab, and the path.
fn file(entry: &[u8]) -> Option<File> {
    let entry = String::from_utf8_lossy(entry);
    let (facts, path) = entry.split_once('\t')?;
    let mut facts = facts.split(' ');
    let kind = match facts.next()? {
        "120000" => FileKind::Link,
        "160000" => FileKind::Module,
        _ => FileKind::Regular,
    };
    Some(File { path: path.to_owned(), kind, blob: facts.nth(1)?.to_owned() })
}
