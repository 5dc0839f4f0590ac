use crate::law::Authorisation;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on an instrument that an authority has to agree to, and no paper is on record.
    ///
    /// # What it checks
    ///
    /// Transfers that name `bcr`, `ad-hoc-clauses` or `administrative-arrangement` say in `documents` which authority
    /// decided, and when.
    ///
    /// # Why
    ///
    /// Binding corporate rules need the approval of the competent authority (Article 47(1)); ad hoc clauses and
    /// administrative arrangements need its authorisation (Article 46(3)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.module, mailer.transfers.us.documents
    /// [mailer.transfers.us]
    /// mechanisms = ["bcr"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.module
    /// [mailer.transfers.us]
    /// mechanisms = ["bcr"]
    /// documents = ["BCR-P of Example Mail Inc., approved by the Irish authority on 2024-02-01, annex: companies bound"]
    /// ```
    ///
    /// # Limits
    ///
    /// That something stands in `documents` is seen, not what.
    "transfer-authorisation-missing", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let needs = transfer.mechanisms().find(|(one, _)| one.authorisation != Authorisation::None);
        let Some((mechanism, at)) = needs else { continue };
        if transfer.row.value.documents.internal().is_empty() {
            let (label, help) = match mechanism.authorisation {
                Authorisation::Approval => (
                    "approved by whom, and when?",
                    "name in `documents` the approval (authority and day) and where it shows that the recipient is bound",
                ),
                Authorisation::Required | Authorisation::None => (
                    "authorised by whom, and when?",
                    "name in `documents` the authorisation: authority, number and day",
                ),
            };
            report.add(
                transfer.node,
                finding(at, format!("no decision of an authority on {} is on record", scope.transfer_name(transfer)))
                    .label(label)
                    .help(help),
            );
        }
    }
}
