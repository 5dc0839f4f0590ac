use crate::lint::report::finding;
use crate::lint::scope::footing::framework;
use crate::lint::{LISTING_DAYS, Report, Scope, declare_lint};

declare_lint! {
    /// The listing of a recipient under the Data Privacy Framework was looked up long ago.
    ///
    /// # What it checks
    ///
    /// `listing-checked` of transfers to the United States that rest on `dpf` or `adequacy`: at most 180 days
    /// before the day of the run.
    ///
    /// # Why
    ///
    /// Decision (EU) 2023/1795 covers organisations that are on the list on the day of the transfer; they certify
    /// themselves anew each year, and are taken off.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["dpf", "scc"]
    /// listing-checked = 2025-10-01
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
    /// The 180 days are this program's; the Decision sets no time for looking it up.
    "dpf-listing-old", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers().into_iter().filter(|one| framework(*one, scope.as_of).is_some()) {
        let Some(checked) = transfer.row.value.listing_checked.internal().located() else { continue };
        let age = (scope.as_of - checked.value.0).num_days();
        if age > LISTING_DAYS {
            let name = scope.transfer_name(transfer);
            report.add(
                transfer.node,
                finding(checked.span, format!("the listing that {name} rests on was looked up {age} days ago"))
                    .label(format!("before {}", scope.as_of))
                    .help("look the recipient up on https://www.dataprivacyframework.gov and write the day into `listing-checked`"),
            );
        }
    }
}
