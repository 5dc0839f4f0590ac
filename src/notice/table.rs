//! Sections that tell their facts in a table.

use super::composer::{Composer, prose};
use crate::document::{Block, Text};
use crate::source::Origins;
use crate::view::notice::{Groups, SectionPlan};

/// A table with a row for each fact, and behind it the free statements of the section. Where a notice
/// has several groups and a row is not for all of them, a column says whom each row concerns.
pub(super) fn blocks(
    composer: &Composer<'_>,
    plan: &SectionPlan,
    head: &[&str],
    rows: Vec<(&Groups, Vec<Text>)>,
) -> Vec<Block> {
    let count = composer.notice.groups.len();
    let tells_groups = rows.iter().any(|(groups, _)| groups.len() < count);
    let mut head: Vec<Text> = head.iter().map(|key| composer.plain(key).into()).collect();
    if tells_groups {
        head.push(composer.plain("table-groups").into());
    }
    let row = |(groups, mut cells): (&Groups, Vec<Text>)| {
        if tells_groups {
            cells.push(concerned(composer, groups, count));
        }
        cells
    };
    let rows: Vec<Vec<Text>> = rows.into_iter().map(row).collect();
    let mut blocks = if rows.is_empty() { Vec::new() } else { vec![Block::Table { head, rows }] };
    let statements = composer.notice.statements.iter().filter(|statement| statement.section == plan.name);
    blocks.extend(statements.map(|statement| prose(&statement.text, &statement.origins)));
    blocks
}

fn concerned(composer: &Composer<'_>, groups: &Groups, count: usize) -> Text {
    let known = groups.iter().filter_map(|index| composer.notice.groups.get(*index));
    let from: Origins = known.map(|group| &group.origins).collect();
    let everybody = groups.len() == count;
    let who = if everybody { composer.plain("table-everybody") } else { composer.groups_in_sentence(groups) };
    Text::told(who, &from)
}
