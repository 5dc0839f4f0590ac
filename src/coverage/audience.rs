//! Whom a notice speaks to, and what the register says about them: the measure of what is due.

use std::collections::{BTreeSet, HashSet};

use super::cell::{Gap, Place, State};
use super::{Article, standing};
use crate::decode::Row;
use crate::law::{self, Ground, Right, SpecialCondition};
use crate::record::activity::{Activity, DataRow, Disclosure, NoticeExemption, Purpose};
use crate::record::legal_basis::LegalBasis;
use crate::record::notice::{Notice, NoticeRight, SectionName};
use crate::record::subject_group::SubjectGroup;
use crate::registry::{DataLinks, DataSource, DisclosureLinks, Entry, Id, Node, Registry};
use crate::source::Span;
use crate::view::notice as view;

/// One group of a notice, with those of its data that one of Articles 13 and 14 is about.
///
/// Data come from elsewhere where a party is their source. All others count as data from the person:
/// what they give, what is observed (C-422/24), what is derived, and what has no source on record.
pub(super) struct Audience<'a> {
    pub(super) registry: &'a Registry,
    pub(super) id: Id<Notice>,
    pub(super) entry: &'a Entry<Notice>,
    /// What the notice publishes.
    pub(super) facts: &'a view::Notice,
    /// The sections that stand in it.
    pub(super) sections: &'a BTreeSet<SectionName>,
    /// The group, as an index into the notice's groups.
    pub(super) group: usize,
    pub(super) group_id: Id<SubjectGroup>,
    pub(super) article: Article,
    /// What of the group's facts the notice publishes, for those who look it up often.
    pub(super) published: Published<'a>,
    /// What is told about the group.
    pub(super) told: Vec<Told<'a>>,
    /// What is kept out of notices about the group.
    pub(super) withheld: Vec<(Id<Activity>, Span, &'a NoticeExemption)>,
}

/// What a notice publishes to one group.
pub(super) struct Published<'a> {
    /// Titles of purposes.
    pub(super) purposes: HashSet<&'a str>,
    /// Names of categories of data.
    pub(super) categories: HashSet<&'a str>,
    /// Retention rules that say a time or what it depends on.
    pub(super) timed: HashSet<u32>,
}

impl<'a> Published<'a> {
    fn new(facts: &'a view::Notice, group: usize) -> Published<'a> {
        let purposes = facts.purposes.iter().filter(|one| one.groups.contains(&group));
        let data = facts.data.iter().filter(|one| one.groups.contains(&group));
        let rules = facts.retention.iter().filter(|one| one.groups.contains(&group));
        let is_timed = |rule: &&view::Retention| {
            rule.period.is_some() || rule.r#while.is_some() || rule.limit.is_some() || !rule.criteria.is_empty()
        };
        Published {
            purposes: purposes.map(|one| one.title.0.as_str()).collect(),
            categories: data.flat_map(|one| &one.categories).map(|one| one.name.0.as_str()).collect(),
            timed: rules.filter(is_timed).map(|rule| rule.rule).collect(),
        }
    }
}

/// An activity that a notice tells a group of.
pub(super) struct Told<'a> {
    pub(super) id: Id<Activity>,
    pub(super) entry: &'a Entry<Activity>,
    /// The rows of the group's data.
    pub(super) rows: Vec<(&'a Row<DataRow>, &'a DataLinks)>,
    /// The purposes that these data serve, as indices.
    pub(super) purposes: Vec<usize>,
}

