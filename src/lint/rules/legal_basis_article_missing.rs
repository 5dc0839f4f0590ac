use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A legal basis does not say which ground of Article 6(1) it is.
    ///
    /// # What it checks
    ///
    /// Each legal basis has an `article`. A basis that names only a condition of Article 9(2) is the matter of
    /// `special-condition-without-article-6`.
    ///
    /// # Why
    ///
    /// Article 6(1) knows six grounds and no others; Articles 13(1)(c) and 14(1)(c) ask the notice to name the
    /// one a purpose rests on.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without sale.article
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [sale]
    /// article = "6(1)(b)"
    /// ```
    "legal-basis-article-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        if entry.record.article.is_absent() && entry.record.article_9.is_empty() {
            report.add(
                id,
                finding(entry.at, format!("`{}` names no ground of Article 6(1)", entry.id))
                    .label("which ground is it?")
                    .help("add `article`, from `\"6(1)(a)\"` for consent to `\"6(1)(f)\"` for legitimate interests"),
            );
        }
    }
}
