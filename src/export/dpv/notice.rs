//! A public notice: what it says, from its public view alone.

use serde_json::Value;

use super::terms;
use super::{Node, address_of, concept, context, country, push_new};
use crate::view::notice::{
    Address, Basis, Category, Controller, Data, Disclosure, Groups, LawFact, Markdown, Notice, Party, Purpose,
    Retention, Transfer,
};

/// The document of a notice.
pub fn notice(facts: &Notice) -> Value {
    let writer = Writer { facts, language: &facts.language };
    let mut node = Node { members: serde_json::Map::new(), language: &facts.language };
    let place = facts.url.as_deref().and_then(address_of).map_or_else(|| format!("{}.html", facts.id), str::to_owned);
    node.put("@context", context()).put("@id", place).put("@type", "dpv:PrivacyNotice");
    node.texts("dct:title", [facts.title.as_str()]).put("dct:language", facts.language.as_str());
    node.day("dct:modified", facts.updated).day("dct:valid", facts.effective);
    node.put("dct:hasVersion", facts.version.clone());
    node.put("dpv:hasDataController", facts.controller.as_ref().map(|one| writer.controller(one)));
    let joint = facts.joint.iter().map(|joint| {
        let mut node = writer.node("dpv:JointDataControllers");
        node.put("dpv:hasDataController", joint.with.iter().map(|one| writer.controller(one)).collect::<Vec<_>>());
        node.texts("dct:description", joint.essence.iter().map(|essence| essence.0.as_str())).done()
    });
    node.put("dpv:hasJointDataControllers", joint.collect::<Vec<_>>());
    node.put("dpv:hasPersonalDataProcess", writer.processes());
    node.put("dpv:hasStorageCondition", facts.retention.iter().map(|rule| writer.storage(rule)).collect::<Vec<_>>());
    node.put("dpv:hasProcessing", writer.processing());
    let mut rights: Vec<Value> = Vec::new();
    for term in facts.rights.iter().flat_map(|right| terms::right(*right)) {
        push_new(&mut rights, concept(term));
    }
    node.put("dpv:hasRight", rights);
    let measures = facts.security.measures.iter().map(|measure| {
        let said = measure.name.iter().chain(&measure.sentence);
        let mut node = writer.node("dpv:TechnicalOrganisationalMeasure");
        node.texts("dct:title", said.map(|text| text.0.as_str())).done()
    });
    node.put("dpv:hasTechnicalOrganisationalMeasure", measures.collect::<Vec<_>>());
    node.done()
}

struct Writer<'n> {
    facts: &'n Notice,
    language: &'n str,
}

