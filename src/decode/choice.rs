//! Points of Articles 6(1) and 9(2), written as the law numbers them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::{BadText, did_you_mean};
use crate::law::{Ground, SpecialCondition};

/// A ground of Article 6(1), written as `"6(1)(a)"` to `"6(1)(f)"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Article6(pub Ground);

/// A condition of Article 9(2), written as `"9(2)(a)"` to `"9(2)(j)"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Article9(pub SpecialCondition);

fn articles6() -> impl Iterator<Item = &'static str> {
    Ground::ALL.iter().map(|ground| ground.article())
}

fn articles9() -> impl Iterator<Item = &'static str> {
    SpecialCondition::ALL.iter().map(|condition| condition.article())
}

fn bad_article(text: &str, what: &str, range: &str, known: impl Iterator<Item = &'static str>) -> BadText {
    // A guess may mend the form, never the point: another letter is another ground.
    let letter = |text: &str| text.chars().rev().find(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase());
    let help = match did_you_mean(text, known).filter(|near| letter(near) == letter(text)) {
        Some(near) => format!("did you mean `\"{near}\"`?"),
        None => format!("write the point as the law numbers it, {range}"),
    };
    BadText::new("bad-article", format!("`{text}` is not a point of {what}"), help)
}

impl<'de> Deserialize<'de> for Article6 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Article6, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Article6).map_err(|_| {
            D::Error::custom(bad_article(&text, "Article 6(1)", "`\"6(1)(a)\"` to `\"6(1)(f)\"`", articles6()))
        })
    }
}

impl<'de> Deserialize<'de> for Article9 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Article9, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Article9).map_err(|_| {
            D::Error::custom(bad_article(&text, "Article 9(2)", "`\"9(2)(a)\"` to `\"9(2)(j)\"`", articles9()))
        })
    }
}

impl JsonSchema for Article6 {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Article6".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": articles6().collect::<Vec<_>>() })
    }
}

impl JsonSchema for Article9 {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Article9".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": articles9().collect::<Vec<_>>() })
    }
}
