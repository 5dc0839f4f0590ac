//! Findings that somebody decided to live with for a while.

use super::about;
use super::attention;
use super::composer::Composer;
use super::paging;
use crate::decode::Field;
use crate::document::{Cell, Document};
use crate::markdown;

pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let all = &composer.desk.waivers;
    let text = |field: &Field<String>| composer.cell_or_gap(field.text().map(markdown::escape));
    let rows = paging::slice(all, page, paging::ROWS).iter().map(|(node, waiver)| {
        vec![
            composer.link(*node).into(),
            text(&waiver.lint),
            text(&waiver.reason),
            text(&waiver.owner),
            Cell {
                text: about::expiry(composer, waiver).into(),
                sort: Some(waiver.expires.copied().map(|day| day.0.to_string()).unwrap_or_default()),
            },
        ]
    });
    let head = ["register-of-record", "register-lint", "register-reason", "register-owner", "register-expires"];
    let table = composer.listing(&head, rows.collect(), "register-waivers-none");
    let mut lead = vec![attention::as_of(composer)];
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, |number| paging::file("waivers", number)));
    lead.push(table);
    Document { title: composer.plain("register-waivers").into(), lead, sections: Vec::new() }
}
