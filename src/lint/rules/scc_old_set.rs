use chrono::NaiveDate;

use crate::law::{self, Mechanism as Known};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::Mechanism;
use crate::source::Span;

declare_lint! {
    /// Standard contractual clauses on record are of a set that has no effect any more.
    ///
    /// # What it checks
    ///
    /// Transfers that name `scc`, from 27 December 2022 on: `signed` is not before 4 June 2021, when the clauses
    /// in force were adopted, and `documents` do not name an old set by its number (2001/497/EC, 2004/915/EC,
    /// 2010/87/EU).
    ///
    /// # Why
    ///
    /// Article 4 of Implementing Decision (EU) 2021/914 repealed the sets of 2001, 2004 and 2010; contracts on them
    /// counted as appropriate safeguards under Article 46 until 27 December 2022.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// signed = 2019-05-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// signed = 2025-03-01
    /// ```
    ///
    /// # Limits
    ///
    /// Where the clauses were signed later than the agreement around them, write their day into `signed`.
    "scc-old-set", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let Some(since) = law::mechanism("scc").and_then(|clauses| clauses.since) else { return };
    let old: Vec<&Known> =
        law::mechanisms().filter(|one| one.id.starts_with("scc-") && one.is_dead_on(scope.as_of)).collect();
    // Until the old sets ended, they could still be relied on.
    let Some(ended) = old.iter().filter_map(|one| one.ended).max() else { return };
    for transfer in scope.transfers() {
        if transfer.names(Mechanism::Scc).is_none() {
            continue;
        }
        let signed = transfer.row.value.signed.internal().located().filter(|day| day.value.0 < since);
        let signed = signed.map(|day| (day.span, format!("the clauses in force are of {since}")));
        let mut documents = transfer.row.value.documents.internal().located();
        let named = documents.find_map(|text| named(&old, &text.value, text.span, ended));
        let Some((at, label)) = signed.or(named) else { continue };
        report.add(
            transfer.node,
            finding(at, format!("{} rests on clauses of an old set", scope.transfer_name(transfer)))
                .label(label)
                .help("sign the clauses of Implementing Decision (EU) 2021/914 and write that day into `signed`"),
        );
    }
}

/// The old set that a text names by its number.
fn named(old: &[&Known], text: &str, at: Span, ended: NaiveDate) -> Option<(Span, String)> {
    let text = text.to_lowercase();
    let found = old.iter().find(|one| one.also_called.iter().any(|number| text.contains(number.as_str())))?;
    Some((at, format!("{}, without effect since {}", found.name, found.ended.unwrap_or(ended))))
}
