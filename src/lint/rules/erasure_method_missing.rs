use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention rule does not say what happens at its end.
    ///
    /// # What it checks
    ///
    /// Each retention rule has `then`: the data are erased, made anonymous, archived or looked at. A rule that sets
    /// no time is the matter of `retention-empty`.
    ///
    /// # Why
    ///
    /// Article 30(1)(f) asks for time limits for erasure, and Article 25(1) for measures that put them into
    /// effect; a time after which nothing happens erases nothing.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml, without subscription.then
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// then = "erase"
    /// ```
    "erasure-method-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let rule = &entry.record;
        let ends = !rule.period.is_absent() || !rule.r#while.is_absent() || !rule.limit.is_absent();
        let ends = ends || !rule.criteria.is_empty();
        if ends && rule.then.is_absent() {
            report.add(
                id,
                finding(entry.at, format!("`{}` does not say what happens to the data at the end", entry.id))
                    .label("and then?")
                    .help(
                        "add `then`: `\"erase\"`, `\"anonymise\"`, `\"archive\"` or `\"review\"`; `procedure` says how",
                    ),
            );
        }
    }
}
