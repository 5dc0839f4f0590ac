//! Supervisory authorities, for the complaint line of a notice (Art. 13(2)(d), 77).

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::country::CountryCode;
use super::data;

static TABLE: LazyLock<Table> = LazyLock::new(|| data::embedded(include_str!("data/authorities.toml")));

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    authorities: Vec<Authority>,
}

/// The authority with this id, for example `fi` or `de-be`.
pub fn authority(id: &str) -> Option<&'static Authority> {
    authorities().find(|authority| authority.id == id)
}

/// All authorities, sorted by id.
pub fn authorities() -> impl Iterator<Item = &'static Authority> {
    TABLE.authorities.iter()
}

/// A supervisory authority.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Authority {
    /// The id: country, and what tells authorities of a country apart.
    pub id: String,
    /// Its country; none for the European Data Protection Supervisor.
    #[serde(default, deserialize_with = "data::some_country")]
    pub country: Option<CountryCode>,
    /// Whom it stands for.
    #[serde(default)]
    pub level: Level,
    /// The Land, and the sector where there is one authority for each.
    pub region: Option<String>,
    /// The law it supervises.
    #[serde(default = "gdpr")]
    pub regime: String,
    /// Its name in English, or its own where there is none.
    pub name: String,
    /// Its name in its own languages.
    pub native_name: String,
    /// Its usual abbreviation.
    pub short: Option<String>,
    /// Its site.
    pub website: String,
    /// Whether the site was seen.
    pub website_verified: bool,
    /// The page where it takes complaints, best knowledge unless verified.
    pub complaint_url: Option<String>,
    /// Whether that page was seen.
    #[serde(default)]
    pub complaint_url_verified: bool,
    /// What to know about the entry.
    pub note: Option<String>,
    /// Whether the entry was read in a source.
    pub verified: bool,
}

impl Authority {
    /// The address to give to somebody who wants to complain: the complaint page where it was
    /// seen, otherwise the site, because complaint pages move often.
    pub fn complaint_page(&self) -> &str {
        match &self.complaint_url {
            Some(page) if self.complaint_url_verified => page,
            _ => &self.website,
        }
    }

    /// Whether it is an authority of Article 51 GDPR.
    pub fn supervises_gdpr(&self) -> bool {
        self.regime == gdpr()
    }
}

/// Whom an authority stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A state.
    #[default]
    National,
    /// A German Land.
    Land,
    /// The institutions of the Union.
    EuInstitutions,
}

fn gdpr() -> String {
    "GDPR".to_owned()
}

/// The date of the data.
pub(super) fn as_of() -> NaiveDate {
    TABLE.as_of
}

#[cfg(test)]
mod tests {
    use super::super::country::countries;
    use super::{Level, TABLE, authorities, authority};

    #[test]
    fn authorities_are_sorted_and_have_a_country() {
        assert!(TABLE.authorities.is_sorted_by(|a, b| a.id < b.id));
        for authority in authorities() {
            let of_the_union = authority.level == Level::EuInstitutions;
            assert_ne!(authority.country.is_some(), of_the_union, "{}", authority.id);
            assert!(authority.website.starts_with("https://"), "{}", authority.id);
            assert!(authority.verified || authority.note.is_some(), "{}", authority.id);
        }
    }

    #[test]
    fn every_state_of_the_eea_has_one() {
        for state in countries().filter(|country| country.in_eea() && country.part_of.is_none()) {
            let found = authorities().any(|authority| {
                authority.country == Some(state.code)
                    && authority.level == Level::National
                    && authority.supervises_gdpr()
            });
            assert!(found, "{}", state.name);
        }
    }

    #[test]
    fn an_unseen_complaint_page_is_not_given_out() {
        let finnish = authority("fi").unwrap();
        assert_eq!(Some(finnish.complaint_page()), finnish.complaint_url.as_deref());
        assert_eq!(authority("fr").unwrap().complaint_page(), "https://www.cnil.fr");
        assert!(!authority("gb").unwrap().supervises_gdpr());
        assert!(authority("FI").is_none());
    }
}
