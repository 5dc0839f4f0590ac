use crate::decode::{Date, Field};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A notice or a version of it takes effect before it was written.
    ///
    /// # What it checks
    ///
    /// `effective` is not before `updated`, in notices and in their `versions`.
    ///
    /// # Why
    ///
    /// Article 13(3) and 14(4) have people told of a further purpose before the processing begins, and WP260 rev.01,
    /// paragraphs 29 to 31, of other material changes well before they take effect. A version in effect from a day
    /// on which nobody could read it says that they were not, or its days are wrong.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// updated = 2026-06-01
    /// effective = 2026-05-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// updated = 2026-06-01
    /// effective = 2026-07-01
    /// ```
    "notice-in-effect-early", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let own = std::iter::once((&entry.record.updated, &entry.record.effective));
        let versions = entry.record.versions.iter().map(|version| (&version.updated, &version.effective));
        for (updated, effective) in own.chain(versions) {
            report_early(report, id, &entry.id, updated, effective);
        }
    }
}

fn report_early(
    report: &mut Report,
    id: crate::registry::Id<crate::record::notice::Notice>,
    name: &str,
    updated: &Field<Date>,
    effective: &Field<Date>,
) {
    let (Some(updated), Some(effective)) = (updated.located(), effective.located()) else { return };
    if effective.value < updated.value {
        report.add(
            id,
            finding(effective.span, format!("`{name}` takes effect on {}, before it was updated", effective.value.0))
                .label("nobody could read it then")
                .related(updated.span, "written on this day")
                .help("correct the day that is wrong"),
        );
    }
}
