//! The retention schedule: every rule with what it applies to, Article 30(1)(f).

use super::composer::Composer;
use super::legal_basis;
use super::paging;
use super::retention;
use super::time_line;
use crate::document::{Document, Text};
use crate::record::Kind;
use crate::record::retention::Retention;
use crate::registry::Id;

pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let rules: Vec<Id<Retention>> =
        composer.desk.by_name(Kind::Retention).iter().map(|node| Id::at(node.index)).collect();
    let shown = paging::slice(&rules, page, paging::ROWS);
    let rows = shown.iter().map(|id| row(composer, *id));
    let head = [
        "register-rule",
        "register-time",
        "register-from",
        "register-then",
        "register-laws",
        "register-categories",
        "register-activities",
    ];
    let table = composer.table(&head, rows.collect(), "register-none");
    let mut lead = vec![composer.paragraph("register-retention-schedule-lead")];
    let address = |number| paging::file("retention-schedule", number);
    lead.extend(paging::links(composer, page, rules.len(), paging::ROWS, address));
    lead.extend(time_line::figure(composer, shown));
    lead.push(table);
    Document { title: composer.plain("register-retention-schedule").into(), lead, sections: Vec::new() }
}

fn row(composer: &Composer<'_>, id: Id<Retention>) -> Vec<Text> {
    let record = &composer.desk.registry.retention[id].record;
    let none = || composer.plain("register-nothing");
    let or_none = |text: String| if text.is_empty() { none() } else { text };
    let (categories, activities) = match composer.desk.rules.get(id.index() as usize) {
        Some(used) => {
            let desk = composer.desk;
            (composer.links(&desk.sorted(&used.categories)), composer.links(&desk.sorted(&used.activities)))
        }
        None => Default::default(),
    };
    let cells = [
        composer.link(id),
        retention::time_alone(composer, record),
        record.from.text().map_or_else(none, |from| composer.authored(from)),
        record.then.get().map_or_else(|| composer.gap(), |then| composer.word("disposal", then)),
        or_none(composer.join(record.laws.iter().map(|law| legal_basis::law(composer, law)))),
        or_none(categories),
        or_none(activities),
    ];
    cells.into_iter().map(Text::from).collect()
}
