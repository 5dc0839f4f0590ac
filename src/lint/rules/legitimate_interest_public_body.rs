use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A public body relies on legitimate interests.
    ///
    /// # What it checks
    ///
    /// Purposes with a basis of `article = "6(1)(f)"` in activities of a controller with `public-body = true`.
    ///
    /// # Why
    ///
    /// Article 6(1), second subparagraph: point (f) does not apply to processing carried out by public
    /// authorities in the performance of their tasks.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop]
    /// public-body = true
    ///
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Data protection officer"
    /// notified = 2024-01-01
    ///
    /// # activities/orders.toml
    /// [purposes.check]
    /// title = "see whether an order is meant"
    /// legal-bases = ["against-fraud"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop]
    /// public-body = true
    ///
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Data protection officer"
    /// notified = 2024-01-01
    ///
    /// # legal-bases.toml
    /// [library]
    /// title = "Public library"
    /// article = "6(1)(e)"
    /// obligation = "provide a library to everybody"
    /// laws = [{ act = "Local Government Act 2001", article = "section 78", country = "IE" }]
    ///
    /// # activities/orders.toml
    /// [purposes.lend]
    /// title = "lend you books"
    /// legal-bases = ["library"]
    /// ```
    ///
    /// # Limits
    ///
    /// Public bodies may use point (f) outside their tasks, for example to guard a building; waive the lint
    /// there.
    "legitimate-interest-public-body", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes().filter(|purpose| scope.is_by_public_body(purpose.activity)) {
        for named in scope.bases_of(&purpose) {
            if named.ground() == Some(Ground::LegitimateInterests) {
                let article = named.entry.record.article.span();
                let found = finding(
                    named.span,
                    format!("`purposes.{}` of a public body relies on legitimate interests", purpose.row.key.name),
                )
                .label("part of its tasks?")
                .help(
                    "name a basis with `article = \"6(1)(e)\"` and the law that gives the task, or waive the \
                    lint for what is no task",
                );
                report.add(
                    purpose.id,
                    article.into_iter().fold(found, |found, at| found.related(at, "legitimate interests")),
                );
            }
        }
    }
}
