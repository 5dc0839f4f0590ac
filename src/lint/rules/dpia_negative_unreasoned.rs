use super::dpia_missing_35_3::scores_with_effect;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An impact assessment is said not to be needed, and no reason is given.
    ///
    /// # What it checks
    ///
    /// `dpia.needed = false` stands with a `reason`. Where `criteria` lists two or more, the finding says so.
    ///
    /// # Why
    ///
    /// WP248 rev.01, section III.B: with two of the nine criteria an assessment is mostly needed, and whoever
    /// makes none documents why (Articles 35(1) and 5(2)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without dpia.reason
    /// [dpia]
    /// criteria = ["evaluation or scoring", "large scale"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [dpia]
    /// criteria = ["evaluation or scoring", "large scale"]
    /// reason = "Two criteria apply in form; readers are counted, not judged."
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: WP248.
    "dpia-negative-unreasoned", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some(dpia) = entry.record.dpia.internal().get().filter(|dpia| dpia.needed.is_false()) else { continue };
        if !dpia.reason.is_absent() || scores_with_effect(&entry.record).is_some() {
            continue;
        }
        let found = finding(
            dpia.needed.span().unwrap_or(entry.at),
            format!("`{}` says without a reason that it needs no impact assessment", entry.id),
        )
        .label("why not?")
        .help("add `dpia.reason`: which of the nine criteria of WP248 were looked at, and why the risk is not high");
        let several = dpia.criteria.span().filter(|_| dpia.criteria.iter().count() >= 2);
        report.add(id, several.into_iter().fold(found, |found, at| found.related(at, "two or more criteria apply")));
    }
}
