//! The whole register: internal, with ids, so that programs can follow what belongs to what.

use serde_json::Value;

use super::terms;
use super::{Node, address_of, concept, context, country, push_new};
use crate::record::activity::Activity;
use crate::record::controller::Controller;
use crate::record::legal_basis::{Law, LegalBasis};
use crate::record::retention::Retention;
use crate::record::transfer::Transfer;
use crate::registry::{DataSource, Entry, Id, Party, Registry};

/// The document of a register. It is internal as a whole.
pub fn register(registry: &Registry) -> Value {
    let language = registry.settings.language.text().unwrap_or("en");
    let writer = Writer { registry, language };
    let mut node = Node { members: serde_json::Map::new(), language };
    node.put("@context", context()).put("@id", "#register").put("@type", "dpv:ROPA");
    node.texts("dct:title", registry.settings.title.text()).put("dct:language", language);
    let controllers = registry.controllers.iter().map(|(_, entry)| writer.controller(entry));
    node.put("dpv:hasDataController", controllers.collect::<Vec<_>>());
    let processes = registry.activities.iter().map(|(_, entry)| writer.activity(entry));
    node.put("dpv:hasPersonalDataProcess", processes.collect::<Vec<_>>());
    let notices = registry.notices.iter().map(|(_, entry)| {
        let mut node = writer.node("dpv:PrivacyNotice");
        node.put(
            "@id",
            entry.record.url.text().and_then(address_of).map_or_else(|| id("notices", &entry.id), str::to_owned),
        );
        node.texts("dct:title", [entry.name()]).day("dct:modified", entry.record.updated.get().map(|day| day.0)).done()
    });
    node.put("dpv:hasNotice", notices.collect::<Vec<_>>());
    node.done()
}

fn id(kind: &str, id: &str) -> String {
    format!("#{kind}/{id}")
}

struct Writer<'r> {
    registry: &'r Registry,
    language: &'r str,
}

