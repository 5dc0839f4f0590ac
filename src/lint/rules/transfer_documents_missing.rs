use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::Mechanism;

declare_lint! {
    /// A transfer rests on standard clauses, and nothing says where they are filed.
    ///
    /// # What it checks
    ///
    /// Transfers that rest on standard contractual clauses (`scc`, `scc-authority`) and on no adequacy decision have
    /// `documents`. Other instruments of Article 46 are checked by `transfer-authorisation-missing`.
    ///
    /// # Why
    ///
    /// Articles 13(1)(f) and 14(1)(f) let people have a copy of the safeguards, and Article 5(2) asks to be able to
    /// show them; Article 30(1)(e) asks for the documents where Article 49(1) second subparagraph is used.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.documents
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// documents = ["contracts/mailer.pdf, annex 2"]
    /// ```
    "transfer-documents-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let clauses = transfer.names(Mechanism::Scc).or_else(|| transfer.names(Mechanism::SccAuthority));
        let Some(clauses) = clauses.filter(|_| transfer.needs_safeguards(scope.as_of)) else { continue };
        if transfer.row.value.documents.internal().is_empty() {
            report.add(
                transfer.node,
                finding(
                    clauses,
                    format!("nothing says where the clauses of {} are filed", scope.transfer_name(transfer)),
                )
                .label("signed, and kept where?")
                .help("add `documents`, such as `[\"DPA-2024-006, annexes I to III\"]`"),
            );
        }
    }
}
