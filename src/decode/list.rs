//! A list of values, each with its place.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};

use super::field::{Field, Located};
use crate::source::Span;

/// A list. Elements that could not be understood are left out; they have been reported.
#[derive(Debug, Clone)]
pub struct List<T> {
    items: Vec<Located<T>>,
    span: Option<Span>,
}

impl<T> List<T> {
    /// The elements with their places.
    pub fn located(&self) -> impl Iterator<Item = &Located<T>> {
        self.items.iter()
    }

    /// The elements.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.items.iter().map(|item| &item.value)
    }

    /// Whether it has no usable element: nothing written, or an empty list.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether nothing was written at all.
    pub fn is_absent(&self) -> bool {
        self.span.is_none()
    }

    /// Where it stands, if anything was written.
    pub fn span(&self) -> Option<Span> {
        self.span
    }
}

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List { items: Vec::new(), span: None }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<List<T>, D::Error> {
        let (items, span) = Field::<Vec<Field<T>>>::deserialize(deserializer)?.into_parts();
        let located = |item: Field<T>| match item.into_parts() {
            (Some(value), Some(span)) => Some(Located { value, span }),
            _ => None,
        };
        Ok(List { items: items.unwrap_or_default().into_iter().filter_map(located).collect(), span })
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": generator.subschema_for::<T>() })
    }
}
