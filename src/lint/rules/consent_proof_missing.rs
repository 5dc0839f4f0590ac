use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Consent is asked for, and nothing says how it can be proven.
    ///
    /// # What it checks
    ///
    /// Each legal basis with `article = "6(1)(a)"` or `article-9 = ["9(2)(a)"]` says in `consent.proof` what is kept:
    /// who consented, when, and to which text.
    ///
    /// # Why
    ///
    /// Article 7(1) has the controller demonstrate that a person consented; the burden is the controller's
    /// (C-61/19, Orange Romania).
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without newsletter.consent.proof
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter.consent]
    /// proof = "Time, version of the text and address are logged."
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-61/19.
    "consent-proof-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for one in scope.consents() {
        if one.consent.is_none_or(|consent| consent.proof.internal().is_absent()) {
            report.add(
                one.id,
                finding(one.span, format!("`{}` does not say how consent is proven", one.entry.id))
                    .label("rests on consent")
                    .help(
                        "add `consent.proof`: what is logged, such as the person, the time and the version of the text",
                    ),
            );
        }
    }
}
