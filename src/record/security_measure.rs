//! `security-measures`: technical and organisational measures, Articles 30(1)(g) and 32.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, List, Phrase, Prose};
use crate::record::waiver::Waiver;

/// A technical or organisational measure, Article 32(1).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SecurityMeasure {
    /// What the register calls the measure: "Encryption at rest". Required.
    #[schemars(extend("x-articles" = ["30(1)(g)", "32(1)"]))]
    pub title: Internal<Field<String>>,
    /// The measure as a noun phrase for the notice. Completes "We protect your data with ...":
    /// "encryption". Without it the measure stays in the register.
    #[schemars(extend("x-text" = "We protect your data with ..."))]
    pub name: Field<Phrase>,
    /// Or as a whole sentence: "We test our systems for vulnerabilities regularly."
    pub sentence: Field<Phrase>,
    /// Whether it is used only where appropriate.
    pub where_appropriate: Field<bool>,
    /// What sort of measure it is.
    pub nature: List<Nature>,
    /// Which point of Article 32(1) it serves.
    #[schemars(extend("x-articles" = ["32(1)"]))]
    pub serves: List<Objective>,
    /// Certificate held.
    pub certification: Field<Certificate>,
    /// How it is done: products, versions, settings.
    pub detail: Internal<Field<Prose>>,
    /// Who answers for it: a role.
    pub owner: Internal<Field<String>>,
    /// Day it was last tested (Article 32(1)(d)).
    #[schemars(extend("x-articles" = ["32(1)(d)"]))]
    pub tested: Internal<Field<Date>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// A certificate on security or quality.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Certificate {
    /// The standard: "ISO/IEC 27001".
    pub standard: Field<String>,
    /// Year of the certificate.
    pub year: Field<u32>,
    /// Day it ends.
    pub expires: Internal<Field<Date>>,
}

/// What sort of measure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// Locks, guards, buildings.
    Physical,
    /// Software and hardware.
    Technical,
    /// Rules, roles, training.
    Organisational,
    /// Administration.
    Administrative,
    /// Electronic.
    Electronic,
    /// Procedures.
    Procedural,
}

/// What a measure is for, in the words of Article 32(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// Pseudonymisation and encryption, point (a).
    PseudonymisationEncryption,
    /// Confidentiality, point (b).
    Confidentiality,
    /// Integrity, point (b).
    Integrity,
    /// Availability, point (b).
    Availability,
    /// Resilience, point (b).
    Resilience,
    /// Restoring access after an incident, point (c).
    Restoration,
    /// Regular testing, point (d).
    Testing,
}
