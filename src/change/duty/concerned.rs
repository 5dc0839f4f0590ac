//! Whom material changes concern: the notices that tell of them now or told of them before, and the people whom
//! no notice tells.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::words::Teller;
use crate::change::{Change, Difference, Touch};
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::notice::Notice;
use crate::registry::{Entry, Registry};
use crate::view::notice::tells;

/// Whom the material changes of a difference concern.
#[derive(Debug, Default)]
pub struct Concerned {
    /// The notices by their ids, those that are gone by the ids that they had.
    pub notices: BTreeMap<String, OneNotice>,
    /// Activities of which nobody is told, by id, with the groups of people who hear of them from no notice.
    pub untold: BTreeMap<String, Untold>,
    /// The same of people who heard of an activity from a notice before, whatever changed in it.
    pub lost: BTreeMap<String, Untold>,
}

/// A notice that tells of something material, or told of it before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneNotice {
    /// Its title.
    pub title: String,
    /// Its id before; none of a notice that was not there.
    pub was: Option<String>,
    /// Whether it is gone.
    pub is_gone: bool,
    /// Where it is gone, the notices that tell now what it told.
    pub in_its_place: BTreeSet<String>,
}

/// An activity that changed, and people whom no notice tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// Title of the activity.
    pub title: String,
    /// The groups: id and name. None if the activity names no group.
    pub groups: BTreeSet<(String, String)>,
}

