//! Data disclosed, their sources, and transfers.

use serde_json::{Map, Value, json};

use super::{Gap, Writer, is_reference};
use crate::decode::{Period, word};
use crate::law::Ground;
use crate::markdown::words;
use crate::record::activity::Required;
use crate::record::transfer::Mechanism;
use crate::view::notice::{Basis, Category, Data, LawFact, Markdown, Party, Purpose, Retention};

/// Whether some names are all data, or this among them.
fn covers(names: &[Markdown], category: &Category) -> bool {
    names.is_empty() || names.contains(&category.name)
}

fn meet(some: &[usize], others: &[usize]) -> bool {
    some.iter().any(|group| others.contains(group))
}

impl Writer<'_> {
    /// One item for each category of each row, with the purposes, recipients and time limits that hold for it.
    pub(super) fn data_disclosed(&mut self) -> Value {
        let facts = self.facts;
        let mut items = Vec::new();
        for row in &facts.data {
            for category in &row.categories {
                let number = items.len() + 1;
                items.push(self.item(number, row, category));
            }
        }
        Value::Array(items)
    }

    fn item(&mut self, number: usize, row: &Data, category: &Category) -> Value {
        let facts = self.facts;
        let purposes = facts.purposes.iter().filter(|purpose| {
            purpose.activity.is_that_of(row.activity)
                && meet(&purpose.groups, &row.groups)
                && covers(&purpose.categories, category)
        });
        let purposes: Vec<&Purpose> = purposes.collect();
        let of_purposes = purposes.iter().flat_map(|purpose| &purpose.bases);
        let bases: Vec<&Basis> = if row.bases.is_empty() { of_purposes.collect() } else { row.bases.iter().collect() };
        let interests = bases.iter().filter(|basis| basis.ground == Some(Ground::LegitimateInterests));
        let mut reasons: Vec<String> = Vec::new();
        for interest in interests.flat_map(|basis| &basis.interests) {
            push_new(&mut reasons, words(&interest.0));
        }
        let disclosures = facts.disclosures.iter().filter(|disclosure| {
            disclosure.activity.is_that_of(row.activity)
                && meet(&disclosure.groups, &row.groups)
                && covers(&disclosure.categories, category)
        });
        let mut recipients: Vec<Value> = Vec::new();
        for party in disclosures.flat_map(|disclosure| &disclosure.recipients) {
            push_new(&mut recipients, self.recipient(party));
        }
        let rules =
            facts.retention.iter().filter(|rule| meet(&rule.groups, &row.groups) && covers(&rule.categories, category));
        let storage: Vec<Value> = rules.map(|rule| self.storage(rule)).collect();
        let mut legal: Vec<Value> = Vec::new();
        for basis in bases {
            references(basis).into_iter().for_each(|reference| push_new(&mut legal, reference));
        }
        json!({
            "_id": number.to_string(),
            "category": words(&category.name.0),
            "purposes": purposes.iter().map(|purpose| self.purpose(purpose)).collect::<Vec<_>>(),
            "legalBases": legal,
            "legitimateInterests": reasons.iter().map(|reason| json!({ "exists": true, "reasoning": reason })).collect::<Vec<_>>(),
            "recipients": recipients,
            "storage": storage,
            "nonDisclosure": self.non_disclosure(row),
        })
    }

    fn purpose(&self, purpose: &Purpose) -> Value {
        let more = purpose.includes.iter().chain(&purpose.condition).chain(&purpose.minimisation);
        json!({ "purpose": words(&purpose.title.0), "description": joined(more) })
    }

    fn recipient(&self, party: &Party) -> Value {
        let category = party.category.as_ref().map(|category| words(&category.0));
        let kind = || party.kind.map(|kind| self.strings.plain(&format!("kind-{}", word(&kind))));
        let category = category.or_else(kind).or_else(|| party.name.clone()).unwrap_or_default();
        let mut recipient = Map::new();
        recipient.extend(party.name.clone().map(|name| ("name".to_owned(), name.into())));
        if let [country] = party.countries.as_slice() {
            recipient.insert("country".into(), country.clone().into());
        }
        recipient.insert("category".into(), category.into());
        Value::Object(recipient)
    }

    fn storage(&mut self, rule: &Retention) -> Value {
        let say = |key: &str, text: &Markdown| self.strings.say(key, &[("what", (&words(&text.0)).into())]);
        let mut conditions: Vec<String> = Vec::new();
        conditions.extend(rule.r#while.iter().map(|text| say("tilt-while", text)));
        conditions.extend(rule.afterwards.iter().map(|text| say("tilt-afterwards", text)));
        conditions.extend(rule.criteria.iter().map(|text| say("tilt-criterion", text)));
        conditions.extend(rule.longer_if.iter().map(|text| say("tilt-longer", text)));
        conditions.extend(rule.sooner_if.iter().map(|text| say("tilt-sooner", text)));
        conditions.extend(rule.limit.iter().map(|text| say("tilt-limit", text)));
        if rule.period.is_none() {
            conditions.extend(rule.from.iter().map(|text| say("tilt-until", text)));
        }
        conditions.extend(rule.review.iter().map(|text| words(&text.0)));
        conditions.extend(rule.laws.iter().map(law));
        let temporal = rule.period.map(|period| {
            let from = rule.from.as_ref().map(|text| say("tilt-after", text));
            json!({ "description": from.unwrap_or_default(), "ttl": duration(period) })
        });
        json!({
            "temporal": temporal.into_iter().collect::<Vec<_>>(),
            "purposeConditional": conditions,
            "legalBasisConditional": [],
            "aggregationFunction": "max",
        })
    }

    fn non_disclosure(&mut self, row: &Data) -> Value {
        if row.required.is_none() {
            self.asked("whether data must be given, of every category (Article 13(2)(e))");
        }
        let contract = matches!(row.required, Some(Required::Contract | Required::ToEnterContract));
        json!({
            "legalRequirement": row.required == Some(Required::Statute),
            "contractualRegulation": contract,
            "obligationToProvide": matches!(row.required, Some(Required::Statute | Required::Contract)),
            "consequences": joined(&row.if_refused),
        })
    }

    /// Sources besides the person, by the category they give.
    pub(super) fn sources(&mut self) -> Value {
        let mut items = Vec::new();
        for row in &self.facts.data {
            for category in row.categories.iter().filter(|_| !row.sources.others.is_empty()) {
                let sources = row.sources.others.iter().map(|party| {
                    let category = party.category.as_ref().map(|category| words(&category.0));
                    let name = party.name.clone().or(category).unwrap_or_default();
                    let site = party.website.clone().filter(|url| is_reference(url)).unwrap_or_default();
                    json!({ "description": name, "url": site, "publiclyAvailable": party.publicly_accessible })
                });
                items.push(json!({
                    "_id": format!("s{}", items.len() + 1),
                    "dataCategory": words(&category.name.0),
                    "sources": sources.collect::<Vec<_>>(),
                }));
            }
        }
        Value::Array(items)
    }

    /// Transfers by country, because TILT tells them apart from the recipients.
    pub(super) fn transfers(&mut self) -> Value {
        let mut found: Vec<(String, Vec<Mechanism>)> = Vec::new();
        for transfer in &self.facts.transfers {
            if transfer.countries.is_empty() {
                self.gaps
                    .push(Gap::Lost("transfers whose country is told in words, or to an international organisation"));
            }
            for country in &transfer.countries {
                match found.iter_mut().find(|(known, _)| known == country) {
                    Some((_, mechanisms)) => mechanisms.extend(&transfer.mechanisms),
                    None => found.push((country.clone(), transfer.mechanisms.clone())),
                }
            }
        }
        let items = found.into_iter().map(|(country, mut mechanisms)| {
            mechanisms.sort();
            mechanisms.dedup();
            let mut item = Map::new();
            item.insert("country".into(), country.into());
            for (member, of) in [
                ("adequacyDecision", is_adequacy as fn(Mechanism) -> bool),
                ("appropriateGuarantees", is_safeguard),
                ("standardDataProtectionClause", is_clause),
            ] {
                let names = mechanisms.iter().filter(|one| of(**one));
                let names: Vec<String> =
                    names.map(|one| self.strings.plain(&format!("mechanism-{}", word(one)))).collect();
                let mut said = json!({ "available": !names.is_empty() });
                if !names.is_empty() {
                    said["description"] = names.join("; ").into();
                }
                item.insert(member.into(), said);
            }
            if mechanisms.iter().any(|one| !is_adequacy(*one) && !is_safeguard(*one)) {
                self.gaps
                    .push(Gap::Lost("transfers that rest on Article 49, or on something that Chapter V does not know"));
            }
            Value::Object(item)
        });
        Value::Array(items.collect())
    }
}

