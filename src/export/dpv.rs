//! Linked data in the terms of the W3C Data Privacy Vocabulary (DPV 2.x): JSON-LD.
//!
//! [`notice()`] is made from the public view of a notice and is published beside it; [`register()`] is made from
//! the whole registry and is internal. Both use terms that exist in DPV 2.3 and its extension for the GDPR,
//! and Dublin Core for titles, days and texts. Words of the register are never turned into classes of the
//! vocabulary: which DPV purpose or category somebody means is not for a program to decide.
//!
//! Countries are told by their ISO code under `dct:identifier`. `dpv:PersonalDataHandling` is about to go, so
//! an activity is a `dpv:PersonalDataProcess`. There is no term for data of Article 10 and for cookies.
//!
//! Source: <https://w3id.org/dpv>, version 2.3.

mod notice;
mod register;
mod terms;

use serde_json::{Map, Value, json};

pub use notice::notice;
pub use register::register;

use crate::markdown::words;

/// The text of a document, indented, with a line feed at the end.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

fn context() -> Value {
    json!({
        "dpv": "https://w3id.org/dpv#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "dct": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// A node while it is made. What is empty is no member.
struct Node<'l> {
    members: Map<String, Value>,
    language: &'l str,
}

impl<'l> Node<'l> {
    fn new(kind: &str, language: &'l str) -> Node<'l> {
        let mut node = Node { members: Map::new(), language };
        node.put("@type", kind);
        node
    }

    fn put(&mut self, key: &str, value: impl Into<Value>) -> &mut Self {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(members) => members.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.members.insert(key.to_owned(), value);
        }
        self
    }

    /// Texts that authors wrote as Markdown, in the language of the register.
    fn texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t str>) -> &mut Self {
        let texts = texts.into_iter().map(words).filter(|text| !text.is_empty());
        let mut texts: Vec<Value> = texts.map(|text| json!({ "@value": text, "@language": self.language })).collect();
        match texts.len() {
            1 => self.put(key, texts.remove(0)),
            _ => self.put(key, texts),
        }
    }

    /// A day.
    fn day(&mut self, key: &str, day: Option<chrono::NaiveDate>) -> &mut Self {
        self.put(key, day.map(|day| json!({ "@value": day.to_string(), "@type": "xsd:date" })))
    }

    fn done(&mut self) -> Value {
        Value::Object(std::mem::take(&mut self.members))
    }
}

/// A concept of the vocabulary itself.
fn concept(term: &str) -> Value {
    json!({ "@id": term })
}

/// A country by its code.
fn country(kind: Option<&str>, code: &str) -> Value {
    let mut node = Map::new();
    node.extend(kind.map(|kind| ("@type".to_owned(), kind.into())));
    node.insert("dct:identifier".into(), code.into());
    Value::Object(node)
}

/// A text as the address of a thing. What is none would take away all that is said of the thing.
fn address_of(text: &str) -> Option<&str> {
    let is_sign = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    ((text.starts_with("https://") || text.starts_with("http://")) && !text.contains(is_sign)).then_some(text)
}

fn push_new(list: &mut Vec<Value>, new: Value) {
    if !list.contains(&new) {
        list.push(new);
    }
}
