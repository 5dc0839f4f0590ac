//! Embeds the default theme: every file below `themes/default`, by its name.
//!
//! A list kept by hand would be forgotten; here a new template, style or script is part of the
//! program as soon as it stands in the folder.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("themes/default");
    println!("cargo:rerun-if-changed=themes/default");
    let mut names = Vec::new();
    walk(&folder, "", &mut names)?;
    names.sort();
    let mut code = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        writeln!(code, "    ({name:?}, include_str!({:?})),", path.to_string_lossy())?;
    }
    code.push_str("]\n");
    fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("default_theme.rs"), code)?;
    Ok(())
}

/// Names of the files below a folder, with `/`; hidden ones and the words to contributors are none of the
/// theme.
fn walk(folder: &Path, below: &str, names: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file = entry.file_name().to_string_lossy().into_owned();
        if file.starts_with('.') || file == "README.md" {
            continue;
        }
        let name = format!("{below}{file}");
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}
