use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// One rule for the whole registry sets the time of data of several kinds.
    ///
    /// # What it checks
    ///
    /// Activities with several rows of `data`, all of which take their only retention rule from the
    /// defaults in `registry.toml`.
    ///
    /// # Why
    ///
    /// Article 30(1)(f) speaks of the time limits for the different categories of data; the CNIL asks for
    /// a time that follows the purpose.
    ///
    /// # Example
    ///
    /// ```toml
    /// # registry.toml
    /// [activity-defaults]
    /// retention = ["sales"]
    ///
    /// # activities/orders.toml, without retention
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # registry.toml
    /// [activity-defaults]
    /// retention = ["sales"]
    ///
    /// # activities/orders.toml
    /// retention = ["sales"]
    /// ```
    ///
    /// # Limits
    ///
    /// Where an activity or a row names its rule itself, somebody thought about it, and nothing is said.
    "retention-not-per-category", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let rows = &entry.links.data;
        let from_above = entry.links.retention.inherited && entry.links.retention.values.len() == 1;
        if !from_above || rows.len() < 2 || !rows.iter().all(|row| row.retention.inherited) {
            continue;
        }
        let Some(first) = entry.record.data.iter().next() else { continue };
        let defaults = scope.registry.settings.activity_defaults.get().and_then(|one| one.retention.span());
        let found = finding(
            first.key.span,
            format!("`{}` keeps {} rows of data by the one rule of the whole registry", entry.id, rows.len()),
        )
        .label("no row has a rule of its own")
        .help("name the rule in `retention` of the activity or of each row of `data`");
        report.add(id, defaults.into_iter().fold(found, |found, at| found.related(at, "the rule for everything")));
    }
}
