use crate::law::SpecialCondition;
use crate::lint::report::finding;
use crate::lint::scope::has_condition;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Decisions are made by machines alone where special data are processed, without a condition for it.
    ///
    /// # What it checks
    ///
    /// Activities with `automated-decisions.used = true` and data of a special category: a legal basis of the
    /// activity names `9(2)(a)` or `9(2)(g)`.
    ///
    /// # Why
    ///
    /// Article 22(4): such decisions are not based on special categories unless Article 9(2)(a) or (g)
    /// applies and suitable measures protect the person.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [needs]
    /// name = "reading aids"
    /// items = ["the print that your eyes need"]
    /// exhaustive = true
    /// special = "health"
    ///
    /// # legal-bases.toml
    /// [sale]
    /// article-9 = ["9(2)(h)"]
    ///
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
    ///
    /// [data.needs]
    /// categories = ["needs"]
    /// sources = ["data-subject"]
    /// given-when = ["when you order"]
    /// required = "voluntary"
    /// if-refused = "You get the usual print."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [needs]
    /// name = "reading aids"
    /// items = ["the print that your eyes need"]
    /// exhaustive = true
    /// special = "health"
    ///
    /// # legal-bases.toml
    /// [sale]
    /// article-9 = ["9(2)(g)"]
    /// laws = [{ act = "Data Protection Act 2018", article = "section 51", country = "IE" }]
    ///
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
    ///
    /// [data.needs]
    /// categories = ["needs"]
    /// sources = ["data-subject"]
    /// given-when = ["when you order"]
    /// required = "voluntary"
    /// if-refused = "You get the usual print."
    /// ```
    ///
    /// # Limits
    ///
    /// The records do not say which data a decision draws on.
    "adm-special-data", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity, _, used) in scope.automated() {
        let bases = scope.bases(activity);
        let allows =
            |condition| bases.iter().any(|id| has_condition(&scope.registry.legal_bases[*id].record, condition));
        // Where no condition is named at all, `special-data-no-condition` says so.
        let has_any = bases.iter().any(|id| !scope.registry.legal_bases[*id].record.article_9.is_empty());
        let allowed = allows(SpecialCondition::ExplicitConsent) || allows(SpecialCondition::SubstantialPublicInterest);
        let special = scope.categories(activity).into_iter().find(|category| scope.special(*category).is_some());
        let Some(category) = special.filter(|_| has_any && !allowed) else { continue };
        let category = &scope.registry.data_categories[category];
        report.add(
            id,
            finding(used, format!("`{}` decides by machine and holds special data", activity.id))
                .label("based on them?")
                .related(category.record.name.span().unwrap_or(category.at), "of a special category")
                .help(
                    "name a basis with `9(2)(a)` or `9(2)(g)` in `article-9`, or keep these data out of the \
                    decision and waive the lint",
                ),
        );
    }
}
