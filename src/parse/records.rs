//! The records of a registry as written, by kind.

use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use crate::archive::Published;
use crate::decode::Context;
use crate::record::activity::Activity;
use crate::record::client_processing::ClientProcessing;
use crate::record::collection_point::CollectionPoint;
use crate::record::controller::Controller;
use crate::record::cookie::Cookie;
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::record::notice::Notice;
use crate::record::processor::Processor;
use crate::record::profile::Profile;
use crate::record::recipient::Recipient;
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::settings::Settings;
use crate::record::source::Source;
use crate::record::sub_processor_list::SubProcessorList;
use crate::record::subject_group::SubjectGroup;
use crate::record::system::System;
use crate::record::{Kind, Record};
use crate::source::Span;

/// A record with its id and its place.
#[derive(Debug)]
pub struct Written<R> {
    /// Its id.
    pub id: String,
    /// Where it begins: its table's name, or the top of its file.
    pub at: Span,
    /// What stands in it. Records are wide: sorting and merging move a pointer, and who reads a
    /// registry again and again keeps those of files that stay the same.
    pub record: Arc<R>,
}

// Derived, it would ask the same of the record.
impl<R> Clone for Written<R> {
    fn clone(&self) -> Written<R> {
        Written { id: self.id.clone(), at: self.at, record: Arc::clone(&self.record) }
    }
}

/// Every record of a registry, by kind, in the order of files and places.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "each field is named after its kind")]
pub struct Records {
    pub settings: Arc<Settings>,
    pub activities: Vec<Written<Activity>>,
    pub client_processing: Vec<Written<ClientProcessing>>,
    pub collection_points: Vec<Written<CollectionPoint>>,
    pub controllers: Vec<Written<Controller>>,
    pub cookies: Vec<Written<Cookie>>,
    pub data_categories: Vec<Written<DataCategory>>,
    pub legal_bases: Vec<Written<LegalBasis>>,
    pub notices: Vec<Written<Notice>>,
    pub processors: Vec<Written<Processor>>,
    pub recipients: Vec<Written<Recipient>>,
    pub retention: Vec<Written<Retention>>,
    pub security_measures: Vec<Written<SecurityMeasure>>,
    pub sources: Vec<Written<Source>>,
    pub sub_processor_lists: Vec<Written<SubProcessorList>>,
    pub subject_groups: Vec<Written<SubjectGroup>>,
    pub systems: Vec<Written<System>>,
    /// How exports are laid out; no records.
    pub profiles: Vec<Written<Profile>>,
    /// What versions of notices said, each with the id of its notice; no records.
    pub archived: Vec<Written<Published>>,
    has_settings: bool,
}

impl Records {
    pub(super) fn of_settings(settings: Option<Settings>) -> Records {
        Records { settings: settings.unwrap_or_default().into(), has_settings: true, ..Records::default() }
    }

    /// A version of a notice.
    pub(super) fn of_archived(notice: &str, at: Span, published: Published) -> Records {
        let archived = Written { id: notice.to_owned(), at, record: Arc::new(published) };
        Records { archived: vec![archived], ..Records::default() }
    }

