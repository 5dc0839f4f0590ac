use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Consent is asked for, and nothing says how it is taken back.
    ///
    /// # What it checks
    ///
    /// Each legal basis with `article = "6(1)(a)"` or `article-9 = ["9(2)(a)"]` says in `consent.withdraw` how
    /// a person withdraws.
    ///
    /// # Why
    ///
    /// Article 7(3) lets everybody withdraw consent at any time, as easily as it was given, and asks
    /// that people are told so before they consent; Article 13(2)(c) puts it into the notice.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without newsletter.consent.withdraw
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter.consent]
    /// withdraw = "with the link at the end of each newsletter"
    /// ```
    "consent-withdrawal-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for one in scope.consents() {
        if one.consent.is_none_or(|consent| consent.withdraw.is_absent()) {
            report.add(
                one.id,
                finding(one.span, format!("`{}` does not say how consent is withdrawn", one.entry.id))
                    .label("rests on consent")
                    .help("add `consent.withdraw`; it completes \"You can withdraw your consent ...\""),
            );
        }
    }
}
