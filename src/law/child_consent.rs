//! The ages from which children consent alone to online services, Article 8(1).

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use super::country::CountryCode;
use super::data;

static TABLE: LazyLock<Table> = LazyLock::new(|| data::embedded(include_str!("data/child-consent-ages.toml")));

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    minimum_age: u32,
    ages: Vec<ConsentAge>,
}

/// The age of one state.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConsentAge {
    /// The state.
    #[serde(deserialize_with = "country")]
    pub country: CountryCode,
    /// The age.
    pub age: u32,
    /// The law that sets it, or that none does.
    pub law: String,
    /// Where it was read.
    pub source: Option<String>,
    /// What to know about the entry.
    pub note: Option<String>,
    /// Whether the entry was read in a source.
    #[serde(default = "data::yes")]
    pub verified: bool,
}

/// The age of a state of the European Economic Area.
pub fn consent_age(country: CountryCode) -> Option<&'static ConsentAge> {
    TABLE.ages.iter().find(|age| age.country == country)
}

/// The age below which no state may go.
pub fn lowest_consent_age() -> u32 {
    TABLE.minimum_age
}

/// The date of the data.
pub(super) fn as_of() -> NaiveDate {
    TABLE.as_of
}

fn country<'de, D: Deserializer<'de>>(deserializer: D) -> Result<CountryCode, D::Error> {
    data::some_country(deserializer)?.ok_or_else(|| serde::de::Error::custom("not a country code"))
}

#[cfg(test)]
mod tests {
    use super::super::country::{countries, country};
    use super::{TABLE, consent_age};

    #[test]
    fn every_state_of_the_eea_has_one_age_within_the_limits() {
        let states = || countries().filter(|country| country.in_eea() && country.part_of.is_none());
        assert!(states().all(|state| consent_age(state.code).is_some()));
        assert_eq!(states().count(), TABLE.ages.len());
        assert!(TABLE.ages.iter().all(|one| (TABLE.minimum_age..=16).contains(&one.age)));
    }

    #[test]
    fn denmark_is_as_amended() {
        let denmark = country("DK").and_then(|country| consent_age(country.code)).unwrap();
        assert_eq!((denmark.age, denmark.verified), (15, true));
    }

    #[test]
    fn what_is_verified_names_its_source() {
        assert!(TABLE.ages.iter().all(|one| one.verified == one.source.is_some()));
    }
}
