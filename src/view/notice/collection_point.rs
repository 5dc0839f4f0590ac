//! What the short notice of a collection point may say: the part of a notice that concerns what is
//! collected there.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::basis::{Basis, bases};
use super::party::{Party, party};
use super::{Grounds, Markdown, Selection, activity, data, disclosure, phrase, plain, prose};
use crate::decode::slug;
use crate::record::activity::{Activity, Required};
use crate::record::collection_point::{CollectionPoint as Written, Medium};
use crate::record::data_category::DataCategory;
use crate::record::notice::{Notice, NoticeRight};
use crate::record::subject_group::SubjectGroup;
use crate::registry::{DataLinks, DataSource, Entry, Id, Registry};

/// A collection point as facts.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CollectionPoint {
    /// Version of this shape: `ropa-collection-point/1`.
    pub schema: &'static str,
    /// Its title, which names its files.
    pub title: String,
    /// Language of its sentences.
    pub language: String,
    /// How it collects data.
    pub kind: Option<Medium>,
    /// Whole sentences before the short notice.
    pub introduction: Option<Markdown>,
    /// Names of those who decide on the processing.
    pub controllers: Vec<String>,
    /// Names of the groups it speaks to.
    pub groups: Vec<String>,
    /// What is asked or recorded.
    pub collects: Vec<Collected>,
    /// What for, and on which bases.
    pub purposes: Vec<PointPurpose>,
    /// Whether a decision is made by automated means alone.
    pub automated_decisions: bool,
    /// Who receives the data in every case.
    pub recipients: Vec<Party>,
    /// Whether others receive them in some cases, which the whole notice tells.
    pub more_recipients: bool,
    /// The rights that the notice states.
    pub rights: Vec<NoticeRight>,
    /// The whole notice.
    pub notice: Whole,
    /// How people get it where they cannot follow a link.
    pub notice_from: Option<Markdown>,
    /// Whether its files hold e-mail addresses with their characters escaped, as those of the notice.
    #[serde(skip)]
    pub obfuscate_email: bool,
}

/// Something that is asked or recorded.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Collected {
    pub label: Markdown,
    /// Name of its category.
    pub category: Option<Markdown>,
    pub mandatory: Option<bool>,
    /// Why it must be given, as the data row of the activity says.
    pub required: Option<Required>,
    pub if_refused: Option<Markdown>,
}

/// A purpose that the data serve.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct PointPurpose {
    pub title: Markdown,
    pub condition: Option<Markdown>,
    pub bases: Vec<Basis>,
    pub direct_marketing: bool,
}

/// The notice that tells the rest.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Whole {
    /// Its id, which names its pages.
    pub id: String,
    pub title: String,
    pub url: Option<String>,
}

impl CollectionPoint {
    /// What its files are called, below the folder of its notice.
    pub fn file(&self) -> String {
        slug(&self.title)
    }
}

/// A data row from which something is collected, with its activity.
struct Row<'a> {
    activity: &'a Entry<Activity>,
    at: usize,
    links: &'a DataLinks,
}

/// Picks the public facts of a collection point; nothing where no notice tells the rest
/// or the title names no file.
pub fn gather_point(registry: &Registry, entry: &Entry<Written>) -> Option<CollectionPoint> {
    let record = &entry.record;
    let notice = &registry.notices[entry.links.notice.filter(|_| !slug(entry.name()).is_empty())?];
    let mut scope = Selection::new(registry, notice);
    scope
        .activities
        .retain(|activity| entry.links.activities.iter().any(|id| registry.activities[*id].id == activity.id));
    let activities = scope.activities.as_slice();
    let people: Vec<Id<SubjectGroup>> =
        scope.groups.iter().copied().filter(|group| entry.links.subject_groups.contains(group)).collect();
    let concerns = |groups: &[Id<SubjectGroup>]| groups.iter().any(|group| people.contains(group));
    let categories: Vec<Id<DataCategory>> = entry.links.collects.iter().flatten().copied().collect();
    let rows = rows(activities, &categories, concerns);
    let (recipients, more_recipients) = recipients(registry, activities, &categories, concerns);
    let (all, decisions) = (activity::purposes(&scope), activity::decisions(&scope));
    let (data, disclosures) = (data::data(&scope), disclosure::disclosures(&scope));
    let grounds = Grounds { purposes: &all, data: &data, disclosures: &disclosures, decisions: &decisions };
    let rights = grounds.rights(&notice.record);
    Some(CollectionPoint {
        schema: "ropa-collection-point/1",
        title: entry.name().to_owned(),
        language: registry.settings.language.text().unwrap_or("en").to_owned(),
        kind: record.kind.copied(),
        introduction: prose(&record.introduction),
        controllers: controllers(registry, activities, notice),
        groups: people.iter().map(|id| registry.subject_groups[*id].name().to_owned()).collect(),
        collects: collects(registry, entry, &rows),
        purposes: purposes(registry, activities, &rows, concerns),
        automated_decisions: activities.iter().any(|activity| {
            let used = activity.record.automated_decisions.get().is_some_and(|decisions| decisions.used.is_true());
            used && concerns(&activity.links.decision_groups)
        }),
        recipients,
        more_recipients,
        rights,
        notice: Whole { id: notice.id.clone(), title: notice.name().to_owned(), url: plain(&notice.record.url) },
        notice_from: phrase(&record.notice_from),
        obfuscate_email: notice.record.obfuscate_email.is_true(),
    })
}

