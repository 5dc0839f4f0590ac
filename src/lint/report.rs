//! What lints say.

use super::Lint;
use super::levels::Setting;
use crate::diagnostic::{Diagnostic, Severity};
use crate::registry::Node;
use crate::source::Span;

/// Something that a lint found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The lint.
    pub lint: &'static Lint,
    /// The record it is about; none for the registry as a whole.
    pub node: Option<Node>,
    /// How much it weighs, and who said so.
    pub setting: Setting,
    /// What is to be said.
    pub diagnostic: Diagnostic,
}

/// Takes what one lint finds.
#[derive(Debug)]
pub struct Report {
    lint: &'static Lint,
    setting: Setting,
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(lint: &'static Lint, setting: Setting) -> Report {
        Report { lint, setting, findings: Vec::new() }
    }

    /// A finding about a record. Build it with [`finding`].
    pub(super) fn add(&mut self, node: impl Into<Node>, diagnostic: Diagnostic) {
        self.push(Some(node.into()), diagnostic);
    }

    /// A finding about the registry as a whole.
    pub(super) fn add_general(&mut self, diagnostic: Diagnostic) {
        self.push(None, diagnostic);
    }

    fn push(&mut self, node: Option<Node>, mut diagnostic: Diagnostic) {
        diagnostic.name = self.lint.name;
        diagnostic.severity = self.setting.level.severity();
        // The reason comes first, before what the lint adds to it.
        diagnostic.notes.insert(0, self.lint.reason());
        self.findings.push(Finding { lint: self.lint, node, setting: self.setting, diagnostic });
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// What is wrong and where: one line, lower case, no full stop. Labels and help are added to it;
/// name, weight and legal reason come from the lint.
pub(super) fn finding(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..Diagnostic::error("", span, message) }
}
