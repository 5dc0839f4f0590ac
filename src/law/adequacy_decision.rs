//! Adequacy decisions of the Commission (Art. 45), those that fell included.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::country::CountryCode;
use super::data;

static TABLE: LazyLock<Table> = LazyLock::new(|| data::embedded(include_str!("data/adequacy.toml")));

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    decisions: Vec<AdequacyDecision>,
}

/// The decision with this id, for example `us-2023`.
pub fn decision(id: &str) -> Option<&'static AdequacyDecision> {
    decisions().find(|decision| decision.id == id)
}

/// All decisions, sorted by id.
pub fn decisions() -> impl Iterator<Item = &'static AdequacyDecision> {
    TABLE.decisions.iter()
}

/// The day up to which the list of decisions was followed.
pub fn adequacy_as_of() -> NaiveDate {
    TABLE.as_of
}

/// A decision that a country or an international organisation protects data adequately.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AdequacyDecision {
    /// The id of the decision: country and year.
    pub id: String,
    /// The country it is about.
    #[serde(default, deserialize_with = "data::some_country")]
    pub country: Option<CountryCode>,
    /// The international organisation it is about.
    pub organisation: Option<String>,
    /// The official number of the decision.
    pub instrument: String,
    /// The day of adoption, used as its first day.
    #[serde(deserialize_with = "data::date")]
    pub adopted: NaiveDate,
    /// Its last day, where it has a sunset.
    #[serde(default, deserialize_with = "data::some_date")]
    pub expires: Option<NaiveDate>,
    /// The first day without it.
    #[serde(default, deserialize_with = "data::some_date")]
    pub ended: Option<NaiveDate>,
    /// The judgment or event that ended it.
    pub ended_by: Option<String>,
    /// Whether it covers all recipients and data.
    pub scope: Scope,
    /// What a partial decision covers and leaves out.
    #[serde(default)]
    pub limits: Vec<String>,
    /// What has to be shown for a transfer to be inside a partial decision.
    pub scope_test: Option<ScopeTest>,
    /// The act the recipient has to be subject to.
    pub recipient_law: Option<String>,
    /// Later decisions that changed it.
    #[serde(default)]
    pub amended_by: Vec<String>,
    /// When the Commission looks at it next: a date or a year.
    pub next_review: Option<String>,
    /// What to know about the entry.
    pub note: Option<String>,
    /// Where the decision can be read.
    pub source: String,
    /// Whether number, adoption and status were read in a source.
    pub verified: bool,
}

impl AdequacyDecision {
    /// Whether the decision is in force that day, as far as is known today.
    pub fn stands_on(&self, date: NaiveDate) -> bool {
        self.adopted <= date
            && self.ended.is_none_or(|ended| date < ended)
            && self.expires.is_none_or(|last| date <= last)
    }

    /// Whether it covers only some recipients or data.
    pub fn is_partial(&self) -> bool {
        self.scope == Scope::Partial
    }
}

/// How much of a country a decision covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Every recipient there.
    Full,
    /// Only some recipients or data.
    Partial,
}

/// How a transfer is shown to be inside a partial decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeTest {
    /// The recipient is on the Data Privacy Framework List on the day of the transfer.
    DpfListing,
    /// The recipient is subject to an act of its country, `recipient-law`.
    RecipientLaw,
    /// Only a look at the transfer itself can tell.
    CaseByCase,
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::country::country;
    use super::super::overlay::Overlay;
    use super::{Scope, ScopeTest, TABLE, decision, decisions};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(code: &str, date: &str) -> Option<String> {
        let overlay = Overlay::default();
        overlay.adequacy_on(country(code).unwrap().code, day(date)).map(|decision| decision.id.clone())
    }

    #[test]
    fn decisions_are_sorted_and_about_somebody() {
        assert!(TABLE.decisions.is_sorted_by(|a, b| a.id < b.id));
        for decision in decisions() {
            let id = &decision.id;
            assert_ne!(decision.country.is_some(), decision.organisation.is_some(), "{id}");
            assert_eq!(decision.ended.is_some(), decision.ended_by.is_some(), "{id}");
            assert_eq!(decision.is_partial(), !decision.limits.is_empty(), "{id}");
            let by_law = decision.scope_test == Some(ScopeTest::RecipientLaw);
            assert_eq!(by_law, decision.recipient_law.is_some(), "{id}");
            let live_and_partial = decision.is_partial() && decision.ended.is_none();
            assert!(!live_and_partial || decision.scope_test.is_some(), "{id}");
        }
    }

    #[test]
    fn at_most_one_decision_stands_for_a_country() {
        for date in ["2003-01-01", "2012-01-01", "2018-05-25", "2023-07-10", "2026-11-22"] {
            let standing: Vec<_> = decisions()
                .filter(|decision| decision.stands_on(day(date)))
                .filter_map(|decision| decision.country)
                .collect();
            let mut once = standing.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), standing.len(), "{date}");
        }
    }

    #[test]
    fn frameworks_with_the_united_states() {
        assert_eq!(on("US", "2015-10-05").as_deref(), Some("us-safe-harbour"));
        assert_eq!(on("US", "2015-10-06").as_deref(), None);
        assert_eq!(on("US", "2020-07-15").as_deref(), Some("us-privacy-shield"));
        assert_eq!(on("US", "2020-07-16").as_deref(), None);
        assert_eq!(on("US", "2020-07-17").as_deref(), None);
        assert_eq!(on("US", "2023-07-11").as_deref(), Some("us-2023"));
        assert_eq!(decision("us-privacy-shield").unwrap().scope, Scope::Partial);
    }

    #[test]
    fn the_united_kingdom_until_its_sunset() {
        assert_eq!(on("GB", "2021-06-27").as_deref(), None);
        assert_eq!(on("GB", "2021-06-28").as_deref(), Some("gb-2021"));
        assert_eq!(on("GB", "2031-12-27").as_deref(), Some("gb-2021"));
        assert_eq!(on("GB", "2031-12-28").as_deref(), None);
    }

    #[test]
    fn what_stands_today() {
        let today: Vec<&str> = decisions()
            .filter(|decision| decision.stands_on(day("2026-11-22")))
            .filter_map(|decision| decision.country.as_ref().map(|code| code.as_str()))
            .collect();
        assert_eq!(
            today,
            ["AD", "AR", "BR", "CA", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "US", "UY"]
        );
    }
}
