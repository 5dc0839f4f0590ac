use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller checks who asks, and does not say why.
    ///
    /// # What it checks
    ///
    /// Controllers with `requests.verify-identity = true` have `requests.verify-because`; who gives the reason says
    /// that there is a check.
    ///
    /// # Why
    ///
    /// Article 12(6) allows to ask for more information only where there are reasonable doubts about the identity of
    /// the person; EDPB Guidelines 01/2022 ask for a check in proportion to the risk.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.requests]
    /// verify-identity = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.requests]
    /// verify-identity = true
    /// verify-because = "nobody else gets your data"
    /// ```
    ///
    /// # Limits
    ///
    /// Whether the reason holds cannot be read from the records. Not re-read in the source: EDPB Guidelines 01/2022.
    "identity-check-unreasoned", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(requests) = entry.record.requests.get() else { continue };
        let (check, reason) = (&requests.verify_identity, &requests.verify_because);
        let found = match (check.located(), reason.span()) {
            (Some(check), None) if *check.value => {
                finding(check.span, format!("`{}` does not say why it checks who asks", entry.id))
                    .label("for which doubts?")
                    .help("add `verify-because`, which completes \"We do this so that ...\"")
            }
            (None, Some(reason)) => {
                finding(reason, format!("`{}` says why it checks who asks, and not that it does", entry.id))
                    .label("a reason for what?")
                    .help("add `verify-identity = true`, or remove `verify-because`")
            }
            _ => continue,
        };
        report.add(id, found);
    }
}
