//! Rights, how to use them, direct marketing, and complaints.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Groups, Markdown, Selection, phrase, phrases, plain};
use crate::decode::Period;
use crate::law;
use crate::record::controller as written;
use crate::record::controller::ComplaintPlace;
use crate::record::notice::NoticeRight;
use crate::registry::Entry;
use crate::source::Origins;

/// How requests are made and answered.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Requests {
    pub occasions: Vec<Markdown>,
    pub contents: Vec<Markdown>,
    pub must_be: Vec<Markdown>,
    pub self_service: Vec<Markdown>,
    pub verify_identity: bool,
    pub verify_because: Option<Markdown>,
    pub contact_back_because: Option<Markdown>,
    #[serde(serialize_with = "super::retention::iso")]
    pub answered_within: Option<Period>,
    pub answered: Option<Markdown>,
    pub free: bool,
    pub refusal_grounds: Vec<Markdown>,
    pub limits: Option<Markdown>,
    pub consequences: Vec<Markdown>,
    pub promises: Vec<Promise>,
    pub law: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// What is promised about one right.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Promise {
    pub right: NoticeRight,
    pub text: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// How direct marketing is stopped.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Marketing {
    pub opt_out: Vec<Markdown>,
    pub at_any_time: bool,
    pub despite_consent: bool,
    pub still_sent: Vec<StillSent>,
    pub suppression: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A message that survives an opt-out.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct StillSent {
    pub groups: Groups,
    pub to: Markdown,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// How people complain.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Complaints {
    pub contact_us_first: bool,
    pub answered: Option<Markdown>,
    pub at_any_time: bool,
    pub authorities_list: Option<String>,
    pub places: Vec<ComplaintPlace>,
    pub authority: Option<Authority>,
    /// Name, address and words of further bodies.
    pub steps: Vec<Step>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A further body to turn to.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Step {
    pub name: String,
    pub url: Option<String>,
    pub text: Option<Markdown>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A supervisory authority.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Authority {
    pub name: String,
    pub website: Option<String>,
    pub complaint_url: Option<String>,
}

pub(super) fn requests(controller: &written::Controller) -> Option<Requests> {
    let written = controller.requests.get()?;
    Some(Requests {
        occasions: phrases(&written.occasions),
        contents: phrases(&written.contents),
        must_be: phrases(&written.must_be),
        self_service: phrases(&written.self_service),
        verify_identity: written.verify_identity.is_true(),
        verify_because: phrase(&written.verify_because),
        contact_back_because: phrase(&written.contact_back_because),
        answered_within: written.answered_within.copied(),
        answered: phrase(&written.answered),
        free: written.free.is_true(),
        refusal_grounds: phrases(&written.refusal_grounds),
        limits: phrase(&written.limits),
        consequences: phrases(&written.consequences),
        promises: written
            .promises
            .iter()
            .filter_map(|row| {
                let origins = row.key.span.into();
                Some(Promise { right: row.value.right.copied()?, text: phrase(&row.value.text)?, origins })
            })
            .collect(),
        law: phrase(&written.law),
        origins: controller.requests.span().into(),
    })
}

pub(super) fn marketing(scope: &Selection<'_>, controller: &Entry<written::Controller>) -> Option<Marketing> {
    let written = controller.record.marketing.get()?;
    let rows = written.still_sent.iter().zip(&controller.links.still_sent);
    let still_sent = rows.filter_map(|(row, groups)| {
        let groups = scope.groups_or_all(groups);
        let origins = row.key.span.into();
        Some(StillSent { to: phrase(&row.value.to).filter(|_| !groups.is_empty())?, groups, origins })
    });
    Some(Marketing {
        opt_out: phrases(&written.opt_out),
        at_any_time: written.at_any_time.is_true(),
        despite_consent: written.despite_consent.is_true(),
        still_sent: still_sent.collect(),
        suppression: phrase(&written.suppression),
        origins: controller.record.marketing.span().into(),
    })
}

pub(super) fn complaints(entry: &Entry<written::Controller>) -> Complaints {
    let controller = &entry.record;
    let places = [controller.complaints.span(), controller.authority.span()].map(Origins::from);
    let origins = Origins::from_iter(&places);
    let origins = if origins.is_empty() { entry.at.into() } else { origins };
    let written = controller.complaints.get();
    let steps = written.into_iter().flat_map(|written| written.steps.iter());
    Complaints {
        contact_us_first: written.is_some_and(|written| written.contact_us_first.is_true()),
        answered: written.and_then(|written| phrase(&written.answered)),
        at_any_time: written.is_some_and(|written| written.at_any_time.is_true()),
        authorities_list: written.and_then(|written| plain(&written.authorities_list)),
        places: written.into_iter().flat_map(|written| written.places.iter().copied()).collect(),
        authority: controller.authority.get().and_then(authority),
        steps: steps
            .filter_map(|row| {
                let (url, text) = (plain(&row.value.url), phrase(&row.value.text));
                Some(Step { name: plain(&row.value.name)?, url, text, origins: row.key.span.into() })
            })
            .collect(),
        origins,
    }
}

/// What the record says comes first; the legal data fill the rest.
fn authority(written: &written::AuthorityContact) -> Option<Authority> {
    let known = written.id.text().and_then(law::authority);
    Some(Authority {
        name: plain(&written.name).or_else(|| known.map(|known| known.name.clone()))?,
        website: plain(&written.website).or_else(|| known.map(|known| known.website.clone())),
        complaint_url: plain(&written.complaint_url).or_else(|| {
            let known = known?;
            known.complaint_url.clone().filter(|_| known.complaint_url_verified)
        }),
    })
}
