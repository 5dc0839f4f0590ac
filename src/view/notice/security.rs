//! Measures, duties and advice.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Groups, Markdown, Selection, phrase, plain};
use crate::decode::Rows;
use crate::record::notice::{Duty as WrittenDuty, Notice as WrittenNotice};
use crate::record::security_measure::{Nature, Objective};
use crate::registry::{Entry, Id};
use crate::source::Origins;

/// What a notice says about security.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Security {
    pub measures: Vec<Measure>,
    pub duties: Vec<Duty>,
    pub advice: Vec<Duty>,
    pub breach: Option<Markdown>,
    pub disclaimer: Option<Markdown>,
    #[serde(rename = "more-at")]
    pub more_at: Option<String>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A measure that the public is told of.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Measure {
    pub name: Option<Markdown>,
    pub sentence: Option<Markdown>,
    pub where_appropriate: bool,
    pub nature: Vec<Nature>,
    pub serves: Vec<Objective>,
    /// The standard of a certificate.
    pub standard: Option<String>,
    /// Its year.
    pub year: Option<u32>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// What readers must or should do.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Duty {
    pub groups: Groups,
    pub text: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

pub(super) fn security(scope: &Selection<'_>, entry: &Entry<WrittenNotice>) -> Security {
    let mut ids: Vec<_> = scope.activities.iter().flat_map(|activity| &activity.links.security.values).collect();
    let mut seen = Vec::new();
    ids.retain(|id| {
        let new = !seen.contains(*id);
        seen.push(**id);
        new
    });
    let measures = ids.into_iter().map(|id| &scope.registry.security_measures[*id]).filter_map(|entry| {
        let record = &entry.record;
        let certificate = record.certification.get();
        let measure = Measure {
            name: phrase(&record.name),
            sentence: phrase(&record.sentence),
            where_appropriate: record.where_appropriate.is_true(),
            nature: record.nature.iter().copied().collect(),
            serves: record.serves.iter().copied().collect(),
            standard: certificate.and_then(|certificate| plain(&certificate.standard)),
            year: certificate.and_then(|certificate| certificate.year.copied()),
            origins: entry.at.into(),
        };
        let told = measure.name.is_some() || measure.sentence.is_some() || measure.standard.is_some();
        told.then_some(measure)
    });
    let words = entry.record.security.get();
    Security {
        measures: measures.collect(),
        duties: duties(scope, words.map(|words| &words.duties), &entry.links.duties),
        advice: duties(scope, words.map(|words| &words.advice), &entry.links.advice),
        breach: words.and_then(|words| phrase(&words.breach)),
        disclaimer: words.and_then(|words| phrase(&words.disclaimer)),
        more_at: words.and_then(|words| plain(&words.more_at)),
        origins: entry.record.security.span().into(),
    }
}

fn duties(
    scope: &Selection<'_>,
    rows: Option<&Rows<WrittenDuty>>,
    groups: &[Vec<Id<crate::record::subject_group::SubjectGroup>>],
) -> Vec<Duty> {
    let rows = rows.into_iter().flat_map(|rows| rows.iter()).zip(groups);
    rows.filter_map(|(row, groups)| {
        let (groups, text) = (scope.groups_or_all(groups), phrase(&row.value.text)?);
        Some(Duty { groups, text, origins: row.key.span.into() })
    })
    .collect()
}
