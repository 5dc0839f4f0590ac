use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Decisions are made by machines alone, and the notice cannot say how.
    ///
    /// # What it checks
    ///
    /// Activities with `automated-decisions.used = true` and no `notice-exemption` have `decision`, `logic` and
    /// `consequences`.
    ///
    /// # Why
    ///
    /// Articles 13(2)(f) and 14(2)(g) ask for the existence of such decisions, meaningful information about
    /// the logic involved, and the significance and envisaged consequences.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [automated-decisions]
    /// used = true
    /// decision = "whether we accept an order"
    /// consequences = "If the answer is no, you can still pay in advance."
    /// safeguards = "ask a person of our team to look again, and say what you think of it"
    /// exception = "22(2)(a)"
    ///
    /// [dpia]
    /// needed = true
    /// criteria = ["evaluation or scoring", "automated decisions"]
    /// reason = "Two criteria of WP248 apply."
    /// date = 2026-05-01
    /// result = "The risk left is low: a person looks at every refusal that is contested."
    /// dpo-advice = "None is appointed."
    /// reference = "assessments/orders.md"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [automated-decisions]
    /// used = true
    /// decision = "whether we accept an order"
    /// logic = "We look for unpaid orders of the same address. Two of them in a year lead to a refusal."
    /// consequences = "If the answer is no, you can still pay in advance."
    /// safeguards = "ask a person of our team to look again, and say what you think of it"
    /// exception = "22(2)(a)"
    ///
    /// [dpia]
    /// needed = true
    /// criteria = ["evaluation or scoring", "automated decisions"]
    /// reason = "Two criteria of WP248 apply."
    /// date = 2026-05-01
    /// result = "The risk left is low: a person looks at every refusal that is contested."
    /// dpo-advice = "None is appointed."
    /// reference = "assessments/orders.md"
    /// ```
    "adm-undisclosed", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity, decisions, used) in scope.automated() {
        if activity.record.notice_exemption.internal().get().is_some() {
            continue;
        }
        let keys = [
            ("decision", decisions.decision.is_absent()),
            ("logic", decisions.logic.is_absent()),
            ("consequences", decisions.consequences.is_absent()),
        ];
        let missing: Vec<String> =
            keys.into_iter().filter(|(_, absent)| *absent).map(|(key, _)| format!("`{key}`")).collect();
        if !missing.is_empty() {
            report.add(
                id,
                finding(used, format!("`{}` decides by machine and lacks {}", activity.id, missing.join(", ")))
                    .label("decisions without a person")
                    .help(format!(
                        "add {} to `automated-decisions`, in words that people understand",
                        missing.join(", ")
                    )),
            );
        }
    }
}
