//! What a row is about, and how facts get at its records.

use super::clerk::Clerk;
use crate::record::activity::{Activity, DataRow, Disclosure, Purpose};
use crate::record::client_processing::{Client, ClientProcessing};
use crate::record::controller::Controller;
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::record::processor::Processor;
use crate::record::recipient::Recipient;
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::source::Source;
use crate::record::subject_group::SubjectGroup;
use crate::record::system::System;
use crate::record::transfer::Transfer;
use crate::register::transfers_of;
use crate::registry::{DataLinks, DisclosureLinks, Entry, Id, Node, Party, PurposeLinks};
use crate::source::Span;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named after what it is about")]
pub enum Row {
    Register,
    Controller(Id<Controller>),
    Actor(Id<Controller>, Role),
    Activity(Id<Activity>),
    /// A purpose, by its place in the activity.
    Purpose(Id<Activity>, usize),
    /// A category of data in a row; the group only where there is a row for each.
    Data {
        activity: Id<Activity>,
        row: usize,
        category: Option<Id<DataCategory>>,
        group: Option<Id<SubjectGroup>>,
    },
    /// A recipient in a circumstance.
    Disclosure {
        activity: Id<Activity>,
        row: usize,
        recipient: Option<Party>,
    },
    Processor(Id<Processor>),
    Recipient(Id<Recipient>),
    Source(Id<Source>),
    /// One of the transfers of its holder.
    Transfer {
        holder: Node,
        row: usize,
    },
    Retention(Id<Retention>),
    SecurityMeasure(Id<SecurityMeasure>),
    ClientProcessing(Id<ClientProcessing>),
    Client(Id<ClientProcessing>, usize),
    LegalBasis(Id<LegalBasis>),
    System(Id<System>),
    DataCategory(Id<DataCategory>),
    SubjectGroup(Id<SubjectGroup>),
}

/// In which of the parts of Article 30(1)(a) somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The controller.
    Controller,
    /// Another controller that decides with the first.
    Joint,
    /// The data protection officer.
    Dpo,
    /// The representative in the Union.
    Representative,
}

/// The activity that a row belongs to.
pub(in crate::export) fn activity_of(row: &Row) -> Option<Id<Activity>> {
    match row {
        Row::Activity(id) | Row::Purpose(id, _) => Some(*id),
        Row::Data { activity, .. } | Row::Disclosure { activity, .. } => Some(*activity),
        _ => None,
    }
}

pub(super) fn everything<'a>(clerk: &'a Clerk<'_>, _: &Row) -> Option<&'a crate::registry::Registry> {
    Some(clerk.desk.registry)
}

pub(super) fn activity<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<Activity>> {
    Some(&clerk.desk.registry.activities[activity_of(row)?])
}

pub(super) fn controller<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<Controller>> {
    match row {
        Row::Controller(id) | Row::Actor(id, _) => Some(&clerk.desk.registry.controllers[*id]),
        _ => None,
    }
}

pub(super) fn actor<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<(&'a Entry<Controller>, Role)> {
    match row {
        Row::Actor(id, role) => Some((&clerk.desk.registry.controllers[*id], *role)),
        _ => None,
    }
}

/// A purpose with its activity.
pub(super) struct OfPurpose<'a> {
    pub(super) activity: &'a Entry<Activity>,
    pub(super) key: &'a str,
    pub(super) purpose: &'a Purpose,
    pub(super) links: &'a PurposeLinks,
}

pub(super) fn purpose<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<OfPurpose<'a>> {
    let Row::Purpose(id, at) = row else { return None };
    let activity = &clerk.desk.registry.activities[*id];
    let purpose = activity.record.purposes.iter().nth(*at)?;
    Some(OfPurpose {
        activity,
        key: &purpose.key.name,
        purpose: &purpose.value,
        links: activity.links.purposes.get(*at)?,
    })
}

/// A row of data with its activity.
pub(super) struct OfData<'a> {
    pub(super) activity: &'a Entry<Activity>,
    pub(super) key: &'a str,
    pub(super) data: &'a DataRow,
    pub(super) links: &'a DataLinks,
    pub(super) category: Option<Id<DataCategory>>,
    pub(super) groups: Vec<Id<SubjectGroup>>,
}

pub(super) fn data<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<OfData<'a>> {
    let Row::Data { activity, row, category, group } = row else { return None };
    let activity = &clerk.desk.registry.activities[*activity];
    let (data, links) = (activity.record.data.iter().nth(*row)?, activity.links.data.get(*row)?);
    let groups = group.map_or_else(|| links.subject_groups.clone(), |group| vec![group]);
    Some(OfData { activity, key: &data.key.name, data: &data.value, links, category: *category, groups })
}

/// A disclosure with its activity.
pub(super) struct OfDisclosure<'a> {
    pub(super) activity: &'a Entry<Activity>,
    pub(super) key: &'a str,
    pub(super) disclosure: &'a Disclosure,
    pub(super) links: &'a DisclosureLinks,
    pub(super) recipient: Option<Party>,
}

pub(super) fn disclosure<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<OfDisclosure<'a>> {
    let Row::Disclosure { activity, row, recipient } = row else { return None };
    let activity = &clerk.desk.registry.activities[*activity];
    let (written, links) = (activity.record.disclosures.iter().nth(*row)?, activity.links.disclosures.get(*row)?);
    let (key, disclosure) = (&written.key.name, &written.value);
    Some(OfDisclosure { activity, key, disclosure, links, recipient: *recipient })
}

