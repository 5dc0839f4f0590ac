//! Mistakes on their way from a value to the place where they are written down.

use std::fmt;

use serde::de::{Expected, Unexpected};

/// A mistake on its way up to the decoder of the value it concerns.
#[derive(Debug)]
pub enum Fault {
    /// Already written down.
    Reported,
    /// Another type than expected: what was found, what was expected.
    Type(String, String),
    /// A text in the form of [`super::BadText`], or any message.
    Text(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Reported => f.write_str("reported"),
            Fault::Type(found, expected) => write!(f, "expected {expected}, found {found}"),
            Fault::Text(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Fault {}

impl serde::de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Fault {
        Fault::Text(message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Fault {
        Fault::Type(found_in_words(found), expected_in_words(&expected.to_string()))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Fault {
        Fault::Type(found_in_words(found), expected_in_words(&expected.to_string()))
    }
}

fn found_in_words(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => format!("the boolean `{value}`"),
        Unexpected::Signed(value) => format!("the number `{value}`"),
        Unexpected::Unsigned(value) => format!("the number `{value}`"),
        Unexpected::Float(value) => format!("the number `{value}`"),
        Unexpected::Str(_) => "a text".into(),
        Unexpected::Seq => "a list".into(),
        Unexpected::Map => "a table".into(),
        other => other.to_string(),
    }
}

fn expected_in_words(expected: &str) -> String {
    match expected {
        "a string" => "a text".into(),
        "a boolean" => "`true` or `false`".into(),
        "a sequence" => "a list".into(),
        "a map" => "a table".into(),
        "u32" | "u64" => "a number from 0".into(),
        "i64" => "a whole number".into(),
        other if other.starts_with("struct ") => "a table".into(),
        other => other.into(),
    }
}

/// The names that [`super::BadText`] uses, so that a diagnostic's name is static.
pub(super) fn known_name(name: &str) -> Option<&'static str> {
    [
        "bad-date",
        "bad-period",
        "bad-country",
        "bad-colour",
        "bad-article",
        "bad-value",
        "empty-text",
        "missing-key",
        "raw-html",
        "unsafe-link",
    ]
    .into_iter()
    .find(|known| *known == name)
}

/// A text as TOML writes it, short enough for a message.
pub(super) fn quoted(text: &str) -> String {
    if text.chars().count() > 40 || text.contains(['\n', '"', '\\']) { "\"...\"".into() } else { format!("\"{text}\"") }
}
