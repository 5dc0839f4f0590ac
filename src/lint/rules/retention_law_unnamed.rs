use crate::lint::laws;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention rule cites a law that nobody can look up.
    ///
    /// # What it checks
    ///
    /// Each entry of `laws` in a retention rule has the name of the `act` and its `country`, or `EU`.
    ///
    /// # Why
    ///
    /// Who keeps data because a law says so relies on Article 6(1)(c) and (3), and has to be able to show which law
    /// it is (Article 5(2)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [sales]
    /// laws = [{ article = "section 285", country = "IE" }]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [sales]
    /// laws = [{ act = "Companies Act 2014", article = "section 285", country = "IE" }]
    /// ```
    "retention-law-unnamed", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        for found in laws::unnamed(&entry.id, &entry.record.laws) {
            report.add(id, found);
        }
    }
}
