//! The registry after every name has been looked up.
//!
//! A record keeps its plain facts; what it refers to stands beside it as typed ids in its
//! [`Linked::Links`]. After [`crate::resolve`] nothing meets a name that leads nowhere.

mod anonymous;
mod arena;
mod links;
mod mentions;
mod regime;
mod survey;

pub use arena::{Arena, Entry, Id, Linked};
pub use links::{
    ActivityLinks, ClientLinks, CollectionPointLinks, ControllerLinks, CookieLinks, DataCategoryLinks, DataLinks,
    DataSource, DisclosureLinks, Inherited, NoticeLinks, Party, ProcessorLinks, PurposeLinks, RetentionLinks,
    SectionLinks, SubProcessorListLinks, SubjectGroupLinks, SystemLinks,
};
pub use mentions::{Mention, Mentions};

use std::sync::Arc;

use crate::law::Overlay;
use crate::record::activity::Activity;
use crate::record::client_processing::ClientProcessing;
use crate::record::collection_point::CollectionPoint;
use crate::record::controller::Controller;
use crate::record::cookie::Cookie;
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::record::notice::Notice;
use crate::record::processor::Processor;
use crate::record::recipient::Recipient;
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::settings::Settings;
use crate::record::source::Source;
use crate::record::sub_processor_list::SubProcessorList;
use crate::record::subject_group::SubjectGroup;
use crate::record::system::System;
use crate::record::{Kind, Record};

/// All records of a registry, each kind in the order of ids.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after its kind")]
pub struct Registry {
    pub settings: Arc<Settings>,
    pub default_controller: Option<Id<Controller>>,
    pub activities: Arena<Activity>,
    pub client_processing: Arena<ClientProcessing>,
    pub collection_points: Arena<CollectionPoint>,
    pub controllers: Arena<Controller>,
    pub cookies: Arena<Cookie>,
    pub data_categories: Arena<DataCategory>,
    pub legal_bases: Arena<LegalBasis>,
    pub notices: Arena<Notice>,
    pub processors: Arena<Processor>,
    pub recipients: Arena<Recipient>,
    pub retention: Arena<Retention>,
    pub security_measures: Arena<SecurityMeasure>,
    pub sources: Arena<Source>,
    pub sub_processor_lists: Arena<SubProcessorList>,
    pub subject_groups: Arena<SubjectGroup>,
    pub systems: Arena<System>,
    /// Legal data, with what the settings say instead.
    pub law: Overlay,
    /// Where records name each other.
    pub mentions: Mentions,
    /// What was asked for, where this is not the whole register.
    pub extract: Option<Extract>,
}

/// What was asked for of a register; the rest was taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// Name of the controller whose activities these are.
    pub controller: Option<String>,
    /// Titles of the activities.
    pub activities: Vec<String>,
    /// Name of the client for whom this is done.
    pub client: Option<String>,
}

/// Any record: its kind and its place among the records of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    /// The kind.
    pub kind: Kind,
    /// The index among the records of the kind.
    pub index: u32,
}

impl<R: Record> From<Id<R>> for Node {
    fn from(id: Id<R>) -> Node {
        Node { kind: R::KIND, index: id.index() }
    }
}

impl Registry {
    /// The records that name this one, in order.
    pub fn users(&self, node: impl Into<Node>) -> &[Node] {
        self.mentions.users(node.into())
    }

    /// The place of a record, if there is one of this kind and id.
    pub fn node(&self, kind: Kind, id: &str) -> Option<Node> {
        fn of<R: Record + Linked>(arena: &Arena<R>, id: &str) -> Option<Node> {
            arena.find(id).map(Node::from)
        }
        match kind {
            Kind::Activity => of(&self.activities, id),
            Kind::ClientProcessing => of(&self.client_processing, id),
            Kind::CollectionPoint => of(&self.collection_points, id),
            Kind::Controller => of(&self.controllers, id),
            Kind::Cookie => of(&self.cookies, id),
            Kind::DataCategory => of(&self.data_categories, id),
            Kind::LegalBasis => of(&self.legal_bases, id),
            Kind::Notice => of(&self.notices, id),
            Kind::Processor => of(&self.processors, id),
            Kind::Recipient => of(&self.recipients, id),
            Kind::Retention => of(&self.retention, id),
            Kind::SecurityMeasure => of(&self.security_measures, id),
            Kind::Source => of(&self.sources, id),
            Kind::SubProcessorList => of(&self.sub_processor_lists, id),
            Kind::SubjectGroup => of(&self.subject_groups, id),
            Kind::System => of(&self.systems, id),
        }
    }

    /// The id and the name of any record.
    pub fn identity(&self, node: Node) -> (&str, &str) {
        fn of<R: Record + Linked>(arena: &Arena<R>, node: Node) -> (&str, &str) {
            let entry = &arena[Id::at(node.index)];
            (&entry.id, entry.name())
        }
        match node.kind {
            Kind::Activity => of(&self.activities, node),
            Kind::ClientProcessing => of(&self.client_processing, node),
            Kind::CollectionPoint => of(&self.collection_points, node),
            Kind::Controller => of(&self.controllers, node),
            Kind::Cookie => of(&self.cookies, node),
            Kind::DataCategory => of(&self.data_categories, node),
            Kind::LegalBasis => of(&self.legal_bases, node),
            Kind::Notice => of(&self.notices, node),
            Kind::Processor => of(&self.processors, node),
            Kind::Recipient => of(&self.recipients, node),
            Kind::Retention => of(&self.retention, node),
            Kind::SecurityMeasure => of(&self.security_measures, node),
            Kind::Source => of(&self.sources, node),
            Kind::SubProcessorList => of(&self.sub_processor_lists, node),
            Kind::SubjectGroup => of(&self.subject_groups, node),
            Kind::System => of(&self.systems, node),
        }
    }
}
