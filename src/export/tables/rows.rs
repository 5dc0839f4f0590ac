//! The rows of a table: all there are of a kind, or those that belong to the subject of a form.

use super::super::facts::{Clerk, Role, Row, activity_of, is_special};
use crate::decode::{Date, Field};
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::controller::Controller;
use crate::record::profile::RowKind;
use crate::register::{Desk, applying, reached, transfers_of};
use crate::registry::{Arena, Id, Linked, Node};

/// Rows, made one after the other.
pub(super) type Rows<'a> = Box<dyn Iterator<Item = Row> + Send + 'a>;

/// The rows of a kind.
pub(super) fn all<'a>(desk: &'a Desk<'a>, kind: RowKind, subject: Option<Row>) -> Rows<'a> {
    let registry = desk.registry;
    let activities = move || activities(desk, subject);
    match kind {
        RowKind::Register => Box::new(std::iter::once(Row::Register)),
        RowKind::Controller => Box::new(controllers(desk, subject).into_iter().map(Row::Controller)),
        RowKind::Actor => Box::new(actors(desk, subject).into_iter()),
        RowKind::Activity => Box::new(activities().map(Row::Activity)),
        RowKind::Inventory => Box::new(activities().filter(|id| untold(desk, *id).is_none()).map(Row::Activity)),
        RowKind::Purpose => Box::new(activities().flat_map(|id| {
            (0..registry.activities[id].record.purposes.iter().count()).map(move |at| Row::Purpose(id, at))
        })),
        RowKind::Data => Box::new(activities().flat_map(|id| data(desk, id, false))),
        RowKind::OrdinaryData | RowKind::SpecialData => {
            let wanted = kind == RowKind::SpecialData;
            Box::new(activities().flat_map(|id| data(desk, id, false)).filter(move |row| special(desk, row) == wanted))
        }
        RowKind::Matrix => Box::new(activities().flat_map(|id| data(desk, id, true))),
        RowKind::Disclosure => Box::new(activities().flat_map(|id| disclosures(desk, id))),
        RowKind::Processor => of_kind(desk, subject, &registry.processors, Row::Processor),
        RowKind::Recipient => of_kind(desk, subject, &registry.recipients, Row::Recipient),
        RowKind::Source => every(&registry.sources, Row::Source),
        RowKind::Transfer => Box::new(transfers(desk, subject).into_iter()),
        RowKind::Retention => {
            let ids = |id| {
                let links = &registry.activities[id].links;
                let own = links.data.iter().flat_map(|row| &row.retention.values);
                applying(links).values.iter().chain(own).copied().collect()
            };
            belonging(subject, ids, &registry.retention, Row::Retention)
        }
        RowKind::SecurityMeasure => {
            let ids = |id| registry.activities[id].links.security.values.clone();
            belonging(subject, ids, &registry.security_measures, Row::SecurityMeasure)
        }
        RowKind::ClientProcessing => every(&registry.client_processing, Row::ClientProcessing),
        RowKind::Client => Box::new(registry.client_processing.iter().flat_map(|(id, entry)| {
            (0..entry.record.clients.internal().iter().count()).map(move |at| Row::Client(id, at))
        })),
        RowKind::LegalBasis => {
            let ids = |id| {
                let links = &registry.activities[id].links;
                let of_rows = links.data.iter().flat_map(|row| &row.legal_bases);
                let of_disclosures = links.disclosures.iter().flat_map(|row| &row.legal_bases);
                let own = links.purposes.iter().flat_map(|row| &row.legal_bases);
                own.chain(of_rows).chain(of_disclosures).copied().collect()
            };
            belonging(subject, ids, &registry.legal_bases, Row::LegalBasis)
        }
        RowKind::System => {
            let ids = |id| registry.activities[id].links.systems.values.clone();
            belonging(subject, ids, &registry.systems, Row::System)
        }
        RowKind::DataCategory => {
            let ids = |id| registry.activities[id].links.data.iter().flat_map(|row| &row.categories).copied().collect();
            belonging(subject, ids, &registry.data_categories, Row::DataCategory)
        }
        RowKind::SubjectGroup => {
            let ids = |id| {
                let links = &registry.activities[id].links;
                let of_rows = links.data.iter().flat_map(|row| &row.subject_groups);
                links.subject_groups.iter().chain(of_rows).copied().collect()
            };
            belonging(subject, ids, &registry.subject_groups, Row::SubjectGroup)
        }
    }
}

fn every<'a, R: Linked>(arena: &'a Arena<R>, row: impl Fn(Id<R>) -> Row + Send + 'a) -> Rows<'a> {
    Box::new(arena.iter().map(move |(id, _)| row(id)))
}

/// All records of a kind, or those that belong to the activity of a form, each once.
fn belonging<'a, R: Linked>(
    subject: Option<Row>,
    of: impl Fn(Id<Activity>) -> Vec<Id<R>>,
    arena: &'a Arena<R>,
    row: impl Fn(Id<R>) -> Row + Send + 'a,
) -> Rows<'a> {
    let Some(id) = subject.as_ref().and_then(activity_of) else { return every(arena, row) };
    let mut found: Vec<Id<R>> = Vec::new();
    for one in of(id) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Box::new(found.into_iter().map(row))
}

