//! A registry folder that is read again and again: only what changed is read.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::{Entry, LoadError, Loaded, Read, read, walk};
use crate::source::Sources;

/// What may have changed in a registry folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// These files, by their paths below the folder, with `/`.
    Files(BTreeSet<String>),
    /// Anything.
    Anything,
}

/// The files of a registry folder as they were last read.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    shown_as: String,
    files: Vec<Kept>,
    /// Where each path stands in `files`.
    places: HashMap<String, usize>,
}

#[derive(Debug)]
struct Kept {
    entry: Entry,
    stamp: Option<Stamp>,
    read: Read,
}

/// What the system says of a file; it changes with the file, as a rule. A file that is touched is
/// read whatever its stamp says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(path: &Path) -> Option<Stamp> {
        let metadata = fs::symlink_metadata(path).ok()?;
        Some(Stamp { length: metadata.len(), modified: metadata.modified().ok() })
    }
}

impl Shelf {
    /// Reads a registry folder. `shown_as` is what messages call it.
    ///
    /// # Errors
    /// If the folder does not exist or cannot be listed.
    pub fn open(folder: &Path, shown_as: &str) -> Result<Shelf, LoadError> {
        let mut shelf = Shelf {
            folder: folder.to_owned(),
            shown_as: shown_as.to_owned(),
            files: Vec::new(),
            places: HashMap::new(),
        };
        shelf.refresh(&Touched::Anything)?;
        Ok(shelf)
    }

    /// Whether a path was there when the folder was last read, as a file or as a folder of files.
    pub fn knows(&self, path: &str) -> bool {
        let inside = |known: &String| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        self.places.contains_key(path) || self.places.keys().any(inside)
    }

    /// Reads again what may have changed, and says which files did, in order; those that are gone
    /// stand at the end.
    ///
    /// # Errors
    /// If the folder does not exist or cannot be listed; what was read stays.
    pub fn refresh(&mut self, touched: &Touched) -> Result<Vec<String>, LoadError> {
        match touched {
            Touched::Files(paths) if paths.iter().all(|path| self.still_has(path)) => Ok(self.read_again(paths)),
            Touched::Files(paths) => self.look_again(paths),
            Touched::Anything => self.look_again(&BTreeSet::new()),
        }
    }

    /// What was read, with what is wrong with the folder.
    pub fn loaded(&self) -> Loaded {
        let mut loaded = Loaded { sources: Sources::new(self.shown_as.as_str()), ..Loaded::default() };
        for kept in &self.files {
            loaded.put(&kept.entry.path, &kept.read);
        }
        loaded
    }

    /// Whether a file that was read is still one.
    fn still_has(&self, path: &str) -> bool {
        let place = self.places.get(path);
        place.is_some() && fs::symlink_metadata(self.folder.join(path)).is_ok_and(|metadata| metadata.is_file())
    }

    fn read_again(&mut self, paths: &BTreeSet<String>) -> Vec<String> {
        let mut changed = Vec::new();
        for path in paths {
            let Some(kept) = self.places.get(path).and_then(|place| self.files.get_mut(*place)) else { continue };
            // The stamp comes first: what is written between the two is read again.
            kept.stamp = Stamp::of(&self.folder.join(path));
            kept.entry.link = false;
            let read = read(&self.folder, &kept.entry);
            if read != kept.read {
                kept.read = read;
                changed.push(path.clone());
            }
        }
        changed
    }

    fn look_again(&mut self, touched: &BTreeSet<String>) -> Result<Vec<String>, LoadError> {
        if !self.folder.is_dir() {
            return Err(LoadError::Missing(self.folder.clone()));
        }
        let mut found = Vec::new();
        walk(&self.folder, "", &mut found)?;
        let (files, places) = (&self.files, &self.places);
        let before = |entry: &Entry| places.get(&entry.path).and_then(|place| files.get(*place));
        let look = |entry: &Entry| {
            let stamp = Stamp::of(&self.folder.join(&entry.path));
            let kept = before(entry).filter(|kept| {
                kept.entry == *entry && kept.stamp == stamp && stamp.is_some() && !touched.contains(&entry.path)
            });
            (stamp, kept.map_or_else(|| read(&self.folder, entry), |kept| kept.read.clone()))
        };
        let looked: Vec<(Option<Stamp>, Read)> = found.par_iter().map(look).collect();
        let mut changed = Vec::new();
        let mut now = HashMap::with_capacity(found.len());
        for (place, (entry, (_, read))) in found.iter().zip(&looked).enumerate() {
            if before(entry).is_none_or(|kept| kept.read != *read) {
                changed.push(entry.path.clone());
            }
            now.insert(entry.path.clone(), place);
        }
        changed.extend(files.iter().map(|kept| &kept.entry.path).filter(|path| !now.contains_key(*path)).cloned());
        self.places = now;
        let kept = |(entry, (stamp, read))| Kept { entry, stamp, read };
        self.files = found.into_iter().zip(looked).map(kept).collect();
        Ok(changed)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::{Shelf, Touched};

    fn files(paths: &[&str]) -> Touched {
        Touched::Files(paths.iter().map(|path| (*path).to_owned()).collect::<BTreeSet<_>>())
    }

    #[test]
    fn only_what_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir(at("systems")).unwrap();
        for (path, text) in [("systems/a.toml", "title = \"A\"\n"), ("systems/b.toml", "title = \"B\"\n")] {
            fs::write(at(path), text).unwrap();
        }
        let mut shelf = Shelf::open(folder.path(), "registry").unwrap();
        assert!(shelf.knows("systems") && shelf.knows("systems/a.toml") && !shelf.knows("system"));
        let before = shelf.loaded();

        fs::write(at("systems/b.toml"), "title = \"C\"\n").unwrap();
        assert_eq!(shelf.refresh(&files(&["systems/b.toml"])).unwrap(), ["systems/b.toml"]);
        assert_eq!(shelf.refresh(&files(&["systems/b.toml", "systems/a.toml"])).unwrap(), [""; 0]);
        let after = shelf.loaded();
        let held = |loaded: &super::Loaded, at: usize| std::sync::Arc::clone(loaded.sources.held(loaded.files[at].0));
        assert!(std::sync::Arc::ptr_eq(&held(&before, 0), &held(&after, 0)));
        assert_eq!(held(&after, 1).text, "title = \"C\"\n");
    }

    #[test]
    fn files_come_and_go() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        let mut shelf = Shelf::open(folder.path(), "registry").unwrap();
        fs::create_dir_all(at("systems/deep")).unwrap();
        fs::write(at("systems/deep/a.toml"), "title = \"A\"\n").unwrap();
        assert_eq!(shelf.refresh(&files(&["systems"])).unwrap(), ["systems/deep/a.toml"]);
        assert_eq!(shelf.loaded().files.len(), 1);
        fs::rename(at("systems"), at("sources")).unwrap();
        assert_eq!(shelf.refresh(&Touched::Anything).unwrap(), ["sources/deep/a.toml", "systems/deep/a.toml"]);
        // A file that was replaced by a folder is no file any more.
        fs::remove_file(at("sources/deep/a.toml")).unwrap();
        fs::create_dir(at("sources/deep/a.toml")).unwrap();
        assert_eq!(shelf.refresh(&files(&["sources/deep/a.toml"])).unwrap(), ["sources/deep/a.toml"]);
        fs::remove_dir_all(folder.path()).unwrap();
        shelf.refresh(&files(&["sources/b.toml"])).unwrap_err();
        assert!(shelf.loaded().files.is_empty());
    }
}
