//! What never leaves the register.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer};

/// A field that is for the internal register only.
///
/// The content can be read by [`Internal::internal`] alone, a name that stands out: a test keeps
/// it away from everything that makes public pages.
#[derive(Debug, Clone, Default)]
pub struct Internal<T>(T);

impl<T> Internal<T> {
    /// The content. Never on the way to a public page.
    pub fn internal(&self) -> &T {
        &self.0
    }

    /// The content, to be changed. Never on the way to a public page.
    pub fn internal_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Internal<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Internal<T>, D::Error> {
        T::deserialize(deserializer).map(Internal)
    }
}

impl<T: JsonSchema> JsonSchema for Internal<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Internal{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        schema.insert("x-visibility".into(), "internal".into());
        schema
    }
}