/// Who knows both registries, and the ids that records had before.
pub(super) struct Finder<'a> {
    before: &'a Registry,
    after: &'a Registry,
    /// Ids before by kind and id now, and the other way round.
    was: BTreeMap<(Kind, &'a str), &'a str>,
    now: BTreeMap<(Kind, &'a str), &'a str>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(difference: &'a Difference, teller: &Teller<'a>) -> Finder<'a> {
        let renamed = difference.renamed.iter();
        Finder {
            before: teller.before,
            after: teller.after,
            was: renamed.clone().map(|one| ((one.kind, one.to.as_str()), one.from.as_str())).collect(),
            now: renamed.map(|one| ((one.kind, one.from.as_str()), one.to.as_str())).collect(),
        }
    }

    /// Adds whom a change concerns.
    pub(super) fn add(&self, change: &Change, concerned: &mut Concerned) {
        let now: BTreeSet<&str> = self.telling(change, false);
        let before: BTreeSet<&str> = self.telling(change, true);
        for id in &before {
            let known = self.now.get(&(Kind::Notice, *id)).copied().unwrap_or(id);
            if self.after.notices.find(known).is_some() {
                self.put(known, false, concerned);
            } else {
                let gone = self.put(id, true, concerned);
                gone.in_its_place.extend(now.iter().map(|id| (*id).to_owned()));
            }
        }
        for id in &now {
            self.put(id, false, concerned);
        }
        self.untold(change, now.is_empty(), concerned);
    }

    /// The titles of the notices that tell what changed, or told it before.
    pub(super) fn titles(&self, change: &Change) -> BTreeSet<String> {
        let mut concerned = Concerned::default();
        self.add(change, &mut concerned);
        concerned.notices.into_values().map(|one| one.title).collect()
    }

    fn put<'c>(&self, id: &str, is_gone: bool, concerned: &'c mut Concerned) -> &'c mut OneNotice {
        concerned.notices.entry(id.to_owned()).or_insert_with(|| {
            let was = if is_gone { id } else { self.id_before(Kind::Notice, id) };
            let title = |registry: &Registry, id| {
                registry.notices.find(id).map(|found| registry.notices[found].name().to_owned())
            };
            OneNotice {
                title: title(self.after, id).or_else(|| title(self.before, was)).unwrap_or_default(),
                was: self.before.notices.find(was).map(|_| was.to_owned()),
                is_gone,
                in_its_place: BTreeSet::new(),
            }
        })
    }

    fn id_before<'i>(&self, kind: Kind, id: &'i str) -> &'i str
    where
        'a: 'i,
    {
        self.was.get(&(kind, id)).copied().unwrap_or(id)
    }

    /// The notices that tell what changed, as they are now or as they were before, by the ids that they have there.
    fn telling(&self, change: &Change, is_before: bool) -> BTreeSet<&'a str> {
        let registry = if is_before { self.before } else { self.after };
        let is = |kind, there: &str, now: &str| there == if is_before { self.id_before(kind, now) } else { now };
        let tells = |notice: &Entry<Notice>| match change.subject.kind {
            Some(Kind::Notice) => is(Kind::Notice, &notice.id, &change.subject.id),
            Some(Kind::Controller) => {
                let controller = notice.links.controller.map(|id| registry.controllers[id].id.as_str());
                controller.is_some_and(|id| is(Kind::Controller, id, &change.subject.id))
            }
            _ => change.touches.iter().any(|touch| {
                let id = if is_before { self.id_before(Kind::Activity, &touch.activity) } else { &touch.activity };
                let speaks = |group: &str| {
                    let mut groups = notice.links.subject_groups.iter().map(|id| &registry.subject_groups[*id].id);
                    groups.any(|there| is(Kind::SubjectGroup, there, group))
                };
                let to_them = touch.groups.is_empty() || touch.groups.iter().any(|(group, _)| speaks(group));
                let found = registry.activities.find(id);
                to_them && found.is_some_and(|id| tells(notice, &registry.activities[id]))
            }),
        };
        registry.notices.iter().filter(|(_, notice)| tells(notice)).map(|(_, notice)| notice.id.as_str()).collect()
    }

    /// Adds the people who hear of a change from no notice as it is now.
    fn untold(&self, change: &Change, nobody_tells: bool, concerned: &mut Concerned) {
        let registry = self.after;
        if change.subject.kind == Some(Kind::Controller) && nobody_tells {
            let Some(controller) = registry.controllers.find(&change.subject.id) else { return };
            for (_, entry) in registry.activities.iter() {
                if entry.links.controllers.values.contains(&controller) && has_to_be_told(entry) {
                    concerned.untold.entry(entry.id.clone()).or_insert_with(|| Untold::of(entry));
                }
            }
        }
        for touch in &change.touches {
            let Some(id) = registry.activities.find(&touch.activity) else { continue };
            let entry = &registry.activities[id];
            if !has_to_be_told(entry) {
                continue;
            }
            let telling = || registry.notices.iter().map(|(_, notice)| notice).filter(|notice| tells(notice, entry));
            let groups = self.concerned_now(touch, entry);
            let alone: Vec<_> = groups
                .iter()
                .filter(|(group, _)| !telling().any(|notice| speaks_to(notice, registry, group)))
                .cloned()
                .collect();
            if !alone.is_empty() || (groups.is_empty() && telling().next().is_none()) {
                concerned.untold.entry(entry.id.clone()).or_insert_with(|| Untold::of(entry)).groups.extend(alone);
            }
        }
    }

    /// Adds the people who heard of an activity from a notice before, and hear of it from none now.
    pub(super) fn lost(&self, concerned: &mut Concerned) {
        for (_, entry) in self.after.activities.iter().filter(|(_, entry)| has_to_be_told(entry)) {
            let Some(found) = self.before.activities.find(self.id_before(Kind::Activity, &entry.id)) else { continue };
            let was = &self.before.activities[found];
            let told_then: Vec<_> =
                self.before.notices.iter().map(|(_, one)| one).filter(|one| tells(one, was)).collect();
            if told_then.is_empty() {
                continue;
            }
            let tell: Vec<_> = self.after.notices.iter().map(|(_, one)| one).filter(|one| tells(one, entry)).collect();
            let is_lost = |group: &str| {
                let then = self.id_before(Kind::SubjectGroup, group);
                let concerned_then =
                    was.links.subject_groups.iter().any(|id| self.before.subject_groups[*id].id == then);
                concerned_then
                    && told_then.iter().any(|notice| speaks_to(notice, self.before, then))
                    && !tell.iter().any(|notice| speaks_to(notice, self.after, group))
            };
            let groups = entry.links.subject_groups.iter().map(|id| &self.after.subject_groups[*id]);
            let lost: BTreeSet<_> =
                groups.filter(|one| is_lost(&one.id)).map(|one| (one.id.clone(), one.name().to_owned())).collect();
            let is_lost_by_all = entry.links.subject_groups.is_empty() && tell.is_empty();
            if lost.is_empty() && !is_lost_by_all {
                continue;
            }
            // Whoever lost a notice is named once.
            if let Some(untold) = concerned.untold.get_mut(&entry.id) {
                untold.groups.retain(|group| !lost.contains(group));
                if untold.groups.is_empty() {
                    concerned.untold.remove(&entry.id);
                }
            }
            concerned.lost.insert(entry.id.clone(), Untold { groups: lost, ..Untold::of(entry) });
        }
    }

    /// The groups of a touch that the activity still concerns.
    fn concerned_now(&self, touch: &Touch, entry: &Entry<Activity>) -> Vec<(String, String)> {
        let is_now = |group: &str| {
            self.after.subject_groups.find(group).is_some_and(|group| entry.links.subject_groups.contains(&group))
        };
        touch.groups.iter().filter(|(group, _)| is_now(group)).cloned().collect()
    }
}

impl Untold {
    fn of(entry: &Entry<Activity>) -> Untold {
        Untold { title: entry.name().to_owned(), groups: BTreeSet::new() }
    }
}

/// Whether people hear of an activity at all: it is not exempt (Articles 13(4) and 14(5)), and has no end.
fn has_to_be_told(entry: &Entry<Activity>) -> bool {
    entry.record.notice_exemption.internal().get().is_none() && entry.record.ended.internal().get().is_none()
}

fn speaks_to(notice: &Entry<Notice>, registry: &Registry, group: &str) -> bool {
    notice.links.subject_groups.iter().any(|id| registry.subject_groups[*id].id == group)
}
