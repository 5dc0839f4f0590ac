use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Node;

declare_lint! {
    /// Processing for clients says neither that data leave the EEA nor that they do not.
    ///
    /// # What it checks
    ///
    /// Each record in `client-processing` has `transfers`, or says in `no-transfers` why there are none.
    ///
    /// # Why
    ///
    /// Article 30(2)(c) asks the processor's register for transfers where there are any, with the third country and,
    /// where Article 49(1) second subparagraph is used, the safeguards.
    ///
    /// # Example
    ///
    /// ```toml
    /// # client-processing/shops.toml
    /// title = "Web shops for others"
    /// processing = ["storage"]
    /// security = ["encryption"]
    ///
    /// [clients.library]
    /// name = "Example Library"
    /// contact = "head@library.example.com"
    /// contract = "contracts/library.pdf"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # client-processing/shops.toml
    /// title = "Web shops for others"
    /// processing = ["storage"]
    /// security = ["encryption"]
    /// no-transfers = "All servers and staff are in Ireland."
    ///
    /// [clients.library]
    /// name = "Example Library"
    /// contact = "head@library.example.com"
    /// contract = "contracts/library.pdf"
    /// ```
    ///
    /// # Limits
    ///
    /// Where there are no transfers, the law asks for no words.
    "client-transfers-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    for (id, entry) in scope.registry.client_processing.iter() {
        let record = &entry.record;
        let said = !record.transfers.internal().is_empty() || !record.no_transfers.internal().is_absent();
        if !said && !elsewhere.contains(&Node::from(id)) {
            report.add(
                id,
                finding(entry.at, format!("`{}` does not say whether data leave the EEA", entry.id))
                    .label("neither `transfers` nor `no-transfers`")
                    .help("add a row `[transfers.KEY]`, or say in `no-transfers` why there are none"),
            );
        }
    }
}