fn is_adequacy(mechanism: Mechanism) -> bool {
    matches!(mechanism, Mechanism::Adequacy | Mechanism::Dpf)
}

fn is_clause(mechanism: Mechanism) -> bool {
    matches!(mechanism, Mechanism::Scc | Mechanism::SccAuthority)
}

/// The safeguards of Article 46.
fn is_safeguard(mechanism: Mechanism) -> bool {
    (Mechanism::PublicBodiesInstrument..=Mechanism::AdministrativeArrangement).contains(&mechanism)
}

/// The references of a basis, in the form that TILT wants: capitals, then numbers and letters.
fn references(basis: &Basis) -> Vec<Value> {
    let own = basis.contract.iter().chain(&basis.obligation).chain(&basis.vital_interest);
    let mut said: Vec<String> = own.map(|text| words(&text.0)).collect();
    said.extend(basis.consent.iter().filter_map(|consent| consent.to.as_ref()).map(|text| words(&text.0)));
    said.extend(basis.laws.iter().map(law));
    let description = said.join("; ");
    let articles = basis.article.into_iter().chain(basis.special.iter().map(|condition| condition.article()));
    let mut found: Vec<Value> =
        articles.map(|article| json!({ "reference": reference(article), "description": description })).collect();
    if found.is_empty() {
        // Laws that are no GDPR have no code, and stand in words.
        found.push(json!({ "reference": "", "description": description }));
    }
    found
}

/// `6(1)(f)` as `GDPR-6-1-f`.
fn reference(article: &str) -> String {
    format!("GDPR-{}", article.replace(")(", "-").replace('(', "-").replace(')', ""))
}

fn law(law: &LawFact) -> String {
    joined([Some(&law.act), law.article.as_ref()].into_iter().flatten()).replace("; ", ", ")
}

fn joined<'t>(texts: impl IntoIterator<Item = &'t Markdown>) -> String {
    texts.into_iter().map(|text| words(&text.0)).collect::<Vec<_>>().join("; ")
}

/// A period as TILT takes it: without weeks.
fn duration(period: Period) -> String {
    Period { weeks: 0, days: period.days.saturating_add(period.weeks.saturating_mul(7)), ..period }.to_string()
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, new: T) {
    if !list.contains(&new) {
        list.push(new);
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, reference};
    use crate::decode::Period;

    #[test]
    fn codes_have_the_form_of_tilt() {
        assert_eq!(reference("6(1)(f)"), "GDPR-6-1-f");
        assert_eq!(reference("9(2)(a)"), "GDPR-9-2-a");
        assert_eq!(duration(Period::parse("P2W3D").unwrap()), "P17D");
        assert_eq!(duration(Period::parse("P1Y6M").unwrap()), "P1Y6M");
    }
}
