use crate::decode::word;
use crate::law::{self, Gate};
use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::Mechanism;
use crate::registry::Node;

declare_lint! {
    /// A transfer rests on safeguards, and nothing says how people get a copy of them.
    ///
    /// # What it checks
    ///
    /// Transfers of processors and recipients that data are disclosed to, resting on an instrument of Article
    /// 46 or 47 or on compelling interests and on no adequacy decision, have `copy-from`.
    ///
    /// # Why
    ///
    /// Articles 13(1)(f) and 14(1)(f) ask the notice to name the safeguards and the means by which to obtain
    /// a copy of them, or where they have been made available.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.copy-from
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// copy-from = "by writing to us"
    /// ```
    "transfer-copy-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    // Only these are told: a processor owes no notice for what it does for clients.
    let told: Vec<Node> = scope.disclosures_by_party().keys().copied().map(node).collect();
    for transfer in scope.transfers().into_iter().filter(|transfer| told.contains(&transfer.node)) {
        let row = &transfer.row.value;
        let alive = |mechanism| law::mechanism(&word(mechanism)).filter(|known| !known.is_dead_on(scope.as_of));
        let gate = |mechanism| alive(mechanism).map(|known| known.gate);
        if !row.copy_from.is_absent() || row.mechanisms.iter().any(|one| gate(one) == Some(Gate::Adequacy)) {
            continue;
        }
        let safeguard = row.mechanisms.located().find(|one| {
            gate(&one.value) == Some(Gate::Safeguards) || one.value == Mechanism::CompellingLegitimateInterests
        });
        if let Some(safeguard) = safeguard {
            report.add(
                transfer.node,
                finding(
                    safeguard.span,
                    format!(
                        "nothing says how people get a copy of the safeguards of `transfers.{}`",
                        transfer.row.key.name
                    ),
                )
                .label("safeguards that people may see")
                .help("add `copy-from`; it completes \"You can get a copy ...\""),
            );
        }
    }
}
