//! What was read once, so that it is not read again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::blobs::Blob;
use super::git::{Git, parts};
use super::place::{File, FileKind, Place};
use super::{Commit, HistoryError, Repository};
use crate::load::{Loaded, Read};
use crate::source::Source;

/// Files of a registry that were read, by path and content. Snapshots that are made with the same store
/// share the texts of files that are the same in both.
#[derive(Debug, Default)]
pub struct Store {
    read: HashMap<File, Read>,
}

impl Store {
    /// Takes over the texts of the work tree that are the same in a commit, as git sees it.
    ///
    /// # Errors
    /// If git cannot compare them.
    pub fn take_over(
        &mut self,
        repository: &Repository,
        commit: &Commit,
        work_tree: &Loaded,
    ) -> Result<(), HistoryError> {
        let Some(Place { folder, files }) = repository.place(commit)? else { return Ok(()) };
        if folder != repository.folder {
            return Ok(());
        }
        let inside = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let names = [
            "--name-only",
            "-z",
            "--no-renames",
            "--no-relative",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules",
        ];
        let mut arguments = vec!["diff"];
        arguments.extend(names);
        arguments.extend([commit.id.as_str(), "--"]);
        if !inside.is_empty() {
            arguments.push(&inside);
        }
        let changed = repository.git.run(&arguments)?;
        let changed: HashSet<String> = parts(&changed).map(|path| String::from_utf8_lossy(path).into_owned()).collect();
        let texts: HashMap<&str, &Arc<Source>> = work_tree
            .files
            .iter()
            .map(|(file, _)| work_tree.sources.held(*file))
            .map(|source| (source.path.as_str(), source))
            .collect();
        for file in files {
            if file.kind == FileKind::Regular
                && !changed.contains(&format!("{inside}{}", file.path))
                && let Some(source) = texts.get(file.path.as_str())
            {
                self.read.insert(file, Read::Text(Arc::clone(source)));
            }
        }
        Ok(())
    }

    /// Reads what was not read yet.
    pub(super) fn fetch(&mut self, git: &Git, files: &[File]) -> Result<(), HistoryError> {
        let unread: Vec<&File> = files.iter().filter(|file| !self.read.contains_key(file)).collect();
        let mut wanted: Vec<&File> = Vec::new();
        for file in unread {
            let known = match file.kind {
                FileKind::Link => Some(Read::Link),
                FileKind::Module => Some(Read::Module),
                FileKind::Regular => Read::of_path(&file.path),
            };
            match known {
                Some(read) => drop(self.read.insert(file.clone(), read)),
                None => wanted.push(file),
            }
        }
        let ids: Vec<&str> = wanted.iter().map(|file| file.blob.as_str()).collect();
        for (file, blob) in wanted.into_iter().zip(git.blobs(&ids)?) {
            let read = match blob {
                Blob::Bytes(bytes) => Read::of_bytes(&file.path, bytes),
                Blob::TooLarge(size) => Read::TooLarge(size),
                Blob::Missing => Read::Failed(format!("the repository lacks its content, {}", file.blob)),
            };
            self.read.insert(file.clone(), read);
        }
        Ok(())
    }

    pub(super) fn get(&self, file: &File) -> Option<&Read> {
        self.read.get(file)
    }
}
