//! A commit, and which one is meant.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};

/// A commit of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its id in full: 40 digits, or 64 where the repository uses SHA-256.
    pub id: String,
    /// When it was committed: ISO 8601, with the zone of who did.
    pub date: String,
}

impl Commit {
    /// Reads `ID DATE`.
    pub(super) fn of_line(line: &str) -> Option<Commit> {
        let (id, date) = line.split_once(' ')?;
        let commit = Commit { id: id.to_owned(), date: date.to_owned() };
        commit.moment().map(|_| commit)
    }

    /// The first twelve digits of its id, as people name it.
    pub fn short(&self) -> &str {
        self.id.get(..12).unwrap_or(&self.id)
    }

    /// The day on which it was committed, where that was done: the same wherever the question is asked.
    pub fn day(&self) -> Option<NaiveDate> {
        self.moment().map(|moment| moment.date_naive())
    }

    fn moment(&self) -> Option<DateTime<FixedOffset>> {
        DateTime::parse_from_rfc3339(&self.date).ok()
    }
}

impl fmt::Display for Commit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.short(), self.date.get(..10).unwrap_or(&self.date))
    }
}

/// A point in the past, as users name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// A day: the last commit on or before it, on the current branch.
    Day(NaiveDate),
    /// Whatever git takes for a commit: an id, a branch, a tag, `HEAD~3`.
    Revision(String),
}

impl Moment {
    /// Reads `2026-03-14`, or anything else as a revision.
    pub fn of(text: &str) -> Moment {
        let is_written_like_a_day = text.len() == "2026-03-14".len();
        match text.parse() {
            Ok(day) if is_written_like_a_day => Moment::Day(day),
            _ => Moment::Revision(text.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Commit, Moment};

    #[test]
    fn days_are_told_from_revisions() {
        assert!(matches!(Moment::of("2026-03-14"), Moment::Day(_)));
        for revision in ["2026-13-14", "HEAD~3", "v1.0", "2026-3-1", "20260314"] {
            assert_eq!(Moment::of(revision), Moment::Revision(revision.into()));
        }
    }

    #[test]
    fn the_day_is_that_of_who_committed() {
        let id = "0123456789abcdef0123456789abcdef01234567";
        let commit = Commit::of_line(&format!("{id} 2026-03-14T23:30:00-08:00")).unwrap();
        assert_eq!(commit.day().unwrap().to_string(), "2026-03-14");
        assert_eq!(commit.to_string(), "0123456789ab of 2026-03-14");
        assert_eq!(Commit::of_line("nonsense"), None);
    }
}
