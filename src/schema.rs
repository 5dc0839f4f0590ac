//! JSON Schemas of everything an author can write, from the very structs that are decoded.
//!
//! 1. schemars turns a struct into a draft-07 schema with nothing behind a `$ref`, so that every
//!    property says all there is to say about it.
//! 2. `finish` gives the schema its name, and each property, however deep, its visibility.
//! 3. Each kind has two: one for a file that is a record, one for a file that holds many.
//!
//! [`fields`] lists the same properties one by one, for what is generated from them.

mod field;
mod finish;
mod shape;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

pub(crate) use finish::unwrapped;

pub use field::{FieldInfo, Visibility};
pub use shape::{Choice, Shape};

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
use crate::theme::Written;

/// Every schema with the name of its file: for each kind that of a record file and that of a kind
/// file, and at the end that of the settings.
pub fn schemas() -> Vec<(String, Value)> {
    Kind::ALL
        .into_iter()
        .flat_map(|kind| {
            let record = (file_name(kind.schema_stem()), record_schema(kind));
            [record, (file_name(kind.folder()), kind_file_schema(kind))]
        })
        .chain([(file_name("registry"), settings_schema())])
        .collect()
}

/// The schema of a file that is one record: `activities/newsletter.toml`.
pub fn record_schema(kind: Kind) -> Value {
    match kind {
        Kind::Activity => record::<Activity>(),
        Kind::ClientProcessing => record::<ClientProcessing>(),
        Kind::CollectionPoint => record::<CollectionPoint>(),
        Kind::Controller => record::<Controller>(),
        Kind::Cookie => record::<Cookie>(),
        Kind::DataCategory => record::<DataCategory>(),
        Kind::LegalBasis => record::<LegalBasis>(),
        Kind::Notice => record::<Notice>(),
        Kind::Processor => record::<Processor>(),
        Kind::Recipient => record::<Recipient>(),
        Kind::Retention => record::<Retention>(),
        Kind::SecurityMeasure => record::<SecurityMeasure>(),
        Kind::Source => record::<Source>(),
        Kind::SubProcessorList => record::<SubProcessorList>(),
        Kind::SubjectGroup => record::<SubjectGroup>(),
        Kind::System => record::<System>(),
    }
}

/// The schema of a file that holds many records of a kind: `activities.toml`.
pub fn kind_file_schema(kind: Kind) -> Value {
    let mut record = record_schema(kind);
    if let Some(record) = record.as_object_mut() {
        // Only the root of a document names itself.
        record.retain(|key, _| key != "$schema" && key != "$id");
    }
    let schema = json!({
        "description": format!("Records of the kind `{}`: a table per record, and the table's name is its id.", kind.folder()),
        "type": "object",
        "propertyNames": { "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80 },
        "additionalProperties": record,
    });
    finish::name(schema, &file_name(kind.folder()), &format!("{}.toml", kind.folder()))
}

/// The schema of `registry.toml`.
pub fn settings_schema() -> Value {
    finish::name(finish::mark(of::<Settings>(), Visibility::Internal), &file_name("registry"), "registry.toml")
}

/// The schema of `theme.toml`.
pub fn theme_schema() -> Value {
    finish::name(finish::mark(of::<Written>(), Visibility::Public), &file_name("theme"), "theme.toml")
}

/// What serde and schemars know of `profiles/NAME.toml`; [`crate::export::profile::schema`] adds the facts.
pub(crate) fn profile_schema() -> Value {
    let marked = finish::mark(of::<Profile>(), Visibility::Internal);
    finish::name(marked, &file_name("profile"), "export profile")
}

/// Every field of a kind of record, at every depth, in the order of the structs.
pub fn fields(kind: Kind) -> Vec<FieldInfo> {
    field::of(&record_schema(kind))
}

/// Every field of the settings.
pub fn settings_fields() -> Vec<FieldInfo> {
    field::of(&settings_schema())
}

fn file_name(stem: &str) -> String {
    format!("{stem}.schema.json")
}

fn record<R: Record>() -> Value {
    let mut schema = finish::mark(of::<R>(), Visibility::Public);
    schema["required"] = json!([R::NAME_KEY]);
    schema["properties"][R::NAME_KEY]["minLength"] = json!(1);
    let title = R::KIND.schema_stem().replace('-', " ");
    finish::name(schema, &file_name(R::KIND.schema_stem()), &title)
}

/// What schemars makes of a type.
fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}
