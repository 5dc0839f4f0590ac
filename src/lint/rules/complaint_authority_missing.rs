use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller does not say which supervisory authority answers for it.
    ///
    /// # What it checks
    ///
    /// Controllers of activities under the GDPR have `authority` with `id` or `name`.
    ///
    /// # Why
    ///
    /// Articles 13(2)(d) and 14(2)(e) ask for the right to complain; the Article 29 Working Party would have
    /// the authority named, so that people find it (WP260 rev.01, annex).
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.authority
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.authority]
    /// id = "ie"
    /// ```
    "complaint-authority-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.controllers_in_use().into_iter().filter(|id| scope.is_under_gdpr(*id)) {
        let entry = &scope.registry.controllers[id];
        let authority = &entry.record.authority;
        if authority.get().is_none_or(|one| one.id.is_absent() && one.name.is_absent()) {
            let at = authority.span().or(entry.record.name.span()).unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` names no supervisory authority", entry.id))
                    .label("which one answers for it?")
                    .help("add `authority` with `id`, such as `\"fi\"`, or with `name` and `website`"),
            );
        }
    }
}
