use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Clients are on record as a class, and their names stand in a list outside the register.
    ///
    /// # What it checks
    ///
    /// Rows of `clients` in a client processing that point to a `list`.
    ///
    /// # Why
    ///
    /// Article 30(2)(a) asks for each controller by name; the Irish authority asks for a record that can be read
    /// without other documents (DPC guidance of April 2023 on Article 30).
    ///
    /// # Example
    ///
    /// ```toml
    /// # client-processing/printing.toml
    /// title = "Printing of labels for other shops"
    /// processing = ["printing"]
    /// no-transfers = "We print in Dublin."
    /// security = ["encryption"]
    /// owner = "Head of Sales"
    ///
    /// [clients.shops]
    /// name = "All shops that order labels"
    /// list = "Report \"Shops\" of the order system"
    /// contract = "Annex 2 of our terms"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # client-processing/printing.toml
    /// title = "Printing of labels for other shops"
    /// processing = ["printing"]
    /// no-transfers = "We print in Dublin."
    /// security = ["encryption"]
    /// owner = "Head of Sales"
    ///
    /// [clients.maps]
    /// name = "Example Maps Ltd"
    /// contact = "privacy@maps.example"
    /// contract = "Annex 2 of our terms"
    /// ```
    ///
    /// # Limits
    ///
    /// With many clients a list that can be printed at any time is usual; a waiver says who sees to that. Not
    /// re-read in the source: the guidance of the Irish authority.
    "client-list-elsewhere", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.client_processing.iter() {
        for row in entry.record.clients.internal().iter() {
            let Some(list) = row.value.list.span() else { continue };
            report.add(
                id,
                finding(list, format!("the clients `{}` of `{}` stand in a list elsewhere", row.key.name, entry.id))
                    .label("names and contact details are not in the register")
                    .help("add a row `[clients.KEY]` with `name` and `contact` for each, or accept this with a waiver that says who keeps the list and how it is shown on request"),
            );
        }
    }
}
