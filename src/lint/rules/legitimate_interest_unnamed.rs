use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose rests on legitimate interests, and nothing names them.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(f)"` say in `interests` what they are.
    ///
    /// # Why
    ///
    /// Articles 13(1)(d) and 14(2)(b) ask the notice to name the legitimate interests pursued; they must be told
    /// when the data are collected (C-252/21, Meta).
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without against-fraud.interests
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [against-fraud]
    /// interests = ["protect ourselves against orders that nobody means to pay"]
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-252/21.
    "legitimate-interest-unnamed", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let Some(article) = basis.article.located() else { continue };
        if article.value.0 == Ground::LegitimateInterests && basis.interests.is_empty() {
            report.add(
                id,
                finding(article.span, format!("`{}` names no interest", entry.id))
                    .label("which interest?")
                    .help("add `interests`; each completes \"Our interest is to ...\""),
            );
        }
    }
}
