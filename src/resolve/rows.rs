//! The links of each kind of record.

use super::lookup::Lookup;
use crate::decode::{Key, List, Located, Ref, Row, RowRef, Rows, did_you_mean};
use crate::diagnostic::Diagnostic;
use crate::law;
use crate::parse::Records;
use crate::record::activity::{Activity, DataRow, Disclosure, Purpose};
use crate::record::client_processing::ClientProcessing;
use crate::record::collection_point::CollectionPoint;
use crate::record::controller::Controller;
use crate::record::cookie::Cookie;
use crate::record::data_category::DataCategory;
use crate::record::notice::{Duty, Notice, SectionName, SectionSettings};
use crate::record::processor::Processor;
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::settings::Settings;
use crate::record::sub_processor_list::SubProcessorList;
use crate::record::subject_group::SubjectGroup;
use crate::record::system::System;
use crate::registry::{
    ActivityLinks, ClientLinks, CollectionPointLinks, ControllerLinks, CookieLinks, DataCategoryLinks, DataLinks,
    DisclosureLinks, Id, Inherited, NoticeLinks, ProcessorLinks, PurposeLinks, RetentionLinks, SectionLinks,
    SubProcessorListLinks, SubjectGroupLinks, SystemLinks,
};

/// What holds where an activity says nothing.
pub(super) struct Defaults {
    pub(super) controller: Option<Id<Controller>>,
    retention: Vec<Id<Retention>>,
    security: Vec<Id<SecurityMeasure>>,
    systems: Vec<Id<System>>,
}

impl Defaults {
    pub(super) fn of(settings: &Settings, lookup: &mut Lookup<'_>) -> Defaults {
        let named = lookup.one(&settings.default_controller);
        let (retention, security, systems) = match settings.activity_defaults.get() {
            Some(defaults) => {
                (lookup.many(&defaults.retention), lookup.many(&defaults.security), lookup.many(&defaults.systems))
            }
            None => Default::default(),
        };
        // A registry with one controller need not say which one it is.
        let only = || lookup.only::<Controller>();
        Defaults { controller: named.or_else(only), retention, security, systems }
    }
}

fn or_inherit<T: Clone>(written: bool, own: Vec<T>, from_above: &[T]) -> Inherited<T> {
    if written {
        Inherited { values: own, inherited: false }
    } else {
        Inherited { values: from_above.to_vec(), inherited: true }
    }
}

/// Groups that a row names, or those of its activity.
fn groups(
    list: &List<Ref<SubjectGroup>>,
    of_activity: &[Id<SubjectGroup>],
    lookup: &mut Lookup<'_>,
) -> Vec<Id<SubjectGroup>> {
    if list.is_absent() { of_activity.to_vec() } else { lookup.many(list) }
}

pub(super) fn activity(record: &Activity, defaults: &Defaults, lookup: &mut Lookup<'_>) -> ActivityLinks {
    let subject_groups = lookup.many(&record.subject_groups);
    let controllers = &record.controllers;
    let named = lookup.many(controllers);
    let retention = or_inherit(!record.retention.is_absent(), lookup.many(&record.retention), &defaults.retention);
    let own = |list: &List<Ref<SubjectGroup>>, lookup: &mut Lookup<'_>| groups(list, &subject_groups, lookup);
    let profiling_groups = match record.profiling.get() {
        Some(profiling) => own(&profiling.subject_groups, lookup),
        None => Vec::new(),
    };
    let decision_groups = match record.automated_decisions.get() {
        Some(decisions) => own(&decisions.subject_groups, lookup),
        None => Vec::new(),
    };
    ActivityLinks {
        controllers: or_inherit(!controllers.is_absent(), named, &defaults.controller.into_iter().collect::<Vec<_>>()),
        purposes: record
            .purposes
            .iter()
            .map(|row| {
                let Purpose { legal_bases, subject_groups: list, categories, .. } = &row.value;
                PurposeLinks {
                    legal_bases: lookup.many(legal_bases),
                    subject_groups: own(list, lookup),
                    categories: lookup.many(categories),
                }
            })
            .collect(),
        data: record.data.iter().map(|row| data(&row.value, record, &subject_groups, &retention, lookup)).collect(),
        disclosures: record
            .disclosures
            .iter()
            .map(|row| disclosure(&row.value, record, &subject_groups, lookup))
            .collect(),
        retention,
        security: or_inherit(!record.security.is_absent(), lookup.many(&record.security), &defaults.security),
        systems: or_inherit(!record.systems.is_absent(), lookup.many(&record.systems), &defaults.systems),
        profiling_groups,
        decision_groups,
        subject_groups,
    }
}

