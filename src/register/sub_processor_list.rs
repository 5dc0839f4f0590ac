//! A public list of sub-processors as its record has it.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::decode::{Date, Field};
use crate::document::{Block, Section, Text};
use crate::record::sub_processor_list::SubProcessorList;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<SubProcessorList>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.links("register-client-processor", entry.links.processor).or_gap();
    facts.links("register-holds-for", entry.links.client_processing.iter().copied()).or_gap();
    facts.date("register-updated", &record.updated).or_gap();
    facts.web("register-published-at", &record.url);
    let period = record.notice_period.copied().map(|period| composer.desk.strings.period(period));
    facts.line("register-notice-period", period);
    facts.phrase("register-objection", &record.objection);
    facts.prose("register-introduction", &record.introduction);
    let mut own = Facts::new(composer);
    own.text("register-owner", record.owner.internal()).or_gap();
    vec![
        composer.section("list", "register-sub-processor-list", Some("28(2)"), facts.block().into_iter().collect()),
        composer.section("engagements", "register-engagements", Some("28(4)"), engagements(composer, entry)),
        about::section(composer, entry, &record.note, &record.changed, own),
    ]
}

fn engagements(composer: &Composer<'_>, entry: &Entry<SubProcessorList>) -> Vec<Block> {
    let date = |field: &Field<Date>| field.copied().map(|day| composer.desk.strings.date(day.0)).unwrap_or_default();
    let mut rows: Vec<Vec<Text>> = Vec::new();
    for (row, processor) in entry.record.engagements.iter().zip(&entry.links.engagements) {
        let written = &row.value;
        let name = processor.map_or_else(|| composer.gap(), |id| composer.link(id));
        let cells = [
            composer.keyed(&row.key, &name),
            composer.join(written.purpose.iter().map(|purpose| composer.authored(purpose))),
            written.safeguard.text().map(|words| composer.authored(words)).unwrap_or_default(),
            date(&written.announced),
            date(&written.since),
            date(&written.end_announced),
            date(&written.until),
            written.note.internal().text().map(|note| composer.authored(note)).unwrap_or_default(),
        ];
        rows.push(cells.into_iter().map(Text::from).collect());
    }
    if rows.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    let head = [
        "register-processor",
        "register-purpose",
        "register-safeguard",
        "register-announced",
        "register-engaged-from",
        "register-end-announced",
        "register-engaged-until",
        "register-note",
    ];
    vec![composer.table(&head, rows, "register-none")]
}
