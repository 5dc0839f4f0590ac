//! Everything that a public notice may say, and nothing else.
//!
//! [`gather`] picks the public facts that concern the groups a notice speaks to. From here on the
//! registry is out of reach: [`crate::notice`] composes sentences from [`Notice`] alone, and the
//! JSON twin of a notice is this value.
//!
//! Texts that authors wrote as Markdown are [`Markdown`]; names and addresses are plain.

mod activity;
mod basis;
mod collection_point;
mod controller;
mod cookie;
mod data;
mod disclosure;
mod due;
mod group;
mod party;
mod plan;
mod retention;
mod rights;
mod security;
mod transfer;
mod words;

use chrono::NaiveDate;
use serde::Serialize;
use serde_with::skip_serializing_none;

pub use activity::{Decision, Profiling, Purpose};
pub use basis::{Basis, Consent, LawFact};
pub use collection_point::{Collected, CollectionPoint, PointPurpose, Whole, gather_point};
pub use controller::{Address, Contact, Controller, Dpo, Joint, Representative};
pub use cookie::{Cookie, Lifetime};
pub use data::{Category, Data, Item, Sources};
pub use disclosure::{Disclosure, NoDisclosure};
pub(crate) use group::in_sentence;
pub use group::{Group, Related};
pub use party::Party;
pub(in crate::view) use party::party;
pub use plan::{Plan, SectionPlan};
pub use retention::Retention;
pub use rights::{Authority, Complaints, Marketing, Promise, Requests, Step, StillSent};
pub use security::{Duty, Measure, Security};
pub use transfer::{Framework, NoTransfer, Storage, StoredWith, Transfer};
pub use words::{
    Changes, Children, CookieControls, Definition, OtherNotice, Role, Scope, Statement, ThirdParties, Version,
};

use due::Grounds;

use crate::decode::{Field, List, Phrase, Prose};
use crate::record::activity::Activity;
use crate::record::controller::Controller as ControllerRecord;
use crate::record::notice as written;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Entry, Id, Registry};
use crate::source::Origins;

/// A text in Markdown, checked to hold no HTML.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Markdown(pub String);

/// Which activity of a notice a fact belongs to, by its number there, so that exports keep together what a
/// notice tells apart. It is no difference between facts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Belonging(usize);

impl Belonging {
    /// The number: activities are counted in the order in which the notice tells of them.
    pub fn number(self) -> usize {
        self.0
    }

    /// Whether both belong to the same activity.
    pub fn is_that_of(self, other: Belonging) -> bool {
        self.0 == other.0
    }
}

impl PartialEq for Belonging {
    fn eq(&self, _: &Belonging) -> bool {
        true
    }
}

impl Eq for Belonging {}

/// Version of the shape of the JSON twin.
pub const SCHEMA: &str = "ropa-notice/1";

/// Groups of people, as indices into [`Notice::groups`], in order.
pub type Groups = Vec<usize>;

/// A public notice as facts.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Notice {
    /// Version of this shape: `ropa-notice/1`.
    pub schema: &'static str,
    /// The notice's id, which names its pages.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it calls itself.
    pub called: written::Called,
    /// Language of its records and sentences.
    pub language: String,
    /// Day of the last update.
    pub updated: Option<NaiveDate>,
    /// Day it takes effect.
    pub effective: Option<NaiveDate>,
    /// Its version.
    pub version: Option<String>,
    /// Where it is published.
    pub url: Option<String>,
    /// Opening paragraphs.
    pub introduction: Option<Markdown>,
    /// The controller that speaks.
    pub controller: Option<Controller>,
    /// Joint controllers with the essence of their arrangement.
    pub joint: Vec<Joint>,
    /// The groups it speaks to.
    pub groups: Vec<Group>,
    /// What it covers.
    pub scope: Option<Scope>,
    /// Where we are a processor.
    pub roles: Vec<Role>,
    /// Data by group, with sources.
    pub data: Vec<Data>,
    /// Purposes with their bases.
    pub purposes: Vec<Purpose>,
    /// Profiling, or that there is none.
    pub profiling: Vec<Profiling>,
    /// Automated decisions, or that there are none.
    pub decisions: Vec<Decision>,
    /// Cookies and the like.
    pub cookies: Vec<Cookie>,
    /// What is said about cookies besides.
    pub cookie_controls: Option<CookieControls>,
    /// Recipients by circumstance.
    pub disclosures: Vec<Disclosure>,
    /// That data are not sold, and where that is written.
    #[serde(serialize_with = "is_stated")]
    pub data_not_sold: Option<Origins>,
    /// That nobody receives some data.
    pub no_disclosures: Vec<NoDisclosure>,
    /// Transfers to third countries.
    pub transfers: Vec<Transfer>,
    /// That there are none.
    pub no_transfers: Vec<NoTransfer>,
    /// Places of storage.
    pub storage: Vec<Storage>,
    /// Places of storage of the recipients, which the JSON twin tells with them.
    #[serde(skip)]
    pub stored_with: Vec<StoredWith>,
    /// How long data are kept.
    pub retention: Vec<Retention>,
    /// The rights people have, in order.
    pub rights: Vec<written::NoticeRight>,
    /// Whether they follow from the bases, and are not a list of the notice's own.
    pub rights_derived: bool,
    /// How they are used.
    pub requests: Option<Requests>,
    /// How direct marketing is stopped.
    pub marketing: Option<Marketing>,
    /// How people complain.
    pub complaints: Option<Complaints>,
    /// Measures.
    pub security: Security,
    /// Children.
    pub children: Option<Children>,
    /// Sites of others.
    pub third_parties: Option<ThirdParties>,
    /// How changes are announced.
    pub changes: Option<Changes>,
    /// Terms.
    pub definitions: Vec<Definition>,
    /// Free statements.
    pub statements: Vec<Statement>,
    /// Earlier and planned versions.
    pub versions: Vec<Version>,
    /// Order, headings and grouping.
    #[serde(skip)]
    pub plan: Plan,
    /// Where the notice is written; never published.
    #[serde(skip)]
    pub origins: Origins,
    /// Where its rights are written, or what they follow from; never published.
    #[serde(skip)]
    pub rights_origins: Origins,
}

