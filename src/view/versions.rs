//! The versions of a notice: which there are, from when to when each is in force, and what each says.
//!
//! The records of a notice tell its latest version. What others say comes from [`Archive`]. The latest need
//! not be in force: people are told of material changes before they take effect, WP260 paragraph 30.

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
    Latest,
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
    if !versions.iter().any(|version| version.state == State::Latest) {
        versions.push(Version {
            state: State::Latest,
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
            State::Latest => Some(now),
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
    let is_current = state == State::Latest;
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
        (Some(one), Some(other)) if one == other => State::Latest,
        (Some(one), Some(other)) if one > other => State::Planned,
        (Some(_), Some(_)) => State::Earlier,
        _ if listed.version.is_some() && listed.version == notice.version => State::Latest,
        _ => State::Earlier,
    }
}

impl Version<'_> {
    /// What the files of its pages are called; nothing if it has none.
    pub fn file(&self) -> Option<String> {
        self.text.and(self.day).map(|day| day.to_string())
    }

    /// Whether it is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.from.is_some_and(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// How far apart two versions may be that are compared on a page of their own. Without a limit the pages of
/// a hundred versions would be five thousand.
const APART: usize = 12;

/// The versions with a text that come before another and are compared with it, the latest first. Which these
/// are does not change when versions are added, so that addresses stay.
pub fn compared<'v, 'a>(versions: &'v [Version<'a>], at: usize) -> impl Iterator<Item = &'v Version<'a>> {
    let earlier = versions.get(at + 1..).unwrap_or_default();
    earlier.iter().filter(|version| version.file().is_some()).take(APART)
}

/// The version that is in force on a day, if a later one was published by then.
pub fn in_force_before<'v, 'a>(versions: &'v [Version<'a>], day: NaiveDate) -> Option<&'v Version<'a>> {
    let latest = versions.iter().find(|version| version.state == State::Latest)?;
    latest.from.filter(|from| day < *from)?;
    versions.iter().filter(|version| version.state == State::Earlier).find(|version| version.is_in_force(day))
}
