//! `data-categories`: categories of personal data, Article 30(1)(c).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, Items, List, Phrase, Prose, Ref};
use crate::record::waiver::Waiver;

/// A category of personal data, Article 30(1)(c).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DataCategory {
    /// The category as a noun phrase in lower case: "contact information". Required.
    #[schemars(extend("x-text" = "We process ...", "x-articles" = ["30(1)(c)", "14(1)(d)"]))]
    pub name: Field<Phrase>,
    /// What belongs to it, each a noun phrase: "your name". Either a list of phrases, or a table
    /// whose values are phrases or tables with `label`, `condition`, `special`.
    #[schemars(extend("x-articles" = ["30(1)(c)"]))]
    pub items: Field<Items>,
    /// Whether `items` is the whole list. Otherwise it reads "for example".
    pub exhaustive: Field<bool>,
    /// When the category is collected at all. Completes "if ...".
    #[schemars(extend("x-text" = "... if ..."))]
    pub condition: Field<Phrase>,
    /// Kind of special category, if it is one.
    #[schemars(extend("x-articles" = ["9(1)"]))]
    pub special: Field<Special>,
    /// Whether it is data on criminal convictions and offences.
    #[schemars(extend("x-articles" = ["10"]))]
    pub criminal: Field<bool>,
    /// How far the data identify a person.
    #[schemars(extend("x-articles" = ["4(1)"]))]
    pub identifiability: Field<Identifiability>,
    /// One or two sentences of explanation.
    pub description: Field<Prose>,
    /// The wider category this one belongs to; it orders the register.
    pub parent: Internal<Field<Ref<DataCategory>>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// An item of a data category that needs more than its name.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("required" = ["label"]))]
pub struct Item {
    /// The item as a noun phrase: "dietary requirements". Required.
    pub label: Field<Phrase>,
    /// When it is collected. Completes "if ...".
    #[schemars(extend("x-text" = "... if ..."))]
    pub condition: Field<Phrase>,
    /// Kind of special category that it is or may reveal.
    #[schemars(extend("x-articles" = ["9(1)"]))]
    pub special: Field<Special>,
    /// Whether the person must give it.
    #[schemars(extend("x-articles" = ["13(2)(e)"]))]
    pub mandatory: Field<bool>,
}

/// The special categories of Article 9(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Special {
    /// Racial or ethnic origin.
    Origin,
    /// Political opinions.
    PoliticalOpinions,
    /// Religious or philosophical beliefs.
    Beliefs,
    /// Trade union membership.
    TradeUnion,
    /// Genetic data.
    Genetic,
    /// Biometric data used to identify a person.
    Biometric,
    /// Health.
    Health,
    /// Sex life or sexual orientation.
    SexLife,
}

/// How far data identify a person, Article 4(1) and recital 26.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Identifiability {
    /// Personal data (the default).
    Personal,
    /// Not meant to identify anybody, personal when combined with other data.
    IfCombined,
    /// Anonymous: outside the GDPR, said for completeness.
    Anonymous,
}
