use crate::lint::report::finding;
use crate::lint::scope::cites_law;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Data on convictions or offences are processed without a law or an official authority.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with a category that is `criminal`: a basis of the purposes they serve cites an act in
    /// `laws`, or a controller of the activity is a `public-body`.
    ///
    /// # Why
    ///
    /// Article 10 allows it only under the control of official authority, or where Union law or the law of a
    /// Member State authorises it with safeguards.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [fraud-cases]
    /// name = "fraud cases"
    /// items = ["what you were convicted of"]
    /// exhaustive = true
    /// criminal = true
    ///
    /// # activities/orders.toml
    /// [data.fraud]
    /// categories = ["fraud-cases"]
    /// sources = ["payment-service"]
    /// purposes = ["sell"]
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
    /// [fraud-cases]
    /// name = "fraud cases"
    /// items = ["what you were convicted of"]
    /// exhaustive = true
    /// criminal = true
    ///
    /// # activities/orders.toml
    /// [data.fraud]
    /// categories = ["fraud-cases"]
    /// sources = ["payment-service"]
    /// purposes = ["book-keeping"]
    ///
    /// [dpia]
    /// criteria = ["sensitive data"]
    /// reason = "One criterion of WP248 applies, for few customers."
    /// ```
    ///
    /// # Limits
    ///
    /// Whether the law cited authorises it is for people to judge.
    "criminal-data-no-authority", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let categories = &scope.registry.data_categories;
    for place in scope.data_rows().filter(|place| !scope.is_by_public_body(place.activity)) {
        let bases = scope.bases_of_data(&place);
        if bases.is_empty() || bases.into_iter().any(cites_law) {
            continue;
        }
        for (category, span) in scope.categories_where(&place, |id| categories[id].record.criminal.is_true()) {
            let said = category.record.criminal.span().unwrap_or(category.at);
            report.add(
                place.id,
                finding(span, format!("`data.{}` holds data on offences without a law", place.row.key.name))
                    .label("needs a law or an official authority")
                    .related(said, "said here")
                    .help(
                        "cite the law that authorises it in `laws` of the legal basis; a public body says \
                        `public-body = true`",
                    ),
            );
        }
    }
}
