use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A record of processing for others does not say what is done with the data.
    ///
    /// # What it checks
    ///
    /// `processing` of each client processing.
    ///
    /// # Why
    ///
    /// Article 30(2)(b) asks for the categories of processing carried out on behalf of each controller.
    ///
    /// # Example
    ///
    /// ```toml
    /// # client-processing/printing.toml
    /// title = "Printing of labels for other shops"
    /// no-transfers = "We print in Dublin."
    /// security = ["encryption"]
    /// owner = "Head of Sales"
    ///
    /// [clients.maps]
    /// name = "Example Maps Ltd"
    /// contact = "privacy@maps.example"
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
    "client-processing-category-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.client_processing.iter() {
        if entry.record.processing.internal().is_empty() {
            report.add(
                id,
                finding(entry.at, format!("`{}` does not say what is done with the data", entry.id))
                    .label("no `processing`")
                    .help("add `processing`, each a noun phrase: `[\"storage\", \"backup\"]`"),
            );
        }
    }
}