impl<'a> Audience<'a> {
    pub(super) fn new(
        registry: &'a Registry,
        id: Id<Notice>,
        facts: &'a view::Notice,
        sections: &'a BTreeSet<SectionName>,
        (group, group_id): (usize, Id<SubjectGroup>),
        article: Article,
    ) -> Audience<'a> {
        let entry = &registry.notices[id];
        let activities = || registry.activities.iter().filter(|(_, activity)| concerns(activity, group_id));
        let told = activities().filter(|(_, activity)| view::tells(entry, activity));
        let told = told.filter_map(|(id, activity)| Told::new(id, activity, group_id, article));
        let (general, mut told): (Vec<Told<'_>>, Vec<Told<'_>>) = told.partition(Told::is_general);
        // What is disclosed of all data belongs to whatever else is told.
        if !told.is_empty() {
            told.extend(general);
        }
        let ours = |activity: &Entry<Activity>| {
            let controllers = &activity.links.controllers.values;
            entry.links.controller.is_none_or(|one| controllers.is_empty() || controllers.contains(&one))
        };
        let withheld = activities().filter(|(_, activity)| ours(activity));
        let withheld = withheld.flat_map(|(id, activity)| exemptions(id, activity, group_id, article)).collect();
        let published = Published::new(facts, group);
        Audience { registry, id, entry, facts, sections, group, group_id, article, published, told, withheld }
    }

    /// Met where a section stands and nothing is missing.
    pub(super) fn in_section(&self, mut gaps: Vec<Gap>, section: SectionName) -> State {
        if self.sections.contains(&section) {
            return if gaps.is_empty() { State::Met(Place::Section(section)) } else { State::Missing(gaps) };
        }
        let is_planned = self.facts.plan.sections.iter().any(|plan| plan.name == section);
        match self.elsewhere(section).filter(|_| gaps.is_empty() && !is_planned) {
            Some(notice) => State::Met(Place::Elsewhere(notice, section)),
            None => {
                // A section without its facts does not appear; then the facts are what is missing.
                if !is_planned || gaps.is_empty() {
                    gaps.push(self.left_out(section));
                }
                State::Missing(gaps)
            }
        }
    }

    /// That the notice leaves a section out.
    fn left_out(&self, section: SectionName) -> Gap {
        let at = self.entry.record.order.span().unwrap_or(self.entry.at);
        Gap { record: self.id.into(), at, write: format!("order.{}", section.name()), lint: None }
    }

    /// Another notice of the controller that tells the group of the same in this section: notices may
    /// share their work.
    fn elsewhere(&self, section: SectionName) -> Option<Id<Notice>> {
        let mut others = self.registry.notices.iter().filter(|(id, _)| *id != self.id);
        let found = others.find(|(_, other)| {
            other.links.controller == self.entry.links.controller
                && other.links.subject_groups.contains(&self.group_id)
                && self.told.iter().all(|told| view::tells(other, told.entry))
                && standing(&view::gather(self.registry, other)).contains(&section)
        });
        found.map(|(id, _)| id)
    }

    /// A gap in the notice itself.
    pub(super) fn of_notice(&self, at: Option<Span>, write: &str, lint: Option<&'static str>) -> Gap {
        Gap { record: self.id.into(), at: at.unwrap_or(self.entry.at), write: write.to_owned(), lint }
    }

    /// The id of a record.
    pub(super) fn id_of(&self, node: Node) -> &'a str {
        self.registry.identity(node).0
    }

    /// The rows of data, with their activities.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&Told<'a>, &'a Row<DataRow>, &'a DataLinks)> {
        self.told.iter().flat_map(|told| told.rows.iter().map(move |(row, links)| (told, *row, *links)))
    }

    /// The purposes, with their activities.
    pub(super) fn purposes(&self) -> impl Iterator<Item = (&Told<'a>, usize, &'a Row<Purpose>)> {
        self.told.iter().flat_map(|told| {
            let rows = told.entry.record.purposes.iter().enumerate();
            rows.filter(|(at, _)| told.purposes.contains(at)).map(move |(at, row)| (told, at, row))
        })
    }

    /// The disclosures of the group's data, with their activities.
    pub(super) fn disclosures(&self) -> impl Iterator<Item = (&Told<'a>, &'a Row<Disclosure>, &'a DisclosureLinks)> {
        self.told.iter().flat_map(|told| self.disclosures_of(told).map(move |(row, links)| (told, row, links)))
    }

    /// The disclosures of the group's data in one activity.
    pub(super) fn disclosures_of(
        &self,
        told: &Told<'a>,
    ) -> impl Iterator<Item = (&'a Row<Disclosure>, &'a DisclosureLinks)> {
        let rows = told.entry.record.disclosures.iter().zip(&told.entry.links.disclosures);
        let concerned = rows.filter(|(_, links)| links.subject_groups.contains(&self.group_id));
        concerned.filter(|(_, links)| told.discloses(links))
    }

    /// The bases of the purposes, once each.
    pub(super) fn bases(&self) -> Vec<Id<LegalBasis>> {
        let mut found: Vec<Id<LegalBasis>> = self
            .purposes()
            .flat_map(|(told, at, _)| told.entry.links.purposes.get(at).map_or(&[][..], |links| &links.legal_bases))
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(super) fn basis(&self, id: Id<LegalBasis>) -> &'a Entry<LegalBasis> {
        &self.registry.legal_bases[id]
    }

    /// The bases with one of some grounds.
    pub(super) fn bases_on(&self, grounds: &[Ground]) -> Vec<Id<LegalBasis>> {
        let mut found = self.bases();
        found.retain(|id| self.basis(*id).record.article.copied().is_some_and(|one| grounds.contains(&one.0)));
        found
    }

    /// The rights that follow from the bases.
    pub(super) fn rights_due(&self) -> Vec<Right> {
        let bases = self.bases();
        // Only a basis with a ground of Article 6(1) is told, so only that one gives rights.
        let told = || bases.iter().map(|id| &self.basis(*id).record).filter(|one| !one.article.is_absent());
        let grounds: Vec<Ground> = told().filter_map(|one| Some(one.article.copied()?.0)).collect();
        let special: Vec<SpecialCondition> = told().flat_map(|one| one.article_9.iter().map(|one| one.0)).collect();
        law::rights(&grounds, &special, false, false)
    }

    /// Whether the notice names a right.
    pub(super) fn names(&self, right: NoticeRight) -> bool {
        self.facts.rights.contains(&right)
    }

    /// Whether the notice tells something of a group.
    pub(super) fn is_told(&self, groups: &view::Groups) -> bool {
        groups.contains(&self.group)
    }
}

