//! Parties as the public may see them: by name, or by category.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Markdown, phrase, phrases, plain, prose};
use crate::decode::Field;
use crate::record::party::ShownAs;
use crate::record::recipient::RecipientKind;
use crate::registry::{Party as Resolved, Registry};
use crate::source::Origins;

/// A party as the public may see it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Party {
    /// Its name; absent where only the category is shown.
    pub name: Option<String>,
    pub category: Option<Markdown>,
    pub kind: Option<RecipientKind>,
    pub services: Vec<Markdown>,
    pub description: Option<Markdown>,
    /// ISO codes.
    pub countries: Vec<String>,
    /// ISO codes of the countries where it stores the data.
    pub locations: Vec<String>,
    pub commitments: Vec<Markdown>,
    /// Whether we say that we stay answerable for it.
    pub answerable: bool,
    pub website: Option<String>,
    pub privacy_notice: Option<String>,
    pub publicly_accessible: bool,
    /// Whether readers know what it does from an earlier passage; never published.
    #[serde(skip)]
    pub is_explained: bool,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// The name, unless the party is shown by its category. A category that was forgotten does not
/// bring the name out: what is not said stays inside.
fn shown(name: &str, shown_as: &Field<ShownAs>) -> Option<String> {
    (shown_as.copied() != Some(ShownAs::Category)).then(|| name.to_owned())
}

pub(in crate::view) fn party(registry: &Registry, party: Resolved) -> Party {
    let empty = Party {
        name: None,
        category: None,
        kind: None,
        services: Vec::new(),
        description: None,
        countries: Vec::new(),
        locations: Vec::new(),
        commitments: Vec::new(),
        answerable: false,
        website: None,
        privacy_notice: None,
        publicly_accessible: false,
        is_explained: false,
        origins: Origins::default(),
    };
    match party {
        Resolved::Controller(id) => {
            let entry = &registry.controllers[id];
            let country = entry.record.address.get().and_then(|address| address.country.get());
            Party {
                name: Some(entry.name().to_owned()),
                countries: country.into_iter().map(|country| country.0.to_string()).collect(),
                website: plain(&entry.record.website),
                origins: entry.at.into(),
                ..empty
            }
        }
        Resolved::Processor(id) => {
            let entry = &registry.processors[id];
            let record = &entry.record;
            let name = shown(entry.name(), &record.shown_as);
            Party {
                // A web site would give the name away.
                website: plain(&record.website).filter(|_| name.is_some()),
                name,
                category: phrase(&record.category),
                services: phrases(&record.services),
                description: prose(&record.description),
                locations: record.locations.iter().map(|country| country.0.to_string()).collect(),
                countries: record.country.get().into_iter().map(|country| country.0.to_string()).collect(),
                commitments: phrases(&record.commitments),
                answerable: record.answerable.is_true(),
                origins: entry.at.into(),
                ..empty
            }
        }
        Resolved::Recipient(id) => {
            let entry = &registry.recipients[id];
            let record = &entry.record;
            let name = shown(entry.name(), &record.shown_as);
            Party {
                privacy_notice: plain(&record.privacy_notice).filter(|_| name.is_some()),
                name,
                category: phrase(&record.category),
                kind: record.kind.copied(),
                description: prose(&record.description),
                countries: record.countries.iter().map(|country| country.0.to_string()).collect(),
                commitments: phrases(&record.commitments),
                origins: entry.at.into(),
                ..empty
            }
        }
        Resolved::Source(id) => {
            let entry = &registry.sources[id];
            let record = &entry.record;
            let name = shown(entry.name(), &record.shown_as);
            Party {
                website: plain(&record.website).filter(|_| name.is_some()),
                name,
                category: phrase(&record.category),
                description: prose(&record.description),
                publicly_accessible: record.publicly_accessible.is_true(),
                origins: entry.at.into(),
                ..empty
            }
        }
    }
}
