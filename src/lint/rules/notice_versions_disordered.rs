use crate::decode::Date;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// The versions of a notice are not told apart by their days, or stand in no order.
    ///
    /// # What it checks
    ///
    /// The `updated` days of the `versions` of a notice are all different, and the latest version stands first. A
    /// version that is only planned may have none.
    ///
    /// # Why
    ///
    /// Readers find a version by its day, and it names the page of the version (Article 12(1); WP260 rev.01,
    /// paragraphs 29 to 32, on changes of the information). Of two versions with one day only the first is shown.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [[website.versions]]
    /// version = "2"
    /// updated = 2025-03-01
    ///
    /// [[website.versions]]
    /// version = "3"
    /// updated = 2026-06-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [[website.versions]]
    /// version = "3"
    /// updated = 2026-06-01
    ///
    /// [[website.versions]]
    /// version = "2"
    /// updated = 2025-03-01
    /// ```
    "notice-versions-disordered", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let days = entry.record.versions.iter().filter_map(|version| version.updated.located());
        let mut before: Vec<(Date, crate::source::Span)> = Vec::new();
        for day in days {
            let (day, at) = (*day.value, day.span);
            let same = before.iter().find(|(other, _)| *other == day);
            if let Some((_, other)) = same {
                report.add(
                    id,
                    finding(at, format!("two versions of `{}` were updated on {}", entry.id, day.0))
                        .label("the same day again")
                        .related(*other, "this one is shown")
                        .help("keep one of them, or correct the day"),
                );
            } else if let Some((earlier, other)) = before.last().filter(|(last, _)| *last < day) {
                report.add(
                    id,
                    finding(at, format!("a version of {} stands below one of {}", day.0, earlier.0))
                        .label("this one is later")
                        .related(*other, "than this one")
                        .help("put the latest version first"),
                );
            }
            before.push((day, at));
        }
    }
}
