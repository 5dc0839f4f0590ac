use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An impact assessment is older than the processing it is about, or its review is due.
    ///
    /// # What it checks
    ///
    /// `dpia.date` against `changed` of the activity, and `dpia.next-review` against the day of the run.
    ///
    /// # Why
    ///
    /// Article 35(11) asks for a review where necessary, at least when the risk of the processing changes.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// changed = 2026-05-01
    ///
    /// [dpia]
    /// needed = true
    /// date = 2024-01-01
    /// next-review = 2027-01-01
    /// result = "The risk left is low: addresses only."
    /// reference = "assessments/newsletter.md"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// changed = 2026-05-01
    ///
    /// [dpia]
    /// needed = true
    /// date = 2026-05-12
    /// next-review = 2027-05-12
    /// result = "The risk left is low: addresses only."
    /// reference = "assessments/newsletter.md"
    /// ```
    ///
    /// # Limits
    ///
    /// Only dates that are written in the records count; whether a change touches the risk is not known.
    "dpia-stale", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some(dpia) = entry.record.dpia.internal().get() else { continue };
        if let Some(due) = dpia.next_review.located().filter(|day| day.value.0 < scope.as_of) {
            report.add(
                id,
                finding(due.span, format!("the assessment of `{}` was to be reviewed by {}", entry.id, due.value.0))
                    .label(format!("before {}", scope.as_of))
                    .help("review the assessment, then set `dpia.date` and `dpia.next-review`"),
            );
        }
        let Some(made) = dpia.date.located() else { continue };
        if let Some(changed) = entry.record.changed.internal().located().filter(|day| day.value.0 > made.value.0) {
            report.add(
                id,
                finding(made.span, format!("`{}` changed after its assessment", entry.id))
                    .label("made before")
                    .related(changed.span, "the change")
                    .help("look at the assessment again, then set `dpia.date` to that day"),
            );
        }
    }
}
