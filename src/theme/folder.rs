//! The files of a theme: those of the default, and those of a folder in their place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::ThemeError;
use super::files::{self, DEFAULT};
use crate::decode::did_you_mean;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources, Span};

/// Endings of files that are no text.
const PICTURES: [&str; 6] = ["svg", "png", "webp", "jpg", "jpeg", "ico"];

/// A theme as it stands on disk, over the default one.
#[derive(Debug)]
pub(super) struct Folder {
    /// Texts by name: those of the folder, else those of the default theme. Words of a language are only
    /// here if the default theme has none in it.
    texts: BTreeMap<String, String>,
    /// The folder's own files.
    own: BTreeMap<String, FileId>,
    /// Files that may be pictures, by name.
    pub(super) pictures: BTreeMap<String, Vec<u8>>,
    /// The texts of the folder, with the paths that messages show.
    pub(super) sources: Sources,
    /// What is wrong with the folder.
    pub(super) found: Vec<Diagnostic>,
}

impl Folder {
    /// The default theme.
    pub(super) fn embedded() -> Folder {
        let texts = DEFAULT.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Folder {
            texts,
            own: BTreeMap::new(),
            pictures: BTreeMap::new(),
            sources: Sources::default(),
            found: Vec::new(),
        }
    }

    /// The default theme with the files of a folder in place of its own.
    pub(super) fn read(folder: &Path) -> Result<Folder, ThemeError> {
        if !folder.is_dir() {
            return Err(ThemeError::Missing(folder.to_owned()));
        }
        let mut theme = Folder::embedded();
        let shown = folder.to_string_lossy().replace('\\', "/");
        theme.sources = Sources::new(shown.trim_end_matches('/'));
        let mut found = Vec::new();
        walk(folder, &mut found)?;
        found.sort();
        for path in found {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            theme.add(name, &path)?;
        }
        Ok(theme)
    }

    fn add(&mut self, name: String, path: &Path) -> Result<(), ThemeError> {
        if fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
            let file = self.sources.add(name.as_str(), "");
            self.found.push(
                Diagnostic::error("ignored-file", Span::top(file), format!("`{name}` is a link to another file"))
                    .help("put the file itself into the theme"),
            );
            return Ok(());
        }
        let bytes = fs::read(path).map_err(|error| ThemeError::Read(path.to_owned(), error))?;
        let is_picture = name.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.contains(&ending));
        if is_picture && !files::is_known(&name) {
            if let Ok(text) = std::str::from_utf8(&bytes) {
                let file = self.sources.add(name.as_str(), text);
                self.own.insert(name.clone(), file);
            }
            self.pictures.insert(name, bytes);
            return Ok(());
        }
        let text = String::from_utf8(bytes);
        let text = text.as_ref().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
        let file = self.sources.add(name.as_str(), text.unwrap_or_default());
        if !files::is_known(&name) {
            self.found.push(unknown(&name, file));
        } else if text.is_err() {
            self.found.push(Diagnostic::error(
                "ignored-file",
                Span::top(file),
                format!("`{name}` is no text in UTF-8"),
            ));
        } else {
            let is_default = files::default_text(&name).is_some_and(|default| text == Ok(default));
            // Words add up, so that a theme can replace a single sentence.
            if files::default_text(&name).is_none() || !name.starts_with("strings/") {
                self.texts.insert(name.clone(), text.unwrap_or_default().to_owned());
            }
            if !is_default {
                self.own.insert(name, file);
            }
        }
        Ok(())
    }

    /// The text of a file.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// Names and texts below a folder of the theme, such as `templates/`, without its name.
    pub(super) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts.iter().filter_map(move |(name, text)| Some((name.strip_prefix(folder)?, text.as_str())))
    }

    /// The file, where the folder has one that differs from the default.
    pub(super) fn own(&self, name: &str) -> Option<FileId> {
        self.own.get(name).copied()
    }

    /// The text of a picture, where it is one.
    pub(super) fn own_picture(&self, name: &str) -> Option<FileId> {
        self.own(name).filter(|_| self.pictures.contains_key(name))
    }

    /// The folder's own files below a folder of the theme, without its name.
    pub(super) fn own_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, FileId)> {
        self.own.iter().filter_map(move |(name, file)| Some((name.strip_prefix(folder)?, *file)))
    }
}

fn unknown(name: &str, file: FileId) -> Diagnostic {
    let wrong = Diagnostic::error("unknown-file", Span::top(file), format!("`{name}` is no file of a theme"))
        .note("`ropa theme files` lists what a theme can hold; pictures are those that `theme.toml` names");
    let known = DEFAULT.iter().map(|(name, _)| *name).chain([files::LOOK, files::OWN_STYLE]);
    match did_you_mean(name, known) {
        Some(near) => wrong.help(format!("did you mean `{near}`?")),
        None => wrong.help("give it the name of the file that it should replace, or remove it"),
    }
}

/// Files below a folder; hidden ones and the words to contributors are none of the theme. Links to folders
/// are not followed.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ThemeError> {
    let failed = |error| ThemeError::Read(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') || name == "README.md" {
            continue;
        }
        if entry.file_type().map_err(failed)?.is_dir() {
            walk(&entry.path(), found)?;
        } else {
            found.push(entry.path());
        }
    }
    Ok(())
}
