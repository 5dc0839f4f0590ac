use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on nothing that Chapter V knows.
    ///
    /// # What it checks
    ///
    /// `mechanisms` of each row in `transfers` out of the EEA. A bare `contractual-undertaking` does not
    /// count; instruments without effect are left to `transfer-mechanism-dead`.
    ///
    /// # Why
    ///
    /// Article 44 allows a transfer only on the conditions of Chapter V: an adequacy decision (Article 45),
    /// appropriate safeguards (Articles 46 and 47) or a derogation (Article 49).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.mechanisms
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["scc"]
    /// ```
    "transfer-mechanism-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers().into_iter().filter(|transfer| transfer.mechanisms().next().is_none()) {
        let named = transfer.row.value.mechanisms.located().next().map(|one| one.span);
        let adequate = transfer.outside().find_map(|one| scope.registry.law.adequacy_on(one.value.0, scope.as_of));
        let found = finding(
            named.unwrap_or(transfer.row.key.span),
            format!("{} rests on no instrument of Chapter V", scope.transfer_name(transfer)),
        )
        .label(if named.is_some() { "no instrument of Chapter V" } else { "no `mechanisms`" });
        let help = match adequate {
            Some(decision) if decision.is_partial() => format!(
                "name the instrument in `mechanisms`: `adequacy` ({}) or `dpf` where it covers the recipient, else `scc`",
                decision.instrument
            ),
            Some(decision) => format!("write `mechanisms = [\"adequacy\"]` ({})", decision.instrument),
            None => {
                "name the instrument in `mechanisms`, such as `scc`; where there is none the transfer has no footing"
                    .to_owned()
            }
        };
        report.add(transfer.node, found.help(help));
    }
}
