//! Legal bases as a notice tells them.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Markdown, phrase, phrases};
use crate::decode::{Jurisdiction, List};
use crate::law::{Ground, SpecialCondition};
use crate::record::legal_basis::{BasisExtent, Law, LegalBasis};
use crate::registry::{Entry, Id, Registry};
use crate::source::Origins;

/// A ground of Article 6 as it is used.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Basis {
    /// The ground of Article 6(1); none where the record names another ground by its laws alone.
    pub ground: Option<Ground>,
    pub article: Option<&'static str>,
    pub special: Vec<SpecialCondition>,
    /// Whether it is used in some cases only.
    pub some_cases: bool,
    /// Whether it is the main one beside others.
    pub primarily: bool,
    pub examples: Vec<Markdown>,
    pub contract: Option<Markdown>,
    pub obligation: Option<Markdown>,
    pub laws: Vec<LawFact>,
    pub interests: Vec<Markdown>,
    pub interest_of: Option<Markdown>,
    pub vital_interest: Option<Markdown>,
    pub consent: Option<Consent>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Consent as people need to know it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Consent {
    pub to: Option<Markdown>,
    pub withdraw: Option<Markdown>,
}

/// A law that is relied on.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct LawFact {
    pub act: Markdown,
    pub article: Option<Markdown>,
    /// ISO code of the country, or `EU`.
    pub country: Option<String>,
}

/// The public side of several bases.
pub(super) fn bases(registry: &Registry, ids: &[Id<LegalBasis>]) -> Vec<Basis> {
    ids.iter().filter_map(|id| basis(&registry.legal_bases[*id])).collect()
}

/// The public side of a basis; `None` with neither article nor laws, which is a gap of the register.
/// Without an article alone it is told as what it is: another ground that some law lays down.
fn basis(entry: &Entry<LegalBasis>) -> Option<Basis> {
    let record = &entry.record;
    let laws = laws(&record.laws);
    let ground = record.article.copied().map(|article| article.0);
    if ground.is_none() && laws.is_empty() {
        return None;
    }
    let extent = record.extent.copied();
    Some(Basis {
        ground,
        article: ground.map(|ground| ground.article()),
        special: record.article_9.iter().map(|condition| condition.0).collect(),
        some_cases: extent == Some(BasisExtent::SomeCases),
        primarily: extent == Some(BasisExtent::Primarily),
        examples: phrases(&record.examples),
        contract: phrase(&record.contract),
        obligation: phrase(&record.obligation),
        laws,
        interests: phrases(&record.interests),
        interest_of: phrase(&record.interest_of),
        vital_interest: phrase(&record.vital_interest),
        consent: record
            .consent
            .get()
            .map(|consent| Consent { to: phrase(&consent.to), withdraw: phrase(&consent.withdraw) }),
        origins: entry.at.into(),
    })
}

pub(super) fn laws(list: &List<Law>) -> Vec<LawFact> {
    list.iter()
        .filter_map(|law| {
            Some(LawFact {
                act: phrase(&law.act)?,
                article: phrase(&law.article),
                country: law.country.get().map(|country| match country {
                    Jurisdiction::Union => "EU".to_owned(),
                    Jurisdiction::Country(code) => code.to_string(),
                }),
            })
        })
        .collect()
}
