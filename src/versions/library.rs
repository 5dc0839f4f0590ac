//! Versions of notices that git holds.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use crate::archive::{self, Archive, Published};
use crate::decode::Date;
use crate::history::{Commit, HistoryError, Moment, Repository, Store};
use crate::notice;
use crate::reading::Reading;
use crate::record::notice as written;
use crate::registry::Entry;
use crate::strings::Strings;
use crate::view::notice::{Notice, gather};

/// What was read of earlier registries. Who keeps it reads no commit twice.
#[derive(Debug, Default)]
pub struct Library {
    store: Store,
    /// By the id of the commit: its registry, or why there is none.
    registries: HashMap<String, Result<Arc<Reading>, String>>,
}

/// What there is to say of the texts of versions, a sentence each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fetched {
    /// Texts that the registry keeps and no notice lists.
    pub unlisted: Vec<String>,
    /// Versions that name a revision and have no text all the same: their addresses lead nowhere.
    pub missing: Vec<String>,
}

/// A version of a notice whose text git holds.
struct Wanted {
    notice: String,
    day: Date,
    /// What messages call it.
    name: String,
    revision: String,
}

impl Library {
    /// Adds what git holds to what the registry keeps: the text of each version that names a revision. Says
    /// which texts are at hand nowhere, and what else is odd; the versions are listed all the same.
    ///
    /// What a registry keeps goes first: these are the words that were published, while those from git are
    /// composed from the records of then by the program of now.
    pub fn fetch(&mut self, reading: &mut Reading, strings: &Strings, folder: &Path) -> Fetched {
        let mut fetched = Fetched { unlisted: unlisted(reading), missing: Vec::new() };
        let wanted = wanted(reading);
        if wanted.is_empty() {
            return fetched;
        }
        let repository = Repository::open(folder);
        for one in wanted {
            let found = match &repository {
                Ok(repository) => self.facts(repository, &one, &reading.sources.root),
                Err(error) => Err(error.to_string()),
            };
            match found {
                Ok(facts) => {
                    let document = notice::compose(&facts, strings);
                    reading.archive.put(&one.notice, one.day.0, Arc::new(Published::of(&facts, document)));
                }
                Err(why) => fetched.missing.push(format!("{} is listed without its text: {why}", one.name)),
            }
        }
        fetched
    }

    /// The public view of a notice as a revision has it.
    fn facts(&mut self, repository: &Repository, wanted: &Wanted, root: &str) -> Result<Notice, String> {
        let commit = repository.commit(&Moment::of(&wanted.revision)).map_err(|error| error.to_string())?;
        if !self.registries.contains_key(&commit.id) {
            let read = self.read(repository, &commit, root);
            self.registries.insert(commit.id.clone(), read);
        }
        let reading = match self.registries.get(&commit.id) {
            Some(Ok(reading)) => reading,
            Some(Err(why)) => return Err(why.clone()),
            None => return Err(format!("commit {commit} was not read")),
        };
        let registry = &reading.registry;
        let id = registry.notices.find(&wanted.notice);
        let id = id.ok_or_else(|| format!("commit {commit} has no notice `{}`", wanted.notice))?;
        let facts = gather(registry, &registry.notices[id]);
        if facts.updated != Some(wanted.day.0) {
            // Another version's words must not stand under this one's name.
            let said = facts.updated.map_or("on no day".to_owned(), |day| format!("on {day}"));
            return Err(format!("at `{}` the notice says it was updated {said}", wanted.revision));
        }
        Ok(facts)
    }

    fn read(&mut self, repository: &Repository, commit: &Commit, root: &str) -> Result<Arc<Reading>, String> {
        let snapshot = repository.snapshot(commit, root, &mut self.store);
        let none = || HistoryError::NoRegistry { commit: commit.clone(), folder: repository.folder().to_owned() };
        let snapshot = snapshot.and_then(|found| found.ok_or_else(none)).map_err(|error| error.to_string())?;
        let reading = Reading::of_loaded(snapshot.loaded);
        if reading.is_broken() {
            // A notice that lacks what could not be read is not what people could read.
            return Err(format!(
                "the records of commit {commit} have mistakes, which `ropa check --at {}` shows",
                commit.short()
            ));
        }
        Ok(Arc::new(reading))
    }
}

/// The versions whose text is in git and nowhere else.
fn wanted(reading: &Reading) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for (_, entry) in reading.registry.notices.iter() {
        for version in entry.record.versions.iter() {
            let Some(revision) = version.revision.internal().text() else { continue };
            let Some(day) = version.updated.copied() else { continue };
            let is_current = entry.record.updated.copied() == Some(day);
            if !is_current && reading.archive.get(&entry.id, day.0).is_none() {
                let name = called(entry, version, day);
                let (notice, revision) = (entry.id.clone(), revision.to_owned());
                wanted.push(Wanted { notice, day, name, revision });
            }
        }
    }
    wanted
}

fn called(entry: &Entry<written::Notice>, version: &written::Version, day: Date) -> String {
    match version.version.text() {
        Some(name) => format!("version {name} of the notice `{}`", entry.id),
        None => format!("the version of {} of the notice `{}`", day.0, entry.id),
    }
}

/// What is kept and nobody can reach: the notice lists no such version.
fn unlisted(reading: &Reading) -> Vec<String> {
    let of = |(archive, entry): (&Archive, &Entry<written::Notice>)| {
        let versions = entry.record.versions.iter().filter_map(|version| version.updated.copied());
        let listed: Vec<Date> = versions.chain(entry.record.updated.copied()).collect();
        let days = archive.days(&entry.id).filter(|day| !listed.contains(&Date(*day)));
        let tell = |day| {
            let (path, id) = (archive::path(&entry.id, day), &entry.id);
            format!("`{path}` is shown nowhere: add `[[versions]]` with `updated = {day}` to the notice `{id}`")
        };
        days.map(tell).collect::<Vec<String>>()
    };
    reading.registry.notices.iter().flat_map(|(_, entry)| of((&reading.archive, entry))).collect()
}
