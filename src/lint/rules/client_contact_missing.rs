use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A client is on record without its name or without a way to reach it.
    ///
    /// # What it checks
    ///
    /// Each row of `clients` in a client processing has a `name`, and an `address` or a `contact`. A class
    /// of clients with a `list` is left to `client-list-elsewhere`.
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
    ///
    /// [clients.maps]
    /// name = "Example Maps Ltd"
    /// contract = "contracts/maps.pdf"
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
    "client-contact-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.client_processing.iter() {
        for row in entry.record.clients.internal().iter().filter(|row| row.value.list.is_absent()) {
            let client = &row.value;
            let lacks = match (client.name.is_absent(), client.address.is_absent() && client.contact.is_absent()) {
                (true, true) => "name and contact details",
                (true, false) => "the name",
                (false, true) => "contact details",
                (false, false) => continue,
            };
            report.add(
                id,
                finding(row.key.span, format!("the client `{}` of `{}` lacks {lacks}", row.key.name, entry.id))
                    .label(format!("without {lacks}"))
                    .help("add `name` and `address` or `contact`; for a class of clients say in `list` where the full list is kept"),
            );
        }
    }
}
