//! The matrix of grounds, special conditions and rights, read from `data/legal-bases.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::data;
use super::ground::Ground;
use super::right::{Effect, Right};
use super::special_condition::SpecialCondition;

static TABLE: LazyLock<Table> = LazyLock::new(|| data::embedded(include_str!("data/legal-bases.toml")));

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    rights: BTreeMap<Right, RightFacts>,
    grounds: BTreeMap<Ground, BasisFacts>,
    special_conditions: BTreeMap<SpecialCondition, BasisFacts>,
}

/// What the law says about a right.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RightFacts {
    pub(super) article: String,
    pub(super) applies: Applies,
}

/// What a right hangs on.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Applies {
    Always,
    ByGround,
    DirectMarketing,
    AutomatedDecisions,
}

/// What the law says about a ground or a special condition.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct BasisFacts {
    pub(super) article: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) rights: BTreeMap<Right, Effect>,
}

// The data has an entry for every variant; a test in each of the three files looks.

pub(super) fn right(right: Right) -> &'static RightFacts {
    &TABLE.rights[&right]
}

pub(super) fn ground(ground: Ground) -> &'static BasisFacts {
    &TABLE.grounds[&ground]
}

pub(super) fn special_condition(condition: SpecialCondition) -> &'static BasisFacts {
    &TABLE.special_conditions[&condition]
}

/// The date of the data.
pub(super) fn as_of() -> NaiveDate {
    TABLE.as_of
}
