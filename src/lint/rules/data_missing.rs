use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity does not say which data it uses.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has at least one row in `data`, and each row names `categories`.
    ///
    /// # Why
    ///
    /// Article 30(1)(c) asks for a description of the categories of personal data; Article 14(1)(d) asks
    /// the notice for them where they do not come from the person.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without data
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address]
    /// categories = ["contact"]
    /// ```
    "data-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        if entry.record.data.is_empty() {
            report.add(
                id,
                finding(entry.record.data.span().unwrap_or(entry.at), format!("`{}` names no data", entry.id))
                    .label("which data?")
                    .help("add `[data.NAME]` with `categories`; `ropa new data-category ID` makes one"),
            );
        }
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            if links.categories.is_empty() {
                report.add(
                    id,
                    finding(
                        row.value.categories.span().unwrap_or(row.key.span),
                        format!("`data.{}` of `{}` names no category of data", row.key.name, entry.id),
                    )
                    .label("which data?")
                    .help("add `categories`"),
                );
            }
        }
    }
}
