//! The legal data of the program, with what a registry says instead.

use chrono::NaiveDate;

use super::adequacy_decision::{AdequacyDecision, decisions};
use super::country::CountryCode;
use super::mechanism::Mechanism;

/// Adequacy decisions that a registry adds or replaces, each with its own source and date.
#[derive(Debug, Default)]
pub struct Overlay {
    decisions: Vec<AdequacyDecision>,
}

impl Overlay {
    /// The program's decisions, but for those with the id of one of these.
    pub fn new(decisions: Vec<AdequacyDecision>) -> Overlay {
        Overlay { decisions }
    }

    /// The program's decisions that the registry does not replace.
    fn kept(&self) -> impl Iterator<Item = &'static AdequacyDecision> {
        decisions().filter(|known| !self.decisions.iter().any(|own| own.id == known.id))
    }

    /// The one decision that a mechanism stands for, such as the Data Privacy Framework.
    pub fn decision_of(&self, mechanism: &Mechanism) -> Option<&AdequacyDecision> {
        let known = mechanism.decision()?;
        Some(self.decisions.iter().find(|own| own.id == known.id).unwrap_or(known))
    }

    /// The adequacy decision (Art. 45) in force for a country on that day; what the registry says comes
    /// first.
    pub fn adequacy_on(&self, country: CountryCode, date: NaiveDate) -> Option<&AdequacyDecision> {
        let stands = |decision: &AdequacyDecision| decision.country == Some(country) && decision.stands_on(date);
        let own = self.decisions.iter().find(|decision| stands(decision));
        own.or_else(|| self.kept().find(|decision| stands(decision)))
    }
}
