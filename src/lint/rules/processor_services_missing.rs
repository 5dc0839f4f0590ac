use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says what a processor does for us.
    ///
    /// # What it checks
    ///
    /// `services` of processors that we engage, and of those that they engage.
    ///
    /// # Why
    ///
    /// Article 28(3) asks the contract to set out the subject-matter, the nature and the purpose of the
    /// processing; a register that says so in a few words can be compared with it.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.services
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// services = ["data storage"]
    /// ```
    "processor-services-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.processors_in_use() {
        let entry = &scope.registry.processors[id];
        if entry.record.services.is_empty() {
            report.add(
                id,
                finding(entry.at, format!("nothing says what `{}` does", entry.id))
                    .label("no `services`")
                    .help("add `services`, each a noun phrase: `[\"data storage\"]`"),
            );
        }
    }
}
