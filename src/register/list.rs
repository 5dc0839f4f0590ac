//! The list of a kind: one row per record with a few telling columns.

use super::activity_row;
use super::composer::Composer;
use super::coverage;
use super::paging;
use super::retention;
use crate::decode::Field;
use crate::document::{Cell, Document};
use crate::markdown;
use crate::record::Kind;
use crate::registry::{Id, Node};

pub(super) fn document(composer: &Composer<'_>, kind: Kind, page: usize) -> Document {
    let nodes = composer.desk.by_name(kind);
    let rows = paging::slice(nodes, page, paging::ROWS)
        .iter()
        .map(|node| std::iter::once(composer.link(*node).into()).chain(cells(composer, *node)).collect());
    let table = composer.listing(&head(composer, kind), rows.collect(), "register-none");
    let mut lead = Vec::new();
    if kind == Kind::ClientProcessing {
        lead.push(composer.paragraph("register-client-processing-lead"));
    }
    let address = |number| paging::file(kind.folder(), number);
    lead.extend(paging::links(composer, page, nodes.len(), paging::ROWS, address));
    lead.push(table);
    let title = composer.plain(&format!("register-kinds-{}", kind.folder()));
    Document { title: title.into(), lead, sections: Vec::new() }
}

fn head(composer: &Composer<'_>, kind: Kind) -> Vec<&'static str> {
    let head: &[&str] = match kind {
        Kind::Activity => return activity_row::head(composer),
        Kind::ClientProcessing => {
            &["register-title-of", "register-client-processor", "register-clients", "register-owner"]
        }
        Kind::CollectionPoint => {
            &["register-title-of", "register-point-kind", "register-activities", "register-notice", "register-owner"]
        }
        Kind::Controller => &["register-name", "register-country", "register-dpo", "register-activities"],
        Kind::Cookie => &["register-name", "register-cookie-class", "register-cookie-consent", "register-lifetime"],
        Kind::DataCategory => &["register-name", "register-special", "register-parent", "register-used-by"],
        Kind::LegalBasis => &["register-title-of", "register-article", "register-assessment", "register-used-by"],
        Kind::Notice => {
            &["register-title-of", "register-version", "register-updated", "register-groups", "coverage-link"]
        }
        Kind::Processor => &[
            "register-name",
            "register-party-category",
            "register-country",
            "register-contract-ends",
            "register-used-by",
        ],
        Kind::Recipient => &["register-name", "register-recipient-kind", "register-countries", "register-used-by"],
        Kind::Retention => &["register-title-of", "register-time", "register-then", "register-used-by"],
        Kind::SecurityMeasure => &["register-title-of", "register-nature", "register-tested", "register-owner"],
        Kind::Source => &["register-name", "register-publicly-accessible", "register-country", "register-used-by"],
        Kind::SubProcessorList => &[
            "register-title-of",
            "register-client-processor",
            "register-updated",
            "register-engagements",
            "register-owner",
        ],
        Kind::SubjectGroup => &["register-name", "register-definition", "register-vulnerable", "register-used-by"],
        Kind::System => &["register-title-of", "register-region", "register-operated-by", "register-owner"],
    };
    head.to_vec()
}

/// What stands beside the name.
fn cells(composer: &Composer<'_>, node: Node) -> Vec<Cell> {
    let registry = composer.desk.registry;
    let strings = composer.desk.strings;
    let text = |field: &Field<String>| field.text().map(markdown::escape).unwrap_or_default();
    let yes_no = |flag: Option<bool>| match flag {
        Some(true) => composer.plain("register-yes"),
        Some(false) => composer.plain("register-no"),
        None => String::new(),
    };
    let users = || (registry.users(node).len() + composer.desk.inheriting(node).len()).to_string();
    match node.kind {
        Kind::Activity => activity_row::cells(composer, Id::at(node.index)),
        Kind::ClientProcessing => {
            let entry = &registry.client_processing[Id::at(node.index)];
            let processor = entry.links.processor.or(registry.default_controller);
            let clients = entry.record.clients.internal().iter().count().to_string();
            let processor = processor.map_or_else(|| composer.gap(), |id| composer.link(id));
            words([processor, clients, text(entry.record.owner.internal())])
        }
        Kind::CollectionPoint => {
            let entry = &registry.collection_points[Id::at(node.index)];
            words([
                entry.record.kind.get().map(|kind| composer.word("point-kind", kind)).unwrap_or_default(),
                composer.links(&entry.links.activities),
                entry.links.notice.map_or_else(|| composer.gap(), |id| composer.link(id)),
                text(entry.record.owner.internal()),
            ])
        }
        Kind::Controller => {
            let record = &registry.controllers[Id::at(node.index)].record;
            let country = record.address.get().and_then(|address| address.country.copied());
            let dpo = record.dpo.get().and_then(|dpo| dpo.appointed.copied());
            let dpo = if dpo.is_none() { composer.gap() } else { yes_no(dpo) };
            let activities = composer.desk.activities_of(node).len().to_string();
            words([country.map_or_else(|| composer.gap(), |country| composer.country(country)), dpo, activities])
        }
        Kind::Cookie => {
            let record = &registry.cookies[Id::at(node.index)].record;
            words([
                record.class.get().map_or_else(|| composer.gap(), |class| composer.word("cookie-class", class)),
                record.consent.get().map_or_else(|| composer.gap(), |word| composer.word("cookie-consent", word)),
                record.lifetime.copied().map_or_else(|| composer.gap(), |lifetime| strings.lifetime(lifetime)),
            ])
        }
        Kind::DataCategory => {
            let entry = &registry.data_categories[Id::at(node.index)];
            let special = entry.record.special.get().map(|special| composer.word("special", special));
            let criminal = entry.record.criminal.is_true().then(|| composer.plain("register-criminal"));
            let special = composer.join(special.into_iter().chain(criminal));
            words([special, entry.links.parent.map(|id| composer.link(id)).unwrap_or_default(), users()])
        }
        Kind::LegalBasis => {
            let record = &registry.legal_bases[Id::at(node.index)].record;
            let article =
                record.article.get().map(|article| composer.say_one("register-mark", "point", article.0.article()));
            let assessed = record.assessment.internal().get().map(|one| composer.day_or_nothing(&one.date));
            vec![composer.cell_or_gap(article), assessed.unwrap_or_else(|| Cell::gap(String::new())), users().into()]
        }
        Kind::Notice => {
            let entry = &registry.notices[Id::at(node.index)];
            vec![
                text(&entry.record.version).into(),
                composer.day_or_gap(&entry.record.updated),
                composer.links(&entry.links.subject_groups).into(),
                coverage::missing(composer, node).into(),
            ]
        }
        Kind::Processor => {
            let record = &registry.processors[Id::at(node.index)].record;
            let ends = record.contract.internal().get().map(|contract| composer.day_or_nothing(&contract.expires));
            vec![
                record.category.text().map(|category| composer.authored(category)).unwrap_or_default().into(),
                composer.cell_or_gap(record.country.copied().map(|country| composer.country(country))),
                ends.unwrap_or_else(|| Cell::gap(String::new())),
                users().into(),
            ]
        }
        Kind::Recipient => {
            let record = &registry.recipients[Id::at(node.index)].record;
            let kind = record.kind.get().map(|kind| composer.word("recipient-kind", kind)).unwrap_or_default();
            words([kind, composer.countries(record.countries.iter()), users()])
        }
        Kind::Retention => {
            let record = &registry.retention[Id::at(node.index)].record;
            let then = record.then.get().map_or_else(|| composer.gap(), |then| composer.word("disposal", then));
            words([retention::time(composer, record), then, users()])
        }
        Kind::SecurityMeasure => {
            let record = &registry.security_measures[Id::at(node.index)].record;
            let natures = composer.join(record.nature.iter().map(|nature| composer.word("nature", nature)));
            vec![natures.into(), composer.day_or_gap(record.tested.internal()), text(record.owner.internal()).into()]
        }
        Kind::Source => {
            let record = &registry.sources[Id::at(node.index)].record;
            let country = record.country.internal().copied().map(|country| composer.country(country));
            words([yes_no(record.publicly_accessible.copied()), country.unwrap_or_default(), users()])
        }
        Kind::SubProcessorList => {
            let entry = &registry.sub_processor_lists[Id::at(node.index)];
            vec![
                composer.cell_or_gap(entry.links.processor.map(|id| composer.link(id))),
                composer.day_or_gap(&entry.record.updated),
                entry.record.engagements.iter().count().to_string().into(),
                text(entry.record.owner.internal()).into(),
            ]
        }
        Kind::SubjectGroup => {
            let record = &registry.subject_groups[Id::at(node.index)].record;
            let definition = record.definition.text().map(|words| composer.authored(words));
            let definition = definition.unwrap_or_else(|| composer.gap());
            words([definition, yes_no(record.vulnerable.internal().copied()), users()])
        }
        Kind::System => {
            let entry = &registry.systems[Id::at(node.index)];
            let region = entry.record.region.get().map(|region| composer.word("region", region));
            words([
                composer
                    .join(region.into_iter().chain(entry.record.countries.iter().map(|one| composer.country(*one)))),
                entry.links.operated_by.map(|id| composer.link(id)).unwrap_or_default(),
                text(entry.record.owner.internal()),
            ])
        }
    }
}

fn words<const N: usize>(cells: [String; N]) -> Vec<Cell> {
    cells.map(Cell::from).into()
}
