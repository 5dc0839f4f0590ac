//! `ropa export tilt` and `ropa export dpv`.

use clap::Args;

use super::register::{Opened, Register};
use super::target::Target;
use super::told;
use super::{Part, Place};
use crate::cli::workplace::Workplace;
use crate::cli::{Console, DONE, Outcome};
use crate::decode::did_you_mean;
use crate::export::{dpv, tilt};
use crate::record::notice::Notice;
use crate::registry::{Entry, Registry};
use crate::view::notice::gather;

/// A public notice as TILT, the Transparency Information Language.
///
/// What TILT has no place for is told, such as groups of people and the rights of Articles 18 and 21. The
/// document fits the schema of TILT in any case; what TILT asks for and the notice does not say is told too.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export tilt --notice website
  ropa export tilt --notice website --out -

Exit codes: 0 written, 1 mistakes in the files (nothing is written), 2 could not run")]
pub(super) struct Tilt {
    /// The notice, by id; needed only if there are several
    #[arg(long, value_name = "ID")]
    notice: Option<String>,

    #[command(flatten)]
    place: Place,
}

/// The register, or a public notice, as linked data: JSON-LD in terms of the Data Privacy Vocabulary (DPV).
///
/// Without --notice it is the register, and internal. With --notice it is what the public site holds beside
/// the notice, from its public facts alone. Terms are those of DPV 2.3.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export dpv                                 the whole register: internal
  ropa export dpv --controller example            the activities of one controller
  ropa export dpv --notice website --out -        a public notice, printed

Exit codes: 0 written, 1 mistakes in the files (nothing is written), 2 could not run")]
pub(super) struct Dpv {
    /// A public notice by id, in place of the register
    #[arg(long, value_name = "ID", conflicts_with_all = ["controller", "activities"])]
    notice: Option<String>,

    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    place: Place,
}

/// Why there is no notice to export.
#[derive(Debug, thiserror::Error)]
enum NoticeError {
    #[error("there is no notice in this registry")]
    None,
    #[error("there are several notices; name one with --notice: {0}")]
    Several(String),
    #[error("no notice has the id `{id}`{near}")]
    Unknown { id: String, near: String },
}

/// The notice that is meant.
fn notice<'r>(registry: &'r Registry, named: Option<&str>) -> Result<&'r Entry<Notice>, NoticeError> {
    let all: Vec<&Entry<Notice>> = registry.notices.iter().map(|(_, entry)| entry).collect();
    let ids = || all.iter().map(|entry| entry.id.as_str());
    match (named, all.as_slice()) {
        (Some(id), _) => all.iter().find(|entry| entry.id == id).copied().ok_or_else(|| NoticeError::Unknown {
            id: id.to_owned(),
            near: did_you_mean(id, ids()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default(),
        }),
        (None, [only]) => Ok(only),
        (None, []) => Err(NoticeError::None),
        (None, _) => Err(NoticeError::Several(ids().collect::<Vec<_>>().join(", "))),
    }
}

impl Tilt {
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &Part::default(), console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let theme = register.theme(None)?;
        let registry = &register.reading().registry;
        let entry = notice(registry, self.notice.as_deref())?;
        let tilt = tilt::notice(&gather(registry, entry), theme.strings(), register.as_of);
        let written = Target::of(self.place.out.as_deref(), &format!("{}.tilt.json", entry.id))
            .write(true, |out| Ok(out.write_all(tilt::text(&tilt.document).as_bytes())?))?;
        tilt.gaps.iter().for_each(|gap| console.note(&format!("note: {gap}")));
        told::written(written, console);
        Ok(register.leave(DONE))
    }
}

impl Dpv {
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let register = match Register::open(workplace, &self.part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        let registry = &register.reading().registry;
        let (document, name) = match &self.notice {
            Some(id) => {
                let entry = notice(registry, Some(id))?;
                (dpv::notice(&gather(registry, entry)), format!("{}.jsonld", entry.id))
            }
            None => (dpv::register(registry), "register.jsonld".to_owned()),
        };
        let written = Target::of(self.place.out.as_deref(), &name)
            .write(true, |out| Ok(out.write_all(dpv::text(&document).as_bytes())?))?;
        told::written(written, console);
        Ok(register.leave(DONE))
    }
}
