//! Which data of whom: categories of data by categories of people, with the activities that use them
//! (Article 30(1)(c)).

use std::collections::{BTreeMap, BTreeSet};

use super::composer::Composer;
use super::flow;
use super::paging;
use crate::document::{Block, Document, Text};
use crate::picture::{self, About, Cell, Grid, Head, Line};
use crate::record::Kind;
use crate::record::data_category::DataCategory;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Id, Registry};

/// Rows of the picture; the table has the others.
const CATEGORIES: usize = 40;
/// Columns of the picture, and groups in a row of the table.
const GROUPS: usize = 10;

/// How many activities use a category of data about a group of people.
#[derive(Debug, Default)]
pub(super) struct DataMap {
    counts: BTreeMap<(Id<DataCategory>, Id<SubjectGroup>), usize>,
}

impl DataMap {
    /// Counts over all activities.
    pub(super) fn of(registry: &Registry) -> DataMap {
        let mut counts = BTreeMap::new();
        for (_, entry) in registry.activities.iter() {
            let pairs = entry.links.data.iter().flat_map(|row| {
                row.categories.iter().flat_map(|category| row.subject_groups.iter().map(|group| (*category, *group)))
            });
            for pair in pairs.collect::<BTreeSet<_>>() {
                *counts.entry(pair).or_insert(0) += 1;
            }
        }
        DataMap { counts }
    }

    fn groups_of(&self, category: Id<DataCategory>) -> impl Iterator<Item = (Id<SubjectGroup>, usize)> {
        let all = (category, Id::at(0))..=(category, Id::at(u32::MAX));
        self.counts.range(all).map(|((_, group), count)| (*group, *count))
    }
}

/// The page: the picture on the first, then the categories.
pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let map = composer.desk.data_map();
    let all: Vec<Id<DataCategory>> =
        composer.desk.by_name(Kind::DataCategory).iter().map(|node| Id::at(node.index)).collect();
    let mut lead = vec![composer.paragraph("register-data-map-lead")];
    if page == 1 {
        lead.extend(figure(composer, map));
    }
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, |number| paging::file("data-map", number)));
    let rows = paging::slice(&all, page, paging::ROWS).iter().map(|id| row(composer, map, *id)).collect();
    let head = ["register-category", "register-special", "register-groups"];
    lead.push(composer.table(&head, rows, "register-none"));
    Document { title: composer.plain("register-data-map").into(), lead, sections: Vec::new() }
}

/// A category with the groups whose data it is, those first that most activities concern.
fn row(composer: &Composer<'_>, map: &DataMap, id: Id<DataCategory>) -> Vec<Text> {
    let special = flow::sensitivity(composer.desk.registry, id).map(|key| composer.plain(key)).unwrap_or_default();
    let mut groups: Vec<_> = map.groups_of(id).collect();
    groups.sort_by_key(|(group, count)| (std::cmp::Reverse(*count), *group));
    let counted = |(group, count): &(Id<SubjectGroup>, usize)| {
        composer.say("register-counted", &[("what", (&composer.link(*group)).into()), ("n", (*count).into())])
    };
    let shown = groups.iter().take(GROUPS).map(counted);
    let rest = groups.len().saturating_sub(GROUPS);
    let more = (rest > 0).then(|| composer.say("register-more", &[("n", rest.into())]));
    let groups = composer.join(shown.chain(more));
    let groups = if groups.is_empty() { composer.plain("register-nothing") } else { groups };
    vec![composer.link(id).into(), special.into(), groups.into()]
}

/// The picture: those categories and groups that most activities concern, special categories first.
fn figure(composer: &Composer<'_>, map: &DataMap) -> Option<Block> {
    let registry = composer.desk.registry;
    let mut categories: BTreeMap<Id<DataCategory>, usize> = BTreeMap::new();
    let mut groups: BTreeMap<Id<SubjectGroup>, usize> = BTreeMap::new();
    for ((category, group), count) in &map.counts {
        *categories.entry(*category).or_insert(0) += count;
        *groups.entry(*group).or_insert(0) += count;
    }
    if categories.is_empty() {
        return None;
    }
    let (all_categories, all_groups) = (categories.len(), groups.len());
    let mut categories: Vec<_> = categories.into_iter().collect();
    let mut groups: Vec<_> = groups.into_iter().collect();
    categories.sort_by_key(|(id, count)| (flow::sensitivity(registry, *id).is_none(), std::cmp::Reverse(*count), *id));
    groups.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    categories.truncate(CATEGORIES);
    groups.truncate(GROUPS);
    let cell = |category, group| match map.counts.get(&(category, group)) {
        Some(count) => Cell::Count(*count),
        None => Cell::Empty,
    };
    let line = |(id, _): &(Id<DataCategory>, usize)| {
        let special = flow::sensitivity(registry, *id);
        Line {
            label: composer.name((*id).into()),
            note: special.map(|key| composer.plain(key)),
            href: Some(composer.address_of((*id).into())),
            marked: special.is_some(),
            cells: groups.iter().map(|(group, _)| cell(*id, *group)).collect(),
        }
    };
    let head = |(id, _): &(Id<SubjectGroup>, usize)| Head {
        label: composer.name((*id).into()),
        href: Some(composer.address_of((*id).into())),
    };
    let name = composer.plain("register-data-map-picture");
    let numbers = [("rows", categories.len().into()), ("columns", groups.len().into())];
    let about = About {
        id: composer.anchor("data-map-picture"),
        title: name.clone(),
        description: composer.say("register-data-map-description", &numbers),
    };
    let hidden = (all_categories - categories.len(), all_groups - groups.len());
    let hidden = (hidden != (0, 0))
        .then(|| composer.say("register-data-map-hidden", &[("rows", hidden.0.into()), ("columns", hidden.1.into())]));
    let caption: Vec<String> = [composer.plain("register-data-map-caption")].into_iter().chain(hidden).collect();
    let (heads, lines) = (groups.iter().map(head).collect(), categories.iter().map(line).collect());
    let svg = picture::grid(&Grid { about, column: 92, heads, lines, legend: Vec::new() });
    Some(Block::Figure { name: name.into(), caption: caption.join(" ").into(), svg, blocks: Vec::new() })
}

/// An activity is counted once for each category and group, however many of its rows name them.
#[cfg(test)]
mod tests {
    use super::DataMap;
    use crate::load::Loaded;
    use crate::reading::Reading;

    #[test]
    fn an_activity_counts_once() {
        let mut loaded = Loaded::default();
        let activity = "title = \"Orders\"\nsubject-groups = [\"customers\"]\n\
                        [data.a]\ncategories = [\"contact\"]\n[data.b]\ncategories = [\"contact\"]\n";
        loaded.add("activities/orders.toml", activity.to_owned());
        loaded.add("activities/returns.toml", activity.to_owned());
        loaded.add("data-categories.toml", "[contact]\nname = \"contact details\"\n".to_owned());
        loaded.add("subject-groups.toml", "[customers]\nname = \"Customers\"\n".to_owned());
        let map = DataMap::of(&Reading::of_loaded(loaded).registry);
        assert_eq!(map.counts.values().collect::<Vec<_>>(), [&2]);
    }
}
