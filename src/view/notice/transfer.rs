//! Transfers to third countries, and places of storage.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::party::{Party, party};
use super::{Groups, Markdown, Selection, phrase, phrases, plain};
use crate::decode::{Field, Rows, Stated};
use crate::law::CountryCode;
use crate::record::system::Region;
use crate::record::transfer::{Extent, Framework as WrittenFramework, Mechanism, Transfer as Written};
use crate::registry::{Party as Resolved, Registry};
use crate::source::Origins;

/// A transfer of one recipient.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Transfer {
    pub groups: Groups,
    pub recipient: Party,
    /// ISO codes of third countries.
    pub countries: Vec<String>,
    /// Those of them with an adequacy decision on the day of the notice.
    pub adequate: Vec<String>,
    /// Those of them whose decision covers only some recipients or data.
    pub partly_adequate: Vec<String>,
    pub destination: Option<Markdown>,
    pub organisation: Option<String>,
    pub when: Option<Markdown>,
    pub extent: Option<Extent>,
    pub mechanisms: Vec<Mechanism>,
    pub depends_on: Option<Markdown>,
    pub copy_from: Option<Markdown>,
    pub undertakings: Vec<Markdown>,
    pub compelling_interest: Option<Markdown>,
    pub framework: Option<Framework>,
    /// Whether the recipient is the controller that speaks.
    pub to_us: bool,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A framework that a recipient takes part in.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Framework {
    pub name: Option<Markdown>,
    pub certified: bool,
    pub principles_prevail: bool,
    pub url: Option<String>,
    pub dispute_body: Option<Markdown>,
    pub arbitration: Option<Markdown>,
    pub regulator: Option<Markdown>,
    pub onward_liability: bool,
}

/// That data do not leave the EEA.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct NoTransfer {
    pub groups: Groups,
    pub recipient: Party,
    pub text: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Where data are stored.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Storage {
    pub groups: Groups,
    pub stores: Markdown,
    pub region: Option<Region>,
    /// ISO codes.
    pub countries: Vec<String>,
    pub place: Option<Markdown>,
    pub depends_on: Option<Markdown>,
    pub processes: bool,
    pub primarily: bool,
    pub own_servers: bool,
    pub own_data_centre: bool,
    pub third_party_facilities: bool,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Where a recipient stores the data that it gets.
#[derive(Debug, Clone)]
pub struct StoredWith {
    /// Whose data.
    pub groups: Groups,
    /// The recipient, with the places.
    pub recipient: Party,
    /// The groups to whom a system that the recipient runs tells the same places.
    pub told: Groups,
}

/// The parties that receive data of the notice's groups, each with the groups, in order.
fn receiving(scope: &Selection<'_>) -> Vec<(Resolved, Groups)> {
    let mut found: Vec<(Resolved, Groups)> = Vec::new();
    for activity in &scope.activities {
        for links in &activity.links.disclosures {
            let groups = scope.groups(&links.subject_groups);
            for recipient in &links.recipients {
                match found.iter_mut().find(|(party, _)| party == recipient) {
                    Some((_, known)) => add(known, &groups),
                    None if groups.is_empty() => {}
                    None => found.push((*recipient, groups.clone())),
                }
            }
        }
    }
    found
}

fn written(registry: &Registry, party: Resolved) -> Option<(&Rows<Written>, &Field<Stated>)> {
    match party {
        Resolved::Processor(id) => {
            let record = &registry.processors[id].record;
            Some((&record.transfers, &record.no_transfers))
        }
        Resolved::Recipient(id) => {
            let record = &registry.recipients[id].record;
            Some((&record.transfers, &record.no_transfers))
        }
        Resolved::Controller(_) | Resolved::Source(_) => None,
    }
}

fn framework(written: &WrittenFramework) -> Framework {
    Framework {
        name: phrase(&written.name),
        certified: written.certified.is_true(),
        principles_prevail: written.principles_prevail.is_true(),
        url: plain(&written.url),
        dispute_body: phrase(&written.dispute_body),
        arbitration: phrase(&written.arbitration),
        regulator: phrase(&written.regulator),
        onward_liability: written.onward_liability.is_true(),
    }
}

/// The recipients with their transfers; first the controller that speaks, with those to itself.
fn rows<'a>(scope: &Selection<'a>) -> Vec<(Resolved, Groups, &'a Rows<Written>)> {
    let own = scope.controller.map(|id| {
        let transfers = &scope.registry.controllers[id].record.transfers;
        (Resolved::Controller(id), scope.all(), transfers)
    });
    let others = receiving(scope).into_iter().filter_map(|(recipient, groups)| {
        let (rows, _) = written(scope.registry, recipient)?;
        Some((recipient, groups, rows))
    });
    own.into_iter().chain(others).collect()
}

