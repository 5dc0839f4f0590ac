//! Whose law is asked: the lints speak of the law of the Union.

use std::collections::BTreeSet;

use super::{Scope, node};
use crate::decode::Country;
use crate::record::activity::Activity;
use crate::record::client_processing::ClientProcessing;
use crate::record::controller::Controller;
use crate::registry::{Entry, Id, Node, Party};

impl Scope<'_> {
    /// Where a controller is established.
    pub fn seat(&self, id: Id<Controller>) -> Option<Country> {
        self.registry.seat(id)
    }

    /// Whether the Regulation is the law of a controller. Where nothing is known it is taken to be.
    pub fn is_under_gdpr(&self, id: Id<Controller>) -> bool {
        self.registry.is_under_gdpr(id)
    }

    /// Whether a controller outside the EEA says neither who represents it in the Union nor why nobody
    /// does. Public bodies need no representative (Article 27(2)(b)).
    pub fn lacks_word_on_representative(&self, id: Id<Controller>) -> bool {
        let record = &self.registry.controllers[id].record;
        let said = record.representative.get();
        let answered = said.is_some_and(|one| one.appointed.is_true() || !one.reason.internal().is_absent());
        !self.is_under_gdpr(id) && !answered && !record.public_body.internal().is_true()
    }

    /// Whether the Regulation is the law of at least one controller of an activity.
    pub fn is_activity_under_gdpr(&self, entry: &Entry<Activity>) -> bool {
        let controllers = &entry.links.controllers.values;
        controllers.is_empty() || controllers.iter().any(|id| self.is_under_gdpr(*id))
    }

    /// Which of our companies processes for clients.
    pub fn processor_of(&self, entry: &Entry<ClientProcessing>) -> Option<Id<Controller>> {
        entry.links.processor.or(self.registry.default_controller)
    }

    /// Parties and client processings that only controllers under another law have to do with. Lints
    /// about transfers say nothing of them; `controller-outside-eea` speaks of the controller.
    pub fn elsewhere(&self) -> &BTreeSet<Node> {
        self.answers.elsewhere.get_or_init(|| self.find_elsewhere())
    }

    fn find_elsewhere(&self) -> BTreeSet<Node> {
        if self.registry.controllers.iter().all(|(id, _)| self.is_under_gdpr(id)) {
            return BTreeSet::new();
        }
        // What both sides use stands in both sets, and the Regulation prevails.
        let [here, mut there] = [true, false].map(|wanted| self.used_under(wanted));
        there.retain(|one| !here.contains(one));
        there
    }

    /// Everybody whom activities and client processings use that are, or are not, under the Regulation.
    fn used_under(&self, gdpr: bool) -> BTreeSet<Node> {
        let mut found = BTreeSet::new();
        let mut processors = Vec::new();
        for (_, entry) in self.activities().filter(|(_, entry)| self.is_activity_under_gdpr(entry) == gdpr) {
            for party in entry.links.disclosures.iter().flat_map(|links| &links.recipients) {
                found.insert(node(*party));
                if let Party::Processor(id) = party {
                    processors.push(*id);
                }
            }
            let systems = entry.links.systems.values.iter().map(|id| &self.registry.systems[*id]);
            processors.extend(systems.filter_map(|system| system.links.operated_by));
        }
        for (id, entry) in self.registry.client_processing.iter() {
            if self.processor_of(entry).is_none_or(|id| self.is_under_gdpr(id)) == gdpr {
                found.insert(id.into());
                processors.extend(&entry.links.sub_processors);
            }
        }
        for id in processors {
            found.insert(id.into());
            found.extend(self.chain(id).into_iter().map(Node::from));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::Scope;
    use crate::lint::levels::Overrides;
    use crate::lint::manual::Snippet;
    use crate::lint::pass::judge;
    use crate::lint::tests::sample::shop;

    /// The shop with a sister in London that uses the mailer, alone or beside the shop.
    fn names(controllers: &str, address: &str, orders: &str) -> Vec<String> {
        let snippet = |path: &str, toml: &str| Snippet { path: path.into(), without: Vec::new(), toml: toml.into() };
        let sister = format!("[london]\nname = \"Example Books UK Ltd\"\n{address}");
        let reading = shop(&[
            snippet("registry.toml", "default-controller = \"shop\""),
            snippet("controllers.toml", &sister),
            snippet("activities/newsletter.toml", &format!("controllers = [{controllers}]")),
            snippet("activities/orders.toml", orders),
            snippet("processors.toml", "[mailer]\nsub-processors = [\"relay\"]\n[relay]\nname = \"Relay\"\n"),
        ]);
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        let scope = Scope::new(&reading, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        scope.elsewhere().iter().map(|node| reading.registry.identity(*node).0.to_owned()).collect()
    }

    #[test]
    fn what_only_another_law_governs_is_elsewhere() {
        let london = "[london.address]\ncountry = \"GB\"\n";
        let also = "[disclosures.confirmations]\nrecipients = [\"mailer\"]\n";
        assert_eq!(names("\"london\"", london, ""), ["mailer", "relay"]);
        assert!(names("\"shop\", \"london\"", london, "").is_empty(), "joint with a controller in the EEA");
        assert!(names("\"london\"", london, also).is_empty(), "the shop uses the mailer too");
        assert!(names("\"london\"", "", "").is_empty(), "nothing says where it is");
        let established = format!("establishments = [\"GB\", \"IE\"]\n{london}");
        assert!(names("\"london\"", &established, "").is_empty());
        let represented = format!("{london}[london.representative]\nappointed = true\n");
        assert!(names("\"london\"", &represented, "").is_empty());
    }

    #[test]
    fn transfers_of_a_shop_in_london_are_left_alone() {
        let snippet = |path: &str, without: &[&str], toml: &str| Snippet {
            path: path.into(),
            without: without.iter().map(|key| (*key).to_owned()).collect(),
            toml: toml.into(),
        };
        let bare = snippet("processors.toml", &["mailer.transfers", "host.no-transfers"], "[host]\ncountry = \"IN\"\n");
        let found = |controller: &str| {
            let reading = shop(&[bare.clone(), snippet("controllers.toml", &[], controller)]);
            let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
            let verdict = judge(&reading, day, &Overrides::default());
            verdict.findings.into_iter().map(|finding| finding.lint.name).collect::<Vec<_>>()
        };
        let here = found("");
        assert_eq!(here.iter().filter(|name| **name == "transfer-undeclared").count(), 2, "{here:?}");
        let unrepresented = "[shop.representative]\nappointed = false\nreason = \"We sell to nobody there.\"\n";
        let there = found(&format!("[shop.address]\ncountry = \"GB\"\n{unrepresented}"));
        assert!(there.contains(&"controller-outside-eea") && !there.contains(&"transfer-undeclared"), "{there:?}");
    }
}
