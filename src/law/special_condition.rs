//! The conditions of Article 9(2) for special categories of data.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::legal_bases;
use super::right::{Effect, Right};

/// A condition that lifts the prohibition of Article 9(1), on top of a [`Ground`](super::Ground)
/// (C-667/21, ZQ v MDK). Its serde form is its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpecialCondition {
    /// Article 9(2)(a).
    ExplicitConsent,
    /// Article 9(2)(b).
    EmploymentSocialLaw,
    /// Article 9(2)(c).
    VitalInterestsIncapable,
    /// Article 9(2)(d).
    NonProfitMembers,
    /// Article 9(2)(e).
    ManifestlyPublic,
    /// Article 9(2)(f).
    LegalClaims,
    /// Article 9(2)(g).
    SubstantialPublicInterest,
    /// Article 9(2)(h).
    HealthCare,
    /// Article 9(2)(i).
    PublicHealth,
    /// Article 9(2)(j).
    ArchivingResearchStatistics,
}

impl SpecialCondition {
    /// All conditions, in the order of the letters.
    pub const ALL: [Self; 10] = [
        Self::ExplicitConsent,
        Self::EmploymentSocialLaw,
        Self::VitalInterestsIncapable,
        Self::NonProfitMembers,
        Self::ManifestlyPublic,
        Self::LegalClaims,
        Self::SubstantialPublicInterest,
        Self::HealthCare,
        Self::PublicHealth,
        Self::ArchivingResearchStatistics,
    ];

    /// The id, for message keys: `health-care`.
    pub fn id(self) -> &'static str {
        match self {
            Self::ExplicitConsent => "explicit-consent",
            Self::EmploymentSocialLaw => "employment-social-law",
            Self::VitalInterestsIncapable => "vital-interests-incapable",
            Self::NonProfitMembers => "non-profit-members",
            Self::ManifestlyPublic => "manifestly-public",
            Self::LegalClaims => "legal-claims",
            Self::SubstantialPublicInterest => "substantial-public-interest",
            Self::HealthCare => "health-care",
            Self::PublicHealth => "public-health",
            Self::ArchivingResearchStatistics => "archiving-research-statistics",
        }
    }

    /// The article, as registers write it: `9(2)(h)`.
    pub fn article(self) -> &'static str {
        &legal_bases::special_condition(self).article
    }

    /// A short English name, for messages.
    pub fn name(self) -> &'static str {
        &legal_bases::special_condition(self).name
    }

    /// What the condition adds to a right or limits in it; nothing where it leaves it alone.
    pub fn effect(self, right: Right) -> Option<&'static Effect> {
        legal_bases::special_condition(self).rights.get(&right)
    }
}

/// Reads the article, `9(2)(a)`.
impl FromStr for SpecialCondition {
    type Err = UnknownCondition;

    fn from_str(article: &str) -> Result<Self, UnknownCondition> {
        Self::ALL.into_iter().find(|condition| condition.article() == article).ok_or(UnknownCondition)
    }
}

/// The text is no article from `9(2)(a)` to `9(2)(j)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCondition;

impl fmt::Display for UnknownCondition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown condition, the conditions are 9(2)(a) to 9(2)(j)")
    }
}

impl std::error::Error for UnknownCondition {}

#[cfg(test)]
mod tests {
    use super::{SpecialCondition, UnknownCondition};

    #[test]
    fn articles_go_there_and_back() {
        for (condition, letter) in SpecialCondition::ALL.into_iter().zip('a'..) {
            assert_eq!(condition.article(), format!("9(2)({letter})"));
            assert_eq!(condition.article().parse(), Ok(condition));
            assert!(!condition.name().is_empty());
        }
        assert_eq!("9(1)".parse::<SpecialCondition>(), Err(UnknownCondition));
    }
}
