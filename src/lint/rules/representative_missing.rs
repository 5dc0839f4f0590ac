use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller outside the EEA says nothing about a representative in the Union.
    ///
    /// # What it checks
    ///
    /// Controllers whose `address`, or without one `registered-in`, is outside the European Economic Area, that name no establishment
    /// inside it and are no public body: `representative` says who it is, or `appointed = false` with
    /// the `reason`.
    ///
    /// # Why
    ///
    /// Article 27(1) asks a controller outside the Union to which Article 3(2) applies for a representative
    /// in the Union, unless Article 27(2) exempts it; Article 30(1)(a) puts the representative into the record.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.address]
    /// country = "US"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.address]
    /// country = "US"
    ///
    /// [shop.representative]
    /// appointed = true
    /// name = "Example Representatives Ltd"
    /// email = "books@representatives.example"
    /// address = { lines = ["3 Example Street"], city = "Dublin", country = "IE" }
    /// mandated = 2026-01-15
    /// ```
    ///
    /// # Limits
    ///
    /// Whether Article 3(2) applies, that is whether people in the Union are offered goods or services or
    /// are monitored, is not in the records. If it does not, the reason is the place to say so.
    "representative-missing", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let record = &entry.record;
        let address = record.address.get().and_then(|address| address.country.located());
        let Some(seat) = address.or(record.registered_in.located()) else { continue };
        if !scope.lacks_word_on_representative(id) {
            continue;
        }
        let denied = record.representative.get().filter(|one| one.appointed.is_false());
        let denied = denied.and_then(|one| one.appointed.span());
        let found = match denied {
            Some(span) => finding(span, format!("`{}` has no representative in the Union, and no reason", entry.id))
                .label("why not?")
                .related(seat.span, "outside the EEA"),
            None => finding(seat.span, format!("`{}` does not say who represents it in the Union", entry.id))
                .label("outside the EEA, and `establishments` names no country inside it"),
        };
        report.add(
            id,
            found.help(
                "add `representative` with `appointed = true`, `name` and a way to reach it; or `appointed = false` with the `reason`",
            ),
        );
    }
}
