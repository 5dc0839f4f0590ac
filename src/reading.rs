//! A registry that has been read: its texts, its resolved records, and everything that is wrong.

mod again;

use std::path::Path;

use crate::archive::Archive;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::export::profile::{self, Profile};
use crate::load::{self, LoadError, Loaded};
use crate::parse::{self, Records};
use crate::registry::Registry;
use crate::resolve;
use crate::source::Sources;

pub use again::Reader;

/// The outcome of load, parse and resolve.
#[derive(Debug)]
pub struct Reading {
    /// The texts.
    pub sources: Sources,
    /// The records, as far as they could be understood.
    pub registry: Registry,
    /// How table exports are laid out, besides the profiles of the program.
    pub profiles: Vec<Profile>,
    /// What earlier and planned versions of notices say, as far as the registry keeps it.
    pub archive: Archive,
    /// What is wrong, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Reads a registry folder; messages call it `shown_as`.
    ///
    /// # Errors
    /// If the folder does not exist or cannot be listed.
    pub fn of_folder(folder: &Path, shown_as: &str) -> Result<Reading, LoadError> {
        load::load(folder, shown_as).map(Reading::of_loaded)
    }

    /// Goes on from files that were loaded.
    pub fn of_loaded(loaded: Loaded) -> Reading {
        let parsed = parse::parse(&loaded);
        Reading::of_parsed(loaded, parsed)
    }

    fn of_parsed(loaded: Loaded, (records, mut diagnostics): (Records, Vec<Diagnostic>)) -> Reading {
        let (profiles, misnamed) = profile::check(&records.profiles);
        let (archive, strays) = Archive::of_records(&records.archived, &records.notices);
        let (registry, unresolved) = resolve::resolve(records, &loaded.sources.root);
        diagnostics.extend(loaded.diagnostics);
        diagnostics.extend(unresolved);
        diagnostics.extend(misnamed);
        diagnostics.extend(strays);
        diagnostic::sort(&mut diagnostics, &loaded.sources);
        Reading { sources: loaded.sources, registry, profiles, archive, diagnostics }
    }

    /// Whether the records must not be used as they are.
    pub fn is_broken(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}
