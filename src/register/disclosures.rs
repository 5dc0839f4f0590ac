//! Who receives data of an activity, Article 30(1)(d), and where they go, Article 30(1)(e).

use super::composer::Composer;
use super::facts::Facts;
use super::legal_basis;
use super::party;
use super::purposes;
use super::transfer;
use super::transfers;
use crate::decode::{Field, Stated};
use crate::document::{Block, Text};
use crate::markdown;
use crate::record::Kind;
use crate::record::activity::{Activity, Disclosure};
use crate::record::processor::Processor;
use crate::registry::{DisclosureLinks, Entry, Id, Node, Registry};

pub(super) fn blocks(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (row, links) in entry.record.disclosures.iter().zip(&entry.links.disclosures) {
        blocks.push(composer.heading(&format!("disclosure-{}", row.key.name), markdown::escape(&row.key.name)));
        blocks.extend(facts(composer, entry, &row.value, links).block());
    }
    let none = entry.record.no_disclosures.text();
    blocks.extend(none.map(|reason| {
        Block::paragraph(composer.say_one("register-no-disclosures", "reason", &composer.authored(reason)))
    }));
    if blocks.is_empty() {
        blocks.push(Block::paragraph(composer.gap()));
    }
    blocks
}

fn facts<'c>(
    composer: &'c Composer<'c>,
    entry: &Entry<Activity>,
    row: &Disclosure,
    links: &DisclosureLinks,
) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.phrase("register-heading", &row.heading);
    facts.lines("register-recipients", links.recipients.iter().map(|party| composer.party(*party))).or_gap();
    facts.links("register-categories", links.categories.iter().copied()).or_say("register-all-data");
    if !row.subject_groups.is_absent() {
        facts.links("register-groups", links.subject_groups.iter().copied());
    }
    facts.phrases("register-purpose", &row.purpose);
    if !row.purposes.is_absent() {
        facts.lines("register-purposes", purposes::named(composer, entry, &links.purposes));
    }
    facts.phrases("register-cases", &row.cases);
    facts.flag("register-possible", &row.possible);
    facts.lines("register-legal-bases", links.legal_bases.iter().map(|id| legal_basis::line(composer, *id)));
    facts.flag("register-only-necessary", &row.only_necessary);
    facts.word("register-told-before", "told-before", &row.told_before);
    facts.flag("register-explicit-consent", &row.explicit_consent);
    facts.phrase("register-withdraw", &row.withdraw);
    facts.phrases("register-commitments", &row.commitments);
    facts.prose("register-note", row.note.internal());
    facts
}

/// Transfers of everybody the data go to, the operators of systems and sub-processors included.
pub(super) fn transfers(composer: &Composer<'_>, entry: &Entry<Activity>) -> Vec<Block> {
    let registry = composer.desk.registry;
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let mut stated: Vec<String> = Vec::new();
    let mut silent: Vec<Node> = Vec::new();
    let reached = reached(registry, entry);
    for node in &reached {
        let written = transfers::of(registry, *node);
        for one in written.into_iter().flat_map(transfer::each) {
            let extent = one.extent.get().map(|extent| composer.word("extent", extent));
            let when = one.when.text().map(|when| composer.authored(when));
            rows.push(vec![
                transfer::place(composer, one).into(),
                composer.link(*node).into(),
                transfer::safeguards(composer, one).into(),
                transfer::papers(composer, one).into(),
                composer.join(extent.into_iter().chain(when)).into(),
            ]);
        }
        match none(registry, *node).and_then(Field::text) {
            Some(reason) => {
                let reason = composer.authored(reason);
                let who = composer.link(*node);
                let gaps = [("who", (&who).into()), ("reason", (&reason).into())];
                stated.push(composer.say("register-no-transfers-by", &gaps));
            }
            None if written.is_some_and(|transfers| transfers.is_empty()) => silent.push(*node),
            None => {}
        }
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let head = [
            "register-destination",
            "register-recipient",
            "register-safeguard",
            "register-papers",
            "register-transfer-when",
        ];
        blocks.push(composer.table(&head, rows, "register-none"));
    }
    if !stated.is_empty() {
        blocks.push(Block::list(stated));
    }
    if !silent.is_empty() {
        let names = composer.links(&silent);
        blocks.push(Block::paragraph(composer.say_one("register-transfers-silent", "who", &names)));
    }
    if reached.is_empty() && !entry.record.no_disclosures.is_absent() {
        blocks.push(composer.paragraph("register-transfers-nobody"));
    } else if blocks.is_empty() {
        blocks.push(Block::paragraph(composer.gap()));
    }
    blocks
}

/// Everybody the data of an activity reach: recipients, operators of its systems, and the
/// processors that these engage in turn.
pub(crate) fn reached(registry: &Registry, entry: &Entry<Activity>) -> Vec<Node> {
    let mut found: Vec<Node> = Vec::new();
    let recipients = entry.links.disclosures.iter().flat_map(|row| &row.recipients).map(|one| party::node(*one));
    let systems = entry.links.systems.values.iter().filter_map(|id| registry.systems[*id].links.operated_by);
    for node in recipients.chain(systems.map(Node::from)) {
        if !found.contains(&node) {
            found.push(node);
        }
    }
    let mut next = 0;
    while let Some(node) = found.get(next).copied() {
        next += 1;
        if node.kind != Kind::Processor {
            continue;
        }
        below(registry, Id::at(node.index), &mut found);
    }
    found
}

/// Adds the processors that a processor engages, those that are there already left out.
pub(super) fn below(registry: &Registry, id: Id<Processor>, found: &mut Vec<Node>) {
    for sub in &registry.processors[id].links.sub_processors {
        let sub = Node::from(*sub);
        if !found.contains(&sub) {
            found.push(sub);
        }
    }
}

/// Where a record says that there are no transfers.
pub(crate) fn none(registry: &Registry, node: Node) -> Option<&Field<Stated>> {
    match node.kind {
        Kind::Processor => Some(&registry.processors[Id::at(node.index)].record.no_transfers),
        Kind::Recipient => Some(&registry.recipients[Id::at(node.index)].record.no_transfers),
        _ => None,
    }
}