/// The rights that follow from what a notice tells, whatever rights it lists.
pub fn rights_due(registry: &Registry, entry: &Entry<written::Notice>) -> Vec<written::NoticeRight> {
    let scope = Selection::new(registry, entry);
    let (purposes, decisions) = (activity::purposes(&scope), activity::decisions(&scope));
    let (data, disclosures) = (data::data(&scope), disclosure::disclosures(&scope));
    let grounds = Grounds { purposes: &purposes, data: &data, disclosures: &disclosures, decisions: &decisions };
    grounds.derived()
}

/// Whether a notice tells of an activity: it concerns the notice's groups and controller, is one of
/// the notice's own if it names any, and is not kept out of it.
pub fn tells(notice: &Entry<written::Notice>, activity: &Entry<Activity>) -> bool {
    activity::is_told(activity, notice)
}

/// Picks the public facts of a notice.
pub fn gather(registry: &Registry, entry: &Entry<written::Notice>) -> Notice {
    let record = &entry.record;
    let scope = Selection::new(registry, entry);
    let controller = entry.links.controller.map(|id| &registry.controllers[id]);
    let purposes = activity::purposes(&scope);
    let decisions = activity::decisions(&scope);
    let (data, disclosures) = (data::data(&scope), disclosure::disclosures(&scope));
    let grounds = Grounds { purposes: &purposes, data: &data, disclosures: &disclosures, decisions: &decisions };
    let rights_origins = match record.rights.span() {
        Some(written) => written.into(),
        None => grounds.bases().map(|basis| &basis.origins).collect(),
    };
    let rights = grounds.rights(record);
    let marketing = controller.and_then(|controller| rights::marketing(&scope, controller));
    Notice {
        schema: SCHEMA,
        id: entry.id.clone(),
        title: entry.name().to_owned(),
        called: record.called.copied().unwrap_or_default(),
        language: registry.settings.language.text().unwrap_or("en").to_owned(),
        updated: record.updated.get().map(|date| date.0),
        effective: record.effective.get().map(|date| date.0),
        version: plain(&record.version),
        url: plain(&record.url),
        introduction: prose(&record.introduction),
        controller: controller.map(controller::controller),
        joint: controller::joint(&scope),
        groups: scope.groups.iter().map(|id| group::group(registry, *id)).collect(),
        scope: words::scope(record),
        roles: controller::roles(&scope),
        data,
        rights,
        rights_derived: record.rights.is_absent(),
        purposes,
        profiling: activity::profiling(&scope),
        decisions,
        cookies: cookie::cookies(&scope),
        cookie_controls: words::cookie_controls(record),
        disclosures,
        data_not_sold: record.data_not_sold.is_true().then(|| record.data_not_sold.span().into()),
        no_disclosures: disclosure::no_disclosures(&scope),
        transfers: transfer::transfers(&scope),
        no_transfers: transfer::no_transfers(&scope),
        storage: transfer::storage(&scope),
        stored_with: transfer::stored_with(&scope),
        retention: retention::retention(&scope),
        requests: controller.and_then(|controller| rights::requests(&controller.record)),
        marketing,
        complaints: controller.map(rights::complaints),
        security: security::security(&scope, entry),
        children: words::children(record),
        third_parties: words::third_parties(record),
        changes: words::changes(record),
        definitions: words::definitions(record),
        statements: words::statements(&scope, entry),
        versions: record.versions.located().map(|one| words::version(&one.value, one.span)).collect(),
        plan: plan::plan(&scope, entry),
        origins: entry.at.into(),
        rights_origins,
    }
}

