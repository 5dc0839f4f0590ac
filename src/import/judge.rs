//! The registry as it would be after an import.

use std::collections::{HashMap, HashSet};

use super::amend::{add_records, amend};
use super::conflicts::{Conflict, conflicts};
use super::draft::{Draft, NewFile};
use super::places::Places;
use crate::diagnostic::{self, Diagnostic, Label, Severity};
use crate::export::json::of_toml;
use crate::load::{Loaded, Role, role_of};
use crate::reading::Reading;
use crate::source::{FileId, Source, Sources, Span};

/// How a file of an import stands to what the folder holds already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nothing stands there.
    New,
    /// What stands there says something else.
    Differs,
    /// What stands there says the same, perhaps in other lines and with comments. It stays.
    Same,
}

/// A draft, judged as part of the registry that it would make.
#[derive(Debug)]
pub struct Judged {
    /// The files, and how each stands to the folder.
    pub files: Vec<(NewFile, Standing)>,
    /// Paths of files in the folder that the import does not know; they stay as they are.
    pub others: Vec<String>,
    /// The keys under which files that stand there say something else.
    pub conflicts: Vec<Conflict>,
    /// What is wrong; empty or not, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that the diagnostics speak of.
    pub sources: Sources,
}

impl Judged {
    /// Whether nothing may be written.
    pub fn is_broken(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Files of one standing, in order.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &NewFile> {
        self.files.iter().filter(move |(_, one)| *one == standing).map(|(file, _)| file)
    }

    /// Paths of files with records of which the import says something else.
    pub fn left(&self) -> Vec<&str> {
        let differs = |path: &str| self.conflicts.iter().any(|one| one.path == path && !one.is_record);
        self.files.iter().map(|(file, _)| file.path.as_str()).filter(|path| differs(path)).collect()
    }
}

impl Draft {
    /// Puts the records among the files of a folder, as they were loaded, and reads the result.
    pub fn judge(mut self, folder: Loaded) -> Judged {
        if !folder.sources.iter().any(|(_, source)| role_of(&source.path) == Some(Role::Settings)) {
            let proposed = self.proposed_settings.take();
            self.settings = self.settings.or(proposed);
        }
        let mut files = self.files();
        let conflicts = settle(&mut files, &folder, self.amends, self.keeps);
        let files = files;
        let mut found = std::mem::take(&mut self.diagnostics);
        let new: HashMap<&str, &NewFile> = files.iter().map(|file| (file.path.as_str(), file)).collect();
        let mut standing: HashMap<String, Standing> = HashMap::new();
        let mut others = Vec::new();
        let mut loaded = folder;
        let Loaded { sources, files: held, .. } = &mut loaded;
        held.retain(|(file, _)| {
            let Source { path, text } = sources.get(*file);
            let Some(new) = new.get(path.as_str()) else {
                others.push(path.clone());
                return true;
            };
            let is_same = *text == new.text || says_the_same(text, &new.text);
            standing.insert(path.clone(), if is_same { Standing::Same } else { Standing::Differs });
            // A file that says the same is read as it stands: places in it are real.
            is_same
        });
        let mut written: HashMap<FileId, &NewFile> = HashMap::new();
        for file in &files {
            if standing.get(&file.path) != Some(&Standing::Same) {
                loaded.add(&file.path, file.text.clone());
                if let Some((id, _)) = loaded.files.last() {
                    written.insert(*id, file);
                }
            }
        }
        let reading = Reading::of_loaded(loaded);
        let mut sources = Sources::new("");
        for (id, source) in reading.sources.iter() {
            sources.add(reading.sources.shown_path(id), source.text.as_str());
        }
        let imported = sources.add(self.source.path, self.source.text);
        found.iter_mut().for_each(|diagnostic| all_places(diagnostic, |at| Span { file: imported, ..at }));
        let known: HashSet<Span> = found.iter().map(|diagnostic| diagnostic.primary.span).collect();
        // Files without a mistake are not read a second time.
        let mut places: HashMap<FileId, Places> = HashMap::new();
        for mut diagnostic in reading.diagnostics {
            let is_new = written.contains_key(&diagnostic.primary.span.file);
            all_places(&mut diagnostic, |at| match written.get(&at.file) {
                Some(file) => {
                    let places = places.entry(at.file).or_insert_with(|| Places::of(file));
                    Span { file: imported, ..places.origin(at) }
                }
                None => at,
            });
            // What was written in place of something impossible is no second mistake.
            if !is_new || !known.contains(&diagnostic.primary.span) {
                diagnostic.fix = None;
                found.push(diagnostic);
            }
        }
        diagnostic::sort(&mut found, &sources);
        let files = files.into_iter().map(|file| {
            let standing = standing.get(&file.path).copied().unwrap_or(Standing::New);
            (file, standing)
        });
        Judged { files: files.collect(), others, conflicts, diagnostics: found, sources }
    }
}

/// Puts what an import says into the texts that stand there, so that they keep everything else; or adds the
/// records that they lack. Tells where they say something else.
fn settle(files: &mut [NewFile], folder: &Loaded, amends: bool, keeps: bool) -> Vec<Conflict> {
    let held: HashMap<&str, &str> = folder
        .files
        .iter()
        .map(|(file, _)| folder.sources.get(*file))
        .map(|source| (source.path.as_str(), source.text.as_str()))
        .collect();
    let mut found = Vec::new();
    for file in files {
        let Some(text) = held.get(file.path.as_str()) else { continue };
        // A text that cannot be read is no base for anything; the file then differs.
        let amended = if amends { amend(text, &file.text) } else { None };
        let whole = amended.unwrap_or_else(|| file.text.clone());
        if *text != whole {
            found.extend(conflicts(&file.path, text, &whole));
        }
        file.text = match role_of(&file.path) {
            _ if !keeps => whole,
            Some(Role::KindFile(_)) => add_records(text, &file.text).unwrap_or_else(|| (*text).to_owned()),
            _ => (*text).to_owned(),
        };
    }
    found
}

/// Whether two texts hold the same keys and values in the same order.
fn says_the_same(one: &str, other: &str) -> bool {
    // Maps are equal whatever their order; their texts are not.
    let said = |text: &str| of_toml(text).and_then(|table| serde_json::to_string(&table).ok());
    said(one).is_some_and(|one| said(other).as_ref() == Some(&one))
}

fn all_places(diagnostic: &mut Diagnostic, mut place: impl FnMut(Span) -> Span) {
    let labels = diagnostic.related.iter_mut();
    labels.chain([&mut diagnostic.primary]).for_each(|Label { span, .. }| *span = place(*span));
}
