use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::data_category::DataCategory;
use crate::registry::Entry;
use crate::source::Span;

declare_lint! {
    /// Special categories of data are processed, and no condition of Article 9(2) is named.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with a category that is `special`, or holds an item that is: one of the purposes they serve
    /// has a legal basis with `article-9`.
    ///
    /// # Why
    ///
    /// Article 9(1) forbids the processing of special categories unless a condition of Article 9(2) applies, on top
    /// of the ground of Article 6(1).
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [needs]
    /// name = "reading aids"
    /// items = ["the print that your eyes need"]
    /// exhaustive = true
    /// special = "health"
    ///
    /// # activities/orders.toml
    /// [data.needs]
    /// categories = ["needs"]
    /// sources = ["data-subject"]
    /// given-when = ["when you order"]
    /// purposes = ["sell"]
    /// required = "voluntary"
    /// if-refused = "You get the usual print."
    ///
    /// [dpia]
    /// criteria = ["sensitive data"]
    /// reason = "One criterion of WP248 applies, for few customers."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [needs]
    /// name = "reading aids"
    /// items = ["the print that your eyes need"]
    /// exhaustive = true
    /// special = "health"
    ///
    /// # legal-bases.toml
    /// [needs]
    /// title = "Consent to reading aids"
    /// article = "6(1)(a)"
    /// article-9 = ["9(2)(a)"]
    ///
    /// [needs.consent]
    /// to = "choose a print that your eyes can read"
    /// asked = "An empty field with the sentence \"I agree that you use this for my order\" and a box of its own."
    /// proof = "Time and version of the text are logged."
    /// withdraw = "in your account"
    ///
    /// # activities/orders.toml
    /// [purposes.needs]
    /// title = "choose a print that your eyes can read"
    /// legal-bases = ["needs"]
    /// categories = ["needs"]
    ///
    /// [data.needs]
    /// categories = ["needs"]
    /// sources = ["data-subject"]
    /// given-when = ["when you order"]
    /// purposes = ["needs"]
    /// required = "voluntary"
    /// if-refused = "You get the usual print."
    ///
    /// [dpia]
    /// criteria = ["sensitive data"]
    /// reason = "One criterion of WP248 applies, for few customers."
    /// ```
    ///
    /// # Limits
    ///
    /// One condition among the bases of the purposes is enough: a row that names no `purposes` serves all of them.
    "special-data-no-condition", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for place in scope.data_rows() {
        let bases = scope.bases_of_data(&place);
        // Purposes without any basis are the matter of another lint.
        if bases.is_empty() || bases.iter().any(|basis| !basis.article_9.is_empty()) {
            continue;
        }
        for (category, span) in scope.categories_where(&place, |id| scope.special(id).is_some()) {
            let key = &place.row.key.name;
            report.add(
                place.id,
                finding(span, format!("`data.{key}` holds special data, and no condition is named"))
                    .label("of a special category")
                    .related(special_at(category), "said here")
                    .help("add `article-9 = [\"9(2)(...)\"]` to the legal basis of the purpose that uses them"),
            );
        }
    }
}

/// Where a category, or an item of it, is said to be special.
fn special_at(category: &Entry<DataCategory>) -> Span {
    let record = &category.record;
    let items = record.items.get().into_iter().flat_map(|items| items.iter());
    let of_items = items.filter_map(|item| item.more.as_ref()?.special.span());
    record.special.span().into_iter().chain(of_items).next().unwrap_or(category.at)
}
