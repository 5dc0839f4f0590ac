use chrono::NaiveDate;

use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

/// Days for which a review stands without a date for the next.
const YEAR: i64 = 366;

declare_lint! {
    /// Nothing says when somebody checks the record of an activity against what is done.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has `next-review`, or was `reviewed` within the year before the day of
    /// the run. One that `started` more than a year before that day has been `reviewed` at least once. A
    /// `next-review` in the past is found by `review-overdue`.
    ///
    /// # Why
    ///
    /// Article 24(1) asks that measures are reviewed and updated where necessary; the Garante and the ICO
    /// ask for a record that is dated and kept up to date.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without reviewed, next-review
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// reviewed = 2026-06-01
    /// next-review = 2027-06-01
    /// ```
    "review-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let record = &entry.record;
        let last = record.reviewed.internal().located();
        let is_old = |day: NaiveDate| (scope.as_of - day).num_days() > YEAR;
        let began = record.started.internal().located().filter(|day| is_old(day.value.0));
        let found = match last {
            None if let Some(began) = began => finding(began.span, format!("`{}` has never been reviewed", entry.id))
                .label("has gone on for more than a year"),
            _ if !record.next_review.internal().is_absent() => continue,
            Some(day) if !is_old(day.value.0) => continue,
            Some(day) => finding(day.span, format!("`{}` was last reviewed on {}", entry.id, day.value.0))
                .label("more than a year ago"),
            None => finding(entry.at, format!("`{}` has no date of a review", entry.id)).label("checked when?"),
        };
        report.add(id, found.help("set `reviewed` to the day of the last check and `next-review` to the next"));
    }
}
