use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Data are kept, and nothing says how long.
    ///
    /// # What it checks
    ///
    /// Each row of `data` in an activity has a retention rule: its own, that of the activity, or that of
    /// the defaults in `registry.toml`. Rows of anonymous data alone are left out.
    ///
    /// # Why
    ///
    /// Articles 13(2)(a) and 14(2)(a) ask for the period, or the criteria that determine it;
    /// Article 30(1)(f) asks for the time limits of the categories of data where possible.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without retention
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address]
    /// retention = ["subscription"]
    /// ```
    "retention-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            if links.retention.values.is_empty() && !scope.is_anonymous(&links.categories) {
                report.add(
                    id,
                    finding(row.key.span, format!("no retention rule for `data.{}`", row.key.name))
                        .label("kept for how long?")
                        .help("name a rule in `retention` of this row or of the activity; `ropa new retention ID` makes one"),
                );
            }
        }
    }
}
