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

/// What a notice calls itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Called {
    /// "This notice" (the default).
    #[default]
    Notice,
    /// "This policy".
    Policy,
    /// "This statement".
    Statement,
}

/// How days are written; the words are those of the language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateStyle {
    /// "6 October 2023" (the default).
    #[default]
    DayFirst,
    /// "October 6, 2023".
    MonthFirst,
    /// "6th of October, 2023".
    Ordinal,
}

/// How the items of lists are numbered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListNumbering {
    /// With bullets (the default).
    #[default]
    Bullets,
    /// 1., 2., 3.
    Numbers,
    /// (a), (b), (c).
    Letters,
    /// (i), (ii), (iii).
    Roman,
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

/// How a section tells its facts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownAs {
    /// In sentences (the default).
    #[default]
    Sentences,
    /// In one table for all groups, with a column that says whom each row concerns.
    Table,
}

/// Heading, introduction and grouping of one section.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionSettings {
    /// The heading, in place of the usual one.
    pub heading: Field<Phrase>,
    /// Opening paragraphs of the section.
    pub introduction: Field<Prose>,
    /// Whether the section stands on a page of its own, to which the notice leads.
    pub own_page: Field<bool>,
    /// Whether the section tells its facts in sentences or in a table; for `purposes` and `retention`.
    pub shown_as: Field<ShownAs>,
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
