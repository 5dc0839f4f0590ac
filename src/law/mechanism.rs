//! The tools of Chapter V for transfers to third countries, those that fell included.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::adequacy_decision::{self, AdequacyDecision};
use super::data;

static TABLE: LazyLock<Table> = LazyLock::new(|| data::embedded(include_str!("data/mechanisms.toml")));

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "data::date")]
    as_of: NaiveDate,
    mechanisms: Vec<Mechanism>,
    scc_modules: Vec<SccModule>,
}

/// The mechanism with this id, for example `scc` or `privacy-shield`.
pub fn mechanism(id: &str) -> Option<&'static Mechanism> {
    mechanisms().find(|mechanism| mechanism.id == id)
}

/// All mechanisms, in the order in which the law tries them.
pub fn mechanisms() -> impl Iterator<Item = &'static Mechanism> {
    TABLE.mechanisms.iter()
}

/// The module of the standard contractual clauses with this number, 1 to 4.
pub fn scc_module(module: u8) -> Option<&'static SccModule> {
    TABLE.scc_modules.iter().find(|entry| entry.module == module)
}

/// A mechanism that allows, or once allowed, a transfer.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Mechanism {
    /// The id, as registers write it.
    pub id: String,
    /// A short English name, for messages.
    pub name: String,
    /// The article: `46(2)(c)`.
    pub article: String,
    /// The gate of Chapter V it belongs to.
    pub gate: Gate,
    /// Whether it needs a transfer impact assessment (C-311/18, EDPB Recommendations 01/2020).
    pub tia: bool,
    /// Whether an authority has to agree.
    #[serde(default)]
    pub authorisation: Authorisation,
    /// Whether public authorities may use it for their public powers (Art. 49(3)).
    #[serde(default = "data::yes")]
    pub public_authority: bool,
    /// The id of the one adequacy decision it stands for.
    decision: Option<String>,
    /// The day it was adopted, where a register may name an older one of the same kind.
    #[serde(default, deserialize_with = "data::some_date")]
    pub since: Option<NaiveDate>,
    /// The first day without effect.
    #[serde(default, deserialize_with = "data::some_date")]
    pub ended: Option<NaiveDate>,
    /// The judgment or act that ended it.
    pub ended_by: Option<String>,
    /// Lower-case words by which prose speaks of it.
    #[serde(default)]
    pub also_called: Vec<String>,
    /// What to know about the entry.
    pub note: Option<String>,
}

impl Mechanism {
    /// Whether it has lost its effect by that day.
    pub fn is_dead_on(&self, date: NaiveDate) -> bool {
        self.ended.is_some_and(|ended| ended <= date)
    }

    /// The one adequacy decision it stands for, such as the Data Privacy Framework.
    pub fn decision(&self) -> Option<&'static AdequacyDecision> {
        self.decision.as_deref().and_then(adequacy_decision::decision)
    }
}

/// The three gates of Chapter V, in the order in which they are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// An adequacy decision, Article 45.
    Adequacy,
    /// Appropriate safeguards, Article 46.
    Safeguards,
    /// A derogation for a specific situation, Article 49.
    Derogation,
}

/// Whether an authority has to agree to a mechanism.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authorisation {
    /// No authorisation.
    #[default]
    None,
    /// The tool itself is approved once.
    Approval,
    /// The competent authority authorises it, Article 46(3).
    Required,
}

/// A module of the standard contractual clauses, Implementing Decision (EU) 2021/914.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SccModule {
    /// Its number, 1 to 4.
    pub module: u8,
    /// Who sends the data.
    pub exporter: Role,
    /// Who receives it.
    pub importer: Role,
    /// Whether it always needs a transfer impact assessment.
    pub tia: bool,
    /// What to know about the entry.
    pub note: Option<String>,
}

/// The part somebody has in a processing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who decides, Article 4(7).
    Controller,
    /// Who processes for a controller, Article 4(8).
    Processor,
}

/// The date of the data.
pub(super) fn as_of() -> NaiveDate {
    TABLE.as_of
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use super::{Authorisation, Gate, Role, mechanism, mechanisms, scc_module};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ids_are_unique_and_gates_in_order() {
        let ids: BTreeSet<&str> = mechanisms().map(|mechanism| mechanism.id.as_str()).collect();
        assert_eq!(ids.len(), mechanisms().count());
        assert!(mechanisms().is_sorted_by_key(|mechanism| mechanism.gate));
        for mechanism in mechanisms() {
            let article = match mechanism.gate {
                Gate::Adequacy => "45",
                Gate::Safeguards => "46",
                Gate::Derogation => "49",
            };
            assert!(mechanism.article.starts_with(article), "{}", mechanism.id);
            assert_eq!(mechanism.tia, mechanism.gate == Gate::Safeguards, "{}", mechanism.id);
        }
    }

    #[test]
    fn a_mechanism_ends_with_its_decision() {
        for mechanism in mechanisms() {
            assert_eq!(mechanism.ended.is_some(), mechanism.ended_by.is_some());
            assert_eq!(mechanism.decision.is_some(), mechanism.decision().is_some());
            if let Some(decision) = mechanism.decision() {
                assert_eq!(mechanism.ended, decision.ended, "{}", mechanism.id);
                assert_eq!(mechanism.ended_by, decision.ended_by, "{}", mechanism.id);
            }
        }
    }

    #[test]
    fn dead_frameworks_are_known() {
        let shield = mechanism("privacy-shield").unwrap();
        assert!(!shield.is_dead_on(day("2020-07-15")));
        assert!(shield.is_dead_on(day("2020-07-16")));
        assert!(mechanism("safe-harbour").unwrap().is_dead_on(day("2015-10-06")));
        let framework = mechanism("dpf").unwrap();
        assert!(!framework.is_dead_on(day("2026-11-22")));
        assert_eq!(framework.decision().map(|decision| decision.adopted), Some(day("2023-07-10")));
        assert!(mechanism("scc-2010").unwrap().is_dead_on(day("2022-12-27")));
        assert!(mechanism("scc").unwrap().ended.is_none());
    }

    #[test]
    fn article_46_3_needs_an_authority() {
        for mechanism in mechanisms() {
            let third = mechanism.article.starts_with("46(3)");
            let required = mechanism.authorisation == Authorisation::Required;
            assert_eq!(third, required, "{}", mechanism.id);
        }
    }

    #[test]
    fn modules_are_four() {
        let second = scc_module(2).unwrap();
        assert_eq!((second.exporter, second.importer), (Role::Controller, Role::Processor));
        assert!((1..=4).all(|number| scc_module(number).is_some()));
        assert!(scc_module(5).is_none());
    }
}
