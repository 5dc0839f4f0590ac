//! A serde deserializer over toml's spanned tree that records each mistake and goes on.

use std::cell::RefCell;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::fault::{Fault, known_name, quoted};
use super::key::KeyDecoder;
use super::text::control_character;
use super::{bad_id, did_you_mean, is_id};
use crate::diagnostic::Diagnostic;
use crate::fix::{Change, Fix};
use crate::source::{FileId, Span};

/// Name under which [`super::Field`] asks for a value together with its place.
pub(super) const LOCATED: &str = "ropa::Located";
/// Name under which [`super::Date`] asks for a native TOML date.
pub(super) const DATE: &str = "ropa::Date";

/// Where mistakes of one file are written down.
#[derive(Debug, Default)]
pub struct Context {
    file: FileId,
    found: RefCell<Vec<Diagnostic>>,
}

impl Context {
    /// A context for one file.
    pub fn new(file: FileId) -> Context {
        Context { file, found: RefCell::default() }
    }

    /// Everything that was found.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }

    /// How many mistakes were written down so far.
    pub fn count(&self) -> usize {
        self.found.borrow().len()
    }

    /// Whether, after the first `since` mistakes, a mistyped key was taken for this one.
    pub fn suggested(&self, key: &str, since: usize) -> bool {
        let suggestion = suggestion(key);
        self.found.borrow().iter().skip(since).any(|d| d.name == "unknown-key" && d.help.contains(&suggestion))
    }

    /// Writes a mistake down.
    pub fn report(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range)
    }
}

fn suggestion(key: &str) -> String {
    format!("did you mean `{key}`?")
}

/// Decodes one value. Mistakes are in the context; a value without a usable core is `None`.
pub fn decode<'de, T: serde::Deserialize<'de>>(value: &'de Spanned<DeValue<'de>>, context: &'de Context) -> Option<T> {
    let decoder = Decoder { value, key: "", context };
    decoder.settle(T::deserialize(decoder)).ok()
}

#[derive(Clone, Copy)]
pub(super) struct Decoder<'de> {
    value: &'de Spanned<DeValue<'de>>,
    /// The key the value stands under, for examples in messages; empty at the root.
    key: &'de str,
    context: &'de Context,
}

impl<'de> Decoder<'de> {
    fn span(&self) -> Span {
        self.context.span(self.value.span())
    }