fn data(
    row: &DataRow,
    activity: &Activity,
    of_activity: &[Id<SubjectGroup>],
    retention: &Inherited<Id<Retention>>,
    lookup: &mut Lookup<'_>,
) -> DataLinks {
    let mut sources = Vec::new();
    for written in row.sources.located() {
        let reference = Located { value: &written.value, span: written.span };
        if let Some(source) = lookup.source(reference)
            && !sources.contains(&source)
        {
            sources.push(source);
        }
    }
    DataLinks {
        categories: lookup.many(&row.categories),
        subject_groups: groups(&row.subject_groups, of_activity, lookup),
        sources,
        main_source: row.main_source.located().and_then(|written| lookup.source(written)),
        purposes: purposes(&row.purposes, &activity.purposes, lookup),
        legal_bases: lookup.many(&row.legal_bases),
        retention: or_inherit(!row.retention.is_absent(), lookup.many(&row.retention), &retention.values),
    }
}

fn disclosure(
    row: &Disclosure,
    activity: &Activity,
    of_activity: &[Id<SubjectGroup>],
    lookup: &mut Lookup<'_>,
) -> DisclosureLinks {
    DisclosureLinks {
        recipients: lookup.parties(&row.recipients),
        subject_groups: groups(&row.subject_groups, of_activity, lookup),
        categories: lookup.many(&row.categories),
        purposes: purposes(&row.purposes, &activity.purposes, lookup),
        legal_bases: lookup.many(&row.legal_bases),
    }
}

/// The activity's purposes that a row names; all of them where it names none.
fn purposes(list: &List<RowRef>, rows: &Rows<Purpose>, lookup: &mut Lookup<'_>) -> Vec<usize> {
    if list.is_absent() {
        return (0..rows.iter().count()).collect();
    }
    let mut found = Vec::new();
    for written in list.located() {
        let name = written.value.0.as_str();
        match rows.iter().position(|row| row.key.name == name) {
            Some(at) if found.contains(&at) => {}
            Some(at) => found.push(at),
            None => {
                let keys: Vec<&str> = rows.iter().map(|row| row.key.name.as_str()).collect();
                let diagnostic = Diagnostic::error(
                    "unknown-reference",
                    written.span,
                    format!("this activity has no purpose `{name}`"),
                )
                .label("not the key of a purpose");
                lookup.report(match did_you_mean(name, keys.iter().copied()) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None if keys.is_empty() => diagnostic.help(format!("add `[purposes.{name}]` to this activity")),
                    None => diagnostic.note(format!("its purposes are {}", keys.join(", "))),
                });
            }
        }
    }
    found
}

pub(super) fn client_processing(record: &ClientProcessing, lookup: &mut Lookup<'_>) -> ClientLinks {
    ClientLinks {
        subject_groups: lookup.many(&record.subject_groups),
        processor: lookup.one(record.processor.internal()),
        categories: lookup.many(record.categories.internal()),
        sub_processors: lookup.many(record.sub_processors.internal()),
        security: lookup.many(record.security.internal()),
    }
}

pub(super) fn collection_point(
    record: &CollectionPoint,
    activities: &[ActivityLinks],
    lookup: &mut Lookup<'_>,
) -> CollectionPointLinks {
    let named = lookup.many(&record.activities);
    let mut of_activities = Vec::new();
    for group in named
        .iter()
        .filter_map(|id| activities.get(id.index() as usize))
        .flat_map(|links| links.subject_groups.iter().copied())
    {
        if !of_activities.contains(&group) {
            of_activities.push(group);
        }
    }
    CollectionPointLinks {
        activities: named,
        subject_groups: groups(&record.subject_groups, &of_activities, lookup),
        collects: record.collects.iter().map(|row| lookup.one(&row.value.category)).collect(),
        // A registry with one notice need not say which one it is.
        notice: if record.notice.is_absent() { lookup.only::<Notice>() } else { lookup.one(&record.notice) },
    }
}

pub(super) fn controller(record: &Controller, lookup: &mut Lookup<'_>) -> ControllerLinks {
    if let Some(id) = record.authority.get().and_then(|authority| authority.id.located())
        && law::authority(id.value).is_none()
    {
        let known = || law::authorities().map(|authority| authority.id.as_str());
        let diagnostic =
            Diagnostic::error("unknown-reference", id.span, format!("there is no authority `{}`", id.value))
                .label("not the id of a supervisory authority")
                .note("the legal data know the authorities by the code of their country in lower case, such as `fi`");
        lookup.report(match did_you_mean(id.value, known()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("write `name` and `website` in its place"),
        });
    }
    let still_sent = match record.marketing.get() {
        Some(marketing) => marketing.still_sent.iter().map(|row| lookup.many(&row.value.subject_groups)).collect(),
        None => Vec::new(),
    };
    ControllerLinks { still_sent }
}

