//! Profiling and automated decisions, Articles 4(4) and 22.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Field, Internal, List, Phrase, Prose, Ref};
use crate::record::subject_group::SubjectGroup;

/// Profiling, Article 4(4).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profiling {
    /// Whether profiles are made at all. `false` says so on purpose.
    #[schemars(extend("x-articles" = ["4(4)", "13(2)(f)"]))]
    pub used: Field<bool>,
    /// What is done. Completes "We ...": "rank you by your interest in our topics".
    #[schemars(extend("x-text" = "We ...", "x-articles" = ["13(2)(f)", "14(2)(g)"]))]
    pub method: Field<Phrase>,
    /// Subjects of the profile, each a noun phrase: "data security".
    pub topics: List<Phrase>,
    /// What the profile draws on, each a noun phrase.
    #[schemars(extend("x-articles" = ["13(2)(f)"]))]
    pub inputs: List<Phrase>,
    /// What it leads to. A whole sentence.
    #[schemars(extend("x-articles" = ["13(2)(f)"]))]
    pub effect: Field<Phrase>,
    /// The groups concerned; without it, those of the activity.
    pub subject_groups: List<Ref<SubjectGroup>>,
}

/// Decisions based solely on automated processing, Article 22.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AutomatedDecisions {
    /// Whether such decisions are made. `false` says so on purpose.
    #[schemars(extend("x-articles" = ["22(1)", "13(2)(f)", "14(2)(g)"]))]
    pub used: Field<bool>,
    /// What is decided. Completes "We decide by automated means ...": "whether we accept an order".
    #[schemars(extend("x-text" = "We decide by automated means ...", "x-articles" = ["13(2)(f)"]))]
    pub decision: Field<Phrase>,
    /// The logic involved, in plain words. Whole sentences.
    #[schemars(extend("x-articles" = ["13(2)(f)", "14(2)(g)", "C-203/22"]))]
    pub logic: Field<Prose>,
    /// Significance and expected consequences. Whole sentences.
    #[schemars(extend("x-articles" = ["13(2)(f)", "14(2)(g)"]))]
    pub consequences: Field<Prose>,
    /// How to reach a human, state a view and contest. Completes "You can ...".
    #[schemars(extend("x-text" = "You can ...", "x-articles" = ["22(3)"]))]
    pub safeguards: Field<Phrase>,
    /// The groups concerned; without it, those of the activity.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// The exception relied on, such as `22(2)(a)`.
    #[schemars(extend("x-articles" = ["22(2)", "22(4)"]))]
    pub exception: Internal<Field<String>>,
}
