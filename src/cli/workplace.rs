//! Which registry is meant, and which day it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Local, NaiveDate};

use super::baseline::Baseline;
use super::past::Past;
use super::provenance;
use crate::handover::pack::Provenance;
use crate::history::HistoryError;
use crate::load::{self, Loaded};
use crate::reading::Reading;

/// The registry and the day that the global options name.
#[derive(Debug, Clone)]
pub(super) struct Workplace {
    pub(super) registry: Option<PathBuf>,
    pub(super) as_of: Option<NaiveDate>,
    /// The state of the registry that is meant, where it is not that of today.
    pub(super) past: Option<Arc<Past>>,
}

/// Why a command cannot begin.
#[derive(Debug, thiserror::Error)]
pub(super) enum WorkplaceError {
    /// No registry here or above.
    #[error("there is no folder `registry` here or above; name one with --registry, or start one with `ropa init`")]
    NoRegistry,
    /// A wrong path must not pass for a register without faults.
    #[error("there is no record in {0}; start a registry with `ropa init`")]
    Empty(String),
    /// The registry cannot be read.
    #[error(transparent)]
    Load(#[from] crate::load::LoadError),
    /// What the repository had cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The variable does not hold seconds since 1970.
    #[error("SOURCE_DATE_EPOCH is `{0}`, which is no number of seconds")]
    Epoch(String),
}

impl Workplace {
    /// The registry folder: the one named, or `registry` here or in the nearest folder above.
    pub(super) fn folder(&self) -> Result<PathBuf, WorkplaceError> {
        if let Some(folder) = &self.registry {
            return Ok(folder.clone());
        }
        let here = std::env::current_dir().map_err(|_| WorkplaceError::NoRegistry)?;
        here.ancestors()
            .position(|folder| folder.join("registry").is_dir())
            .map(|levels| (0..levels).map(|_| "..").collect::<PathBuf>().join("registry"))
            .ok_or(WorkplaceError::NoRegistry)
    }

    /// Reads the registry.
    pub(super) fn read(&self) -> Result<Reading, WorkplaceError> {
        let reading = Reading::of_loaded(self.load()?);
        if reading.registry.is_empty() && reading.diagnostics.is_empty() {
            return Err(WorkplaceError::Empty(reading.sources.root));
        }
        Ok(reading)
    }

    /// Reads the files of the registry.
    pub(super) fn load(&self) -> Result<Loaded, WorkplaceError> {
        let loaded = match &self.past {
            Some(past) => past.snapshot.loaded.clone(),
            None => {
                let folder = self.folder()?;
                load::load(&folder, &shown(&folder))?
            }
        };
        if loaded.files.is_empty() && loaded.diagnostics.is_empty() {
            return Err(WorkplaceError::Empty(loaded.sources.root));
        }
        Ok(loaded)
    }

    /// The findings that are known and do not count.
    pub(super) fn baseline(&self) -> Result<Baseline, Box<dyn std::error::Error>> {
        Ok(match &self.past {
            Some(past) => Baseline::of_bytes(past.file(Baseline::FILE)?)?,
            None => Baseline::of(&self.folder()?)?,
        })
    }

    /// The commit of the records, if they are in one.
    pub(super) fn provenance(&self) -> Result<Option<Provenance>, WorkplaceError> {
        Ok(match &self.past {
            Some(past) => {
                let commit = past.snapshot.commit.clone();
                Some(Provenance { commit: commit.id, date: commit.date, changed: false })
            }
            None => provenance::of(&self.folder()?),
        })
    }

    /// The day on which dates are judged.
    pub(super) fn as_of(&self) -> Result<NaiveDate, WorkplaceError> {
        let past = self.past.as_ref().and_then(|past| past.day);
        if let Some(date) = self.as_of.or(past) {
            return Ok(date);
        }
        match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(text) => text
                .trim()
                .parse()
                .ok()
                .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
                .map(|moment| moment.date_naive())
                .ok_or(WorkplaceError::Epoch(text)),
            Err(_) => Ok(Local::now().date_naive()),
        }
    }
}

/// A path as messages show it: with `/`, and relative to where we are if it lies there, because
/// services find files by their place in the repository.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let below = path.strip_prefix(&here).ok().filter(|below| !below.as_os_str().is_empty());
    let path = below.unwrap_or(path);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/").replace("//", "/")
}
