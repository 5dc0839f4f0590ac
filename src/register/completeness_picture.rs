//! What the records of activities hold and lack, and what notices say, as pictures.

use super::completeness::{Answer, Completeness, Point};
use super::composer::Composer;
use super::subject::Subject;
use crate::coverage::{Coverage, State, Status};
use crate::document::Block;
use crate::picture::{self, About, Bar, Bars, Cell, Grid, Head, Line, Mark, Part};
use crate::registry::Node;

/// Notices in the picture.
const NOTICES: usize = 30;

/// A grid of activities and what their records are asked to hold, with the table that says the same;
/// nothing without activities. `hidden` is how many more there are.
pub(super) fn of_activities(
    composer: &Composer<'_>,
    lacking: &[&Completeness],
    hidden: usize,
    table: Block,
) -> Option<Block> {
    if lacking.is_empty() {
        return None;
    }
    let mark = |answer| match answer {
        Answer::Written => Mark::Full,
        Answer::Missing => Mark::Cross,
        Answer::NotDue => Mark::Dash,
    };
    let line = |one: &&Completeness| {
        let (written, asked) = one.written();
        let gaps = [("written", written.into()), ("asked", asked.into())];
        let node = Node::from(one.activity);
        Line {
            label: composer.name(node),
            note: Some(composer.say("completeness-grid-written-of", &gaps)),
            href: Some(composer.address_of(node)),
            marked: false,
            cells: one.answers().map(|(_, answer)| Cell::Mark(mark(answer))).collect(),
        }
    };
    let head = |point: Point| {
        let what = composer.plain(&format!("completeness-short-{}", point.name()));
        let gaps = [("what", what.as_str().into()), ("article", point.article().into())];
        Head { label: composer.say("completeness-grid-head", &gaps), href: None }
    };
    let legend = [Answer::Written, Answer::Missing, Answer::NotDue];
    let legend = legend.map(|answer| (mark(answer), composer.plain(said(answer)))).into();
    let name = composer.plain("completeness-grid");
    let about = About {
        id: composer.anchor("completeness-grid"),
        title: name.clone(),
        description: composer.say("completeness-grid-description", &[("n", lacking.len().into())]),
    };
    let hidden = (hidden > 0).then(|| composer.say("completeness-grid-hidden", &[("n", hidden.into())]));
    let caption: Vec<String> = [composer.plain("completeness-grid-caption")].into_iter().chain(hidden).collect();
    let heads = Point::ALL.map(head).into();
    let lines = lacking.iter().map(line).collect();
    let svg = picture::grid(&Grid { about, column: 68, heads, lines, legend });
    Some(Block::Figure { name: name.into(), caption: caption.join(" ").into(), svg, blocks: vec![table] })
}

fn said(answer: Answer) -> &'static str {
    match answer {
        Answer::Written => "completeness-grid-written",
        Answer::Missing => "completeness-grid-missing",
        Answer::NotDue => "completeness-grid-not-due",
    }
}

/// A bar for each notice: which of the items that the law asks for it says. The list of notices says
/// how many are missing.
pub(super) fn of_notices(composer: &Composer<'_>) -> Option<Block> {
    let all = composer.desk.coverage();
    if all.is_empty() {
        return None;
    }
    let parts = [
        (Mark::Full, "register-coverage-said"),
        (Mark::Cross, "register-coverage-missing"),
        (Mark::Dash, "register-coverage-not-due"),
        (Mark::Dotted, "register-coverage-untestable"),
    ];
    let parts = parts.map(|(mark, key)| Part { mark, label: composer.plain(key) }).into();
    let bar = |coverage: &Coverage| {
        let notice = Node::from(coverage.notice);
        let counts = counts(coverage);
        let route = Subject::NoticeCoverage(notice).route(composer.desk.registry);
        let below = route.strip_prefix("internal/").unwrap_or(&route);
        let gaps = [("said", counts[0].into()), ("due", (counts[0] + counts[1]).into())];
        Bar {
            label: composer.name(notice),
            href: Some(composer.address(below)),
            counts: counts.into(),
            words: composer.say("register-coverage-said-of", &gaps),
        }
    };
    let name = composer.plain("register-coverage-picture");
    let shown = all.len().min(NOTICES);
    let about = About {
        id: composer.anchor("coverage-picture"),
        title: name.clone(),
        description: composer.say("register-coverage-description", &[("n", shown.into())]),
    };
    let caption = composer.plain("register-coverage-caption").into();
    let rows = all.iter().take(NOTICES).map(|coverage| {
        let counted = counts(coverage).map(|n| n.to_string().into());
        std::iter::once(composer.link(coverage.notice).into()).chain(counted).collect()
    });
    let head = [
        "coverage-head-notice",
        "register-coverage-said",
        "register-coverage-missing",
        "register-coverage-not-due",
        "register-coverage-untestable",
    ];
    let table = composer.table(&head, rows.collect(), "register-none");
    let svg = picture::bars(&Bars { about, parts, bars: all.iter().take(NOTICES).map(bar).collect() });
    Some(Block::Figure { name: name.into(), caption, svg, blocks: vec![table] })
}

/// Items that are said, missing, not due and not testable, for all groups and both articles.
fn counts(coverage: &Coverage) -> [usize; 4] {
    let mut counts = [0; 4];
    let rows = coverage.groups.iter().flat_map(|group| &group.rows);
    for row in rows.filter(|row| matches!(row.item.status, Status::Law | Status::Untestable)) {
        for (_, state) in row.cells() {
            counts[match state {
                State::Met(_) => 0,
                State::Missing(_) => 1,
                State::NotDue(_) => 2,
                State::Untestable => 3,
            }] += 1;
        }
    }
    counts
}
