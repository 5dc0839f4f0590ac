//! Templates, style sheet and strings: the default theme is embedded, a folder replaces files by
//! the same name.
//!
//! 1. `folder` puts the files of a folder over those of the default theme.
//! 2. `look` reads `theme.toml`: colours, logo, header, footer.
//! 3. Templates are parsed, then each is rendered with made-up data of its [`contract`], so that one run
//!    finds what is wrong with all of them before any page is written.
//!
//! A theme is public by nature: what stands in it reaches the pages of the notices.

mod brand;
mod broken;
mod colour;
pub mod contract;
mod contrast;
mod drawing;
mod emblem;
mod files;
mod folder;
mod look;
mod promise;
mod proof;
mod tags;
mod words;
mod written;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{self, Diagnostic, Severity};
use crate::source::Sources;
use crate::strings::{Strings, StringsError};

pub use brand::{Asset, Brand, Emblem, Masthead};
pub use colour::Colour;
pub use files::{DEFAULT, default_text, replaceable};
pub use written::Written;

use files::{EMBED_STYLE, INTERNAL_STYLE, OWN_STYLE, PUBLIC_STYLE, TOKENS, VERSIONS_STYLE};
use folder::Folder;
use look::Look;

/// How pages look and speak.
pub struct Theme {
    tera: Tera,
    strings: Arc<Strings>,
    styles: [String; 2],
    embed_style: String,
    versions_style: String,
    brand: Brand,
    assets: Vec<Asset>,
    /// Texts by name, for those that stand beside the pages as they are.
    scripts: BTreeMap<String, String>,
    /// The files of the folder, for messages, and what is worth a look in them.
    remarks: Faults,
    observer: Option<Box<Observer>>,
}

/// Gets the template of each page and the data it would be rendered with.
pub type Observer = dyn Fn(&str, serde_json::Value) + Send + Sync;

/// One of the two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The notices, which everybody reads.
    Public,
    /// The register, and the manual.
    Internal,
}

