//! `ropa init`.

mod starter;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::workplace::{Workplace, shown};
use super::{Console, DONE, Outcome};

/// Start a registry: a small one that is complete and explains itself.
///
/// It is about Example Ltd, which has customers and a web site. Replace its facts with yours. A
/// folder that holds anything is left alone.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa init                    write the folder `registry`
  ropa init privacy/registry   write another folder

Exit codes: 0 written, 2 could not run, and then nothing is written")]
pub(super) struct Init {
    /// Folder of the new registry [default: --registry, else `registry`]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Why no registry was written.
#[derive(Debug, thiserror::Error)]
enum InitError {
    #[error("{0} is not empty, and nothing in it is overwritten; choose another folder")]
    NotEmpty(String),
    #[error("{0} is a file; choose another folder")]
    File(String),
    #[error("cannot write {folder}")]
    Write { folder: String, source: io::Error },
}

impl Init {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let folder = self.folder.or_else(|| place.registry.clone()).unwrap_or_else(|| "registry".into());
        let name = shown(&folder);
        let exists = match fs::read_dir(&folder).map(|mut entries| entries.next().is_some()) {
            Ok(true) => return Err(InitError::NotEmpty(name).into()),
            Ok(false) => true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(InitError::File(name).into()),
            Err(source) => return Err(InitError::Write { folder: name, source }.into()),
        };
        let files = starter::files(place.as_of()?);
        let number = files.len();
        publish(&folder, exists, &files).map_err(|source| InitError::Write { folder: name.clone(), source })?;
        // The default folder is found without being named.
        let option = if name == "registry" { String::new() } else { format!(" --registry {name}") };
        console.say(&format!("{number} files written to {name}"));
        console.note(&format!(
            "\nNext:\n  1. replace Example Ltd and its facts with yours; comments say what each key is for\n  \
             2. ropa check{option}   report every problem\n  \
             3. ropa build{option}   write output/public and output/internal"
        ));
        Ok(DONE)
    }
}

/// Writes the files into a folder of their own and moves them into place when all are there.
fn publish(folder: &Path, exists: bool, files: &[(&str, String)]) -> io::Result<()> {
    let hidden = format!(".ropa-init-{}", std::process::id());
    // A folder that exists may be somebody's working directory: it is filled, not replaced.
    let staging = Staging(if exists { folder.join(hidden) } else { folder.with_file_name(hidden) });
    for (path, text) in files {
        let path = staging.0.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&staging.0))?;
        fs::write(path, text)?;
    }
    if !exists {
        return fs::rename(&staging.0, folder);
    }
    for entry in fs::read_dir(&staging.0)? {
        let entry = entry?;
        fs::rename(entry.path(), folder.join(entry.file_name()))?;
    }
    Ok(())
}

/// A folder that goes away again, whatever happens.
struct Staging(PathBuf);

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
