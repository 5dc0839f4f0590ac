use crate::decode::{Country, Located};
use crate::law::Gate;
use crate::lint::report::finding;
use crate::lint::scope::TransferRow;
use crate::lint::scope::footing::covers;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on an adequacy decision that does not exist for the country.
    ///
    /// # What it checks
    ///
    /// Rows in `transfers` that name `adequacy` or `dpf`, against the decisions in force on the day of the
    /// run (`ropa law` lists them). With safeguards or a derogation beside it, one of the countries must have
    /// the decision; else all of them must.
    ///
    /// # Why
    ///
    /// Article 45(1): a transfer needs no specific authorisation where the Commission has decided that the country,
    /// territory or sector protects data adequately; else Articles 46 and 49 are left.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// locations = ["DE", "IN"]
    ///
    /// [host.transfers.india]
    /// countries = ["IN"]
    /// mechanisms = ["adequacy"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// locations = ["DE", "CH"]
    ///
    /// [host.transfers.switzerland]
    /// countries = ["CH"]
    /// mechanisms = ["adequacy"]
    /// ```
    ///
    /// # Limits
    ///
    /// Transfers to international organisations are not judged. Instruments without effect are for
    /// `transfer-mechanism-dead`.
    "adequacy-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers().into_iter().filter(|one| one.row.value.organisation.is_absent()) {
        let has_other =
            transfer.rests_on(Gate::Safeguards, scope.as_of) || transfer.rests_on(Gate::Derogation, scope.as_of);
        let claims =
            transfer.mechanisms().filter(|(one, _)| one.gate == Gate::Adequacy && !one.is_dead_on(scope.as_of));
        for (mechanism, at) in claims {
            let mut open = transfer
                .outside()
                .filter(|one| covers(&scope.registry.law, mechanism, one.value, scope.as_of).is_none());
            let Some(first) = open.next() else { continue };
            let all_open = transfer.outside().count() == 1 + open.count();
            // Beside others, a decision may be meant for some of the countries.
            if !all_open && (has_other || is_covered(transfer, first, scope)) {
                continue;
            }
            let name = &first.value.0.country().name;
            let what = match mechanism.decision() {
                Some(_) => format!("the {}, which does not cover {name}", mechanism.name),
                None => format!("an adequacy decision, and there is none for {name}"),
            };
            report.add(
                transfer.node,
                finding(at, format!("{} rests on {what}", scope.transfer_name(transfer)))
                    .label(format!("no such decision in force on {}", scope.as_of))
                    .related(first.span, "this country")
                    .help("name the safeguard in use, such as `scc` with `module` and `assessment`, or give countries with a decision a row of their own"),
            );
        }
    }
}

/// Whether another adequacy decision that the row names covers the country.
fn is_covered(transfer: TransferRow<'_>, country: &Located<Country>, scope: &Scope<'_>) -> bool {
    transfer.covered_by(country.value, scope.as_of).is_some()
}
