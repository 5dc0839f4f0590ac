//! The register as tables: XLSX, ODS, CSV.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::register::{Opened, Register};
use super::target::{Sink, Target};
use super::told::Findings;
use super::{Part, Place};
use crate::cli::check::count;
use crate::cli::workplace::{Workplace, shown};
use crate::cli::{Console, DONE, FINDINGS, Outcome};
use crate::decode::did_you_mean;
use crate::export::csv::{self, Separator};
use crate::export::profile::{self, Profile};
use crate::export::workbook::Workbook;
use crate::export::{ExportError, ods, tables, xlsx};
use crate::register::Desk;
use crate::write::Output;

/// The profile that is used where none is named.
pub(super) const OWN: &str = "register";

/// What is laid out, how, and where it goes.
#[derive(Debug, Clone, Args)]
pub(super) struct Wanted {
    #[command(flatten)]
    pub(super) part: Part,

    #[command(flatten)]
    pub(super) place: Place,

    /// How the tables are laid out; `ropa export profiles` lists what there is
    #[arg(long, value_name = "NAME", default_value = OWN)]
    pub(super) profile: String,

    #[command(flatten)]
    pub(super) findings: Findings,
}

/// The register as a workbook for Excel and others.
///
/// A sheet for each table, then what the columns mean and what the register could not fill.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export xlsx
  ropa export xlsx --profile ico --out ropa-ico.xlsx
  ropa export xlsx --profile garante --findings json > findings.json")]
pub(super) struct Xlsx {
    #[command(flatten)]
    wanted: Wanted,
}

/// The register as an OpenDocument workbook, for LibreOffice and others.
///
/// A sheet for each table, then what the columns mean and what the register could not fill.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export ods
  ropa export ods --profile cnil")]
pub(super) struct Ods {
    #[command(flatten)]
    wanted: Wanted,
}

/// The register as comma-separated values (RFC 4180), a file per table in a folder.
///
/// Words that a spreadsheet would take for a formula begin with an apostrophe; --no-guard leaves them as
/// they are, for programs.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export csv                                  files in the folder register-csv
  ropa export csv --separator semicolon --bom      as Excel reads them where the decimal sign is a comma
  ropa export csv --table activities --out -       one table, printed")]
pub(super) struct Csv {
    #[command(flatten)]
    wanted: Wanted,

    /// Only this table, by the name of its file without `.csv`
    #[arg(long, value_name = "NAME")]
    table: Option<String>,

    /// What stands between two values
    #[arg(long, value_name = "SIGN", default_value = "comma")]
    separator: Sign,

    /// Begin each file with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    /// Write what looks like a formula as it is
    #[arg(long)]
    no_guard: bool,
}

/// What stands between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sign {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab
    Tab,
}

/// Why tables could not be written.
#[derive(Debug, thiserror::Error)]
enum TablesError {
    #[error("there is no profile `{name}`{help}; `ropa export profiles` lists what there is")]
    Profile { name: String, help: String },
    #[error("there is no table `{name}`; the tables are {known}")]
    Table { name: String, known: String },
    #[error("several files cannot be printed: name one with --table")]
    Several,
}

impl Xlsx {
    pub(super) fn place(&self) -> &Place {
        &self.wanted.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        one_file(self.wanted, "xlsx", false, workplace, console, |workbook, out| xlsx::write(workbook, out))
    }
}

impl Ods {
    pub(super) fn place(&self) -> &Place {
        &self.wanted.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        one_file(self.wanted, "ods", false, workplace, console, |workbook, out| ods::write(workbook, out))
    }
}

