//! Whether people have time before a change takes effect.

use chrono::NaiveDate;

use crate::record::notice::{Notice, Version};

/// How much time a notice leaves people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Enough: what changed takes effect on this day.
    Enough(NaiveDate),
    /// What changed takes effect on a day that is too early; they have time from the other day on.
    TooEarly {
        /// When it takes effect.
        effective: NaiveDate,
        /// The first day on which it may.
        earliest: NaiveDate,
    },
    /// None: there is no version that people have not had.
    None,
}

/// A version as its dates name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dated {
    updated: Option<NaiveDate>,
    effective: NaiveDate,
}

impl Dated {
    /// A version without a day on which it takes effect does so when it is published.
    fn of(updated: Option<NaiveDate>, effective: Option<NaiveDate>) -> Option<Dated> {
        Some(Dated { updated, effective: effective.or(updated)? })
    }

    fn own(notice: &Notice) -> Option<Dated> {
        Dated::of(notice.updated.get().map(|date| date.0), notice.effective.get().map(|date| date.0))
    }

    fn listed(notice: &Notice) -> impl Iterator<Item = Dated> {
        let of = |version: &Version| {
            Dated::of(version.updated.get().map(|date| date.0), version.effective.get().map(|date| date.0))
        };
        notice.versions.iter().filter_map(of)
    }

    /// The day that names it.
    fn day(self) -> NaiveDate {
        self.updated.unwrap_or(self.effective)
    }
}

/// How much time a notice leaves people, seen from a day.
///
/// From the day on which a version is published, or from today where that is past, the time has to go by that
/// the notice promises (`changes.announced`). Who promises nothing leaves any later day: how long before people
/// are told depends on the change (WP260 rev.01, paragraph 30, speaks of well in advance and names no number of
/// days). The newest version since the state before counts, also one that is planned. If there is none, what is
/// announced already and not yet in force may tell this change too, and a version that was planned before may
/// have become that of the records.
pub fn time(before: Option<&Notice>, after: &Notice, today: NaiveDate) -> Time {
    let earliest = |published: NaiveDate| {
        let notices = before.into_iter().chain([after]);
        // A promise that is dropped with the change was made to people all the same.
        let promised = notices
            .filter_map(|notice| notice.changes.get()?.announced.internal().copied())
            .filter_map(|period| period.after(published))
            .max();
        promised.or_else(|| published.succ_opt()).unwrap_or(published)
    };
    let judge = |version: Dated, published: NaiveDate| {
        let (effective, earliest) = (version.effective, earliest(published));
        if effective >= earliest { Time::Enough(effective) } else { Time::TooEarly { effective, earliest } }
    };
    let own = Dated::own(after);
    let (own_before, listed_before) =
        before.map_or((None, Vec::new()), |before| (Dated::own(before), Dated::listed(before).collect()));
    let known =
        |version: &Dated| own_before.iter().chain(&listed_before).copied().find(|known| known.day() == version.day());
    let versions = || own.into_iter().chain(Dated::listed(after));
    let is_later = |version: &Dated| own_before.is_none_or(|own| version.day() > own.day());
    let fresh = versions().filter(|version| known(version).is_none() && is_later(version));
    if let Some(newest) = fresh.max_by_key(|version| version.effective) {
        return judge(newest, newest.updated.map_or(today, |updated| updated.max(today)));
    }
    let is_pending = |version: &Dated| known(version).is_some_and(|known| known.effective > today);
    let pending = versions().filter(is_pending).max_by_key(|version| version.effective);
    if let Some(Time::Enough(effective)) = pending.map(|pending| judge(pending, today)) {
        return Time::Enough(effective);
    }
    if let Some(own) = own.filter(|own| own_before != Some(*own) && listed_before.contains(own))
        && let Some(published) = own.updated
    {
        return judge(own, published);
    }
    pending.map_or(Time::None, |pending| judge(pending, today))
}
