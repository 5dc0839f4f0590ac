//! The repository of a registry, and its commits.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::git::{Git, slashed};
use super::{Commit, HistoryError, Moment};
use crate::decode::did_you_mean;

/// How commits are asked for: id and date of the commit.
pub(super) const LINE: &str = "--format=%H %cI";

/// What a shallow clone lacks.
const SHALLOW: &str =
    "; this clone is shallow and holds the last commits only: `git fetch --unshallow` brings the rest";

/// The repository of a registry folder.
#[derive(Debug, Clone)]
pub struct Repository {
    pub(super) git: Git,
    /// Where the registry stands in it today, with `/`; empty if it is the top.
    pub(super) folder: String,
}

impl Repository {
    /// Finds the repository of a registry folder. The folder itself may be gone.
    ///
    /// # Errors
    /// If there is no git, no repository, or git refuses to read it.
    pub fn open(registry: &Path) -> Result<Repository, HistoryError> {
        let registry = std::path::absolute(registry).unwrap_or_else(|_| registry.to_owned());
        let standing = registry.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
        let below = registry.strip_prefix(standing).unwrap_or(Path::new(""));
        let git = Git::about(standing);
        let top = git.run(&["rev-parse", "--show-toplevel"])?;
        let top = String::from_utf8_lossy(&top);
        let top = PathBuf::from(top.strip_suffix('\n').unwrap_or(&top));
        // git names the folder without symbolic links, as it stands in its trees.
        let prefix = git.ask(&["rev-parse", "--show-prefix"])?.unwrap_or_default();
        let parts = Path::new(&prefix).iter().chain(below.iter()).filter(|part| *part != "." && !part.is_empty());
        Ok(Repository { git: Git::about(&top), folder: slashed(parts) })
    }

    /// Where the registry stands today, in the repository; empty if it is all of it.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The commit that is meant.
    ///
    /// # Errors
    /// If there is none, and then what may have been meant.
    pub fn commit(&self, moment: &Moment) -> Result<Commit, HistoryError> {
        match moment {
            Moment::Revision(name) => self.named(name),
            Moment::Day(day) => self.on(*day),
        }
    }

    fn named(&self, name: &str) -> Result<Commit, HistoryError> {
        // Older versions of git take such a word for an option, whatever stands before it.
        let is_option = name.starts_with('-');
        let object = format!("{name}^{{commit}}");
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", object.as_str()];
        let id = if is_option || name.is_empty() { None } else { self.git.ask(&asked)? };
        match id.and_then(|id| id.lines().last().map(str::to_owned)) {
            Some(id) => self.line(&["rev-list", "-1", LINE, &id, "--"])?.ok_or_else(|| self.no_date(&id)),
            None => Err(self.unknown(name)?),
        }
    }

    /// The last commit on or before a day. Only what the branch itself said counts: a commit that was merged
    /// later was not yet there, so the first parents are followed.
    fn on(&self, day: NaiveDate) -> Result<Commit, HistoryError> {
        if self.head()?.is_none() {
            return Err(HistoryError::NoCommit);
        }
        let out = self.git.run(&["rev-list", "--first-parent", LINE, "HEAD", "--"])?;
        let out = String::from_utf8_lossy(&out);
        let mut first = None;
        for commit in commits(&out) {
            if commit.day().is_some_and(|committed| committed <= day) {
                return Ok(commit);
            }
            first = Some(commit);
        }
        let first = first.ok_or(HistoryError::NoCommit)?;
        let help = if self.is_shallow()? { SHALLOW.to_owned() } else { String::new() };
        Err(HistoryError::Before { day, first, help })
    }

    /// The last commit that two have in common: where a branch left another.
    ///
    /// # Errors
    /// If there is none, or the clone lacks it.
    pub fn merge_base(&self, one: &Commit, other: &Commit) -> Result<Commit, HistoryError> {
        match self.git.ask(&["merge-base", &one.id, &other.id])? {
            Some(id) => self.line(&["rev-list", "-1", LINE, &id, "--"])?.ok_or_else(|| self.no_date(&id)),
            None => {
                let help = if self.is_shallow()? { SHALLOW.to_owned() } else { String::new() };
                Err(HistoryError::Unrelated { one: one.clone(), other: other.clone(), help })
            }
        }
    }

    /// The commit of the work tree, if there is one yet.
    pub(super) fn head(&self) -> Result<Option<String>, HistoryError> {
        self.git.ask(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    }

    pub(super) fn line(&self, arguments: &[&str]) -> Result<Option<Commit>, HistoryError> {
        let out = self.git.run(arguments)?;
        Ok(commits(&String::from_utf8_lossy(&out)).next())
    }

    pub(super) fn is_shallow(&self) -> Result<bool, HistoryError> {
        Ok(self.git.ask(&["rev-parse", "--is-shallow-repository"])?.as_deref() == Some("true"))
    }

    fn no_date(&self, id: &str) -> HistoryError {
        HistoryError::Git { command: "rev-list".to_owned(), said: format!("the commit {id} has no date") }
    }

    /// Why a name means nothing, and what may have been meant.
    fn unknown(&self, name: &str) -> Result<HistoryError, HistoryError> {
        if self.head()?.is_none() {
            return Ok(HistoryError::NoCommit);
        }
        let names = self.git.ask(&["for-each-ref", "--format=%(refname:short)"])?.unwrap_or_default();
        let near = did_you_mean(name, names.lines()).filter(|_| !name.is_empty());
        let is_like_a_day = name.len() > 5 && name.chars().all(|c| c.is_ascii_digit() || c == '-');
        let help = match near {
            _ if is_like_a_day && name.contains('-') => "; nor is it a day: they are written as 2026-03-14".to_owned(),
            Some(near) => format!("; did you mean `{near}`?"),
            None if self.is_shallow()? => SHALLOW.to_owned(),
            None => "; name a commit, a branch, a tag, or a day such as 2026-03-14".to_owned(),
        };
        Ok(HistoryError::Unknown { name: name.to_owned(), help })
    }
}

/// The commits that `rev-list` prints; before each line of ours it prints one of its own.
pub(super) fn commits(out: &str) -> impl Iterator<Item = Commit> {
    out.lines().filter(|line| !line.starts_with("commit ")).filter_map(Commit::of_line)
}
