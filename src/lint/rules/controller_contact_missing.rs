use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, ways};

declare_lint! {
    /// A controller can be reached in no way at all.
    ///
    /// # What it checks
    ///
    /// Each controller has at least one of: a postal address, an e-mail address, a telephone number, a
    /// contact point with one of them or with a page. Joint controllers are controllers here too. The data
    /// protection officer is somebody else.
    ///
    /// # Why
    ///
    /// Article 30(1)(a) asks for the contact details of the controller and of any joint controller,
    /// Articles 13(1)(a) and 14(1)(a) ask the notice for them.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.address, shop.email, shop.phone, shop.contacts, shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Consultants Ltd"
    /// uses = ["requests"]
    /// notified = 2026-01-15
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// email = "hello@example.com"
    /// ```
    ///
    /// # Limits
    ///
    /// The law does not say which contact details: no postal address is asked for here.
    "controller-contact-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let ways = ways::to_reach(&entry.record);
        if ways.is_empty() {
            report.add(
                id,
                finding(entry.at, format!("`{}` has no contact details", entry.id))
                    .label("no address, no e-mail address, no telephone number")
                    .help("add `email`, `phone` or `[address]`, or a contact point in `[contacts.NAME]`"),
            );
        }
    }
}
