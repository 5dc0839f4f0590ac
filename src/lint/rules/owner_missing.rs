use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nobody answers for an activity.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has an `owner`, its own or that of the defaults in `registry.toml`.
    ///
    /// # Why
    ///
    /// Article 24(1) asks for organisational measures, and the templates of the DSK and the ICO for a
    /// responsible unit; without one nobody keeps the record true.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without owner
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// owner = "Head of Sales"
    /// ```
    "owner-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let defaults = scope.registry.settings.activity_defaults.get();
    if defaults.is_some_and(|defaults| !defaults.owner.is_absent()) {
        return;
    }
    for (id, entry) in scope.activities() {
        if entry.record.owner.internal().is_absent() {
            report.add(
                id,
                finding(entry.at, format!("nobody answers for `{}`", entry.id))
                    .label("no owner")
                    .help("add `owner`, a role such as \"Head of Sales\""),
            );
        }
    }
}
