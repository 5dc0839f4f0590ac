//! Reading a registry again and again, at the cost of what changed.

use std::path::Path;

use super::Reading;
use crate::load::{LoadError, Shelf, Touched};
use crate::parse::Memory;

/// Reads a registry whenever it changed. Only files that changed are read and parsed; names are
/// looked up anew each time, because any file can name any other.
#[derive(Debug)]
pub struct Reader {
    shelf: Shelf,
    memory: Memory,
}

impl Reader {
    /// Reads the files of a registry folder; messages call it `shown_as`.
    ///
    /// # Errors
    /// If the folder does not exist or cannot be listed.
    pub fn open(folder: &Path, shown_as: &str) -> Result<Reader, LoadError> {
        Ok(Reader { shelf: Shelf::open(folder, shown_as)?, memory: Memory::default() })
    }

    /// Whether there is neither a record nor anything wrong.
    pub fn is_empty(&self) -> bool {
        let loaded = self.shelf.loaded();
        loaded.files.is_empty() && loaded.diagnostics.is_empty()
    }

    /// Whether a path below the folder was there at the last look.
    pub fn knows(&self, path: &str) -> bool {
        self.shelf.knows(path)
    }

    /// Reads again what may have changed, and says which files did.
    ///
    /// # Errors
    /// If the folder does not exist or cannot be listed; what was read stays.
    pub fn refresh(&mut self, touched: &Touched) -> Result<Vec<String>, LoadError> {
        self.shelf.refresh(touched)
    }

    /// The registry as its files say now.
    pub fn reading(&mut self) -> Reading {
        let loaded = self.shelf.loaded();
        let parsed = self.memory.parse(&loaded);
        Reading::of_parsed(loaded, parsed)
    }
}
