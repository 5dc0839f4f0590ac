use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Consent is asked for, and nothing says how.
    ///
    /// # What it checks
    ///
    /// Each legal basis with `article = "6(1)(a)"` or `article-9 = ["9(2)(a)"]` says in `consent.asked` with which
    /// form, in which words and where people are asked.
    ///
    /// # Why
    ///
    /// Article 4(11) asks for a clear affirmative act and Article 7(2) for a request that stands apart;
    /// Article 7(1) has the controller show that consent was given so.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without newsletter.consent.asked
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter.consent]
    /// asked = "An empty box beside the e-mail field of the order form; the text names the newsletter."
    /// ```
    "consent-mechanism-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for one in scope.consents() {
        if one.consent.is_none_or(|consent| consent.asked.internal().is_absent()) {
            report.add(
                one.id,
                finding(one.span, format!("`{}` does not say how consent is asked", one.entry.id))
                    .label("rests on consent")
                    .help("add `consent.asked`: the form, its words, and where people see it"),
            );
        }
    }
}
