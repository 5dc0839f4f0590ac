use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::view::notice::tells;

declare_lint! {
    /// A notice names an activity that concerns none of its groups, so it does not tell of it.
    ///
    /// # What it checks
    ///
    /// Each of the `activities` of a notice that goes on and is not exempt is told by it: it concerns one of the
    /// notice's groups and belongs to its controller.
    ///
    /// # Why
    ///
    /// Articles 13 and 14 have people informed; a notice that is meant to tell of an activity and says nothing about it
    /// informs nobody.
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
    /// activities = ["newsletter"]
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
    /// ```
    "notice-activity-untold", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, notice) in scope.registry.notices.iter() {
        for (activity, named) in notice.links.activities.iter().zip(notice.record.activities.located()) {
            let entry = &scope.registry.activities[*activity];
            let goes_on = scope.activities().any(|(one, _)| one == *activity);
            let exempt = entry.record.notice_exemption.internal().get().is_some();
            if !goes_on || exempt || tells(notice, entry) {
                continue;
            }
            report.add(
                id,
                finding(named.span, format!("`{}` names `{}` and does not tell of it", notice.id, entry.id))
                    .label("concerns none of its groups, or another controller")
                    .related(entry.record.subject_groups.span().unwrap_or(entry.at), "whom it concerns")
                    .help("add a group of the activity to `subject-groups` of the notice, or name another activity"),
            );
        }
    }
}
