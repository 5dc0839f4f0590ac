//! How long data are kept, by group.

use std::collections::HashMap;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::basis::{Basis, LawFact, bases, laws};
use super::data::is_told;
use super::{Groups, Markdown, Selection, phrase, phrases};
use crate::decode::Period;
use crate::record::retention::{Disposal, Retention as Written};
use crate::registry::{Id, Registry};
use crate::source::{Origins, Span};

/// A rule on time, and what it concerns.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Retention {
    pub groups: Groups,
    /// Names of the data categories; none for all the data of the groups.
    pub categories: Vec<Markdown>,
    /// The bases it holds for, where it depends on them.
    pub bases: Vec<Basis>,
    /// As ISO 8601.
    #[serde(serialize_with = "iso")]
    pub period: Option<Period>,
    pub from: Option<Markdown>,
    pub r#while: Option<Markdown>,
    pub afterwards: Vec<Markdown>,
    pub criteria: Vec<Markdown>,
    pub longer_if: Vec<Markdown>,
    pub sooner_if: Vec<Markdown>,
    pub limit: Option<Markdown>,
    pub typically: bool,
    pub then: Option<Disposal>,
    pub then_how: Option<Markdown>,
    pub review: Option<Markdown>,
    pub own_control: Option<Markdown>,
    pub laws: Vec<LawFact>,
    pub reason: Option<Markdown>,
    /// Which rule it is, so that equal ones can be told together; never published.
    #[serde(skip)]
    pub rule: u32,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

pub(super) fn iso<S: serde::Serializer>(period: &Option<Period>, serializer: S) -> Result<S::Ok, S::Error> {
    match period {
        Some(period) => serializer.collect_str(period),
        None => serializer.serialize_none(),
    }
}

/// The rules that hold for the notice's groups. Rows with the same rule and the same groups are
/// joined, so that each rule is told once.
pub(super) fn retention(scope: &Selection<'_>) -> Vec<Retention> {
    let registry = scope.registry;
    let mut found: Vec<Retention> = Vec::new();
    let mut add = |groups: Groups, categories: Vec<Markdown>, id: Id<Written>, at: Span| match found
        .iter_mut()
        .find(|known| known.rule == id.index() && known.groups == groups)
    {
        Some(known) => {
            let new = categories.into_iter().filter(|name| !known.categories.contains(name)).collect::<Vec<_>>();
            known.categories.extend(new);
            known.origins.add(at);
        }
        None => found.push(rule(registry, groups, categories, id, at)),
    };
    for activity in &scope.activities {
        let rows = activity.record.data.iter().zip(&activity.links.data);
        let mut told = false;
        for (row, links) in rows.filter(|(row, _)| is_told(&row.value)) {
            let groups = scope.groups(&links.subject_groups);
            if groups.is_empty() {
                continue;
            }
            told = true;
            let names = || {
                let categories = links.categories.iter();
                categories.filter_map(|id| phrase(&registry.data_categories[*id].record.name)).collect()
            };
            for id in &links.retention.values {
                add(groups.clone(), names(), *id, row.key.span);
            }
        }
        // An activity whose data are not listed still says how long it keeps them.
        if !told && activity.record.data.is_empty() {
            for id in &activity.links.retention.values {
                add(scope.groups(&activity.links.subject_groups), Vec::new(), *id, activity.at);
            }
        }
    }
    join_groups(found)
}

/// Joins what is the same for several groups.
///
/// A rule that covers all the data of a group is about "your data", whatever the categories are
/// called there; so it can be told once for several groups whose categories differ.
fn join_groups(rules: Vec<Retention>) -> Vec<Retention> {
    let count = rules.iter().flat_map(|rule| &rule.groups).max().map_or(0, |last| last + 1);
    let mut of_group: Vec<Vec<Markdown>> = vec![Vec::new(); count];
    let mut under: HashMap<(u32, usize), Vec<Markdown>> = HashMap::new();
    for rule in &rules {
        for group in &rule.groups {
            of_group[*group].extend(rule.categories.iter().cloned());
            under.entry((rule.rule, *group)).or_default().extend(rule.categories.iter().cloned());
        }
    }
    let mut joined: Vec<Retention> = Vec::new();
    for rule in rules {
        for group in &rule.groups {
            let covered = &under[&(rule.rule, *group)];
            let everything = of_group[*group].iter().all(|name| covered.contains(name));
            let categories = if everything { Vec::new() } else { rule.categories.clone() };
            let same = |known: &&mut Retention| known.rule == rule.rule && known.categories == categories;
            match joined.iter_mut().find(same) {
                Some(known) => {
                    known.origins.join(&rule.origins);
                    if !known.groups.contains(group) {
                        known.groups.push(*group);
                        known.groups.sort_unstable();
                    }
                }
                None => joined.push(Retention { groups: vec![*group], categories, ..rule.clone() }),
            }
        }
    }
    joined
}

fn rule(registry: &Registry, groups: Groups, categories: Vec<Markdown>, id: Id<Written>, at: Span) -> Retention {
    let entry = &registry.retention[id];
    let bases = bases(registry, &entry.links.legal_bases);
    let origins = Origins::from(entry.at).with([&at.into()]).with(bases.iter().map(|basis| &basis.origins));
    let record = &entry.record;
    Retention {
        groups,
        categories,
        bases,
        period: record.period.copied(),
        from: phrase(&record.from),
        r#while: phrase(&record.r#while),
        afterwards: phrases(&record.afterwards),
        criteria: phrases(&record.criteria),
        longer_if: phrases(&record.longer_if),
        sooner_if: phrases(&record.sooner_if),
        limit: phrase(&record.limit),
        typically: record.typically.is_true(),
        then: record.then.copied(),
        then_how: phrase(&record.then_how),
        review: phrase(&record.review),
        own_control: phrase(&record.own_control),
        laws: laws(&record.laws),
        reason: phrase(&record.reason),
        rule: id.index(),
        origins,
    }
}
