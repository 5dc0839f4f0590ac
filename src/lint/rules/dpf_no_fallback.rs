use crate::law::Gate;
use crate::lint::report::finding;
use crate::lint::scope::footing::framework;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on the EU-US Data Privacy Framework alone, with nothing in reserve.
    ///
    /// # What it checks
    ///
    /// Transfers to the United States that rest on `dpf` or `adequacy` name a safeguard of Article 46 beside
    /// it.
    ///
    /// # Why
    ///
    /// The judgment that upheld Decision (EU) 2023/1795 is under appeal (T-553/23, C-703/25 P), and both decisions
    /// before it were annulled without a time of transition; Article 45(7) leaves Articles 46 to 49 open.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["dpf"]
    /// listing-checked = 2026-10-01
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
    "dpf-no-fallback", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let Some(at) = framework(transfer, scope.as_of) else { continue };
        if !transfer.rests_on(Gate::Safeguards, scope.as_of) {
            report.add(
                transfer.node,
                finding(at, format!("{} has nothing in reserve", scope.transfer_name(transfer)))
                    .label("the only instrument")
                    .help("sign standard contractual clauses that take over if the decision falls, and add `\"scc\"` with `module` and `assessment`"),
            );
        }
    }
}