pub(super) fn cookie(record: &Cookie, activities: &[ActivityLinks], lookup: &mut Lookup<'_>) -> CookieLinks {
    let activity = lookup.one(record.activity.internal());
    let of_activity =
        activity.and_then(|id| activities.get(id.index() as usize)).map_or(&[][..], |links| &links.subject_groups);
    CookieLinks {
        provider: lookup.party(&record.provider),
        subject_groups: groups(&record.subject_groups, of_activity, lookup),
        activity,
    }
}

pub(super) fn data_category(record: &DataCategory, lookup: &mut Lookup<'_>) -> DataCategoryLinks {
    DataCategoryLinks { parent: lookup.one(record.parent.internal()) }
}

pub(super) fn processor(record: &Processor, lookup: &mut Lookup<'_>) -> ProcessorLinks {
    ProcessorLinks { sub_processors: lookup.many(record.sub_processors.internal()) }
}

pub(super) fn sub_processor_list(
    record: &SubProcessorList,
    defaults: &Defaults,
    lookup: &mut Lookup<'_>,
) -> SubProcessorListLinks {
    SubProcessorListLinks {
        processor: lookup.one(&record.processor).or(defaults.controller),
        client_processing: lookup.many(record.client_processing.internal()),
        engagements: record.engagements.iter().map(|row| lookup.one(&row.value.processor)).collect(),
    }
}

pub(super) fn retention(record: &Retention, lookup: &mut Lookup<'_>) -> RetentionLinks {
    RetentionLinks { legal_bases: lookup.many(&record.legal_bases) }
}

pub(super) fn subject_group(record: &SubjectGroup, lookup: &mut Lookup<'_>) -> SubjectGroupLinks {
    SubjectGroupLinks { related_to: lookup.one(&record.related_to) }
}

pub(super) fn system(record: &System, lookup: &mut Lookup<'_>) -> SystemLinks {
    SystemLinks { operated_by: lookup.one(record.operated_by.internal()) }
}

/// All groups in the order in which notices speak to them: by `order`, then by id.
pub(super) fn groups_in_order(records: &Records) -> Vec<Id<SubjectGroup>> {
    let mut groups: Vec<(i64, u32)> = (0..)
        .zip(&records.subject_groups)
        .map(|(index, written)| (written.record.order.copied().unwrap_or(i64::MAX), index))
        .collect();
    groups.sort_unstable();
    groups.into_iter().map(|(_, index)| Id::at(index)).collect()
}

pub(super) fn notice(
    record: &Notice,
    defaults: &Defaults,
    groups: &[Id<SubjectGroup>],
    lookup: &mut Lookup<'_>,
) -> NoticeLinks {
    let named = lookup.many(&record.subject_groups);
    let in_order = |wanted: &[Id<SubjectGroup>]| groups.iter().copied().filter(|id| wanted.contains(id)).collect();
    let security = record.security.get();
    let mut of_duties = |rows: Option<&Rows<Duty>>| match rows {
        Some(rows) => rows.iter().map(|row| lookup.many(&row.value.subject_groups)).collect(),
        None => Vec::new(),
    };
    let duties = of_duties(security.map(|words| &words.duties));
    let advice = of_duties(security.map(|words| &words.advice));
    for row in record.sections.iter() {
        known_section(&row.key, lookup);
    }
    let section = |row: &Row<SectionSettings>, lookup: &mut Lookup<'_>| SectionLinks {
        together: row.value.together.iter().map(|set| lookup.many(&set.groups)).collect(),
    };
    NoticeLinks {
        controller: lookup.one(&record.controller).or(defaults.controller),
        subject_groups: if record.subject_groups.is_absent() { groups.to_vec() } else { in_order(&named) },
        activities: lookup.many(&record.activities),
        sections: record.sections.iter().map(|row| section(row, lookup)).collect(),
        statements: record.statements.iter().map(|row| lookup.many(&row.value.subject_groups)).collect(),
        duties,
        advice,
    }
}

/// Reports settings for a section that notices do not have.
fn known_section(key: &Key, lookup: &mut Lookup<'_>) {
    if SectionName::of(&key.name).is_some() {
        return;
    }
    let names: Vec<&str> = SectionName::ALL.iter().map(|section| section.name()).collect();
    let diagnostic = Diagnostic::error("unknown-key", key.span, format!("notices have no section `{}`", key.name))
        .label("not a section")
        .note(format!("the sections are {}", names.join(", ")));
    lookup.report(match did_you_mean(&key.name, names.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    });
}
