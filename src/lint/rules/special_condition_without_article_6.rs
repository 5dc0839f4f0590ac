use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A condition of Article 9(2) stands alone, without a ground of Article 6(1).
    ///
    /// # What it checks
    ///
    /// Each legal basis with `article-9` has an `article` too.
    ///
    /// # Why
    ///
    /// A condition of Article 9(2) lifts the ban on special categories and comes on top of a ground of
    /// Article 6(1) (C-667/21, ZQ, 21 December 2023); Article 13(1)(c) asks for that ground.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without newsletter.article
    /// [newsletter]
    /// article-9 = ["9(2)(a)"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter]
    /// article = "6(1)(a)"
    /// article-9 = ["9(2)(a)"]
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-667/21.
    "special-condition-without-article-6", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let Some(condition) = basis.article_9.located().next().filter(|_| basis.article.is_absent()) else { continue };
        report.add(
            id,
            finding(condition.span, format!("`{}` names a condition of Article 9(2) and no ground", entry.id))
                .label("comes on top of a ground")
                .help("add `article`, such as `\"6(1)(a)\"`, besides `article-9`"),
        );
    }
}
