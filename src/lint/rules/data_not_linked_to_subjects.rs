use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Data are named, and whose data they are is not.
    ///
    /// # What it checks
    ///
    /// Where an activity names groups only in some of its rows: each row of `data` has `subject-groups`.
    /// An activity without any group is found by `subjects-missing`.
    ///
    /// # Why
    ///
    /// Article 30(1)(c) asks for the categories of data subjects and of data; the Danish authority (guidance of
    /// August 2020) asks that each category of data can be tied to the people it concerns.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without subject-groups
    /// [purposes.news]
    /// subject-groups = ["customers"]
    ///
    /// [disclosures.mailing]
    /// subject-groups = ["customers"]
    ///
    /// [notice-exemption]
    /// article = "13(4)"
    /// reason = "Customers read all this beside the box they tick."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// subject-groups = ["customers"]
    /// ```
    "data-not-linked-to-subjects", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let links = &entry.links;
        let purposes = links.purposes.iter().map(|row| &row.subject_groups);
        let named = purposes.chain(links.data.iter().map(|row| &row.subject_groups)).any(|groups| !groups.is_empty());
        if !named {
            continue;
        }
        for (row, links) in entry.record.data.iter().zip(&links.data) {
            if links.subject_groups.is_empty() {
                report.add(
                    id,
                    finding(row.key.span, format!("`data.{}` of `{}` concerns nobody", row.key.name, entry.id))
                        .label("whose data?")
                        .help("add `subject-groups` to this row or to the activity"),
                );
            }
        }
    }
}
