use crate::law::Ground;
use crate::lint::laws;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A duty or task is said to come from a law, and no law is cited.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(c)"` or `"6(1)(e)"` name in `laws` at least one act with its country, or `EU`.
    ///
    /// # Why
    ///
    /// Article 6(3) has duties and tasks laid down by Union law or the law of a Member State; who names the act can
    /// show it (Article 5(2)) and answer those who ask.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without accounts.laws
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [accounts]
    /// laws = [{ act = "Companies Act 2014", article = "sections 281 to 286", country = "IE" }]
    /// ```
    "legal-basis-uncited", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let Some(article) = basis.article.located() else { continue };
        if !matches!(article.value.0, Ground::LegalObligation | Ground::PublicTask) {
            continue;
        }
        // Where a condition of Article 9(2) asks for a law, `special-condition-uncited` asks for it.
        if basis.laws.is_empty() && basis.article_9.is_empty() {
            report.add(
                id,
                finding(article.span, format!("`{}` cites no law", entry.id)).label("laid down in which act?").help(
                    "add `laws = [{ act = \"...\", article = \"...\", country = \"...\" }]`; `EU` stands for Union law",
                ),
            );
            continue;
        }
        for found in laws::unnamed(&entry.id, &basis.laws) {
            report.add(id, found);
        }
    }
}
