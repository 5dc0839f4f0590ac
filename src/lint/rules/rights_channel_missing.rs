use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::controller::Controller;

declare_lint! {
    /// Nobody can use a right by electronic means.
    ///
    /// # What it checks
    ///
    /// Controllers of activities have an e-mail address, a contact point with an address or a form, a data protection
    /// officer with one of them, or `requests.self-service`.
    ///
    /// # Why
    ///
    /// Article 12(2) has the controller ease the use of rights; recital 59 asks for requests by electronic means,
    /// above all where data are processed by them.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.email, shop.contacts
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// email = "hello@example.com"
    /// ```
    "rights-channel-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.controllers_in_use() {
        let entry = &scope.registry.controllers[id];
        if !is_reachable(&entry.record) {
            report.add(
                id,
                finding(
                    entry.record.name.span().unwrap_or(entry.at),
                    format!("`{}` takes no electronic requests", entry.id),
                )
                .label("no e-mail address and no form")
                .help("add `email`, or a row in `contacts` with `email` or `url` and `uses = [\"requests\"]`"),
            );
        }
    }
}

fn is_reachable(record: &Controller) -> bool {
    let by_contact = record.contacts.iter().any(|row| !row.value.email.is_absent() || !row.value.url.is_absent());
    let by_officer = record.dpo.get().is_some_and(|dpo| !dpo.email.is_absent() || !dpo.url.is_absent());
    let by_oneself = record.requests.get().is_some_and(|requests| !requests.self_service.is_empty());
    !record.email.is_absent() || by_contact || by_officer || by_oneself
}
