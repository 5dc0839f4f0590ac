use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// The logic of automated decisions is told in words that explain nothing.
    ///
    /// # What it checks
    ///
    /// `automated-decisions.logic` against a list of phrases such as "trade secret", in the language of the
    /// registry, and whether it has at least four words. Parts of a sentence that deny something are left
    /// out.
    ///
    /// # Why
    ///
    /// Article 15(1)(h), like Articles 13(2)(f) and 14(2)(g), asks for the procedure and principles applied;
    /// a formula is none, and a trade secret is for an authority or court to weigh (C-203/22, Dun &
    /// Bradstreet Austria).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [automated-decisions]
    /// used = true
    /// decision = "whether we accept an order"
    /// logic = "How we decide is a trade secret."
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
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-203/22.
    "adm-logic-empty", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity, decisions, _) in scope.automated() {
        let Some(logic) = decisions.logic.located() else { continue };
        let words = scope.words.empty_logic.find_affirmed(logic.value, &scope.words.denial);
        let label = match words {
            Some(words) => format!("\"{words}\" explains nothing"),
            None if logic.value.split_whitespace().count() < 4 => "too short to explain anything".to_owned(),
            None => continue,
        };
        report.add(
            id,
            finding(logic.span, format!("`{}` does not explain how it decides", activity.id)).label(label).help(
                "say in `logic` which data are used and how they lead to the decision, so that a person can check it",
            ),
        );
    }
}