    fn is_empty_text(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::String(text) if text.trim().is_empty())
    }

    /// Writes the fault down, unless that was done below, and passes on that it was.
    fn settle<T>(&self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| {
            let diagnostic = match fault {
                Fault::Reported => return Fault::Reported,
                Fault::Type(found, expected) => self.wrong_type(&found, &expected),
                Fault::Text(text) => self.bad_text(&text),
            };
            self.context.report(diagnostic);
            Fault::Reported
        })
    }

    fn wrong_type(&self, found: &str, expected: &str) -> Diagnostic {
        let subject = if self.key.is_empty() { "this value".to_owned() } else { format!("`{}`", self.key) };
        let diagnostic = Diagnostic::error(
            "wrong-type",
            self.span(),
            format!("{subject} should be {expected}, but {found} stands here"),
        )
        .label(format!("expected {expected}"));
        match self.example(expected) {
            Some(example) => diagnostic.help(format!("write it like this: `{example}`")),
            None => diagnostic,
        }
    }

    /// How the value should be written, made from what was written where that shows the way.
    fn example(&self, expected: &str) -> Option<String> {
        if self.key.is_empty() {
            return None;
        }
        let key = self.key;
        Some(match (expected, self.value.get_ref()) {
            ("a list", DeValue::String(text)) => format!("{key} = [{}]", quoted(text)),
            ("a list", _) => format!("{key} = [\"...\"]"),
            ("a text", DeValue::Array(_) | DeValue::Table(_)) => format!("{key} = \"...\""),
            ("a text", DeValue::Datetime(date)) => format!("{key} = \"{date}\""),
            ("a text", DeValue::Integer(number)) => format!("{key} = \"{number}\""),
            ("a text", DeValue::Boolean(value)) => format!("{key} = \"{value}\""),
            ("a date", _) => format!("{key} = 2026-01-31"),
            ("`true` or `false`", _) => format!("{key} = true"),
            ("a number from 0" | "a whole number", _) => format!("{key} = 16"),
            ("a table", DeValue::Array(_)) => format!("[{key}.some-key]"),
            ("a table", _) => format!("{key} = {{ ... }}"),
            _ => return None,
        })
    }

    fn bad_text(&self, text: &str) -> Diagnostic {
        let mut lines = text.splitn(4, '\n');
        let (name, message, help, instead) = (lines.next(), lines.next(), lines.next(), lines.next());
        match (name.and_then(known_name), message) {
            (Some(name), Some(message)) => {
                let span = self.span();
                let mut diagnostic = Diagnostic::error(name, span, message);
                diagnostic.help.extend(help.filter(|help| !help.is_empty()).map(str::to_owned));
                diagnostic.fix = instead
                    .filter(|instead| !instead.is_empty())
                    .map(|instead| Fix { file: span.file, change: Change::Replace { span, text: instead.to_owned() } });
                diagnostic
            }
            _ => Diagnostic::error("bad-value", self.span(), text),
        }
    }

    fn visit_any<V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Fault> {
        match self.value.get_ref() {
            DeValue::String(text) => match control_character(text) {
                Some(bad) => Err(Fault::custom(bad)),
                None => visitor.visit_borrowed_str(text),
            },
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => Err(Fault::custom(super::BadText::new("bad-value", "the number is too large", ""))),
            },
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => visitor.visit_f64(number),
                Err(_) => Err(Fault::custom(super::BadText::new("bad-value", "not a number", ""))),
            },
            DeValue::Boolean(value) => visitor.visit_bool(*value),
            DeValue::Datetime(_) => Err(Fault::invalid_type(Unexpected::Other("a date"), &visitor)),
            DeValue::Array(items) => {
                visitor.visit_seq(Elements { items: items.iter(), key: self.key, context: self.context })
            }
            DeValue::Table(_) => self.visit_table(visitor, None),
        }
    }

    fn visit_table<V: Visitor<'de>>(
        &self,
        visitor: V,
        known: Option<&'static [&'static str]>,
    ) -> Result<V::Value, Fault> {
        let DeValue::Table(table) = self.value.get_ref() else { return self.visit_any(visitor) };
        let mut entries: Vec<_> = table.iter().collect();
        // toml's tables are sorted by key; rows keep the order of the file.
        entries.sort_by_key(|(key, _)| key.span().start);
        visitor.visit_map(Entries { entries: entries.into_iter(), value: None, known, context: self.context })
    }
}

