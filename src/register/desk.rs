//! What concerns the registry as a whole, gathered once for all pages.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::attention::{self, Attention};
use super::chronicle::Chronicle;
use super::completeness::Completeness;
use super::data_map::DataMap;
use super::order::Order;
use super::party;
use super::search::Words;
use super::transfers::{self, Row};
use crate::coverage::{Coverage, cover_all};
use crate::lint::Finding;
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::retention::Retention;
use crate::record::waiver::Waiver;
use crate::registry::{ActivityLinks, Id, Inherited, Linked, Node, Party, Registry};
use crate::source::{Sources, Span};
use crate::strings::Strings;

/// Records, words and the day on which they are judged, with what many pages need.
pub struct Desk<'a> {
    /// The records.
    pub registry: &'a Registry,
    /// The files they come from.
    pub sources: &'a Sources,
    /// The words.
    pub strings: &'a Strings,
    /// The day on which dates are judged.
    pub as_of: NaiveDate,
    /// What the lints found, in the order of files and places.
    pub findings: &'a [Finding],
    /// What its history says, if it was asked for.
    pub(super) chronicle: Option<&'a Chronicle>,
    /// What stands between the entries of a list in a cell.
    pub(super) separator: String,
    /// For each retention rule, what it applies to.
    pub(super) rules: Vec<Use>,
    /// All transfers, by country.
    pub(super) transfers: Vec<Row>,
    /// All waivers with the records they belong to.
    pub(super) waivers: Vec<(Node, &'a Waiver)>,
    /// Activities and their data rows that are kept out of notices.
    pub(super) exemptions: Vec<(Id<Activity>, Option<usize>)>,
    attention: Vec<Attention<'a>>,
    /// The order of lists; it reads all names, so it is made on demand.
    order: OnceLock<Order>,
    /// Where the lines of each file end.
    line_ends: Vec<Vec<u32>>,
    /// Activities that take a record from the defaults of the registry.
    inheriting: BTreeMap<Node, Vec<Node>>,
    /// Findings of each record, as places in `findings`.
    findings_of: BTreeMap<Node, Vec<usize>>,
    /// Which information items each notice says; asked for by few pages, so made on demand.
    coverage: OnceLock<Vec<Coverage>>,
    /// What the records of activities hold; for the same reason.
    completeness: OnceLock<Vec<Completeness>>,
    data_map: OnceLock<DataMap>,
    /// Which records say which words, for the search; made on demand too.
    words: OnceLock<Words>,
    of_controller: Vec<Vec<Id<Activity>>>,
    receiving: BTreeMap<Party, Vec<Id<Activity>>>,
}

/// What a retention rule applies to.
#[derive(Debug, Default, Clone)]
pub(super) struct Use {
    pub(super) categories: Vec<Id<DataCategory>>,
    pub(super) activities: Vec<Id<Activity>>,
}

