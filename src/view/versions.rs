//! The versions of a notice: which there are, from when to when each is in force, and what each says.
//!
//! The records of a notice say what it says now. What it said before, or will say, comes from [`Archive`].
//! Nothing here asks which day it is: a version is planned if it comes after the one that the records tell.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::archive::{Archive, Published};
use crate::view::notice::{Markdown, Notice, Version as Listed};

/// Whether a version comes before or after the one that the records tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It comes before.
    Earlier,
    /// The records tell it.
    Current,
    /// It comes after.
    Planned,
}

/// A version of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<'a> {
    /// Whether it comes before or after the one that the records tell.
    pub state: State,
    /// What it is called: "2.1".
    pub name: Option<&'a str>,
    /// Day of its last update, which names its pages.
    pub day: Option<NaiveDate>,
    /// The first day on which it is in force.
    pub from: Option<NaiveDate>,
    /// The last day on which it is, if another follows.
    pub until: Option<NaiveDate>,
    /// What changed with it.
    pub summary: Option<&'a Markdown>,
    /// Where it can be read besides.
    pub url: Option<&'a str>,
    /// What it says, if that is known.
    pub text: Option<&'a Published>,
}

/// The versions of a notice, the latest first. There are none of a notice that lists none.
pub fn of<'a>(notice: &'a Notice, archive: &'a Archive, now: &'a Published) -> Vec<Version<'a>> {
    if notice.versions.is_empty() {
        return Vec::new();
    }
    let mut versions: Vec<Version<'a>> = notice.versions.iter().map(|listed| version(listed, notice)).collect();
    if !versions.iter().any(|version| version.state == State::Current) {
        versions.push(Version {
            state: State::Current,
            name: notice.version.as_deref(),
            day: notice.updated,
            from: notice.effective,
            until: None,
            summary: None,
            url: None,
            text: None,
        });
    }
    versions.sort_by_key(|version| Reverse(version.day.or(version.from)));
    // Of two versions of one day the first counts; a lint tells of them.
    versions.dedup_by(|later, earlier| later.day.is_some() && later.day == earlier.day);
    for version in &mut versions {
        version.text = match version.state {
            State::Current => Some(now),
            _ => version.day.and_then(|day| archive.get(&notice.id, day)),
        };
        // Where the list does not say from when, the version itself may.
        let says = version.text.and_then(|text| text.effective);
        version.from = version.from.or(says).or(version.day);
    }
    for at in 1..versions.len() {
        let next = versions.get(at - 1).and_then(|next| next.from);
        if let Some(version) = versions.get_mut(at) {
            let last = next.and_then(|next| next.pred_opt());
            version.until = last.filter(|last| version.from.is_none_or(|from| from <= *last));
        }
    }
    versions
}

fn version<'a>(listed: &'a Listed, notice: &'a Notice) -> Version<'a> {
    let state = state(listed, notice);
    let is_current = state == State::Current;
    let (name, updated, effective) = (listed.version.as_deref(), listed.updated, listed.effective);
    let name = name.or_else(|| notice.version.as_deref().filter(|_| is_current));
    let day = updated.or_else(|| notice.updated.filter(|_| is_current));
    let effective = effective.or_else(|| notice.effective.filter(|_| is_current));
    Version {
        state,
        name,
        day,
        from: effective,
        until: None,
        summary: listed.summary.as_ref(),
        url: listed.url.as_deref(),
        text: None,
    }
}

/// A version is compared by the day of its update; one that has none yet, by the day from which it is in force.
fn state(listed: &Listed, notice: &Notice) -> State {
    let (of_version, of_notice) = match (listed.updated, listed.effective) {
        (Some(updated), _) => (Some(updated), notice.updated),
        (None, Some(effective)) => (Some(effective), notice.effective.or(notice.updated)),
        (None, None) => (None, None),
    };
    match (of_version, of_notice) {
        (Some(one), Some(other)) if one == other => State::Current,
        (Some(one), Some(other)) if one > other => State::Planned,
        (Some(_), Some(_)) => State::Earlier,
        _ if listed.version.is_some() && listed.version == notice.version => State::Current,
        _ => State::Earlier,
    }
}

impl Version<'_> {
    /// What the files of its pages are called; nothing if it has none.
    pub fn file(&self) -> Option<String> {
        self.text.and(self.day).map(|day| day.to_string())
    }
}

/// The version with a text that comes before another.
pub fn before<'v, 'a>(versions: &'v [Version<'a>], at: usize) -> Option<&'v Version<'a>> {
    versions.get(at + 1..)?.iter().find(|version| version.file().is_some())
}

/// Whether a version comes so long before the current one that what changed with that does not tell what
/// changed since.
pub fn is_long_ago(versions: &[Version<'_>], at: usize) -> bool {
    let current = versions.iter().position(|version| version.state == State::Current && version.file().is_some());
    let (Some(version), Some(current)) = (versions.get(at), current) else { return false };
    let is_next = before(versions, current).is_some_and(|before| before.day == version.day);
    version.state == State::Earlier && version.file().is_some() && !is_next
}
