use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// The category of a recipient could mean anybody.
    ///
    /// # What it checks
    ///
    /// `category` of processors and recipients that activities disclose data to, against a list of words
    /// such as "partners" or "service providers" with nothing beside them, in the language of the
    /// registry.
    ///
    /// # Why
    ///
    /// Categories of recipients (Articles 13(1)(e) and 30(1)(d)) should be as specific as possible: the type
    /// of recipient by what it does, its industry, sector and sub-sector, and its place (WP260 rev.01, annex).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer]
    /// category = "service providers"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer]
    /// category = "companies in the United States that send e-mail for us"
    /// ```
    ///
    /// # Limits
    ///
    /// Only words of the list are found. Not re-read in the source: the annex of WP260.
    "recipient-category-broad", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for party in scope.disclosures_by_party().keys().copied() {
        let category = match party {
            Party::Processor(id) => &scope.registry.processors[id].record.category,
            Party::Recipient(id) => &scope.registry.recipients[id].record.category,
            Party::Controller(_) | Party::Source(_) => continue,
        };
        let Some(written) = category.located() else { continue };
        if let Some(words) = scope.words.broad_recipients.find(written.value) {
            report.add(
                node(party),
                finding(written.span, format!("the category of `{}` could mean anybody", scope.id(node(party))))
                    .label(format!("\"{words}\": doing what, and where?"))
                    .help("say in `category` what they do, in which sector and where: \"payment service providers in Ireland\""),
            );
        }
    }
}
