//! Runs the lints over a registry.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::levels::{Levels, Overrides};
use super::report::{Finding, Report};
use super::scope::Scope;
use super::{ALL, levels, waivers};
use crate::diagnostic::{Diagnostic, Severity};
use crate::reading::Reading;
use crate::record::settings::Level;
use crate::registry::Node;
use crate::source::{FileId, Span};

/// What the lints say of a registry.
#[derive(Debug)]
pub struct Verdict {
    /// The level of every lint.
    pub levels: Levels,
    /// What was found, in the order of files and places. Nothing of level `allow`.
    pub findings: Vec<Finding>,
    /// What was found and is accepted by a waiver in force.
    pub waived: Vec<Finding>,
    /// Records with mistakes, about which lints say nothing.
    pub unjudged: usize,
    /// Names of lints in settings and waivers that lead nowhere: hard, whatever the levels say.
    pub unknown: Vec<Diagnostic>,
}

impl Verdict {
    /// Whether something stands at deny level.
    pub fn denies(&self) -> bool {
        !self.unknown.is_empty() || self.findings.iter().any(|finding| finding.setting.level == Level::Deny)
    }

    /// Everything that is to be shown, with what the registry's own mistakes are.
    pub fn diagnostics(&self, hard: &[Diagnostic]) -> Vec<Diagnostic> {
        let found = self.findings.iter().map(|finding| finding.diagnostic.clone());
        hard.iter().cloned().chain(self.unknown.iter().cloned()).chain(found).collect()
    }
}

/// Runs every lint that is not allowed.
pub fn judge(reading: &Reading, as_of: NaiveDate, overrides: &Overrides) -> Verdict {
    let line_of = |span: Span| reading.sources.get(span.file).position(span.start).0;
    let levels = Levels::new(&reading.registry.settings, line_of, overrides);
    let scope = Scope::new(reading, as_of);
    let reports: Vec<Vec<Finding>> = ALL
        .par_iter()
        .map(|lint| (lint, levels.of(lint)))
        .filter(|(_, setting)| setting.level != Level::Allow)
        .map(|(lint, setting)| {
            let mut report = Report::new(lint, setting);
            (lint.check)(&scope, &mut report);
            report.into_findings()
        })
        .collect();
    let broken = Broken::new(reading);
    let found: Vec<Finding> = reports.into_iter().flatten().filter(|finding| !broken.has(finding)).collect();
    let mut unknown = levels::check(&reading.registry.settings);
    let mut verdict = waivers::set_aside(&scope, levels, found, &mut unknown);
    verdict.unknown = unknown;
    verdict.unjudged = broken.nodes.len();
    verdict.findings.retain(|finding| !broken.has(finding));
    for finding in verdict.findings.iter_mut().chain(&mut verdict.waived) {
        finding.diagnostic.record = finding.node.map(|node| reading.registry.path_of(node));
    }
    sort(&mut verdict.findings, reading);
    sort(&mut verdict.waived, reading);
    say_where_levels_come_from(&mut verdict.findings);
    verdict
}

fn sort(findings: &mut [Finding], reading: &Reading) {
    findings.sort_by(|a, b| {
        let place = |finding: &Finding| {
            let span = finding.diagnostic.primary.span;
            (span.start, span.end)
        };
        let path = |finding: &Finding| reading.sources.get(finding.diagnostic.primary.span.file).path.as_str();
        path(a)
            .cmp(path(b))
            .then(place(a).cmp(&place(b)))
            .then(a.lint.name.cmp(b.lint.name))
            .then(a.diagnostic.message.cmp(&b.diagnostic.message))
    });
}

/// Once for each lint, at its first finding: more often would be noise.
fn say_where_levels_come_from(findings: &mut [Finding]) {
    let mut said = Vec::new();
    for finding in findings {
        if !said.contains(&finding.lint.name) {
            said.push(finding.lint.name);
            finding.diagnostic.notes.push(finding.setting.to_string());
        }
    }
}

/// Records in which something could not be understood. What is absent there may only be misread.
struct Broken {
    /// Where each record begins, by file and place.
    records: BTreeMap<(FileId, u32), Node>,
    nodes: Vec<Node>,
}

impl Broken {
    fn new(reading: &Reading) -> Broken {
        let mut broken = Broken { records: BTreeMap::new(), nodes: Vec::new() };
        let errors: Vec<Span> = reading
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(|diagnostic| diagnostic.primary.span)
            .collect();
        if errors.is_empty() {
            return broken;
        }
        broken.records = reading.registry.places().into_iter().map(|(node, at)| ((at.file, at.start), node)).collect();
        broken.nodes = errors.iter().filter_map(|span| broken.record_at(*span)).collect();
        broken.nodes.sort_unstable();
        broken.nodes.dedup();
        broken
    }

    fn record_at(&self, span: Span) -> Option<Node> {
        let (place, node) = self.records.range(..=(span.file, span.start)).next_back()?;
        (place.0 == span.file).then_some(*node)
    }

    fn has(&self, finding: &Finding) -> bool {
        finding.node.is_some_and(|node| self.nodes.contains(&node))
    }
}
