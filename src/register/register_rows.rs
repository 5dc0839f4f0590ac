//! Activities at a glance: one row with the points of Article 30(1) for each.

use super::composer::Composer;
use super::desk::applying;
use super::disclosures;
use super::purposes;
use super::transfer;
use super::transfers;
use crate::document::{Block, Text};
use crate::record::activity::Activity;
use crate::registry::{Entry, Id, Node};

pub(super) fn table(composer: &Composer<'_>, activities: &[Id<Activity>]) -> Block {
    let rows = activities.iter().map(|id| row(composer, *id)).collect();
    let head = [
        "register-activity",
        "register-head-b",
        "register-head-c-people",
        "register-head-c-data",
        "register-head-d",
        "register-head-e",
        "register-head-f",
        "register-head-g",
    ];
    composer.table(&head, rows, "register-activities-none")
}

fn row(composer: &Composer<'_>, id: Id<Activity>) -> Vec<Text> {
    let entry = &composer.desk.registry.activities[id];
    let links = &entry.links;
    let or_gap = |text: String| if text.is_empty() { composer.gap() } else { text };
    let all: Vec<usize> = (0..links.purposes.len()).collect();
    let groups =
        distinct(links.subject_groups.iter().chain(links.data.iter().flat_map(|row| &row.subject_groups)).copied());
    let categories = distinct(links.data.iter().flat_map(|row| &row.categories).copied());
    let recipients = distinct(links.disclosures.iter().flat_map(|row| &row.recipients).copied());
    let recipients = composer.join(recipients.into_iter().map(|party| composer.party(party)));
    let nobody = recipients.is_empty() && !entry.record.no_disclosures.is_absent();
    let own = links.data.iter().flat_map(|row| &row.retention.values);
    let retention = distinct(applying(links).values.iter().chain(own).copied());
    let cells = [
        composer.link(id),
        or_gap(composer.join(purposes::named(composer, entry, &all))),
        or_gap(composer.links(&groups)),
        or_gap(composer.links(&categories)),
        if nobody { composer.plain("register-nobody") } else { or_gap(recipients) },
        places(composer, entry),
        or_gap(composer.links(&retention)),
        or_gap(composer.links(&links.security.values)),
    ];
    cells.into_iter().map(Text::from).collect()
}

/// Where the data of an activity go, each place once.
fn places(composer: &Composer<'_>, entry: &Entry<Activity>) -> String {
    let registry = composer.desk.registry;
    let reached: Vec<Node> = disclosures::reached(registry, entry);
    let transfers = reached.iter().filter_map(|node| transfers::of(registry, *node)).flat_map(transfer::each);
    let places = composer.join(distinct(transfers.map(|one| transfer::place(composer, one))));
    if places.is_empty() { composer.plain("register-no-transfer-written") } else { places }
}

fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
