use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// A recipient has a name and no category.
    ///
    /// # What it checks
    ///
    /// Processors and recipients that activities disclose data to have a `category`.
    ///
    /// # Why
    ///
    /// Article 30(1)(d) asks the register for the categories of recipients; a category says what they do, in which
    /// sector and where (WP260 rev.01, annex), as a name seldom does.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.category
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer]
    /// category = "companies that send e-mail for us"
    /// ```
    ///
    /// # Limits
    ///
    /// The `kind` of a recipient is a category too, if a wide one. Not re-read in the source: the annex of WP260.
    "recipient-category-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for party in scope.disclosures_by_party().keys().copied() {
        let (category, at) = match party {
            Party::Processor(id) => {
                let entry = &scope.registry.processors[id];
                (&entry.record.category, entry.record.name.span().unwrap_or(entry.at))
            }
            Party::Recipient(id) => {
                let entry = &scope.registry.recipients[id];
                (&entry.record.category, entry.record.name.span().unwrap_or(entry.at))
            }
            Party::Controller(_) | Party::Source(_) => continue,
        };
        if category.is_absent() {
            report.add(
                node(party),
                finding(at, format!("`{}` has no category", scope.id(node(party))))
                    .label("what do they do?")
                    .help("add `category`, a noun phrase in the plural: \"payment service providers in Ireland\""),
            );
        }
    }
}
