use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A representative in the Union has its address outside the EEA.
    ///
    /// # What it checks
    ///
    /// `representative.address.country` is a country of the European Economic Area.
    ///
    /// # Why
    ///
    /// Article 27(3) asks that the representative is established in one of the Member States where the
    /// people are whose data are processed; Article 4(17) defines it as established in the Union.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.representative]
    /// appointed = true
    /// name = "Example Representatives Ltd"
    /// address = { lines = ["3 Example Street"], city = "London", country = "GB" }
    /// mandated = 2026-01-15
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.representative]
    /// appointed = true
    /// name = "Example Representatives Ltd"
    /// address = { lines = ["3 Example Street"], city = "Dublin", country = "IE" }
    /// mandated = 2026-01-15
    /// ```
    ///
    /// # Limits
    ///
    /// Where the people are whose data are processed is not in the records.
    "representative-wrong-state", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(one) = entry.record.representative.get().filter(|one| one.appointed.is_true()) else { continue };
        let Some(country) = one.address.get().and_then(|address| address.country.located()) else { continue };
        if !scope.outside_eea(*country.value) {
            continue;
        }
        let name = country.value.0.country().name.as_str();
        report.add(
            id,
            finding(
                country.span,
                format!("the representative of `{}` in the Union has its address outside the EEA", entry.id),
            )
            .label(name)
            .help(
                "give its address in the EEA; a representative for another law, such as the UK's, does not belong here",
            ),
        );
    }
}
