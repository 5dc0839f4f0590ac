//! A git repository that a test makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::{TempDir, tempdir};

use crate::program::{Ran, ropa};

/// A repository in a folder of its own, with nobody's settings.
pub struct Repository {
    folder: TempDir,
}

impl Repository {
    pub fn new() -> Repository {
        Repository::with(&[])
    }

    /// A repository of a form of its own.
    pub fn with(options: &[&str]) -> Repository {
        let repository = Repository { folder: tempdir().unwrap() };
        repository.git(&[&["init", "--quiet", "--initial-branch=main"], options].concat());
        repository
    }

    /// A copy of the last commits of another one.
    pub fn shallow(other: &Repository, depth: usize) -> Repository {
        let repository = Repository { folder: tempdir().unwrap() };
        let (url, depth) = (format!("file://{}", other.path().display()), format!("--depth={depth}"));
        repository.git(&["clone", "--quiet", &depth, &url, "."]);
        repository
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs git on a fixed day, and says what it printed.
    pub fn git_on(&self, day: &str, arguments: &[&str]) -> String {
        let moment = format!("{day}T12:00:00+02:00");
        let output = Command::new("git")
            .args(["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"])
            .args(arguments)
            .current_dir(self.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_DATE", &moment)
            .env("GIT_COMMITTER_DATE", &moment)
            .output()
            .expect("git runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }

    pub fn git(&self, arguments: &[&str]) -> String {
        self.git_on("2026-01-01", arguments)
    }

    /// Writes a file, with the folders it needs.
    pub fn write(&self, path: &str, text: &str) -> &Repository {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Replaces something that stands in a file.
    pub fn edit(&self, path: &str, from: &str, to: &str) -> &Repository {
        let text = self.read(path);
        assert!(text.contains(from), "`{from}` is not in {path}: {text}");
        self.write(path, &text.replacen(from, to, 1))
    }

    pub fn remove(&self, path: &str) -> &Repository {
        let path: PathBuf = self.path().join(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap()
        } else {
            fs::remove_file(path).unwrap()
        }
        self
    }

    /// Commits everything, and names the commit.
    pub fn commit(&self, day: &str) -> String {
        self.git_on(day, &["add", "--all"]);
        self.git_on(day, &["commit", "--quiet", "--allow-empty", "--message", "something"]);
        self.git(&["rev-parse", "HEAD"])
    }

    pub fn ropa(&self, arguments: &[&str]) -> Ran {
        ropa(self.path(), arguments)
    }
}
