//! What is processed for others: the points of Article 30(2).

use super::about;
use super::composer::Composer;
use super::contacts;
use super::facts::Facts;
use super::transfer;
use crate::document::{Block, Section};
use crate::markdown;
use crate::record::client_processing::{Client, ClientProcessing};
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<ClientProcessing>) -> Vec<Section> {
    let record = &entry.record;
    let security: Vec<String> = entry.links.security.iter().map(|id| composer.link(*id)).collect();
    let security = if security.is_empty() { Block::paragraph(composer.gap()) } else { Block::list(security) };
    let transfers = transfer::blocks(composer, record.transfers.internal(), record.no_transfers.internal());
    let mut said = Facts::new(composer);
    said.phrase("register-client-data", &record.data);
    said.phrase("register-on-behalf-of", &record.on_behalf_of);
    said.phrase("register-controller-is", &record.controller_is);
    said.phrase("register-ask", &record.ask);
    said.links("register-groups", entry.links.subject_groups.iter().copied());
    let mut sections = vec![
        composer.section("processor", "register-client-processor", Some("30(2)(a)"), processor(composer, entry)),
        composer.section("clients", "register-clients", Some("30(2)(a)"), clients(composer, entry)),
        composer.section("processing", "register-processing", Some("30(2)(b)"), processing(composer, entry)),
        composer.section("transfers", "register-transfers", Some("30(2)(c)"), transfers),
        composer.section("security", "register-security", Some("30(2)(d)"), vec![security]),
    ];
    sections.extend(said.block().map(|block| composer.section("notice", "register-in-notices", None, vec![block])));
    let mut facts = Facts::new(composer);
    facts.text("register-owner", record.owner.internal()).or_gap();
    sections.push(about::section(composer, entry, &record.note, &record.changed, facts));
    sections
}

/// Which of our companies it is, with contacts, representative and officer.
fn processor(composer: &Composer<'_>, entry: &Entry<ClientProcessing>) -> Vec<Block> {
    let Some(id) = entry.links.processor.or(composer.desk.registry.default_controller) else {
        return vec![Block::paragraph(composer.gap())];
    };
    let mut blocks = vec![Block::paragraph(composer.link(id))];
    blocks.extend(contacts::facts(composer, id).block());
    blocks
}

fn clients(composer: &Composer<'_>, entry: &Entry<ClientProcessing>) -> Vec<Block> {
    let clients = entry.record.clients.internal();
    if clients.is_empty() {
        return vec![Block::paragraph(composer.gap())];
    }
    let mut blocks = Vec::new();
    for row in clients.iter() {
        let name = row.value.name.text().unwrap_or(&row.key.name);
        blocks.push(composer.heading(&format!("client-{}", row.key.name), markdown::escape(name)));
        blocks.extend(client(composer, &row.value).block());
    }
    blocks
}

fn client<'c>(composer: &'c Composer<'c>, client: &Client) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.text("register-client-list", &client.list);
    facts.address("register-address", &client.address);
    facts.text("register-contact", &client.contact);
    // A class of clients points to a list that has the contacts of each.
    if client.list.is_absent() {
        facts.or_gap();
    }
    facts.text("register-representative", &client.representative);
    facts.text("register-dpo", &client.dpo);
    facts.text("register-contract", &client.contract).or_gap();
    facts
}

fn processing(composer: &Composer<'_>, entry: &Entry<ClientProcessing>) -> Vec<Block> {
    let mut facts = Facts::new(composer);
    facts.phrases("register-processing", entry.record.processing.internal()).or_gap();
    facts.links("register-categories", entry.links.categories.iter().copied());
    facts.links("register-sub-processors", entry.links.sub_processors.iter().copied());
    facts.block().into_iter().collect()
}
