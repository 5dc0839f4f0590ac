//! Data and their sources, by group.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::basis::{Basis, bases};
use super::party::{Party, party};
use super::{Belonging, Groups, Markdown, Selection, phrase, phrases, prose};
use crate::decode::Row;
use crate::record::activity::{DataRow, Required};
use crate::record::data_category::{DataCategory, Identifiability, Special};
use crate::registry::{DataLinks, DataSource, Entry};
use crate::source::Origins;

/// Categories of data with their sources and what follows if they are not given.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Data {
    pub groups: Groups,
    pub categories: Vec<Category>,
    pub sources: Sources,
    pub required: Option<Required>,
    pub if_refused: Option<Markdown>,
    pub bases: Vec<Basis>,
    pub combined_with: Vec<Markdown>,
    pub depends_on: Option<Markdown>,
    pub condition: Option<Markdown>,
    /// What it belongs to; never published.
    #[serde(skip)]
    pub activity: Belonging,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A category of data.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Category {
    pub name: Markdown,
    pub items: Vec<Item>,
    pub exhaustive: bool,
    pub condition: Option<Markdown>,
    pub special: Option<Special>,
    pub criminal: bool,
    pub identifiability: Option<Identifiability>,
    pub description: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// An item of a category.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Item {
    pub label: Markdown,
    pub condition: Option<Markdown>,
    pub special: Option<Special>,
    pub mandatory: bool,
}

/// Where data come from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Sources {
    pub data_subject: bool,
    pub observed: bool,
    pub derived: bool,
    /// Whether most of the data come from the person.
    pub mainly_data_subject: bool,
    pub others: Vec<Party>,
    pub given_when: Vec<Markdown>,
    pub observed_when: Vec<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

impl Sources {
    /// Whether anything is said about where the data come from.
    pub fn is_told(&self) -> bool {
        self.data_subject || self.observed || self.derived || self.mainly_data_subject || !self.others.is_empty()
    }
}

pub(super) fn data(scope: &Selection<'_>) -> Vec<Data> {
    let registry = scope.registry;
    let mut found = Vec::new();
    for (number, activity) in scope.activities.iter().enumerate() {
        for (row, links) in activity.record.data.iter().zip(&activity.links.data) {
            let groups = scope.groups(&links.subject_groups);
            if groups.is_empty() || !is_told(&row.value) {
                continue;
            }
            found.push(Data {
                groups,
                categories: links.categories.iter().filter_map(|id| category(&registry.data_categories[*id])).collect(),
                sources: sources(scope, row, links),
                required: row.value.required.copied(),
                if_refused: phrase(&row.value.if_refused),
                bases: bases(registry, &links.legal_bases),
                combined_with: phrases(&row.value.combined_with),
                depends_on: phrase(&row.value.depends_on),
                condition: phrase(&row.value.condition),
                activity: Belonging(number),
                origins: row.key.span.into(),
            });
        }
    }
    found
}

/// Whether a row is told: it is not exempt under Article 13(4) or 14(5).
pub(super) fn is_told(row: &DataRow) -> bool {
    row.notice_exemption.internal().get().is_none()
}

fn category(entry: &Entry<DataCategory>) -> Option<Category> {
    let record = &entry.record;
    let items = record.items.get().into_iter().flat_map(|items| items.iter());
    Some(Category {
        name: phrase(&record.name)?,
        items: items
            .map(|item| Item {
                label: Markdown(item.label.to_string()),
                condition: item.more.as_ref().and_then(|more| phrase(&more.condition)),
                special: item.more.as_ref().and_then(|more| more.special.copied()),
                mandatory: item.more.as_ref().is_some_and(|more| more.mandatory.is_true()),
            })
            .collect(),
        exhaustive: record.exhaustive.is_true(),
        condition: phrase(&record.condition),
        special: record.special.copied(),
        criminal: record.criminal.is_true(),
        identifiability: record.identifiability.copied(),
        description: prose(&record.description),
        origins: entry.at.into(),
    })
}

fn sources(scope: &Selection<'_>, row: &Row<DataRow>, links: &DataLinks) -> Sources {
    let others = links.sources.iter().filter_map(|source| match source {
        DataSource::Party(other) => Some(party(scope.registry, *other)),
        _ => None,
    });
    Sources {
        data_subject: links.sources.contains(&DataSource::DataSubject),
        observed: links.sources.contains(&DataSource::Observed),
        derived: links.sources.contains(&DataSource::Derived),
        mainly_data_subject: links.main_source == Some(DataSource::DataSubject),
        others: others.collect(),
        given_when: phrases(&row.value.given_when),
        observed_when: phrases(&row.value.observed_when),
        origins: row.key.span.into(),
    }
}