    /// Decodes one record of a kind.
    pub(super) fn decode_one<'a>(
        kind: Kind,
        id: &str,
        at: Span,
        value: &'a Spanned<DeValue<'a>>,
        context: &'a Context,
    ) -> Records {
        fn one<'a, R: Record>(
            id: &str,
            at: Span,
            value: &'a Spanned<DeValue<'a>>,
            context: &'a Context,
        ) -> Vec<Written<R>> {
            super::decode_record(id, at, value, context).into_iter().collect()
        }
        let mut records = Records::default();
        match kind {
            Kind::Activity => records.activities = one(id, at, value, context),
            Kind::ClientProcessing => records.client_processing = one(id, at, value, context),
            Kind::CollectionPoint => records.collection_points = one(id, at, value, context),
            Kind::Controller => records.controllers = one(id, at, value, context),
            Kind::Cookie => records.cookies = one(id, at, value, context),
            Kind::DataCategory => records.data_categories = one(id, at, value, context),
            Kind::LegalBasis => records.legal_bases = one(id, at, value, context),
            Kind::Notice => records.notices = one(id, at, value, context),
            Kind::Processor => records.processors = one(id, at, value, context),
            Kind::Recipient => records.recipients = one(id, at, value, context),
            Kind::Retention => records.retention = one(id, at, value, context),
            Kind::SecurityMeasure => records.security_measures = one(id, at, value, context),
            Kind::Source => records.sources = one(id, at, value, context),
            Kind::SubProcessorList => records.sub_processor_lists = one(id, at, value, context),
            Kind::SubjectGroup => records.subject_groups = one(id, at, value, context),
            Kind::System => records.systems = one(id, at, value, context),
        }
        records
    }

    /// Adds the records of another file.
    pub(super) fn append(&mut self, other: Records) {
        if other.has_settings {
            self.settings = other.settings;
            self.has_settings = true;
        }
        self.profiles.extend(other.profiles);
        self.archived.extend(other.archived);
        self.activities.extend(other.activities);
        self.client_processing.extend(other.client_processing);
        self.collection_points.extend(other.collection_points);
        self.controllers.extend(other.controllers);
        self.cookies.extend(other.cookies);
        self.data_categories.extend(other.data_categories);
        self.legal_bases.extend(other.legal_bases);
        self.notices.extend(other.notices);
        self.processors.extend(other.processors);
        self.recipients.extend(other.recipients);
        self.retention.extend(other.retention);
        self.security_measures.extend(other.security_measures);
        self.sources.extend(other.sources);
        self.sub_processor_lists.extend(other.sub_processor_lists);
        self.subject_groups.extend(other.subject_groups);
        self.systems.extend(other.systems);
    }

    /// Takes out the records that are not to be kept.
    pub fn retain(&mut self, keep: impl Fn(Kind, &str) -> bool) {
        fn of<R: Record>(records: &mut Vec<Written<R>>, keep: &impl Fn(Kind, &str) -> bool) {
            records.retain(|written| keep(R::KIND, &written.id));
        }
        of(&mut self.activities, &keep);
        of(&mut self.client_processing, &keep);
        of(&mut self.collection_points, &keep);
        of(&mut self.controllers, &keep);
        of(&mut self.cookies, &keep);
        of(&mut self.data_categories, &keep);
        of(&mut self.legal_bases, &keep);
        of(&mut self.notices, &keep);
        of(&mut self.processors, &keep);
        of(&mut self.recipients, &keep);
        of(&mut self.retention, &keep);
        of(&mut self.security_measures, &keep);
        of(&mut self.sources, &keep);
        of(&mut self.sub_processor_lists, &keep);
        of(&mut self.subject_groups, &keep);
        of(&mut self.systems, &keep);
    }

    /// Takes every other client out of the processing for clients.
    pub fn keep_client(&mut self, client: &str) {
        for written in &mut self.client_processing {
            Arc::make_mut(&mut written.record).keep_client(client);
        }
    }

    /// Every record by kind, id, place and name.
    pub fn identities(&self) -> Vec<Identity<'_>> {
        fn of<R: Record>(records: &[Written<R>]) -> impl Iterator<Item = Identity<'_>> {
            records.iter().map(|written| Identity {
                kind: R::KIND,
                id: &written.id,
                at: written.at,
                name: written.record.name().text.unwrap_or_default(),
            })
        }
        of(&self.activities)
            .chain(of(&self.client_processing))
            .chain(of(&self.collection_points))
            .chain(of(&self.controllers))
            .chain(of(&self.cookies))
            .chain(of(&self.data_categories))
            .chain(of(&self.legal_bases))
            .chain(of(&self.notices))
            .chain(of(&self.processors))
            .chain(of(&self.recipients))
            .chain(of(&self.retention))
            .chain(of(&self.security_measures))
            .chain(of(&self.sources))
            .chain(of(&self.sub_processor_lists))
            .chain(of(&self.subject_groups))
            .chain(of(&self.systems))
            .collect()
    }
}

/// What identifies a record.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'a str,
    /// Where it begins.
    pub at: Span,
    /// Its name or title; empty if it has none.
    pub name: &'a str,
}
