//! Countries and jurisdictions.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::BadText;
use crate::law;

/// A country by its ISO 3166-1 code of two capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(pub law::CountryCode);

/// A country, or `EU` for Union law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jurisdiction {
    /// Union law.
    Union,
    /// The law of a country.
    Country(law::CountryCode),
}

fn country<E: Error>(text: &str) -> Result<law::CountryCode, E> {
    text.parse().map_err(|_| {
        let meant = law::country_named(text);
        let help = match meant {
            Some(meant) => format!("write `\"{}\"` for {}", meant.code, meant.name),
            None => "write an ISO 3166-1 code, such as `\"FI\"` or `\"US\"`".into(),
        };
        let bad = BadText::new("bad-country", format!("`{text}` is not a country code"), help);
        E::custom(bad.instead(meant.map(|meant| format!("\"{}\"", meant.code))))
    })
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Country, D::Error> {
        country(&String::deserialize(deserializer)?).map(Country)
    }
}

impl<'de> Deserialize<'de> for Jurisdiction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Jurisdiction, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == "EU" { Ok(Jurisdiction::Union) } else { country(&text).map(Jurisdiction::Country) }
    }
}

impl JsonSchema for Country {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<String> = law::countries().map(|country| country.code.to_string()).collect();
        json_schema!({ "type": "string", "enum": codes })
    }
}

impl JsonSchema for Jurisdiction {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Jurisdiction".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<String> =
            std::iter::once("EU".into()).chain(law::countries().map(|country| country.code.to_string())).collect();
        json_schema!({ "type": "string", "enum": codes })
    }
}
