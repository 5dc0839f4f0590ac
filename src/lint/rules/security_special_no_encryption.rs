use crate::decode::List;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::security_measure::{Objective, SecurityMeasure};
use crate::registry::Id;

declare_lint! {
    /// Special data are used, and no measure encrypts them or gives them a pseudonym.
    ///
    /// # What it checks
    ///
    /// Activities with a category or an item marked `special`, or a category marked `criminal`: one of their
    /// measures has `"pseudonymisation-encryption"` in `serves`. Activities with a measure that says
    /// nothing in `serves` are left alone.
    ///
    /// # Why
    ///
    /// Article 32(1)(a) names pseudonymisation and encryption first among the measures that follow from the
    /// risk, and recital 75 counts special and criminal data among the risks.
    ///
    /// # Example
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption]
    /// title = "Access rights"
    /// name = "access rights"
    /// serves = ["confidentiality"]
    ///
    /// # data-categories.toml
    /// [payments]
    /// special = "trade-union"
    ///
    /// # legal-bases.toml
    /// [sale]
    /// article-9 = ["9(2)(e)"]
    ///
    /// [accounts]
    /// article-9 = ["9(2)(e)"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption]
    /// serves = ["pseudonymisation-encryption", "confidentiality"]
    /// ```
    "security-special-no-encryption", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let measures = &entry.links.security.values;
        let serves = |measure: &Id<SecurityMeasure>| &scope.registry.security_measures[*measure].record.serves;
        let protects = |list: &List<Objective>| {
            list.is_empty() || list.iter().any(|one| *one == Objective::PseudonymisationEncryption)
        };
        if measures.is_empty() || measures.iter().any(|measure| protects(serves(measure))) {
            continue;
        }
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            let sensitive = links.categories.iter().zip(row.value.categories.located()).find(|(category, _)| {
                scope.special(**category).is_some()
                    || scope.registry.data_categories[**category].record.criminal.is_true()
            });
            let Some((_, written)) = sensitive else { continue };
            report.add(
                id,
                finding(written.span, format!("no measure of `{}` encrypts these data", entry.id))
                    .label("special or criminal data")
                    .help("add a measure with `serves = [\"pseudonymisation-encryption\"]` to `security`"),
            );
            break;
        }
    }
}
