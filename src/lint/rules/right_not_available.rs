use crate::decode::word;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::notice::NoticeRight;
use crate::view::notice::rights_due;

declare_lint! {
    /// A notice promises a right that no legal basis gives.
    ///
    /// # What it checks
    ///
    /// Notices with a list of their own in `rights`: portability, objection and withdrawal follow from a
    /// legal basis of what the notice tells: of its purposes, and of data and disclosures that name their own.
    ///
    /// # Why
    ///
    /// Article 12(1) asks for information that is true and clear; portability holds for consent and contract
    /// (Article 20(1)), objection for 6(1)(e) and (f) (Article 21(1)), withdrawal for consent (Article 7(3)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// rights = [
    ///     "access", "rectification", "erasure", "restriction",
    ///     "portability", "withdraw-consent", "object", "complaint",
    /// ]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// rights = ["access", "rectification", "erasure", "restriction", "portability", "withdraw-consent", "complaint"]
    /// ```
    ///
    /// # Limits
    ///
    /// Who grants more than the law asks for may waive the lint.
    "right-not-available", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let due = rights_due(scope.registry, entry);
        // A notice that tells of nothing gives no rights to compare with.
        if due.is_empty() {
            continue;
        }
        for listed in entry.record.rights.located() {
            let hangs_on_basis =
                matches!(listed.value, NoticeRight::Portability | NoticeRight::Object | NoticeRight::WithdrawConsent);
            if hangs_on_basis && !due.contains(&listed.value) {
                report.add(
                    id,
                    finding(
                        listed.span,
                        format!("`{}` promises `{}`, and no basis gives it", entry.id, word(&listed.value)),
                    )
                    .label("follows from no legal basis")
                    .help("remove it from `rights`, or check the `article` of the legal bases in use"),
                );
            }
        }
    }
}
