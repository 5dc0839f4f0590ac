use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller does not say where people may complain.
    ///
    /// # What it checks
    ///
    /// Controllers of activities under the GDPR have `complaints.places`.
    ///
    /// # Why
    ///
    /// Article 77(1) lets people complain in particular where they live, where they work or where the infringement
    /// was; notices should explain it so (WP260 rev.01, annex, on Articles 13(2)(d) and 14(2)(e)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.complaints
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.complaints]
    /// places = ["residence", "work", "infringement"]
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: the annex of WP260.
    "complaint-places-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.controllers_in_use().into_iter().filter(|id| scope.is_under_gdpr(*id)) {
        let entry = &scope.registry.controllers[id];
        let complaints = &entry.record.complaints;
        if complaints.get().is_none_or(|one| one.places.is_empty()) {
            let at = complaints.span().or(entry.record.name.span()).unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` does not say where people may complain", entry.id))
                    .label("in which country?")
                    .help("add `complaints.places`: `\"residence\"`, `\"work\"`, `\"infringement\"`"),
            );
        }
    }
}
