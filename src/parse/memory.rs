//! What the files of a registry were parsed to, so that only those that changed are parsed again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Outcome, identity, parse_file};
use crate::diagnostic::Diagnostic;
use crate::load::{Loaded, Role};
use crate::parse::Records;
use crate::source::{FileId, Source};

/// The outcome of each file.
#[derive(Debug, Default)]
pub struct Memory {
    files: HashMap<FileId, Remembered>,
}

#[derive(Debug)]
struct Remembered {
    /// The text that was parsed, and its path. A file is the same if it is held in the same place.
    source: Arc<Source>,
    outcome: Outcome,
}

impl Memory {
    /// Parses the files that are not remembered, and forgets those that are no more.
    ///
    /// Places know their file by its number: where files come or go, those behind them have new ones
    /// and are parsed again.
    pub fn parse(&mut self, loaded: &Loaded) -> (Records, Vec<Diagnostic>) {
        let known =
            |file: &FileId| self.files.get(file).filter(|known| Arc::ptr_eq(&known.source, loaded.sources.held(*file)));
        let new: Vec<&(FileId, Role)> = loaded.files.iter().filter(|(file, _)| known(file).is_none()).collect();
        let parsed = |(file, role): &&(FileId, Role)| {
            let source = Arc::clone(loaded.sources.held(*file));
            let outcome = parse_file(*file, &source.text, role);
            (*file, Remembered { source, outcome })
        };
        let parsed: Vec<(FileId, Remembered)> = new.par_iter().with_max_len(64).map(parsed).collect();
        self.files.extend(parsed);
        if self.files.len() > loaded.files.len() {
            let there: HashSet<FileId> = loaded.files.iter().map(|(file, _)| *file).collect();
            self.files.retain(|file, _| there.contains(file));
        }

        let (mut records, mut diagnostics) = Outcome::default();
        for (file, _) in &loaded.files {
            if let Some(Remembered { outcome: (of_file, found), .. }) = self.files.get(file) {
                records.append(of_file.clone());
                diagnostics.extend(found.iter().cloned());
            }
        }
        identity::check(&records, &mut diagnostics);
        (records, diagnostics)
    }
}
