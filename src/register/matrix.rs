//! The matrix of an activity: which data of whom come from where, go to whom and stay how long,
//! Article 30(1)(c), (d) and (f).

use super::composer::Composer;
use super::exemptions;
use super::facts::Facts;
use super::legal_basis;
use super::purposes;
use super::used_by::inherited;
use crate::decode::Row;
use crate::document::{Block, Text};
use crate::markdown;
use crate::record::activity::{Activity, DataRow};
use crate::record::data_category::DataCategory;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{DataLinks, Entry, Id, Party};

pub(super) fn blocks(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    if entry.record.data.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    let rows = || entry.record.data.iter().zip(&entry.links.data);
    let cells = rows().flat_map(|(row, links)| cells(composer, entry, row, links)).collect();
    let head = [
        "register-data-row",
        "register-category",
        "register-groups",
        "register-sources",
        "register-recipients",
        "register-time-limits",
        "register-required",
    ];
    let mut blocks = vec![composer.table(&head, cells, "register-none")];
    for (row, links) in rows() {
        if let Some(block) = details(composer, entry, &row.value, links).block() {
            blocks.push(composer.heading(&format!("data-{}", row.key.name), markdown::escape(&row.key.name)));
            blocks.push(block);
        }
    }
    blocks
}

/// A line for each category of a row; one with a gap where it names none.
fn cells(composer: &Composer<'_>, entry: &Entry<Activity>, row: &Row<DataRow>, links: &DataLinks) -> Vec<Vec<Text>> {
    let or_gap = |text: String| if text.is_empty() { composer.gap() } else { text };
    let key = markdown::escape(&row.key.name);
    let groups = or_gap(composer.links(&links.subject_groups));
    let sources = or_gap(composer.join(links.sources.iter().map(|source| composer.data_source(*source))));
    let retention = composer.links(&links.retention.values);
    let by_default = links.retention.inherited && entry.links.retention.inherited;
    let retention = match (retention.is_empty(), by_default) {
        (true, _) => composer.gap(),
        (false, true) => inherited(composer, &retention),
        (false, false) => retention,
    };
    let required = row.value.required.get().map_or_else(|| composer.gap(), |word| composer.word("required", word));
    let line = |category: Option<Id<DataCategory>>| {
        let recipients = receiving(entry, category, &links.subject_groups);
        let recipients = composer.join(recipients.into_iter().map(|party| composer.party(party)));
        let recipients = if recipients.is_empty() { nobody(composer, entry) } else { recipients };
        let category = category.map_or_else(|| composer.gap(), |id| composer.link(id));
        let cells =
            [key.clone(), category, groups.clone(), sources.clone(), recipients, retention.clone(), required.clone()];
        cells.into_iter().map(Text::from).collect()
    };
    if links.categories.is_empty() {
        return vec![line(None)];
    }
    links.categories.iter().map(|id| line(Some(*id))).collect()
}

/// Who receives a category of data about some of these groups. A disclosure that names no
/// categories is one of all data.
fn receiving(entry: &Entry<Activity>, category: Option<Id<DataCategory>>, groups: &[Id<SubjectGroup>]) -> Vec<Party> {
    let mut found = Vec::new();
    for links in &entry.links.disclosures {
        let data = links.categories.is_empty() || category.is_none_or(|id| links.categories.contains(&id));
        let people = links.subject_groups.is_empty()
            || groups.is_empty()
            || links.subject_groups.iter().any(|group| groups.contains(group));
        if data && people {
            found.extend(links.recipients.iter().filter(|party| !found.contains(*party)).copied().collect::<Vec<_>>());
        }
    }
    found
}

/// That nobody receives the data: a gap, unless disclosures or their absence are stated.
fn nobody(composer: &Composer<'_>, entry: &Entry<Activity>) -> String {
    let stated = !entry.record.no_disclosures.is_absent() || !entry.record.disclosures.is_empty();
    if stated { composer.plain("register-nobody") } else { composer.gap() }
}

/// What a row says besides the matrix.
fn details<'c>(composer: &'c Composer<'c>, entry: &Entry<Activity>, row: &DataRow, links: &DataLinks) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.line("register-main-source", links.main_source.map(|source| composer.data_source(source)));
    facts.phrases("register-given-when", &row.given_when);
    facts.phrases("register-observed-when", &row.observed_when);
    if !row.purposes.is_absent() {
        facts.lines("register-purposes", purposes::named(composer, entry, &links.purposes));
    }
    facts.lines("register-legal-bases", links.legal_bases.iter().map(|id| legal_basis::line(composer, *id)));
    facts.phrases("register-combined-with", &row.combined_with);
    facts.phrase("register-data-depends-on", &row.depends_on);
    facts.phrase("register-if-refused", &row.if_refused);
    facts.phrase("register-condition", &row.condition);
    facts.line("register-notice-exemption", exemptions::line(composer, &row.notice_exemption));
    facts.prose("register-note", row.note.internal());
    facts
}
