use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A collection point leads to no notice.
    ///
    /// # What it checks
    ///
    /// Each collection point names a `notice`. A registry with a single notice need not name it.
    ///
    /// # Why
    ///
    /// Article 13(1) has people informed when their data are obtained, and the first layer leads to the rest (WP260).
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
    /// mandatory = true
    ///
    /// # notices.toml
    /// [shop]
    /// title = "Privacy notice of the shop"
    /// updated = 2026-06-01
    /// effective = 2026-06-01
    /// version = "1"
    ///
    /// [shop.cookies]
    /// change-choice = "in the settings of your browser"
    ///
    /// [shop.changes]
    /// published = "by publishing a new version here"
    /// material = "by e-mail"
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
    /// notice = "website"
    ///
    /// [form.collects.email]
    /// label = "your e-mail address"
    /// category = "contact"
    /// item = "your e-mail address"
    /// mandatory = true
    ///
    /// # notices.toml
    /// [shop]
    /// title = "Privacy notice of the shop"
    /// updated = 2026-06-01
    /// effective = 2026-06-01
    /// version = "1"
    ///
    /// [shop.cookies]
    /// change-choice = "in the settings of your browser"
    ///
    /// [shop.changes]
    /// published = "by publishing a new version here"
    /// material = "by e-mail"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: WP260 rev.01.
    "collection-point-notice-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.collection_points.iter() {
        if entry.links.notice.is_some() {
            continue;
        }
        report.add(
            id,
            finding(
                entry.record.title.span().unwrap_or(entry.at),
                format!("`{}` leads to no notice, so it has no short one", entry.id),
            )
            .label("where is the rest told?")
            .help("name the notice that tells it in `notice`"),
        );
    }
}
