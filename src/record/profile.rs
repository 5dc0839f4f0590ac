//! `profiles/NAME.toml`: how a table export is laid out.
//!
//! A profile is no record: it says nothing about processing, has no lint and stands in no notice. It
//! names facts of the register, in the order and with the labels that a reader wants.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, List, Rows};

/// How a table export is laid out: its sheets and columns, and which fact of the register each shows.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("required" = ["title", "sheets"]))]
pub struct Profile {
    /// What the export is called, in its language. Required.
    pub title: Field<String>,
    /// The same in English.
    pub english: Field<String>,
    /// The authority whose form it follows.
    pub authority: Field<String>,
    /// Language of its labels, such as `fr`; English without it.
    pub language: Field<String>,
    /// Address of the form.
    pub source: Field<String>,
    /// Day on which the form was read.
    pub read: Field<Date>,
    /// Whether the form itself was read.
    pub fidelity: Field<Fidelity>,
    /// Who reads the export. A public one may use public facts only; internal without it.
    pub audience: Field<Audience>,
    /// What a reader of the export should know about the form: what could not be confirmed, what was
    /// left out.
    pub note: Field<String>,
    /// Words of the program in the language of the profile, such as `yes = "oui"`.
    pub words: Rows<String>,
    /// The sheets, in order. Required.
    pub sheets: List<Sheet>,
}

/// Whether the form itself was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fidelity {
    /// The form, or the law, itself.
    Original,
    /// Something that reproduces it.
    Reproduction,
    /// There is no form: the layout is our own.
    Own,
}

/// Who reads an export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everybody: nothing internal may stand in it.
    Public,
    /// Those who may see the register, an authority among them.
    #[default]
    Internal,
}

/// A sheet: parts below each other.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("required" = ["name", "parts"]))]
pub struct Sheet {
    /// The name on its tab. Required.
    pub name: Field<String>,
    /// The same in English.
    pub english: Field<String>,
    /// Makes a form: one sheet for each of these rows, named after it.
    pub for_each: Field<RowKind>,
    /// What stands in it. Required.
    pub parts: List<Part>,
}

/// A part of a sheet: a table with `rows` and `columns`, or `facts` below each other.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Part {
    /// Its heading.
    pub heading: Field<String>,
    /// The heading in English.
    pub english: Field<String>,
    /// A sentence or two below the heading.
    pub note: Field<String>,
    /// What the rows of the table are. In a form, those that belong to its subject.
    pub rows: Field<RowKind>,
    /// Label of a first column with the number of the row, where the table has one.
    pub numbered: Field<String>,
    /// The columns of the table.
    pub columns: List<Column>,
    /// Labels with facts below each other, in place of a table.
    pub facts: List<Column>,
}

/// A column of a table, or a line of a form.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("required" = ["label"]))]
pub struct Column {
    /// Its head. Required.
    pub label: Field<String>,
    /// The same in English.
    pub english: Field<String>,
    /// The facts that fill it, one after the other. Without any, the export lists it as one that the
    /// register cannot fill.
    pub from: List<String>,
    /// Takes only this entry of the facts, counted from 1.
    pub entry: Field<u32>,
    /// Takes the entries of the facts from this one on, counted from 1.
    pub entries_from: Field<u32>,
    /// The article that asks for it, such as `30(1)(b)`.
    pub article: Field<String>,
    /// Whether the form asks for it in each row. What is required and empty is reported.
    pub required: Field<bool>,
    /// How much room it wants: `narrow` for days and numbers, `medium` for names, `wide` (the default)
    /// for sentences.
    pub width: Field<Width>,
}

/// How much room a column wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Width {
    /// Days, numbers, yes and no.
    Narrow,
    /// Names.
    Medium,
    /// Sentences.
    #[default]
    Wide,
}

/// What a row of a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// The register as a whole: one row.
    Register,
    /// A controller.
    Controller,
    /// Whoever Article 30(1)(a) names: controller, joint controller, officer, representative.
    Actor,
    /// A processing activity.
    Activity,
    /// A processing activity that the public may hear of: it is not exempt and has not ended.
    Inventory,
    /// A purpose of an activity.
    Purpose,
    /// A category of data in a row of an activity.
    Data,
    /// The same, without special categories and data on offences.
    OrdinaryData,
    /// The same, special categories and data on offences only.
    SpecialData,
    /// A category of data in a row of an activity, once for each group of people.
    Matrix,
    /// Somebody who receives data of an activity, once for each circumstance.
    Disclosure,
    /// A processor.
    Processor,
    /// Another recipient.
    Recipient,
    /// A source of data.
    Source,
    /// A transfer to a third country or an international organisation.
    Transfer,
    /// A rule on time.
    Retention,
    /// A security measure.
    SecurityMeasure,
    /// What is processed for others, Article 30(2).
    ClientProcessing,
    /// A client, once for each processing.
    Client,
    /// A legal basis.
    LegalBasis,
    /// A system.
    System,
    /// A category of data.
    DataCategory,
    /// A category of people.
    SubjectGroup,
}

impl RowKind {
    /// All of them.
    pub const ALL: [RowKind; 23] = [
        RowKind::Register,
        RowKind::Controller,
        RowKind::Actor,
        RowKind::Activity,
        RowKind::Inventory,
        RowKind::Purpose,
        RowKind::Data,
        RowKind::OrdinaryData,
        RowKind::SpecialData,
        RowKind::Matrix,
        RowKind::Disclosure,
        RowKind::Processor,
        RowKind::Recipient,
        RowKind::Source,
        RowKind::Transfer,
        RowKind::Retention,
        RowKind::SecurityMeasure,
        RowKind::ClientProcessing,
        RowKind::Client,
        RowKind::LegalBasis,
        RowKind::System,
        RowKind::DataCategory,
        RowKind::SubjectGroup,
    ];
}

impl fmt::Display for RowKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::decode::word(self))
    }
}
