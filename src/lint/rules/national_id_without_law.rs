use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};

declare_lint! {
    /// A national identification number is used, and no law is cited for it.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with a category that names such a number: a legal basis of the purposes they serve
    /// cites a law in `laws`.
    ///
    /// # Why
    ///
    /// Article 87 lets Member States set the conditions for processing a national identification number;
    /// many of them allow it only where a law says so.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// items = ["your name", "your national identification number"]
    ///
    /// # activities/orders.toml
    /// [data.order]
    /// purposes = ["sell"]
    ///
    /// # activities/newsletter.toml
    /// [data.address]
    /// categories = ["orders"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// items = ["your name", "your national identification number"]
    ///
    /// # activities/orders.toml
    /// [data.order]
    /// purposes = ["book-keeping"]
    ///
    /// # activities/newsletter.toml
    /// [data.address]
    /// categories = ["orders"]
    /// ```
    ///
    /// # Limits
    ///
    /// Which law allows it differs from country to country and is not looked up.
    "national-id-without-law", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for row in texts::uncited(scope, &scope.words.national_ids) {
        report.add(
            row.activity,
            finding(row.at, format!("`data.{}` of `{}` holds a national identification number", row.key, row.id))
                .label("no legal basis of these data cites a law")
                .related(row.item, format!("\"{}\"", row.words))
                .help("cite the law in `laws` of a legal basis, or remove the number"),
        );
    }
}
