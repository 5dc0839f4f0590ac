//! The commits that touched a registry, the newest first.

use super::{Commit, HistoryError, Repository};

/// How commits are asked for: id and date as everywhere, then who wrote it and its first line.
const LINE: &str = "--format=%H %cI%x00%an%x00%s";

/// A commit with what its author said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The commit.
    pub commit: Commit,
    /// Who wrote it.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
}

/// Commits of a branch that touched the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The commits, the newest first.
    pub commits: Vec<Logged>,
    /// The commit before the oldest of them, if the repository has it.
    pub before: Option<Commit>,
    /// Whether the clone lacks what came before the oldest of them.
    pub is_cut: bool,
}

impl Repository {
    /// The last commits that touched the registry, up to one of them, or up to that of the work tree. First
    /// parents are followed: what was merged changed the branch when it was merged. Where the registry was
    /// moved, the commits of the folder in which it stood before go on.
    ///
    /// # Errors
    /// If there is no commit, or git cannot read one.
    pub fn log(&self, tip: Option<&Commit>, most: usize) -> Result<Log, HistoryError> {
        let mut from = match (tip, self.head()?) {
            (Some(tip), _) => tip.id.clone(),
            (None, Some(head)) => head,
            (None, None) => return Err(HistoryError::NoCommit),
        };
        let mut folder = self.folder.clone();
        let mut commits: Vec<Logged> = Vec::new();
        let mut before = None;
        while commits.len() < most {
            let found = self.touching(&from, &folder, most - commits.len())?;
            let Some(oldest) = found.last() else { break };
            let parent = format!("{}^1^{{commit}}", oldest.commit.id);
            let parent = self.git.ask(&["rev-parse", "--verify", "--quiet", &parent])?;
            commits.extend(found);
            before = match &parent {
                Some(id) => self.line(&["rev-list", "-1", super::repository::LINE, id, "--"])?,
                None => None,
            };
            // The same folder again means that the limit was reached; no registry, that it began here.
            let Some(older) = &before else { break };
            match self.place(older) {
                Ok(Some(place)) if place.folder != folder => {
                    from.clone_from(&older.id);
                    folder = place.folder;
                }
                // What cannot be told apart is said where the commit is read.
                _ => break,
            }
        }
        let is_cut = before.is_none() && self.is_shallow()?;
        Ok(Log { commits, before, is_cut })
    }

    fn touching(&self, from: &str, folder: &str, most: usize) -> Result<Vec<Logged>, HistoryError> {
        let most = format!("--max-count={most}");
        let mut arguments = vec!["rev-list", "--first-parent", "--encoding=UTF-8", &most, LINE, from, "--"];
        if !folder.is_empty() {
            arguments.push(folder);
        }
        let out = self.git.run(&arguments)?;
        Ok(String::from_utf8_lossy(&out).lines().filter_map(logged).collect())
    }
}

/// Reads a line of ours; git prints one of its own before each.
fn logged(line: &str) -> Option<Logged> {
    let mut parts = line.splitn(3, '\0');
    let commit = Commit::of_line(parts.next()?)?;
    let (author, subject) = (parts.next()?.to_owned(), parts.next()?.to_owned());
    Some(Logged { commit, author, subject })
}

#[cfg(test)]
mod tests {
    use super::logged;

    #[test]
    fn lines_of_git_are_left_out() {
        let id = "0123456789abcdef0123456789abcdef01234567";
        assert_eq!(logged(&format!("commit {id}")), None);
        let found = logged(&format!("{id} 2026-03-14T23:30:00-08:00\0Ann\0Keep it: \"yes\"")).unwrap();
        assert_eq!((found.author.as_str(), found.subject.as_str()), ("Ann", "Keep it: \"yes\""));
    }
}
