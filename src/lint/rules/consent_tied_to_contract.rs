use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Required;
use crate::record::legal_basis::LegalBasis;

declare_lint! {
    /// Data that rest on consent alone are marked as required.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with `required` other than `"voluntary"` whose purposes all rest on bases of
    /// `article = "6(1)(a)"` and nothing else.
    ///
    /// # Why
    ///
    /// Consent is free only where it can be refused (recital 42), and Article 7(4) looks at services that are made
    /// conditional on consent to data they do not need.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address]
    /// required = "contract"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address]
    /// required = "voluntary"
    /// ```
    "consent-tied-to-contract", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for place in scope.data_rows() {
        let Some(required) = place.row.value.required.located() else { continue };
        let bases = scope.bases_of_data(&place);
        let rests_on_consent =
            |basis: &&LegalBasis| basis.article.copied().is_some_and(|article| article.0 == Ground::Consent);
        if *required.value == Required::Voluntary || bases.is_empty() || !bases.iter().all(rests_on_consent) {
            continue;
        }
        report.add(
            place.id,
            finding(required.span, format!("`data.{}` is required and rests on consent", place.row.key.name))
                .label("cannot be refused")
                .help(
                    "write `required = \"voluntary\"`, or name in `legal-bases` of the purpose what requires the data",
                ),
        );
    }
}
