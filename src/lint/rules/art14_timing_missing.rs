use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::{DataSource, Party};
use std::collections::BTreeMap;

declare_lint! {
    /// Data come from elsewhere, and nothing says when people are told.
    ///
    /// # What it checks
    ///
    /// Records in `sources` that a row of `data` draws on have `told-within`. Rows with a `notice-exemption`
    /// are left out.
    ///
    /// # Why
    ///
    /// Article 14(3) has people told within a month, at the first communication or at the first disclosure,
    /// whichever comes first.
    ///
    /// # Example
    ///
    /// ```toml
    /// # sources.toml, without payment-service.told-within
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # sources.toml
    /// [payment-service]
    /// told-within = "With the confirmation of each order, so within a month."
    /// ```
    "art14-timing-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut uses = BTreeMap::new();
    for place in scope.data_rows().filter(|place| place.exemption().is_none()) {
        for source in &place.links.sources {
            if let DataSource::Party(Party::Source(id)) = source {
                uses.entry(*id).or_insert(place.row.key.span);
            }
        }
    }
    for (id, span) in uses {
        let entry = &scope.registry.sources[id];
        if entry.record.told_within.internal().is_absent() {
            report.add(
                id,
                finding(
                    entry.record.name.span().unwrap_or(entry.at),
                    format!("nothing says when people hear of `{}`", entry.id),
                )
                .label("data come from here")
                .related(span, "drawn on here")
                .help(
                    "add `told-within`: at the latest a month after the data arrive, with the first message \
                    or the first disclosure",
                ),
            );
        }
    }
}
