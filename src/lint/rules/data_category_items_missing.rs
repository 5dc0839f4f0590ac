use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A category of data does not say what belongs to it.
    ///
    /// # What it checks
    ///
    /// Each data category has `items`.
    ///
    /// # Why
    ///
    /// Article 30(1)(c) asks for a description of the categories of personal data, and Article 14(1)(d) tells people
    /// of them; a bare heading leaves open which data are meant.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml, without payments.items
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [payments]
    /// items = ["the time and amount of each payment"]
    /// ```
    "data-category-items-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.data_categories.iter() {
        let record = &entry.record;
        if record.items.get().is_none_or(|items| items.0.is_empty()) {
            report.add(
                id,
                finding(
                    record.name.span().unwrap_or(entry.at),
                    format!("nothing says which data belong to `{}`", entry.id),
                )
                .label("a heading only")
                .help("add `items`, each a noun phrase: `[\"your name\", \"your e-mail address\"]`"),
            );
        }
    }
}
