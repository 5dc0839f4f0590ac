//! The register as a document: HTML, Markdown, PDF, JSON.

use std::path::PathBuf;

use clap::Args;

use super::register::{Opened, Register};
use super::tables::{self, Wanted};
use super::target::Target;
use super::told::{self, Findings};
use super::{Part, Place};
use crate::cli::workplace::Workplace;
use crate::cli::{Console, DONE, Outcome};
use crate::export::html_tables;
use crate::handover::pdf::{Attachment, Typst};
use crate::handover::{HandoverError, markdown, single};
use crate::theme::Theme;

/// The register as one HTML file, for screen and paper.
///
/// It needs no other file, no script and no network: it can be sent, archived and opened from disk. With
/// a profile it holds the tables of that profile instead; one whose readers are the public, such as
/// `aepd`, holds public facts only.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export html
  ropa export html --activities 'hr-*' --out personnel.html
  ropa export html --profile aepd --out inventario.html")]
pub(super) struct Html {
    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,

    /// The tables of this profile in place of the register; `ropa export profiles` lists them
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,

    #[command(flatten)]
    findings: Findings,

    /// Folder of a theme [default: themes/default here if there is one, else the one built in]
    #[arg(long, value_name = "DIR", conflicts_with = "profile")]
    theme: Option<PathBuf>,
}

/// The register as one Markdown file.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export markdown --out REGISTER.md")]
pub(super) struct Markdown {
    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,
}

/// The register as a typeset PDF for archives (PDF/A-3a, PDF/UA-1), with the records attached as JSON.
///
/// It is set by typst, 0.14 or later, which has to be installed: `cargo install typst-cli`, or see
/// typst.app. No font of the machine is used, so that the bytes are the same everywhere; characters that
/// typst's own fonts lack stand as their numbers, unless --fonts names a folder that has them.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export pdf
  ropa export pdf --controller example --fonts /usr/share/fonts/noto")]
pub(super) struct Pdf {
    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    typst: TypstOptions,
}

/// How typst is called.
#[derive(Debug, Clone, Args)]
pub(super) struct TypstOptions {
    /// The program typst [default: $ROPA_TYPST, else `typst` on the path]
    #[arg(long, value_name = "PROGRAM")]
    typst: Option<PathBuf>,

    /// Folder with fonts for scripts that typst's own fonts lack
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

/// Every record as JSON, without loss; `ropa import json` reads it back.
///
/// A part keeps the names of records that are not in it, so it is imported into a registry that has them.
///
/// `ropa schema registry-export` describes it. Comments and the layout of the TOML files are no data and
/// stay behind.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export json --out backup.json
  ropa export json --activities newsletter --out - | jq .records.activities")]
pub(super) struct Json {
    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,
}

impl Html {
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        if let Some(profile) = self.profile {
            let wanted = Wanted { part: self.part, place: self.place, profile, findings: self.findings };
            return tables::one_file(wanted, "html", true, workplace, console, |workbook, out| {
                html_tables::write(workbook, out)
            });
        }
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(self.theme.as_deref())?;
        let written = Target::of(self.place.out.as_deref(), "register.html")
            .write(true, |out| Ok(out.write_all(&single::html(&register.site(&theme))?)?))?;
        told::written(written, console);
        Ok(register.leave(DONE))
    }
}

impl Markdown {
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(None)?;
        let written = Target::of(self.place.out.as_deref(), "register.md")
            .write(true, |out| Ok(out.write_all(markdown::register(&register.site(&theme)).as_bytes())?))?;
        told::written(written, console);
        Ok(register.leave(DONE))
    }
}

impl Pdf {
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(None)?;
        let written = Target::of(self.place.out.as_deref(), "register.pdf").write(false, |out| {
            console.progress("typst sets the register");
            let pdf = self.typst.pdf(&register, &theme, &register.json()?);
            console.progress("");
            Ok(out.write_all(&pdf?)?)
        })?;
        told::written(written, console);
        Ok(register.leave(DONE))
    }
}

impl TypstOptions {
    /// The register as PDF, with its records attached.
    pub(super) fn pdf(&self, register: &Register, theme: &Theme, json: &str) -> Result<Vec<u8>, HandoverError> {
        let attachment = Attachment { name: "register.json", text: json };
        self.program(Some(attachment)).pdf(&register.site(theme))
    }

    /// What typst says it is.
    pub(super) fn version(&self) -> Option<String> {
        self.program(None).version()
    }

    fn program<'a>(&self, attachment: Option<Attachment<'a>>) -> Typst<'a> {
        Typst { program: self.typst.clone(), fonts: self.fonts.clone(), attachment }
    }
}

impl Json {
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let written = Target::of(self.place.out.as_deref(), "register.json")
            .write(true, |out| Ok(out.write_all(register.json()?.as_bytes())?))?;
        told::written(written, console);
        Ok(register.leave(DONE))
    }
}
