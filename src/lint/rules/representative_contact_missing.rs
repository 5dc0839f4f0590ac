use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A representative is appointed, and its name or a way to reach it is missing.
    ///
    /// # What it checks
    ///
    /// A `representative` with `appointed = true` has a `name`, and an `address`, `email` or `phone`.
    ///
    /// # Why
    ///
    /// Articles 13(1)(a) and 14(1)(a) ask the notice for the identity and the contact details of the
    /// representative, Article 30(1)(a) asks the record for them.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.representative]
    /// appointed = true
    /// name = "Example Representatives Ltd"
    /// mandated = 2026-01-15
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.representative]
    /// appointed = true
    /// name = "Example Representatives Ltd"
    /// email = "books@representatives.example"
    /// mandated = 2026-01-15
    /// ```
    "representative-contact-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(one) = entry.record.representative.get().filter(|one| one.appointed.is_true()) else { continue };
        let reached = !one.email.is_absent() || !one.phone.is_absent() || !one.address.is_absent();
        let missing = match (one.name.is_absent(), reached) {
            (false, true) => continue,
            (true, true) => ("the name of", "`representative.name`"),
            (false, false) => ("a way to reach", "`representative.address`, `email` or `phone`"),
            (true, false) => {
                ("the name of and a way to reach", "`representative.name`, and `address`, `email` or `phone`")
            }
        };
        let at = one.appointed.span().unwrap_or(entry.at);
        report.add(
            id,
            finding(at, format!("`{}` does not give {} its representative", entry.id, missing.0))
                .label("appointed")
                .help(format!("add {}", missing.1)),
        );
    }
}
