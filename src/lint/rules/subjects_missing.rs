use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity does not say whose data it uses.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on names `subject-groups`, itself or in one of its rows.
    ///
    /// # Why
    ///
    /// Article 30(1)(c) asks for a description of the categories of data subjects.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without subject-groups
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// subject-groups = ["customers"]
    /// ```
    "subjects-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let links = &entry.links;
        let rows = links.data.iter().map(|row| &row.subject_groups);
        let rows = rows.chain(links.purposes.iter().map(|row| &row.subject_groups));
        let mut rows = rows.chain(links.disclosures.iter().map(|row| &row.subject_groups));
        if links.subject_groups.is_empty() && rows.all(Vec::is_empty) {
            report.add(
                id,
                finding(
                    entry.record.subject_groups.span().unwrap_or(entry.at),
                    format!("`{}` names no group of people", entry.id),
                )
                .label("whose data?")
                .help("add `subject-groups`; `ropa new subject-group ID` makes one"),
            );
        }
    }
}
