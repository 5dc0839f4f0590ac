use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention rule has a later stage without a first one, or one without an end.
    ///
    /// # What it checks
    ///
    /// Each retention rule with `afterwards` has a `while` before it, and a `period`, a `limit` or `criteria` that
    /// end it.
    ///
    /// # Why
    ///
    /// Articles 13(2)(a) and 14(2)(a) ask for the period or the criteria that determine it: "after that" says neither
    /// when it begins nor when it ends. Article 5(1)(e) allows no stage without an end.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// afterwards = ["show that you had consented"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// afterwards = ["show that you had consented"]
    /// limit = "three years after you withdraw your consent"
    /// ```
    "retention-stages-broken", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let rule = &entry.record;
        let Some(at) = rule.afterwards.span().filter(|_| !rule.afterwards.is_empty()) else { continue };
        if rule.r#while.is_absent() {
            report.add(
                id,
                finding(at, format!("`{}` has a later stage and no first one", entry.id))
                    .label("after what?")
                    .help("add `while`, which completes \"We keep them while ...\", or use `period` and `from`"),
            );
        }
        if rule.period.is_absent() && rule.limit.is_absent() && rule.criteria.is_empty() {
            report.add(
                id,
                finding(at, format!("the last stage of `{}` has no end", entry.id))
                    .label("until when?")
                    .help("add `limit`, `period` with `from`, or `criteria`"),
            );
        }
    }
}
