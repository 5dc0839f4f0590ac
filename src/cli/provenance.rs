//! Which commit the records are in, asked from git.

use std::path::Path;
use std::process::Command;

use crate::handover::pack::Provenance;

/// The commit of a folder; none where there is no git, no repository, no commit yet, or nothing of the folder
/// in it.
pub(super) fn of(folder: &Path) -> Option<Provenance> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
        let text = output.status.success().then(|| String::from_utf8(output.stdout).ok())??;
        Some(text.trim_end().to_owned())
    };
    // Someone's settings must not put colours or signatures between.
    let told = git(&["log", "-1", "--no-color", "--no-show-signature", "--format=%H %cI"])?;
    let (commit, date) = told.split_once(' ')?;
    // Files that the commit does not hold are not of it, wherever they lie.
    git(&["ls-tree", "--name-only", "HEAD", "--", "."]).filter(|tracked| !tracked.is_empty())?;
    let changed = git(&["status", "--porcelain", "--", "."]).is_none_or(|status| !status.is_empty());
    Some(Provenance { commit: commit.to_owned(), date: date.to_owned(), changed })
}
