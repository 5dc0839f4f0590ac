//! Reading the embedded files, and the forms in which they write dates and countries.

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

use super::country::CountryCode;

/// Reads one embedded file; `text` is its content.
#[expect(clippy::expect_used, reason = "the text is part of the program, and a test reads every file")]
pub(super) fn embedded<T: DeserializeOwned>(text: &'static str) -> T {
    toml::from_str(text).expect("embedded legal data is well-formed")
}

/// A native TOML date.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let value = Datetime::deserialize(deserializer)?;
    value
        .date
        .and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()))
        .ok_or_else(|| D::Error::custom("not a date"))
}

/// A native TOML date, for keys that may be absent (with `#[serde(default)]`).
pub(super) fn some_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    date(deserializer).map(Some)
}

/// A code of a listed country, for keys that may be absent (with `#[serde(default)]`).
pub(super) fn some_country<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CountryCode>, D::Error> {
    let code = String::deserialize(deserializer)?;
    code.parse().map(Some).map_err(D::Error::custom)
}

/// The default of keys that are true unless said otherwise.
pub(super) fn yes() -> bool {
    true
}
