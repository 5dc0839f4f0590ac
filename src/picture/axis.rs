//! An axis of time that is stretched, so that a month and thirty years can be told apart on it.
//!
//! Up to about a month it is nearly even, further on each doubling takes the same room.

use super::timeline::Tick;

/// Where the axis goes over from even to doubling, in days.
const BEND: f64 = 30.0;
/// The least room between two ticks.
const BETWEEN: u32 = 64;

/// An axis that begins with an event.
pub(super) struct Axis {
    longest: u64,
    end: u64,
    length: u32,
}

impl Axis {
    /// An axis with room for the longest period; it ends at a tick if there is one so far out.
    pub(super) fn new(longest: u64, ladder: &[Tick], length: u32) -> Axis {
        let end = ladder.iter().map(|tick| tick.days).filter(|days| *days >= longest).min();
        Axis { longest, end: end.unwrap_or(longest).max(1), length }
    }

    /// How far from the event a day stands.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
    pub(super) fn at(&self, days: u64) -> u32 {
        let stretched = |days: u64| (1.0 + days as f64 / BEND).ln();
        let part = stretched(days.min(self.end)) / stretched(self.end);
        (part * f64::from(self.length)).round() as u32
    }

    /// The ticks that there is room for: the last and the years first, then what fits between. Where
    /// nothing has a length in numbers, there is nothing to measure.
    pub(super) fn ticks<'t>(&self, ladder: &'t [Tick]) -> Vec<(u32, &'t Tick)> {
        let mut found: Vec<(u32, &Tick)> = Vec::new();
        if self.longest == 0 {
            return found;
        }
        let mut there: Vec<&Tick> = ladder.iter().filter(|tick| tick.days > 0 && tick.days <= self.end).collect();
        there.sort_by_key(|tick| (tick.days != self.end, !tick.days.is_multiple_of(365), std::cmp::Reverse(tick.days)));
        for tick in there {
            let at = self.at(tick.days);
            if at >= BETWEEN && found.iter().all(|(other, _)| other.abs_diff(at) >= BETWEEN) {
                found.push((at, tick));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use crate::picture::timeline::Tick;

    fn ladder() -> Vec<Tick> {
        let days = [1, 7, 30, 91, 183, 365, 730, 1095, 1825, 3650, 7300, 18250, 36500];
        days.map(|days| Tick { days, label: days.to_string() }).into()
    }

    #[test]
    fn an_axis_ends_at_a_tick_and_grows_steadily() {
        let ladder = ladder();
        let axis = Axis::new(2191, &ladder, 500);
        assert_eq!((axis.at(0), axis.at(3650), axis.at(9999)), (0, 500, 500));
        let places: Vec<u32> = (0..3650).map(|days| axis.at(days)).collect();
        assert!(places.is_sorted());
        assert!(axis.at(365) > 200 && axis.at(30) > 50, "a year and a month can be told apart");
    }

    #[test]
    fn ticks_keep_their_distance() {
        let ladder = ladder();
        for longest in [1, 5, 30, 90, 365, 400, 2191, 10_000, 36_500, 4_000_000] {
            let axis = Axis::new(longest, &ladder, 500);
            let ticks = axis.ticks(&ladder);
            assert!(!ticks.is_empty() && ticks.len() <= 10, "{longest}: {ticks:?}");
            assert!(ticks.windows(2).all(|pair| pair[0].0 + super::BETWEEN <= pair[1].0), "{longest}: {ticks:?}");
            assert!(ticks.iter().all(|(at, _)| *at <= 500));
        }
    }

    #[test]
    fn six_years_have_years_to_read() {
        let ladder = ladder();
        let labels: Vec<&str> =
            Axis::new(2191, &ladder, 500).ticks(&ladder).iter().map(|(_, tick)| tick.label.as_str()).collect();
        assert!(Axis::new(0, &ladder, 500).ticks(&ladder).is_empty());
        assert_eq!(labels, ["30", "183", "365", "730", "1825", "3650"]);
    }
}
