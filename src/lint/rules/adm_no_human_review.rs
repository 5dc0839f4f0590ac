use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Decisions are made by machines alone, and nothing says how to reach a person.
    ///
    /// # What it checks
    ///
    /// Activities with `automated-decisions.exception` of `22(2)(a)` or `22(2)(c)` say in `safeguards` how
    /// people get a human, state a view and contest the decision.
    ///
    /// # Why
    ///
    /// Article 22(3) gives people at least the right to human intervention, to express their point of view
    /// and to contest the decision.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [automated-decisions]
    /// used = true
    /// decision = "whether we accept an order"
    /// logic = "We look for unpaid orders of the same address. Two of them in a year lead to a refusal."
    /// consequences = "If the answer is no, you can still pay in advance."
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
    "adm-no-human-review", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity, decisions, used) in scope.automated() {
        let exception = decisions.exception.internal();
        let asks_for_a_person = matches!(exception.text(), Some("22(2)(a)" | "22(2)(c)"));
        if asks_for_a_person && decisions.safeguards.is_absent() {
            report.add(
                id,
                finding(
                    exception.span().unwrap_or(used),
                    format!("`{}` decides by machine without a way to a person", activity.id),
                )
                .label("comes with a right to a person")
                .help("add `safeguards`; it completes \"You can ...\": reach a person, state a view, contest"),
            );
        }
    }
}
