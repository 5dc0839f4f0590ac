//! What the history of a registry says, as plain values: commits in words, and numbers of months.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::attention::Concern;
use super::desk::Desk;
use crate::history::Logged;

/// What the history of a registry says.
#[derive(Debug, Default)]
pub struct Chronicle {
    /// What is to be known of it as a whole.
    pub remarks: Vec<Remark>,
    /// How many commits were read.
    pub read: usize,
    /// Whether those who wrote commits are named.
    pub names_authors: bool,
    /// What the registry held at the end of each month, the oldest first.
    pub months: Vec<Month>,
    entries: Vec<Entry>,
    /// For each activity of today, where it stands: the entry, and what is told there.
    places: BTreeMap<String, Vec<(usize, usize)>>,
}

/// What is to be known of a history as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// There is no program `git`.
    NoGit,
    /// The registry is in no repository.
    NoRepository,
    /// Nothing was committed yet.
    NoCommit,
    /// git said why it cannot be read.
    Unreadable(String),
    /// The clone holds no more.
    Shallow,
    /// There are more commits than were asked for.
    More,
}

/// A commit that changed what the registry says, or that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The commit.
    pub logged: Logged,
    /// Files that could not be read.
    pub unread: Vec<String>,
    /// What it did.
    pub what: What,
}

/// What a commit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The registry begins with it, with so many activities.
    Began(usize),
    /// What changed; nothing where that is told with the next commit that can be read.
    Changed(Vec<Told>),
    /// It could not be read, and why.
    Unreadable(String),
}

/// The changes that touch the same activities, or of one record that no activity uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The activities, or the record, as they were called. Inline Markdown.
    pub heading: String,
    /// Ids of the activities, as they are today.
    pub activities: BTreeSet<String>,
    /// The changes. Inline Markdown.
    pub lines: Vec<String>,
}

/// What the registry held at the end of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The day on which it was judged: the last of the month, or the day of the register.
    pub day: NaiveDate,
    /// Activities.
    pub activities: usize,
    /// Transfers to third countries and international organisations.
    pub transfers: usize,
    /// Reviews of activities and of impact assessments whose day was over.
    pub overdue: usize,
    /// What the lints find.
    pub findings: usize,
}

impl Chronicle {
    /// Commits, the newest first.
    pub fn new(entries: Vec<Entry>) -> Chronicle {
        let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for (part, told) in entry.told().iter().enumerate() {
                for id in &told.activities {
                    places.entry(id.clone()).or_default().push((at, part));
                }
            }
        }
        Chronicle { entries, places, ..Chronicle::default() }
    }

    /// A history of which nothing is known but why.
    pub fn unknown(why: Remark) -> Chronicle {
        Chronicle { remarks: vec![why], ..Chronicle::default() }
    }

    /// The commits, the newest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The commits that touched an activity, the newest first: where they stand among all, and what is told
    /// of the activity there.
    pub(super) fn of_activity(&self, id: &str) -> Vec<(usize, &Entry, Vec<&Told>)> {
        let mut found: Vec<(usize, &Entry, Vec<&Told>)> = Vec::new();
        for (at, part) in self.places.get(id).into_iter().flatten() {
            let Some(entry) = self.entries.get(*at) else { continue };
            let Some(told) = entry.told().get(*part) else { continue };
            match found.last_mut() {
                Some((last, _, all)) if last == at => all.push(told),
                _ => found.push((*at, entry, vec![told])),
            }
        }
        found
    }
}

impl Entry {
    /// What changed.
    pub fn told(&self) -> &[Told] {
        match &self.what {
            What::Changed(told) => told,
            _ => &[],
        }
    }
}

impl Month {
    /// Counts what a registry holds on the day of a desk.
    pub fn of(desk: &Desk<'_>) -> Month {
        let is_over = |date: NaiveDate| date < desk.as_of;
        let is_review = |concern| matches!(concern, Concern::ReviewDue | Concern::DpiaReviewDue);
        let overdue = desk.attention().iter().filter(|one| is_review(one.concern) && is_over(one.date)).count();
        Month {
            day: desk.as_of,
            activities: desk.registry.activities.len(),
            transfers: desk.transfers.len(),
            overdue,
            findings: desk.findings.len(),
        }
    }
}