impl<'a> Desk<'a> {
    /// Gathers what many pages need.
    pub fn new(
        registry: &'a Registry,
        sources: &'a Sources,
        strings: &'a Strings,
        as_of: NaiveDate,
        findings: &'a [Finding],
    ) -> Desk<'a> {
        let waivers = registry.waivers().into_iter().map(|(node, waiver)| (node, &waiver.value)).collect::<Vec<_>>();
        let mut desk = Desk {
            registry,
            sources,
            strings,
            as_of,
            findings,
            chronicle: None,
            findings_of: BTreeMap::new(),
            separator: strings.plain("register-separator"),
            rules: vec![Use::default(); registry.retention.len()],
            transfers: transfers::rows(registry, strings),
            attention: attention::collect(registry, &waivers, as_of),
            waivers,
            exemptions: Vec::new(),
            order: OnceLock::new(),
            line_ends: sources.iter().map(|(_, source)| line_ends(&source.text)).collect(),
            inheriting: BTreeMap::new(),
            coverage: OnceLock::new(),
            completeness: OnceLock::new(),
            data_map: OnceLock::new(),
            words: OnceLock::new(),
            of_controller: vec![Vec::new(); registry.controllers.len()],
            receiving: BTreeMap::new(),
        };
        for (index, finding) in findings.iter().enumerate() {
            if let Some(node) = finding.node {
                desk.findings_of.entry(node).or_default().push(index);
            }
        }
        for (id, _) in registry.activities.iter() {
            desk.gather(id);
        }
        for rule in &mut desk.rules {
            rule.categories.sort_unstable();
            rule.categories.dedup();
        }
        desk
    }

    /// With what the history of the registry says.
    #[must_use]
    pub fn with_chronicle(self, chronicle: Option<&'a Chronicle>) -> Desk<'a> {
        Desk { chronicle, ..self }
    }

    fn gather(&mut self, id: Id<Activity>) {
        let entry = &self.registry.activities[id];
        let links = &entry.links;
        self.inherit(id, &links.controllers);
        let retention = applying(links);
        self.inherit(id, &retention);
        self.inherit(id, &links.security);
        self.inherit(id, &links.systems);
        for controller in &links.controllers.values {
            if let Some(activities) = self.of_controller.get_mut(controller.index() as usize) {
                activities.push(id);
            }
        }
        for row in &links.data {
            for rule in &row.retention.values {
                if let Some(rule) = self.rules.get_mut(rule.index() as usize) {
                    rule.categories.extend(&row.categories);
                    push_once(&mut rule.activities, id);
                }
            }
        }
        for rule in &retention.values {
            if let Some(rule) = self.rules.get_mut(rule.index() as usize) {
                push_once(&mut rule.activities, id);
            }
        }
        for party in links.disclosures.iter().flat_map(|row| &row.recipients) {
            push_once(self.receiving.entry(*party).or_default(), id);
        }
        if !entry.record.notice_exemption.internal().is_absent() {
            self.exemptions.push((id, None));
        }
        let rows = entry.record.data.iter().enumerate();
        let exempt = rows.filter(|(_, row)| !row.value.notice_exemption.internal().is_absent());
        self.exemptions.extend(exempt.map(|(at, _)| (id, Some(at))));
    }

    fn inherit<R: Linked>(&mut self, activity: Id<Activity>, list: &Inherited<Id<R>>) {
        for id in list.values.iter().filter(|_| list.inherited) {
            self.inheriting.entry((*id).into()).or_default().push(activity.into());
        }
    }

    /// What the lints found in a record.
    pub fn findings_of(&self, node: Node) -> impl Iterator<Item = &'a Finding> {
        let places = self.findings_of.get(&node).map_or(&[] as &[usize], Vec::as_slice);
        places.iter().filter_map(|index| self.findings.get(*index))
    }

    /// Which information items each notice says.
    pub(super) fn coverage(&self) -> &[Coverage] {
        self.coverage.get_or_init(|| cover_all(self.registry, self.strings))
    }

    /// Which records say which words, for the search.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self))
    }

    /// What the record of each activity holds, in the order of activities.
    pub fn completeness(&self) -> &[Completeness] {
        let of = |(id, _)| Completeness::of(self.registry, id);
        self.completeness.get_or_init(|| self.registry.activities.iter().map(of).collect())
    }

    /// Which data of whom.
    pub(super) fn data_map(&self) -> &DataMap {
        self.data_map.get_or_init(|| DataMap::of(self.registry))
    }

    /// Everything that needs attention on the day.
    pub fn attention(&self) -> &[Attention<'a>] {
        &self.attention
    }

    /// The activities of a controller.
    pub(super) fn activities_of(&self, controller: Node) -> &[Id<Activity>] {
        self.of_controller.get(controller.index as usize).map_or(&[], Vec::as_slice)
    }

    /// The activities that disclose data to a party.
    pub(super) fn disclosing_to(&self, node: Node) -> &[Id<Activity>] {
        party::of(node).and_then(|party| self.receiving.get(&party)).map_or(&[], Vec::as_slice)
    }

    /// The activities that take a record from the defaults of the registry.
    pub(super) fn inheriting(&self, node: Node) -> &[Node] {
        self.inheriting.get(&node).map_or(&[], Vec::as_slice)
    }

    /// The number of records of a kind.
    pub(super) fn count(&self, kind: Kind) -> usize {
        let registry = self.registry;
        match kind {
            Kind::Activity => registry.activities.len(),
            Kind::ClientProcessing => registry.client_processing.len(),
            Kind::CollectionPoint => registry.collection_points.len(),
            Kind::Controller => registry.controllers.len(),
            Kind::Cookie => registry.cookies.len(),
            Kind::DataCategory => registry.data_categories.len(),
            Kind::LegalBasis => registry.legal_bases.len(),
            Kind::Notice => registry.notices.len(),
            Kind::Processor => registry.processors.len(),
            Kind::Recipient => registry.recipients.len(),
            Kind::Retention => registry.retention.len(),
            Kind::SecurityMeasure => registry.security_measures.len(),
            Kind::Source => registry.sources.len(),
            Kind::SubProcessorList => registry.sub_processor_lists.len(),
            Kind::SubjectGroup => registry.subject_groups.len(),
            Kind::System => registry.systems.len(),
        }
    }

    /// The records of a kind by name, as lists show them.
    pub(super) fn by_name(&self, kind: Kind) -> &[Node] {
        self.order().nodes(kind)
    }

    /// Records by name, those of one kind together.
    pub(super) fn sorted<R: Linked>(&self, ids: &[Id<R>]) -> Vec<Id<R>> {
        let mut ids = ids.to_vec();
        ids.sort_by_key(|id| self.order().place((*id).into()));
        ids
    }

    fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::of(self.registry, Kind::ALL.into_iter().flat_map(|kind| self.nodes(kind))))
    }

    /// The records of a kind by id.
    pub(super) fn nodes(&self, kind: Kind) -> impl Iterator<Item = Node> + use<> {
        (0..u32::try_from(self.count(kind)).unwrap_or(u32::MAX)).map(move |index| Node { kind, index })
    }

    /// What a retention rule applies to: categories of data, and activities, by default too.
    pub(crate) fn governed_by(&self, id: Id<Retention>) -> (&[Id<DataCategory>], &[Id<Activity>]) {
        self.rules.get(id.index() as usize).map_or((&[], &[]), |used| (&used.categories, &used.activities))
    }

    /// The activities that use a record, whether they name it or take it from the defaults.
    pub(crate) fn activities_with(&self, node: impl Into<Node>) -> Vec<Node> {
        let node = node.into();
        let named = self.registry.users(node).iter().filter(|user| user.kind == Kind::Activity);
        let mut found: Vec<Node> = named.chain(self.inheriting(node)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The records of a kind by id, for exports.
    pub(crate) fn nodes_of(&self, kind: Kind) -> impl Iterator<Item = Node> + use<> {
        self.nodes(kind)
    }

    /// The line of a place, from 1. Files are searched once, because thousands of records may stand
    /// in one.
    pub(super) fn line(&self, at: Span) -> usize {
        self.line_ends.get(at.file.0 as usize).map_or(1, |ends| ends.partition_point(|end| *end < at.start) + 1)
    }
}

/// The retention rules of an activity; the defaults only where some of its data have no rule of their
/// own.
pub(crate) fn applying(links: &ActivityLinks) -> Cow<'_, Inherited<Id<Retention>>> {
    let idle =
        links.retention.inherited && !links.data.is_empty() && links.data.iter().all(|row| !row.retention.inherited);
    if idle { Cow::Owned(Inherited::default()) } else { Cow::Borrowed(&links.retention) }
}

fn line_ends(text: &str) -> Vec<u32> {
    text.match_indices('\n').map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect()
}

/// Activities come in order, so that one that is there already is the last.
fn push_once(activities: &mut Vec<Id<Activity>>, id: Id<Activity>) {
    if activities.last() != Some(&id) {
        activities.push(id);
    }
}
