//! `ropa archive`.

use std::fs;
use std::io;

use clap::Args;

use super::build::theme;
use super::past::At;
use super::workplace::{Workplace, shown};
use super::{Console, DONE, FINDINGS, Outcome, file};
use crate::archive;
use crate::decode::did_you_mean;
use crate::reading::Reading;
use crate::record::notice::Notice;
use crate::registry::Entry;
use crate::site::Forms;

/// Keep notices as they are, to be shown as earlier versions later.
///
/// Writes the JSON twin of each notice into the registry: `archive/NOTICE/DAY.json`, where the day is
/// that of its `updated`. It holds what the public can read, and nothing else. A file that is there
/// is never changed.
///
/// Earlier versions can also be read from git, if `[[versions]]` names a `revision`. What is kept
/// here needs no history, so it is there in a shallow clone too, and stays in the words that were published.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa archive                       keep every notice
  ropa archive website               keep one
  ropa archive website --at v2.1     keep it as it was in git

Exit codes: 0 kept, or kept before; 1 a notice has no day, or other words than were kept for that day;
2 could not run")]
pub(super) struct Archive {
    /// Ids of notices [default: all]
    #[arg(value_name = "NOTICE")]
    notices: Vec<String>,

    #[command(flatten)]
    at: At,
}

/// Why nothing was kept.
#[derive(Debug, thiserror::Error)]
enum ArchiveError {
    #[error("some records are broken; mend what `ropa check` shows first")]
    Broken,
    #[error("there is no notice `{0}`{1}")]
    Unknown(String, String),
    #[error("cannot write {path}")]
    Write { path: String, source: io::Error },
}

impl Archive {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let place = &self.at.place(place, console)?;
        let reading = place.read()?;
        if reading.is_broken() {
            console.diagnostics(&reading.diagnostics, &reading.sources);
            return Err(ArchiveError::Broken.into());
        }
        let theme = theme(None, &reading)?;
        let folder = place.folder()?;
        let mut code = DONE;
        for entry in self.wanted(&reading)? {
            let Some(day) = entry.record.updated.copied() else {
                console.note(&format!("`{}` has no `updated`, and a version is known by its day", entry.id));
                code = FINDINGS;
                continue;
            };
            let path = folder.join(archive::path(&entry.id, day.0));
            let text = Forms::new(&reading.registry, &theme, entry).twin()?;
            let failed = |source| ArchiveError::Write { path: shown(&path), source };
            match fs::read_to_string(&path) {
                Ok(kept) if kept == text => console.say(&format!("{} is there already", shown(&path))),
                Ok(_) => {
                    console.note(&format!(
                        "{} stays as it is, but `{}` says something else now: if that is a new version, give it a new \
                         `updated`",
                        shown(&path),
                        entry.id
                    ));
                    code = FINDINGS;
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    let parent = path.parent().unwrap_or(&folder);
                    let written = fs::create_dir_all(parent).and_then(|()| file::create(&path, &text));
                    written.map_err(failed)?;
                    console.say(&shown(&path));
                }
                Err(error) => return Err(failed(error).into()),
            }
        }
        Ok(code)
    }

    /// The notices that were named, or all.
    fn wanted<'a>(&self, reading: &'a Reading) -> Result<Vec<&'a Entry<Notice>>, ArchiveError> {
        let notices = &reading.registry.notices;
        if self.notices.is_empty() {
            return Ok(notices.as_slice().iter().collect());
        }
        let known = || notices.iter().map(|(_, entry)| entry.id.as_str());
        let named = |id: &String| {
            let found = notices.find(id).map(|found| &notices[found]);
            let near = || did_you_mean(id, known()).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            found.ok_or_else(|| ArchiveError::Unknown(id.clone(), near()))
        };
        self.notices.iter().map(named).collect()
    }
}