impl<'de> Deserializer<'de> for Decoder<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.settle(self.visit_any(visitor))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        match name {
            LOCATED => visitor.visit_seq(LocatedParts { decoder: self, part: 0 }),
            DATE => self.settle(match self.value.get_ref() {
                DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() => {
                    visitor.visit_string(date.to_string())
                }
                DeValue::Datetime(date) => Err(Fault::custom(super::BadText::new(
                    "bad-date",
                    format!("`{date}` has a time of day, expected a date"),
                    "write the day alone, such as `2026-01-31`",
                ))),
                DeValue::String(text) => Err(Fault::custom(
                    super::BadText::new(
                        "bad-date",
                        format!("a date is written without quotes, found {}", quoted(text)),
                        format!(
                            "write `{} = {}`",
                            self.key,
                            super::date::unquoted(text).unwrap_or("2026-01-31".into())
                        ),
                    )
                    .instead(super::date::unquoted(text)),
                )),
                _ => self.visit_any(visitor),
            }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.settle(self.visit_table(visitor, Some(fields)))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let DeValue::String(text) = self.value.get_ref() else {
            return self.settle(Err(Fault::invalid_type(unexpected(self.value.get_ref()), &"a text")));
        };
        if variants.contains(&text.as_ref()) {
            let variant: StrDeserializer<'_, Fault> = text.as_ref().into_deserializer();
            return self.settle(visitor.visit_enum(variant));
        }
        let list = variants.iter().map(|v| format!("`{v}`")).collect::<Vec<_>>().join(", ");
        let mut diagnostic =
            Diagnostic::error("unknown-value", self.span(), format!("`{text}` is not a value of `{}`", self.key))
                .label("unknown value");
        if let Some(near) = did_you_mean(text, variants.iter().copied()) {
            diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
        }
        self.context.report(diagnostic.note(format!("the values are {list}")));
        Err(Fault::Reported)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

fn unexpected<'a>(value: &'a DeValue<'_>) -> Unexpected<'a> {
    match value {
        DeValue::String(text) => Unexpected::Str(text),
        DeValue::Integer(_) => Unexpected::Other("a number"),
        DeValue::Float(_) => Unexpected::Other("a number"),
        DeValue::Boolean(value) => Unexpected::Bool(*value),
        DeValue::Datetime(_) => Unexpected::Other("a date"),
        DeValue::Array(_) => Unexpected::Seq,
        DeValue::Table(_) => Unexpected::Map,
    }
}

/// The parts of a located value, in order: file, start, end, value.
struct LocatedParts<'de> {
    decoder: Decoder<'de>,
    part: u8,
}

impl<'de> SeqAccess<'de> for LocatedParts<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.part += 1;
        let span = self.decoder.span();
        let number = |n: u32| -> serde::de::value::U32Deserializer<Fault> { n.into_deserializer() };
        match self.part {
            1 => seed.deserialize(number(span.file.0)).map(Some),
            2 => seed.deserialize(number(span.start)).map(Some),
            3 => seed.deserialize(number(span.end)).map(Some),
            _ if self.decoder.is_empty_text() => {
                self.decoder.context.report(
                    Diagnostic::error("empty-text", span, "the text is empty")
                        .help("write the text, or leave the key out"),
                );
                Err(Fault::Reported)
            }
            // A text that was read but not understood fails outside of the decoder's own methods.
            _ => self.decoder.settle(seed.deserialize(self.decoder)).map(Some),
        }
    }
}

struct Elements<'de> {
    items: std::slice::Iter<'de, Spanned<DeValue<'de>>>,
    key: &'de str,
    context: &'de Context,
}

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(value) = self.items.next() else { return Ok(None) };
        seed.deserialize(Decoder { value, key: self.key, context: self.context }).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

type Entry<'de> = (&'de Spanned<DeString<'de>>, &'de Spanned<DeValue<'de>>);

struct Entries<'de> {
    entries: std::vec::IntoIter<Entry<'de>>,
    value: Option<Entry<'de>>,
    /// The keys of a struct; `None` where any key is welcome.
    known: Option<&'static [&'static str]>,
    context: &'de Context,
}

impl<'de> Entries<'de> {
    fn unknown_key(&self, key: &Spanned<DeString<'de>>, known: &[&str]) -> Diagnostic {
        let name = key.get_ref().as_ref();
        let diagnostic =
            Diagnostic::error("unknown-key", self.context.span(key.span()), format!("unknown key `{name}`"))
                .label("not a key of this table");
        let mut sorted = known.to_vec();
        sorted.sort_unstable();
        let list = sorted.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
        match did_you_mean(name, known.iter().copied()) {
            Some(near) => diagnostic.help(suggestion(near)),
            None => diagnostic,
        }
        .note(format!("the keys here are {list}"))
    }
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        loop {
            let Some(entry) = self.entries.next() else { return Ok(None) };
            let (key, _) = entry;
            if let Some(known) = self.known
                && !known.contains(&key.get_ref().as_ref())
            {
                self.context.report(self.unknown_key(key, known));
                continue;
            }
            // Rows can be referred to, so their keys are ids.
            if self.known.is_none() && !is_id(key.get_ref()) {
                self.context.report(bad_id(key.get_ref(), self.context.span(key.span())));
            }
            self.value = Some(entry);
            return seed.deserialize(KeyDecoder { key, context: self.context }).map(Some);
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        let Some((key, value)) = self.value.take() else {
            return Err(Fault::custom("a value was asked for before its key"));
        };
        seed.deserialize(Decoder { value, key: key.get_ref().as_ref(), context: self.context })
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}
