//! One value of a record, with its place.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use super::decoder::LOCATED;
use crate::source::{FileId, Span};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A value that may be absent. A value that could not be understood counts as absent, but keeps
/// its place, so that nothing else is said about it.
#[derive(Debug, Clone)]
pub struct Field<T> {
    value: Option<T>,
    span: Option<Span>,
}

impl<T> Field<T> {
    /// The value, if it is there and was understood.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Where it stands, if anything was written.
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// The value with its place.
    pub fn located(&self) -> Option<Located<&T>> {
        Some(Located { value: self.value.as_ref()?, span: self.span? })
    }

    /// Whether nothing was written.
    pub fn is_absent(&self) -> bool {
        self.span.is_none()
    }

    pub(super) fn into_parts(self) -> (Option<T>, Option<Span>) {
        (self.value, self.span)
    }
}

impl<T: Copy> Field<T> {
    /// The value itself, for small ones.
    pub fn copied(&self) -> Option<T> {
        self.value
    }
}

impl<T: Deref<Target = str>> Field<T> {
    /// The text, if it is there.
    pub fn text(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

impl Field<bool> {
    /// Whether it was said to be so.
    pub fn is_true(&self) -> bool {
        self.value == Some(true)
    }

    /// Whether it was said not to be so, on purpose.
    pub fn is_false(&self) -> bool {
        self.value == Some(false)
    }
}

impl<T> Default for Field<T> {
    fn default() -> Field<T> {
        Field { value: None, span: None }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Field<T>, D::Error> {
        deserializer.deserialize_newtype_struct(LOCATED, Parts(PhantomData))
    }
}

struct Parts<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Parts<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a located value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Field<T>, A::Error> {
        let mut number = || parts.next_element::<u32>().map(Option::unwrap_or_default);
        let span = Span { file: FileId(number()?), start: number()?, end: number()? };
        // A broken value has been reported by the decoder; the record goes on without it.
        Ok(Field { value: parts.next_element::<T>().ok().flatten(), span: Some(span) })
    }
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
