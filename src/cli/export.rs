//! `ropa export`.

mod documents;
mod interchange;
mod packs;
mod profiles;
mod register;
mod tables;
mod target;
mod told;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::past::At;
use super::workplace::Workplace;
use super::{Console, Outcome, build};

/// Hand the register over: to an authority, a client, a spreadsheet or another program.
///
/// What the lints find is left out: it is a note of the authors to themselves. Files are written whole or
/// not at all. The same records, judged on the same day, make the same bytes.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export xlsx                                a workbook with all tables
  ropa export ods --profile cnil                  the sheets that the CNIL proposes
  ropa export csv --separator semicolon --bom     a file per table, as spreadsheets open it
  ropa export html                                the register as one page, for any browser
  ropa export json --controller example --out -   the records of one controller, printed
  ropa export pack                                everything for a supervisory authority
  ropa export pack --at 2026-03-31                the same as the records stood on that day
  ropa export client-pack --client KEY            what is done for one client
  ropa export tilt --notice website               a public notice in TILT
  ropa export dpv                                 the register as linked data (internal)

Exit codes: 0 written, 1 written, but cells or columns that the profile asks for are empty, or there
are mistakes in the files (then nothing is written), 2 could not run")]
pub(super) struct Export {
    #[command(subcommand)]
    format: Format,

    #[command(flatten)]
    at: At,
}

// A variant without a comment has that of its struct, with the paragraphs that `--help` shows.
#[derive(Debug, Subcommand)]
enum Format {
    Xlsx(tables::Xlsx),
    Ods(tables::Ods),
    Csv(tables::Csv),
    Html(documents::Html),
    Markdown(documents::Markdown),
    Pdf(documents::Pdf),
    Json(documents::Json),
    Pack(packs::Pack),
    ClientPack(packs::ClientPack),
    Tilt(interchange::Tilt),
    Dpv(interchange::Dpv),
    Profiles(profiles::Profiles),
}

/// Which part of the register is meant.
#[derive(Debug, Clone, Default, Args)]
struct Part {
    /// Only the activities, notices and client processing of this controller, by id
    #[arg(long, value_name = "ID")]
    controller: Option<String>,

    /// Only these activities, by id; `*` stands for any letters
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    activities: Vec<String>,
}

/// Where one file goes.
#[derive(Debug, Clone, Args)]
struct Place {
    /// File or folder to write; `-` prints it [default: a file here, named after the format]
    #[arg(long, short, value_name = "PATH")]
    out: Option<PathBuf>,
}

impl Format {
    /// Where it goes, if that was said.
    fn out(&self) -> Option<&Path> {
        let place = match self {
            Format::Xlsx(one) => one.place(),
            Format::Ods(one) => one.place(),
            Format::Csv(one) => one.place(),
            Format::Html(one) => one.place(),
            Format::Markdown(one) => one.place(),
            Format::Pdf(one) => one.place(),
            Format::Json(one) => one.place(),
            Format::Pack(one) => return Some(one.out()),
            Format::ClientPack(one) => return one.out(),
            Format::Tilt(one) => one.place(),
            Format::Dpv(one) => one.place(),
            Format::Profiles(_) => return None,
        };
        place.out.as_deref()
    }
}

impl Export {
    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let workplace = &self.at.place(workplace, console)?;
        if let Some(out) = self.format.out().filter(|out| *out != Path::new("-")) {
            build::refuse_inside(out, &workplace.folder()?)?;
        }
        match self.format {
            Format::Xlsx(tables) => tables.run(workplace, console),
            Format::Ods(tables) => tables.run(workplace, console),
            Format::Csv(tables) => tables.run(workplace, console),
            Format::Html(document) => document.run(workplace, console),
            Format::Markdown(document) => document.run(workplace, console),
            Format::Pdf(document) => document.run(workplace, console),
            Format::Json(document) => document.run(workplace, console),
            Format::Pack(pack) => pack.run(workplace, console),
            Format::ClientPack(pack) => pack.run(workplace, console),
            Format::Tilt(tilt) => tilt.run(workplace, console),
            Format::Dpv(dpv) => dpv.run(workplace, console),
            Format::Profiles(profiles) => profiles.run(workplace, console),
        }
    }
}