impl<'r> Writer<'r> {
    fn node(&self, kind: &str) -> Node<'r> {
        Node::new(kind, self.language)
    }

    fn controller(&self, entry: &Entry<Controller>) -> Value {
        let record = &entry.record;
        let mut node = self.node("dpv:DataController");
        node.put("@id", id("controllers", &entry.id)).put("dpv:hasName", entry.name());
        node.put("dpv:hasContact", texts([record.email.text(), record.phone.text()]));
        if let Some(address) = record.address.get() {
            let town =
                [address.postcode.text(), address.city.text()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let parts = address.lines.iter().map(String::as_str).chain([town.as_str()]).filter(|part| !part.is_empty());
            node.put("dpv:hasAddress", parts.collect::<Vec<_>>().join(", "));
            node.put("dpv:hasCountry", address.country.get().map(|code| country(None, code.0.as_str())));
        }
        if let Some(officer) = record.dpo.get().filter(|officer| !officer.appointed.is_false()) {
            let name = officer.name.text().or(officer.holder.internal().text());
            let mut person = self.node("dpv:DataProtectionOfficer");
            person.put("dpv:hasName", name).put("dpv:hasContact", texts([officer.email.text(), officer.phone.text()]));
            node.put("dpv:hasDataProtectionOfficer", person.done());
        }
        if let Some(one) = record.representative.get().filter(|one| !one.appointed.is_false()) {
            let mut person = self.node("dpv:Representative");
            person
                .put("dpv:hasName", one.name.text())
                .put("dpv:hasContact", texts([one.email.text(), one.phone.text()]));
            node.put("dpv:hasRepresentative", person.done());
        }
        node.done()
    }

    fn activity(&self, entry: &Entry<Activity>) -> Value {
        let (record, links, registry) = (&entry.record, &entry.links, self.registry);
        let mut node = self.node("dpv:PersonalDataProcess");
        node.put("@id", id("activities", &entry.id)).put("dct:title", entry.name());
        node.texts("dct:description", record.summary.internal().text());
        node.day("dct:modified", record.changed.internal().get().map(|day| day.0));
        let controllers =
            links.controllers.values.iter().map(|one| concept(&id("controllers", &registry.controllers[*one].id)));
        node.put("dpv:hasDataController", controllers.collect::<Vec<_>>());
        node.put("dpv:hasResponsibleEntity", record.owner.internal().text());
        let groups = links.subject_groups.iter().map(|one| {
            let group = &registry.subject_groups[*one];
            let mut node = self.node("dpv:HumanSubject");
            node.put("@id", id("subject-groups", &group.id)).put("dct:title", group.name()).done()
        });
        node.put("dpv:hasDataSubject", groups.collect::<Vec<_>>());
        let purposes = record.purposes.iter().zip(&links.purposes).map(|(row, links)| {
            let mut node = self.node("dpv:Purpose");
            node.texts("dct:title", row.value.title.text());
            node.texts("dct:description", row.value.includes.iter().map(|text| &**text));
            let bases = links.legal_bases.iter().flat_map(|one| self.basis(*one));
            node.put("dpv:hasLegalBasis", bases.collect::<Vec<_>>()).done()
        });
        node.put("dpv:hasPurpose", purposes.collect::<Vec<_>>());
        self.data(entry, &mut node);
        self.recipients(entry, &mut node);
        let measures = links.security.values.iter().map(|one| {
            let measure = &registry.security_measures[*one];
            let mut node = self.node("dpv:TechnicalOrganisationalMeasure");
            node.put("@id", id("security-measures", &measure.id)).put("dct:title", measure.name()).done()
        });
        node.put("dpv:hasTechnicalOrganisationalMeasure", measures.collect::<Vec<_>>());
        if let Some(dpia) = record.dpia.internal().get() {
            let mut one = Node { members: serde_json::Map::new(), language: self.language };
            one.texts("dct:description", [dpia.reason.text(), dpia.result.text()].into_iter().flatten());
            one.day("dct:date", dpia.date.get().map(|day| day.0)).put("dct:identifier", dpia.reference.text());
            node.put("dpv:hasImpactAssessment", one.done());
        }
        node.done()
    }

    fn data(&self, entry: &Entry<Activity>, node: &mut Node<'_>) {
        let registry = self.registry;
        let (mut data, mut sources, mut rules) = (Vec::new(), Vec::new(), Vec::new());
        for row in &entry.links.data {
            for category in row.categories.iter().map(|one| &registry.data_categories[*one]) {
                let special = category.record.special.get().is_some();
                let mut node = self.node(if special { "dpv:SpecialCategoryPersonalData" } else { "dpv:PersonalData" });
                node.put("@id", id("data-categories", &category.id));
                push_new(&mut data, node.texts("dct:title", [category.name()]).done());
            }
            for source in &row.sources {
                if let DataSource::Party(party) = source {
                    push_new(&mut sources, self.party(*party));
                }
            }
            row.retention.values.iter().for_each(|one| push_new(&mut rules, self.rule(*one)));
        }
        if entry.links.data.is_empty() {
            entry.links.retention.values.iter().for_each(|one| push_new(&mut rules, self.rule(*one)));
        }
        node.put("dpv:hasPersonalData", data).put("dpv:hasDataSource", sources).put("dpv:hasStorageCondition", rules);
    }

    fn recipients(&self, entry: &Entry<Activity>, node: &mut Node<'_>) {
        let (mut recipients, mut processors, mut transfers) = (Vec::new(), Vec::new(), Vec::new());
        for party in entry.links.disclosures.iter().flat_map(|row| &row.recipients) {
            let list = if matches!(party, Party::Processor(_)) { &mut processors } else { &mut recipients };
            push_new(list, self.party(*party));
            let rows = match party {
                Party::Controller(one) => self.registry.controllers[*one].record.transfers.iter(),
                Party::Processor(one) => self.registry.processors[*one].record.transfers.iter(),
                Party::Recipient(one) => self.registry.recipients[*one].record.transfers.iter(),
                Party::Source(_) => continue,
            };
            rows.for_each(|row| push_new(&mut transfers, self.transfer(*party, &row.value)));
        }
        node.put("dpv:hasRecipient", recipients)
            .put("dpv:hasDataProcessor", processors)
            .put("dpv:hasProcessing", transfers);
    }

    fn party(&self, party: Party) -> Value {
        let registry = self.registry;
        let (kind, folder, place, name) = match party {
            Party::Controller(one) => {
                ("dpv:DataController", "controllers", &registry.controllers[one].id, registry.controllers[one].name())
            }
            Party::Processor(one) => {
                ("dpv:DataProcessor", "processors", &registry.processors[one].id, registry.processors[one].name())
            }
            Party::Recipient(one) => {
                ("dpv:Recipient", "recipients", &registry.recipients[one].id, registry.recipients[one].name())
            }
            Party::Source(one) => {
                let public = registry.sources[one].record.publicly_accessible.is_true();
                let kind = if public { "dpv:PublicDataSource" } else { "dpv:ThirdPartyDataSource" };
                (kind, "sources", &registry.sources[one].id, registry.sources[one].name())
            }
        };
        self.node(kind).put("@id", id(folder, place)).put("dpv:hasName", name).done()
    }

    fn transfer(&self, party: Party, transfer: &Transfer) -> Value {
        let mut node = self.node("dpv:Transfer");
        node.put("dpv:hasDataImporter", self.party(party));
        let countries = transfer.countries.iter().map(|code| country(Some("dpv:ThirdCountry"), code.0.as_str()));
        node.put("dpv:hasThirdCountry", countries.collect::<Vec<_>>());
        let bases = transfer.mechanisms.iter().filter_map(|one| terms::mechanism(*one)).map(concept);
        node.put("dpv:hasLegalBasis", bases.collect::<Vec<_>>());
        let measures = transfer.supplementary_measures.internal().iter().map(|text| &**text);
        node.texts("dct:description", measures).done()
    }

    fn basis(&self, one: Id<LegalBasis>) -> Vec<Value> {
        let entry = &self.registry.legal_bases[one];
        let record = &entry.record;
        let ground = record.article.copied().map(|article| article.0.article());
        let articles = ground.into_iter().chain(record.article_9.iter().map(|condition| condition.0.article()));
        let said = [record.contract.text(), record.obligation.text()].into_iter().flatten();
        let said: Vec<&str> = said.chain(record.interests.iter().map(|text| &**text)).collect();
        let bases = articles.map(|article| {
            let mut node = self.node(&terms::article(article));
            node.put("dct:title", entry.name()).texts("dct:description", said.iter().copied());
            node.put("dpv:hasApplicableLaw", self.laws(record.laws.iter())).done()
        });
        bases.collect()
    }

    fn laws<'t>(&self, laws: impl Iterator<Item = &'t Law>) -> Vec<Value> {
        let laws = laws.map(|law| {
            let mut node = Node { members: serde_json::Map::new(), language: self.language };
            node.texts("dct:title", law.act.text()).texts("dct:description", law.article.text()).done()
        });
        laws.collect()
    }

    fn rule(&self, one: Id<Retention>) -> Value {
        let entry = &self.registry.retention[one];
        let record = &entry.record;
        let mut node = self.node("dpv:StorageCondition");
        node.put("@id", id("retention", &entry.id)).put("dct:title", entry.name());
        let from = [record.r#while.text(), record.from.text()].into_iter().flatten();
        let mut duration =
            self.node(if record.period.get().is_some() { "dpv:TemporalDuration" } else { "dpv:UntilEventDuration" });
        duration.put("dct:extent", record.period.get().map(ToString::to_string)).texts("dct:description", from);
        if duration.members.len() > 1 {
            node.put("dpv:hasDuration", duration.done());
        }
        node.texts("dct:description", record.criteria.iter().map(|text| &**text).chain(record.limit.text()));
        node.put("dpv:hasApplicableLaw", self.laws(record.laws.iter())).done()
    }
}

fn texts<const N: usize>(all: [Option<&str>; N]) -> Vec<&str> {
    all.into_iter().flatten().collect()
}
