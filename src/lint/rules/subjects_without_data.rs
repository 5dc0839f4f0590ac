use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity names a group of people, and none of its data are theirs.
    ///
    /// # What it checks
    ///
    /// Each group in the activity's own `subject-groups` is the group of at least one row of `data`: of one
    /// that names it, or of one that names no groups.
    ///
    /// # Why
    ///
    /// Article 30(1)(c) asks for the categories of data subjects together with the categories of their
    /// data; a group without data is left over, or its data are missing.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [guests]
    /// name = "Guests"
    /// singular = "a guest"
    /// definition = "a person who orders books without an account"
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["customers", "guests"]
    ///
    /// [data.address]
    /// subject-groups = ["customers"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [guests]
    /// name = "Guests"
    /// singular = "a guest"
    /// definition = "a person who orders books without an account"
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["customers", "guests"]
    /// ```
    "subjects-without-data", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        if entry.links.data.is_empty() {
            continue;
        }
        // Every name led somewhere, or the record is broken and nothing is said about it.
        for (group, written) in entry.links.subject_groups.iter().zip(entry.record.subject_groups.located()) {
            if !entry.links.data.iter().any(|row| row.subject_groups.contains(group)) {
                report.add(
                    id,
                    finding(written.span, format!("`{}` uses no data of `{}`", entry.id, written.value.name))
                        .label("in no row of `data`")
                        .help(
                            "add the group to `subject-groups` of a row in `data`, add a row, or remove the group here",
                        ),
                );
            }
        }
    }
}
