use crate::lint::report::finding;
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
        for law in entry.record.laws.located() {
            let missing = match (law.value.act.is_absent(), law.value.country.is_absent()) {
                (true, _) => "act",
                (false, true) => "country",
                (false, false) => continue,
            };
            report.add(
                id,
                finding(law.span, format!("a law of `{}` has no `{missing}`", entry.id))
                    .label("nobody can look it up")
                    .help(format!("add `{missing}` to this entry of `laws`")),
            );
        }
    }
}
