//! Findings that somebody accepted for a while.

use super::levels::{Levels, unknown};
use super::pass::Verdict;
use super::report::{Finding, Report, finding};
use super::rules::{waiver_expired, waiver_unused};
use super::scope::Scope;
use super::{Lint, find};
use crate::decode::Located;
use crate::diagnostic::Diagnostic;
use crate::fix::{Change, Fix};
use crate::law::NOT_MATERIAL;
use crate::record::settings::Level;
use crate::record::waiver::Waiver;
use crate::registry::Node;

/// Takes out what a waiver in force accepts; reports waivers that have ended, that nothing needs,
/// and that name no lint.
pub(super) fn set_aside(scope: &Scope<'_>, levels: Levels, found: Vec<Finding>, hard: &mut Vec<Diagnostic>) -> Verdict {
    let mut expired = Report::new(&waiver_expired::LINT, levels.of(&waiver_expired::LINT));
    let mut unused = Report::new(&waiver_unused::LINT, levels.of(&waiver_unused::LINT));
    let mut verdict = Verdict { levels, findings: found, waived: Vec::new(), unjudged: 0, unknown: Vec::new() };
    for (node, waiver) in scope.registry.waivers() {
        let Some(name) = waiver.value.lint.located() else { continue };
        // It speaks to `ropa diff`, in the commit that it comes with.
        if name.value == NOT_MATERIAL {
            continue;
        }
        let Some(lint) = find(name.value) else {
            hard.push(Diagnostic::error("unknown-lint", name.span, unknown(name.value)).label("no such lint"));
            continue;
        };
        if waiver.value.expires.get().is_some_and(|day| day.0 <= scope.as_of) {
            expired.add(node, over(waiver, lint));
            continue;
        }
        let accepted = |finding: &Finding| finding.node == Some(node) && finding.lint.name == lint.name;
        let (waived, left): (Vec<_>, Vec<_>) = verdict.findings.into_iter().partition(accepted);
        verdict.findings = left;
        let is_judged = verdict.levels.of(lint).level != Level::Allow;
        if waived.is_empty() && is_judged && !already_waived(&verdict.waived, node, lint) {
            unused.add(node, needless(scope, node, waiver, lint));
        }
        verdict.waived.extend(waived);
    }
    for report in [expired, unused] {
        verdict.findings.extend(report.into_findings().into_iter().filter(|one| one.setting.level != Level::Allow));
    }
    verdict
}

/// Whether an earlier waiver of the same record took the findings already.
fn already_waived(waived: &[Finding], node: Node, lint: &Lint) -> bool {
    waived.iter().any(|finding| finding.node == Some(node) && finding.lint.name == lint.name)
}

fn over(waiver: &Located<Waiver>, lint: &Lint) -> Diagnostic {
    let at = waiver.value.expires.span().unwrap_or(waiver.span);
    finding(at, format!("the waiver of `{}` has ended", lint.name))
        .label("it holds no longer")
        .help("mend what the lint found, or decide again and set a new day")
}

fn needless(scope: &Scope<'_>, node: Node, waiver: &Located<Waiver>, lint: &Lint) -> Diagnostic {
    let at = waiver.value.lint.span().unwrap_or(waiver.span);
    let same = |other: &(Node, &Located<Waiver>)| other.0 == node;
    let waivers = scope.registry.waivers().into_iter().filter(same);
    let index = waivers.take_while(|(_, other)| other.span != waiver.span).count();
    let keys = scope.keys(node, waiver.span.file, &["waivers"]);
    finding(at, format!("nothing needs the waiver of `{}`", lint.name))
        .label("this lint finds nothing in the record")
        .help("remove the waiver")
        .fix(Fix { file: waiver.span.file, change: Change::Remove { keys, index } })
}
