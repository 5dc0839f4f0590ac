use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};

declare_lint! {
    /// A category of data could be anything.
    ///
    /// # What it checks
    ///
    /// The `name` and the `items` of data categories, against a list of words such as "other data", "etc"
    /// or "all information", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 30(1)(c) asks for a description of the categories; the Italian authority found categories
    /// missing from a record (Foodinho, decision of 10 June 2021, Article 30).
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// items = ["the books you order", "the prices you pay", "other information"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// items = ["the books you order", "the prices you pay", "your wishes for delivery"]
    /// ```
    "data-catch-all", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.data_categories.iter() {
        for text in texts::of_category(&entry.record) {
            if let Some(words) = scope.words.catch_all.find(text.value) {
                report.add(
                    id,
                    finding(text.span, format!("`{}` holds data that are not named", entry.id))
                        .label(format!("\"{words}\" could be anything"))
                        .help("name what is collected; `exhaustive = false` says that `items` are examples"),
                );
            }
        }
    }
}
