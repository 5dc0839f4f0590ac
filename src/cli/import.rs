//! `ropa import`.

mod account;
mod conflicts;
mod folder;
mod sheets;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use self::folder::Step;
use super::check::count;
use super::workplace::{Workplace, shown};
use super::{CANNOT_RUN, Console, DONE, FINDINGS, Outcome};
use crate::diagnostic::Severity;
use crate::import::{Account, Conflict, Draft, Judged, Standing, fides, json, tilt};
use crate::load::{self, LoadError, Loaded};
use crate::record::Kind;
use crate::source::Sources;

/// The largest file that is read. Registries are texts of people.
const LARGEST: u64 = 256 * 1024 * 1024;

/// So many mistakes are shown. A file with more has another reason, and its lines may be long.
const MOST_SHOWN: usize = 500;

/// Make the files of a registry from another format.
///
/// The records are written as TOML, in the order and the files of the import, and read as every registry
/// is before anything is written: a file with mistakes changes nothing, and all mistakes are told with
/// their line. What stands in the folder already stays: a file that says the same is left as it is, with
/// its comments; where one says something else, each key is told with its line, and nothing is written.
/// With --keep the records that stand there stay and others are added; with --force what differs is
/// replaced. Other files are not touched.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import json register.json                  into the registry here, or a new folder `registry`
  ropa import json register.json --into copy      into another folder
  ropa import json register.json --dry-run        say what would be written
  ropa import json register.json --force          replace files that say something else
  ropa import json register.json --keep           add records, and leave those that stand there
  ropa import fides manifest.yml --into draft     records from systems and datasets of fides
  ropa import tilt notice.json --into draft       records from a notice in TILT
  ropa import xlsx register.xlsx --dry-run        the same for a spreadsheet: see `ropa import xlsx --help`

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
pub(super) struct Import {
    #[command(subcommand)]
    format: Format,
}

#[derive(Debug, Subcommand)]
enum Format {
    Json(Json),
    Fides(Fides),
    Tilt(Tilt),
    Csv(sheets::Csv),
    Xlsx(sheets::Xlsx),
    Ods(sheets::Ods),
}

/// A registry as one JSON file, without loss.
///
/// Reads what `ropa export json` wrote, or another program after the schema that
/// `ropa schema registry-export` prints: settings, and records by kind and id with their files. Comments
/// and formatting are not in such a file. A record without `file` gets a file of its own.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import json register.json --into registry
  ropa schema registry-export

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
struct Json {
    #[command(flatten)]
    target: Target,
}

