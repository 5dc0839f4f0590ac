use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::collection_point::Medium;

declare_lint! {
    /// A form asks for data, and nothing says whether people must give them.
    ///
    /// # What it checks
    ///
    /// Rows in `collects` have `mandatory`. Cameras and other devices that record are left out: people give nothing
    /// there.
    ///
    /// # Why
    ///
    /// Article 13(2)(e) has people told whether they are obliged to give data; WP260 has forms mark which fields are
    /// required and which are not.
    ///
    /// # Example
    ///
    /// ```toml
    /// # collection-points.toml
    /// [form]
    /// title = "Newsletter form"
    /// kind = "form"
    /// activities = ["newsletter"]
    ///
    /// [form.collects.email]
    /// label = "your e-mail address"
    /// category = "contact"
    /// item = "your e-mail address"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # collection-points.toml
    /// [form]
    /// title = "Newsletter form"
    /// kind = "form"
    /// activities = ["newsletter"]
    ///
    /// [form.collects.email]
    /// label = "your e-mail address"
    /// category = "contact"
    /// item = "your e-mail address"
    /// mandatory = true
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: WP260 rev.01, the passage on Article 13(2)(e) in its annex.
    "collection-point-mandatory-unmarked", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.collection_points.iter() {
        if entry.record.kind.copied().is_some_and(Medium::records) {
            continue;
        }
        for row in entry.record.collects.iter().filter(|row| row.value.mandatory.is_absent()) {
            report.add(
                id,
                finding(row.key.span, format!("`collects.{}` does not say whether people must give it", row.key.name))
                    .label("mandatory or free?")
                    .help("add `mandatory = true` if people cannot go on without it, else `mandatory = false`"),
            );
        }
    }
}
