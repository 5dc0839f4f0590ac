//! What the repository said before: a registry as git keeps it at a commit.
//!
//! 1. [`Repository::open`] finds the repository of a registry folder, and where in it the folder stands.
//! 2. [`Repository::commit`] finds the commit that is meant: by name, or the last one of a day.
//! 3. [`Repository::snapshot`] reads the registry of that commit into the [`Loaded`](crate::load::Loaded) that
//!    a folder is read into. From there on everything is as with a folder.
//!
//! The program `git` is run for it, with plumbing commands and NUL between names, so that neither someone's
//! settings nor odd file names change what is read. Nothing is ever written. A [`Store`] keeps what was read:
//! files that are the same at several commits, or in the work tree, are read once and shared.

mod blobs;
mod commit;
mod error;
mod git;
mod log;
mod place;
mod repository;
mod snapshot;
mod store;

pub use commit::{Commit, Moment};
pub use error::HistoryError;
pub use git::Git;
pub use log::{Log, Logged};
pub use repository::Repository;
pub use snapshot::Snapshot;
pub use store::Store;
