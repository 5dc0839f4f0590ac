//! `sources`: third-party and public sources of data, Article 14(2)(f).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Country, Date, Field, Internal, List, Phrase, Prose};
use crate::record::party::ShownAs;
use crate::record::waiver::Waiver;

/// Where data come from, other than the person, Article 14(2)(f).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// Its name: "LinkedIn". Required. Internal if `shown-as = "category"`.
    #[schemars(extend("x-articles" = ["14(2)(f)"], "x-internal-if" = "shown-as = \"category\""))]
    pub name: Field<String>,
    /// Its kind as a noun phrase, plural: "companies that find sales leads for us".
    #[schemars(extend("x-text" = "We get these data from ...", "x-articles" = ["14(2)(f)"]))]
    pub category: Field<Phrase>,
    /// Whether notices name it or show its category (the default is the name).
    pub shown_as: Field<ShownAs>,
    /// Whether it is publicly accessible.
    #[schemars(extend("x-articles" = ["14(2)(f)"]))]
    pub publicly_accessible: Field<bool>,
    /// One or two sentences of explanation.
    pub description: Field<Prose>,
    /// Its web site. Internal if `shown-as = "category"`.
    #[schemars(extend("x-internal-if" = "shown-as = \"category\""))]
    pub website: Field<String>,
    /// ISO code of its country.
    pub country: Internal<Field<Country>>,
    /// When people are told, Article 14(3).
    #[schemars(extend("x-articles" = ["14(3)"]))]
    pub told_within: Internal<Field<Prose>>,
    /// Contract or terms under which the data are had.
    pub contract: Internal<Field<String>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}
