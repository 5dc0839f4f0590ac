//! How a notice is laid out: whom it speaks to, and how headings look.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Field, List, Phrase, Prose, Ref};
use crate::record::subject_group::SubjectGroup;

/// Whom sections speak to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpeaksTo {
    /// To each group under its heading (the default).
    #[default]
    Groups,
    /// To everybody together.
    You,
}

/// How section headings look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Headings {
    /// "Your rights" (the default).
    #[default]
    Plain,
    /// "9. Your rights".
    Numbered,
    /// "What rights do you have?".
    Questions,
}

/// How group headings look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupHeadings {
    /// "Customers" (the default).
    #[default]
    Plain,
    /// "(A) Customers", beginning anew in each section.
    Lettered,
}

/// Heading, introduction and grouping of one section.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionSettings {
    /// The heading, in place of the usual one.
    pub heading: Field<Phrase>,
    /// Opening paragraphs of the section.
    pub introduction: Field<Prose>,
    /// Groups that stand under one heading although their facts differ: lists of group ids.
    pub together: List<Together>,
}

/// Groups under one heading.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Together {
    /// The groups, by id.
    pub groups: List<Ref<SubjectGroup>>,
}
