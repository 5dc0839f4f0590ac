//! A keyed table: rows in the order of the file.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::field::Field;
use crate::source::Span;

/// The key of a row and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// One row of a keyed table.
#[derive(Debug, Clone)]
pub struct Row<T> {
    /// Its key.
    pub key: Key,
    /// What stands under it.
    pub value: T,
    /// Where the whole row stands.
    pub span: Span,
}

/// A keyed table. Rows that could not be understood are left out; they have been reported.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    rows: Vec<Row<T>>,
    span: Option<Span>,
}

impl<T> Rows<T> {
    /// The rows in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Row<T>> {
        self.rows.iter()
    }

    /// Whether there is no usable row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row with a key.
    pub fn get(&self, key: &str) -> Option<&Row<T>> {
        self.rows.iter().find(|row| row.key.name == key)
    }

    /// Where it stands, if anything was written.
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// Takes out the rows that are not to be kept.
    pub fn retain(&mut self, keep: impl FnMut(&Row<T>) -> bool) {
        self.rows.retain(keep);
    }

    /// The rows themselves.
    pub fn into_vec(self) -> Vec<Row<T>> {
        self.rows
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Rows<T> {
        Rows { rows: Vec::new(), span: None }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rows<T>, D::Error> {
        let (table, span) = Field::<Table<T>>::deserialize(deserializer)?.into_parts();
        Ok(Rows { rows: table.map(|table| table.0).unwrap_or_default(), span })
    }
}

struct Table<T>(Vec<Row<T>>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Table<T>, D::Error> {
        deserializer.deserialize_map(TableVisitor(PhantomData))
    }
}

struct TableVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for TableVisitor<T> {
    type Value = Table<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<T>, A::Error> {
        // Rows are wide and mostly few: room for more than there are would double a registry.
        let mut rows = Vec::with_capacity(map.size_hint().unwrap_or_default());
        while let Some((key, value)) = map.next_entry::<Field<String>, Field<T>>()? {
            if let ((Some(name), Some(at)), (Some(value), Some(span))) = (key.into_parts(), value.into_parts()) {
                rows.push(Row { key: Key { name, span: at }, value, span });
            }
        }
        Ok(Table(rows))
    }
}

impl<T: JsonSchema> JsonSchema for Rows<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("RowsOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" },
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}