impl<'n> Writer<'n> {
    fn node(&self, kind: &str) -> Node<'n> {
        Node::new(kind, self.language)
    }

    fn controller(&self, controller: &Controller) -> Value {
        let mut node = self.node("dpv:DataController");
        node.put("dpv:hasName", controller.name.as_str());
        node.put("dpv:hasAddress", controller.address.as_ref().map(address));
        let code = controller.address.as_ref().and_then(|address| address.country.as_ref());
        node.put("dpv:hasCountry", code.map(|code| country(None, code)));
        let contacts = controller.contacts.iter().flat_map(|one| [&one.email, &one.phone, &one.url]);
        node.put("dpv:hasContact", all([&controller.email, &controller.phone].into_iter().chain(contacts)));
        let officer = controller.dpo.as_ref().filter(|officer| officer.appointed).map(|officer| {
            let mut node = self.node("dpv:DataProtectionOfficer");
            node.put("dpv:hasName", officer.name.clone());
            node.put("dpv:hasAddress", officer.address.as_ref().map(address));
            node.put("dpv:hasContact", all([&officer.email, &officer.phone, &officer.url])).done()
        });
        node.put("dpv:hasDataProtectionOfficer", officer);
        let representative = controller.representative.as_ref().map(|one| {
            let mut node = self.node("dpv:Representative");
            node.put("dpv:hasName", one.name.as_str());
            node.put("dpv:hasAddress", one.address.as_ref().map(address));
            node.put("dpv:hasContact", all([&one.email, &one.phone])).done()
        });
        node.put("dpv:hasRepresentative", representative).done()
    }

    /// What belongs together, in the order of the notice.
    fn processes(&self) -> Vec<Value> {
        let facts = self.facts;
        let numbers = facts.purposes.iter().map(|one| one.activity).chain(facts.data.iter().map(|one| one.activity));
        let mut numbers: Vec<usize> =
            numbers.chain(facts.disclosures.iter().map(|one| one.activity)).map(|one| one.number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let processes = numbers.into_iter().enumerate().map(|(at, number)| {
            let purposes: Vec<&Purpose> = facts.purposes.iter().filter(|one| one.activity.number() == number).collect();
            let data: Vec<&Data> = facts.data.iter().filter(|one| one.activity.number() == number).collect();
            let disclosures = facts.disclosures.iter().filter(|one| one.activity.number() == number);
            self.process(at + 1, &purposes, &data, &disclosures.collect::<Vec<_>>())
        });
        processes.collect()
    }

    fn process(&self, number: usize, purposes: &[&Purpose], data: &[&Data], disclosures: &[&Disclosure]) -> Value {
        let mut node = self.node("dpv:PersonalDataProcess");
        node.put("@id", format!("#process-{number}"));
        let told = purposes.iter().map(|one| {
            let mut node = self.node("dpv:Purpose");
            node.texts("dct:title", [one.title.0.as_str()]);
            let more = one.includes.iter().chain(&one.condition).chain(&one.minimisation);
            node.texts("dct:description", more.map(|text| text.0.as_str()));
            node.put("dpv:hasDataSubject", self.groups(&one.groups));
            node.put("dpv:hasLegalBasis", self.bases(&one.bases)).done()
        });
        node.put("dpv:hasPurpose", told.collect::<Vec<_>>());
        let mut categories: Vec<Value> = Vec::new();
        for row in data {
            row.categories.iter().for_each(|category| push_new(&mut categories, self.category(row, category)));
        }
        node.put("dpv:hasPersonalData", categories);
        let mut recipients: Vec<Value> = Vec::new();
        for party in disclosures.iter().flat_map(|disclosure| &disclosure.recipients) {
            push_new(&mut recipients, self.party("dpv:Recipient", party));
        }
        node.put("dpv:hasRecipient", recipients).done()
    }

    fn groups(&self, groups: &Groups) -> Vec<Value> {
        let named = groups.iter().filter_map(|group| self.facts.groups.get(*group));
        named.map(|group| self.node("dpv:HumanSubject").put("dct:title", group.name.as_str()).done()).collect()
    }

    fn bases(&self, bases: &[Basis]) -> Vec<Value> {
        let mut found = Vec::new();
        for basis in bases {
            let said =
                basis.contract.iter().chain(&basis.obligation).chain(&basis.interests).chain(&basis.vital_interest);
            let said: Vec<&str> = said.map(|text| text.0.as_str()).collect();
            let articles = basis.article.into_iter().chain(basis.special.iter().map(|one| one.article()));
            for article in articles {
                let mut node = self.node(&terms::article(article));
                node.texts("dct:description", said.iter().copied());
                push_new(&mut found, node.put("dpv:hasApplicableLaw", self.laws(&basis.laws)).done());
            }
        }
        found
    }

    fn laws(&self, laws: &[LawFact]) -> Vec<Value> {
        let laws = laws.iter().map(|law| {
            let mut node = Node { members: serde_json::Map::new(), language: self.language };
            node.texts("dct:title", [law.act.0.as_str()]);
            node.texts("dct:description", law.article.iter().map(|text| text.0.as_str()));
            node.put("dct:spatial", law.country.clone()).done()
        });
        laws.collect()
    }

    fn category(&self, row: &Data, category: &Category) -> Value {
        let special = category.special.is_some() || category.items.iter().any(|item| item.special.is_some());
        let mut node = self.node(if special { "dpv:SpecialCategoryPersonalData" } else { "dpv:PersonalData" });
        node.texts("dct:title", [category.name.0.as_str()]);
        node.texts("dct:description", category.items.iter().map(|item| item.label.0.as_str()));
        node.put("dpv:hasDataSubject", self.groups(&row.groups));
        let sources = row.sources.others.iter().map(|party| {
            let kind = if party.publicly_accessible { "dpv:PublicDataSource" } else { "dpv:ThirdPartyDataSource" };
            self.party(kind, party)
        });
        node.put("dpv:hasDataSource", sources.collect::<Vec<_>>());
        node.put("dpv:hasLegalBasis", self.bases(&row.bases)).done()
    }

    fn party(&self, kind: &str, party: &Party) -> Value {
        let mut node = self.node(kind);
        node.put("dpv:hasName", party.name.clone());
        node.texts("dct:title", party.category.iter().map(|text| text.0.as_str()));
        node.texts("dct:description", party.description.iter().map(|text| text.0.as_str()));
        node.put("dpv:hasCountry", party.countries.iter().map(|code| country(None, code)).collect::<Vec<_>>()).done()
    }

    fn storage(&self, rule: &Retention) -> Value {
        let mut node = self.node("dpv:StorageCondition");
        node.texts("dct:subject", rule.categories.iter().map(|name| name.0.as_str()));
        node.put("dpv:hasDataSubject", self.groups(&rule.groups));
        let from = rule.from.iter().map(|text| text.0.as_str());
        let duration = match &rule.period {
            Some(period) => {
                let mut node = self.node("dpv:TemporalDuration");
                node.put("dct:extent", period.to_string());
                node.texts("dct:description", from).done()
            }
            None => {
                let ends = rule.r#while.iter().map(|text| text.0.as_str()).chain(from);
                let mut node = self.node("dpv:UntilEventDuration");
                node.texts("dct:description", ends);
                if node.members.len() > 1 { node.done() } else { Value::Null }
            }
        };
        node.put("dpv:hasDuration", duration);
        let more = rule.afterwards.iter().chain(&rule.criteria).chain(&rule.longer_if).chain(&rule.sooner_if);
        let more = more.chain(&rule.limit).chain(&rule.review).chain(&rule.reason);
        node.texts("dct:description", more.map(|text| text.0.as_str()));
        node.put("dpv:hasApplicableLaw", self.laws(&rule.laws)).done()
    }

    /// Transfers, profiling and automated decisions.
    fn processing(&self) -> Vec<Value> {
        let facts = self.facts;
        let mut found: Vec<Value> = Vec::new();
        facts.transfers.iter().for_each(|transfer| push_new(&mut found, self.transfer(transfer)));
        for one in facts.profiling.iter().filter(|one| one.used) {
            let said = one.method.iter().chain(&one.topics).chain(&one.inputs).chain(&one.effect);
            push_new(&mut found, self.said("dpv:Profiling", said, &one.groups));
        }
        for one in facts.decisions.iter().filter(|one| one.used) {
            let said = one.decision.iter().chain(&one.logic).chain(&one.consequences).chain(&one.safeguards);
            push_new(&mut found, self.said("dpv:AutomatedDecisionMaking", said, &one.groups));
        }
        found
    }

    fn said<'t>(&self, kind: &str, said: impl Iterator<Item = &'t Markdown>, groups: &Groups) -> Value {
        let mut node = self.node(kind);
        node.texts("dct:description", said.map(|text| text.0.as_str()));
        node.put("dpv:hasDataSubject", self.groups(groups)).done()
    }

    fn transfer(&self, transfer: &Transfer) -> Value {
        let mut node = self.node("dpv:Transfer");
        node.put("dpv:hasDataImporter", self.party("dpv:DataImporter", &transfer.recipient));
        let countries = transfer.countries.iter().map(|code| country(Some("dpv:ThirdCountry"), code));
        node.put("dpv:hasThirdCountry", countries.collect::<Vec<_>>());
        node.put("dpv:hasDataSubject", self.groups(&transfer.groups));
        let bases = transfer.mechanisms.iter().filter_map(|one| terms::mechanism(*one)).map(concept);
        node.put("dpv:hasLegalBasis", bases.collect::<Vec<_>>());
        let said = transfer.destination.iter().chain(&transfer.when).chain(&transfer.undertakings);
        node.texts("dct:description", said.map(|text| text.0.as_str())).done()
    }
}

fn address(address: &Address) -> String {
    let town = [&address.postcode, &address.city].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    let parts = address.lines.iter().cloned().chain([town]).chain(address.region.clone());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn all<'t>(texts: impl IntoIterator<Item = &'t Option<String>>) -> Vec<Value> {
    let mut found = Vec::new();
    texts.into_iter().flatten().for_each(|text| push_new(&mut found, text.as_str().into()));
    found
}
