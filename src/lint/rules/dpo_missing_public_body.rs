use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, ways};

declare_lint! {
    /// A public body has no data protection officer.
    ///
    /// # What it checks
    ///
    /// Controllers with `public-body = true` have a `dpo` with `appointed = true`, or one with
    /// `appointed = false` and the `reason`.
    ///
    /// # Why
    ///
    /// Article 37(1)(a) asks every public authority or body for a data protection officer, except courts
    /// acting in their judicial capacity.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo
    /// [shop]
    /// public-body = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop]
    /// public-body = true
    ///
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Consultants Ltd"
    /// notified = 2026-01-15
    /// ```
    "dpo-missing-public-body", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(body) = entry.record.public_body.internal().located().filter(|one| *one.value) else { continue };
        if !scope.is_under_gdpr(id) || ways::says_about_officer(&entry.record) {
            continue;
        }
        let denied = entry.record.dpo.get().and_then(|dpo| dpo.appointed.span());
        let found = finding(body.span, format!("the public body `{}` has no data protection officer", entry.id))
            .label("a public body")
            .help("add `dpo` with `appointed = true` and a way to reach the officer; a court can say why not in `dpo.reason`");
        report.add(id, denied.into_iter().fold(found, |found, at| found.related(at, "no officer, and no reason")));
    }
}
