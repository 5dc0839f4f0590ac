//! Diagnostics with all that an output needs to show them.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Diagnostic, Severity};
use crate::source::Sources;

/// The diagnostics of a run, in order.
#[derive(Debug)]
pub struct Listing<'a> {
    /// What is to be shown.
    pub diagnostics: &'a [Diagnostic],
    /// What a waiver accepts: shown only where services keep track of it.
    pub waived: &'a [Diagnostic],
    /// The files they speak of.
    pub sources: &'a Sources,
    /// What is known about their names: the lints.
    pub rules: Vec<Rule>,
}

/// What an output says about a name.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The name.
    pub name: &'static str,
    /// One sentence on what is wrong.
    pub summary: String,
    /// The manual page in Markdown.
    pub page: String,
    /// How grave it is by default; `None` where it is not shown.
    pub severity: Option<Severity>,
}

impl Listing<'_> {
    /// A name for each diagnostic that stays the same when lines move, when a record moves to another
    /// file, and when other findings come and go: a hash over its name, its record (or its file where
    /// it has none), the text at fault, and the keys and ids that its message names. The wording of
    /// messages may change without it. Equal ones are counted. Those of waived ones come last.
    pub fn fingerprints(&self) -> Vec<String> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let fingerprint = |diagnostic: &Diagnostic| {
            let source = self.sources.get(diagnostic.primary.span.file);
            let place = diagnostic.record.as_deref().unwrap_or(&source.path);
            let named: Vec<&str> = diagnostic.message.split('`').skip(1).step_by(2).collect();
            let key = [diagnostic.name, place, source.slice(diagnostic.primary.span), &named.join("\0")].join("\0");
            let count = seen.entry(key.clone()).or_default();
            *count += 1;
            let hash = Sha256::digest(format!("{key}\0{count}"));
            hash.iter().take(16).fold(String::with_capacity(32), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
        };
        self.diagnostics.iter().chain(self.waived).map(fingerprint).collect()
    }

    /// Path, first line and column, last line and column of a diagnostic; lines and columns from 1.
    pub fn place(&self, diagnostic: &Diagnostic) -> Place {
        let span = diagnostic.primary.span;
        let source = self.sources.get(span.file);
        let (line, column) = source.position(span.start);
        let (end_line, end_column) = source.position(span.end.max(span.start));
        Place { path: self.sources.shown_path(span.file), line, column, end_line, end_column }
    }
}

/// Where a diagnostic stands; lines and columns from 1, the end is the column after the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path as messages show it, with `/`.
    pub path: String,
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// The column after the last.
    pub end_column: usize,
}

/// The word for a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