pub(super) fn transfers(scope: &Selection<'_>) -> Vec<Transfer> {
    let mut found = Vec::new();
    for (recipient, groups, rows) in rows(scope) {
        for row in rows.iter() {
            let transfer = &row.value;
            let countries =
                || transfer.countries.iter().map(|country| country.0).filter(|code| !code.country().in_eea());
            let decided = |partial: bool| -> Vec<String> {
                let decision = |code: CountryCode| scope.day.and_then(|day| scope.registry.law.adequacy_on(code, day));
                let found = countries().filter(|code| decision(*code).is_some_and(|one| one.is_partial() == partial));
                found.map(|code| code.to_string()).collect()
            };
            found.push(Transfer {
                groups: groups.clone(),
                recipient: party(scope.registry, recipient),
                countries: countries().map(|code| code.to_string()).collect(),
                adequate: decided(false),
                partly_adequate: decided(true),
                destination: phrase(&transfer.destination),
                organisation: plain(&transfer.organisation),
                when: phrase(&transfer.when),
                extent: transfer.extent.copied(),
                mechanisms: transfer.mechanisms.iter().copied().collect(),
                depends_on: phrase(&transfer.depends_on),
                copy_from: phrase(&transfer.copy_from),
                undertakings: phrases(&transfer.undertakings),
                compelling_interest: phrase(&transfer.compelling_interest),
                framework: transfer.framework.get().map(framework),
                to_us: matches!(recipient, Resolved::Controller(_)),
                origins: row.key.span.into(),
            });
        }
    }
    found
}

pub(super) fn no_transfers(scope: &Selection<'_>) -> Vec<NoTransfer> {
    let stated = receiving(scope).into_iter().filter_map(|(recipient, groups)| {
        let (_, stated) = written(scope.registry, recipient)?;
        let origins = stated.span().into();
        Some(NoTransfer { groups, recipient: party(scope.registry, recipient), text: phrase(stated)?, origins })
    });
    stated.collect()
}

pub(super) fn storage(scope: &Selection<'_>) -> Vec<Storage> {
    let registry = scope.registry;
    let mut found: Vec<Storage> = Vec::new();
    for activity in &scope.activities {
        let groups = scope.groups(&activity.links.subject_groups);
        for id in &activity.links.systems.values {
            let entry = &registry.systems[*id];
            let record = &entry.record;
            let Some(stores) = phrase(&record.stores) else { continue };
            let storage = Storage {
                groups: Groups::new(),
                stores,
                region: record.region.copied(),
                countries: record.countries.iter().map(|country| country.0.to_string()).collect(),
                place: phrase(&record.place),
                depends_on: phrase(&record.depends_on),
                processes: record.processes.is_true(),
                primarily: record.primarily.is_true(),
                own_servers: record.own_servers.is_true(),
                own_data_centre: record.own_data_centre.is_true(),
                third_party_facilities: record.third_party_facilities.is_true(),
                origins: entry.at.into(),
            };
            let same = |known: &&mut Storage| Storage { groups: Groups::new(), ..(**known).clone() } == storage;
            match found.iter_mut().find(same) {
                Some(known) => {
                    add(&mut known.groups, &groups);
                    known.origins.join(&storage.origins);
                }
                None => found.push(Storage { groups: groups.clone(), ..storage }),
            }
        }
    }
    found
}

fn add(known: &mut Groups, groups: &Groups) {
    known.extend(groups);
    known.sort_unstable();
    known.dedup();
}

/// Where recipients store the data. Who runs a system stays inside; it decides only that the same
/// place is not told twice.
pub(super) fn stored_with(scope: &Selection<'_>) -> Vec<StoredWith> {
    let registry = scope.registry;
    let mut found = Vec::new();
    for (id, groups) in receiving(scope) {
        let recipient = party(registry, id);
        if recipient.locations.is_empty() {
            continue;
        }
        let mut told = Groups::new();
        for activity in &scope.activities {
            let tells = activity.links.systems.values.iter().any(|id_of_system| {
                let system = &registry.systems[*id_of_system];
                let places: Vec<String> = system.record.countries.iter().map(|country| country.0.to_string()).collect();
                system.links.operated_by.map(Resolved::Processor) == Some(id)
                    && phrase(&system.record.stores).is_some()
                    && recipient.locations.iter().all(|place| places.contains(place))
            });
            if tells {
                add(&mut told, &scope.groups(&activity.links.subject_groups));
            }
        }
        found.push(StoredWith { groups, recipient, told });
    }
    found
}
