//! All transfers to third countries and international organisations, by country.

use super::composer::Composer;
use super::paging;
use super::safeguards;
use super::transfer;
use crate::decode::{Country, Rows};
use crate::document::{Document, Section, Text};
use crate::markdown;
use crate::record::Kind;
use crate::record::transfer::Transfer;
use crate::registry::{Id, Node, Registry};
use crate::strings::Strings;

/// A transfer to one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    /// The country or organisation as its heading; nothing where neither is named.
    pub(super) place: Option<String>,
    /// The country, where it is one.
    pub(super) country: Option<Country>,
    /// Who receives the data, or the client processing they belong to.
    pub(super) holder: Node,
    /// Which of the transfers of the holder it is.
    pub(super) row: usize,
}

impl Row {
    /// Whether another transfer goes to the same place.
    pub(super) fn is_beside(&self, other: &Row) -> bool {
        self.place == other.place && self.country == other.country
    }
}

impl Row {
    /// Which of the transfers of the holder it is.
    pub(super) fn at(&self) -> usize {
        self.row
    }
}

/// Every transfer once for each place it goes to, by the name of the place; unnamed places last.
pub(super) fn rows(registry: &Registry, strings: &Strings) -> Vec<Row> {
    let mut found = Vec::new();
    let mut add = |holder: Node, transfers: &Rows<Transfer>| {
        for (row, transfer) in transfer::each(transfers).enumerate() {
            for country in transfer.countries.iter() {
                let place = Some(strings.country_name(country.0.as_str()));
                found.push(Row { place, country: Some(*country), holder, row });
            }
            let organisation = transfer.organisation.text().map(str::to_owned);
            if organisation.is_some() || transfer.countries.is_empty() {
                found.push(Row { place: organisation, country: None, holder, row });
            }
        }
    };
    for (id, entry) in registry.controllers.iter() {
        add(id.into(), &entry.record.transfers);
    }
    for (id, entry) in registry.processors.iter() {
        add(id.into(), &entry.record.transfers);
    }
    for (id, entry) in registry.recipients.iter() {
        add(id.into(), &entry.record.transfers);
    }
    for (id, entry) in registry.client_processing.iter() {
        add(id.into(), entry.record.transfers.internal());
    }
    found.sort_by(|a, b| a.place.is_none().cmp(&b.place.is_none()).then_with(|| a.cmp(b)));
    found
}

/// The transfers of a record, if it is of a kind that has any.
pub(crate) fn of(registry: &Registry, node: Node) -> Option<&Rows<Transfer>> {
    match node.kind {
        Kind::Controller => Some(&registry.controllers[Id::at(node.index)].record.transfers),
        Kind::Processor => Some(&registry.processors[Id::at(node.index)].record.transfers),
        Kind::Recipient => Some(&registry.recipients[Id::at(node.index)].record.transfers),
        Kind::ClientProcessing => Some(registry.client_processing[Id::at(node.index)].record.transfers.internal()),
        _ => None,
    }
}

pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let all = &composer.desk.transfers;
    let mut lead = vec![composer.paragraph("register-transfers-lead")];
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, |number| paging::file("transfers", number)));
    if all.is_empty() {
        lead.push(composer.paragraph("register-transfers-none"));
    }
    let shown = paging::slice(all, page, paging::ROWS);
    if page == 1 {
        lead.extend(safeguards::figure(composer, all));
    }
    let sections = shown.chunk_by(Row::is_beside);
    let sections = sections.enumerate().map(|(number, rows)| section(composer, number, rows)).collect();
    Document { title: composer.plain("register-transfers").into(), lead, sections }
}

fn section(composer: &Composer<'_>, number: usize, rows: &[Row]) -> Section {
    let head = [
        "register-recipient",
        "register-safeguard",
        "register-papers",
        "register-extent",
        "register-transfer-when",
        "register-activities",
    ];
    let cells = rows.iter().filter_map(|row| cells(composer, row)).collect();
    let table = composer.table(&head, cells, "register-none");
    let first = rows.first();
    let anchor = match first.and_then(|row| row.country) {
        Some(country) => country.0.as_str().to_lowercase(),
        None => format!("place-{}", number + 1),
    };
    let heading = match first.and_then(|row| row.place.as_deref()) {
        Some(place) => markdown::escape(place),
        None => composer.plain("register-place-in-words"),
    };
    Section { anchor: composer.anchor(&anchor), heading: heading.into(), mark: None, apart: false, blocks: vec![table] }
}

fn cells(composer: &Composer<'_>, row: &Row) -> Option<Vec<Text>> {
    let transfer = transfer::each(of(composer.desk.registry, row.holder)?).nth(row.row)?;
    let users = composer.desk.disclosing_to(row.holder);
    let words = transfer.destination.text().map(|words| composer.authored(words));
    let when = transfer.when.text().map(|when| composer.authored(when));
    let cells = [
        composer.link(row.holder),
        transfer::safeguards(composer, transfer),
        transfer::papers(composer, transfer),
        transfer.extent.get().map(|extent| composer.word("extent", extent)).unwrap_or_default(),
        composer.join(words.into_iter().chain(when)),
        if row.holder.kind == Kind::ClientProcessing { composer.list(row.holder.kind) } else { composer.links(users) },
    ];
    Some(cells.into_iter().map(Text::from).collect())
}
