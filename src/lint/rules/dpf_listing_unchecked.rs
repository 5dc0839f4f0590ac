use crate::lint::report::finding;
use crate::lint::scope::footing::framework;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on the EU-US Data Privacy Framework, and nothing says when the listing was looked up.
    ///
    /// # What it checks
    ///
    /// Transfers to the United States that rest on `dpf` or `adequacy` have `listing-checked`.
    ///
    /// # Why
    ///
    /// Decision (EU) 2023/1795 covers organisations on the Data Privacy Framework List on the day of the transfer,
    /// and staff data only where the certification covers them; else Article 46 applies.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["dpf", "scc"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["dpf", "scc"]
    /// listing-checked = 2026-10-01
    /// ```
    ///
    /// # Limits
    ///
    /// Whether the certification covers staff data cannot be written in the records; look at it when you look
    /// up the listing.
    "dpf-listing-unchecked", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let Some(at) = framework(transfer, scope.as_of) else { continue };
        if transfer.row.value.listing_checked.internal().is_absent() {
            report.add(
                transfer.node,
                finding(at, format!("nothing says when the listing was looked up that {} rests on", scope.transfer_name(transfer)))
                    .label("no `listing-checked`")
                    .help("look the recipient up on https://www.dataprivacyframework.gov and write the day into `listing-checked`"),
            );
        }
    }
}
