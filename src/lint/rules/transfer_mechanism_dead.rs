use crate::fix::{Change, Fix};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on an instrument that has lost its effect.
    ///
    /// # What it checks
    ///
    /// Each entry of `mechanisms`, of every transfer of everybody and under whichever law, against the day of the run: Safe Harbour without effect from
    /// 6 October 2015, the Privacy Shield from 16 July 2020.
    ///
    /// # Why
    ///
    /// The Court annulled Decision 2000/520 (C-362/14, Schrems) and Decision (EU) 2016/1250 (C-311/18,
    /// Schrems II); Article 44 allows transfers only on the conditions of Chapter V.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["scc", "privacy-shield"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["scc"]
    /// ```
    ///
    /// # Limits
    ///
    /// Old sets of standard contractual clauses are for `scc-old-set`. Not re-read in the source: the two
    /// judgments.
    "transfer-mechanism-dead", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfer_rows() {
        let mechanisms: Vec<_> = transfer.mechanisms().collect();
        let stands = mechanisms.iter().any(|(mechanism, _)| !mechanism.is_dead_on(scope.as_of));
        for (mechanism, at) in mechanisms {
            let Some(ended) = mechanism.ended.filter(|_| mechanism.is_dead_on(scope.as_of)) else { continue };
            let by = mechanism.ended_by.as_deref().unwrap_or("an act of law");
            let name = scope.transfer_name(transfer);
            let found = finding(at, format!("{name} rests on {}, which has no effect", mechanism.name))
                .label(format!("without effect since {ended} ({by})"));
            // Beside another instrument it adds nothing; alone, somebody has to decide on the next.
            let found = if stands {
                let below = ["transfers", transfer.row.key.name.as_str(), "mechanisms"];
                let keys = scope.keys(transfer.node, at.file, &below);
                let index = transfer.row.value.mechanisms.located().take_while(|one| one.span != at).count();
                let change = Change::Remove { keys, index };
                found.help("remove it: the other instrument is left").fix(Fix { file: at.file, change })
            } else {
                found
                    .help("name the instrument in use now: an adequacy decision, `dpf` for listed recipients, or `scc`")
            };
            report.add(transfer.node, found);
        }
    }
}
