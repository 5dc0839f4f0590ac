use crate::decode::{Date, Field};
use crate::lint::report::finding;
use crate::lint::scope::party_changed;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Activity;
use crate::registry::Entry;
use crate::source::Span;
use crate::view::notice::tells;
use chrono::NaiveDate;

declare_lint! {
    /// A notice was last updated before something it tells of changed.
    ///
    /// # What it checks
    ///
    /// `updated` of each notice against `changed` of the activities it tells of and of their legal bases, data
    /// categories, retention rules and recipients.
    ///
    /// # Why
    ///
    /// Article 13(3) and the fairness of Article 5(1)(a) ask that changes reach people before they take effect (WP260
    /// rev.01, paragraphs 29 to 32).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// changed = 2026-07-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// changed = 2026-07-01
    ///
    /// # notices.toml
    /// [website]
    /// updated = 2026-07-01
    /// effective = 2026-07-15
    /// ```
    ///
    /// # Limits
    ///
    /// Rests on the dates in the records. A change of internal facts alone asks for no new notice.
    "notice-older-than-register", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, notice) in scope.registry.notices.iter() {
        let Some(updated) = notice.record.updated.located() else { continue };
        let told = scope.activities().filter(|(_, activity)| tells(notice, activity));
        let newest = told
            .flat_map(|(_, activity)| changes(scope, activity))
            .filter(|(day, _)| *day > updated.value.0 && *day <= scope.as_of)
            .max_by_key(|(day, span)| (*day, std::cmp::Reverse(span.start)));
        if let Some((day, span)) = newest {
            report.add(
                id,
                finding(updated.span, format!("`{}` is older than what it tells of", notice.id))
                    .label(format!("updated on {}", updated.value.0))
                    .related(span, format!("changed on {day}"))
                    .help("read the notice again, set `updated`, and add the earlier state to `versions`"),
            );
        }
    }
}

/// The days on which what an activity tells last changed.
fn changes(scope: &Scope<'_>, activity: &Entry<Activity>) -> Vec<(NaiveDate, Span)> {
    let registry = scope.registry;
    let mut found = vec![activity.record.changed.internal()];
    found.extend(scope.bases(activity).iter().map(|id| registry.legal_bases[*id].record.changed.internal()));
    found.extend(scope.categories(activity).iter().map(|id| registry.data_categories[*id].record.changed.internal()));
    for links in &activity.links.data {
        found.extend(links.retention.values.iter().map(|id| registry.retention[*id].record.changed.internal()));
    }
    for links in &activity.links.disclosures {
        found.extend(links.recipients.iter().map(|party| party_changed(registry, *party)));
    }
    let day = |changed: &Field<Date>| changed.located().map(|one| (one.value.0, one.span));
    found.into_iter().filter_map(day).collect()
}
