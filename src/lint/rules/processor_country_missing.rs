use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says where a processor is or where it keeps the data.
    ///
    /// # What it checks
    ///
    /// Processors that we engage have a `country` or `locations`, or say something about transfers
    /// (`transfers`, `no-transfers`).
    ///
    /// # Why
    ///
    /// Article 30(1)(e) asks for transfers to third countries and their names; without a country nobody
    /// can tell whether there is one.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.country, host.locations, host.no-transfers
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// country = "DE"
    /// locations = ["DE"]
    /// ```
    "processor-country-missing", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    for id in scope.engaged_processors().keys().copied().filter(|id| !elsewhere.contains(&(*id).into())) {
        let entry = &scope.registry.processors[id];
        let record = &entry.record;
        let placed = !record.country.is_absent() || !record.locations.is_empty();
        let stated = !record.transfers.is_empty() || !record.no_transfers.is_absent();
        if !placed && !stated {
            report.add(
                id,
                finding(entry.at, format!("nothing says where `{}` is", entry.id))
                    .label("neither `country` nor `locations`")
                    .help("add `country` (where it is established) and `locations` (where the data are stored)"),
            );
        }
    }
}