/// What is wrong with the files of a theme.
#[derive(Debug, Default)]
pub struct Faults {
    /// The files.
    pub sources: Sources,
    /// What is wrong, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let errors = self.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let listed = errors.map(|one| {
            let span = one.primary.span;
            let (line, column) = self.sources.get(span.file).position(span.start);
            format!("{}:{line}:{column}: {}", self.sources.shown_path(span.file), one.message)
        });
        f.write_str(&listed.collect::<Vec<_>>().join("; "))
    }
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
    /// There are mistakes in its files.
    #[error("the theme cannot be used: {0}")]
    Broken(Box<Faults>),
    /// A template gets what is no table of names and values.
    #[error("the data of `{0}` cannot be handed to a template: {1}")]
    Data(String, String),
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
        Theme::of(language, Folder::embedded())
    }

    /// The default theme with the files of a folder in place of its own.
    ///
    /// # Errors
    /// If the folder, one of its files or a template cannot be used.
    pub fn of_folder(language: &str, folder: &Path) -> Result<Theme, ThemeError> {
        Theme::of(language, Folder::read(folder)?)
    }

    fn of(language: &str, mut folder: Folder) -> Result<Theme, ThemeError> {
        let mut found = std::mem::take(&mut folder.found);
        let Look { brand, rules, assets } = look::read(&folder, language, &mut found);
        found.extend(words::check(&folder));
        found.extend(promise::check(&folder));
        let broken_words = found.iter().any(|one| one.name == "strings-syntax");
        let strings = Arc::new(strings(language, &folder, broken_words)?);
        let styles = [style(&folder, PUBLIC_STYLE, &rules), style(&folder, INTERNAL_STYLE, &rules)];
        // In other people's pages not even the names of colours are set outside the notice.
        let embed_style = parts(&folder, EMBED_STYLE, &rules).replace(":root", ".ropa-notice");
        let versions_style = parts(&folder, VERSIONS_STYLE, &rules);
        let scripts = folder.below("script/").map(|(name, text)| (format!("script/{name}"), text.to_owned())).collect();
        let mut sources = std::mem::take(&mut folder.sources);
        let engine = || engine(&strings, &brand);
        let (tera, wrong) = proof::parsed(&engine, &folder, &mut sources);
        found.extend(wrong);
        // Where the words cannot be read, a template would seem to ask for messages that do not exist.
        let has_own = folder.own_below("templates/").next().is_some();
        if let Some(tera) = tera.as_ref().filter(|_| has_own && !broken_words) {
            found.extend(proof::rendered(tera, &strings, &mut sources));
        }
        diagnostic::sort(&mut found, &sources);
        let sound = found.iter().all(|one| one.severity != Severity::Error);
        let remarks = Faults { sources, diagnostics: found };
        let Some(tera) = tera.filter(|_| sound) else { return Err(ThemeError::Broken(Box::new(remarks))) };
        Ok(Theme {
            tera,
            strings,
            styles,
            embed_style,
            versions_style,
            brand,
            assets,
            scripts,
            remarks,
            observer: None,
        })
    }

    /// The theme that renders nothing and hands the data of each page to somebody instead.
    pub fn observed(mut self, observer: Box<Observer>) -> Theme {
        self.observer = Some(observer);
        self
    }

    /// Renders a page.
    ///
    /// # Errors
    /// If the template is broken; the message says where.
    pub fn render(&self, template: &str, page: &impl serde::Serialize) -> Result<String, ThemeError> {
        let unfit = |why: String| ThemeError::Data(template.to_owned(), why);
        if let Some(observer) = &self.observer {
            let mut data = serde_json::to_value(page).map_err(|error| unfit(error.to_string()))?;
            let brand = serde_json::to_value(&self.brand).map_err(|error| unfit(error.to_string()))?;
            if let Some(data) = data.as_object_mut() {
                data.insert(contract::BRAND.to_owned(), brand);
            }
            observer(template, data);
            return Ok(String::new());
        }
        let context = tera::Context::from_serialize(page).map_err(|error| unfit(error.to_string()))?;
        self.tera.render(template, &context).map_err(|error| {
            let mut sources = self.remarks.sources.clone();
            let diagnostics = broken::diagnostics(&error, template, &mut sources);
            ThemeError::Broken(Box::new(Faults { sources, diagnostics }))
        })
    }

    /// What is worth a look in the files of the theme, though they can be used.
    pub fn remarks(&self) -> &Faults {
        &self.remarks
    }

    /// The messages.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The style sheet of a site.
    pub fn style(&self, side: Side) -> &str {
        let [public, internal] = &self.styles;
        match side {
            Side::Public => public,
            Side::Internal => internal,
        }
    }

    /// The style sheet for fragments of notices in other people's pages.
    pub fn embed_style(&self) -> &str {
        &self.embed_style
    }

    /// The style sheet that pages of versions load besides that of the public site.
    pub fn versions_style(&self) -> &str {
        &self.versions_style
    }

    /// A script by its name in the theme, such as `script/notice.js`; empty if there is none.
    pub fn script(&self, name: &str) -> &str {
        self.scripts.get(name).map(String::as_str).unwrap_or_default()
    }

    /// Pictures that stand at the top of each site.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Theme")
    }
}

/// The words of a language: those of the default theme, then those of the theme's own, which win. Broken
/// ones have been reported and are left out.
fn strings(language: &str, folder: &Folder, without_own: bool) -> Result<Strings, ThemeError> {
    let name = format!("strings/{language}.ftl");
    let default = default_text(&name);
    let own = folder.own(&name).map(|file| folder.sources.get(file).text.as_str());
    if default.is_none() && own.is_none() {
        return Err(ThemeError::Language(language.to_owned()));
    }
    let own = own.filter(|_| !without_own);
    Ok(Strings::new(language, default.into_iter().chain(own).map(|text| (name.as_str(), text)))?)
}

/// An engine without templates.
fn engine(strings: &Arc<Strings>, brand: &Brand) -> Tera {
    let mut tera = Tera::new();
    let speaker = Arc::clone(strings);
    tera.register_function("t", move |gaps: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(speaker.plain(gaps.must_get("key")?))
    });
    tera.global_context().insert(contract::BRAND, brand);
    tera
}

/// The parts of a style sheet one after the other, the rules of the theme last.
fn style(folder: &Folder, names: &[&str], colours: &str) -> String {
    parts(folder, names, colours) + folder.text(OWN_STYLE).unwrap_or_default()
}

/// Parts of a style sheet one after the other, the colours of the theme behind the tokens.
fn parts(folder: &Folder, names: &[&str], colours: &str) -> String {
    let mut sheet = String::new();
    for name in names {
        sheet.push_str(folder.text(name).unwrap_or_default());
        if *name == TOKENS {
            sheet.push_str(colours);
        }
    }
    sheet
}
