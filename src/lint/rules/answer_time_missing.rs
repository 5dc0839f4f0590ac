use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller does not say when and at what price it answers requests.
    ///
    /// # What it checks
    ///
    /// Controllers of activities under the GDPR have `requests.answered-within` and `requests.free`.
    ///
    /// # Why
    ///
    /// Article 12(3) asks for an answer without undue delay and within a month, Article 12(5) for one free of charge;
    /// who has written both down has settled how requests are handled, as Article 24(1) asks.
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
    ///
    /// # Limits
    ///
    /// The law asks for no such words in the notice. Words in `requests.answered`, such as "as soon as possible", name
    /// no time and do not count.
    "answer-time-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.controllers_in_use().into_iter().filter(|id| scope.is_under_gdpr(*id)) {
        let entry = &scope.registry.controllers[id];
        let requests = entry.record.requests.get();
        let lacks = [
            (requests.is_none_or(|one| one.answered_within.is_absent()), "within which time", "answered-within"),
            (requests.is_none_or(|one| one.free.is_absent()), "whether free of charge", "free"),
        ];
        for (_, what, key) in lacks.into_iter().filter(|(absent, ..)| *absent) {
            let at = entry.record.requests.span().or(entry.record.name.span()).unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` does not say {what} it answers requests", entry.id))
                    .label(format!("no `requests.{key}`"))
                    .help(format!("add `requests.{key}`")),
            );
        }
    }
}
