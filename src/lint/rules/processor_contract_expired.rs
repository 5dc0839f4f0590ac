use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// The data processing agreement of a processor that works for us has ended.
    ///
    /// # What it checks
    ///
    /// `contract.expires` of processors that we engage, against the day of the run. On its last day an
    /// agreement still holds.
    ///
    /// # Why
    ///
    /// Article 28(3) asks that processing by a processor is governed by a contract that binds it, for as
    /// long as the processor handles the data.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [host.contract]
    /// expires = 2026-06-30
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host.contract]
    /// expires = 2028-06-30
    /// ```
    "processor-contract-expired", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (&id, places) in scope.engaged_processors() {
        let entry = &scope.registry.processors[id];
        let Some(expires) = entry.record.contract.internal().get().and_then(|contract| contract.expires.located())
        else {
            continue;
        };
        if expires.value.0 < scope.as_of {
            let found = finding(
                expires.span,
                format!("the agreement with `{}` ended on {}", entry.id, expires.value.0),
            )
            .label(format!("before {}", scope.as_of))
            .help("write the new end into `contract.expires`, or take the processor out of the records that name it");
            let found = places.iter().take(3).fold(found, |found, at| found.related(*at, "it is engaged here"));
            report.add(id, found);
        }
    }
}
