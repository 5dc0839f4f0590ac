//! What records refer to, by typed ids.

use super::arena::{Id, Linked};
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
use crate::record::source::Source;
use crate::record::sub_processor_list::SubProcessorList;
use crate::record::subject_group::SubjectGroup;
use crate::record::system::System;

/// Somebody with a name: parties share one space of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A controller.
    Controller(Id<Controller>),
    /// A processor.
    Processor(Id<Processor>),
    /// Another recipient.
    Recipient(Id<Recipient>),
    /// A source of data.
    Source(Id<Source>),
}

/// Where data come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataSource {
    /// The person.
    DataSubject,
    /// Cookies, logs, behaviour.
    Observed,
    /// Made from other data.
    Derived,
    /// Somebody else.
    Party(Party),
}

/// A list that may come from above: from the activity, or from the defaults of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inherited<T> {
    /// The list.
    pub values: Vec<T>,
    /// Whether it was not written here.
    pub inherited: bool,
}

impl<T> Default for Inherited<T> {
    fn default() -> Inherited<T> {
        Inherited { values: Vec::new(), inherited: false }
    }
}

/// What an activity refers to. Rows stand in the order of the record's rows.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct ActivityLinks {
    pub controllers: Inherited<Id<Controller>>,
    pub subject_groups: Vec<Id<SubjectGroup>>,
    pub purposes: Vec<PurposeLinks>,
    pub data: Vec<DataLinks>,
    pub disclosures: Vec<DisclosureLinks>,
    pub retention: Inherited<Id<Retention>>,
    pub security: Inherited<Id<SecurityMeasure>>,
    pub systems: Inherited<Id<System>>,
    pub profiling_groups: Vec<Id<SubjectGroup>>,
    pub decision_groups: Vec<Id<SubjectGroup>>,
}

/// What a purpose refers to; groups are those of the activity unless it names its own.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct PurposeLinks {
    pub legal_bases: Vec<Id<LegalBasis>>,
    pub subject_groups: Vec<Id<SubjectGroup>>,
    pub categories: Vec<Id<DataCategory>>,
}

/// What a data row refers to; groups and retention are the activity's unless it names its own.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct DataLinks {
    pub categories: Vec<Id<DataCategory>>,
    pub subject_groups: Vec<Id<SubjectGroup>>,
    pub sources: Vec<DataSource>,
    pub main_source: Option<DataSource>,
    /// Indices of the activity's purposes.
    pub purposes: Vec<usize>,
    pub legal_bases: Vec<Id<LegalBasis>>,
    pub retention: Inherited<Id<Retention>>,
}

/// What a disclosure refers to; groups are those of the activity unless it names its own.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct DisclosureLinks {
    pub recipients: Vec<Party>,
    pub subject_groups: Vec<Id<SubjectGroup>>,
    pub categories: Vec<Id<DataCategory>>,
    /// Indices of the activity's purposes.
    pub purposes: Vec<usize>,
    pub legal_bases: Vec<Id<LegalBasis>>,
}

/// What a subject group refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct SubjectGroupLinks {
    pub related_to: Option<Id<SubjectGroup>>,
}

/// What a data category refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct DataCategoryLinks {
    pub parent: Option<Id<DataCategory>>,
}

/// What a processor refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct ProcessorLinks {
    pub sub_processors: Vec<Id<Processor>>,
}

/// What a retention rule refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct RetentionLinks {
    pub legal_bases: Vec<Id<LegalBasis>>,
}

/// What a system refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct SystemLinks {
    pub operated_by: Option<Id<Processor>>,
}

/// What a cookie refers to; groups are those of its activity unless it names its own.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct CookieLinks {
    pub provider: Option<Party>,
    pub subject_groups: Vec<Id<SubjectGroup>>,
    pub activity: Option<Id<Activity>>,
}

/// What a client processing refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct ClientLinks {
    pub subject_groups: Vec<Id<SubjectGroup>>,
    pub processor: Option<Id<Controller>>,
    pub categories: Vec<Id<DataCategory>>,
    pub sub_processors: Vec<Id<Processor>>,
    pub security: Vec<Id<SecurityMeasure>>,
}

/// What a collection point refers to; groups are those of its activities unless it names its own.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct CollectionPointLinks {
    pub activities: Vec<Id<Activity>>,
    pub subject_groups: Vec<Id<SubjectGroup>>,
    /// The category of each row.
    pub collects: Vec<Option<Id<DataCategory>>>,
    /// The notice it names, or the only one.
    pub notice: Option<Id<Notice>>,
}

/// What a notice refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct NoticeLinks {
    pub controller: Option<Id<Controller>>,
    /// The groups it speaks to, in the order in which it speaks to them.
    pub subject_groups: Vec<Id<SubjectGroup>>,
    /// The activities it is restricted to; empty where it names none.
    pub activities: Vec<Id<Activity>>,
    pub sections: Vec<SectionLinks>,
    pub statements: Vec<Vec<Id<SubjectGroup>>>,
    pub duties: Vec<Vec<Id<SubjectGroup>>>,
    pub advice: Vec<Vec<Id<SubjectGroup>>>,
}

/// What a list of sub-processors refers to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct SubProcessorListLinks {
    /// The company that engages them, or the default controller.
    pub processor: Option<Id<Controller>>,
    pub client_processing: Vec<Id<ClientProcessing>>,
    /// The sub-processor of each row.
    pub engagements: Vec<Option<Id<Processor>>>,
}

/// What the settings of a section refer to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct SectionLinks {
    pub together: Vec<Vec<Id<SubjectGroup>>>,
}

/// What a controller refers to.
#[derive(Debug, Default)]
pub struct ControllerLinks {
    /// Groups of each message that survives an opt-out.
    pub still_sent: Vec<Vec<Id<SubjectGroup>>>,
}

impl Linked for Activity {
    type Links = ActivityLinks;
}
impl Linked for ClientProcessing {
    type Links = ClientLinks;
}
impl Linked for CollectionPoint {
    type Links = CollectionPointLinks;
}
impl Linked for Controller {
    type Links = ControllerLinks;
}
impl Linked for Cookie {
    type Links = CookieLinks;
}
impl Linked for DataCategory {
    type Links = DataCategoryLinks;
}
impl Linked for LegalBasis {
    type Links = ();
}
impl Linked for Notice {
    type Links = NoticeLinks;
}
impl Linked for Processor {
    type Links = ProcessorLinks;
}
impl Linked for Recipient {
    type Links = ();
}
impl Linked for Retention {
    type Links = RetentionLinks;
}
impl Linked for SecurityMeasure {
    type Links = ();
}
impl Linked for SubProcessorList {
    type Links = SubProcessorListLinks;
}
impl Linked for Source {
    type Links = ();
}
impl Linked for SubjectGroup {
    type Links = SubjectGroupLinks;
}
impl Linked for System {
    type Links = SystemLinks;
}
