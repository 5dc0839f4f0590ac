//! `--at`: the registry as the repository had it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::Args;

use super::Console;
use super::workplace::{Workplace, WorkplaceError, shown};
use crate::history::{Commit, HistoryError, Moment, Repository, Snapshot};

/// Which state of the registry is meant.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct At {
    /// Read the registry from git: as it stood at a commit, branch or tag, or at the end of a day
    /// (2026-03-14: the last commit on the current branch); judged as of that day
    #[arg(long, global = true, value_name = "REV|DATE")]
    at: Option<String>,
}

/// The registry as the repository had it.
#[derive(Debug)]
pub(super) struct Past {
    repository: Repository,
    pub(super) snapshot: Snapshot,
    /// The day that was asked for, or that of the commit.
    pub(super) day: Option<NaiveDate>,
}

impl At {
    /// The state at a commit, branch or tag, or at the end of a day.
    pub(super) fn of(at: &str) -> At {
        At { at: Some(at.to_owned()) }
    }

    /// The workplace as it was then, or as it is; says which commit was read.
    pub(super) fn place(&self, place: &Workplace, console: &Console) -> Result<Workplace, HistoryError> {
        let Some(at) = &self.at else { return Ok(place.clone()) };
        // A registry that was deleted since can still be read.
        let folder = place.folder().unwrap_or_else(|_| PathBuf::from("registry"));
        let repository = Repository::open(&folder)?;
        let moment = Moment::of(at);
        let commit = repository.commit(&moment)?;
        let snapshot = repository.registry(&commit, &shown(&folder))?;
        let day = match moment {
            Moment::Day(day) => Some(day),
            Moment::Revision(_) => commit.day(),
        };
        console.note(&told(&commit, &snapshot, place.as_of.or(day)));
        let past = Past { repository, snapshot, day };
        Ok(Workplace { registry: Some(folder), past: Some(Arc::new(past)), ..place.clone() })
    }
}

impl Past {
    /// A file of the registry that is no record.
    pub(super) fn file(&self, path: &str) -> Result<Option<Vec<u8>>, WorkplaceError> {
        Ok(self.repository.file(&self.snapshot, path)?)
    }
}

fn told(commit: &Commit, snapshot: &Snapshot, as_of: Option<NaiveDate>) -> String {
    let place = if snapshot.is_moved { format!(", then in `{}`", snapshot.folder) } else { String::new() };
    let judged = as_of.map(|day| format!(", judged as of {day}")).unwrap_or_default();
    format!("the registry of commit {commit}{place}{judged}")
}