pub(super) fn processor<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<Processor>> {
    if let Row::Processor(id) = row { Some(&clerk.desk.registry.processors[*id]) } else { None }
}

pub(super) fn recipient<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<Recipient>> {
    if let Row::Recipient(id) = row { Some(&clerk.desk.registry.recipients[*id]) } else { None }
}

pub(super) fn source<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<Source>> {
    if let Row::Source(id) = row { Some(&clerk.desk.registry.sources[*id]) } else { None }
}

/// A transfer with its holder.
pub(super) struct OfTransfer<'a> {
    pub(super) holder: Node,
    pub(super) key: &'a str,
    pub(super) transfer: &'a Transfer,
}

pub(super) fn transfer<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<OfTransfer<'a>> {
    let Row::Transfer { holder, row } = row else { return None };
    let written = transfers_of(clerk.desk.registry, *holder)?.iter().nth(*row)?;
    Some(OfTransfer { holder: *holder, key: &written.key.name, transfer: &written.value })
}

pub(super) fn retention<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<Retention>> {
    if let Row::Retention(id) = row { Some(&clerk.desk.registry.retention[*id]) } else { None }
}

pub(super) fn measure<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<SecurityMeasure>> {
    if let Row::SecurityMeasure(id) = row { Some(&clerk.desk.registry.security_measures[*id]) } else { None }
}

pub(super) fn client_processing<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<ClientProcessing>> {
    match row {
        Row::ClientProcessing(id) | Row::Client(id, _) => Some(&clerk.desk.registry.client_processing[*id]),
        _ => None,
    }
}

pub(super) fn client<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<(&'a str, &'a Client)> {
    let Row::Client(id, at) = row else { return None };
    let written = clerk.desk.registry.client_processing[*id].record.clients.internal().iter().nth(*at)?;
    Some((&written.key.name, &written.value))
}

pub(super) fn legal_basis<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<LegalBasis>> {
    if let Row::LegalBasis(id) = row { Some(&clerk.desk.registry.legal_bases[*id]) } else { None }
}

pub(super) fn system<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<System>> {
    if let Row::System(id) = row { Some(&clerk.desk.registry.systems[*id]) } else { None }
}

pub(super) fn category<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<DataCategory>> {
    match row {
        Row::DataCategory(id) | Row::Data { category: Some(id), .. } => Some(&clerk.desk.registry.data_categories[*id]),
        _ => None,
    }
}

pub(super) fn group<'a>(clerk: &'a Clerk<'_>, row: &Row) -> Option<&'a Entry<SubjectGroup>> {
    match row {
        Row::SubjectGroup(id) | Row::Data { group: Some(id), .. } => Some(&clerk.desk.registry.subject_groups[*id]),
        _ => None,
    }
}

/// The record that a row is about, and the place where its facts are or would be written.
pub(in crate::export) fn place(clerk: &Clerk<'_>, row: &Row) -> Option<(Node, Span)> {
    let registry = clerk.desk.registry;
    let begins = |node: Node| match node.kind {
        crate::record::Kind::Processor => registry.processors[Id::at(node.index)].at,
        crate::record::Kind::Recipient => registry.recipients[Id::at(node.index)].at,
        crate::record::Kind::ClientProcessing => registry.client_processing[Id::at(node.index)].at,
        _ => registry.controllers[Id::at(node.index)].at,
    };
    let of_activity = |id: Id<Activity>, key: Option<Span>| (id.into(), key.unwrap_or(registry.activities[id].at));
    Some(match row {
        Row::Register => return None,
        Row::Controller(id) | Row::Actor(id, _) => ((*id).into(), registry.controllers[*id].at),
        Row::Activity(id) => of_activity(*id, None),
        Row::Purpose(id, at) => {
            let key = registry.activities[*id].record.purposes.iter().nth(*at);
            of_activity(*id, key.map(|row| row.key.span))
        }
        Row::Data { activity, row, .. } => {
            let key = registry.activities[*activity].record.data.iter().nth(*row);
            of_activity(*activity, key.map(|row| row.key.span))
        }
        Row::Disclosure { activity, row, .. } => {
            let key = registry.activities[*activity].record.disclosures.iter().nth(*row);
            of_activity(*activity, key.map(|row| row.key.span))
        }
        Row::Processor(id) => ((*id).into(), registry.processors[*id].at),
        Row::Recipient(id) => ((*id).into(), registry.recipients[*id].at),
        Row::Source(id) => ((*id).into(), registry.sources[*id].at),
        Row::Transfer { holder, row } => {
            let key = transfers_of(registry, *holder).and_then(|rows| rows.iter().nth(*row));
            (*holder, key.map_or_else(|| begins(*holder), |row| row.key.span))
        }
        Row::Retention(id) => ((*id).into(), registry.retention[*id].at),
        Row::SecurityMeasure(id) => ((*id).into(), registry.security_measures[*id].at),
        Row::ClientProcessing(id) => ((*id).into(), registry.client_processing[*id].at),
        Row::Client(id, at) => {
            let entry = &registry.client_processing[*id];
            let key = entry.record.clients.internal().iter().nth(*at);
            ((*id).into(), key.map_or(entry.at, |row| row.key.span))
        }
        Row::LegalBasis(id) => ((*id).into(), registry.legal_bases[*id].at),
        Row::System(id) => ((*id).into(), registry.systems[*id].at),
        Row::DataCategory(id) => ((*id).into(), registry.data_categories[*id].at),
        Row::SubjectGroup(id) => ((*id).into(), registry.subject_groups[*id].at),
    })
}
