use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A legal basis does not say which contract, duty or interest it is.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(b)"` have `contract`, those with `"6(1)(c)"` or `"6(1)(e)"` `obligation`,
    /// those with `"6(1)(d)"` `vital-interest`. Consent and legitimate interests have lints of their own.
    ///
    /// # Why
    ///
    /// Articles 13(1)(c) and 14(1)(c) ask the notice for the legal basis; a bare letter of Article 6(1) tells nobody
    /// which contract is meant, or what the law requires.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without accounts.obligation
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [accounts]
    /// obligation = "keep accounts of every sale"
    /// ```
    "legal-basis-unexplained", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let Some(article) = basis.article.located() else { continue };
        let (text, key, start) = match article.value.0 {
            Ground::Contract => (&basis.contract, "contract", "It is necessary to ..."),
            Ground::LegalObligation | Ground::PublicTask => (&basis.obligation, "obligation", "We must ..."),
            Ground::VitalInterests => (&basis.vital_interest, "vital-interest", "It protects ..."),
            Ground::Consent | Ground::LegitimateInterests => continue,
        };
        if text.is_absent() {
            report.add(
                id,
                finding(article.span, format!("`{}` has no `{key}`", entry.id))
                    .label("a letter only")
                    .help(format!("add `{key}`, which completes \"{start}\"")),
            );
        }
    }
}
