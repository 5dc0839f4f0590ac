//! Themes: what they set, what is wrong with them, and what templates may rely on.

mod build;
mod check;
mod data;
mod files;
mod new;

use std::fs;
use std::path::Path;

use tempfile::{TempDir, tempdir};

use crate::program::{Ran, ropa};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with the theme `theme` of these files.
fn themed(files: &[(&str, &str)]) -> TempDir {
    let folder = tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join("theme").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn checked(files: &[(&str, &str)]) -> Ran {
    ropa(themed(files).path(), &["theme", "check", "theme"])
}
