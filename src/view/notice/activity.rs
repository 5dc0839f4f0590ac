//! Purposes, profiling and automated decisions.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::basis::{Basis, bases};
use super::data;
use super::{Belonging, Groups, Markdown, Selection, phrase, phrases, prose};
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::notice as written;
use crate::registry::{DataLinks, Entry, Id, PurposeLinks, Registry};
use crate::source::Origins;

/// A purpose and its bases.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Purpose {
    pub groups: Groups,
    pub title: Markdown,
    pub includes: Vec<Markdown>,
    pub bases: Vec<Basis>,
    /// Names of the data categories used, where they are narrower than the activity.
    pub categories: Vec<Markdown>,
    pub condition: Option<Markdown>,
    pub minimisation: Option<Markdown>,
    pub direct_marketing: bool,
    /// What it belongs to; never published.
    #[serde(skip)]
    pub activity: Belonging,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Profiling, or that there is none.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Profiling {
    pub groups: Groups,
    pub used: bool,
    pub method: Option<Markdown>,
    pub topics: Vec<Markdown>,
    pub inputs: Vec<Markdown>,
    pub effect: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Automated decisions, or that there are none.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Decision {
    pub groups: Groups,
    pub used: bool,
    pub decision: Option<Markdown>,
    pub logic: Option<Markdown>,
    pub consequences: Option<Markdown>,
    pub safeguards: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Whether a notice tells of an activity: it concerns the notice's groups and controller, is among
/// the activities that the notice names, if it names any, is not exempt (Articles 13(4) and 14(5)), and had not ended when the notice was written.
pub(super) fn is_told(activity: &Entry<Activity>, notice: &Entry<written::Notice>) -> bool {
    let links = &activity.links;
    let groups = &notice.links.subject_groups;
    let by_us = match notice.links.controller {
        Some(controller) => links.controllers.values.is_empty() || links.controllers.values.contains(&controller),
        None => true,
    };
    let written_on = notice.record.updated.get().or(notice.record.effective.get());
    // The two reads of internal fields here decide whether something is told, never what.
    let over = match (activity.record.ended.internal().get(), written_on) {
        (Some(ended), Some(day)) => ended < day,
        _ => false,
    };
    let exempt = activity.record.notice_exemption.internal().get().is_some();
    // The names have been looked up: each is the id of the one activity that it means.
    let named = &notice.record.activities;
    let meant = named.is_absent() || named.iter().any(|name| name.name == activity.id);
    by_us && meant && !over && !exempt && links.subject_groups.iter().any(|group| groups.contains(group))
}

pub(super) fn purposes(scope: &Selection<'_>) -> Vec<Purpose> {
    let registry = scope.registry;
    let mut purposes = Vec::new();
    for (number, activity) in scope.activities.iter().enumerate() {
        for (at, (row, links)) in activity.record.purposes.iter().zip(&activity.links.purposes).enumerate() {
            let groups = scope.groups(&links.subject_groups);
            let Some(title) = phrase(&row.value.title).filter(|_| !groups.is_empty()) else { continue };
            let purpose = Purpose {
                groups,
                title,
                includes: phrases(&row.value.includes),
                bases: bases(registry, &links.legal_bases),
                categories: categories(registry, activity, at),
                condition: phrase(&row.value.condition),
                minimisation: phrase(&row.value.minimisation),
                direct_marketing: row.value.direct_marketing.is_true(),
                activity: Belonging(number),
                origins: row.key.span.into(),
            };
            purposes.push(purpose);
        }
    }
    purposes
}

/// The data that a purpose of an activity uses, where they are narrower than those of the activity:
/// those that it names, or those of the rows that serve it where some rows do not.
fn categories(registry: &Registry, activity: &Entry<Activity>, purpose: usize) -> Vec<Markdown> {
    let PurposeLinks { categories: own, subject_groups: people, .. } = &activity.links.purposes[purpose];
    let concerned = |row: &&DataLinks| row.subject_groups.iter().any(|group| people.contains(group));
    let rows = || {
        let rows = activity.record.data.iter().zip(&activity.links.data);
        rows.filter(|(row, _)| data::is_told(&row.value)).map(|(_, links)| links).filter(concerned)
    };
    let serves = |row: &&DataLinks| row.purposes.is_empty() || row.purposes.contains(&purpose);
    let mut ids: Vec<Id<DataCategory>> = Vec::new();
    if !own.is_empty() {
        ids.clone_from(own);
    } else if !rows().all(|row| serves(&row)) {
        ids.extend(rows().filter(serves).flat_map(|row| &row.categories));
    }
    let mut names = Vec::new();
    for name in ids.into_iter().filter_map(|id| phrase(&registry.data_categories[id].record.name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

pub(super) fn profiling(scope: &Selection<'_>) -> Vec<Profiling> {
    let mut found = Vec::new();
    for activity in &scope.activities {
        let groups = scope.groups(&activity.links.profiling_groups);
        if let (Some(profiling), false) = (activity.record.profiling.get(), groups.is_empty()) {
            found.push(Profiling {
                groups,
                used: !profiling.used.is_false(),
                method: phrase(&profiling.method),
                topics: phrases(&profiling.topics),
                inputs: phrases(&profiling.inputs),
                effect: phrase(&profiling.effect),
                origins: activity.record.profiling.span().into(),
            });
        }
    }
    found
}

pub(super) fn decisions(scope: &Selection<'_>) -> Vec<Decision> {
    let mut found = Vec::new();
    for activity in &scope.activities {
        let groups = scope.groups(&activity.links.decision_groups);
        if let (Some(decision), false) = (activity.record.automated_decisions.get(), groups.is_empty()) {
            found.push(Decision {
                groups,
                used: !decision.used.is_false(),
                decision: phrase(&decision.decision),
                logic: prose(&decision.logic),
                consequences: prose(&decision.consequences),
                safeguards: phrase(&decision.safeguards),
                origins: activity.record.automated_decisions.span().into(),
            });
        }
    }
    found
}
