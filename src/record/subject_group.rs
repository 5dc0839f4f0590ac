//! `subject-groups`: categories of data subjects, Article 30(1)(c).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Date, Field, Internal, List, Phrase, Prose, Ref};
use crate::record::waiver::Waiver;

/// A category of people whose data are processed, Article 30(1)(c).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SubjectGroup {
    /// The group's name, plural, as headings show it: "Customers". Required.
    #[schemars(extend("x-articles" = ["30(1)(c)"]))]
    pub name: Field<String>,
    /// One member of the group, with its article: "a customer". Completes "What we hold about you
    /// as ...". If it has no capital letter, sentences write the name without its own: "customers".
    #[schemars(extend("x-text" = "What we hold about you as ..."))]
    pub singular: Field<String>,
    /// Who belongs to it. Completes "You are a customer if you are ...", for example
    /// "a customer of ours or represent one".
    #[schemars(extend("x-text" = "You are a ... if you are ..."))]
    pub definition: Field<Phrase>,
    /// Position among the groups in notices; groups without one follow in order of id.
    pub order: Field<i64>,
    /// The group that members of this group relate to, such as the customers of a customer.
    pub related_to: Field<Ref<SubjectGroup>>,
    /// Youngest age at which one may belong to the group.
    #[schemars(extend("x-articles" = ["8"]))]
    pub minimum_age: Field<u32>,
    /// Whether children belong to the group.
    #[schemars(extend("x-articles" = ["8", "12(1)"]))]
    pub children: Internal<Field<bool>>,
    /// Whether its members are vulnerable, such as patients or employees (WP248 criterion 7).
    #[schemars(extend("x-articles" = ["35"]))]
    pub vulnerable: Internal<Field<bool>>,
    /// Roughly how many people it counts.
    #[schemars(extend("x-articles" = ["35(3)"]))]
    pub people: Internal<Field<u64>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}
