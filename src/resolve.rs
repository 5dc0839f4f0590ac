//! The only place where a name is looked up: from [`Records`] to [`Registry`].
//!
//! 1. Every record gets its place among the records of its kind, in the order of ids.
//! 2. Every reference is looked up once. One that leads nowhere is reported with what was
//!    probably meant and where the record would be created.
//! 3. What rows leave out they take from their activity, and activities from the defaults.
//! 4. Each successful look-up is remembered with its place, and so the other way round as "used by".

mod index;
mod legal_data;
mod lookup;
mod rows;

use crate::decode;
use crate::diagnostic::Diagnostic;
use crate::parse::{Records, Written};
use crate::record::Record;
use crate::registry::{Arena, Entry, Id, Linked, Registry};

use index::Index;
use lookup::Lookup;

/// Looks every name up.
pub fn resolve(mut records: Records, root: &str) -> (Registry, Vec<Diagnostic>) {
    sort(&mut records);
    let index = Index::new(&records);
    let mut lookup = Lookup::new(&index, root);

    let defaults = rows::Defaults::of(&records.settings, &mut lookup);
    let activities = link(&records.activities, &mut lookup, |record, lookup| rows::activity(record, &defaults, lookup));
    let client_processing = link(&records.client_processing, &mut lookup, rows::client_processing);
    let collection_points = link(&records.collection_points, &mut lookup, |record, lookup| {
        rows::collection_point(record, &activities, lookup)
    });
    let controllers = link(&records.controllers, &mut lookup, rows::controller);
    let cookies = link(&records.cookies, &mut lookup, |record, lookup| rows::cookie(record, &activities, lookup));
    let data_categories = link(&records.data_categories, &mut lookup, rows::data_category);
    let groups = rows::groups_in_order(&records);
    let notices =
        link(&records.notices, &mut lookup, |record, lookup| rows::notice(record, &defaults, &groups, lookup));
    let processors = link(&records.processors, &mut lookup, rows::processor);
    let retention = link(&records.retention, &mut lookup, rows::retention);
    let sub_processor_lists = link(&records.sub_processor_lists, &mut lookup, |record, lookup| {
        rows::sub_processor_list(record, &defaults, lookup)
    });
    let subject_groups = link(&records.subject_groups, &mut lookup, rows::subject_group);
    let systems = link(&records.systems, &mut lookup, rows::system);

    let default_controller = defaults.controller;
    let (mentions, mut diagnostics) = lookup.finish();
    let law = legal_data::overlay(&records.settings, &mut diagnostics);
    let registry = Registry {
        settings: records.settings,
        default_controller,
        activities: arena(records.activities, activities),
        client_processing: arena(records.client_processing, client_processing),
        collection_points: arena(records.collection_points, collection_points),
        controllers: arena(records.controllers, controllers),
        cookies: arena(records.cookies, cookies),
        data_categories: arena(records.data_categories, data_categories),
        legal_bases: plain(records.legal_bases),
        notices: arena(records.notices, notices),
        processors: arena(records.processors, processors),
        recipients: plain(records.recipients),
        retention: arena(records.retention, retention),
        security_measures: plain(records.security_measures),
        sources: plain(records.sources),
        sub_processor_lists: arena(records.sub_processor_lists, sub_processor_lists),
        subject_groups: arena(records.subject_groups, subject_groups),
        systems: arena(records.systems, systems),
        law,
        mentions,
        extract: None,
    };
    (registry, diagnostics)
}

/// Puts the records of each kind into the order of their ids. Of two records with one id the
/// first stays; the other has been reported.
fn sort(records: &mut Records) {
    fn by_id<R>(written: &mut Vec<Written<R>>) {
        // What has no id has no page; it has been reported.
        written.retain(|one| decode::is_id(&one.id));
        written.sort_by(|a, b| a.id.cmp(&b.id).then(a.at.cmp(&b.at)));
        written.dedup_by(|later, earlier| later.id == earlier.id);
    }
    by_id(&mut records.activities);
    by_id(&mut records.client_processing);
    by_id(&mut records.collection_points);
    by_id(&mut records.controllers);
    by_id(&mut records.cookies);
    by_id(&mut records.data_categories);
    by_id(&mut records.legal_bases);
    by_id(&mut records.notices);
    by_id(&mut records.processors);
    by_id(&mut records.recipients);
    by_id(&mut records.retention);
    by_id(&mut records.security_measures);
    by_id(&mut records.sources);
    by_id(&mut records.sub_processor_lists);
    by_id(&mut records.subject_groups);
    by_id(&mut records.systems);
}

/// The links of each record of a kind, in order.
fn link<'a, R: Linked>(
    written: &'a [Written<R>],
    lookup: &mut Lookup<'a>,
    mut links_of: impl FnMut(&'a R, &mut Lookup<'a>) -> R::Links,
) -> Vec<R::Links> {
    written
        .iter()
        .enumerate()
        .map(|(index, written)| {
            lookup.enter(Id::<R>::at(u32::try_from(index).unwrap_or(u32::MAX)));
            links_of(&written.record, lookup)
        })
        .collect()
}

fn arena<R: Linked>(written: Vec<Written<R>>, links: Vec<R::Links>) -> Arena<R> {
    let entry = |(written, links): (Written<R>, R::Links)| Entry {
        id: written.id,
        at: written.at,
        record: written.record,
        links,
    };
    Arena::new(written.into_iter().zip(links).map(entry).collect())
}

fn plain<R: Linked<Links = ()> + Record>(written: Vec<Written<R>>) -> Arena<R> {
    let links = vec![(); written.len()];
    arena(written, links)
}
