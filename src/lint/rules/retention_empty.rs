use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention rule says neither how long nor on what it depends.
    ///
    /// # What it checks
    ///
    /// Each retention rule has a `period`, a `while`, `criteria` or a `limit`. A review, or what people can
    /// delete themselves, is no time.
    ///
    /// # Why
    ///
    /// Articles 13(2)(a) and 14(2)(a) ask for the period or the criteria that determine it; Article 30(1)(f)
    /// asks the record for the time limits where possible.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml, without subscription.while
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// while = "you subscribe to the newsletter"
    /// ```
    "retention-empty", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let rule = &entry.record;
        let timed = !rule.period.is_absent() || !rule.r#while.is_absent() || !rule.limit.is_absent();
        if !timed && rule.criteria.is_empty() {
            report.add(
                id,
                finding(entry.at, format!("the retention rule `{}` sets no time", entry.id))
                    .label("how long?")
                    .help("add `period` with `from`, or `while`, or `criteria` that a reader can apply"),
            );
        }
    }
}
