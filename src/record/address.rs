//! A postal address.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Country, Field, List};

/// A postal address, written line by line as on an envelope.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Address {
    /// Street, number, floor, box; one line each.
    #[schemars(extend("x-articles" = ["13(1)(a)", "30(1)(a)"]))]
    pub lines: List<String>,
    /// Postal code.
    pub postcode: Field<String>,
    /// Town or city.
    pub city: Field<String>,
    /// State, province or county, where it is part of the address.
    pub region: Field<String>,
    /// ISO 3166-1 code of the country, such as `FI`.
    pub country: Field<Country>,
}