/// The rows of the activities that hold what is collected, and that people give or are observed at.
fn rows<'a>(
    activities: &[&'a Entry<Activity>],
    categories: &[Id<DataCategory>],
    concerns: impl Fn(&[Id<SubjectGroup>]) -> bool,
) -> Vec<Row<'a>> {
    let mut found = Vec::new();
    for activity in activities {
        for (at, (row, links)) in activity.record.data.iter().zip(&activity.links.data).enumerate() {
            let here = |source: &DataSource| matches!(source, DataSource::DataSubject | DataSource::Observed);
            let collected = categories.is_empty() || links.categories.iter().any(|id| categories.contains(id));
            let direct = links.sources.is_empty() || links.sources.iter().any(here);
            if collected && direct && data::is_told(&row.value) && concerns(&links.subject_groups) {
                found.push(Row { activity, at, links });
            }
        }
    }
    found
}

fn collects(registry: &Registry, entry: &Entry<Written>, rows: &[Row<'_>]) -> Vec<Collected> {
    let of = entry.record.collects.iter().zip(&entry.links.collects);
    of.filter_map(|(row, category)| {
        let within = rows.iter().filter(|one| category.is_some_and(|id| one.links.categories.contains(&id)));
        let written = within.filter_map(|one| one.activity.record.data.iter().nth(one.at).map(|row| &row.value));
        // A duty weighs more than the freedom of another row.
        let strictest = written.min_by_key(|row| match row.required.copied() {
            Some(Required::Statute) => 0,
            Some(Required::Contract | Required::ToEnterContract) => 1,
            Some(Required::Voluntary) => 2,
            None => 3,
        });
        // What may be left out there has no consequence, whatever the row of the activity says.
        let asked = strictest.filter(|_| row.value.mandatory.copied() != Some(false));
        Some(Collected {
            label: phrase(&row.value.label)?,
            category: category.and_then(|id| phrase(&registry.data_categories[id].record.name)),
            mandatory: row.value.mandatory.copied(),
            required: asked.and_then(|row| row.required.copied()),
            if_refused: asked.and_then(|row| phrase(&row.if_refused)),
        })
    })
    .collect()
}

/// The purposes that the rows serve, in the order of their activities.
fn purposes(
    registry: &Registry,
    activities: &[&Entry<Activity>],
    rows: &[Row<'_>],
    concerns: impl Fn(&[Id<SubjectGroup>]) -> bool,
) -> Vec<PointPurpose> {
    let mut found: Vec<PointPurpose> = Vec::new();
    for activity in activities {
        let of_activity: Vec<&Row<'_>> = rows.iter().filter(|row| row.activity.id == activity.id).collect();
        for (at, (row, links)) in activity.record.purposes.iter().zip(&activity.links.purposes).enumerate() {
            let served = of_activity.iter().any(|row| row.links.purposes.contains(&at));
            let Some(title) = phrase(&row.value.title).filter(|_| served && concerns(&links.subject_groups)) else {
                continue;
            };
            let purpose = PointPurpose {
                title,
                condition: phrase(&row.value.condition),
                bases: bases(registry, &links.legal_bases),
                direct_marketing: row.value.direct_marketing.is_true(),
            };
            if !found.contains(&purpose) {
                found.push(purpose);
            }
        }
    }
    found
}

/// Who receives what is collected, and whether there are others in some cases.
fn recipients(
    registry: &Registry,
    activities: &[&Entry<Activity>],
    categories: &[Id<DataCategory>],
    concerns: impl Fn(&[Id<SubjectGroup>]) -> bool,
) -> (Vec<Party>, bool) {
    let mut found: Vec<Party> = Vec::new();
    let mut more = false;
    for activity in activities {
        for (row, links) in activity.record.disclosures.iter().zip(&activity.links.disclosures) {
            let touches = links.categories.is_empty()
                || categories.is_empty()
                || links.categories.iter().any(|id| categories.contains(id));
            if !touches || !concerns(&links.subject_groups) {
                continue;
            }
            if !row.value.cases.is_empty() || row.value.explicit_consent.is_true() {
                more = true;
                continue;
            }
            for recipient in links.recipients.iter().map(|id| party(registry, *id)) {
                if !found.contains(&recipient) {
                    found.push(recipient);
                }
            }
        }
    }
    (found, more)
}

/// The controller of the notice first, then those who decide with it.
fn controllers(registry: &Registry, activities: &[&Entry<Activity>], notice: &Entry<Notice>) -> Vec<String> {
    let of_activities = activities.iter().flat_map(|activity| &activity.links.controllers.values);
    let mut names: Vec<String> = Vec::new();
    for id in notice.links.controller.iter().chain(of_activities) {
        let name = registry.controllers[*id].name();
        if !names.iter().any(|one| one == name) {
            names.push(name.to_owned());
        }
    }
    names
}