impl<'a> Told<'a> {
    /// What falls under the article; nothing where no data of the group do.
    fn new(
        id: Id<Activity>,
        entry: &'a Entry<Activity>,
        group: Id<SubjectGroup>,
        article: Article,
    ) -> Option<Told<'a>> {
        let rows = || {
            let rows = entry.record.data.iter().zip(&entry.links.data);
            let of_group = rows.filter(move |(_, links)| links.subject_groups.contains(&group));
            of_group.filter(|(row, _)| row.value.notice_exemption.internal().is_absent())
        };
        let chosen: Vec<_> = rows().filter(|(_, links)| article.covers(links)).collect();
        let without_rows = rows().next().is_none();
        let general = is_general(entry);
        if chosen.is_empty() && !general && (article == Article::Indirect || !without_rows) {
            return None;
        }
        let serves = |links: &DataLinks, at: usize| links.purposes.is_empty() || links.purposes.contains(&at);
        let purposes = entry.links.purposes.iter().enumerate().filter(|(at, links)| {
            let served = chosen.iter().any(|(_, row)| serves(row, *at));
            let left = article == Article::Direct && !rows().any(|(_, row)| serves(row, *at));
            links.subject_groups.contains(&group) && (served || left)
        });
        let purposes: Vec<usize> = purposes.map(|(at, _)| at).collect();
        // Where all data of the group are kept out of notices, what is left is not about it.
        if without_rows && !entry.record.data.is_empty() && purposes.is_empty() {
            return None;
        }
        Some(Told { id, entry, rows: chosen, purposes })
    }

    /// Whether it only says who receives data, whatever they are used for.
    pub(super) fn is_general(&self) -> bool {
        is_general(self.entry)
    }

    /// Whether a disclosure is about the rows at hand.
    fn discloses(&self, links: &DisclosureLinks) -> bool {
        let mut categories = self.rows.iter().flat_map(|(_, row)| &row.categories);
        links.categories.is_empty() || self.rows.is_empty() || categories.any(|id| links.categories.contains(id))
    }

    /// A gap of the activity.
    pub(super) fn gap(&self, at: Option<Span>, write: String, lint: Option<&'static str>) -> Gap {
        Gap { record: Node::from(self.id), at: at.unwrap_or(self.entry.at), write, lint }
    }
}

impl Article {
    /// Whether a row of data falls under the article. A row with several sources may fall under both.
    fn covers(self, links: &DataLinks) -> bool {
        let party = links.sources.iter().any(|source| matches!(source, DataSource::Party(_)));
        let person = links.sources.iter().any(|one| matches!(one, DataSource::DataSubject | DataSource::Observed));
        match self {
            Article::Direct => person || !party,
            Article::Indirect => party,
        }
    }
}

/// Whether an activity names no data and no purpose, and who receives data all the same.
fn is_general(activity: &Entry<Activity>) -> bool {
    let record = &activity.record;
    record.data.is_empty() && record.purposes.is_empty() && !record.disclosures.is_empty()
}

/// Whether an activity has to do with a group.
fn concerns(activity: &Entry<Activity>, group: Id<SubjectGroup>) -> bool {
    let links = &activity.links;
    links.subject_groups.contains(&group)
        || links.data.iter().any(|row| row.subject_groups.contains(&group))
        || links.purposes.iter().any(|row| row.subject_groups.contains(&group))
}

/// What an activity keeps out of notices about a group. An exemption goes with the article that it
/// names; one that names none goes with the sources of the data.
fn exemptions(
    id: Id<Activity>,
    entry: &Entry<Activity>,
    group: Id<SubjectGroup>,
    article: Article,
) -> Vec<(Id<Activity>, Span, &NoticeExemption)> {
    let of_activity = entry.record.notice_exemption.internal().located();
    let rows = entry.record.data.iter().zip(&entry.links.data);
    let rows = rows.filter(|(_, links)| links.subject_groups.contains(&group));
    let of_rows = rows.filter_map(|(row, links)| {
        let exemption = row.value.notice_exemption.internal().located()?;
        Some((exemption, article.covers(links)))
    });
    let covers = entry.links.data.is_empty() || entry.links.data.iter().any(|links| article.covers(links));
    let all = of_activity.map(|exemption| (exemption, covers)).into_iter().chain(of_rows);
    let fits = |exemption: &NoticeExemption, covers: bool| match exemption.article.text() {
        Some(named) if named.starts_with("13") => article == Article::Direct,
        Some(named) if named.starts_with("14") => article == Article::Indirect,
        _ => covers,
    };
    all.filter(|(one, covers)| fits(one.value, *covers)).map(|(one, _)| (id, one.span, one.value)).collect()
}
