use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A data processing agreement was never checked against Article 28(3).
    ///
    /// # What it checks
    ///
    /// `contract.checked` of processors that we engage and whose agreement is on record.
    ///
    /// # Why
    ///
    /// Article 28(3) lists in (a) to (h) what the contract has to stipulate, and Article 28(1) lets a controller
    /// use only processors with sufficient guarantees (EDPB Guidelines 07/2020 go through each point).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.contract.checked
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host.contract]
    /// checked = 2026-05-01
    /// ```
    ///
    /// # Limits
    ///
    /// The lint sees the day of the check, not what was found. The standard clauses of Implementing
    /// Decision (EU) 2021/915 cover all points. Not re-read in the source: EDPB Guidelines 07/2020.
    "processor-contract-unchecked", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.engaged_processors().keys().copied() {
        let entry = &scope.registry.processors[id];
        let field = entry.record.contract.internal();
        let (Some(contract), Some(at)) = (field.get(), field.span()) else { continue };
        let known = contract.reference.span().or(contract.signed.span());
        if known.is_some() && contract.checked.is_absent() {
            report.add(
                id,
                finding(known.unwrap_or(at), format!("the agreement with `{}` was never checked", entry.id))
                    .label("does it cover Article 28(3)(a) to (h)?")
                    .help("go through points (a) to (h) and write the day into `contract.checked`"),
            );
        }
    }
}
