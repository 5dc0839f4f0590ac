//! `ropa theme check`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::check::count;
use crate::cli::workplace::{Workplace, shown};
use crate::cli::{Console, DONE, FINDINGS, Outcome};
use crate::diagnostic::{Diagnostic, Listing, Severity, json, short};
use crate::law;
use crate::theme::{Faults, Theme, ThemeError};

/// Report everything that is wrong with a theme.
///
/// Reads theme.toml, strings, style sheet and pictures, parses every template, and renders each with made-up
/// data: with everything that a page can hold, with the least, and with empty lists. Contrasts below 4.5:1
/// are warnings. Nothing is written.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa theme check my-theme
  ropa theme check my-theme --format json

Exit codes: 0 it can be used, 1 there are mistakes in it, 2 could not run")]
pub(super) struct Check {
    /// Folder of the theme [default: themes/default here if there is one, else the one built in]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Language of the pages [default: that of the registry here, else `en`]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines at fault, the reason and what to write, on standard error
    Human,
    /// One line each, as compilers and editors know it
    Short,
    /// JSON, for programs; `ropa schema findings` describes it
    Json,
}

impl Check {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let language = self.language.clone().unwrap_or_else(|| language(place));
        let here = Path::new("themes/default");
        let folder = self.folder.as_deref().or(here.is_dir().then_some(here));
        let read = match folder {
            Some(folder) => Theme::of_folder(&language, folder),
            None => Theme::embedded(&language),
        };
        match read {
            Ok(theme) => self.report(theme.remarks(), place, folder, console),
            Err(ThemeError::Broken(faults)) => self.report(&faults, place, folder, console),
            Err(other) => Err(other.into()),
        }
    }

    fn report(&self, faults: &Faults, place: &Workplace, folder: Option<&Path>, console: &Console) -> Outcome {
        let Faults { sources, diagnostics } = faults;
        let listing = Listing { diagnostics, waived: &[], sources, rules: Vec::new() };
        match self.format {
            Format::Human => console.diagnostics(diagnostics, sources),
            Format::Short => console.raw(short::render(&listing).as_bytes()),
            Format::Json => {
                let as_of = place.as_of()?.to_string();
                console.raw((json::render(&listing, law::version(), &as_of)? + "\n").as_bytes());
            }
        }
        let name = folder.map_or("the theme built in".to_owned(), shown);
        let errors = of(diagnostics, Severity::Error);
        let warnings = of(diagnostics, Severity::Warning);
        let mut counts = Vec::new();
        counts.extend((errors > 0).then(|| console.bold_red(&count(errors, "error", "errors"))));
        counts.extend((warnings > 0).then(|| count(warnings, "warning", "warnings")));
        let counts = if counts.is_empty() { "no problems found".to_owned() } else { counts.join(" and ") };
        console.note(&format!("{name} checked: {counts}"));
        Ok(if errors > 0 { FINDINGS } else { DONE })
    }
}

fn of(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|one| one.severity == severity).count()
}

/// The language of the registry here, if there is one.
fn language(place: &Workplace) -> String {
    let reading = place.read().ok();
    let tag = reading.as_ref().and_then(|reading| reading.registry.settings.language.text());
    tag.unwrap_or("en").to_owned()
}
