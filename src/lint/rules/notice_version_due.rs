use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// The day of a planned version of a notice has come, and the notice is still the version before.
    ///
    /// # What it checks
    ///
    /// No version in `versions` is in effect that takes effect later than the notice itself says.
    ///
    /// # Why
    ///
    /// People were told that another version applies from that day (Article 12(1); WP260 rev.01, paragraph 30, on
    /// notices of changes before they take effect). The page about what changed calls it the one in effect, and the
    /// page of the notice shows the one before.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// version = "1"
    /// updated = 2025-01-01
    /// effective = 2025-02-01
    ///
    /// [[website.versions]]
    /// version = "2"
    /// effective = 2026-01-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// version = "2"
    /// updated = 2025-12-01
    /// effective = 2026-01-01
    ///
    /// [[website.versions]]
    /// version = "2"
    /// updated = 2025-12-01
    /// effective = 2026-01-01
    /// ```
    "notice-version-due", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let notice = &entry.record;
        let Some(own) = notice.effective.located().or_else(|| notice.updated.located()) else { continue };
        let days = notice.versions.iter().filter_map(|version| version.effective.located());
        let due = days.filter(|day| day.value.0 <= scope.as_of && own.value < day.value);
        if let Some(day) = due.max_by_key(|day| day.value.0) {
            report.add(
                id,
                finding(day.span, format!("a version of `{}` is in effect since {}", entry.id, day.value.0))
                    .label("planned for this day")
                    .related(own.span, "the notice is still that of this day")
                    .help(
                        "write its `version`, `updated` and `effective` at the top of the notice, or correct the day",
                    ),
            );
        }
    }
}
