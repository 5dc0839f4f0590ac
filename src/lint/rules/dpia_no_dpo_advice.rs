use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An impact assessment was made, and what the data protection officer advised is missing.
    ///
    /// # What it checks
    ///
    /// Activities with a `dpia.date`, of a controller whose `dpo.appointed` is true: `dpia.dpo-advice` is
    /// there.
    ///
    /// # Why
    ///
    /// Article 35(2) asks the controller to seek the advice of the officer, where there is one; WP248
    /// rev.01, section III.C, asks to document the advice and what was decided.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Consultants Ltd"
    /// notified = 2026-01-15
    ///
    /// # activities/newsletter.toml
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
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Consultants Ltd"
    /// notified = 2026-01-15
    ///
    /// # activities/newsletter.toml
    /// [dpia]
    /// needed = true
    /// date = 2024-01-01
    /// next-review = 2027-01-01
    /// result = "The risk left is low: addresses only."
    /// dpo-advice = "Keep no record of opened messages. Done."
    /// reference = "assessments/newsletter.md"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: WP248.
    "dpia-no-dpo-advice", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some(dpia) = entry.record.dpia.internal().get().filter(|dpia| dpia.dpo_advice.is_absent()) else {
            continue;
        };
        let Some(date) = dpia.date.located() else { continue };
        let controllers = entry.links.controllers.values.iter();
        let mut officers = controllers.filter_map(|id| scope.registry.controllers[*id].record.dpo.get());
        let Some(officer) = officers.find(|dpo| dpo.appointed.is_true()).and_then(|dpo| dpo.appointed.span()) else {
            continue;
        };
        report.add(
            id,
            finding(date.span, format!("the assessment of `{}` holds no advice of the officer", entry.id))
                .label("the assessment")
                .related(officer, "the officer")
                .help("add `dpia.dpo-advice`: what was advised, and what was done about it"),
        );
    }
}
