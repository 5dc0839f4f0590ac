use crate::law::SpecialCondition;
use crate::lint::report::finding;
use crate::lint::scope::cites_law;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A condition of Article 9(2) needs a law, and none is cited.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article-9` of `9(2)(b)`, `(g)`, `(i)` or `(j)` name in `laws` at least one act or collective
    /// agreement.
    ///
    /// # Why
    ///
    /// Article 9(2)(b), (g), (i) and (j) lift the ban only on the basis of Union law, the law of a Member State or,
    /// for (b), a collective agreement under it.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [against-fraud]
    /// article-9 = ["9(2)(g)"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [against-fraud]
    /// article-9 = ["9(2)(g)"]
    /// laws = [{ act = "Data Protection Act 2018", article = "section 51", country = "IE" }]
    /// ```
    ///
    /// # Limits
    ///
    /// Whether the law carries the processing is for people to judge.
    "special-condition-uncited", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let needs_law = |condition: SpecialCondition| {
            matches!(
                condition,
                SpecialCondition::EmploymentSocialLaw
                    | SpecialCondition::SubstantialPublicInterest
                    | SpecialCondition::PublicHealth
                    | SpecialCondition::ArchivingResearchStatistics
            )
        };
        let Some(condition) = basis.article_9.located().find(|one| needs_law(one.value.0)) else { continue };
        if !cites_law(basis) {
            report.add(
                id,
                finding(condition.span, format!("`{}` cites no law for its condition", entry.id))
                    .label("holds only on the basis of a law")
                    .help("add `laws = [{ act = \"...\", article = \"...\", country = \"...\" }]`"),
            );
        }
    }
}
