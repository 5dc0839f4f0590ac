use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Activity;
use crate::source::Span;

declare_lint! {
    /// Profiles lead to automated decisions about people, and no impact assessment is there.
    ///
    /// # What it checks
    ///
    /// Activities with `profiling.used = true` and `automated-decisions.used = true`: `dpia.needed` is true,
    /// or false with a `reason`.
    ///
    /// # Why
    ///
    /// Article 35(3)(a) asks for an assessment where people are evaluated systematically and extensively by
    /// automated means and decisions with legal or similarly significant effects rest on it.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without dpia
    /// [profiling]
    /// used = true
    /// method = "compute how likely you are to pay"
    /// topics = ["payment"]
    /// inputs = ["your earlier orders"]
    /// effect = "The score decides whether you can pay later."
    ///
    /// [automated-decisions]
    /// used = true
    /// decision = "whether you can pay after delivery"
    /// logic = "We count your unpaid orders of the last two years. With more than one you pay first."
    /// consequences = "You pay before we deliver."
    /// safeguards = "write to us; a person then decides and hears your view"
    /// exception = "22(2)(a)"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [profiling]
    /// used = true
    /// method = "compute how likely you are to pay"
    /// topics = ["payment"]
    /// inputs = ["your earlier orders"]
    /// effect = "The score decides whether you can pay later."
    ///
    /// [automated-decisions]
    /// used = true
    /// decision = "whether you can pay after delivery"
    /// logic = "We count your unpaid orders of the last two years. With more than one you pay first."
    /// consequences = "You pay before we deliver."
    /// safeguards = "write to us; a person then decides and hears your view"
    /// exception = "22(2)(a)"
    ///
    /// [dpia]
    /// needed = true
    /// date = 2026-03-01
    /// next-review = 2027-03-01
    /// result = "The risk left is low: a person looks at every complaint."
    /// reference = "assessments/orders.md"
    /// ```
    ///
    /// # Limits
    ///
    /// Large-scale special data and the monitoring of public places (Article 35(3)(b) and (c)) cannot be read
    /// from the records.
    "dpia-missing-35-3", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some((profiling, decisions)) = scores_with_effect(&entry.record) else { continue };
        let dpia = entry.record.dpia.internal().get();
        if dpia.is_some_and(|dpia| dpia.needed.is_true() || !dpia.reason.is_absent()) {
            continue;
        }
        report.add(
            id,
            finding(decisions, format!("`{}` decides about people by profiles without an impact assessment", entry.id))
                .label("automated decisions")
                .related(profiling, "and profiles")
                .help("make the assessment and add `[dpia]` with `needed = true`, `date`, `result` and `reference`"),
        );
    }
}

/// Where an activity says that it makes profiles and decides by automated means: decisions of Article 22
/// have legal or similarly significant effects, so Article 35(3)(a) is met.
pub(super) fn scores_with_effect(record: &Activity) -> Option<(Span, Span)> {
    let profiling = record.profiling.get().filter(|one| one.used.is_true())?;
    let decisions = record.automated_decisions.get().filter(|one| one.used.is_true())?;
    Some((profiling.used.span()?, decisions.used.span()?))
}
