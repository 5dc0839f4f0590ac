//! Findings that were there before: only new ones count.
//!
//! Either everything that was found at a commit was there before, or what a baseline says, which accepts what
//! there was when a register came under the lints. The baseline is a file in the registry folder, so that it is reviewed like everything else:
//! `.ropa-baseline.json`, one entry per finding with its lint, record, message and fingerprint.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Listing};
use crate::lint::Finding;
use crate::source::Sources;

/// Why a baseline cannot be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum BaselineError {
    #[error("cannot read {}", .0.display())]
    Read(PathBuf, #[source] std::io::Error),
    #[error("{} is no baseline; write it anew with `ropa check --write-baseline`", .0.display())]
    Form(PathBuf, #[source] serde_json::Error),
    #[error("cannot write {}", .0.display())]
    Write(PathBuf, #[source] std::io::Error),
}

/// What is known and does not count.
#[derive(Debug, Default)]
pub(super) struct Baseline {
    entries: Vec<Known>,
    /// Whether they are those of a commit, not of a file that is kept.
    pub(super) is_past: bool,
    /// Findings of this run that it took out.
    pub(super) taken: usize,
    /// Entries that nothing in this run needs.
    pub(super) gone: Vec<Known>,
}

/// A known finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Known {
    pub(super) lint: String,
    pub(super) record: Option<String>,
    pub(super) message: String,
    fingerprint: String,
}

impl Baseline {
    /// The name of its file in the registry folder.
    pub(super) const FILE: &str = ".ropa-baseline.json";

    /// The baseline of a registry; empty where there is none.
    pub(super) fn of(registry: &Path) -> Result<Baseline, BaselineError> {
        let path = registry.join(Baseline::FILE);
        match fs::read(&path) {
            Ok(bytes) => Baseline::of_text(&bytes, path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Baseline::default()),
            Err(error) => Err(BaselineError::Read(path, error)),
        }
    }

    /// The baseline with these bytes; empty without any.
    pub(super) fn of_bytes(bytes: Option<Vec<u8>>) -> Result<Baseline, BaselineError> {
        bytes.map_or_else(|| Ok(Baseline::default()), |bytes| Baseline::of_text(&bytes, Baseline::FILE.into()))
    }

    /// What was found in another state of the records.
    pub(super) fn of_findings(findings: &[Finding], sources: &Sources) -> Baseline {
        Baseline { entries: known(findings, sources), is_past: true, ..Baseline::default() }
    }

    fn of_text(bytes: &[u8], path: PathBuf) -> Result<Baseline, BaselineError> {
        let entries = serde_json::from_slice(bytes).map_err(|error| BaselineError::Form(path, error))?;
        Ok(Baseline { entries, ..Baseline::default() })
    }

    /// Takes known findings out. An entry is gone only if its lint looked for it: `ran` says whether it
    /// did.
    pub(super) fn take_out(
        mut self,
        findings: &mut Vec<Finding>,
        sources: &Sources,
        ran: impl Fn(&Known) -> bool,
    ) -> Baseline {
        if self.entries.is_empty() {
            return self;
        }
        let diagnostics: Vec<Diagnostic> = findings.iter().map(|finding| finding.diagnostic.clone()).collect();
        let fingerprints =
            Listing { diagnostics: &diagnostics, waived: &[], sources, rules: Vec::new() }.fingerprints();
        let known = |fingerprint: &String| self.entries.iter().any(|entry| entry.fingerprint == *fingerprint);
        let mut is_known = fingerprints.iter().map(known).collect::<Vec<_>>().into_iter();
        findings.retain(|_| !is_known.next().unwrap_or(false));
        self.taken = diagnostics.len() - findings.len();
        let is_gone = |entry: &&Known| ran(entry) && !fingerprints.contains(&entry.fingerprint);
        self.gone = self.entries.iter().filter(is_gone).cloned().collect();
        self
    }

    /// Entries whose lints did not look this time.
    pub(super) fn unasked(&self, ran: impl Fn(&Known) -> bool) -> Vec<Known> {
        self.entries.iter().filter(|entry| !ran(entry)).cloned().collect()
    }

    /// Writes what was found, and what was not looked for, as the new baseline; without any there is
    /// none.
    pub(super) fn write(
        registry: &Path,
        findings: &[Finding],
        kept: Vec<Known>,
        sources: &Sources,
    ) -> Result<usize, BaselineError> {
        let path = registry.join(Baseline::FILE);
        let failed = |error| BaselineError::Write(path.clone(), error);
        if findings.is_empty() && kept.is_empty() {
            return match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(error)),
                _ => Ok(0),
            };
        }
        let mut entries: Vec<Known> = known(findings, sources).into_iter().chain(kept).collect();
        entries.sort();
        entries.dedup();
        let text = serde_json::to_string_pretty(&entries).map_err(|error| failed(error.into()))? + "\n";
        // A rename: a baseline that is half written would let findings through.
        let beside = registry.join(format!("{}.new", Baseline::FILE));
        fs::write(&beside, text).and_then(|()| fs::rename(&beside, &path)).map_err(failed)?;
        Ok(entries.len())
    }
}

/// Findings as a later run knows them again.
fn known(findings: &[Finding], sources: &Sources) -> Vec<Known> {
    let diagnostics: Vec<Diagnostic> = findings.iter().map(|finding| finding.diagnostic.clone()).collect();
    let fingerprints = Listing { diagnostics: &diagnostics, waived: &[], sources, rules: Vec::new() }.fingerprints();
    let known = |(one, fingerprint): (Diagnostic, String)| Known {
        lint: one.name.to_owned(),
        record: one.record,
        message: one.message,
        fingerprint,
    };
    diagnostics.into_iter().zip(fingerprints).map(known).collect()
}
