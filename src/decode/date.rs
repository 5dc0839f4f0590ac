//! Native TOML dates.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::BadText;
use super::decoder::DATE;

/// A day, written as a native TOML date: `2026-01-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub NaiveDate);

/// How a quoted date should have been written, if it is one.
pub(super) fn unquoted(text: &str) -> Option<String> {
    text.trim().parse::<NaiveDate>().ok().map(|date| date.to_string())
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        deserializer.deserialize_newtype_struct(DATE, DateVisitor)
    }
}

struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
        match text.parse() {
            Ok(date) => Ok(Date(date)),
            Err(_) => Err(E::custom(BadText::new(
                "bad-date",
                format!("there is no day `{text}`"),
                "write a day of the calendar as year-month-day, such as `2026-01-31`",
            ))),
        }
    }
}

impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date", "examples": ["2026-01-31"] })
    }
}
