//! The flow of data as a picture: of whom, which data, in which activity, to whom, in which countries
//! (Article 30(1)(c), (d) and (e)).

use std::collections::{BTreeMap, BTreeSet};

use super::composer::Composer;
use super::disclosures;
use super::party;
use super::transfer;
use super::transfers;
use crate::decode::Country;
use crate::document::{Block, Section, Text};
use crate::markdown;
use crate::picture::{self, About, Condensed, Flow, Look};
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::processor::Processor;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Entry, Id, Node, Registry};

/// Boxes in a column; the others are counted.
const IN_A_COLUMN: usize = 14;

/// Rows of the table beside a picture; pages of records have the others.
const ROWS: usize = 100;

/// The columns from left to right, with the headings of each.
const COLUMNS: [(usize, &str); 5] = [
    (PEOPLE, "register-groups"),
    (DATA, "register-categories"),
    (ACTIVITIES, "register-activities"),
    (RECIPIENTS, "register-recipients"),
    (COUNTRIES, "register-countries"),
];
const PEOPLE: usize = 0;
const DATA: usize = 1;
const ACTIVITIES: usize = 2;
const RECIPIENTS: usize = 3;
const COUNTRIES: usize = 4;

/// What a box stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Stop {
    Record(Node),
    Country(Country),
    Organisation(String),
    /// Nothing is written in this column.
    Gap(usize),
}

/// What leads where, before anything is left out.
struct Gathered<'c> {
    composer: &'c Composer<'c>,
    stops: Vec<Stop>,
    places: BTreeMap<Stop, usize>,
    edges: BTreeSet<(usize, usize)>,
}

/// The flow of an activity.
pub(super) fn of_activity(composer: &Composer<'_>, id: Id<Activity>) -> Section {
    let mut gathered = Gathered::new(composer);
    gathered.activity(&composer.desk.registry.activities[id], id, None);
    gathered.section("register-flow-activity")
}

/// The flow of everything that is done with the data of a group of people; nothing where that is
/// nothing.
pub(super) fn of_group(composer: &Composer<'_>, group: Id<SubjectGroup>) -> Option<Section> {
    let registry = composer.desk.registry;
    let mut gathered = Gathered::new(composer);
    let users = registry.users(group).iter().filter(|user| user.kind == Kind::Activity);
    for user in users {
        let id = Id::at(user.index);
        gathered.activity(&registry.activities[id], id, Some(group));
    }
    (!gathered.edges.is_empty()).then(|| gathered.section("register-flow-group"))
}