impl Notice {
    /// What the rights of people follow from.
    fn grounds(&self) -> Grounds<'_> {
        let Notice { purposes, data, disclosures, decisions, .. } = self;
        Grounds { purposes, data, disclosures, decisions }
    }

    /// Everything that some processing is said to rest on: of purposes, data and disclosures.
    pub fn bases(&self) -> impl Iterator<Item = &Basis> {
        self.grounds().bases()
    }

    /// Whether each group has a page of its own. Where the notice speaks to a single group as "you",
    /// that page would be the notice once more.
    pub fn has_group_pages(&self) -> bool {
        self.groups.len() > 1 || self.plan.speaks_to == written::SpeaksTo::Groups
    }

    /// The same notice, for one group alone.
    pub fn for_group(&self, group: usize) -> Notice {
        let mut notice = self.clone();
        let concerns = |groups: &mut Groups| {
            let concerned = groups.contains(&group);
            *groups = vec![0];
            concerned
        };
        notice.groups = self.groups.get(group).into_iter().cloned().collect();
        notice.roles.retain_mut(|role| concerns(&mut role.groups));
        notice.data.retain_mut(|data| concerns(&mut data.groups));
        notice.purposes.retain_mut(|purpose| concerns(&mut purpose.groups));
        notice.profiling.retain_mut(|profiling| concerns(&mut profiling.groups));
        notice.decisions.retain_mut(|decision| concerns(&mut decision.groups));
        notice.cookies.retain_mut(|cookie| concerns(&mut cookie.groups));
        notice.disclosures.retain_mut(|disclosure| concerns(&mut disclosure.groups));
        notice.no_disclosures.retain_mut(|stated| concerns(&mut stated.groups));
        notice.transfers.retain_mut(|transfer| concerns(&mut transfer.groups));
        notice.storage.retain_mut(|storage| concerns(&mut storage.groups));
        notice.stored_with.retain_mut(|stored| {
            if !concerns(&mut stored.told) {
                stored.told.clear();
            }
            concerns(&mut stored.groups)
        });
        notice.no_transfers.retain_mut(|stated| concerns(&mut stated.groups));
        notice.retention.retain_mut(|retention| concerns(&mut retention.groups));
        notice.statements.retain_mut(|statement| concerns(&mut statement.groups));
        if let Some(marketing) = &mut notice.marketing {
            marketing.still_sent.retain_mut(|message| concerns(&mut message.groups));
        }
        if notice.rights_derived {
            notice.rights = notice.grounds().derived();
        }
        notice.plan.alone();
        notice
    }
}

/// The registry through the eyes of one notice: its groups, and the activities that it may name.
struct Selection<'a> {
    registry: &'a Registry,
    groups: &'a [Id<SubjectGroup>],
    activities: Vec<&'a Entry<Activity>>,
    /// The controller that speaks.
    controller: Option<Id<ControllerRecord>>,
    /// The day of the notice, on which adequacy decisions are judged.
    day: Option<NaiveDate>,
}

impl<'a> Selection<'a> {
    fn new(registry: &'a Registry, entry: &'a Entry<written::Notice>) -> Selection<'a> {
        let groups = &entry.links.subject_groups;
        let mut activities: Vec<_> = registry
            .activities
            .iter()
            .map(|(_, activity)| activity)
            .filter(|activity| activity::is_told(activity, entry))
            .collect();
        activities.sort_by_key(|activity| activity.record.order.copied().unwrap_or(i64::MAX));
        let day = entry.record.updated.get().or(entry.record.effective.get()).map(|date| date.0);
        Selection { registry, groups, activities, controller: entry.links.controller, day }
    }

    /// The notice's groups among some, as indices.
    fn groups(&self, ids: &[Id<SubjectGroup>]) -> Groups {
        (0..self.groups.len()).filter(|index| ids.contains(&self.groups[*index])).collect()
    }

    /// All groups of the notice.
    fn all(&self) -> Groups {
        (0..self.groups.len()).collect()
    }

    /// The notice's groups among some; all of them where none is named.
    fn groups_or_all(&self, ids: &[Id<SubjectGroup>]) -> Groups {
        if ids.is_empty() { self.all() } else { self.groups(ids) }
    }
}

/// A statement in the JSON twin, without where it is written.
fn is_stated<S: serde::Serializer>(stated: &Option<Origins>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bool(stated.is_some())
}

pub(in crate::view) fn plain(field: &Field<String>) -> Option<String> {
    field.text().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

pub(in crate::view) fn phrase(field: &Field<Phrase>) -> Option<Markdown> {
    field.text().map(|text| Markdown(text.to_owned()))
}

pub(in crate::view) fn prose(field: &Field<Prose>) -> Option<Markdown> {
    field.text().map(|text| Markdown(text.to_owned()))
}

pub(in crate::view) fn phrases(list: &List<Phrase>) -> Vec<Markdown> {
    list.iter().map(|phrase| Markdown(phrase.to_string())).collect()
}
