use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::Mechanism;

declare_lint! {
    /// A transfer rests on standard contractual clauses, and nothing says which module.
    ///
    /// # What it checks
    ///
    /// `module` of transfers that name `scc`.
    ///
    /// # Why
    ///
    /// The clauses of Implementing Decision (EU) 2021/914 have four modules, by who is controller and who is
    /// processor; the parties choose one, and duties differ (Article 46(2)(c)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.module
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// module = 2
    /// ```
    "scc-module-missing", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let Some(at) = transfer.names(Mechanism::Scc) else { continue };
        if transfer.row.value.module.internal().is_absent() {
            report.add(
                transfer.node,
                finding(at, format!("{} does not say which module of the clauses", scope.transfer_name(transfer)))
                    .label("no `module`")
                    .help("add `module`: 1 controller to controller, 2 controller to processor, 3 processor to processor, 4 processor to controller"),
            );
        }
    }
}
