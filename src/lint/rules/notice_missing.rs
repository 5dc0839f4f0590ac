use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Activity;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Entry, Id};
use crate::view::notice::tells;

declare_lint! {
    /// A group of people is concerned, and no notice speaks to it.
    ///
    /// # What it checks
    ///
    /// Each group in the purposes and data of an activity: a notice of one of the activity's controllers
    /// speaks to it. Activities and data with a `notice-exemption` are left out.
    ///
    /// # Why
    ///
    /// Articles 13 and 14 have people informed when their data are collected, or within a month where the
    /// data come from elsewhere.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// subject-groups = ["customers"]
    ///
    /// # subject-groups.toml
    /// [visitors]
    /// name = "Visitors"
    /// singular = "a visitor"
    /// definition = "a person who reads our website"
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["customers", "visitors"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// subject-groups = ["customers", "visitors"]
    ///
    /// # subject-groups.toml
    /// [visitors]
    /// name = "Visitors"
    /// singular = "a visitor"
    /// definition = "a person who reads our website"
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["customers", "visitors"]
    /// ```
    ///
    /// # Limits
    ///
    /// A notice may be kept elsewhere, such as in a staff handbook; waive the lint in the record of the group.
    "notice-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, group) in scope.registry.subject_groups.iter() {
        let untold = scope.activities().find(|(_, activity)| concerns(activity, id) && !is_told(scope, activity, id));
        let Some((_, activity)) = untold else { continue };
        let place = activity.record.subject_groups.span().unwrap_or(activity.at);
        report.add(
            id,
            finding(
                group.record.name.span().unwrap_or(group.at),
                format!("no notice tells `{}` about `{}`", group.id, activity.id),
            )
            .label("informed where?")
            .related(place, "concerned here")
            .help(
                "add the group to `subject-groups` of a notice of the controller, or make one with `ropa \
                new notice ID`",
            ),
        );
    }
}

/// Whether data of the group are processed that are not kept out of notices.
fn concerns(activity: &Entry<Activity>, group: Id<SubjectGroup>) -> bool {
    if activity.record.notice_exemption.internal().get().is_some() {
        return false;
    }
    let rows = activity.record.data.iter().zip(&activity.links.data);
    let mut of_group = rows.filter(|(_, links)| links.subject_groups.contains(&group)).peekable();
    match of_group.peek() {
        Some(_) => of_group.any(|(row, _)| row.value.notice_exemption.internal().get().is_none()),
        None => activity.links.purposes.iter().any(|links| links.subject_groups.contains(&group)),
    }
}

fn is_told(scope: &Scope<'_>, activity: &Entry<Activity>, group: Id<SubjectGroup>) -> bool {
    let mut notices = scope.registry.notices.iter();
    // A notice tells of the groups that the activity names; rows may name others.
    notices.any(|(_, notice)| notice.links.subject_groups.contains(&group) && tells(notice, activity))
}
