//! What a notice says in words of its own, and the roles we have besides that of a controller.

use chrono::NaiveDate;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Groups, Markdown};
use crate::record::notice as written;
use crate::source::Origins;

/// What a notice covers.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Scope {
    pub explains: Vec<Markdown>,
    pub covers: Vec<Markdown>,
    pub excludes: Vec<Markdown>,
    pub as_controller_only: bool,
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
    pub published: Option<Markdown>,
    pub material: Option<Markdown>,
    pub effective: Option<Markdown>,
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
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}
