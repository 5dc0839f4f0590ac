//! `registry/registry.toml`: settings of the registry as a whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Field, List, Ref, Rows};
use crate::record::controller::Controller;
use crate::record::legal_data::Adequacy;
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::system::System;

/// Settings of the registry. Internal as a whole: nothing of it is published.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("x-visibility" = "internal"))]
pub struct Settings {
    /// Name of the register, as its start page shows it.
    pub title: Field<String>,
    /// Language the records are written in, such as `en`.
    pub language: Field<String>,
    /// The controller of everything that does not name one; needed only if there are several.
    pub default_controller: Field<Ref<Controller>>,
    /// Where the registry's files can be seen: the address of the folder as the browser shows it, such as
    /// `https://github.com/us/gdpr/blob/main/registry`. The register then leads from each record and each
    /// finding to the line in its file. The forms of GitHub, GitLab, Gitea, Forgejo (Codeberg), Bitbucket
    /// and Azure DevOps are known; for others, write `{path}` and `{line}` where they belong:
    /// `https://cgit.example/gdpr/tree/registry/{path}#n{line}`.
    pub repository_url: Field<String>,
    /// Levels of lints and of their groups: `allow`, `warn` or `deny`. A lint wins over its group.
    pub lints: Rows<Level>,
    /// Adequacy decisions that the program does not know, or knows otherwise; keys are ids.
    #[schemars(extend("x-articles" = ["45"]))]
    pub adequacy: Rows<Adequacy>,
    /// What holds for every activity that does not say otherwise. The register marks it.
    pub activity_defaults: Field<ActivityDefaults>,
}

/// Defaults for activities.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ActivityDefaults {
    /// Retention rules of activities that have none, by id.
    pub retention: List<Ref<Retention>>,
    /// Measures of activities that have none, by id.
    pub security: List<Ref<SecurityMeasure>>,
    /// Systems of activities that have none, by id.
    pub systems: List<Ref<System>>,
    /// Owner of activities that have none: a role.
    pub owner: Field<String>,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing is said.
    Allow,
    /// It is said.
    Warn,
    /// It is said, and `check` and `build` end with exit code 1.
    Deny,
}
