use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// There is a data protection officer, and nobody is told how to reach them.
    ///
    /// # What it checks
    ///
    /// A `dpo` with `appointed = true` has an `email`, `phone`, `url` or `address`. The name is not asked
    /// for.
    ///
    /// # Why
    ///
    /// Article 37(7) asks to publish the contact details of the officer, Articles 13(1)(b) and 14(1)(b)
    /// to put them into the notice.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// holder = "Example Privacy Partners"
    /// notified = 2026-01-15
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Partners"
    /// notified = 2026-01-15
    /// ```
    "dpo-contact-not-published", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(dpo) = entry.record.dpo.get().filter(|dpo| dpo.appointed.is_true()) else { continue };
        let silent = [&dpo.email, &dpo.phone, &dpo.url].into_iter().all(crate::decode::Field::is_absent);
        if silent && dpo.address.is_absent() {
            report.add(
                id,
                finding(
                    dpo.appointed.span().unwrap_or(entry.at),
                    format!("`{}` publishes no way to reach its data protection officer", entry.id),
                )
                .label("appointed")
                .help("add `dpo.email`, `dpo.phone`, `dpo.url` or `dpo.address`; `dpo.holder` stays in the register"),
            );
        }
    }
}
