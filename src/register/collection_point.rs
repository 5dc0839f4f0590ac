//! A collection point: what is collected there, for what, and which notice tells it.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::document::{Block, Section, Text};
use crate::record::collection_point::CollectionPoint;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<CollectionPoint>) -> Vec<Section> {
    let record = &entry.record;
    let links = &entry.links;
    let mut facts = Facts::new(composer);
    facts.word("register-point-kind", "point-kind", &record.kind).or_gap();
    facts.text("register-point-location", record.location.internal());
    facts.links("register-activities", links.activities.iter().copied()).or_gap();
    facts.links("register-groups", links.subject_groups.iter().copied()).or_gap();
    facts.links("register-notice", links.notice).or_gap();
    facts.phrase("register-notice-from", &record.notice_from);
    facts.prose("register-introduction", &record.introduction);
    let mut own = Facts::new(composer);
    own.text("register-owner", record.owner.internal()).or_gap();
    own.date("register-reviewed", record.reviewed.internal());
    vec![
        composer.section("point", "register-point", Some("13(1)"), facts.block().into_iter().collect()),
        composer.section("collects", "register-collects", Some("13(2)(e)"), collects(composer, entry)),
        about::section(composer, entry, &record.note, &record.changed, own),
    ]
}

/// What is asked, with the place it has among the categories, and whether it must be given.
fn collects(composer: &Composer<'_>, entry: &Entry<CollectionPoint>) -> Vec<Block> {
    let mut rows: Vec<Vec<Text>> = Vec::new();
    for (row, category) in entry.record.collects.iter().zip(&entry.links.collects) {
        let label = row.value.label.text().map_or_else(|| composer.gap(), |label| composer.authored(label));
        let mandatory = row.value.mandatory.copied().map(|mandatory| {
            composer.plain(if mandatory { "register-item-mandatory" } else { "register-item-voluntary" })
        });
        let cells = [
            composer.keyed(&row.key, &label),
            category.map_or_else(|| composer.gap(), |id| composer.link(id)),
            row.value.item.internal().text().map(|item| composer.told(item)).unwrap_or_default(),
            mandatory.unwrap_or_else(|| composer.gap()),
            row.value.note.internal().text().map(|note| composer.authored(note)).unwrap_or_default(),
        ];
        rows.push(cells.into_iter().map(Text::from).collect());
    }
    if rows.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    let head = ["register-asked", "register-category", "register-item", "register-required", "register-note"];
    vec![composer.table(&head, rows, "register-none")]
}
