//! `ropa export`.

mod register;
mod target;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::workplace::Workplace;
use super::{Console, DONE, Outcome};
use crate::export::single;
use register::{Opened, Register};
use target::Target;

/// Hand the register over: to an authority, a client, a spreadsheet or another program.
///
/// What the lints find and links into the repository are left out: they are notes of the authors to
/// themselves. Files are written whole or not at all. The same records, judged on the same day, make the
/// same bytes.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export html                                the register as one page, for any browser
  ropa export json --out backup.json              every record, without loss
  ropa export json --controller example --out -   the records of one controller, printed

Exit codes: 0 written, 1 written, but the register could not fill what the profile requires, or there
are mistakes in the files (then nothing is written), 2 could not run")]
pub(super) struct Export {
    #[command(subcommand)]
    format: Format,
}

#[derive(Debug, Subcommand)]
enum Format {
    Html(Html),
    Json(Json),
}

/// Which part of the register is meant.
#[derive(Debug, Clone, Args)]
pub(super) struct Part {
    /// Only the activities, notices and client processing of this controller, by id
    #[arg(long, value_name = "ID")]
    controller: Option<String>,

    /// Only these activities, by id; `*` stands for any letters
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    activities: Vec<String>,
}

/// Where the export goes, and how it looks.
#[derive(Debug, Clone, Args)]
struct Place {
    /// File or folder to write; `-` prints it [default: a file of that name here]
    #[arg(long, short, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// The whole register as one HTML file, for screen and paper.
///
/// It needs no other file, no script and no network: it can be sent, archived and opened from disk.
#[derive(Debug, Args)]
struct Html {
    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,

    /// Folder of a theme [default: themes/default here if there is one, else the one built in]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
}

/// Every record as JSON, without loss; `ropa import json` reads it back.
///
/// `ropa schema registry-export` describes it. Comments and the layout of the TOML files are no data and
/// stay behind.
#[derive(Debug, Args)]
struct Json {
    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,
}

impl Export {
    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        match self.format {
            Format::Html(html) => html.run(workplace, console),
            Format::Json(json) => json.run(workplace, console),
        }
    }
}

impl Html {
    fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(self.theme.as_deref())?;
        let written = Target::of(self.place.out.as_deref(), "register.html")
            .write(true, |out| Ok(out.write_all(&single::html(&register.site(&theme))?)?))?;
        told(written, console);
        Ok(register.leave(DONE))
    }
}

impl Json {
    fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let written = Target::of(self.place.out.as_deref(), "register.json")
            .write(true, |out| Ok(out.write_all(register.json()?.as_bytes())?))?;
        told(written, console);
        Ok(register.leave(DONE))
    }
}

/// Says where a file is.
fn told(written: Option<String>, console: &Console) {
    if let Some(path) = written {
        console.say(&format!("written: {path}"));
    }
}