impl<'c> Gathered<'c> {
    fn new(composer: &'c Composer<'c>) -> Gathered<'c> {
        Gathered { composer, stops: Vec::new(), places: BTreeMap::new(), edges: BTreeSet::new() }
    }

    /// The place of a box, which is made where there is none yet.
    fn stop(&mut self, stop: Stop) -> usize {
        let next = self.stops.len();
        let place = *self.places.entry(stop.clone()).or_insert(next);
        if place == next {
            self.stops.push(stop);
        }
        place
    }

    fn record(&mut self, node: impl Into<Node>) -> usize {
        self.stop(Stop::Record(node.into()))
    }

    fn lead(&mut self, from: usize, to: usize) {
        self.edges.insert((from, to));
    }

    /// Everything about an activity, or only what concerns one group.
    fn activity(&mut self, entry: &Entry<Activity>, id: Id<Activity>, only: Option<Id<SubjectGroup>>) {
        let registry = self.composer.desk.registry;
        let concerns = |groups: &[Id<SubjectGroup>]| only.is_none_or(|one| groups.is_empty() || groups.contains(&one));
        let shown = |group: &Id<SubjectGroup>| only.is_none_or(|one| one == *group);
        let activity = self.record(id);
        let mut has_data = false;
        for row in entry.links.data.iter().filter(|row| concerns(&row.subject_groups)) {
            for category in &row.categories {
                has_data = true;
                let data = self.record(*category);
                self.lead(data, activity);
                for group in row.subject_groups.iter().filter(|group| shown(group)) {
                    let people = self.record(*group);
                    self.lead(people, data);
                }
                if row.subject_groups.is_empty() {
                    let people = self.stop(Stop::Gap(PEOPLE));
                    self.lead(people, data);
                }
            }
        }
        if !has_data {
            let data = self.stop(Stop::Gap(DATA));
            self.lead(data, activity);
            let groups: Vec<_> =
                only.into_iter().chain(entry.links.subject_groups.iter().copied().filter(shown)).collect();
            for group in groups {
                let people = self.record(group);
                self.lead(people, data);
            }
        }
        let disclosures = entry.links.disclosures.iter().filter(|row| concerns(&row.subject_groups));
        let mut receivers: Vec<Node> =
            disclosures.flat_map(|row| &row.recipients).map(|one| party::node(*one)).collect();
        let systems = entry.links.systems.values.iter().filter_map(|id| registry.systems[*id].links.operated_by);
        receivers.extend(systems.map(Node::from));
        for receiver in receivers {
            let recipient = self.record(receiver);
            self.lead(activity, recipient);
            for place in places(registry, receiver) {
                let place = self.stop(place);
                self.lead(recipient, place);
            }
        }
        if entry.links.disclosures.is_empty() && entry.record.no_disclosures.is_absent() {
            let recipient = self.stop(Stop::Gap(RECIPIENTS));
            self.lead(activity, recipient);
        }
    }

    fn section(self, title: &str) -> Section {
        let composer = self.composer;
        let nodes: Vec<picture::Node> = self.stops.iter().map(|stop| self.node(stop)).collect();
        let edges: Vec<(usize, usize)> = self.edges.iter().copied().collect();
        let all = nodes.len();
        let more = |n: usize| composer.say("register-more", &[("n", n.into())]);
        let Condensed { nodes, edges, hidden } = picture::condense(nodes, &edges, IN_A_COLUMN, more);
        let last = nodes.iter().map(|node| node.column).max().unwrap_or(0);
        let headings = COLUMNS.iter().take(last + 1).map(|(_, heading)| composer.plain(heading)).collect();
        let name = composer.plain(title);
        let description =
            composer.say("register-flow-description", &[("n", all.into()), ("edges", self.edges.len().into())]);
        let about = About { id: composer.anchor("flow-picture"), title: name.clone(), description };
        let svg = picture::flow(&Flow { about, headings, nodes, edges });
        let hidden = (hidden > 0).then(|| composer.say("register-flow-hidden", &[("n", hidden.into())]));
        let caption = [composer.plain(&format!("{title}-caption"))].into_iter().chain(hidden);
        let caption = caption.collect::<Vec<_>>().join(" ");
        let figure = Block::Figure { name: name.into(), caption: caption.into(), svg, blocks: vec![self.table()] };
        composer.section("flow", title, None, vec![figure])
    }

    /// Where each box leads, one row for each.
    fn table(&self) -> Block {
        let composer = self.composer;
        let mut leads: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        // Where there is one activity, all data lead to it, which needs no row for each of them.
        let is_one = self.stops.iter().filter(|stop| column(stop) == ACTIVITIES).count() == 1;
        let told = |from: usize| !(is_one && column(&self.stops[from]) == DATA);
        for (from, to) in self.edges.iter().filter(|(from, _)| told(*from)) {
            leads.entry((column(&self.stops[*from]), *from)).or_default().push(*to);
        }
        let row = |((column, from), to): (&(usize, usize), &Vec<usize>)| -> Vec<Text> {
            let heading = COLUMNS.get(*column).map(|(_, heading)| composer.plain(heading)).unwrap_or_default();
            vec![heading.into(), self.link(*from).into(), self.links(to).into()]
        };
        let mut rows: Vec<Vec<Text>> = leads.iter().take(ROWS).map(row).collect();
        if leads.len() > ROWS {
            let rest = leads.len() - ROWS;
            rows.push(vec![
                Text::default(),
                composer.say("register-more", &[("n", rest.into())]).into(),
                Text::default(),
            ]);
        }
        composer.table(&["register-flow-kind", "register-flow-from", "register-flow-to"], rows, "register-none")
    }

    /// Boxes in a cell; beyond a number of them, how many more there are.
    fn links(&self, places: &[usize]) -> String {
        const IN_A_CELL: usize = 20;
        let shown = places.iter().take(IN_A_CELL).map(|place| self.link(*place));
        let rest = places.len().saturating_sub(IN_A_CELL);
        let more = (rest > 0).then(|| self.composer.say("register-more", &[("n", rest.into())]));
        self.composer.join(shown.chain(more))
    }

    fn link(&self, place: usize) -> String {
        match &self.stops[place] {
            Stop::Record(node) => self.composer.link(*node),
            Stop::Country(country) => self.composer.country(*country),
            Stop::Organisation(name) => markdown::escape(name),
            Stop::Gap(_) => self.composer.gap(),
        }
    }

    fn node(&self, stop: &Stop) -> picture::Node {
        let composer = self.composer;
        let registry = composer.desk.registry;
        let column = column(stop);
        let plain = |label: String| picture::Node { column, label, ..picture::Node::default() };
        let marked = |node: picture::Node, key: &str| picture::Node {
            note: Some(composer.plain(key)),
            look: Look::Marked,
            ..node
        };
        match stop {
            Stop::Gap(_) => picture::Node { look: Look::Gap, ..plain(markdown::words(&composer.gap())) },
            Stop::Organisation(name) => marked(plain(name.clone()), "register-flow-organisation"),
            Stop::Country(country) => {
                let node = plain(composer.country(*country));
                if country.0.country().in_eea() { node } else { marked(node, "register-flow-third-country") }
            }
            Stop::Record(record) => {
                let node = picture::Node { href: Some(composer.address_of(*record)), ..plain(composer.name(*record)) };
                match record.kind {
                    Kind::DataCategory => match sensitivity(registry, Id::at(record.index)) {
                        Some(key) => marked(node, key),
                        None => node,
                    },
                    Kind::Processor => picture::Node { note: Some(composer.plain("register-flow-processor")), ..node },
                    Kind::Recipient => {
                        let kind = registry.recipients[Id::at(record.index)].record.kind.get();
                        picture::Node { note: kind.map(|kind| composer.word("recipient-kind", kind)), ..node }
                    }
                    _ => node,
                }
            }
        }
    }
}

