//! Where an export goes: a file, or standard output.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};

use crate::cli::workplace::shown;

/// Why an export could not be made or written.
type Failure = Box<dyn std::error::Error>;

/// What writers of exports ask of a file.
pub(super) trait Sink: Write + Seek + Send {}

impl<T: Write + Seek + Send> Sink for T {}

/// Where one file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    File(PathBuf),
    Output,
}

impl Target {
    /// What was asked for with `--out`, or a file of this name here.
    pub(super) fn of(out: Option<&Path>, name: &str) -> Target {
        match out {
            Some(out) if out == Path::new("-") => Target::Output,
            Some(out) if out.is_dir() => Target::File(out.join(name)),
            Some(out) => Target::File(out.to_owned()),
            None => Target::File(PathBuf::from(name)),
        }
    }

    /// Writes the export whole or not at all, and says where it is; nothing where it was printed.
    ///
    /// # Errors
    /// If it cannot be made or written, or is no text and would be printed on a terminal.
    pub(super) fn write(
        &self,
        is_text: bool,
        make: impl FnOnce(&mut dyn Sink) -> Result<(), Failure>,
    ) -> Result<Option<String>, Failure> {
        match self {
            Target::Output => {
                let mut bytes = io::Cursor::new(Vec::new());
                make(&mut bytes)?;
                if !is_text && io::stdout().is_terminal() {
                    return Err(io::Error::other("this file is no text; name one with --out").into());
                }
                let mut out = io::stdout().lock();
                // That nobody reads on is no failure.
                let _ = out.write_all(bytes.get_ref()).and_then(|()| out.flush());
                Ok(None)
            }
            Target::File(path) => {
                replace(path, make)?;
                Ok(Some(shown(path)))
            }
        }
    }
}

/// Makes a file beside the one that is to be replaced, and puts it in place when it is whole. Its mode
/// stays, and a link leads where it led. What is no regular file, such as a pipe, is written to.
fn replace(path: &Path, make: impl FnOnce(&mut dyn Sink) -> Result<(), Failure>) -> Result<(), Failure> {
    let at = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", shown(path)));
    let standing = fs::metadata(path).ok();
    if standing.as_ref().is_some_and(|standing| !standing.is_file() && !standing.is_dir()) {
        let mut bytes = io::Cursor::new(Vec::new());
        make(&mut bytes)?;
        return Ok(fs::OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|mut file| file.write_all(bytes.get_ref()))
            .map_err(at)?);
    }
    let place = if standing.is_some() { path.canonicalize().map_err(at)? } else { path.to_owned() };
    let name = place.file_name().ok_or_else(|| io::Error::other(format!("{} names no file", shown(path))))?;
    let temporary = place.with_file_name(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    let written = File::create(&temporary).map_err(at).map_err(Failure::from).and_then(|file| {
        if let Some(standing) = standing {
            file.set_permissions(standing.permissions()).map_err(at)?;
        }
        let mut file = BufWriter::new(file);
        make(&mut file)?;
        file.flush().map_err(at)?;
        Ok(fs::rename(&temporary, &place).map_err(at)?)
    });
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}
