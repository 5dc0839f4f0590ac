//! `systems`: where data are kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Country, Date, Field, Internal, List, Phrase, Prose, Ref};
use crate::record::processor::Processor;
use crate::record::waiver::Waiver;

/// A system or store in which data are kept, and where it stands.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct System {
    /// What the register calls it: "Customer database". Required.
    pub title: Internal<Field<String>>,
    /// What it holds, for the notice. Completes "We store ...": "our customer database". Without
    /// it the system stays in the register.
    #[schemars(extend("x-text" = "We store ..."))]
    pub stores: Field<Phrase>,
    /// The region it stands in.
    pub region: Field<Region>,
    /// ISO codes of the countries it stands in.
    #[schemars(extend("x-articles" = ["30(1)(e)"]))]
    pub countries: List<Country>,
    /// The place in words, beside or in place of region and countries. Completes "We store your data
    /// ...": "in your region or in several countries".
    #[schemars(extend("x-text" = "We store your data ...", "x-articles" = ["30(1)(e)"]))]
    pub place: Field<Phrase>,
    /// What decides on the place. Completes "Where that is depends on ...": "which services you use".
    #[schemars(extend("x-text" = "Where that is depends on ..."))]
    pub depends_on: Field<Phrase>,
    /// Whether the data are processed there too, and not only stored: "We process and store ...".
    pub processes: Field<bool>,
    /// Whether that holds primarily, or always (the default).
    pub primarily: Field<bool>,
    /// Whether it runs on servers of our own.
    pub own_servers: Field<bool>,
    /// Whether it stands in a data centre of our own.
    pub own_data_centre: Field<bool>,
    /// Whether it stands in facilities of third parties.
    pub third_party_facilities: Field<bool>,
    /// The processor that runs it, by id.
    pub operated_by: Internal<Field<Ref<Processor>>>,
    /// Who answers for it: a role.
    pub owner: Internal<Field<String>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// A region of storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The European Union.
    Eu,
    /// The European Economic Area.
    Eea,
    /// The EEA and countries with an adequacy decision.
    EeaAndAdequate,
    /// Anywhere.
    World,
}
