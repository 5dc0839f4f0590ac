//! `ropa build`.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use chrono::NaiveDate;
use clap::Args;

use super::check::{count, leave, summary};
use super::judging::{Judged, LevelOptions};
use super::past::At;
use super::workplace::{Workplace, WorkplaceError, shown};
use super::{Console, DONE, FINDINGS, Outcome};
use crate::chronicle::{self, Asked};
use crate::history::Repository;
use crate::reading::Reading;
use crate::register::Chronicle;
use crate::site::{Press, Site};
use crate::theme::Theme;
use crate::versions::Library;
use crate::write::Output;

/// Write the public notices and the internal register.
///
/// Checks the records first. What the lints find is counted here, listed in the register and shown by
/// `ropa check`; pages are written all the same, so that a draft can be read. If a record is broken,
/// nothing is written, unless --despite-errors is given; then the pages say what could be understood. Pages are put in place only when all of them
/// have been made: a build that fails changes nothing.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa build
  ropa build --output public_html --theme my-theme
  ropa build --at v2.1 --output output-v2.1
  ropa build --history 200            what the last 200 commits changed, in the register
  SOURCE_DATE_EPOCH=1767225600 ropa build

Exit codes: 0 written, 1 findings at deny level or versions whose `revision` cannot be read (written all the same), or
mistakes in the files (nothing is written without --despite-errors), 2 could not run")]
pub(super) struct Build {
    /// Folder for the two sites
    #[arg(long, value_name = "DIR", default_value = "output")]
    output: PathBuf,

    /// Folder of a theme [default: themes/default here if there is one, else the one built in]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,

    /// Write the register as one page too, although it has more than 500 activities
    #[arg(long)]
    single_page: bool,

    #[command(flatten)]
    levels: LevelOptions,

    /// Write what can be understood although some records are broken
    #[arg(long)]
    despite_errors: bool,

    /// Tell in the register what the last commits changed: a page with what each of them changed and with
    /// numbers of months, and a section on the page of each activity [default number: 100]
    #[arg(long, value_name = "COMMITS", num_args = 0..=1, default_missing_value = "100")]
    history: Option<NonZeroUsize>,

    /// Name in the history who wrote each commit
    #[arg(long, requires = "history")]
    history_authors: bool,

    #[command(flatten)]
    at: At,
}

impl Build {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let start = Instant::now();
        let place = &self.at.place(place, console)?;
        let as_of = place.as_of()?;
        let mut reading = place.read()?;
        let judged = Judged::new(&reading, as_of, &self.levels.overrides(), place.baseline()?);
        console.diagnostics(&reading.diagnostics, &reading.sources);
        console.note(&summary(&reading, &judged, console));
        if reading.is_broken() && !self.despite_errors {
            console.note("nothing was written; mend the records, or build with --despite-errors");
            return Ok(FINDINGS);
        }
        if judged.shown.len() > reading.diagnostics.len() {
            console.note("`ropa check` shows what the lints find; the register lists it");
        }
        let theme = theme(self.theme.as_deref(), &reading)?;
        console.diagnostics(&theme.remarks().diagnostics, &theme.remarks().sources);
        let fetched = Library::default().fetch(&mut reading, theme.strings(), &place.folder()?);
        for told in fetched.unlisted.iter().chain(&fetched.missing) {
            console.note(told);
        }
        if !fetched.missing.is_empty() {
            console.note(
                "their pages are not written, and links to them lead nowhere: fetch the whole history \
                 (`git fetch --unshallow`), or keep the texts in the registry with `ropa archive`",
            );
        }
        let chronicle = self.chronicle(place, &reading, &theme, as_of)?;
        refuse_inside(&self.output, &place.folder()?)?;
        let output = Output::open(&self.output)?;
        let pages = AtomicUsize::new(0);
        let site = Site {
            reading: &reading,
            theme: &theme,
            findings: &judged.verdict.findings,
            as_of,
            single_page: self.single_page,
        };
        Press::new(site).with_chronicle(chronicle.as_ref()).render(&|route, bytes| {
            let number = pages.fetch_add(1, Ordering::Relaxed) + 1;
            if console.shows_progress() && number.is_multiple_of(500) {
                console.progress(&format!("{number} pages made"));
            }
            output.stage(route, bytes)
        })?;
        console.progress("");
        let missing = theme.strings().missing();
        if !missing.is_empty() {
            return Err(crate::theme::ThemeError::MissingStrings(missing.join(", ")).into());
        }
        let written = output.commit()?;
        console.say(&format!(
            "{}, {} ({} written, {} unchanged, {} removed) in {}, {:.2} s",
            count(reading.registry.len(), "record", "records"),
            count(pages.into_inner(), "page", "pages"),
            written.written,
            written.unchanged,
            written.removed,
            shown(&self.output),
            start.elapsed().as_secs_f64(),
        ));
        let is_whole = !judged.denies(&reading) && fetched.missing.is_empty();
        let code = if is_whole { DONE } else { FINDINGS };
        Ok(leave(reading, code))
    }

    /// What the history says, up to the commit that is built.
    fn chronicle(
        &self,
        place: &Workplace,
        reading: &Reading,
        theme: &Theme,
        as_of: NaiveDate,
    ) -> Result<Option<Chronicle>, WorkplaceError> {
        let Some(most) = self.history else { return Ok(None) };
        let asked = Asked {
            tip: place.past.as_ref().map(|past| &past.snapshot.commit),
            most: most.get(),
            names_authors: self.history_authors,
            as_of,
            overrides: &self.levels.overrides(),
            shown_as: &reading.sources.root,
            strings: theme.strings(),
        };
        Ok(Some(chronicle::read(Repository::open(&place.folder()?), &asked)))
    }
}

/// The theme that was named, or `themes/default` here, or the one built in.
pub(super) fn theme(named: Option<&Path>, reading: &Reading) -> Result<Theme, crate::theme::ThemeError> {
    let language = reading.registry.settings.language.text().unwrap_or("en");
    match theme_folder(named) {
        Some(folder) => Theme::of_folder(language, folder),
        None => Theme::embedded(language),
    }
}

/// The folder of the theme, unless it is the one built in.
pub(super) fn theme_folder(named: Option<&Path>) -> Option<&Path> {
    let here = Path::new("themes/default");
    named.or_else(|| here.is_dir().then_some(here))
}

/// Refuses an output folder that is the registry or lies in it: its pages would be read as records.
pub(super) fn refuse_inside(output: &Path, registry: &Path) -> Result<(), std::io::Error> {
    // A registry that is read from git may have no folder any more.
    if !registry.exists() {
        return Ok(());
    }
    let registry = registry.canonicalize()?;
    let output = std::path::absolute(output)?;
    let standing = output.ancestors().find_map(|folder| folder.canonicalize().ok());
    if standing.is_some_and(|folder| folder.starts_with(&registry)) {
        return Err(std::io::Error::other("the output would lie inside the registry; choose another place"));
    }
    Ok(())
}
