//! Which information items the notices say: a list of notices, and a page for each.

use super::completeness_picture;
use super::composer::Composer;
use super::subject::Subject;
use crate::coverage::json::{address, what, why};
use crate::coverage::{Article, Coverage, GroupCoverage, Item, State};
use crate::document::{Block, Document, Section, Text};
use crate::markdown;
use crate::registry::{Id, Node};

/// The list: notices and groups, with what is missing.
pub(super) fn list(composer: &Composer<'_>) -> Document {
    let rows = composer.desk.coverage().iter().flat_map(|coverage| {
        coverage.groups.iter().map(|group| {
            let cells = [link(composer, coverage), composer.link(group.group), group.missing().to_string()];
            cells.map(Text::from).into()
        })
    });
    let head = ["coverage-head-notice", "coverage-head-group", "coverage-head-missing"];
    let table = composer.table(&head, rows.collect(), "coverage-none");
    let figure = completeness_picture::of_notices(composer);
    let lead = [composer.paragraph("coverage-lead")].into_iter().chain(figure).chain([table]).collect();
    Document { title: composer.plain("coverage-title").into(), lead, sections: Vec::new() }
}

/// A notice as a link to its page here.
fn link(composer: &Composer<'_>, coverage: &Coverage) -> String {
    let registry = composer.desk.registry;
    let notice = Node::from(coverage.notice);
    let route = Subject::NoticeCoverage(notice).route(registry);
    let below = route.strip_prefix("internal/").unwrap_or(&route);
    markdown::link(&composer.name(notice), &composer.address(below))
}

/// What a notice lacks, in a cell of the list of notices, with the way to the grid.
pub(super) fn missing(composer: &Composer<'_>, notice: Node) -> String {
    let found = composer.desk.coverage().iter().find(|one| Node::from(one.notice) == notice);
    found.map_or_else(String::new, |coverage| {
        let route = Subject::NoticeCoverage(notice).route(composer.desk.registry);
        let below = route.strip_prefix("internal/").unwrap_or(&route);
        markdown::link(&coverage.missing().to_string(), &composer.address(below))
    })
}

/// The grid of one notice: a section for each group.
pub(super) fn document(composer: &Composer<'_>, notice: Node) -> Document {
    let registry = composer.desk.registry;
    let entry = &registry.notices[Id::at(notice.index)];
    let coverage = composer.desk.coverage().iter().find(|one| Node::from(one.notice) == notice);
    let missing = coverage.map_or(0, Coverage::missing);
    let lead = vec![
        composer.paragraph("coverage-lead"),
        Block::paragraph(composer.say("coverage-count", &[("n", missing.into())])),
    ];
    let groups = coverage.into_iter().flat_map(|coverage| &coverage.groups);
    let sections = groups.map(|group| section(composer, &entry.id, group)).collect();
    let title = composer.say_one("coverage-title-of", "notice", &markdown::escape(entry.name()));
    Document { title: title.into(), lead, sections }
}

fn section(composer: &Composer<'_>, notice: &str, group: &GroupCoverage) -> Section {
    let entry = &composer.desk.registry.subject_groups[group.group];
    let rows = group.rows.iter().map(|row| {
        let cell = |article: Article, state: &Option<State>| {
            let source = row.item.source(article).zip(state.as_ref());
            let not_asked = || composer.plain("coverage-not-asked");
            Text::from(source.map_or_else(not_asked, |(source, state)| cell(composer, notice, row.item, source, state)))
        };
        let status = composer.plain(&format!("coverage-status-{}", crate::decode::word(&row.item.status)));
        vec![
            Text::from(row.item.id.to_owned()),
            Text::from(what(composer.desk.strings, row.item)),
            Text::from(status),
            cell(Article::Direct, &row.direct),
            cell(Article::Indirect, &row.indirect),
        ]
    });
    let head =
        ["coverage-head-item", "coverage-head-what", "coverage-head-mark", "coverage-head-13", "coverage-head-14"];
    let mut blocks = vec![Block::paragraph(composer.say("coverage-count", &[("n", group.missing().into())]))];
    blocks.push(composer.table(&head, rows.collect(), "coverage-none"));
    Section {
        anchor: composer.anchor(&entry.id),
        heading: markdown::escape(entry.name()).into(),
        mark: None,
        apart: false,
        blocks,
    }
}

/// A place of a public page, with a link to the same place of its text in the register.
fn linked(composer: &Composer<'_>, at: &str) -> String {
    match at.split_once(".html#") {
        Some((notice, anchor)) if !notice.contains('/') => {
            markdown::link(at, &composer.address(&format!("notices/{notice}/text.html#{anchor}")))
        }
        _ => markdown::escape(at),
    }
}

/// The answer, and what asks for it.
fn cell(composer: &Composer<'_>, notice: &str, item: &Item, source: &str, state: &State) -> String {
    let reason = why(composer.desk.strings, item, state).unwrap_or_default();
    let answer = match state {
        State::Met(place) => match address(composer.desk.registry, notice, *place) {
            Some(at) => composer.say_one("coverage-met", "at", &linked(composer, &at)),
            None => composer.plain("coverage-met-register"),
        },
        State::Missing(gaps) => {
            let facts = composer.join(gaps.iter().map(|gap| {
                let (record, key) = (composer.link(gap.record), markdown::escape(&gap.write));
                composer.say("coverage-fact", &[("record", (&record).into()), ("key", (&key).into())])
            }));
            composer.say_one("coverage-missing", "facts", &facts)
        }
        State::NotDue(_) => composer.say_one("coverage-not-due", "why", &reason),
        State::Untestable => composer.say_one("coverage-untestable", "why", &reason),
    };
    composer.say("coverage-cell", &[("answer", (&answer).into()), ("source", source.into())])
}
