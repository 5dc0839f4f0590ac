use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention period has no reason.
    ///
    /// # What it checks
    ///
    /// Each retention rule with a `period` has a `reason`, or the `laws` that fix the time.
    ///
    /// # Why
    ///
    /// Article 5(1)(e) allows no longer than necessary, and Article 5(2) asks to be able to show it; the
    /// EDPB's report on its coordinated action on erasure (2026) advises to give reasons for periods.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml, without sales.laws
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [sales]
    /// reason = "answer claims about what we sold"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: the report of the EDPB.
    "retention-unjustified", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let Some(period) = entry.record.period.located() else { continue };
        if entry.record.reason.is_absent() && entry.record.laws.is_empty() {
            report.add(
                id,
                finding(period.span, format!("nothing says why `{}` keeps data this long", entry.id))
                    .label("why not shorter?")
                    .help("add `reason`, which completes \"We need them this long to ...\", or `laws`"),
            );
        }
    }
}
