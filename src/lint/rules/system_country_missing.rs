use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A system holds data, and nothing says in which country it stands.
    ///
    /// # What it checks
    ///
    /// Systems that activities use have `countries`.
    ///
    /// # Why
    ///
    /// Article 30(1)(e) asks for transfers and their third countries; a region such as `"eu"` cannot be compared with
    /// the places of the processor that runs the system, and `"world"` names no country.
    ///
    /// # Example
    ///
    /// ```toml
    /// # systems.toml, without database.countries
    /// # activities/orders.toml
    /// systems = ["database"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # systems.toml
    /// [database]
    /// countries = ["DE"]
    /// # activities/orders.toml
    /// systems = ["database"]
    /// ```
    ///
    /// # Limits
    ///
    /// Where all data stay in the EEA, the law asks for no country.
    "system-country-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.systems_in_use() {
        let entry = &scope.registry.systems[id];
        if entry.record.countries.is_empty() {
            report.add(
                id,
                finding(
                    entry.record.region.span().unwrap_or(entry.at),
                    format!("nothing says in which country `{}` stands", entry.id),
                )
                .label("where exactly?")
                .help("add `countries`, the ISO codes of the countries its servers stand in"),
            );
        }
    }
}
