//! `processors`: who processes data for us, Articles 4(8) and 28.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Country, Date, Field, Internal, List, Phrase, Prose, Ref, Rows, Stated};
use crate::record::address::Address;
use crate::record::party::ShownAs;
use crate::record::transfer::Transfer;
use crate::record::waiver::Waiver;

/// A processor, Article 28.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Processor {
    /// Its legal name. Required. Internal if `shown-as = "category"`.
    #[schemars(extend("x-articles" = ["13(1)(e)", "30(1)(d)"], "x-internal-if" = "shown-as = \"category\""))]
    pub name: Field<String>,
    /// Its kind as a noun phrase, plural: "payment service providers".
    #[schemars(extend("x-text" = "We share data with ...", "x-articles" = ["13(1)(e)", "30(1)(d)"]))]
    pub category: Field<Phrase>,
    /// Whether notices name it or show its category (the default is the name).
    pub shown_as: Field<ShownAs>,
    /// What it does for us, each a noun phrase: "data storage", "customer support".
    #[schemars(extend("x-text" = "They provide ...", "x-articles" = ["28(3)"]))]
    pub services: List<Phrase>,
    /// One or two sentences of explanation.
    pub description: Field<Prose>,
    /// ISO code of the country it is established in.
    #[schemars(extend("x-articles" = ["30(1)(d)", "30(1)(e)"]))]
    pub country: Field<Country>,
    /// ISO codes of the countries where the data are stored.
    pub locations: List<Country>,
    /// What it is bound to; each completes "They must ...".
    #[schemars(extend("x-text" = "They must ...", "x-articles" = ["28(3)"]))]
    pub commitments: List<Phrase>,
    /// Whether we say that we stay answerable for what it does with the data: "We stay answerable for
    /// what they do with your data."
    #[schemars(extend("x-articles" = ["28(4)", "82(4)"]))]
    pub answerable: Field<bool>,
    /// Its web site. Internal if `shown-as = "category"`.
    #[schemars(extend("x-internal-if" = "shown-as = \"category\""))]
    pub website: Field<String>,
    /// Its transfers to third countries, one row each.
    #[schemars(extend("x-articles" = ["13(1)(f)", "30(1)(e)"]))]
    pub transfers: Rows<Transfer>,
    /// Said on purpose: that data do not leave the EEA, and why.
    pub no_transfers: Field<Stated>,
    /// Processors that it engages in turn, by id.
    #[schemars(extend("x-articles" = ["28(2)", "28(4)"]))]
    pub sub_processors: Internal<List<Ref<Processor>>>,
    /// ISO codes of the countries from which its staff may reach the data.
    #[schemars(extend("x-articles" = ["44"]))]
    pub support_from: Internal<List<Country>>,
    /// Its postal address.
    #[schemars(extend("x-articles" = ["30(2)(a)"]))]
    pub address: Internal<Field<Address>>,
    /// Whom we write to.
    pub contact: Internal<Field<String>>,
    /// The data processing agreement.
    #[schemars(extend("x-articles" = ["28(3)"]))]
    pub contract: Internal<Field<Contract>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// A data processing agreement, Article 28(3).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contract {
    /// Its number or place.
    pub reference: Field<String>,
    /// Day it was signed.
    pub signed: Field<Date>,
    /// Day its clauses were last checked against Article 28(3).
    pub checked: Field<Date>,
    /// Day it ends.
    pub expires: Field<Date>,
    /// How sub-processors are approved.
    pub sub_processing: Field<SubProcessing>,
}

/// How a processor may engage others, Article 28(2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubProcessing {
    /// Each one with our specific authorisation.
    Specific,
    /// Under a general authorisation, with notice and a right to object.
    General,
    /// Not at all.
    None,
}
