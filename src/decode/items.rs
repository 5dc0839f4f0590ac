//! The items of a data category: a list of phrases, or a table where some need more.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor, value};

use super::BadText;
use super::field::Field;
use super::text::Phrase;
use crate::record::data_category::Item;
use crate::source::Span;

/// Items in their order.
#[derive(Debug, Clone, Default)]
pub struct Items(pub Vec<PlainItem>);

/// One item: plain, or with conditions.
#[derive(Debug, Clone)]
pub struct PlainItem {
    /// Its words.
    pub label: Phrase,
    /// What else was said about it.
    pub more: Option<Item>,
    /// Where it stands.
    pub span: Span,
}

impl Items {
    /// The items in their order.
    pub fn iter(&self) -> impl Iterator<Item = &PlainItem> {
        self.0.iter()
    }
}

impl<'de> Deserialize<'de> for Items {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Items, D::Error> {
        deserializer.deserialize_any(ItemsVisitor)
    }
}

struct ItemsVisitor;

impl<'de> Visitor<'de> for ItemsVisitor {
    type Value = Items;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Items, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element::<Field<Phrase>>()? {
            if let (Some(label), Some(span)) = item.into_parts() {
                items.push(PlainItem { label, more: None, span });
            }
        }
        Ok(Items(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Items, A::Error> {
        let mut items = Vec::new();
        while let Some((_, entry)) = table.next_entry::<Field<String>, Field<Entry>>()? {
            if let (Some(entry), Some(span)) = entry.into_parts() {
                let label = match &entry {
                    Entry::Plain(label) => Some(label.clone()),
                    Entry::Full(item) => item.label.get().cloned(),
                };
                let more = if let Entry::Full(item) = entry { Some(*item) } else { None };
                if let Some(label) = label {
                    items.push(PlainItem { label, more, span });
                }
            }
        }
        Ok(Items(items))
    }
}

enum Entry {
    Plain(Phrase),
    Full(Box<Item>),
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entry, D::Error> {
        deserializer.deserialize_struct("Item", &["label", "condition", "special", "mandatory"], EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a table")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Entry, E> {
        Phrase::deserialize(value::StrDeserializer::new(text)).map(Entry::Plain)
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Entry, A::Error> {
        let item = Item::deserialize(value::MapAccessDeserializer::new(table))?;
        if item.label.is_absent() {
            let help = "write `label = \"...\"`, the item as a noun phrase";
            return Err(serde::de::Error::custom(BadText::new("missing-key", "an item needs `label`", help)));
        }
        Ok(Entry::Full(Box::new(item)))
    }
}

impl JsonSchema for Items {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Items".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let phrase = generator.subschema_for::<Phrase>();
        json_schema!({ "anyOf": [
            { "type": "array", "items": phrase },
            { "type": "object", "additionalProperties": {
                "anyOf": [phrase, generator.subschema_for::<Item>()],
            } },
        ] })
    }
}
