//! Purposes and what they rest on, Article 30(1)(b).

use super::composer::Composer;
use super::facts::Facts;
use super::legal_basis;
use crate::document::Block;
use crate::markdown;
use crate::record::activity::{Activity, Purpose};
use crate::registry::{Entry, PurposeLinks};

pub(super) fn blocks(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    if entry.record.purposes.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    let mut blocks = Vec::new();
    for (row, links) in entry.record.purposes.iter().zip(&entry.links.purposes) {
        let title = row.value.title.text().map(|title| composer.authored(title));
        let title = title.unwrap_or_else(|| markdown::escape(&row.key.name));
        blocks.push(composer.heading(&format!("purpose-{}", row.key.name), title));
        blocks.extend(facts(composer, &row.value, links).block());
    }
    blocks
}

fn facts<'c>(composer: &'c Composer<'c>, purpose: &Purpose, links: &PurposeLinks) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    let bases = links.legal_bases.iter().map(|id| legal_basis::line(composer, *id));
    facts.lines("register-legal-bases", bases).or_gap();
    facts.phrases("register-includes", &purpose.includes);
    if !purpose.subject_groups.is_absent() {
        facts.links("register-groups", links.subject_groups.iter().copied());
    }
    facts.links("register-categories", links.categories.iter().copied());
    facts.phrase("register-condition", &purpose.condition);
    facts.phrase("register-minimisation", &purpose.minimisation);
    facts.flag("register-direct-marketing", &purpose.direct_marketing);
    facts.prose("register-note", purpose.note.internal());
    facts
}

/// The names of purposes of an activity, by their indices; nothing where they are all.
pub(super) fn named(composer: &Composer<'_>, entry: &Entry<Activity>, wanted: &[usize]) -> Vec<String> {
    let rows: Vec<_> = entry.record.purposes.iter().collect();
    let name = |at: &usize| {
        let row = rows.get(*at)?;
        let title = row.value.title.text().map(|title| composer.authored(title));
        Some(title.unwrap_or_else(|| markdown::escape(&row.key.name)))
    };
    wanted.iter().filter_map(name).collect()
}
