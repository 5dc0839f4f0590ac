//! Dated legal facts: what the law says that no registry has to repeat.
//!
//! The facts are TOML files under `law/data/`, embedded in the program and read once, on first use.
//! Each names its sources and its date; a fact that could not be read in a source carries
//! `verified = false`. A change of the law is a change of data, code stays as it is.
//!
//! 1. [`country`] - ISO countries, membership of the EEA.
//! 2. [`decision`] - adequacy decisions of Article 45 with their first and last day.
//! 3. [`authority`] - supervisory authorities and where they take complaints.
//! 4. [`Ground`], [`SpecialCondition`], [`rights`] - Articles 6(1), 9(2) and the rights that follow.
//! 5. [`mechanism`] - the tools of Chapter V for transfers, dead ones included.
//! 6. [`consent_age`] - the ages from which children consent alone, Article 8(1).
//! 7. [`references`] - legal references in free text.
//! 8. [`Rule`], [`Ask`] - what a change of processing asks for.

use std::sync::LazyLock;

mod adequacy_decision;
mod authority;
mod child_consent;
mod country;
mod data;
mod duty;
mod ground;
mod legal_bases;
mod mechanism;
mod overlay;
pub mod references;
mod right;
mod special_condition;

pub use self::adequacy_decision::{AdequacyDecision, Scope, ScopeTest, adequacy_as_of, decision, decisions};
pub use self::authority::{Authority, Level, authorities, authority};
pub use self::child_consent::{ConsentAge, consent_age, lowest_consent_age};
pub use self::country::{Country, CountryCode, UnknownCountry, countries, country, country_named};
pub use self::duty::{Ask, Consequence, NOT_MATERIAL, Rule, Source};
pub use self::ground::{Ground, UnknownGround};
pub use self::mechanism::{Authorisation, Gate, Mechanism, Role, SccModule, mechanism, mechanisms, scc_module};
pub use self::overlay::Overlay;
pub use self::right::{Effect, Extent, Right, rights};
pub use self::special_condition::{SpecialCondition, UnknownCondition};

/// The date of the newest data file, `YYYY-MM-DD`: the state of the law this program knows.
pub fn version() -> &'static str {
    &VERSION
}

/// The oldest of the dates that lints depend on most: adequacy decisions, mechanisms, authorities.
pub fn oldest() -> chrono::NaiveDate {
    adequacy_as_of().min(authority::as_of()).min(mechanism::as_of())
}

static VERSION: LazyLock<String> = LazyLock::new(|| {
    adequacy_as_of()
        .max(authority::as_of())
        .max(child_consent::as_of())
        .max(country::as_of())
        .max(duty::as_of())
        .max(legal_bases::as_of())
        .max(mechanism::as_of())
        .to_string()
});

#[cfg(test)]
mod tests {
    #[test]
    fn every_file_is_read_and_dated() {
        assert_eq!(super::version(), "2026-11-22");
    }
}
