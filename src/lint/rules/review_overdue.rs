use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// The day on which an activity was to be reviewed has passed.
    ///
    /// # What it checks
    ///
    /// `next-review` of activities that go on, against the day of the run.
    ///
    /// # Why
    ///
    /// Article 24(1) asks that measures are reviewed and updated where necessary, and Article 5(2) that
    /// compliance can be shown; a record nobody looked at shows the past.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// next-review = 2026-06-30
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// reviewed = 2026-06-30
    /// next-review = 2027-06-30
    /// ```
    "review-overdue", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some(due) = entry.record.next_review.internal().located() else { continue };
        if due.value.0 < scope.as_of {
            report.add(
                id,
                finding(due.span, format!("`{}` was to be reviewed by {}", entry.id, due.value.0))
                    .label(format!("before {}", scope.as_of))
                    .help("check the record against what is done, then set `reviewed` and the next `next-review`"),
            );
        }
    }
}
