use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::security_measure::Objective;

declare_lint! {
    /// No security measure has ever been tested.
    ///
    /// # What it checks
    ///
    /// Where a registry has security measures, one of them has the day it was `tested`, or `"testing"` in
    /// `serves`.
    ///
    /// # Why
    ///
    /// Article 32(1)(d) names a process for regularly testing, assessing and evaluating the effectiveness
    /// of the measures.
    ///
    /// # Example
    ///
    /// ```toml
    /// # security-measures.toml, without encryption.tested
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption]
    /// tested = 2026-05-01
    /// ```
    "security-test-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let measures = &scope.registry.security_measures;
    let tested = measures.iter().any(|(_, entry)| {
        !entry.record.tested.internal().is_absent() || entry.record.serves.iter().any(|one| *one == Objective::Testing)
    });
    let Some((_, first)) = measures.iter().next().filter(|_| !tested) else { return };
    report.add_general(
        finding(first.at, "no security measure has a date of a test")
            .label("the first measure")
            .help("add `tested` where a measure was tested, or a measure with `serves = [\"testing\"]`"),
    );
}
