//! Many files into a folder: all of them, or none.
//!
//! A folder that does not exist is made beside its place and moved there whole. In one that exists, files
//! are written below a hidden folder first; then each is moved into place, and what it replaces is kept
//! until the last one stands. If anything fails, what was moved is moved back.
//!
//! A kill between two moves can leave some files new and some old. What was replaced then still stands in
//! the hidden folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file to write.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<'a> {
    /// Its path below the folder, with `/`.
    pub(super) path: &'a str,
    /// Its text.
    pub(super) text: &'a str,
    /// Whether it replaces one that stands there.
    pub(super) replaces: bool,
}

/// Writes files into a folder.
///
/// # Errors
/// If the system refuses, a symbolic link lies on the way, or a file stands where none is expected; then
/// the folder is as it was.
pub(super) fn write(folder: &Path, steps: &[Step<'_>]) -> io::Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    let hidden = format!(".ropa-import-{}", std::process::id());
    let mut done = Undo::default();
    if folder.is_dir() {
        let staging = Staging(folder.join(hidden));
        stage(&staging, steps)?;
        let Err(error) = fill(folder, &staging, steps, &mut done) else { return Ok(()) };
        if done.undo() {
            return Err(error);
        }
        // What could not be moved back must not go away with the folder it stands in.
        let kept = staging.keep();
        let message = format!("{error}; some files could not be moved back, and stand in {}", kept.display());
        return Err(io::Error::new(error.kind(), message));
    }
    let made = make(folder, &folder.with_file_name(hidden), steps, &mut done);
    if made.is_err() {
        done.undo();
    }
    made
}

/// Makes a folder that does not exist, with those above it.
fn make(folder: &Path, staging: &Path, steps: &[Step<'_>], done: &mut Undo) -> io::Result<()> {
    if let Some(parent) = folder.parent() {
        done.folders(parent)?;
    }
    let staging = Staging(staging.to_owned());
    stage(&staging, steps)?;
    fs::rename(staging.new_files(), folder)
}

/// Writes every file below the hidden folder.
fn stage(staging: &Staging, steps: &[Step<'_>]) -> io::Result<()> {
    let new = staging.new_files();
    for step in steps {
        let path = new.join(step.path);
        fs::create_dir_all(path.parent().unwrap_or(&new))?;
        fs::write(path, step.text)?;
    }
    Ok(())
}

/// Moves every file into its place.
fn fill(folder: &Path, staging: &Staging, steps: &[Step<'_>], done: &mut Undo) -> io::Result<()> {
    let (new, old) = (staging.new_files(), staging.0.join("old"));
    for step in steps {
        let place = folder.join(step.path);
        done.parents(folder, step.path)?;
        if step.replaces {
            let kept = old.join(step.path);
            fs::create_dir_all(kept.parent().unwrap_or(&old))?;
            fs::rename(&place, &kept)?;
            done.0.push(Done::Moved(kept, place.clone()));
        } else if fs::symlink_metadata(&place).is_ok() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("{} came into the way", place.display())));
        }
        fs::rename(new.join(step.path), &place)?;
        done.0.push(Done::Put(place));
    }
    Ok(())
}

/// A folder that goes away again, whatever happens.
struct Staging(PathBuf);

impl Staging {
    fn new_files(&self) -> PathBuf {
        self.0.join("new")
    }

    /// Leaves the folder where it is.
    fn keep(mut self) -> PathBuf {
        std::mem::take(&mut self.0)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.0.as_os_str().is_empty() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

/// What was done.
enum Done {
    Folder(PathBuf),
    Put(PathBuf),
    /// From the first place to the second, if it is to be undone.
    Moved(PathBuf, PathBuf),
}

/// What was done so far, so that it can be undone.
#[derive(Default)]
struct Undo(Vec<Done>);

impl Undo {
    /// Makes a folder with those above it.
    fn folders(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|one| !one.as_os_str().is_empty() && !one.exists()).collect();
        for one in missing.into_iter().rev() {
            fs::create_dir(one)?;
            self.0.push(Done::Folder(one.to_owned()));
        }
        Ok(())
    }

    /// Makes the folders between a folder and a file below it, and follows no link on the way.
    fn parents(&mut self, folder: &Path, path: &str) -> io::Result<()> {
        let mut at = folder.to_owned();
        let parts: Vec<&str> = path.split('/').collect();
        for part in parts.iter().take(parts.len().saturating_sub(1)) {
            at.push(part);
            match fs::symlink_metadata(&at) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(_) => {
                    return Err(io::Error::new(io::ErrorKind::NotADirectory, format!("{} is no folder", at.display())));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir(&at)?;
                    self.0.push(Done::Folder(at.clone()));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Undoes everything, the last first, and says whether all of it could be.
    fn undo(self) -> bool {
        let undone = self.0.into_iter().rev().map(|done| match done {
            // A folder that somebody else has put something into stays.
            Done::Folder(folder) => {
                let _ = fs::remove_dir(folder);
                true
            }
            Done::Put(file) => fs::remove_file(file).is_ok(),
            Done::Moved(from, to) => fs::rename(from, to).is_ok(),
        });
        // All of them are tried, whatever becomes of the first.
        undone.filter(|one| !one).count() == 0
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Step, write};

    fn step<'a>(path: &'a str, text: &'a str, replaces: bool) -> Step<'a> {
        Step { path, text, replaces }
    }

    fn listing(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.file_name().unwrap().to_string_lossy().into_owned();
            if entry.is_dir() {
                found.push(format!("{name}/"));
                found.extend(listing(&entry).into_iter().map(|below| format!("{name}/{below}")));
            } else {
                found.push(format!("{name}={}", fs::read_to_string(&entry).unwrap()));
            }
        }
        found.sort();
        found
    }

    #[test]
    fn a_folder_is_made_whole_and_filled_whole() {
        let folder = tempfile::tempdir().unwrap();
        let registry = folder.path().join("deep/er/registry");
        write(&registry, &[step("a.toml", "a", false), step("b/c.toml", "c", false)]).unwrap();
        write(&registry, &[step("a.toml", "A", true), step("b/d/e.toml", "e", false)]).unwrap();
        assert_eq!(listing(&registry), ["a.toml=A", "b/", "b/c.toml=c", "b/d/", "b/d/e.toml=e"]);
        assert_eq!(listing(folder.path()).iter().filter(|name| name.contains(".ropa")).count(), 0);
    }

    #[test]
    fn a_failure_leaves_what_stood() {
        let folder = tempfile::tempdir().unwrap();
        let registry = folder.path().join("registry");
        fs::create_dir_all(registry.join("z")).unwrap();
        fs::write(registry.join("a.toml"), "before").unwrap();
        fs::write(registry.join("y"), "no folder").unwrap();
        let before = listing(folder.path());
        for last in [step("y/b.toml", "b", false), step("z", "z", false), step("missing.toml", "m", true)] {
            let steps = [step("a.toml", "after", true), step("new/b.toml", "b", false), last];
            assert!(write(&registry, &steps).is_err(), "{last:?}");
            assert_eq!(listing(folder.path()), before, "{last:?}");
        }
        assert!(write(&registry.join("a.toml/sub"), &[step("x.toml", "x", false)]).is_err());
        assert_eq!(listing(folder.path()), before);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (registry, outside) = (folder.path().join("registry"), folder.path().join("outside"));
        fs::create_dir_all(&registry).unwrap();
        fs::create_dir_all(&outside).unwrap();
        std::os::unix::fs::symlink(&outside, registry.join("systems")).unwrap();
        std::os::unix::fs::symlink(outside.join("file"), registry.join("cookies.toml")).unwrap();
        for path in ["systems/a.toml", "cookies.toml"] {
            assert!(write(&registry, &[step(path, "x", false)]).is_err(), "{path}");
        }
        assert_eq!(listing(&outside), [""; 0]);
    }
}
