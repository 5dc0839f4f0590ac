//! Recipients by circumstance.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::basis::{Basis, bases};
use super::party::{Party, party};
use super::{Belonging, Groups, Markdown, Selection, phrase, phrases};
use crate::record::activity::{Activity, Disclosure as Written, ToldBefore};
use crate::registry::{DisclosureLinks, Entry, Party as Resolved, Registry};
use crate::source::Origins;

/// A circumstance in which others receive data.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Disclosure {
    pub groups: Groups,
    pub heading: Option<Markdown>,
    pub recipients: Vec<Party>,
    /// Names of the data categories, where they are named.
    pub categories: Vec<Markdown>,
    pub purpose: Vec<Markdown>,
    pub cases: Vec<Markdown>,
    pub possible: bool,
    pub bases: Vec<Basis>,
    pub only_necessary: bool,
    pub told_before: Option<ToldBefore>,
    pub explicit_consent: bool,
    pub withdraw: Option<Markdown>,
    pub commitments: Vec<Markdown>,
    /// What it belongs to; never published.
    #[serde(skip)]
    pub activity: Belonging,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// That nobody receives some data.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct NoDisclosure {
    pub groups: Groups,
    pub text: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

pub(super) fn disclosures(scope: &Selection<'_>) -> Vec<Disclosure> {
    let registry = scope.registry;
    let mut found = Vec::new();
    for (number, activity) in scope.activities.iter().enumerate() {
        for (row, links) in activity.record.disclosures.iter().zip(&activity.links.disclosures) {
            let groups = scope.groups(&links.subject_groups);
            if groups.is_empty() {
                continue;
            }
            let (key, row) = (&row.key, &row.value);
            found.push(Disclosure {
                groups,
                heading: phrase(&row.heading),
                recipients: links.recipients.iter().map(|id| receiving(registry, *id)).collect(),
                categories: links
                    .categories
                    .iter()
                    .filter_map(|id| phrase(&registry.data_categories[*id].record.name))
                    .collect(),
                purpose: purpose(activity, row, links),
                cases: phrases(&row.cases),
                possible: row.possible.is_true(),
                bases: bases(registry, &links.legal_bases),
                only_necessary: row.only_necessary.is_true(),
                told_before: row.told_before.copied(),
                explicit_consent: row.explicit_consent.is_true(),
                withdraw: phrase(&row.withdraw),
                commitments: phrases(&row.commitments),
                activity: Belonging(number),
                origins: key.span.into(),
            });
        }
    }
    found
}

/// What it is for, in its own words. Where it has none, and no cases either, the purposes of the
/// activity that it serves, if it names them and they are not all.
fn purpose(activity: &Entry<Activity>, row: &Written, links: &DisclosureLinks) -> Vec<Markdown> {
    let purposes: Vec<_> = activity.record.purposes.iter().collect();
    let named = links.purposes.iter().filter_map(|at| phrase(&purposes.get(*at)?.value.title));
    let some = !links.purposes.is_empty() && links.purposes.len() < purposes.len();
    if row.purpose.is_empty() && row.cases.is_empty() && some { named.collect() } else { phrases(&row.purpose) }
}

/// A party as a recipient. What a source is described by tells how data come in, so it stays there.
fn receiving(registry: &Registry, id: Resolved) -> Party {
    let party = party(registry, id);
    let description = party.description.clone().filter(|_| !matches!(id, Resolved::Source(_)));
    Party { description, ..party }
}

pub(super) fn no_disclosures(scope: &Selection<'_>) -> Vec<NoDisclosure> {
    let stated = scope.activities.iter().filter_map(|activity| {
        let text = phrase(&activity.record.no_disclosures)?;
        let origins = activity.record.no_disclosures.span().into();
        Some(NoDisclosure { groups: scope.groups(&activity.links.subject_groups), text, origins })
    });
    stated.collect()
}