/// The message that says why data of a category need special care, where they do: Articles 9 and 10.
pub(super) fn sensitivity(registry: &Registry, id: Id<DataCategory>) -> Option<&'static str> {
    let record = &registry.data_categories[id].record;
    let mut items = record.items.get().into_iter().flat_map(|items| items.iter());
    let of_item = items.any(|item| item.more.as_ref().is_some_and(|more| !more.special.is_absent()));
    if !record.special.is_absent() || of_item {
        Some("register-flow-special")
    } else if record.criminal.is_true() {
        Some("register-flow-criminal")
    } else {
        None
    }
}

fn column(stop: &Stop) -> usize {
    match stop {
        Stop::Record(node) => match node.kind {
            Kind::SubjectGroup => PEOPLE,
            Kind::DataCategory => DATA,
            Kind::Activity => ACTIVITIES,
            _ => RECIPIENTS,
        },
        Stop::Country(_) | Stop::Organisation(_) => COUNTRIES,
        Stop::Gap(column) => *column,
    }
}

/// Where a recipient and those it engages in turn are, store data and transfer them to.
fn places(registry: &Registry, receiver: Node) -> Vec<Stop> {
    let mut found: Vec<Stop> = Vec::new();
    let mut add = |stop: Stop| {
        if !found.contains(&stop) {
            found.push(stop);
        }
    };
    for node in chain(registry, receiver) {
        match node.kind {
            Kind::Processor => {
                let record = &registry.processors[Id::at(node.index)].record;
                record
                    .country
                    .copied()
                    .into_iter()
                    .chain(record.locations.iter().copied())
                    .for_each(|one| add(Stop::Country(one)));
            }
            Kind::Recipient => {
                let record = &registry.recipients[Id::at(node.index)].record;
                record.countries.iter().for_each(|one| add(Stop::Country(*one)));
            }
            Kind::Controller => registry.seat(Id::at(node.index)).into_iter().for_each(|one| add(Stop::Country(one))),
            _ => {}
        }
        for one in transfers::of(registry, node).into_iter().flat_map(transfer::each) {
            one.countries.iter().for_each(|country| add(Stop::Country(*country)));
            if let Some(name) = one.organisation.text() {
                add(Stop::Organisation(name.to_owned()));
            }
        }
    }
    found
}

/// A recipient, and behind a processor those that it engages, each once.
fn chain(registry: &Registry, receiver: Node) -> Vec<Node> {
    let mut found = vec![receiver];
    let mut next = 0;
    while let Some(node) = found.get(next).copied() {
        next += 1;
        if node.kind == Kind::Processor {
            let id: Id<Processor> = Id::at(node.index);
            disclosures::below(registry, id, &mut found);
        }
    }
    found
}
