use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An impact assessment is needed, the processing goes on, and there is none.
    ///
    /// # What it checks
    ///
    /// Activities that have begun, with `dpia.needed = true`: the assessment has a `date`, and a `result` or
    /// a `reference`.
    ///
    /// # Why
    ///
    /// Article 35(1) asks for the assessment before the processing.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [dpia]
    /// needed = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [dpia]
    /// needed = true
    /// date = 2024-01-01
    /// next-review = 2027-01-01
    /// result = "The risk left is low: addresses only."
    /// reference = "assessments/newsletter.md"
    /// ```
    "dpia-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some(dpia) = entry.record.dpia.internal().get().filter(|dpia| dpia.needed.is_true()) else { continue };
        let begun = entry.record.started.internal().get().is_none_or(|day| day.0 <= scope.as_of);
        let made = !dpia.date.is_absent() && (!dpia.result.is_absent() || !dpia.reference.is_absent());
        if begun && !made {
            let what = if dpia.date.is_absent() { "there is none" } else { "its outcome is missing" };
            report.add(
                id,
                finding(
                    dpia.needed.span().unwrap_or(entry.at),
                    format!("`{}` needs an impact assessment, and {what}", entry.id),
                )
                .label("needed")
                .help("add `dpia.date`, `dpia.result` and `dpia.reference` of the assessment that was made"),
            );
        }
    }
}
