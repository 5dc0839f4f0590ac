//! Atomic output of a build.
//!
//! 1. [`Output::open`] locks the folder, completes what an interrupted build left in its journal,
//!    and reads which files the previous build wrote.
//! 2. [`Output::stage`] writes each page that changed below `.ropa/staging`; the old output stays
//!    as it is.
//! 3. [`Output::commit`] writes the journal, then does what it says: renames the staged files into
//!    place, removes the stale ones, writes the manifest. From the journal on, the next `open` can
//!    finish the work.
//!
//! At every moment each page is whole, old or new. Only files that the manifest lists are ever
//! replaced or removed, and nothing is reached through a symbolic link below the output folder.
//!
//! The journal is synced to disk, the pages are not: that would cost more than the whole build. A
//! page torn by a power cut is still in the manifest, so the next build sees the difference and
//! replaces it.

mod bookkeeping;
mod error;
mod journal;
mod manifest;
mod route;
mod tally;
#[cfg(test)]
mod tests;
mod tree;

use std::fs::{self, Metadata};
use std::mem;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bookkeeping::Bookkeeping;
pub use error::WriteError;
use journal::Journal;
use manifest::Manifest;
use route::Route;
use tally::Tally;
use tree::Tree;

/// A build on its way into the output folder.
///
/// Dropped without [`commit`](Output::commit), it leaves every file of the previous build as it
/// was.
pub struct Output {
    books: Bookkeeping,
    target: Tree,
    staging: Tree,
    previous: Manifest,
    tally: Mutex<Tally>,
}

/// What a build did to the output folder, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that already had the right bytes and were left alone.
    pub unchanged: usize,
    /// Files of the previous build that this one no longer has.
    pub removed: usize,
}

impl Output {
    /// Opens the folder `dir`, creating it when absent, and completes a move that an earlier build
    /// was interrupted in.
    ///
    /// # Errors
    ///
    /// Another build holds the lock, the bookkeeping is damaged or reached through a symbolic link,
    /// or the file system refuses.
    pub fn open(dir: &Path) -> Result<Output, WriteError> {
        let books = Bookkeeping::open(dir)?;
        if let Some(journal) = books.journal()? {
            journal.carry_out(&books, &books.manifest()?)?;
        }
        let previous = books.manifest()?;
        books.renew_staging()?;

        Ok(Output { target: books.target(), staging: books.staging(), previous, tally: Mutex::default(), books })
    }

    /// Stages one page, unless the file that stands at its place already has the same bytes.
    ///
    /// After an error the build is lost: drop the `Output`, and the folder stays as it was.
    ///
    /// # Errors
    ///
    /// The route leaves the output folder or collides with another one, something that no build
    /// wrote stands at its place, a symbolic link lies on the way, or the file system refuses.
    pub fn stage(&self, route: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let route = Route::try_from(route.to_owned())?;
        self.tally().claim(&route)?;

        if let Some(found) = self.target.look(&route)? {
            let path = self.target.path(&route);
            let ours = self.previous.owns(&route, &self.target);
            if holds(&path, &found, bytes)? {
                self.tally().keep(route, ours);
                return Ok(());
            }
            if !ours || !found.is_file() {
                return Err(WriteError::Foreign { path });
            }
        }

        self.staging.create_folders(&route)?;
        let path = self.staging.path(&route);
        fs::write(&path, bytes).map_err(WriteError::io("write", &path))?;
        self.tally().staged.push(route);
        Ok(())
    }

    /// Moves everything staged into place, removes what only the previous build wrote, and records
    /// the manifest.
    ///
    /// # Errors
    ///
    /// The file system refuses, or something foreign came into the way since the page was staged.
    /// Once the move has begun, what remains of it is left to the next [`open`](Output::open).
    pub fn commit(self) -> Result<Summary, WriteError> {
        let tally = mem::take(&mut *self.tally());
        let written = tally.staged.len();
        let manifest = tally.staged.iter().chain(&tally.kept).cloned().collect();

        let mut removed = 0;
        if written > 0 || manifest != self.previous {
            let journal = Journal::new(tally.staged, manifest, &self.previous);
            journal.check(&self.target)?;
            self.books.save_journal(&journal)?;
            removed = journal.carry_out(&self.books, &self.previous)?;
        }
        Ok(Summary { written, unchanged: tally.unchanged, removed })
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        self.books.discard_staging();
    }
}

/// Whether what was `found` at `path` is a file with exactly these bytes.
fn holds(path: &Path, found: &Metadata, bytes: &[u8]) -> Result<bool, WriteError> {
    if !found.is_file() || found.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let standing = fs::read(path).map_err(WriteError::io("read", path))?;
    Ok(standing == bytes)
}
