//! `ropa new`.

mod stub;

use std::fs;
use std::io;

use clap::Args;

use super::workplace::{Workplace, shown};
use super::{Console, DONE, Outcome, file, kind};
use crate::decode;
use crate::load;
use crate::parse;

/// Add a record: a file with the usual keys of its kind.
///
/// The file is valid as it is: its name is filled in, and every other key stands in a comment with
/// an example and the sentence it completes.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa new processor mail-provider    write registry/processors/mail-provider.toml
  ropa new activities newsletter      folder names do as well

Kinds: activity, client-processing, collection-point, controller, cookie, data-category, legal-basis,
notice, processor, recipient, retention, security-measure, source, sub-processor-list, subject-group,
system

Exit codes: 0 written, 2 could not run; a file that exists is never touched")]
pub(super) struct New {
    /// Kind of the record: `activity`, `processor`, `data-categories` ...
    kind: String,

    /// Id of the record in kebab-case; it names the file
    id: String,
}

/// Why no record was added.
#[derive(Debug, thiserror::Error)]
enum NewError {
    #[error("`{id}` cannot be an id: ids have lower-case letters, digits and single hyphens, at most 80{help}")]
    BadId { id: String, help: String },
    #[error("`{id}` cannot be the id of {one}: {why}")]
    Reserved { id: String, one: &'static str, why: &'static str },
    #[error("the id `{id}` is taken by {one} at {place}{note}")]
    Taken { id: String, one: &'static str, place: String, note: &'static str },
    #[error("{0} exists already")]
    Exists(String),
    #[error("cannot write {path}")]
    Write { path: String, source: io::Error },
}

impl New {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let kind = kind::named(&self.kind)?;
        let id = self.id;
        if !decode::is_id(&id) {
            let proposal = decode::kebab(&id);
            let help = if proposal.is_empty() { String::new() } else { format!("; write `{proposal}`") };
            return Err(NewError::BadId { id, help }.into());
        }
        if let Some(why) = parse::reserved(kind, &id) {
            return Err(NewError::Reserved { id, one: kind.one(), why }.into());
        }
        let registry = place.folder()?;
        let loaded = load::load(&registry, &shown(&registry))?;
        // What is wrong elsewhere does not matter here; `ropa check` says it.
        let (records, _) = parse::parse(&loaded);
        if let Some(other) = parse::holder(&records, kind, &id) {
            let (line, _) = loaded.sources.get(other.at.file).position(other.at.start);
            let place = format!("{}:{line}", loaded.sources.shown_path(other.at.file));
            let note = if other.kind == kind {
                ""
            } else {
                "; controllers, processors, recipients and sources share one space of ids, so refer to that one"
            };
            return Err(NewError::Taken { id, one: other.kind.one(), place, note }.into());
        }
        let folder = registry.join(kind.folder());
        let path = folder.join(format!("{id}.toml"));
        fs::create_dir_all(&folder).and_then(|()| file::create(&path, &stub::of(kind, &id))).map_err(|error| {
            let path = shown(&path);
            match error.kind() {
                io::ErrorKind::AlreadyExists => NewError::Exists(path),
                _ => NewError::Write { path, source: error },
            }
        })?;
        console.say(&shown(&path));
        console.note("Uncomment the keys you need, then run `ropa check`.");
        Ok(DONE)
    }
}
