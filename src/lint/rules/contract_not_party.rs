use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose rests on a contract with people who are described as belonging to somebody else.
    ///
    /// # What it checks
    ///
    /// Purposes whose bases are all of `article = "6(1)(b)"`, for a group with `related-to`, such as the
    /// users of a customer.
    ///
    /// # Why
    ///
    /// Article 6(1)(b) covers a contract to which the person is party, or steps that the person asked for; it
    /// reaches nobody else.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [readers]
    /// name = "Readers"
    /// singular = "a reader"
    /// definition = "a person to whom a customer sends a book"
    /// related-to = "customers"
    ///
    /// # activities/orders.toml
    /// subject-groups = ["customers", "readers"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [readers]
    /// name = "Readers"
    /// singular = "a reader"
    /// definition = "a person to whom a customer sends a book"
    /// related-to = "customers"
    ///
    /// # legal-bases.toml
    /// [gifts]
    /// title = "Gifts"
    /// article = "6(1)(f)"
    /// interests = ["deliver the gift that a customer sends you"]
    /// interest-of = "our customers"
    ///
    /// [gifts.assessment]
    /// date = 2026-02-01
    /// necessity = "A parcel needs an address."
    /// result = "The interest prevails: an address, for one delivery."
    /// reference = "assessments/gifts.md"
    ///
    /// # activities/orders.toml
    /// subject-groups = ["customers", "readers"]
    ///
    /// [purposes.sell]
    /// subject-groups = ["customers"]
    ///
    /// [purposes.gifts]
    /// title = "deliver the books that a customer sends you"
    /// legal-bases = ["gifts"]
    /// subject-groups = ["readers"]
    /// ```
    ///
    /// # Limits
    ///
    /// A group can be related to another one and be party to a contract of its own; leave `related-to` out
    /// there.
    "contract-not-party", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named = scope.bases_of(&purpose);
        let is_contract = named.iter().all(|one| one.ground() == Some(Ground::Contract) && one.is_general());
        let Some(basis) = named.first().filter(|_| is_contract) else { continue };
        for id in &purpose.links.subject_groups {
            let group = &scope.registry.subject_groups[*id];
            let Some(related) = group.record.related_to.span() else { continue };
            report.add(
                purpose.id,
                finding(
                    basis.span,
                    format!("`purposes.{}` relies on a contract with `{}`", purpose.row.key.name, group.id),
                )
                .label("needs the person as party")
                .related(related, "these people relate to somebody else")
                .help(
                    "make a row in `purposes` for this group with the basis that fits it, or name in \
                    `subject-groups` those who are party",
                ),
            );
        }
    }
}
