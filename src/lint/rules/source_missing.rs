use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Data are named, and where they come from is not.
    ///
    /// # What it checks
    ///
    /// Each row of `data` in an activity that goes on has `sources`: ids of parties, or `data-subject`,
    /// `observed`, `derived`. Rows and activities with a `notice-exemption` are left alone, and rows
    /// of anonymous data.
    ///
    /// # Why
    ///
    /// Article 14(2)(f) asks the notice for the source of data that do not come from the person; without a
    /// source nobody can tell whether Article 13 or Article 14 applies.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without data.payment.sources
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [data.payment]
    /// sources = ["payment-service"]
    /// ```
    "source-missing", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        if !entry.record.notice_exemption.internal().is_absent() {
            continue;
        }
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            let is_silent = links.sources.is_empty() && !scope.is_anonymous(&links.categories);
            if is_silent && row.value.notice_exemption.internal().is_absent() {
                report.add(
                    id,
                    finding(row.key.span, format!("`data.{}` of `{}` has no source", row.key.name, entry.id))
                        .label("from where?")
                        .help("add `sources`: `\"data-subject\"`, `\"observed\"`, `\"derived\"` or the id of a party"),
                );
            }
        }
    }
}
