//! A waiver: one finding that somebody decided to live with for a while.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Date, Field};

/// Silences one lint for this record, by whom, why and until when. All four keys are required.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("required" = ["lint", "reason", "owner", "expires"]))]
pub struct Waiver {
    /// Name of the lint, such as `retention-missing`; or `not-material`, which says of changes that only a person
    /// can judge, and that come with it, that people need not hear of them before (`ropa diff --deny material`).
    pub lint: Field<String>,
    /// Why the finding is accepted for now.
    pub reason: Field<String>,
    /// Who answers for it: a role, not a person.
    pub owner: Field<String>,
    /// The day from which the waiver no longer holds.
    pub expires: Field<Date>,
}
