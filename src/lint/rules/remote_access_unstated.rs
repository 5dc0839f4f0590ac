use crate::lint::report::finding;
use crate::lint::scope::is_class;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says from where the staff of a processor reach the data.
    ///
    /// # What it checks
    ///
    /// `support-from` of processors that we engage, and of those that they engage. A record that stands for a class of processors, whose `name`
    /// repeats its `category`, is left alone.
    ///
    /// # Why
    ///
    /// Reading data from a third country is a transfer in the sense of Article 44 (EDPB Guidelines 05/2021), wherever
    /// the data are kept; without the countries nobody can tell whether there is one.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.support-from
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// support-from = ["DE"]
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: EDPB Guidelines 05/2021.
    "remote-access-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    for id in scope.processors_in_use().into_iter().filter(|id| !elsewhere.contains(&(*id).into())) {
        let entry = &scope.registry.processors[id];
        let record = &entry.record;
        if record.support_from.internal().is_empty() && !is_class(record) {
            report.add(
                id,
                finding(
                    record.name.span().unwrap_or(entry.at),
                    format!("nothing says from where staff of `{}` reach the data", entry.id),
                )
                .label("from which countries?")
                .help("ask the processor, and list the countries of its staff in `support-from`"),
            );
        }
    }
}
