//! What a change of processing asks for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::data;

static TABLE: LazyLock<Table> = LazyLock::new(|| data::embedded(include_str!("data/duties.toml")));

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    asks: BTreeMap<Ask, Source>,
    rules: BTreeMap<Rule, Consequence>,
}

/// What a waiver names that says of a change that only a person can judge: people need not hear of it.
pub const NOT_MATERIAL: &str = "not-material";

/// A kind of change that asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say what changed")]
pub enum Rule {
    NewPurpose,
    PurposeReworded,
    OtherBasis,
    OtherInterest,
    ConsentReplaced,
    ConsentAffected,
    NewRecipient,
    WiderDisclosure,
    NewThirdCountry,
    NewAdequateCountry,
    OtherSafeguard,
    LongerRetention,
    RetentionReworded,
    NewSpecialCategory,
    NewAutomatedDecision,
    NewProfiling,
    OtherEffects,
    NewData,
    DutyToGive,
    NewSource,
    NewGroup,
    ChildrenConcerned,
    OtherController,
    OtherWayToRights,
    PromiseDropped,
    LessTold,
    WordsReworded,
    NewSubProcessor,
    NewSubProcessorForClients,
}

/// Something that a change asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// People hear of a new purpose before the data are used for it.
    TellBeforePurpose,
    /// People are told actively, well before it takes effect.
    TellPeople,
    /// The notice gets a new version.
    NoticeVersion,
    /// A new purpose is held against the one the data were collected for.
    Compatibility,
    /// Rights that follow from the basis are told anew.
    RightsOfBasis,
    /// The interests are named and weighed again, and the right to object stands.
    Interests,
    /// Consent is asked again.
    ConsentAgain,
    /// Consent is not exchanged for another basis.
    ConsentNotExchanged,
    /// The country and its safeguard are named, and the transfer is assessed.
    Transfer,
    /// The country and the decision of adequacy are named.
    AdequateCountry,
    /// The longer time is given a reason.
    WhySoLong,
    /// One of the conditions of Article 9(2) is named.
    SpecialCondition,
    /// One of the exceptions of Article 22(2) is named.
    DecisionException,
    /// People hear whether they have to give data, and what follows if they do not.
    SayDuty,
    /// Children get words for them, and their consent is given as Article 8 asks.
    ProtectChildren,
    /// Somebody sees whether an impact assessment is needed, or still fits.
    DpiaScreening,
    /// A sub-processor of a processor of ours is consented or objected to, and its contract looked at.
    JudgeSubProcessor,
    /// The notice names it, or its category, among those who receive data.
    TellRecipient,
    /// The controllers for whom we process hear of a new sub-processor before.
    AnnounceSubProcessor,
    /// Somebody sees whether it changes more than words.
    Look,
}

/// Where something that is asked for stands.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// Articles of the Regulation by their numbers, guidelines and judgments by their names.
    pub sources: Vec<String>,
    /// Whether all of them were read for this.
    #[serde(default = "data::yes")]
    pub verified: bool,
}

/// What follows from a kind of change.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Consequence {
    /// Whether the people concerned have to hear of it before it takes effect.
    #[serde(default)]
    pub material: bool,
    /// Whether only a person can see if people have to hear of it, as where words changed. It counts as material
    /// until a waiver of [`NOT_MATERIAL`] says that it is not.
    #[serde(default)]
    pub unclear: bool,
    /// What it asks for.
    pub asks: Vec<Ask>,
}

impl Rule {
    /// What follows from it; nothing of a rule that the data lack.
    pub fn consequence(self) -> Option<&'static Consequence> {
        TABLE.rules.get(&self)
    }

    /// Whether the people concerned have to hear of it before it takes effect.
    pub fn is_material(self) -> bool {
        self.consequence().is_some_and(|consequence| consequence.material)
    }

    /// Whether only a person can see if people have to hear of it.
    pub fn is_unclear(self) -> bool {
        self.consequence().is_some_and(|consequence| consequence.unclear)
    }
}

impl Ask {
    /// Where it stands.
    pub fn source(self) -> Option<&'static Source> {
        TABLE.asks.get(&self)
    }
}

/// The date of the data.
pub(super) fn as_of() -> NaiveDate {
    TABLE.as_of
}

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn every_rule_asks_for_something_that_has_a_source() {
        assert_eq!((TABLE.rules.len(), TABLE.asks.len()), (29, 20), "one entry for each name");
        for (rule, consequence) in &TABLE.rules {
            assert!(!consequence.asks.is_empty(), "{rule:?}");
            for ask in &consequence.asks {
                assert!(ask.source().is_some_and(|source| !source.sources.is_empty()), "{rule:?} {ask:?}");
            }
        }
        for ask in TABLE.asks.keys() {
            assert!(TABLE.rules.values().any(|consequence| consequence.asks.contains(ask)), "{ask:?}");
        }
    }
}
