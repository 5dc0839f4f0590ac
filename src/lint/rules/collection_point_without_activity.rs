use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A collection point collects data for no activity.
    ///
    /// # What it checks
    ///
    /// Each collection point names `activities`, and one of them at least goes on.
    ///
    /// # Why
    ///
    /// Article 13(1)(c) has people told what their data are for when they are obtained, and Article 30(1)(b) keeps
    /// the purposes with the activities: data that nobody processes serve none.
    ///
    /// # Example
    ///
    /// ```toml
    /// # collection-points.toml
    /// [form]
    /// title = "Newsletter form"
    /// kind = "form"
    /// activities = []
    ///
    /// [form.collects.email]
    /// label = "your e-mail address"
    /// category = "contact"
    /// item = "your e-mail address"
    /// mandatory = true
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
    "collection-point-without-activity", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.collection_points.iter() {
        let named = &entry.links.activities;
        if scope.activities().any(|(activity, _)| named.contains(&activity)) {
            continue;
        }
        let at = entry.record.activities.span().or(entry.record.title.span()).unwrap_or(entry.at);
        let found = match named.first() {
            None => finding(at, format!("`{}` collects data for no activity", entry.id))
                .label("what are they for?")
                .help("name the activities that use the data in `activities`"),
            Some(ended) => {
                let ended = &scope.registry.activities[*ended];
                finding(at, format!("`{}` collects data for nothing that goes on", entry.id))
                    .label("these activities have ended")
                    .related(ended.record.ended.internal().span().unwrap_or(ended.at), "its end")
                    .help("remove the collection point, or name the activities that use the data now")
            }
        };
        report.add(id, found);
    }
}
