//! Numbers of months: what the registry held when each of them ended.

use chrono::{Datelike, NaiveDate};

use super::Asked;
use crate::lint::pass::judge;
use crate::reading::Reading;
use crate::register::{Desk, Month};

/// Months that are counted at most.
const MONTHS: i32 = 36;

/// The months that are counted. Commits come in order; a day before that of an earlier one, as other clocks
/// may have it, counts as that one.
pub(super) struct Calendar<'a> {
    asked: &'a Asked<'a>,
    /// The first month that is not counted yet.
    next: i32,
    pub(super) months: Vec<Month>,
}

impl<'a> Calendar<'a> {
    /// Begins with the month of a day, or later where there are too many.
    pub(super) fn new(asked: &'a Asked<'a>, first: Option<NaiveDate>) -> Calendar<'a> {
        let first = first.map_or_else(|| number(asked.as_of), number);
        Calendar { asked, next: first.max(number(asked.as_of) - MONTHS + 1), months: Vec::new() }
    }

    /// Counts the months that ended before a day.
    pub(super) fn before(&mut self, day: Option<NaiveDate>, state: Option<&Reading>) {
        if let Some(day) = day {
            self.until(number(day) - 1, state);
        }
    }

    /// Counts the rest, up to the day of the register.
    pub(super) fn end(&mut self, state: Option<&Reading>) {
        self.until(i32::MAX, state);
    }

    fn until(&mut self, last: i32, state: Option<&Reading>) {
        let last = last.min(number(self.asked.as_of));
        while self.next <= last {
            let day = last_day(self.next).map_or(self.asked.as_of, |day| day.min(self.asked.as_of));
            if let Some(state) = state {
                let found = judge(state, day, self.asked.overrides).findings;
                self.months.push(Month::of(&Desk::new(
                    &state.registry,
                    &state.sources,
                    self.asked.strings,
                    day,
                    &found,
                )));
            }
            self.next += 1;
        }
    }
}

/// Months since the year 0.
fn number(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default()
}

fn last_day(month: i32) -> Option<NaiveDate> {
    let next = month + 1;
    let first = NaiveDate::from_ymd_opt(next.div_euclid(12), u32::try_from(next.rem_euclid(12)).ok()? + 1, 1)?;
    first.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::{last_day, number};

    #[test]
    fn months_end_on_their_last_day() {
        for (day, last) in [("2026-12-03", "2026-12-31"), ("2028-02-29", "2028-02-29"), ("2026-11-30", "2026-11-30")] {
            assert_eq!(last_day(number(day.parse().unwrap())).unwrap().to_string(), last);
        }
    }
}
