use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A disclosure does not say which data go.
    ///
    /// # What it checks
    ///
    /// Where an activity uses several categories of data, each row of `disclosures` names those that it concerns in
    /// `categories`. Without them, all of the activity are meant.
    ///
    /// # Why
    ///
    /// Article 28(3) has the contract with a processor set out the type of personal data, and Article 19 has each
    /// recipient told of a rectification or erasure of the data it got; Article 5(1)(c) asks that no more go than is
    /// necessary.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without disclosures.taxes.categories
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [disclosures.taxes]
    /// categories = ["orders"]
    /// ```
    ///
    /// # Limits
    ///
    /// The law does not ask the register for data by recipient. Rows without `categories` are complete where all data
    /// go: then the list says so on purpose.
    "disclosure-data-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        if scope.categories(entry).len() < 2 {
            continue;
        }
        for row in entry.record.disclosures.iter().filter(|row| row.value.categories.is_empty()) {
            report.add(
                id,
                finding(
                    row.key.span,
                    format!("the disclosure `{}` of `{}` does not say which data go", row.key.name, entry.id),
                )
                .label("all data of the activity?")
                .help("add `categories`, the ids of the categories of data that the recipients get"),
            );
        }
    }
}
