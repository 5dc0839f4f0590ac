use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A processor works for us, and no data processing agreement is on record.
    ///
    /// # What it checks
    ///
    /// Processors that an activity discloses data to, that run a system in use, or that help with what is
    /// processed for clients have a `contract` with its `reference` or the day it was `signed`.
    ///
    /// # Why
    ///
    /// Article 28(3) asks that processing by a processor is governed by a contract or another legal act that
    /// binds it, Article 28(9) that it is in writing, and Article 28(4) the same of sub-processors.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.contract
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without host.contract
    /// [host.contract]
    /// reference = "contracts/host.pdf"
    /// signed = 2024-01-01
    /// checked = 2026-05-01
    /// ```
    "processor-contract-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (&id, places) in scope.engaged_processors() {
        let entry = &scope.registry.processors[id];
        let field = entry.record.contract.internal();
        let known = |contract: &crate::record::processor::Contract| {
            !contract.reference.is_absent() || !contract.signed.is_absent()
        };
        if field.get().is_some_and(known) {
            continue;
        }
        let found = finding(
            field.span().unwrap_or(entry.at),
            format!("no data processing agreement with `{}` is on record", entry.id),
        )
        .label(if field.is_absent() { "no `contract`" } else { "neither `reference` nor `signed`" })
        .help("add `[contract]` with `reference`, `signed`, `checked` and `sub-processing`");
        let found = places.iter().take(3).fold(found, |found, at| found.related(*at, "it is engaged here"));
        report.add(id, found);
    }
}
