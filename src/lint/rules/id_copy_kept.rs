use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};

declare_lint! {
    /// Copies of identity documents are kept, and no law is cited for it.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with a category that names such copies: a legal basis of the purposes they serve
    /// cites a law in `laws`.
    ///
    /// # Why
    ///
    /// Article 5(1)(c) asks for what is necessary; to know who somebody is, it is mostly enough to look at
    /// the document and keep the result.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// items = ["your name", "a copy of your passport"]
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
    /// items = ["your name", "that we saw your passport, and when"]
    /// ```
    "id-copy-kept", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for row in texts::uncited(scope, &scope.words.id_copies) {
        report.add(
            row.activity,
            finding(row.at, format!("`data.{}` of `{}` holds copies of identity documents", row.key, row.id))
                .label("no legal basis of these data cites a law")
                .related(row.item, format!("\"{}\"", row.words))
                .help("keep the result of the check in place of the copy, or cite the law in `laws` of a legal basis"),
        );
    }
}
