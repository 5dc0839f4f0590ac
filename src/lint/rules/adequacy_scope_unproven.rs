use crate::law::{Gate, ScopeTest};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An adequacy decision covers only some recipients, and nothing shows that this one is among them.
    ///
    /// # What it checks
    ///
    /// Transfers that rest on `adequacy` alone, to countries whose decision covers only some recipients
    /// or data: `documents` of the row says where it is shown that the recipient is inside. The United States are
    /// for `dpf-listing-unchecked`.
    ///
    /// # Why
    ///
    /// Article 45(1) and (3) let the Commission decide for sectors and conditions; outside the scope of the Decision a
    /// transfer needs safeguards under Article 46.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// locations = ["DE", "CA"]
    ///
    /// [host.transfers.canada]
    /// countries = ["CA"]
    /// mechanisms = ["adequacy"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// locations = ["DE", "CA"]
    ///
    /// [host.transfers.canada]
    /// countries = ["CA"]
    /// mechanisms = ["adequacy"]
    /// documents = ["Letter of 2026-02-03: a commercial organisation subject to PIPEDA"]
    /// ```
    ///
    /// # Limits
    ///
    /// That something stands in `documents` is seen, not what. Not re-read in the source: the limits of the
    /// decisions on Israel, Japan, Korea, the Faroe Islands and Brazil.
    "adequacy-scope-unproven", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let has_papers = !transfer.row.value.documents.internal().is_empty();
        if has_papers || transfer.rests_on(Gate::Safeguards, scope.as_of) {
            continue;
        }
        for country in transfer.outside() {
            let Some(decision) = transfer.covered_by(country.value, scope.as_of) else { continue };
            if !decision.is_partial() || decision.scope_test == Some(ScopeTest::DpfListing) {
                continue;
            }
            let name = &country.value.0.country().name;
            let mut found = finding(
                country.span,
                format!("nothing shows that {} is inside the decision on {name}", scope.transfer_name(transfer)),
            )
            .label(match &decision.recipient_law {
                Some(law) => format!("covers recipients that are bound by this law: {law}"),
                None => "covers some cases".to_owned(),
            })
            .help("say in `documents` where this is shown, or name a safeguard such as `scc`");
            for limit in &decision.limits {
                found = found.note(format!("{}: {limit}", decision.instrument));
            }
            report.add(transfer.node, found);
        }
    }
}
