//! Cookies and the like.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::party::{Party, party};
use super::{Groups, Markdown, Selection, phrase, phrases};
use crate::decode::Lifetime as Written;
use crate::record::cookie::{CookieClass, CookieConsent, Technology};
use crate::source::Origins;

/// A cookie, or a class of cookies.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each field is named after the record's key")]
pub struct Cookie {
    pub groups: Groups,
    pub name: Markdown,
    pub names: Vec<String>,
    pub class: Option<CookieClass>,
    pub technologies: Vec<Technology>,
    pub placement: Option<Markdown>,
    pub in_messages: Option<Markdown>,
    pub possible: bool,
    pub purposes: Vec<Markdown>,
    pub data: Vec<Markdown>,
    pub exhaustive: bool,
    pub lifetime: Option<Lifetime>,
    pub kept_until: Option<Markdown>,
    pub provider: Option<Party>,
    pub consent: Option<CookieConsent>,
    pub refuse: Option<Markdown>,
    pub if_refused: Option<Markdown>,
    pub if_accepted: Option<Markdown>,
    pub no_opt_out: bool,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// How long a cookie works, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetime(pub Written);

impl Serialize for Lifetime {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Written::Session => serializer.serialize_str("session"),
            Written::Period(period) => serializer.collect_str(&period),
            Written::Time(seconds) => serializer.collect_str(&format_args!("PT{seconds}S")),
        }
    }
}

pub(super) fn cookies(scope: &Selection<'_>) -> Vec<Cookie> {
    let mut found: Vec<(Option<CookieClass>, Cookie)> = Vec::new();
    for (_, entry) in scope.registry.cookies.iter() {
        let record = &entry.record;
        // A cookie belongs to the notice if its groups do; one without groups belongs to everybody.
        let groups = scope.groups_or_all(&entry.links.subject_groups);
        let Some(name) = phrase(&record.name).filter(|_| !groups.is_empty()) else { continue };
        let told = entry.links.activity.is_none_or(|id| {
            let activity = &scope.registry.activities[id];
            scope.activities.iter().any(|told| told.id == activity.id)
        });
        if told {
            let cookie = Cookie {
                groups,
                name,
                names: record.names.iter().cloned().collect(),
                class: record.class.copied(),
                technologies: record.technologies.iter().copied().collect(),
                placement: phrase(&record.placement),
                in_messages: phrase(&record.in_messages),
                possible: record.possible.is_true(),
                purposes: phrases(&record.purposes),
                data: phrases(&record.data),
                exhaustive: record.exhaustive.is_true(),
                lifetime: record.lifetime.copied().map(Lifetime),
                kept_until: phrase(&record.kept_until),
                provider: entry.links.provider.map(|id| party(scope.registry, id)),
                consent: record.consent.copied(),
                refuse: phrase(&record.refuse),
                if_refused: phrase(&record.if_refused),
                if_accepted: phrase(&record.if_accepted),
                no_opt_out: record.no_opt_out.is_true(),
                origins: entry.at.into(),
            };
            found.push((cookie.class, cookie));
        }
    }
    // From necessary to advertising; cookies of one class stay in the order of their ids.
    found.sort_by_key(|(class, _)| *class);
    found.into_iter().map(|(_, cookie)| cookie).collect()
}
