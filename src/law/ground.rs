//! The grounds of Article 6(1).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::legal_bases;
use super::right::{Effect, Right};

/// A ground that makes processing lawful, Article 6(1)(a) to (f). Its serde form is its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Article 6(1)(a).
    Consent,
    /// Article 6(1)(b).
    Contract,
    /// Article 6(1)(c).
    LegalObligation,
    /// Article 6(1)(d).
    VitalInterests,
    /// Article 6(1)(e).
    PublicTask,
    /// Article 6(1)(f).
    LegitimateInterests,
}

impl Ground {
    /// All grounds, in the order of the letters.
    pub const ALL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegitimateInterests,
    ];

    /// The id, for message keys: `legal-obligation`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "contract",
            Self::LegalObligation => "legal-obligation",
            Self::VitalInterests => "vital-interests",
            Self::PublicTask => "public-task",
            Self::LegitimateInterests => "legitimate-interests",
        }
    }

    /// The article, as registers write it: `6(1)(c)`.
    pub fn article(self) -> &'static str {
        &legal_bases::ground(self).article
    }

    /// A short English name, for messages.
    pub fn name(self) -> &'static str {
        &legal_bases::ground(self).name
    }

    /// What the ground does to a right; nothing where the right does not hang on the ground.
    pub fn effect(self, right: Right) -> Option<&'static Effect> {
        legal_bases::ground(self).rights.get(&right)
    }
}

/// Reads the article, `6(1)(a)`.
impl FromStr for Ground {
    type Err = UnknownGround;

    fn from_str(article: &str) -> Result<Self, UnknownGround> {
        Self::ALL.into_iter().find(|ground| ground.article() == article).ok_or(UnknownGround)
    }
}

/// The text is no article from `6(1)(a)` to `6(1)(f)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownGround;

impl fmt::Display for UnknownGround {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown ground, the grounds are 6(1)(a) to 6(1)(f)")
    }
}

impl std::error::Error for UnknownGround {}

#[cfg(test)]
mod tests {
    use super::super::legal_bases::{self, Applies};
    use super::super::right::{Extent, Right};
    use super::{Ground, UnknownGround};

    #[test]
    fn articles_go_there_and_back() {
        for (ground, letter) in Ground::ALL.into_iter().zip('a'..) {
            assert_eq!(ground.article(), format!("6(1)({letter})"));
            assert_eq!(ground.article().parse(), Ok(ground));
            assert!(!ground.name().is_empty());
        }
        assert_eq!("6(1)(g)".parse::<Ground>(), Err(UnknownGround));
        assert_eq!("consent".parse::<Ground>(), Err(UnknownGround));
    }

    #[test]
    fn the_matrix_answers_for_every_right_that_hangs_on_the_ground() {
        for ground in Ground::ALL {
            for right in Right::ALL {
                let asked =
                    matches!(legal_bases::right(right).applies, Applies::ByGround | Applies::AutomatedDecisions);
                assert_eq!(ground.effect(right).is_some(), asked, "{ground:?} {right:?}");
            }
        }
    }

    #[test]
    fn the_note_tells_why_a_right_is_missing() {
        let effect = Ground::PublicTask.effect(Right::Portability).unwrap();
        assert_eq!(effect.extent, Extent::No);
        assert_eq!(effect.note.as_deref(), Some("Art. 20(3) excludes it."));
    }
}
