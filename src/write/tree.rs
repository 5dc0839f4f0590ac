use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::WriteError;
use super::route::Route;

/// A folder in which routes are looked up without ever following a symbolic link. Only the root may
/// be one.
pub(super) struct Tree {
    root: PathBuf,
    /// Folders found to be real ones, so that thousands of files do not ask again.
    known: Mutex<HashSet<String>>,
}

impl Tree {
    pub(super) fn new(root: PathBuf) -> Self {
        Tree { root, known: Mutex::default() }
    }

    pub(super) fn path(&self, route: &Route) -> PathBuf {
        self.root.join(route.as_str())
    }

    /// Returns what stands at `route`, `None` when nothing does. A file that stands where a folder
    /// above belongs is foreign.
    pub(super) fn look(&self, route: &Route) -> Result<Option<Metadata>, WriteError> {
        let mut known = self.known();
        for folder in route.folders() {
            if known.contains(folder) {
                continue;
            }
            let path = self.root.join(folder);
            match standing(&path)? {
                None => return Ok(None),
                Some(found) if found.is_dir() => known.insert(folder.to_owned()),
                Some(_) => return Err(WriteError::Foreign { path }),
            };
        }
        drop(known);
        standing(&self.path(route))
    }

    /// Whether a file stands at `route`.
    pub(super) fn has_file(&self, route: &Route) -> Result<bool, WriteError> {
        match self.look(route) {
            Ok(found) => Ok(found.is_some_and(|found| found.is_file())),
            // A file took the place of a folder above.
            Err(WriteError::Foreign { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Creates the folders above `route` that are absent.
    pub(super) fn create_folders(&self, route: &Route) -> Result<(), WriteError> {
        let mut known = self.known();
        for folder in route.folders() {
            if known.contains(folder) {
                continue;
            }
            let path = self.root.join(folder);
            if !standing(&path)?.is_some_and(|found| found.is_dir()) {
                fs::create_dir(&path).map_err(WriteError::io("create", &path))?;
            }
            known.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Removes a folder if it is empty. One that still holds something stays, and so does one that
    /// cannot be removed: it does no harm.
    pub(super) fn prune(&self, folder: &str) {
        let _ = fs::remove_dir(self.root.join(folder));
    }

    /// Whether two routes that differ in case lead to one file, because the file system ignores
    /// case.
    pub(super) fn is_same_file(&self, one: &Route, other: &Route) -> bool {
        let real = |route| fs::canonicalize(self.path(route)).ok();
        real(one).is_some_and(|path| real(other) == Some(path))
    }

    fn known(&self) -> MutexGuard<'_, HashSet<String>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns what stands at `path`, `None` when nothing does; refuses a symbolic link.
pub(super) fn standing(path: &Path) -> Result<Option<Metadata>, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(WriteError::Link { path: path.to_owned() }),
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::io("read", path)(error)),
    }
}
