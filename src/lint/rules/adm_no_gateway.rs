use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Decisions are made by machines alone, and no exception of Article 22(2) is named.
    ///
    /// # What it checks
    ///
    /// Activities with `automated-decisions.used = true` name in `exception` one of `22(2)(a)`, `22(2)(b)`
    /// and `22(2)(c)`.
    ///
    /// # Why
    ///
    /// Article 22(1) gives people the right not to be subject to such decisions; only a contract, a law or
    /// explicit consent lift it (Article 22(2)).
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
    /// safeguards = "ask a person of our team to look again, and say what you think of it"
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
    "adm-no-gateway", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity, decisions, used) in scope.automated() {
        let exception = decisions.exception.internal();
        if !matches!(exception.text(), Some("22(2)(a)" | "22(2)(b)" | "22(2)(c)")) {
            report.add(
                id,
                finding(
                    exception.span().unwrap_or(used),
                    format!("`{}` decides by machine on no exception", activity.id),
                )
                .label("contract, law or explicit consent?")
                .help(
                    "write `exception`: `\"22(2)(a)\"` for a contract, `\"22(2)(b)\"` for a law, \
                    `\"22(2)(c)\"` for explicit consent; or let a person decide",
                ),
            );
        }
    }
}
