//! ISO 3166-1 countries and their place in the European Economic Area.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::data;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table: Table = data::embedded(include_str!("data/countries.toml"));
    table.countries.sort_by_key(|country| country.code);
    table
});

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    countries: Vec<Country>,
}

/// The country with this ISO 3166-1 alpha-2 code, in capitals.
pub fn country(code: &str) -> Option<&'static Country> {
    position(code.as_bytes()).map(|place| &TABLE.countries[place])
}

/// The country that somebody means who writes a name, a code or a usual abbreviation in any case:
/// `Finland`, `fi`, `UK`, `the Netherlands`. For hints, never to accept the text as it stands.
pub fn country_named(text: &str) -> Option<&'static Country> {
    let wanted = text.trim().to_lowercase();
    let wanted = wanted.strip_prefix("the ").unwrap_or(&wanted);
    countries().find(|country| {
        country.code.as_str().eq_ignore_ascii_case(wanted)
            || country.name.to_lowercase() == wanted
            || country.aliases.iter().any(|alias| alias.to_lowercase() == wanted)
    })
}

/// All countries, sorted by code.
pub fn countries() -> impl Iterator<Item = &'static Country> {
    TABLE.countries.iter()
}

/// A country or territory with a code of its own.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    #[serde(deserialize_with = "two_capitals")]
    pub code: CountryCode,
    /// The everyday English name, without article.
    pub name: String,
    /// Other names and spellings, for hints.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether it is a Member State, or territory of one where Union law applies.
    #[serde(default)]
    pub eu: bool,
    /// Whether it belongs to the EEA, the Union included.
    #[serde(default)]
    eea: bool,
    /// The Member State a territory is part of.
    #[serde(default, deserialize_with = "some_two_capitals")]
    pub part_of: Option<CountryCode>,
    /// Whether the entry was read in a source.
    #[serde(default = "data::yes")]
    pub verified: bool,
    /// What to know about the entry.
    pub note: Option<String>,
}

impl Country {
    /// Whether data sent here stays inside the European Economic Area: the 27 Member States with
    /// the territories where Union law applies, and Iceland, Liechtenstein and Norway (EEA Joint
    /// Committee Decision No 154/2018). As of today's membership, for every date.
    pub fn in_eea(&self) -> bool {
        self.eea
    }
}

/// The code of a listed country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The two capitals.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The country itself.
    pub fn country(self) -> &'static Country {
        let place = TABLE.countries.partition_point(|country| country.code < self);
        &TABLE.countries[place]
    }

    fn from_capitals(text: &str) -> Option<Self> {
        let bytes: [u8; 2] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }
}

impl FromStr for CountryCode {
    type Err = UnknownCountry;

    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        country(text).map(|country| country.code).ok_or(UnknownCountry)
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The text is no ISO 3166-1 alpha-2 code in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCountry;

impl fmt::Display for UnknownCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown country code")
    }
}

impl std::error::Error for UnknownCountry {}

fn position(code: &[u8]) -> Option<usize> {
    TABLE.countries.binary_search_by(|country| country.code.0.as_slice().cmp(code)).ok()
}

/// The date of the data.
pub(super) fn as_of() -> NaiveDate {
    TABLE.as_of
}

// While the list itself is read a code can only be checked for its form.

fn two_capitals<'de, D: Deserializer<'de>>(deserializer: D) -> Result<CountryCode, D::Error> {
    let text = String::deserialize(deserializer)?;
    CountryCode::from_capitals(&text).ok_or_else(|| D::Error::custom("not a country code"))
}

fn some_two_capitals<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CountryCode>, D::Error> {
    two_capitals(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::{CountryCode, UnknownCountry, countries, country, country_named};

    #[test]
    fn the_file_is_sorted_and_names_each_country_once() {
        let text = include_str!("data/countries.toml");
        let codes: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("  { code = \"")?.get(..2)).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.is_sorted_by(|a, b| a < b));
        assert!(codes.iter().all(|code| country(code).is_some()));
    }

    #[test]
    fn names_and_aliases_are_unambiguous() {
        for country in countries() {
            for name in country.aliases.iter().chain([&country.name]) {
                assert_eq!(country_named(name).map(|c| c.code), Some(country.code), "{name}");
            }
        }
    }

    #[test]
    fn the_eea_is_the_union_and_three() {
        let states = countries().filter(|country| country.eu && country.part_of.is_none());
        assert_eq!(states.count(), 27);
        let others: Vec<&str> = countries().filter(|c| c.in_eea() && !c.eu).map(|c| c.code.as_str()).collect();
        assert_eq!(others, ["IS", "LI", "NO"]);
        assert!(countries().filter(|country| country.eu).all(|country| country.in_eea()));
    }

    #[test]
    fn a_territory_belongs_where_its_state_belongs() {
        for territory in countries() {
            let Some(state) = territory.part_of else {
                continue;
            };
            let state = country(state.as_str()).unwrap();
            assert_eq!((territory.eu, territory.in_eea()), (state.eu, state.in_eea()));
        }
        assert!(country("AX").unwrap().in_eea());
        assert!(!country("GL").unwrap().in_eea());
    }

    #[test]
    fn codes_are_exact() {
        for text in ["", "F", "fi", "FIN", "UK", "XK", "ÅL", "EU"] {
            assert_eq!(text.parse::<CountryCode>(), Err(UnknownCountry), "{text}");
        }
        let code: CountryCode = "FI".parse().unwrap();
        assert_eq!(code.to_string(), "FI");
        assert!(countries().all(|country| country.code.country().code == country.code));
    }

    #[test]
    fn names_are_forgiving() {
        for (text, code) in [
            ("Finland", "FI"),
            ("finland", "FI"),
            ("fi", "FI"),
            ("UK", "GB"),
            ("the Netherlands", "NL"),
            (" USA ", "US"),
            ("åland islands", "AX"),
            ("Cote d'Ivoire", "CI"),
        ] {
            assert_eq!(country_named(text).unwrap().code.as_str(), code, "{text}");
        }
        assert!(country_named("worldwide").is_none());
        assert!(country_named("").is_none());
    }

    #[test]
    fn what_is_not_verified_says_why() {
        assert!(countries().all(|country| country.verified || country.note.is_some()));
    }
}
