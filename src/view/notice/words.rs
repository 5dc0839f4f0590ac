//! What a notice says in words of its own, and the roles we have besides that of a controller.

use chrono::NaiveDate;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Groups, Markdown, Selection, phrase, phrases, plain, prose};
use crate::decode::Row;
use crate::record::notice as written;
use crate::registry::Entry;
use crate::source::{Origins, Span};

/// What a notice covers.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Scope {
    pub explains: Vec<Markdown>,
    pub covers: Vec<Markdown>,
    pub excludes: Vec<Markdown>,
    pub as_controller_only: bool,
    pub if_you_disagree: Option<Markdown>,
    pub other_notices: Vec<OtherNotice>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A notice besides this one.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct OtherNotice {
    pub name: Markdown,
    pub when: Option<Markdown>,
    pub effect: written::OtherNoticeEffect,
    pub because: Option<Markdown>,
    pub ask: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Data for which we are a processor.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Role {
    pub groups: Groups,
    pub data: Markdown,
    pub on_behalf_of: Option<Markdown>,
    pub controller_is: Option<Markdown>,
    pub ask: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// What a notice says about cookies besides the cookies.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct CookieControls {
    pub explanation: Option<Markdown>,
    pub asked: Option<Markdown>,
    pub change_choice: Option<Markdown>,
    pub browser: Option<Markdown>,
    pub separate_notice: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// What a notice says about children.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Children {
    pub age: Option<u32>,
    pub stance: Option<written::Stance>,
    pub consent: Option<Markdown>,
    pub treatment: Option<Markdown>,
    pub advice: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// Sites and services of others.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct ThirdParties {
    pub not_covered: Vec<Markdown>,
    pub also_where: Option<Markdown>,
    pub no_responsibility: bool,
    pub advice: Option<Markdown>,
    pub social_media: Vec<String>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// How changes are announced.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Changes {
    pub reserved: bool,
    pub published: Option<Markdown>,
    pub material: Option<Markdown>,
    pub effective: Option<Markdown>,
    pub new_purposes: Option<Markdown>,
    pub advice: Option<Markdown>,
    pub continued_use: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A term and its meaning.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Definition {
    pub term: String,
    pub meaning: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A free statement.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Statement {
    pub section: written::SectionName,
    pub groups: Groups,
    pub text: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A version of the notice.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Version {
    pub version: Option<String>,
    pub updated: Option<NaiveDate>,
    pub effective: Option<NaiveDate>,
    pub summary: Option<Markdown>,
    pub url: Option<String>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

pub(super) fn scope(record: &written::Notice) -> Option<Scope> {
    let scope = record.scope.get()?;
    Some(Scope {
        explains: phrases(&scope.explains),
        covers: phrases(&scope.covers),
        excludes: phrases(&scope.excludes),
        as_controller_only: scope.as_controller_only.is_true(),
        if_you_disagree: phrase(&scope.if_you_disagree),
        other_notices: scope.other_notices.iter().filter_map(other_notice).collect(),
        origins: record.scope.span().into(),
    })
}

fn other_notice(row: &Row<written::OtherNotice>) -> Option<OtherNotice> {
    Some(OtherNotice {
        name: phrase(&row.value.name)?,
        when: phrase(&row.value.when),
        effect: row.value.effect.copied().unwrap_or(written::OtherNoticeEffect::AppliesBesides),
        because: phrase(&row.value.because),
        ask: phrase(&row.value.ask),
        origins: row.key.span.into(),
    })
}

pub(super) fn cookie_controls(record: &written::Notice) -> Option<CookieControls> {
    let controls = record.cookies.get()?;
    Some(CookieControls {
        explanation: prose(&controls.explanation),
        asked: phrase(&controls.asked),
        change_choice: phrase(&controls.change_choice),
        browser: phrase(&controls.browser),
        separate_notice: phrase(&controls.separate_notice),
        origins: record.cookies.span().into(),
    })
}

pub(super) fn children(record: &written::Notice) -> Option<Children> {
    let children = record.children.get()?;
    Some(Children {
        age: children.age.copied(),
        stance: children.stance.copied(),
        consent: phrase(&children.consent),
        treatment: phrase(&children.treatment),
        advice: phrase(&children.advice),
        origins: record.children.span().into(),
    })
}

pub(super) fn third_parties(record: &written::Notice) -> Option<ThirdParties> {
    let others = record.third_parties.get()?;
    Some(ThirdParties {
        not_covered: phrases(&others.not_covered),
        also_where: phrase(&others.also_where),
        no_responsibility: others.no_responsibility.is_true(),
        advice: phrase(&others.advice),
        social_media: others.social_media.iter().cloned().collect(),
        origins: record.third_parties.span().into(),
    })
}

pub(super) fn changes(record: &written::Notice) -> Option<Changes> {
    let changes = record.changes.get()?;
    Some(Changes {
        reserved: changes.reserved.is_true(),
        published: phrase(&changes.published),
        material: phrase(&changes.material),
        effective: phrase(&changes.effective),
        new_purposes: phrase(&changes.new_purposes),
        advice: phrase(&changes.advice),
        continued_use: phrase(&changes.continued_use),
        origins: record.changes.span().into(),
    })
}

pub(super) fn definitions(record: &written::Notice) -> Vec<Definition> {
    let definition = |row: &Row<written::Definition>| {
        let (term, meaning) = (plain(&row.value.term)?, phrase(&row.value.meaning)?);
        Some(Definition { term, meaning, origins: row.key.span.into() })
    };
    record.definitions.iter().filter_map(definition).collect()
}

pub(super) fn statements(scope: &Selection<'_>, entry: &Entry<written::Notice>) -> Vec<Statement> {
    let rows = entry.record.statements.iter().zip(&entry.links.statements);
    rows.filter_map(|(row, groups)| {
        let groups = scope.groups_or_all(groups);
        let text = prose(&row.value.text).filter(|_| !groups.is_empty())?;
        Some(Statement { section: row.value.section.copied()?, groups, text, origins: row.key.span.into() })
    })
    .collect()
}

pub(super) fn version(version: &written::Version, at: Span) -> Version {
    Version {
        version: plain(&version.version),
        updated: version.updated.get().map(|date| date.0),
        effective: version.effective.get().map(|date| date.0),
        summary: prose(&version.summary),
        url: plain(&version.url),
        origins: at.into(),
    }
}
