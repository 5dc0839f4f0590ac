//! Who is responsible: controllers, officers, representatives, contact points.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Markdown, Role, Selection, phrase, plain, prose};
use crate::decode::{Field, Row};
use crate::record::address as written_address;
use crate::record::controller as written;
use crate::record::controller::ContactUse;
use crate::registry::Entry;
use crate::source::Origins;

/// A controller.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Controller {
    pub name: String,
    pub trade_name: Option<String>,
    pub short_names: Vec<String>,
    pub legal_form: Option<Markdown>,
    pub registered_in: Option<String>,
    pub registration_name: Option<Markdown>,
    pub registration_number: Option<String>,
    pub address: Option<Address>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    pub description: Option<Markdown>,
    pub contacts: Vec<Contact>,
    pub dpo: Option<Dpo>,
    pub representative: Option<Representative>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A postal address.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Address {
    pub lines: Vec<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub country: Option<String>,
}

/// A contact point and what it is for.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Contact {
    pub name: Option<Markdown>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub url: Option<String>,
    pub subject_line: Option<String>,
    pub subject_because: Option<Markdown>,
    pub uses: Vec<ContactUse>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// The data protection officer, or why there is none.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Dpo {
    pub appointed: bool,
    pub reason: Option<Markdown>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub url: Option<String>,
    pub address: Option<Address>,
    pub uses: Vec<ContactUse>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// The representative in the Union.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Representative {
    pub name: String,
    pub address: Option<Address>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A joint controller and the essence of the arrangement, Article 26(2).
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Joint {
    /// The other controllers.
    pub with: Vec<Controller>,
    /// What for: titles of purposes.
    pub purposes: Vec<Markdown>,
    pub essence: Option<Markdown>,
    pub contact: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

pub(super) fn controller(entry: &Entry<written::Controller>) -> Controller {
    let record = &entry.record;
    Controller {
        name: entry.name().to_owned(),
        trade_name: plain(&record.trade_name),
        short_names: record.short_names.iter().cloned().collect(),
        legal_form: phrase(&record.legal_form),
        registered_in: record.registered_in.get().map(|country| country.0.to_string()),
        registration_name: phrase(&record.registration_name),
        registration_number: plain(&record.registration_number),
        address: address(&record.address),
        phone: plain(&record.phone),
        email: plain(&record.email),
        website: plain(&record.website),
        description: prose(&record.description),
        contacts: record.contacts.iter().map(contact).collect(),
        dpo: record.dpo.get().map(|written| dpo(written, record.dpo.span().into())),
        representative: record
            .representative
            .get()
            .and_then(|written| representative(written, record.representative.span().into())),
        origins: entry.at.into(),
    }
}

fn address(field: &Field<written_address::Address>) -> Option<Address> {
    let written = field.get()?;
    Some(Address {
        lines: written.lines.iter().cloned().collect(),
        postcode: plain(&written.postcode),
        city: plain(&written.city),
        region: plain(&written.region),
        country: written.country.get().map(|country| country.0.to_string()),
    })
}

fn contact(row: &Row<written::Contact>) -> Contact {
    let written = &row.value;
    Contact {
        name: phrase(&written.name),
        email: plain(&written.email),
        phone: plain(&written.phone),
        url: plain(&written.url),
        subject_line: plain(&written.subject_line),
        // Without the line there is nothing to give a reason for.
        subject_because: plain(&written.subject_line).and_then(|_| phrase(&written.subject_because)),
        uses: written.uses.iter().copied().collect(),
        origins: row.key.span.into(),
    }
}

fn dpo(written: &written::Dpo, origins: Origins) -> Dpo {
    Dpo {
        appointed: !written.appointed.is_false(),
        reason: phrase(&written.reason),
        name: plain(&written.name),
        email: plain(&written.email),
        phone: plain(&written.phone),
        url: plain(&written.url),
        address: address(&written.address),
        uses: written.uses.iter().copied().collect(),
        origins,
    }
}

fn representative(written: &written::Representative, origins: Origins) -> Option<Representative> {
    if written.appointed.is_false() {
        return None;
    }
    Some(Representative {
        name: plain(&written.name)?,
        address: address(&written.address),
        email: plain(&written.email),
        phone: plain(&written.phone),
        origins,
    })
}

/// Activities that we decide on jointly with others.
pub(super) fn joint(scope: &Selection<'_>) -> Vec<Joint> {
    let registry = scope.registry;
    let mut found = Vec::new();
    for activity in &scope.activities {
        let controllers = &activity.links.controllers.values;
        if controllers.len() < 2 {
            continue;
        }
        let arrangement = activity.record.joint_arrangement.get();
        found.push(Joint {
            with: controllers.iter().map(|id| controller(&registry.controllers[*id])).collect(),
            purposes: activity.record.purposes.iter().filter_map(|row| phrase(&row.value.title)).collect(),
            essence: arrangement.and_then(|arrangement| prose(&arrangement.essence)),
            contact: arrangement.and_then(|arrangement| phrase(&arrangement.contact)),
            origins: Origins::from(activity.at).with([&activity.record.joint_arrangement.span().into()]),
        });
    }
    found
}

/// Where we act as a processor for others.
pub(super) fn roles(scope: &Selection<'_>) -> Vec<Role> {
    let mut found = Vec::new();
    for (_, client) in scope.registry.client_processing.iter() {
        let groups = scope.groups(&client.links.subject_groups);
        if let (Some(data), false) = (phrase(&client.record.data), groups.is_empty()) {
            found.push(Role {
                groups,
                data,
                on_behalf_of: phrase(&client.record.on_behalf_of),
                controller_is: phrase(&client.record.controller_is),
                ask: phrase(&client.record.ask),
                origins: client.at.into(),
            });
        }
    }
    found
}
