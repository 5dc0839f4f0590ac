//! The kinds of records.

use serde::de::DeserializeOwned;

use super::waiver::Waiver;
use crate::decode::{Field, List};

/// A kind of record. Its folder name is its name everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `activities`
    Activity,
    /// `client-processing`
    ClientProcessing,
    /// `collection-points`
    CollectionPoint,
    /// `controllers`
    Controller,
    /// `cookies`
    Cookie,
    /// `data-categories`
    DataCategory,
    /// `legal-bases`
    LegalBasis,
    /// `notices`
    Notice,
    /// `processors`
    Processor,
    /// `recipients`
    Recipient,
    /// `retention`
    Retention,
    /// `security-measures`
    SecurityMeasure,
    /// `sources`
    Source,
    /// `sub-processor-lists`
    SubProcessorList,
    /// `subject-groups`
    SubjectGroup,
    /// `systems`
    System,
}

impl Kind {
    /// All kinds, in the order of their folders.
    pub const ALL: [Kind; 16] = [
        Kind::Activity,
        Kind::ClientProcessing,
        Kind::CollectionPoint,
        Kind::Controller,
        Kind::Cookie,
        Kind::DataCategory,
        Kind::LegalBasis,
        Kind::Notice,
        Kind::Processor,
        Kind::Recipient,
        Kind::Retention,
        Kind::SecurityMeasure,
        Kind::Source,
        Kind::SubProcessorList,
        Kind::SubjectGroup,
        Kind::System,
    ];

    /// The folder, and the stem of the file, that holds records of this kind.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Activity => "activities",
            Kind::ClientProcessing => "client-processing",
            Kind::CollectionPoint => "collection-points",
            Kind::Controller => "controllers",
            Kind::Cookie => "cookies",
            Kind::DataCategory => "data-categories",
            Kind::LegalBasis => "legal-bases",
            Kind::Notice => "notices",
            Kind::Processor => "processors",
            Kind::Recipient => "recipients",
            Kind::Retention => "retention",
            Kind::SecurityMeasure => "security-measures",
            Kind::Source => "sources",
            Kind::SubProcessorList => "sub-processor-lists",
            Kind::SubjectGroup => "subject-groups",
            Kind::System => "systems",
        }
    }

    /// One record of this kind, in words, with its article: "an activity".
    pub fn one(self) -> &'static str {
        match self {
            Kind::Activity => "an activity",
            Kind::ClientProcessing => "a client processing",
            Kind::CollectionPoint => "a collection point",
            Kind::Controller => "a controller",
            Kind::Cookie => "a cookie",
            Kind::DataCategory => "a data category",
            Kind::LegalBasis => "a legal basis",
            Kind::Notice => "a notice",
            Kind::Processor => "a processor",
            Kind::Recipient => "a recipient",
            Kind::Retention => "a retention rule",
            Kind::SecurityMeasure => "a security measure",
            Kind::Source => "a source",
            Kind::SubProcessorList => "a list of sub-processors",
            Kind::SubjectGroup => "a subject group",
            Kind::System => "a system",
        }
    }

    /// The kind that a folder or file stem names.
    pub fn of_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The name of the schema of one record: `activity`.
    pub fn schema_stem(self) -> &'static str {
        match self {
            Kind::Activity => "activity",
            Kind::ClientProcessing => "client-processing-record",
            Kind::CollectionPoint => "collection-point",
            Kind::Controller => "controller",
            Kind::Cookie => "cookie",
            Kind::DataCategory => "data-category",
            Kind::LegalBasis => "legal-basis",
            Kind::Notice => "notice",
            Kind::Processor => "processor",
            Kind::Recipient => "recipient",
            Kind::Retention => "retention-rule",
            Kind::SecurityMeasure => "security-measure",
            Kind::Source => "source",
            Kind::SubProcessorList => "sub-processor-list",
            Kind::SubjectGroup => "subject-group",
            Kind::System => "system",
        }
    }
}

/// A record of some kind.
pub trait Record: Sized + Default + DeserializeOwned + schemars::JsonSchema + Send + Sync + 'static {
    /// Its kind.
    const KIND: Kind;
    /// The key without which it cannot be named.
    const NAME_KEY: &'static str;

    /// Whether its name was written, and the name.
    fn name(&self) -> Name<'_>;

    /// Its waivers.
    fn waivers(&self) -> &List<Waiver>;
}

/// The name of a record: its text, and whether anything was written at all.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    /// The text.
    pub text: Option<&'a str>,
    /// Whether the key is absent.
    pub absent: bool,
}

impl<'a, T: std::ops::Deref<Target = str>> From<&'a Field<T>> for Name<'a> {
    fn from(field: &'a Field<T>) -> Name<'a> {
        Name { text: field.text(), absent: field.is_absent() }
    }
}

macro_rules! public_or_internal {
    ($field:expr) => {
        &$field
    };
    ($field:expr, $inside:ident) => {
        $field.$inside()
    };
}

/// Public names are read as they are, internal ones from inside; nothing else differs.
macro_rules! record {
    ($type:ty, $kind:ident, $field:ident $(, $inside:ident)?) => {
        impl Record for $type {
            const KIND: Kind = Kind::$kind;
            const NAME_KEY: &'static str = stringify!($field);

            fn name(&self) -> Name<'_> {
                Name::from(public_or_internal!(self.$field $(, $inside)?))
            }

            fn waivers(&self) -> &List<Waiver> {
                self.waivers.internal()
            }
        }
    };
}

record!(super::activity::Activity, Activity, title, internal);
record!(super::client_processing::ClientProcessing, ClientProcessing, title, internal);
record!(super::collection_point::CollectionPoint, CollectionPoint, title);
record!(super::controller::Controller, Controller, name);
record!(super::cookie::Cookie, Cookie, name);
record!(super::data_category::DataCategory, DataCategory, name);
record!(super::legal_basis::LegalBasis, LegalBasis, title, internal);
record!(super::notice::Notice, Notice, title);
record!(super::processor::Processor, Processor, name);
record!(super::recipient::Recipient, Recipient, name);
record!(super::retention::Retention, Retention, title, internal);
record!(super::security_measure::SecurityMeasure, SecurityMeasure, title, internal);
record!(super::source::Source, Source, name);
record!(super::sub_processor_list::SubProcessorList, SubProcessorList, title);
record!(super::subject_group::SubjectGroup, SubjectGroup, name);
record!(super::system::System, System, title, internal);
