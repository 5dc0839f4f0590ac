//! What processors, recipients and sources share: how a party may be shown to the public.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a party appears in public notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownAs {
    /// By its name (the default; WP260 asks for names first).
    #[default]
    Name,
    /// By its category only; then the name stays in the internal register.
    Category,
}
