use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention period has no beginning.
    ///
    /// # What it checks
    ///
    /// Each retention rule with a `period` says the event it runs `from`, or what comes before it in
    /// `while`.
    ///
    /// # Why
    ///
    /// Article 5(1)(e) limits how long data identify people; a period without its beginning cannot be
    /// computed, and the template of the CNIL asks for it (Article 30(1)(f)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml, without sales.from
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [sales]
    /// from = "the end of the year of the order"
    /// ```
    "retention-no-trigger", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let Some(period) = entry.record.period.located() else { continue };
        if entry.record.from.is_absent() && entry.record.r#while.is_absent() {
            report.add(
                id,
                finding(period.span, format!("the period of `{}` has no beginning", entry.id))
                    .label("from when?")
                    .help("add `from`, the event it runs from: \"the end of the financial year\""),
            );
        }
    }
}
