use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::bookkeeping::Bookkeeping;
use super::error::WriteError;
use super::manifest::Manifest;
use super::route::Route;
use super::tree::Tree;

/// What is left to do once a build is staged. Doing it twice, or going on in the middle, gives the
/// same output.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    moves: Vec<Route>,
    removals: Vec<Route>,
    manifest: Manifest,
}

impl Journal {
    /// Plans the step from the `previous` build to that of `manifest`, of which the routes in
    /// `staged` are new.
    pub(super) fn new(mut staged: Vec<Route>, manifest: Manifest, previous: &Manifest) -> Self {
        staged.sort();
        Journal { moves: staged, removals: previous.stale(&manifest), manifest }
    }

    /// Finds out before anything is touched whether a stale file lies behind a symbolic link.
    pub(super) fn check(&self, target: &Tree) -> Result<(), WriteError> {
        self.removals.iter().try_for_each(|route| target.has_file(route).map(drop))
    }

    /// Does what is left, and returns how many files were removed.
    pub(super) fn carry_out(&self, books: &Bookkeeping, previous: &Manifest) -> Result<usize, WriteError> {
        // New trees: what those of the build know about folders may have changed since.
        let target = books.target();
        let staging = books.staging();

        self.moves.par_iter().try_for_each(|route| put(route, &staging, &target, previous))?;
        let removed = self.remove_stale(&target)?;
        books.save_manifest(&self.manifest)?;
        books.remove_journal()?;
        Ok(removed)
    }

    fn remove_stale(&self, target: &Tree) -> Result<usize, WriteError> {
        let mut removed = 0;
        for route in &self.removals {
            // A page whose name only changed its case may stand in the same file.
            if target.has_file(route)? && !self.manifest.owns(route, target) {
                let path = target.path(route);
                fs::remove_file(&path).map_err(WriteError::io("remove", &path))?;
                removed += 1;
            }
        }

        // Backwards, so that inner folders are gone before the outer ones are tried.
        let folders: BTreeSet<&str> = self.removals.iter().flat_map(Route::folders).collect();
        folders.into_iter().rev().for_each(|folder| target.prune(folder));
        Ok(removed)
    }
}

/// Renames one staged file into place, unless an interrupted build already did.
fn put(route: &Route, staging: &Tree, target: &Tree, previous: &Manifest) -> Result<(), WriteError> {
    if staging.look(route)?.is_none() {
        return Ok(());
    }
    let path = target.path(route);
    if target.look(route)?.is_some() && !previous.owns(route, target) {
        return Err(WriteError::Foreign { path });
    }
    target.create_folders(route)?;
    fs::rename(staging.path(route), &path).map_err(WriteError::io("replace", &path))
}
