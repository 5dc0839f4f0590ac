use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A record of processing for others does not say for whom.
    ///
    /// # What it checks
    ///
    /// Each client processing has `clients`: one row for each, or a row for a class of them that says where
    /// the list is kept.
    ///
    /// # Why
    ///
    /// Article 30(2)(a) asks for the name and contact details of each controller on behalf of which the
    /// processor is acting.
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
    /// contract = "contracts/maps.pdf"
    /// ```
    "client-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.client_processing.iter() {
        if entry.record.clients.internal().is_empty() {
            report.add(
                id,
                finding(entry.at, format!("`{}` does not say for whom the data are processed", entry.id))
                    .label("no `clients`")
                    .help("add a row `[clients.KEY]` for each client, with `name` and `contact`"),
            );
        }
    }
}
