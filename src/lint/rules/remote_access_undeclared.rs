use super::transfer_undeclared::{declares, how_to_declare};
use crate::decode::Country;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Staff outside the EEA can reach the data, and no transfer to their country is recorded.
    ///
    /// # What it checks
    ///
    /// `support-from` of processors that we engage. Each country outside the EEA stands in one of the
    /// processor's `transfers`, or in those of a client processing it helps with.
    ///
    /// # Why
    ///
    /// Reading data from a third country makes them available there: remote access is a transfer in the sense
    /// of Article 44 (EDPB Guidelines 05/2021).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// support-from = ["DE", "IN"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// support-from = ["DE"]
    /// ```
    ///
    /// # Limits
    ///
    /// Staff of the same company who travel are no transfer; a branch without a legal person of its own is a
    /// hard case in the guidelines. Not re-read in the source: EDPB Guidelines 05/2021.
    "remote-access-undeclared", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    for id in scope.engaged_processors().keys().copied().filter(|id| !elsewhere.contains(&(*id).into())) {
        let entry = &scope.registry.processors[id];
        let record = &entry.record;
        if !record.no_transfers.is_absent() {
            continue;
        }
        let for_clients = |country: Country| {
            scope.registry.client_processing.iter().any(|(_, client)| {
                client.links.sub_processors.contains(&id) && declares(client.record.transfers.internal(), country)
            })
        };
        // A country where the data are stored too is for `transfer-undeclared`.
        let stored = |country: Country| {
            record.country.copied() == Some(country) || record.locations.iter().any(|one| *one == country)
        };
        for access in record.support_from.internal().located() {
            let country = access.value;
            if !scope.outside_eea(country)
                || declares(&record.transfers, country)
                || for_clients(country)
                || stored(country)
            {
                continue;
            }
            let name = &country.0.country().name;
            report.add(
                id,
                finding(
                    access.span,
                    format!("staff of `{}` reach data from {name}, and no transfer says so", entry.id),
                )
                .label("outside the EEA")
                .help(how_to_declare(scope, country)),
            );
        }
    }
}
