use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Activity;
use crate::registry::Entry;
use crate::view::notice::tells;

declare_lint! {
    /// A collection point leads to a notice that does not speak of what it collects for.
    ///
    /// # What it checks
    ///
    /// The `notice` of a collection point tells of each of its `activities` that goes on and is not exempt, and speaks
    /// to each of its own `subject-groups`.
    ///
    /// # Why
    ///
    /// Article 13(1) and (2) have people told all of it when their data are obtained; whoever follows the short notice
    /// to a whole one finds nothing there.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [authors]
    /// name = "Authors"
    /// singular = "an author"
    /// definition = "a person whose books we sell"
    ///
    /// # notices.toml
    /// [website]
    /// subject-groups = ["customers"]
    ///
    /// [authors]
    /// title = "Privacy notice for authors"
    /// subject-groups = ["authors"]
    /// updated = 2026-06-01
    /// effective = 2026-06-01
    /// version = "1"
    ///
    /// [authors.cookies]
    /// change-choice = "in the settings of your browser"
    ///
    /// [authors.changes]
    /// published = "by publishing a new version here"
    /// material = "by e-mail"
    ///
    /// # collection-points.toml
    /// [form]
    /// title = "Newsletter form"
    /// kind = "form"
    /// activities = ["newsletter"]
    /// notice = "authors"
    ///
    /// [form.collects.email]
    /// label = "your e-mail address"
    /// category = "contact"
    /// mandatory = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [authors]
    /// name = "Authors"
    /// singular = "an author"
    /// definition = "a person whose books we sell"
    ///
    /// # notices.toml
    /// [website]
    /// subject-groups = ["customers"]
    ///
    /// [authors]
    /// title = "Privacy notice for authors"
    /// subject-groups = ["authors"]
    /// updated = 2026-06-01
    /// effective = 2026-06-01
    /// version = "1"
    ///
    /// [authors.cookies]
    /// change-choice = "in the settings of your browser"
    ///
    /// [authors.changes]
    /// published = "by publishing a new version here"
    /// material = "by e-mail"
    ///
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
    /// mandatory = true
    /// ```
    "collection-point-notice-silent", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.collection_points.iter() {
        let Some(notice) = entry.links.notice.map(|notice| &scope.registry.notices[notice]) else { continue };
        let place = notice.record.subject_groups.span().unwrap_or(notice.at);
        for (activity, named) in entry.links.activities.iter().zip(entry.record.activities.located()) {
            if scope.activities().any(|(one, told)| one == *activity && owes(told) && !tells(notice, told)) {
                let name = &scope.registry.activities[*activity].id;
                report.add(
                    id,
                    finding(named.span, format!("the notice `{}` does not tell of `{name}`", notice.id))
                        .label("collected for this")
                        .related(place, "what the notice covers")
                        .help("name another notice in `notice`, or have this one cover the activity"),
                );
            }
        }
        if entry.record.subject_groups.is_absent() {
            continue;
        }
        for (group, named) in entry.links.subject_groups.iter().zip(entry.record.subject_groups.located()) {
            if !notice.links.subject_groups.contains(group) {
                let name = &scope.registry.subject_groups[*group].id;
                report.add(
                    id,
                    finding(named.span, format!("the notice `{}` does not speak to `{name}`", notice.id))
                        .label("asked here")
                        .related(place, "whom the notice speaks to")
                        .help("name another notice in `notice`, or add the group to `subject-groups` of this one"),
                );
            }
        }
    }
}

/// Whether people are owed a notice about an activity.
fn owes(activity: &Entry<Activity>) -> bool {
    activity.record.notice_exemption.internal().get().is_none()
}
