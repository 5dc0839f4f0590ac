//! Calendar periods and lifetimes as ISO 8601 durations.

use std::borrow::Cow;
use std::fmt;

use chrono::{Days, Months, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::BadText;

/// A calendar period for retention: years, months, weeks and days, such as `P6Y` or `P90D`.
/// The parts stay as they were written, because "24 months" and "two years" read differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Period {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Weeks.
    pub weeks: u32,
    /// Days.
    pub days: u32,
}

/// How long a cookie works: a session, a calendar period, or hours, minutes and seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lifetime {
    /// Until the browser is closed.
    Session,
    /// A calendar period.
    Period(Period),
    /// Seconds, where hours, minutes or seconds were given.
    Time(u32),
}

const PERIOD_HELP: &str = "write an ISO 8601 period: `P6Y` is six years, `P18M` eighteen months, `P90D` ninety days";
const LIFETIME_HELP: &str = "write `\"session\"`, a period such as `\"P13M\"`, or a time such as `\"PT30M\"`";

impl Period {
    /// Reads an ISO 8601 calendar duration.
    ///
    /// # Errors
    /// Says in words what is wrong.
    pub fn parse(text: &str) -> Result<Period, String> {
        let Some(body) = text.strip_prefix('P') else { return Err("a period starts with `P`".into()) };
        if body.contains('T') {
            return Err("hours and minutes are not used for retention".into());
        }
        let [years, months, weeks, days] = parts(body, ['Y', 'M', 'W', 'D'])?;
        if years.max(months).max(weeks).max(days) == 0 {
            return Err("the period has no length".into());
        }
        Ok(Period { years, months, weeks, days })
    }

    /// The day so long before another; nothing before the calendar begins.
    pub fn before(&self, day: NaiveDate) -> Option<NaiveDate> {
        let months = self.years.checked_mul(12)?.checked_add(self.months)?;
        let days = u64::from(self.weeks) * 7 + u64::from(self.days);
        day.checked_sub_months(Months::new(months))?.checked_sub_days(Days::new(days))
    }

    /// The day so long after another; nothing after the calendar ends.
    pub fn after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let months = self.years.checked_mul(12)?.checked_add(self.months)?;
        let days = u64::from(self.weeks) * 7 + u64::from(self.days);
        day.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days))
    }

    /// Shortest and longest number of days it can last; periods are only partly ordered.
    pub fn days_range(&self) -> (u64, u64) {
        let months = u64::from(self.years) * 12 + u64::from(self.months);
        let days = u64::from(self.weeks) * 7 + u64::from(self.days);
        let shortest = (months * 30_436_875 / 1_000_000).saturating_sub(if months % 12 == 0 { 1 } else { 3 });
        let longest = (months * 30_436_875).div_ceil(1_000_000) + if months % 12 == 0 { 1 } else { 3 };
        if months == 0 { (days, days) } else { (shortest + days, longest + days) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (number, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if number > 0 {
                write!(f, "{number}{unit}")?;
            }
        }
        Ok(())
    }
}

/// Reads numbers, each followed by its unit, units in order and at most once.
fn parts<const N: usize>(body: &str, units: [char; N]) -> Result<[u32; N], String> {
    let mut numbers = [0; N];
    let mut next = 0;
    let mut rest = body;
    if rest.is_empty() {
        return Err("a number and a unit are missing".into());
    }
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, tail) = rest.split_at(end);
        let Some(unit) = tail.chars().next() else { return Err(format!("`{digits}` has no unit")) };
        if digits.is_empty() {
            return Err(format!("expected a number before `{unit}`"));
        }
        let Some(at) = units.iter().position(|known| *known == unit) else {
            return Err(format!("`{unit}` is not a unit here"));
        };
        if at < next {
            return Err(format!("the units stand in the wrong order at `{unit}`"));
        }
        numbers[at] = digits.parse().ok().filter(|n| *n <= 100_000).ok_or(format!("`{digits}` is too large"))?;
        next = at + 1;
        rest = &tail[unit.len_utf8()..];
    }
    Ok(numbers)
}

impl Lifetime {
    /// Reads `session`, a calendar period or a time.
    ///
    /// # Errors
    /// Says in words what is wrong.
    pub fn parse(text: &str) -> Result<Lifetime, String> {
        if text == "session" {
            return Ok(Lifetime::Session);
        }
        match text.strip_prefix("PT") {
            Some(time) => {
                let [hours, minutes, seconds] = parts(time, ['H', 'M', 'S'])?;
                let total = u64::from(hours) * 3600 + u64::from(minutes) * 60 + u64::from(seconds);
                u32::try_from(total).map(Lifetime::Time).map_err(|_| "the time is too large".into())
            }
            None => Period::parse(text).map(Lifetime::Period),
        }
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        let text = String::deserialize(deserializer)?;
        Period::parse(&text).map_err(|why| {
            D::Error::custom(BadText::new("bad-period", format!("`{text}` is not a period: {why}"), PERIOD_HELP))
        })
    }
}

impl<'de> Deserialize<'de> for Lifetime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Lifetime, D::Error> {
        let text = String::deserialize(deserializer)?;
        Lifetime::parse(&text).map_err(|why| {
            D::Error::custom(BadText::new("bad-period", format!("`{text}` is not a lifetime: {why}"), LIFETIME_HELP))
        })
    }
}

impl JsonSchema for Period {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$",
            "examples": ["P6Y", "P90D"],
        })
    }
}

impl JsonSchema for Lifetime {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Lifetime".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(session|P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?|PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)$",
            "examples": ["session", "P13M", "PT30M"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Lifetime, Period};

    #[test]
    fn periods_are_read_and_refused_with_a_reason() {
        assert_eq!(Period::parse("P2Y6M"), Ok(Period { years: 2, months: 6, ..Period::default() }));
        assert_eq!(Period::parse("P4W"), Ok(Period { weeks: 4, ..Period::default() }));
        for (bad, why) in [
            ("6Y", "starts with"),
            ("P", "missing"),
            ("P6", "no unit"),
            ("P6X", "not a unit"),
            ("PT5H", "hours"),
            ("P1D2Y", "order"),
            ("P1.5Y", "not a unit"),
            ("P99999999999Y", "too large"),
            ("P0D", "no length"),
        ] {
            let message = Period::parse(bad).expect_err(bad);
            assert!(message.contains(why), "{bad}: {message}");
        }
    }

    #[test]
    fn lifetimes_take_sessions_and_times() {
        assert_eq!(Lifetime::parse("session"), Ok(Lifetime::Session));
        assert_eq!(Lifetime::parse("PT30M"), Ok(Lifetime::Time(1800)));
        assert!(Lifetime::parse("PT").is_err());
    }

    #[test]
    fn a_period_lasts_between_two_numbers_of_days() {
        let (shortest, longest) = Period::parse("P6Y").expect("a period").days_range();
        assert!(shortest <= 2190 && longest >= 2192, "{shortest} {longest}");
        assert_eq!(Period::parse("P90D").expect("a period").days_range(), (90, 90));
    }
}
