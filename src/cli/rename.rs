//! `ropa rename`.

use std::fs;

use clap::Args;

use super::check::count;
use super::workplace::Workplace;
use super::{Console, DONE, Outcome, file, kind};
use crate::rename::rename;

/// Give a record another id, in every file that names it.
///
/// Comments and formatting stay. The result is read again before anything is written: if it would not
/// hold the same records, nothing changes. Waivers, links and the address of the record's pages follow
/// the id; addresses that were published outside do not.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa rename processor mail mail-provider
  ropa rename data-categories logs access-logs

Exit codes: 0 renamed, 2 could not run; then nothing was changed")]
pub(super) struct Rename {
    /// Kind of the record: `activity`, `processor`, `data-categories` ...
    kind: String,

    /// The id it has
    old: String,

    /// The id it gets
    new: String,
}

impl Rename {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let kind = kind::named(&self.kind)?;
        let folder = place.folder()?;
        let reading = place.read()?;
        let renamed = rename(&reading, kind, &self.old, &self.new)?;
        if let Some((_, to)) = &renamed.moved
            && fs::symlink_metadata(folder.join(to)).is_ok()
        {
            return Err(format!("{}/{to} exists already", reading.sources.root).into());
        }
        for (path, text) in &renamed.texts {
            file::update(&folder.join(path), text)?;
        }
        if let Some((from, to)) = &renamed.moved {
            fs::rename(folder.join(from), folder.join(to))?;
        }
        console.say(&format!(
            "{} `{}` is now `{}`: {} in {}",
            kind.one(),
            self.old,
            self.new,
            count(renamed.mentions, "mention", "mentions"),
            count(renamed.texts.len(), "file", "files"),
        ));
        Ok(DONE)
    }
}
