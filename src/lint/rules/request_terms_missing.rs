use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller tells how requests are made, and not when they are answered or that they are free.
    ///
    /// # What it checks
    ///
    /// Controllers with `requests` have `requests.answered-within` and `requests.free`.
    ///
    /// # Why
    ///
    /// Article 12(3) sets one month for an answer and Article 12(5) makes it free of charge. Notices need not say
    /// so; who reads both knows what to expect.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.requests.answered-within
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.requests]
    /// answered-within = "P1M"
    /// ```
    "request-terms-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.controllers_in_use().into_iter().filter(|id| scope.is_under_gdpr(*id)) {
        let entry = &scope.registry.controllers[id];
        let Some((requests, span)) = entry.record.requests.get().zip(entry.record.requests.span()) else { continue };
        let keys = [("answered-within", requests.answered_within.is_absent()), ("free", requests.free.is_absent())];
        let missing: Vec<String> =
            keys.into_iter().filter(|(_, absent)| *absent).map(|(key, _)| format!("`{key}`")).collect();
        if !missing.is_empty() {
            report.add(
                id,
                finding(span, format!("the requests of `{}` lack {}", entry.id, missing.join(" and ")))
                    .label("when, and at what price?")
                    .help(format!("add {} to `requests`", missing.join(" and "))),
            );
        }
    }
}
