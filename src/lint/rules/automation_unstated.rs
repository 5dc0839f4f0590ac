use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity does not say whether it makes profiles or decides by machine alone.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has `profiling.used` and `automated-decisions.used`: `true`, or `false` on purpose.
    ///
    /// # Why
    ///
    /// Articles 13(2)(f) and 14(2)(g) tell people of automated decisions, profiling included, and Article 35(3)(a)
    /// makes them a reason for an impact assessment; who says nothing may not have asked.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without automated-decisions
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [automated-decisions]
    /// used = false
    /// ```
    ///
    /// # Limits
    ///
    /// Where there is neither, the law asks for no words.
    "automation-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let (profiling, decisions) = (&entry.record.profiling, &entry.record.automated_decisions);
        let profiles = profiling.get().is_some_and(|one| !one.used.is_absent());
        let decides = decisions.get().is_some_and(|one| !one.used.is_absent());
        let unstated = [
            (profiles, profiling.span(), "whether it makes profiles", "profiling"),
            (decides, decisions.span(), "whether a machine decides alone", "automated-decisions"),
        ];
        for (_, at, what, key) in unstated.into_iter().filter(|(said, ..)| !said) {
            report.add(
                id,
                finding(at.unwrap_or(entry.at), format!("`{}` does not say {what}", entry.id))
                    .label(format!("no `{key}.used`"))
                    .help(format!("add `[{key}]` with `used = false`, or describe it")),
            );
        }
    }
}
