//! Which commit the records are in, asked from git.

use std::path::Path;

use crate::handover::pack::Provenance;
use crate::history::Git;

/// The commit of a folder; none where there is no git, no repository, no commit yet, or nothing of the folder
/// in it.
pub(super) fn of(folder: &Path) -> Option<Provenance> {
    let git = |arguments: &[&str]| Git::about(folder).ask(arguments).ok().flatten();
    // Someone's settings must not put colours or signatures between.
    let told = git(&["log", "-1", "--no-color", "--no-show-signature", "--format=%H %cI"])?;
    let (commit, date) = told.split_once(' ')?;
    // Files that the commit does not hold are not of it, wherever they lie.
    git(&["ls-tree", "--name-only", "HEAD", "--", "."]).filter(|tracked| !tracked.is_empty())?;
    let changed = git(&["status", "--porcelain", "--", "."]).is_none_or(|status| !status.is_empty());
    Some(Provenance { commit: commit.to_owned(), date: date.to_owned(), changed })
}
