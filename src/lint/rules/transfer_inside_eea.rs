use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A row about transfers to third countries names only countries of the EEA.
    ///
    /// # What it checks
    ///
    /// Each row in `transfers` of processors, recipients and client processings names a country outside the
    /// EEA, an international organisation or a place in words.
    ///
    /// # Why
    ///
    /// Article 44 is about third countries and international organisations; what stays in the EEA is a disclosure
    /// (Article 30(1)(d)), and a notice that calls it a transfer misleads.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host.transfers.germany]
    /// countries = ["DE"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// locations = ["DE"]
    /// ```
    "transfer-inside-eea", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfer_rows() {
        let countries = &transfer.row.value.countries;
        if let Some(at) = countries.span().filter(|_| !transfer.leaves_eea()) {
            report.add(
                transfer.node,
                finding(at, format!("{} does not leave the EEA", scope.transfer_name(transfer)))
                    .label("inside the EEA")
                    .help("remove the row; `locations` says where the data are stored, `no-transfers` that they do not leave the EEA"),
            );
        }
    }
}
