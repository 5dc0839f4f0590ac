use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller is outside the EEA, and nothing ties it to the law that these lints speak of.
    ///
    /// # What it checks
    ///
    /// Controllers that answer alone for an activity, or process for clients: seat in the EEA (`address.country`,
    /// else `registered-in`), `establishments` there, or a `representative` in the Union. For what only a
    /// controller without any of these does, lints about transfers say nothing. A controller that says neither
    /// who represents it nor why nobody does is left to `representative-missing`.
    ///
    /// # Why
    ///
    /// Article 3: the Regulation is about establishments in the Union, and others who offer goods or services
    /// to people there or monitor them. Other laws, such as those of the UK and Switzerland, are not checked here.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.address]
    /// city = "London"
    /// country = "GB"
    ///
    /// [shop.representative]
    /// appointed = false
    /// reason = "We sell to nobody in the Union."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// establishments = ["IE"]
    ///
    /// [shop.address]
    /// city = "London"
    /// country = "GB"
    ///
    /// [shop.representative]
    /// appointed = false
    /// reason = "The shop in Dublin is our establishment in the Union."
    /// ```
    ///
    /// # Limits
    ///
    /// Whether Article 3(2) applies to somebody outside the Union cannot be seen in the records.
    "controller-outside-eea", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter().filter(|(id, _)| !scope.is_under_gdpr(*id)) {
        let record = &entry.record;
        let alone = scope.activities().any(|(_, activity)| {
            activity.links.controllers.values.contains(&id) && !scope.is_activity_under_gdpr(activity)
        });
        let for_clients =
            scope.registry.client_processing.iter().any(|(_, client)| scope.processor_of(client) == Some(id));
        let seat = record.address.get().and_then(|address| address.country.span()).or(record.registered_in.span());
        if !alone && !for_clients || scope.lacks_word_on_representative(id) {
            continue;
        }
        report.add(
            id,
            finding(seat.unwrap_or(entry.at), format!("nothing ties `{}` to the law of the Union", entry.id))
                .label("outside the EEA")
                .help("name its `establishments` in the EEA or its `representative` there; if another law governs it, set `controller-outside-eea = \"allow\"` in `[lints]` of registry.toml"),
        );
    }
}