/// Exports tables into one file.
pub(super) fn one_file(
    wanted: Wanted,
    extension: &str,
    is_text: bool,
    workplace: &Workplace,
    console: &Console,
    write: impl FnOnce(Workbook<'_>, &mut dyn Sink) -> Result<(), ExportError>,
) -> Outcome {
    let name = format!("{}.{extension}", stem(&wanted.profile));
    let target = Target::of(wanted.place.out.as_deref(), &name);
    wanted.laid_out(target == Target::Output, workplace, console, |desk, profile| {
        let written = target.write(is_text, |out| Ok(write(tables::workbook(desk, profile), out)?))?;
        Ok(written)
    })
}

/// What files of a profile are called.
fn stem(profile: &str) -> String {
    if profile == OWN { OWN.to_owned() } else { format!("{OWN}-{profile}") }
}

impl Wanted {
    /// Opens the register, writes it, and says what was written and what it could not fill.
    fn laid_out(
        self,
        is_printed: bool,
        workplace: &Workplace,
        console: &Console,
        write: impl FnOnce(&Desk<'_>, &Profile) -> Result<Option<String>, Box<dyn std::error::Error>>,
    ) -> Outcome {
        self.findings.refuse_beside(is_printed)?;
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let profile = find(&register, &self.profile)?;
        let theme = register.theme(None)?;
        let desk = register.desk(&theme);
        let unfilled = tables::unfilled(&desk, &profile);
        if let Some(written) = write(&desk, &profile)? {
            self.findings.written(&written, console);
        }
        self.findings.tell(&unfilled, &register, console)?;
        let code = if unfilled.is_nothing() { DONE } else { FINDINGS };
        drop(desk);
        Ok(register.leave(code))
    }
}

/// The profile of a name.
pub(super) fn find(register: &Register, name: &str) -> Result<Profile, Box<dyn std::error::Error>> {
    let own = register.profiles();
    profile::find(own, name).ok_or_else(|| {
        let names = profile::names(own);
        let near = did_you_mean(name, names.iter().map(String::as_str));
        let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        TablesError::Profile { name: name.to_owned(), help }.into()
    })
}

impl Csv {
    pub(super) fn place(&self) -> &Place {
        &self.wanted.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let separator = match self.separator {
            Sign::Comma => Separator::Comma,
            Sign::Semicolon => Separator::Semicolon,
            Sign::Tab => Separator::Tab,
        };
        let options = csv::Options { separator, mark: self.bom, guard: !self.no_guard };
        let out = self.wanted.place.out.clone();
        let is_printed = out.as_deref() == Some(Path::new("-"));
        let stem = stem(&self.wanted.profile);
        let table = self.table;
        self.wanted.laid_out(is_printed, workplace, console, |desk, profile| {
            let workbook = || tables::workbook(desk, profile);
            match table {
                Some(table) => one_table(workbook(), &table, &stem, out.as_deref(), options),
                None if is_printed => Err(TablesError::Several.into()),
                None => {
                    let folder = out.unwrap_or_else(|| PathBuf::from(format!("{stem}-csv")));
                    folder_of_tables(workbook(), &folder, options).map(Some)
                }
            }
        })
    }
}

fn one_table(
    workbook: Workbook<'_>,
    table: &str,
    stem: &str,
    out: Option<&Path>,
    options: csv::Options,
) -> Result<Option<String>, Box<dyn std::error::Error>> {
    let mut known = Vec::new();
    for file in csv::files(workbook, options) {
        let file = file?;
        let name = file.name.trim_end_matches(".csv");
        if name == table {
            let target = Target::of(out, &format!("{stem}-{}", file.name));
            return target.write(true, |out| Ok(out.write_all(&file.bytes)?));
        }
        known.push(format!("`{name}`"));
    }
    Err(TablesError::Table { name: table.to_owned(), known: known.join(", ") }.into())
}

fn folder_of_tables(
    workbook: Workbook<'_>,
    folder: &Path,
    options: csv::Options,
) -> Result<String, Box<dyn std::error::Error>> {
    let output = Output::open(folder)?;
    let mut files = 0;
    for file in csv::files(workbook, options) {
        let file = file?;
        output.stage(&file.name, &file.bytes)?;
        files += 1;
    }
    output.commit()?;
    Ok(format!("{} in {}", count(files, "file", "files"), shown(folder)))
}