/// A manifest of fides: systems with their privacy declarations, datasets and organizations, as YAML.
///
/// Each privacy declaration becomes an activity; data uses, categories, subjects and legal bases become
/// records in the words of a register. Datasets become systems, with the categories of their fields; a file
/// that holds nothing else makes no activity, because it does not say what the data are for. Several files
/// can go into one register. What has no field goes into the note of its record, and the summary counts
/// every value: placed, kept in notes, left out, such as how programs read a field. The records are drafts:
/// they load, and `ropa check` says what is missing. Settings are written only where the folder has none.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import fides .fides/manifest.yml --dry-run
  ropa import fides .fides/manifest.yml --into draft && ropa check --registry draft
  for file in datasets/*.yml; do ropa import fides $file --into draft; done

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
struct Fides {
    #[command(flatten)]
    target: Target,
}

/// A notice as TILT, the Transparency Information Language: JSON.
///
/// Data disclosed for the same purposes on the same bases become one activity; a notice, the controller,
/// recipients, sources, retention rules and legal bases become records. Legal references are read where they
/// are certain and kept as they are written where not. TILT knows no groups of people, and a notice tells
/// only of what concerns a group: all activities name one group, which stands for all data subjects until
/// you write yours.
/// Documents that do not fit the schema of TILT are read too: nulls say nothing, and what has no field is
/// kept in notes.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa import tilt notice.json --dry-run
  ropa import tilt notice.json --into draft && ropa check --registry draft

Exit codes: 0 done; 1 the import has mistakes, and nothing is written, or --keep left records that say
something else; 2 could not run, and nothing is written")]
struct Tilt {
    #[command(flatten)]
    target: Target,
}

/// What is imported, and where to.
#[derive(Debug, Args)]
struct Target {
    /// File to import
    #[arg(value_name = "FILE")]
    file: PathBuf,

    #[command(flatten)]
    writing: Writing,
}

/// Where records go, and what may be written there.
#[derive(Debug, Args)]
struct Writing {
    /// Folder of the registry [default: --registry, else the registry here or above, else `registry`]
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,

    /// Replace what says something else
    #[arg(long, conflicts_with = "keep")]
    force: bool,

    /// Leave every record that stands there as it is, and write those that do not
    #[arg(long)]
    keep: bool,

    /// Write nothing, and say what would be written
    #[arg(long)]
    dry_run: bool,
}

/// Why nothing could be imported.
#[derive(Debug, thiserror::Error)]
enum ImportError {
    #[error("cannot read {file}")]
    Read { file: String, source: std::io::Error },
    #[error("{file} has {mib} MiB; at most {} MiB are read", LARGEST / 1024 / 1024)]
    TooLarge { file: String, mib: u64 },
    #[error("{file} is no text in UTF-8: the byte at {at} is wrong; save it as UTF-8")]
    NotText { file: String, at: usize },
    #[error("cannot write {folder}; it is as it was")]
    Write { folder: String, source: std::io::Error },
}

impl Import {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        match self.format {
            Format::Json(Json { target }) => {
                let draft = json::read(&target.text()?, &shown(&target.file));
                target.put(draft, place, console)
            }
            Format::Fides(Fides { target }) => {
                let draft = fides::read(&target.text()?, &shown(&target.file));
                target.put(draft, place, console)
            }
            Format::Tilt(Tilt { target }) => {
                let draft = tilt::read(&target.text()?, &shown(&target.file));
                target.put(draft, place, console)
            }
            Format::Csv(csv) => csv.run(place, console),
            Format::Xlsx(xlsx) => xlsx.run(place, console),
            Format::Ods(ods) => ods.run(place, console),
        }
    }
}

impl Target {
    fn text(&self) -> Result<String, ImportError> {
        let file = shown(&self.file);
        let failed = |source| ImportError::Read { file: file.clone(), source };
        let size = fs::metadata(&self.file).map_err(failed)?.len();
        if size > LARGEST {
            return Err(ImportError::TooLarge { file, mib: size / 1024 / 1024 });
        }
        String::from_utf8(fs::read(&self.file).map_err(failed)?)
            .map_err(|error| ImportError::NotText { file, at: error.utf8_error().valid_up_to() })
    }

    fn put(self, draft: Draft, place: &Workplace, console: &Console) -> Outcome {
        let (folder, loaded) = self.held(place)?;
        let file = shown(&self.file);
        self.put_among(draft, &file, &folder, loaded, &|_| {}, console)
    }

    /// The folder that records go to, and what it holds.
    fn held(&self, place: &Workplace) -> Result<(PathBuf, Loaded), LoadError> {
        let folder = self.writing.into.clone().or_else(|| place.folder().ok()).unwrap_or_else(|| "registry".into());
        let name = shown(&folder);
        match load::load(&folder, &name) {
            Ok(loaded) => Ok((folder, loaded)),
            Err(LoadError::Missing(_)) => {
                Ok((folder, Loaded { sources: Sources::new(name.as_str()), ..Loaded::default() }))
            }
            Err(error) => Err(error),
        }
    }

    /// Puts records among those of a folder, and tells what else there is to tell before the end.
    fn put_among(
        self,
        mut draft: Draft,
        file: &str,
        folder: &Path,
        loaded: Loaded,
        tell: &dyn Fn(&Console),
        console: &Console,
    ) -> Outcome {
        let name = shown(folder);
        let (counts, partial, account) = (draft.counts(), draft.partial, draft.account.clone());
        draft.keeps = self.writing.keep;
        let judged = draft.judge(loaded);
        let first = judged.diagnostics.get(..MOST_SHOWN).unwrap_or(&judged.diagnostics);
        console.diagnostics(first, &judged.sources);
        let more = judged.diagnostics.len() - first.len();
        if more > 0 {
            console.note(&format!("and {more} more: mend these first\n"));
        }
        tell(console);
        if judged.is_broken() {
            let errors = judged.diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
            let errors = console.bold_red(&count(errors, "error", "errors"));
            console.note(&format!("{errors} in what {file} would make of {name}: nothing was written"));
            return Ok(FINDINGS);
        }
        let differing: Vec<&str> = judged.standing(Standing::Differs).map(|file| file.path.as_str()).collect();
        if !differing.is_empty() && !self.writing.force && !self.writing.keep {
            conflicts::tell(&differing, &judged.conflicts, &name, console);
            console.note(&format!(
                "{}: {} would be replaced, and nothing was written; --keep leaves the records that stand there and \
                 writes the others, --force replaces what differs",
                console.bold_red("error"),
                count(differing.len(), "file", "files"),
            ));
            return Ok(CANNOT_RUN);
        }
        if !self.writing.dry_run {
            let steps: Vec<Step<'_>> = judged
                .files
                .iter()
                .filter(|(_, standing)| *standing != Standing::Same)
                .map(|(file, standing)| Step {
                    path: &file.path,
                    text: &file.text,
                    replaces: *standing == Standing::Differs,
                })
                .collect();
            folder::write(folder, &steps).map_err(|source| ImportError::Write { folder: name.clone(), source })?;
        }
        self.report(
            &judged,
            &Told { file, folder: &name, counts: &counts, partial, account: account.as_ref() },
            console,
        );
        let left = if self.writing.keep { judged.left() } else { Vec::new() };
        if left.is_empty() {
            return Ok(DONE);
        }
        console.note("\nLeft as they are, though the import says something else:");
        let keys: Vec<Conflict> = judged.conflicts.iter().filter(|one| !one.is_record).cloned().collect();
        conflicts::tell(&left, &keys, &name, console);
        Ok(FINDINGS)
    }

    fn report(&self, judged: &Judged, told: &Told<'_>, console: &Console) {
        let Told { file, folder, counts, partial, account } = told;
        let total: usize = counts.iter().map(|(_, number)| number).sum();
        console.say(&format!("{} in {file}", count(total, "record", "records")));
        for (kind, number) in *counts {
            console.say(&format!("  {number:>5}  {}", kind.folder()));
        }
        if let Some(account) = account {
            account::report(account, file, console);
        }
        let would = if self.writing.dry_run { "would be " } else { "" };
        let number = |standing| judged.standing(standing).count();
        let (new, replaced, same) = (number(Standing::New), number(Standing::Differs), number(Standing::Same));
        let left = if self.writing.keep { judged.left() } else { Vec::new() };
        if new + replaced == 0 && left.is_empty() {
            console
                .say(&format!("nothing to do: {folder} holds the same already, in {}", count(same, "file", "files")));
        } else {
            if new > 0 {
                console.say(&format!("{} {would}written to {folder}", count(new, "new file", "new files")));
            }
            let changed = if self.writing.keep { "given further records" } else { "replaced" };
            // Of a file that was given records, other records may be left.
            let kept =
                left.iter().filter(|path| judged.standing(Standing::Same).any(|file| file.path == **path)).count();
            for (number, what) in [
                (replaced, format!("{would}{changed}")),
                (kept, "not changed, though the import says something else".into()),
                (same - kept, "left as they are: they say the same".into()),
            ] {
                if number > 0 {
                    console.say(&format!("{} {what}", count(number, "file", "files")));
                }
            }
        }
        if self.writing.dry_run {
            for (file, standing) in &judged.files {
                let word = match standing {
                    Standing::New => "new",
                    Standing::Differs if self.writing.keep => "added to",
                    Standing::Differs => "replaced",
                    Standing::Same if left.contains(&file.path.as_str()) => "left",
                    Standing::Same => "the same",
                };
                console.say(&format!("  {word:>8}  {folder}/{}", file.path));
            }
        }
        if !judged.others.is_empty() {
            let others = count(judged.others.len(), "other file", "other files");
            console.say(&format!("{others} of {folder} not touched: the import does not know of them"));
        }
        if *partial {
            console.note(&format!("{file} says of itself that it holds a selection of records, not all of a registry"));
        }
        if let Some(account) = account {
            account::advice(account, console);
        }
        if self.writing.dry_run {
            console.note("Nothing was written.");
        } else {
            // The default folder is found without being named.
            let option = if *folder == "registry" { String::new() } else { format!(" --registry {folder}") };
            console.note(&format!(
                "\nNext:\n  ropa check{option}   report what the records lack\n  \
                 ropa serve{option} --open   show them in a browser"
            ));
        }
    }
}

/// What a report speaks of.
struct Told<'a> {
    file: &'a str,
    folder: &'a str,
    counts: &'a [(Kind, usize)],
    partial: bool,
    account: Option<&'a Account>,
}
