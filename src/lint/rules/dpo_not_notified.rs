use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says when the authority was told who the data protection officer is.
    ///
    /// # What it checks
    ///
    /// A `dpo` with `appointed = true` has the day it was `notified`.
    ///
    /// # Why
    ///
    /// Article 37(7) asks the controller to communicate the contact details of the officer to the
    /// supervisory authority.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Consultants Ltd"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Consultants Ltd"
    /// notified = 2026-01-15
    /// ```
    "dpo-not-notified", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(dpo) = entry.record.dpo.get().filter(|dpo| dpo.appointed.is_true()) else { continue };
        if dpo.notified.internal().is_absent() {
            report.add(
                id,
                finding(
                    dpo.appointed.span().unwrap_or(entry.at),
                    format!("nothing says when the authority was told of the officer of `{}`", entry.id),
                )
                .label("appointed")
                .help("add `dpo.notified`, the day the authority was told"),
            );
        }
    }
}
