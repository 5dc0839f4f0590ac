//! A public notice as its record has it.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use super::notice_words;
use crate::decode::Row;
use crate::document::{Block, Section, Text};
use crate::markdown;
use crate::record::notice::{Notice, SectionSettings, Statement, Version};
use crate::registry::{Entry, Id};

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Notice>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.links("register-controller", entry.links.controller).or_gap();
    facts.links("register-groups", entry.links.subject_groups.iter().copied()).or_gap();
    facts.links("register-activities", entry.links.activities.iter().copied());
    facts.date("register-updated", &record.updated).or_gap();
    facts.date("register-effective", &record.effective);
    facts.text("register-version", &record.version);
    facts.web("register-published-at", &record.url);
    facts.word("register-speaks-to", "speaks-to", &record.speaks_to);
    facts.word("register-called", "called", &record.called);
    facts.word("register-date-style", "date-style", &record.date_style);
    facts.word("register-list-numbering", "list-numbering", &record.list_numbering);
    facts.flag("register-obfuscate-email", &record.obfuscate_email);
    facts.flag("register-data-not-sold", &record.data_not_sold);
    facts.word("register-headings", "headings", &record.headings);
    facts.word("register-group-headings", "group-headings", &record.group_headings);
    facts.words("register-section-order", "section", &record.order);
    facts.words("register-rights", "right", &record.rights).or_say("register-rights-derived");
    facts.prose("register-introduction", &record.introduction);
    let text = composer.address(&format!("notices/{}/text.html", entry.id));
    let text = markdown::link(&composer.plain("register-text-link"), &text);
    facts.line("register-text", Some(text));
    let mut sections = vec![composer.section("notice", "register-notice", None, facts.block().into_iter().collect())];
    let settings = record.sections.iter().zip(&entry.links.sections);
    let settings = settings.flat_map(|(row, links)| section_settings(composer, row, &links.together));
    let parts = [
        ("sections", "register-sections", settings.collect()),
        ("words", "register-notice-words", notice_words::blocks(composer, entry)),
        ("statements", "register-statements", statements(composer, entry)),
        ("versions", "register-versions", versions(composer, record)),
    ];
    let filled = parts.into_iter().filter(|(_, _, blocks)| !blocks.is_empty());
    sections.extend(
        filled.map(|(anchor, heading, blocks): (_, _, Vec<Block>)| composer.section(anchor, heading, None, blocks)),
    );
    sections.push(about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)));
    sections
}

fn section_settings(
    composer: &Composer<'_>,
    row: &Row<SectionSettings>,
    together: &[Vec<Id<crate::record::subject_group::SubjectGroup>>],
) -> Vec<Block> {
    let mut facts = Facts::new(composer);
    facts.phrase("register-heading", &row.value.heading);
    facts.prose("register-introduction", &row.value.introduction);
    facts.flag("register-own-page", &row.value.own_page);
    facts.word("register-told-in", "told-in", &row.value.shown_as);
    facts.lines("register-together", together.iter().map(|groups| composer.links(groups)));
    let Some(block) = facts.block() else { return Vec::new() };
    let key = &row.key.name;
    vec![composer.heading(&format!("section-{key}"), composer.plain(&format!("register-section-{key}"))), block]
}

fn statements(composer: &Composer<'_>, entry: &Entry<Notice>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (row, groups) in entry.record.statements.iter().zip(&entry.links.statements) {
        let Statement { section, text, kind, .. } = &row.value;
        let mut facts = Facts::new(composer);
        facts.prose("register-text", text).or_gap();
        facts.word("register-section", "section", section).or_gap();
        facts.word("register-statement-kind", "statement-kind", kind.internal());
        facts.links("register-groups", groups.iter().copied());
        blocks.push(composer.heading(&format!("statement-{}", row.key.name), markdown::escape(&row.key.name)));
        blocks.extend(facts.block());
    }
    blocks
}

fn versions(composer: &Composer<'_>, record: &Notice) -> Vec<Block> {
    let row = |version: &Version| -> Vec<Text> {
        let date = |field: &crate::decode::Field<crate::decode::Date>| {
            field.copied().map(|date| composer.desk.strings.date(date.0)).unwrap_or_default()
        };
        let cells = [
            version.version.text().map(markdown::escape).unwrap_or_default(),
            date(&version.updated),
            date(&version.effective),
            version.summary.text().map(|summary| composer.authored(summary)).unwrap_or_default(),
            version.url.text().map(markdown::web).unwrap_or_default(),
            version.revision.internal().text().map(markdown::escape).unwrap_or_default(),
        ];
        cells.into_iter().map(Text::from).collect()
    };
    let rows: Vec<_> = record.versions.iter().map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = [
        "register-version",
        "register-updated",
        "register-effective",
        "register-what-changed",
        "register-version-url",
        "register-revision",
    ];
    vec![composer.table(&head, rows, "register-none")]
}
