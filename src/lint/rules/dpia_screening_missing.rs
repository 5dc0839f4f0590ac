use super::dpia_missing_35_3::scores_with_effect;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity does not say whether it needs an impact assessment.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has `dpia.needed`, true or false. `criteria` lists which of the nine
    /// criteria of WP248 apply.
    ///
    /// # Why
    ///
    /// Article 35(1) asks for an assessment before processing that is likely to result in a high risk;
    /// WP248 rev.01, section III.B, gives nine criteria to tell whether it is.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without dpia
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [dpia]
    /// needed = false
    /// criteria = []
    /// reason = "None of the nine criteria of WP248 applies."
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: WP248.
    "dpia-screening-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let dpia = entry.record.dpia.internal();
        if dpia.get().is_some_and(|dpia| !dpia.needed.is_absent()) || scores_with_effect(&entry.record).is_some() {
            continue;
        }
        report.add(
            id,
            finding(
                dpia.span().unwrap_or(entry.at),
                format!("`{}` does not say whether it needs an impact assessment", entry.id),
            )
            .label("screened?")
            .help("add `[dpia]` with `needed`, `criteria` (which of the nine of WP248 apply) and `reason`"),
        );
    }
}
