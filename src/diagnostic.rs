//! What is wrong with the records: a place, a reason and what to do.
//!
//! A user's mistake is a [`Diagnostic`], never an `Error`. This module holds the plain value; each
//! output has a file of its own and gets a [`Listing`].

pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
mod listing;
pub mod markdown;
pub mod sarif;
pub mod short;

pub use listing::{Listing, Rule};

use crate::fix::Fix;
use crate::source::{Sources, Span};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The records cannot be used as they are.
    Error,
    /// Worth a look.
    Warning,
}

/// A place and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The words beside it; may be empty.
    pub text: String,
}

/// One finding: what, where, why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Its name in kebab-case, such as `unknown-key`.
    pub name: &'static str,
    /// The record it is about, such as `activities/newsletter`; none for a file or the whole.
    pub record: Option<String>,
    /// What is wrong, in one line, lower case, no full stop.
    pub message: String,
    /// The place at fault.
    pub primary: Label,
    /// Other places that matter.
    pub related: Vec<Label>,
    /// Why it matters: an article, a rule of the format.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// How `ropa check --fix` does it, where no decision is needed.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(name: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            name,
            record: None,
            message: message.into(),
            primary: Label { span, text: String::new() },
            related: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }

    /// Adds the words beside the place at fault.
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        self.primary.text = text.into();
        self
    }

    /// Adds another place.
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Adds a reason.
    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// Adds how it can be done without a decision.
    pub fn fix(mut self, fix: Fix) -> Diagnostic {
        self.fix = Some(fix);
        self
    }

    /// Adds what to do.
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help.push(text.into());
        self
    }
}

/// An error with its causes in one text: some keep the useful part there.
pub fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

/// Puts diagnostics into the order in which they are reported: by path, place, name and text.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &Sources) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.primary.span.start, d.primary.span.end);
        sources
            .get(a.primary.span.file)
            .path
            .cmp(&sources.get(b.primary.span.file).path)
            .then(key(a).cmp(&key(b)))
            .then(a.name.cmp(b.name))
            .then(a.message.cmp(&b.message))
    });
    diagnostics.dedup();
}
