use crate::decode::word;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::notice::{Notice, NoticeRight};
use crate::registry::Entry;
use crate::view::notice::rights_due;

declare_lint! {
    /// A notice lists rights and leaves out one that people have.
    ///
    /// # What it checks
    ///
    /// Notices with a list of their own in `rights`, against the rights that follow from the legal bases of
    /// what they tell. Without a list nothing is missing: the rights are derived. Withdrawal, opting out of
    /// marketing and complaint count as told where the notice says how.
    ///
    /// # Why
    ///
    /// Article 13(2)(b) to (d) and Article 14(2)(c) to (e) ask for the rights of access, rectification,
    /// erasure, restriction, portability, objection, withdrawal and complaint; Article 21(4) for objection to
    /// marketing.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// rights = [
    ///     "access", "rectification", "erasure", "restriction",
    ///     "withdraw-consent", "object-marketing", "complaint",
    /// ]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// rights = [
    ///     "access", "rectification", "erasure", "restriction",
    ///     "portability", "withdraw-consent", "object-marketing", "complaint",
    /// ]
    /// ```
    "right-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let Some(span) = entry.record.rights.span() else { continue };
        let listed: Vec<NoticeRight> = entry.record.rights.iter().copied().collect();
        let missing: Vec<String> = rights_due(scope.registry, entry)
            .into_iter()
            .filter(|right| !listed.contains(right) && !is_told_apart(scope, entry, *right))
            .map(|right| format!("`{}`", word(&right)))
            .collect();
        if !missing.is_empty() {
            report.add(
                id,
                finding(span, format!("`{}` leaves out {}", entry.id, missing.join(", ")))
                    .label("not in this list")
                    .help(
                        "add them to `rights`, or remove `rights`: then the notice states what follows from the \
                        legal bases",
                    ),
            );
        }
    }
}

/// Whether the law does not ask the notice for the right, or the notice tells it in another place.
fn is_told_apart(scope: &Scope<'_>, notice: &Entry<Notice>, right: NoticeRight) -> bool {
    let controller = notice.links.controller.map(|id| &scope.registry.controllers[id].record);
    match right {
        // Part of access, and Article 22, which Article 13(2)(b) does not list.
        NoticeRight::Confirmation | NoticeRight::NoAutomatedDecision => true,
        NoticeRight::WithdrawConsent => {
            scope.consents().all(|one| one.consent.is_some_and(|consent| !consent.withdraw.is_absent()))
        }
        NoticeRight::ObjectMarketing => {
            controller.and_then(|one| one.marketing.get()).is_some_and(|marketing| !marketing.opt_out.is_empty())
        }
        NoticeRight::Complaint => {
            controller.and_then(|one| one.complaints.get()).is_some_and(|complaints| !complaints.places.is_empty())
        }
        _ => false,
    }
}
