use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says whether a source is publicly accessible.
    ///
    /// # What it checks
    ///
    /// Each source says it in `publicly-accessible`: `true` or `false`.
    ///
    /// # Why
    ///
    /// Article 14(2)(f) asks the notice for the source and, if applicable, whether the data came from publicly
    /// accessible sources.
    ///
    /// # Example
    ///
    /// ```toml
    /// # sources.toml, without payment-service.publicly-accessible
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # sources.toml
    /// [payment-service]
    /// publicly-accessible = false
    /// ```
    "source-publicity-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.sources.iter() {
        if entry.record.publicly_accessible.is_absent() {
            report.add(
                id,
                finding(
                    entry.record.name.span().unwrap_or(entry.at),
                    format!("nothing says whether `{}` is publicly accessible", entry.id),
                )
                .label("open to everybody?")
                .help("add `publicly-accessible = true` or `false`"),
            );
        }
    }
}
