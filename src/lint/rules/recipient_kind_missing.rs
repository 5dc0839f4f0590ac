use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// Nothing says what a recipient is: a controller of its own, a joint one, an authority.
    ///
    /// # What it checks
    ///
    /// `kind` of each record in `recipients` that an activity discloses data to. Processors have records
    /// of their own.
    ///
    /// # Why
    ///
    /// Articles 4(7) to (10) tell roles apart by what somebody does, and Articles 26 and 28 ask for an arrangement
    /// or a contract that depends on the role (EDPB Guidelines 07/2020).
    ///
    /// # Example
    ///
    /// ```toml
    /// # recipients.toml, without tax-authority.kind
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # recipients.toml
    /// [tax-authority]
    /// kind = "authority"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: EDPB Guidelines 07/2020.
    "recipient-kind-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (&party, disclosures) in scope.disclosures_by_party() {
        let Party::Recipient(id) = party else { continue };
        let entry = &scope.registry.recipients[id];
        if entry.record.kind.is_absent() {
            let found = finding(entry.at, format!("nothing says what `{}` is to us", entry.id))
                .label("a controller, an authority, an adviser?")
                .help("add `kind`, such as `\"controller\"`, `\"joint-controller\"`, `\"authority\"` or `\"adviser\"`; who acts on our instructions belongs into `processors`");
            let found =
                disclosures.iter().take(3).fold(found, |found, at| found.related(*at, "data are disclosed here"));
            report.add(id, found);
        }
    }
}
