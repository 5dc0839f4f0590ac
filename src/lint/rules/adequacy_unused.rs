use crate::law::Gate;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on safeguards alone, although an adequacy decision covers the country.
    ///
    /// # What it checks
    ///
    /// Transfers that rest on a safeguard of Article 46 or a derogation, and not on `adequacy`, where a decision
    /// in force covers every recipient in each of the countries.
    ///
    /// # Why
    ///
    /// Articles 13(1)(f) and 14(1)(f) ask to tell people whether an adequacy decision exists; Article 46(1) is for
    /// transfers in the absence of one.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us
    /// [mailer]
    /// country = "CH"
    /// locations = ["CH"]
    /// support-from = ["CH"]
    ///
    /// [mailer.transfers.switzerland]
    /// countries = ["CH"]
    /// mechanisms = ["scc"]
    /// copy-from = "by writing to us"
    /// module = 2
    /// signed = 2025-03-01
    /// documents = ["contracts/mailer.pdf, annex 2"]
    ///
    /// [mailer.transfers.switzerland.assessment]
    /// date = 2026-05-01
    /// result = "Addresses only, encrypted on the way; the clauses can be kept."
    /// reference = "assessments/mailer.md"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us
    /// [mailer]
    /// country = "CH"
    /// locations = ["CH"]
    /// support-from = ["CH"]
    ///
    /// [mailer.transfers.switzerland]
    /// countries = ["CH"]
    /// mechanisms = ["adequacy"]
    /// ```
    ///
    /// # Limits
    ///
    /// Decisions that cover only some recipients are left out: clauses may be needed there.
    "adequacy-unused", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers().into_iter().filter(|one| !one.rests_on(Gate::Adequacy, scope.as_of)) {
        let Some((_, at)) = transfer.mechanisms().find(|(one, _)| !one.is_dead_on(scope.as_of)) else { continue };
        let decision = |code: crate::decode::Country| {
            scope.registry.law.adequacy_on(code.0, scope.as_of).filter(|decision| !decision.is_partial())
        };
        let Some(first) = transfer.outside().next().and_then(|one| decision(one.value)) else { continue };
        if transfer.outside().all(|one| decision(one.value).is_some()) {
            report.add(
                transfer.node,
                finding(at, format!("{} does not rest on the adequacy decision there is", scope.transfer_name(transfer)))
                    .label(format!("{} covers every recipient", first.instrument))
                    .help("write `mechanisms = [\"adequacy\"]`, so that the notice names the decision; keep the clauses as a reserve if you like"),
            );
        }
    }
}
