//! `ropa export pack` and `ropa export client-pack`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Part;
use super::documents::TypstOptions;
use super::register::{Opened, Register};
use super::tables::{OWN, find};
use super::target::Target;
use super::told::Findings;
use crate::cli::check::count;
use crate::cli::workplace::{Workplace, shown};
use crate::cli::{Console, DONE, FINDINGS, Outcome};
use crate::export::{archive, tables};
use crate::handover::HandoverError;
use crate::handover::pack::{Authority, Client, Pdf};
use crate::selection::Selection;
use crate::theme::Theme;
use crate::write::Output;

/// Everything that a supervisory authority may ask for (Article 30(4)), as a folder and a zip archive.
///
/// The register as PDF, page, workbook, CSV and JSON, the notices in force, what waivers accept, the
/// versions of the program and of its legal data, the commit of the records, and SHA-256 sums. Made again
/// from the same commit for the same day (--as-of), it has the same bytes.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export pack
  ropa export pack --controller example --out for-the-authority --as-of 2026-11-22
  ropa export pack --without-pdf

Exit codes: 0 written, 1 written, but the register lacks what Article 30 asks for, or there are mistakes
in the files (then nothing is written), 2 could not run")]
pub(super) struct Pack {
    #[command(flatten)]
    part: Part,

    /// Folder to write; the archive has the same name and `.zip`
    #[arg(long, short, value_name = "DIR", default_value = "authority-pack")]
    out: PathBuf,

    /// Leave the PDF out, where typst is not installed
    #[arg(long)]
    without_pdf: bool,

    #[command(flatten)]
    typst: TypstOptions,

    #[command(flatten)]
    findings: Findings,

    /// Folder of a theme [default: themes/default here if there is one, else the one built in]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
}

/// The record of what is done for one client (Article 30(2)), with sub-processors and measures, as a
/// folder and a zip archive.
///
/// It holds nothing of other clients, and no notes of the register.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export client-pack --client library-association
  ropa export client-pack --client library-association --out for-the-library

Exit codes: 0 written, 1 there are mistakes in the files (nothing is written), 2 could not run")]
pub(super) struct ClientPack {
    /// The client, by its key in `client-processing`
    #[arg(long, value_name = "KEY")]
    client: String,

    /// Folder to write; the archive has the same name and `.zip` [default: client-pack-KEY]
    #[arg(long, short, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// The profile of what a client gets.
const CLIENT: &str = "client";

/// Why a pack could not be made.
#[derive(Debug, thiserror::Error)]
enum PackError {
    #[error("{0}; or leave the PDF out with --without-pdf")]
    NoPdf(HandoverError),
    #[error("a pack is a folder and cannot be printed: name the folder with --out")]
    Printed,
}

impl Pack {
    pub(super) fn out(&self) -> &Path {
        &self.out
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(self.theme.as_deref())?;
        let json = register.json()?;
        let pdf = if self.without_pdf { None } else { Some(self.pdf(&register, &theme, &json, console)?) };
        let profile = find(&register, OWN)?;
        let in_force = register.in_force(&self.part)?;
        let desk = register.desk(&theme);
        let workbook = || tables::workbook(&desk, &profile);
        let provenance = workplace.provenance()?;
        let pack = Authority {
            register: register.site(&theme),
            notices: register.site_of(&in_force, &theme),
            workbook: &workbook,
            json,
            pdf,
            provenance: provenance.as_ref(),
        };
        let packed = pack.pack()?;
        let written = write(&packed.files, &self.out, &register)?;
        self.findings.written(&written, console);
        packed.remarks.iter().for_each(|remark| console.note(remark));
        let unfilled = tables::unfilled(&desk, &profile);
        self.findings.tell(&unfilled, &register, console)?;
        let code = if unfilled.is_nothing() { DONE } else { FINDINGS };
        drop(desk);
        Ok(register.leave(code))
    }

    fn pdf(&self, register: &Register, theme: &Theme, json: &str, console: &Console) -> Result<Pdf, PackError> {
        console.progress("typst sets the register");
        let bytes = self.typst.pdf(register, theme, json);
        console.progress("");
        Ok(Pdf { bytes: bytes.map_err(PackError::NoPdf)?, program: self.typst.version() })
    }
}

impl ClientPack {
    pub(super) fn out(&self) -> Option<&Path> {
        self.out.as_deref()
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let selection = Selection { client: Some(self.client.clone()), ..Selection::default() };
        let register = match Register::select(workplace, &selection, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(None)?;
        let profile = find(&register, CLIENT)?;
        let desk = register.desk(&theme);
        let workbook = || tables::forms(&desk, &profile);
        let registry = &register.reading().registry;
        let client = registry.extract.as_ref().and_then(|extract| extract.client.clone()).unwrap_or_default();
        let processors: Vec<&str> = registry.controllers.iter().map(|(_, entry)| entry.name()).collect();
        let processors = processors.join(", ");
        let names = [("client", client.as_str().into()), ("processor", processors.as_str().into())];
        let title = theme.strings().say("pack-client-title", &names);
        let pack = Client { title: &title, workbook: &workbook, as_of: register.as_of, strings: theme.strings() };
        let out = self.out.unwrap_or_else(|| PathBuf::from(format!("client-pack-{}", self.client)));
        let written = write(&pack.pack()?, &out, &register)?;
        console.say(&format!("written: {written}"));
        drop(desk);
        Ok(register.leave(DONE))
    }
}

/// Writes a pack as a folder and as an archive beside it, and says what was written.
fn write(
    files: &BTreeMap<String, Vec<u8>>,
    folder: &Path,
    register: &Register,
) -> Result<String, Box<dyn std::error::Error>> {
    if folder == Path::new("-") {
        return Err(PackError::Printed.into());
    }
    let name = folder.file_name().map_or_else(|| "pack".into(), |name| name.to_string_lossy());
    let archive = archive::zip(files, &name, register.as_of)?;
    let output = Output::open(folder)?;
    for (path, bytes) in files {
        output.stage(path, bytes)?;
    }
    output.commit()?;
    let target = Target::File(folder.with_file_name(format!("{name}.zip")));
    let written = target.write(false, |out| Ok(out.write_all(&archive)?))?;
    let files = count(files.len(), "file", "files");
    Ok(format!("{files} in {}, and {}", shown(folder), written.unwrap_or_default()))
}
