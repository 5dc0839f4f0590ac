//! What the lints found, as the register shows it: a page of all, and a section on each record.

use super::attention;
use super::composer::Composer;
use super::paging;
use crate::decode::word;
use crate::document::{Block, Cell, Document, Section, Text};
use crate::lint::{ALL, Finding};
use crate::manual;
use crate::markdown;
use crate::record::settings::Level;
use crate::registry::Node;

/// Lints shown on the start page before the rest are counted.
const SHOWN: usize = 10;

/// Findings on the page of a lint before the rest are counted.
const LISTED: usize = 100;

/// A page of all findings, in the order of files and places.
pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let all = composer.desk.findings;
    let rows = paging::slice(all, page, paging::ROWS).iter().map(|finding| {
        let record = finding.node.map_or_else(|| composer.plain("register-whole"), |node| composer.link(node));
        vec![
            Cell { text: level(composer, finding).into(), sort: Some(weight(finding).to_owned()) },
            name(composer, finding).into(),
            record.into(),
            message(finding).into(),
            place(composer, finding).into(),
        ]
    });
    let head = ["register-level", "register-lint", "register-of-record", "register-finding", "register-origin"];
    let table = composer.listing(&head, rows.collect(), "register-findings-none");
    let mut lead = vec![attention::as_of(composer)];
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, |number| paging::file("findings", number)));
    lead.push(table);
    Document { title: composer.plain("register-findings").into(), lead, sections: Vec::new() }
}

/// The page of a lint, as the manual has it, and what it found.
pub(super) fn lint(composer: &Composer<'_>, at: usize) -> Document {
    let Some(lint) = ALL.get(at) else { return document(composer, 1) };
    let mut document = manual::lint_page(lint);
    let all: Vec<&Finding> = composer.desk.findings.iter().filter(|one| one.lint.name == lint.name).collect();
    let rows = all.iter().take(LISTED).map(|finding| {
        let record = finding.node.map_or_else(|| composer.plain("register-whole"), |node| composer.link(node));
        vec![record.into(), message(finding).into(), place(composer, finding).into()]
    });
    let head = ["register-of-record", "register-finding", "register-origin"];
    let mut blocks = vec![composer.listing(&head, rows.collect(), "register-findings-none")];
    let rest = all.len().saturating_sub(LISTED);
    let link = markdown::link(&composer.plain("register-findings-all"), &composer.address("findings.html"));
    let more = composer.say("register-more-in", &[("n", rest.into()), ("list", (&link).into())]);
    blocks.extend((rest > 0).then(|| Block::paragraph(more)));
    document.sections.insert(0, composer.section("findings", "register-findings", None, blocks));
    document
}

/// What was found in one record; nothing where nothing was.
pub(super) fn section(composer: &Composer<'_>, node: Node) -> Option<Section> {
    let rows: Vec<Vec<Text>> = composer
        .desk
        .findings_of(node)
        .map(|finding| {
            let reason = markdown::escape(&finding.lint.reason());
            let place = place(composer, finding);
            vec![
                level(composer, finding).into(),
                name(composer, finding).into(),
                message(finding).into(),
                reason.into(),
                place.into(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = ["register-level", "register-lint", "register-finding", "register-reason", "register-origin"];
    let table = composer.table(&head, rows, "register-findings-none");
    Some(composer.section("findings", "register-findings", None, vec![table]))
}

/// How often each lint found something, the graver and more frequent ones first; for the start page.
pub(super) fn summary(composer: &Composer<'_>) -> Vec<Block> {
    let all = composer.desk.findings;
    let link = markdown::link(&composer.plain("register-findings-all"), &composer.address("findings.html"));
    let count = composer.say("register-findings-count", &[("n", all.len().into()), ("list", (&link).into())]);
    let mut blocks = vec![Block::paragraph(count)];
    let mut lints: Vec<(&Finding, usize)> = Vec::new();
    for finding in all {
        match lints.iter_mut().find(|(first, _)| first.lint.name == finding.lint.name) {
            Some((_, count)) => *count += 1,
            None => lints.push((finding, 1)),
        }
    }
    lints.sort_by_key(|(first, count)| (std::cmp::Reverse((first.setting.level, *count)), first.lint.name));
    let rest = lints.len().saturating_sub(SHOWN);
    let rows: Vec<Vec<Text>> = lints
        .iter()
        .take(SHOWN)
        .map(|(first, count)| {
            let summary = markdown::escape(&first.lint.summary());
            vec![
                level(composer, first).into(),
                name(composer, first).into(),
                summary.into(),
                Text::from(count.to_string()),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let head = ["register-level", "register-lint", "register-finding", "register-count"];
        blocks.push(composer.table(&head, rows, "register-findings-none"));
    }
    if rest > 0 {
        let more = composer.say("register-more-in", &[("n", rest.into()), ("list", (&link).into())]);
        blocks.push(Block::paragraph(more));
    }
    blocks
}

fn level(composer: &Composer<'_>, finding: &Finding) -> String {
    composer.plain(&format!("register-level-{}", word(&finding.setting.level)))
}

/// Graver findings are sorted before others.
fn weight(finding: &Finding) -> &'static str {
    match finding.setting.level {
        Level::Deny => "1",
        Level::Warn => "2",
        Level::Allow => "3",
    }
}

/// The name of a lint as a link to its page, which says what it asks, why, and how to mend it.
fn name(composer: &Composer<'_>, finding: &Finding) -> String {
    let name = finding.lint.name;
    markdown::link(name, &composer.address(&format!("lints/{name}.html")))
}

/// The message is Markdown enough: ids stand between backticks, the rest is plain.
fn message(finding: &Finding) -> String {
    let parts = finding.diagnostic.message.split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { format!("`{part}`") } else { markdown::escape(part) }).collect()
}

fn place(composer: &Composer<'_>, finding: &Finding) -> String {
    super::page::Origin::at(composer.desk, finding.diagnostic.primary.span).shown(composer)
}
