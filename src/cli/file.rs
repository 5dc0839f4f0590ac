//! Writing single files whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes the changed text of a record in place of the old one. A byte order mark that stood before it
/// is no part of the text that was read, and stays.
pub(super) fn update(path: &Path, text: &str) -> io::Result<()> {
    let marked = fs::read(path)?.starts_with("\u{feff}".as_bytes());
    if marked { replace(path, &format!("\u{feff}{text}")) } else { replace(path, text) }
}

/// Writes a file in place of what stood there; nobody ever reads half of it.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Writes a file that does not exist yet; one that does stays as it is.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
