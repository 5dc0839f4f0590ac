//! The rights of the data subject, and which of them follow from the grounds of a processing.

use serde::{Deserialize, Serialize};

use super::ground::Ground;
use super::legal_bases::{self, Applies};
use super::special_condition::SpecialCondition;

/// The rights that follow from a set of grounds and special conditions.
///
/// The order is that of Articles 15 to 22, then withdrawal of consent and complaint, as in
/// Article 13(2)(b) to (d). A right that one of the grounds gives is in, if only within limits;
/// without any ground only the rights stay that depend on none.
pub fn rights(
    grounds: &[Ground],
    special_conditions: &[SpecialCondition],
    direct_marketing: bool,
    automated_decisions: bool,
) -> Vec<Right> {
    let follows = |right: &Right| match legal_bases::right(*right).applies {
        Applies::Always => true,
        Applies::ByGround => {
            let by_ground = grounds.iter().filter_map(|ground| ground.effect(*right));
            let by_condition = special_conditions.iter().filter_map(|condition| condition.effect(*right));
            by_ground.chain(by_condition).any(|effect| effect.extent != Extent::No)
        }
        Applies::DirectMarketing => direct_marketing,
        Applies::AutomatedDecisions => automated_decisions,
    };
    Right::ALL.into_iter().filter(follows).collect()
}

/// A right of the data subject. Its serde form is its id; its order the one of [`rights`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// To learn whether data about oneself is processed, Article 15(1).
    Confirmation,
    /// To see the data and have a copy, Article 15.
    Access,
    /// To have wrong data corrected, Article 16.
    Rectification,
    /// To have data erased, Article 17.
    Erasure,
    /// To have the use of data restricted, Article 18.
    Restriction,
    /// To take one's data along, Article 20.
    Portability,
    /// To object for reasons of one's own situation, Article 21(1).
    Object,
    /// To object to direct marketing, without reasons, Article 21(2).
    ObjectMarketing,
    /// Not to be subject to solely automated decisions, Article 22.
    NoAutomatedDecision,
    /// To withdraw consent, Article 7(3).
    WithdrawConsent,
    /// To complain to a supervisory authority, Article 77.
    Complaint,
}

impl Right {
    /// All rights, in the order of [`rights`].
    pub const ALL: [Self; 11] = [
        Self::Confirmation,
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Restriction,
        Self::Portability,
        Self::Object,
        Self::ObjectMarketing,
        Self::NoAutomatedDecision,
        Self::WithdrawConsent,
        Self::Complaint,
    ];

    /// The id, for message keys: `object-marketing`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Restriction => "restriction",
            Self::Portability => "portability",
            Self::Object => "object",
            Self::ObjectMarketing => "object-marketing",
            Self::NoAutomatedDecision => "no-automated-decision",
            Self::WithdrawConsent => "withdraw-consent",
            Self::Complaint => "complaint",
        }
    }

    /// The article that gives the right: `21(2)`.
    pub fn article(self) -> &'static str {
        &legal_bases::right(self).article
    }
}

/// What a ground or a special condition does to a right.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Effect {
    /// Whether the right exists.
    pub extent: Extent,
    /// Why, with the article.
    pub note: Option<String>,
}

/// Whether a right exists under a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// It exists.
    Yes,
    /// It exists within limits.
    Limited,
    /// It does not exist.
    No,
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};

    use super::{Ground, Right, SpecialCondition, rights};

    fn from(ground: Ground) -> Vec<Right> {
        rights(&[ground], &[], false, false)
    }

    fn read<'a, T: Deserialize<'a>>(id: &'a str) -> T {
        let id: StrDeserializer<'a, Error> = id.into_deserializer();
        T::deserialize(id).unwrap()
    }

    #[test]
    fn ids_are_the_serde_names() {
        assert!(Right::ALL.iter().all(|right| read::<Right>(right.id()) == *right));
        assert!(Ground::ALL.iter().all(|ground| read::<Ground>(ground.id()) == *ground));
        for condition in SpecialCondition::ALL {
            assert_eq!(read::<SpecialCondition>(condition.id()), condition);
        }
    }

    #[test]
    fn every_right_has_an_article_and_its_place() {
        assert!(Right::ALL.is_sorted());
        let articles: Vec<&str> = Right::ALL.into_iter().map(Right::article).collect();
        assert_eq!(articles, ["15(1)", "15", "16", "17", "18", "20", "21(1)", "21(2)", "22", "7(3)", "77"]);
    }

    #[test]
    fn some_rights_depend_on_nothing() {
        let always = [Right::Confirmation, Right::Access, Right::Rectification, Right::Restriction, Right::Complaint];
        assert_eq!(rights(&[], &[], false, false), always);
    }

    #[test]
    fn contract_gives_portability_and_no_objection() {
        let rights = from(Ground::Contract);
        assert!(rights.contains(&Right::Portability));
        assert!(!rights.contains(&Right::Object));
        assert!(!rights.contains(&Right::WithdrawConsent));
    }

    #[test]
    fn legitimate_interests_give_objection_and_no_portability() {
        let rights = from(Ground::LegitimateInterests);
        assert!(rights.contains(&Right::Object));
        assert!(!rights.contains(&Right::Portability));
    }

    #[test]
    fn consent_can_be_withdrawn() {
        let rights = from(Ground::Consent);
        assert!(rights.contains(&Right::WithdrawConsent));
        assert!(rights.contains(&Right::Portability));
        assert!(!rights.contains(&Right::Object));
    }

    #[test]
    fn a_limited_right_is_a_right() {
        assert!(from(Ground::LegalObligation).contains(&Right::Erasure));
    }

    #[test]
    fn direct_marketing_adds_its_own_objection() {
        let ground = [Ground::Consent];
        assert!(rights(&ground, &[], true, false).contains(&Right::ObjectMarketing));
        assert!(!rights(&ground, &[], false, false).contains(&Right::ObjectMarketing));
    }

    #[test]
    fn automated_decisions_add_article_22() {
        let ground = [Ground::Contract];
        assert!(rights(&ground, &[], false, true).contains(&Right::NoAutomatedDecision));
        assert!(!rights(&ground, &[], false, false).contains(&Right::NoAutomatedDecision));
    }

    #[test]
    fn explicit_consent_adds_withdrawal_and_portability() {
        let ground = [Ground::LegitimateInterests];
        let with = rights(&ground, &[SpecialCondition::ExplicitConsent], false, false);
        assert!(with.contains(&Right::WithdrawConsent) && with.contains(&Right::Portability));
        let without = rights(&ground, &[SpecialCondition::HealthCare], false, false);
        assert_eq!(without, from(Ground::LegitimateInterests));
    }

    #[test]
    fn research_can_be_objected_to() {
        let condition = [SpecialCondition::ArchivingResearchStatistics];
        let rights = rights(&[Ground::Consent], &condition, false, false);
        assert!(rights.contains(&Right::Object));
    }

    #[test]
    fn several_grounds_add_up_in_order() {
        let rights = rights(&[Ground::LegitimateInterests, Ground::Consent], &[], true, true);
        assert_eq!(rights, Right::ALL);
    }
}
