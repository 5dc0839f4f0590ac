//! Keys of tables, with their places.

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor, value::StrDeserializer};
use toml::Spanned;
use toml::de::DeString;

use super::decoder::{Context, LOCATED};
use super::fault::Fault;

/// A key, as plain text or with its place.
pub(super) struct KeyDecoder<'de> {
    pub(super) key: &'de Spanned<DeString<'de>>,
    pub(super) context: &'de Context,
}

impl<'de> Deserializer<'de> for KeyDecoder<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.key.get_ref().as_ref())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        if name == LOCATED {
            visitor.visit_seq(KeyParts { key: self, part: 0 })
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct KeyParts<'de> {
    key: KeyDecoder<'de>,
    part: u8,
}

impl<'de> SeqAccess<'de> for KeyParts<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.part += 1;
        let span = self.key.context.span(self.key.key.span());
        let number = |n: u32| -> serde::de::value::U32Deserializer<Fault> { n.into_deserializer() };
        match self.part {
            1 => seed.deserialize(number(span.file.0)).map(Some),
            2 => seed.deserialize(number(span.start)).map(Some),
            3 => seed.deserialize(number(span.end)).map(Some),
            _ => {
                let text: StrDeserializer<'_, Fault> = self.key.key.get_ref().as_ref().into_deserializer();
                seed.deserialize(text).map(Some)
            }
        }
    }
}
