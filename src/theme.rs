//! Templates, style sheet and strings: the default theme is embedded, a folder replaces files by
//! the same name.

mod files;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult};

use crate::strings::{Strings, StringsError};

pub use files::DEFAULT;
use files::{EMBED_STYLE, INTERNAL_STYLE, OWN_STYLE, PUBLIC_STYLE, SCRIPTS};

/// How pages look and speak.
pub struct Theme {
    tera: Tera,
    strings: Arc<Strings>,
    styles: [String; 2],
    embed_style: String,
    scripts: [String; 2],
}

/// One of the two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The notices, which everybody reads.
    Public,
    /// The register, and the manual.
    Internal,
}

/// Why a theme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// There is no such folder.
    #[error("there is no theme at {}", .0.display())]
    Missing(PathBuf),
    /// A file cannot be read.
    #[error("cannot read {}", .0.display())]
    Read(PathBuf, #[source] io::Error),
    /// A file has no counterpart in the default theme.
    #[error("{} is no file of a theme; the files are {known}", .path.display())]
    Unknown {
        /// The file.
        path: PathBuf,
        /// Names of the files that can be replaced.
        known: String,
    },
    /// A template is broken.
    #[error("the template cannot be used: {0}")]
    Template(String),
    /// The strings are broken.
    #[error("the strings cannot be used")]
    Strings(#[from] StringsError),
    /// There are no strings in the language of the records.
    #[error("there are no strings for the language `{0}`; add `strings/{0}.ftl` to a theme")]
    Language(String),
    /// A template uses messages that do not exist.
    #[error("the strings lack {0}")]
    MissingStrings(String),
}

impl Theme {
    /// The default theme.
    ///
    /// # Errors
    /// If there are no strings for the language.
    pub fn embedded(language: &str) -> Result<Theme, ThemeError> {
        Theme::of_files(language, default_files())
    }

    /// The default theme with the files of a folder in place of its own.
    ///
    /// # Errors
    /// If the folder, one of its files or a template cannot be used.
    pub fn of_folder(language: &str, folder: &Path) -> Result<Theme, ThemeError> {
        if !folder.is_dir() {
            return Err(ThemeError::Missing(folder.to_owned()));
        }
        let mut files = default_files();
        let known: Vec<String> = files.keys().cloned().collect();
        for path in walk(folder)? {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let is_language = name.starts_with("strings/") && name.ends_with(".ftl");
            if !files.contains_key(&name) && !is_language && name != OWN_STYLE {
                return Err(ThemeError::Unknown { path, known: known.join(", ") });
            }
            let text = fs::read_to_string(&path).map_err(|error| ThemeError::Read(path.clone(), error))?;
            // Strings add up, so that a theme can replace a single sentence.
            let text = match DEFAULT.iter().find(|(default, _)| *default == name) {
                Some((_, default)) if is_language && *default != text => format!("{default}\n{text}"),
                _ => text,
            };
            files.insert(name, text);
        }
        Theme::of_files(language, files)
    }

    fn of_files(language: &str, files: BTreeMap<String, String>) -> Result<Theme, ThemeError> {
        let name = format!("strings/{language}.ftl");
        let words = files.get(&name).ok_or_else(|| ThemeError::Language(language.to_owned()))?;
        let strings = Arc::new(Strings::new(language, [(name.as_str(), words.as_str())])?);
        let mut tera = Tera::new();
        let speaker = Arc::clone(&strings);
        tera.register_function("t", move |gaps: Kwargs, _: &State<'_>| -> TeraResult<String> {
            Ok(speaker.plain(gaps.must_get("key")?))
        });
        let templates: Vec<(&str, &str)> =
            files.iter().filter_map(|(name, text)| Some((name.strip_prefix("templates/")?, text.as_str()))).collect();
        tera.add_raw_templates(templates).map_err(|error| ThemeError::Template(chain(&error)))?;
        let styles = [style(&files, &PUBLIC_STYLE), style(&files, &INTERNAL_STYLE)];
        // In other people's pages not even the names of colours are set outside the notice.
        let embed: String = EMBED_STYLE.iter().filter_map(|name| files.get(*name)).map(String::as_str).collect();
        let embed_style = embed.replace(":root", ".ropa-notice");
        let scripts = SCRIPTS.map(|name| files.get(name).cloned().unwrap_or_default());
        Ok(Theme { tera, strings, styles, embed_style, scripts })
    }

    /// Renders a page.
    ///
    /// # Errors
    /// If the template is broken; the message says where.
    pub fn render(&self, template: &str, page: &impl serde::Serialize) -> Result<String, ThemeError> {
        let broken = |error: tera::Error| ThemeError::Template(chain(&error));
        let context = tera::Context::from_serialize(page).map_err(broken)?;
        self.tera.render(template, &context).map_err(broken)
    }

    /// The messages.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The style sheet for fragments of notices in other people's pages.
    pub fn embed_style(&self) -> &str {
        &self.embed_style
    }

    /// The script of a site. What that of the register says stands before it.
    pub fn script(&self, side: Side) -> &str {
        let [public, internal] = &self.scripts;
        match side {
            Side::Public => public,
            Side::Internal => internal,
        }
    }

    /// The style sheet of a site.
    pub fn style(&self, side: Side) -> &str {
        let [public, internal] = &self.styles;
        match side {
            Side::Public => public,
            Side::Internal => internal,
        }
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Theme")
    }
}

/// An error with its causes: tera hides the useful part in them.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

fn default_files() -> BTreeMap<String, String> {
    DEFAULT.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// The parts of a style sheet one after the other, the rules of the theme last.
fn style(files: &BTreeMap<String, String>, parts: &[&str]) -> String {
    parts.iter().chain([&OWN_STYLE]).filter_map(|name| files.get(*name)).map(String::as_str).collect()
}

fn walk(folder: &Path) -> Result<Vec<PathBuf>, ThemeError> {
    let failed = |error| ThemeError::Read(folder.to_owned(), error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') || name == "README.md" {
            continue;
        }
        if entry.file_type().map_err(failed)?.is_dir() {
            found.extend(walk(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
