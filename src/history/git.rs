//! The program `git`, run where its answers depend on nothing but the repository.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::HistoryError;

/// What git puts into the environment of hooks. It speaks of the folder in which the hook runs, not of the
/// one that is asked about.
const OF_HOOKS: [&str; 4] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

/// git, asked about a folder.
#[derive(Debug, Clone)]
pub struct Git {
    folder: PathBuf,
}

/// What came of running git.
struct Answer {
    is_fine: bool,
    out: Vec<u8>,
    said: String,
}

impl Git {
    /// git, asked about a folder, which must exist.
    pub fn about(folder: &Path) -> Git {
        Git { folder: folder.to_owned() }
    }

    /// A command that waits to be run.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command
            // A monitor of the file system is a program that the repository names.
            .args(["-c", "core.fsmonitor=false", "--no-pager", "--literal-pathspecs", "-C"])
            .arg(&self.folder)
            .args(arguments)
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            .stdin(Stdio::null());
        for name in OF_HOOKS {
            command.env_remove(name);
        }
        command
    }

    /// What git prints.
    ///
    /// # Errors
    /// If it cannot be run, or ends with anything but success.
    pub fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, HistoryError> {
        let answer = self.answer(arguments)?;
        if answer.is_fine { Ok(answer.out) } else { Err(self.refusal(arguments, answer.said)) }
    }

    /// What git prints, as text without its last line break; nothing if it ends without success.
    ///
    /// # Errors
    /// If it cannot be run.
    pub fn ask(&self, arguments: &[&str]) -> Result<Option<String>, HistoryError> {
        let answer = self.answer(arguments)?;
        let text = String::from_utf8_lossy(&answer.out);
        Ok(answer.is_fine.then(|| text.strip_suffix('\n').unwrap_or(&text).to_owned()))
    }

    /// What git says of a refusal.
    pub(super) fn refusal(&self, arguments: &[&str], said: String) -> HistoryError {
        if said.contains("must be run in a work tree") {
            return HistoryError::Bare(self.folder.display().to_string());
        }
        if said.contains("not a git repository") {
            return HistoryError::NoRepository(self.folder.display().to_string());
        }
        HistoryError::Git { command: arguments.first().copied().unwrap_or_default().to_owned(), said }
    }

    fn answer(&self, arguments: &[&str]) -> Result<Answer, HistoryError> {
        let output = self.command(arguments).output().map_err(|error| self.not_run(error))?;
        let said = String::from_utf8_lossy(&output.stderr);
        // Warnings and hints may stand around the reason.
        let reason = said.lines().find(|line| line.starts_with("fatal: ")).unwrap_or(said.trim());
        let said = reason.trim_start_matches("fatal: ").to_owned();
        Ok(Answer { is_fine: output.status.success(), out: output.stdout, said })
    }

    pub(super) fn not_run(&self, error: io::Error) -> HistoryError {
        HistoryError::NoGit(error)
    }
}

/// The parts of an output that ends each with NUL.
pub(super) fn parts(out: &[u8]) -> impl Iterator<Item = &[u8]> {
    out.split(|byte| *byte == 0).filter(|part| !part.is_empty())
}

/// A path as git knows it, with `/`.
pub(super) fn slashed<'a>(parts: impl Iterator<Item = &'a OsStr>) -> String {
    parts.map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/")
}
