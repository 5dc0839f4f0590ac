//! The registry of a commit.

use super::place::Place;
use super::{Commit, HistoryError, Repository, Store};
use crate::load::Loaded;
use crate::source::Sources;

/// The registry as a commit has it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The commit.
    pub commit: Commit,
    /// Where the registry stood in the repository then; empty if it was all of it.
    pub folder: String,
    /// Whether it stood elsewhere than today.
    pub is_moved: bool,
    /// Its files, as if they had been read from a folder.
    pub loaded: Loaded,
}

impl Repository {
    /// Reads the registry of a commit; messages call its folder `shown_as`, or as the commit does where it
    /// stood elsewhere. None if the commit has no registry.
    ///
    /// What is wrong with a single file, such as a link or a submodule, is a diagnostic of the loaded files.
    ///
    /// # Errors
    /// If git cannot read the commit, or several folders of it could be the registry.
    pub fn snapshot(
        &self,
        commit: &Commit,
        shown_as: &str,
        store: &mut Store,
    ) -> Result<Option<Snapshot>, HistoryError> {
        let Some(Place { folder, mut files }) = self.place(commit)? else { return Ok(None) };
        files.retain(|file| !file.path.split('/').any(|part| part.starts_with('.')));
        // As a walk through the folders meets them: name by name.
        files.sort_by(|one, other| one.path.split('/').cmp(other.path.split('/')));
        store.fetch(&self.git, &files)?;
        let is_moved = folder != self.folder;
        let root = if is_moved { folder.as_str() } else { shown_as };
        let mut loaded = Loaded { sources: Sources::new(root), ..Loaded::default() };
        loaded.sources.commit = Some(commit.id.clone());
        for file in &files {
            if let Some(read) = store.get(file) {
                loaded.put(&file.path, read);
            }
        }
        Ok(Some(Snapshot { commit: commit.clone(), folder, is_moved, loaded }))
    }

    /// The registry of a commit, which must have one.
    ///
    /// # Errors
    /// As [`Repository::snapshot`], and if there is none.
    pub fn registry(&self, commit: &Commit, shown_as: &str) -> Result<Snapshot, HistoryError> {
        let none = || HistoryError::NoRegistry { commit: commit.clone(), folder: self.folder.clone() };
        self.snapshot(commit, shown_as, &mut Store::default())?.ok_or_else(none)
    }

    /// A file of the registry that is no record, such as its baseline, by its path below the folder.
    ///
    /// # Errors
    /// If git cannot read it.
    pub fn file(&self, snapshot: &Snapshot, path: &str) -> Result<Option<Vec<u8>>, HistoryError> {
        let parts = [snapshot.folder.as_str(), path];
        let path = if snapshot.folder.is_empty() { path.to_owned() } else { parts.join("/") };
        let object = format!("{}:{path}", snapshot.commit.id);
        if self.git.ask(&["cat-file", "-t", &object])?.as_deref() != Some("blob") {
            return Ok(None);
        }
        self.git.run(&["cat-file", "blob", &object]).map(Some)
    }
}
