//! Legal data that a registry adds or replaces, with their source and date.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Country, Date, Field, List};

/// An adequacy decision (Article 45) that the program does not know, or knows otherwise. Its key is
/// its id; one of the program's ids replaces that decision.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("required" = ["country", "instrument", "adopted", "source", "read"]))]
pub struct Adequacy {
    /// ISO code of the country.
    pub country: Field<Country>,
    /// Its official number: "Commission Implementing Decision (EU) 2027/1".
    pub instrument: Field<String>,
    /// Day of its adoption, used as its first day.
    pub adopted: Field<Date>,
    /// First day without it.
    pub ended: Field<Date>,
    /// What it covers, where it does not cover everything; one condition each.
    pub limits: List<String>,
    /// Where it can be read.
    pub source: Field<String>,
    /// Day it was read there.
    pub read: Field<Date>,
}
