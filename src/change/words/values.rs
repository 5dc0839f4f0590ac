//! What stands under a key, in words.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Teller;
use crate::change::fields::Fields;
use crate::decode::Lifetime;
use crate::markdown;
use crate::record::Kind;
use crate::registry::Registry;
use crate::schema::Shape;

/// How many characters of a text are told, and how many elements of a list.
const LONGEST: usize = 120;
const MOST: usize = 8;

impl Teller<'_> {
    /// A value in words, shortened.
    pub(super) fn value(&self, kind: Option<Kind>, key: &str, value: &Value) -> String {
        let field = Fields::of(kind).get(key);
        let refers_to = field.and_then(|field| field.refers_to.as_deref());
        match value {
            Value::Null => String::new(),
            Value::Bool(true) => self.strings.plain("register-yes"),
            Value::Bool(false) => self.strings.plain("register-no"),
            Value::Number(number) => number.to_string(),
            Value::String(text) => {
                let shape = match field.map(|field| &field.shape) {
                    Some(Shape::List(element)) => Some(&**element),
                    shape => shape,
                };
                self.text((kind, key), shape, refers_to, text)
            }
            Value::Array(list) if list.is_empty() => self.strings.plain("register-nothing"),
            Value::Array(list) => {
                let all = || list.iter().map(|one| self.value(kind, key, one));
                let mut words: Vec<String> = all().take(MOST).collect();
                self.and_more(&mut words, list.len());
                self.strings.and(&words)
            }
            Value::Object(table) => self.table(kind, key, table),
        }
    }

    /// Says that there are more than are told.
    pub(super) fn and_more(&self, words: &mut Vec<String>, all: usize) {
        if all > words.len() {
            words.push(self.strings.say("change-more", &[("n", (all - words.len()).into())]));
        }
    }

    fn table(&self, kind: Option<Kind>, key: &str, table: &Map<String, Value>) -> String {
        let inner = |name: &String| {
            // Keys of rows are no keys of the schema.
            let path = format!("{key}.{name}");
            let row = format!("{key}.*");
            let known = Fields::of(kind).get(&path).is_some();
            if known { (path, self.label(name)) } else { (row, self.label(name)) }
        };
        let told = |(name, value): (&String, &Value)| {
            let (path, label) = inner(name);
            let value = self.value(kind, &path, value);
            if value.is_empty() { label } else { self.message("change-pair", &[("label", &label), ("value", &value)]) }
        };
        let mut words: Vec<String> = table.iter().take(MOST).map(told).collect();
        self.and_more(&mut words, table.len());
        words.join(&self.strings.plain("change-separator"))
    }

    fn text(
        &self,
        (kind, key): (Option<Kind>, &str),
        shape: Option<&Shape>,
        refers_to: Option<&str>,
        text: &str,
    ) -> String {
        if let Some(to) = refers_to {
            return match text {
                "data-subject" | "observed" | "derived" if to == "sources-of-data" => {
                    self.strings.plain(&format!("register-source-{text}"))
                }
                _ => self.named(to, text),
            };
        }
        let last = key.rsplit('.').find(|part| *part != "*").unwrap_or(key);
        if matches!(last, "country" | "countries" | "locations" | "support-from" | "establishments" | "registered-in") {
            return self.country(text);
        }
        if last == "mechanisms" {
            return self.family("register-mechanism", text);
        }
        if last == "article" || last == "article-9" {
            return self.message("register-mark", &[("point", &markdown::escape(text))]);
        }
        match shape {
            Some(Shape::Date) => text.parse().map_or_else(|_| markdown::escape(text), |day| self.strings.date(day)),
            Some(Shape::Form(_)) => match Lifetime::parse(text) {
                Ok(length) => self.strings.lifetime(length),
                Err(_) => quoted(self, text),
            },
            Some(Shape::Choice(_)) => self.choice(kind, key, text),
            _ => quoted(self, text),
        }
    }

    /// The special categories that a category of data holds, itself or in what belongs to it, in words.
    pub(in crate::change) fn special(&self, registry: &Registry, id: &str) -> Vec<String> {
        let Some(found) = registry.data_categories.find(id) else { return Vec::new() };
        let record = &registry.data_categories[found].record;
        let items = record.items.get().into_iter().flat_map(|items| items.iter());
        let of_items = items.filter_map(|item| item.more.as_ref()?.special.get());
        let all: BTreeSet<String> = record.special.get().into_iter().chain(of_items).map(crate::decode::word).collect();
        all.iter().map(|word| self.family("register-special", word)).collect()
    }

    /// A word of the format, in the words of the register.
    fn choice(&self, kind: Option<Kind>, key: &str, word: &str) -> String {
        let last = key.rsplit('.').find(|part| *part != "*").unwrap_or(key).trim_end_matches("[]");
        let family = match (kind, last) {
            (Some(Kind::Recipient), "kind") => "recipient-kind",
            (Some(Kind::CollectionPoint), "kind") => "point-kind",
            (Some(Kind::Notice), "kind") => "statement-kind",
            (Some(Kind::Notice), "effect") => "other-notice-effect",
            (Some(Kind::LegalBasis), "extent") => "basis-extent",
            (Some(Kind::Cookie), "class") => "cookie-class",
            (Some(Kind::Cookie), "consent") => "cookie-consent",
            (_, "technologies") => "technology",
            (_, "then") => "disposal",
            (_, "uses") => "contact-use",
            (_, "places") => "complaint-place",
            (_, "rights" | "right") => "right",
            (_, "objectives" | "serves") => "objective",
            (_, "order" | "section") => "section",
            (_, other) => other,
        };
        let message = format!("register-{family}-{word}");
        if self.strings.has(&message) {
            self.strings.plain(&message)
        } else {
            markdown::escape(&word.replace('-', " "))
        }
    }

    /// A country by its code.
    pub(super) fn country(&self, code: &str) -> String {
        if self.strings.has(&format!("country-{code}")) {
            self.strings.country_name(code)
        } else {
            markdown::escape(code)
        }
    }

    /// A country by its code, inside a sentence.
    pub(super) fn in_country(&self, code: &str) -> String {
        if self.strings.has(&format!("country-{code}")) { self.strings.country(code) } else { markdown::escape(code) }
    }

    /// A word of the format, as the register says it.
    pub(super) fn family(&self, family: &str, word: &str) -> String {
        let message = format!("{family}-{word}");
        if self.strings.has(&message) { self.strings.plain(&message) } else { markdown::escape(word) }
    }
}

/// An author's words, shortened and in quotation marks.
fn quoted(teller: &Teller<'_>, text: &str) -> String {
    let words = markdown::words(text);
    let mut short: String = words.chars().take(LONGEST).collect();
    if short.len() < words.len() {
        // Cut between words.
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
        short.push_str(" …");
    }
    teller.message("change-quoted", &[("words", &markdown::escape(&short))])
}
