//! Why the past of a registry cannot be read.

use std::io;

use chrono::NaiveDate;

use super::Commit;

/// Why the past of a registry cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// There is no program `git`.
    #[error("the program `git` cannot be run; it is needed to read what the repository held before")]
    NoGit(#[source] io::Error),
    /// The folder is in no repository.
    #[error("{0} is in no git repository, so nothing is known of what it held before")]
    NoRepository(String),
    /// The repository holds no files, or the folder is that of git itself.
    #[error("{0} belongs to a git repository without a work tree, where no registry stands; make a clone of it")]
    Bare(String),
    /// The repository has no commit.
    #[error("the repository has no commit yet: there is nothing before the files as they are")]
    NoCommit,
    /// No commit has this name.
    #[error("`{name}` is no commit of this repository{help}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// What may have been meant, or how to get it; begins with a semicolon if there is something.
        help: String,
    },
    /// Nothing had been committed on that day.
    #[error("nothing was committed on or before {day}; the first commit that is known is {first}{help}")]
    Before {
        /// The day that was asked for.
        day: NaiveDate,
        /// The first commit on the branch.
        first: Commit,
        /// How to get more; begins with a semicolon if there is something.
        help: String,
    },
    /// Two commits have nothing in common.
    #[error("commits {one} and {other} have no commit in common{help}")]
    Unrelated {
        /// The one.
        one: Commit,
        /// The other.
        other: Commit,
        /// How to get more; begins with a semicolon if there is something.
        help: String,
    },
    /// The commit has no such folder, and no other that could be the registry.
    #[error(
        "there is no registry in commit {commit}: it has no `{folder}`, and no other folder with a `registry.toml`"
    )]
    NoRegistry {
        /// The commit.
        commit: Commit,
        /// Where the registry is today, in the repository.
        folder: String,
    },
    /// The commit has several folders that could be the registry.
    #[error("commit {commit} has no `{folder}`, but several registries: {found}; name one with --registry")]
    Several {
        /// The commit.
        commit: Commit,
        /// Where the registry is today, in the repository.
        folder: String,
        /// What it has.
        found: String,
    },
    /// git refused.
    #[error("`git {command}` failed: {said}")]
    Git {
        /// The command.
        command: String,
        /// What it said.
        said: String,
    },
}
