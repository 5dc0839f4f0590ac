use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::processor::SubProcessing;

declare_lint! {
    /// A processor may engage others as it sees fit, and its sub-processors are not listed.
    ///
    /// # What it checks
    ///
    /// Processors that we engage with `contract.sub-processing = "general"` have `sub-processors`. An empty
    /// list says that there are none today.
    ///
    /// # Why
    ///
    /// Controllers should have the identity of all processors and sub-processors at hand at all times (EDPB
    /// Opinion 22/2024 on Articles 28(1), 28(2) and 28(4)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [host.contract]
    /// sub-processing = "general"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// sub-processors = []
    ///
    /// [host.contract]
    /// sub-processing = "general"
    /// ```
    ///
    /// # Limits
    ///
    /// Whether the list is complete cannot be seen. Not re-read in the source: EDPB Opinion 22/2024.
    "sub-processor-list-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.engaged_processors().keys().copied() {
        let entry = &scope.registry.processors[id];
        let Some(contract) = entry.record.contract.internal().get() else { continue };
        let Some(says) = contract.sub_processing.located().filter(|one| *one.value == SubProcessing::General) else {
            continue;
        };
        if entry.record.sub_processors.internal().is_absent() {
            report.add(
                id,
                finding(says.span, format!("the sub-processors of `{}` are not listed", entry.id))
                    .label("it may engage others under a general authorisation")
                    .help("get its list, make a record of each in `processors` and name them in `sub-processors`; write `sub-processors = []` if there are none"),
            );
        }
    }
}
