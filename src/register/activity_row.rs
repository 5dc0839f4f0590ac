//! A row of the list of activities: what a data protection officer filters and sorts them by.

use std::collections::BTreeSet;

use super::attention;
use super::composer::Composer;
use super::disclosures;
use super::transfer;
use super::transfers;
use crate::document::Cell;
use crate::markdown;
use crate::record::activity::Activity;
use crate::registry::{Entry, Id};

/// The columns; controllers only where there are several.
pub(super) fn head(composer: &Composer<'_>) -> Vec<&'static str> {
    let mut head = vec!["register-activity"];
    if has_controllers(composer) {
        head.push("register-controllers");
    }
    head.extend([
        "register-owner",
        "register-legal-bases",
        "register-groups",
        "register-countries",
        "register-special",
        "register-status",
        "register-next-review",
    ]);
    head
}

/// What stands beside the name.
pub(super) fn cells(composer: &Composer<'_>, id: Id<Activity>) -> Vec<Cell> {
    let entry = &composer.desk.registry.activities[id];
    let mut cells = Vec::new();
    if has_controllers(composer) {
        cells.push(composer.links(&entry.links.controllers.values).into());
    }
    cells.extend([
        composer.cell_or_gap(owner(composer, entry).map(markdown::escape)),
        composer.cell_or_gap(Some(bases(composer, entry))),
        composer.cell_or_gap(Some(composer.links(&groups(entry)))),
        countries(composer, entry).into(),
        special(composer, entry).into(),
        composer.plain(status(composer, entry)).into(),
        next_review(composer, entry),
    ]);
    cells
}

fn has_controllers(composer: &Composer<'_>) -> bool {
    composer.desk.registry.controllers.len() > 1
}

/// The owner of an activity; that of the registry where it names none.
pub(super) fn owner<'a>(composer: &Composer<'a>, entry: &'a Entry<Activity>) -> Option<&'a str> {
    let defaults = composer.desk.registry.settings.activity_defaults.get();
    entry.record.owner.internal().text().or_else(|| defaults.and_then(|defaults| defaults.owner.text()))
}

/// The articles that its purposes and disclosures rest on.
fn bases(composer: &Composer<'_>, entry: &Entry<Activity>) -> String {
    let purposes = entry.links.purposes.iter().flat_map(|links| &links.legal_bases);
    let all = purposes.chain(entry.links.disclosures.iter().flat_map(|links| &links.legal_bases));
    let records = all.map(|id| &composer.desk.registry.legal_bases[*id].record);
    let articles: BTreeSet<&str> = records.filter_map(|record| Some(record.article.get()?.0.article())).collect();
    composer.join(articles.into_iter().map(|article| composer.say_one("register-mark", "point", article)))
}

/// The groups of the activity and of its rows, once each.
fn groups(entry: &Entry<Activity>) -> Vec<Id<crate::record::subject_group::SubjectGroup>> {
    let rows = entry.links.data.iter().flat_map(|row| &row.subject_groups);
    let mut found = Vec::new();
    for id in entry.links.subject_groups.iter().chain(rows) {
        if !found.contains(id) {
            found.push(*id);
        }
    }
    found
}

/// The countries and organisations that its data are transferred to.
fn countries(composer: &Composer<'_>, entry: &Entry<Activity>) -> String {
    let registry = composer.desk.registry;
    let reached = disclosures::reached(registry, entry);
    let transfers = reached.into_iter().filter_map(|node| transfers::of(registry, node)).flat_map(transfer::each);
    let mut places = BTreeSet::new();
    for transfer in transfers {
        places.extend(transfer.countries.iter().map(|country| composer.country(*country)));
        places.extend(transfer.organisation.text().map(markdown::escape));
    }
    composer.join(places)
}

/// Which special categories its data are or may reveal, and whether they are about offences.
fn special(composer: &Composer<'_>, entry: &Entry<Activity>) -> String {
    let mut found = BTreeSet::new();
    for id in entry.links.data.iter().flat_map(|row| &row.categories) {
        let record = &composer.desk.registry.data_categories[*id].record;
        found.extend(record.special.get().map(|special| composer.word("special", special)));
        found.extend(record.criminal.is_true().then(|| composer.plain("register-criminal")));
    }
    composer.join(found)
}

/// The day of the next review. What has ended is not reviewed any more, so that nothing is over.
fn next_review(composer: &Composer<'_>, entry: &Entry<Activity>) -> Cell {
    let day = entry.record.next_review.internal();
    match day.copied() {
        Some(day) if status(composer, entry) != "register-status-ended" => attention::day(composer, day.0),
        _ => composer.day_or_gap(day),
    }
}

/// Whether it runs on the day.
fn status(composer: &Composer<'_>, entry: &Entry<Activity>) -> &'static str {
    let as_of = composer.desk.as_of;
    let by = |day: Option<crate::decode::Date>| day.map(|day| day.0 <= as_of);
    match (by(entry.record.started.internal().copied()), by(entry.record.ended.internal().copied())) {
        (_, Some(true)) => "register-status-ended",
        (Some(false), _) => "register-status-planned",
        _ => "register-status-runs",
    }
}