/// Parties of a kind, or those that data of the activity of a form reach.
fn of_kind<'a, R: Linked>(
    desk: &'a Desk<'a>,
    subject: Option<Row>,
    arena: &'a Arena<R>,
    row: impl Fn(Id<R>) -> Row + Send + 'a,
) -> Rows<'a> {
    let of = |id| {
        let nodes = reached(desk.registry, &desk.registry.activities[id]).into_iter();
        nodes.filter(|node| node.kind == R::KIND).map(|node| Id::at(node.index)).collect()
    };
    belonging(subject, of, arena, row)
}

/// The activity of a form, those of a controller, or all.
fn activities<'a>(desk: &'a Desk<'a>, subject: Option<Row>) -> impl Iterator<Item = Id<Activity>> + Send + 'a {
    let one = subject.as_ref().and_then(activity_of);
    let controller = match subject {
        Some(Row::Controller(id)) => Some(id),
        _ => None,
    };
    let all = desk.registry.activities.iter();
    let belongs = move |id: Id<Activity>, links: &crate::registry::ActivityLinks| {
        one.is_none_or(|only| only == id) && controller.is_none_or(|who| links.controllers.values.contains(&who))
    };
    all.filter(move |(id, entry)| belongs(*id, &entry.links)).map(|(id, _)| id)
}

/// Why the public does not hear of an activity. Internal fields decide whether it is told, never what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Untold {
    /// Its authors keep it out of notices (Articles 13(4) and 14(5)).
    Exempt,
    /// It has ended.
    Ended,
    /// It has not begun.
    Planned,
}

/// Why an activity does not stand in an inventory; none where it does.
pub(super) fn untold(desk: &Desk<'_>, id: Id<Activity>) -> Option<Untold> {
    let record = &desk.registry.activities[id].record;
    let day = |field: &Field<Date>| field.copied().map(|day| day.0);
    if day(record.ended.internal()).is_some_and(|ended| ended < desk.as_of) {
        return Some(Untold::Ended);
    }
    if day(record.started.internal()).is_some_and(|started| started > desk.as_of) {
        return Some(Untold::Planned);
    }
    record.notice_exemption.internal().get().map(|_| Untold::Exempt)
}

fn controllers(desk: &Desk<'_>, subject: Option<Row>) -> Vec<Id<Controller>> {
    match subject {
        Some(Row::Controller(id)) => vec![id],
        Some(row) => activity_of(&row)
            .map(|id| desk.registry.activities[id].links.controllers.values.clone())
            .unwrap_or_default(),
        None => desk.registry.controllers.iter().map(|(id, _)| id).collect(),
    }
}

/// Whoever Article 30(1)(a) names: of an activity the first controller with officer and representative,
/// then the others; of the register each controller with its own.
fn actors(desk: &Desk<'_>, subject: Option<Row>) -> Vec<Row> {
    let joint = subject.as_ref().and_then(activity_of).is_some();
    let mut found = Vec::new();
    for (at, id) in controllers(desk, subject).into_iter().enumerate() {
        if joint && at > 0 {
            found.push(Row::Actor(id, Role::Joint));
        } else {
            found.extend([Role::Controller, Role::Dpo, Role::Representative].map(|role| Row::Actor(id, role)));
        }
    }
    found
}

/// The categories of the rows of an activity, and where asked the groups of each.
fn data(desk: &Desk<'_>, activity: Id<Activity>, by_group: bool) -> Vec<Row> {
    let mut found = Vec::new();
    for (row, links) in desk.registry.activities[activity].links.data.iter().enumerate() {
        let categories: Vec<_> =
            if links.categories.is_empty() { vec![None] } else { links.categories.iter().copied().map(Some).collect() };
        for category in categories {
            if by_group && !links.subject_groups.is_empty() {
                let groups = links.subject_groups.iter();
                found.extend(groups.map(|group| Row::Data { activity, row, category, group: Some(*group) }));
            } else {
                found.push(Row::Data { activity, row, category, group: None });
            }
        }
    }
    found
}

fn special(desk: &Desk<'_>, row: &Row) -> bool {
    let words = std::collections::BTreeMap::new();
    is_special(&Clerk::new(desk, &words), row)
}

fn disclosures(desk: &Desk<'_>, activity: Id<Activity>) -> Vec<Row> {
    let mut found = Vec::new();
    for (row, links) in desk.registry.activities[activity].links.disclosures.iter().enumerate() {
        if links.recipients.is_empty() {
            found.push(Row::Disclosure { activity, row, recipient: None });
        }
        let of = |recipient| Row::Disclosure { activity, row, recipient: Some(recipient) };
        found.extend(links.recipients.iter().copied().map(of));
    }
    found
}

/// Transfers of everybody who makes any, or of those whom data of the activity of a form reach.
fn transfers(desk: &Desk<'_>, subject: Option<Row>) -> Vec<Row> {
    let registry = desk.registry;
    let holders: Vec<Node> = match subject.as_ref().and_then(activity_of) {
        Some(id) => {
            let entry = &registry.activities[id];
            let own = entry.links.controllers.values.iter().map(|id| Node::from(*id));
            let mut holders = reached(registry, entry);
            holders.extend(own.filter(|node| !holders.contains(node)).collect::<Vec<_>>());
            holders
        }
        None => {
            let kinds = [Kind::Controller, Kind::Processor, Kind::Recipient, Kind::ClientProcessing];
            kinds.into_iter().flat_map(|kind| desk.nodes_of(kind)).collect()
        }
    };
    let of = |holder: Node| {
        let count = transfers_of(registry, holder).map_or(0, |rows| rows.iter().count());
        (0..count).map(move |row| Row::Transfer { holder, row })
    };
    holders.into_iter().flat_map(of).collect()
}
