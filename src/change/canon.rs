//! Whether two values say the same.

use serde_json::{Map, Value};

use crate::decode::{Lifetime, Period};

/// Text without the line breaks and spaces that only lay it out. Paragraphs and lists stay apart.
pub(super) fn text(text: &str) -> String {
    let mut joined = String::new();
    let mut blank = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let begins_block = line.starts_with(['-', '*', '+', '#', '>', '|', '`']) || line.starts_with(char::is_numeric);
        match (joined.is_empty(), blank) {
            (true, _) => {}
            (false, true) => joined.push_str("\n\n"),
            (false, false) if begins_block => joined.push('\n'),
            (false, false) => joined.push(' '),
        }
        blank = false;
        joined.extend(line.split_whitespace().flat_map(|word| [word, " "]));
        joined.pop();
    }
    joined
}

/// A value with every text laid out alike.
pub(super) fn value(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(self::text(text)),
        Value::Array(list) => list.iter().map(self::value).collect(),
        Value::Object(table) => table.iter().map(|(key, inner)| (key.clone(), self::value(inner))).collect(),
        other => other.clone(),
    }
}

/// The items of a data category as a table by their words: a list and a table say the same.
pub(super) fn items(items: &Value) -> Value {
    let label = |item: &Value| item.as_str().or(item["label"].as_str()).unwrap_or_default().to_owned();
    let entry = |item: &Value| {
        let mut facts = item.as_object().cloned().unwrap_or_default();
        facts.remove("label");
        (label(item), Value::Object(facts))
    };
    match items {
        Value::Array(list) => list.iter().map(entry).collect::<Map<_, _>>().into(),
        Value::Object(table) => table.values().map(entry).collect::<Map<_, _>>().into(),
        other => other.clone(),
    }
}

/// A length of time that can be compared: months and days, or seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Calendar { months: i64, days: i64 },
    Seconds(i64),
    Session,
}

impl Length {
    /// Reads an ISO 8601 period or a lifetime.
    pub(super) fn of(value: &Value) -> Option<Length> {
        Some(match Lifetime::parse(value.as_str()?).ok()? {
            Lifetime::Session => Length::Session,
            Lifetime::Time(seconds) => Length::Seconds(seconds.into()),
            Lifetime::Period(Period { years, months, weeks, days }) => Length::Calendar {
                months: i64::from(years) * 12 + i64::from(months),
                days: i64::from(weeks) * 7 + i64::from(days),
            },
        })
    }

    /// Days at least and at most.
    fn days(self) -> (f64, f64) {
        match self {
            Length::Session => (0.0, 0.0),
            #[allow(clippy::cast_precision_loss, reason = "no period of a register is as long as that")]
            Length::Seconds(seconds) => (seconds as f64 / 86_400.0, seconds as f64 / 86_400.0),
            #[allow(clippy::cast_precision_loss, reason = "no period of a register is as long as that")]
            Length::Calendar { months, days } => {
                // Months have 28 to 31 days.
                let give = if months == 0 { 0.0 } else { 3.0 };
                let (months, days) = (months as f64 * 30.436_875, days as f64);
                (months - give + days, months + give + days)
            }
        }
    }

    /// Whether this is longer than another; nothing where the calendar decides.
    pub(super) fn is_longer(self, other: Length) -> Option<bool> {
        if let (Length::Calendar { months, days }, Length::Calendar { months: other_months, days: other_days }) =
            (self, other)
        {
            match (months - other_months, days - other_days) {
                (0, 0) => return None,
                (more, days) if more >= 0 && days >= 0 => return Some(true),
                (more, days) if more <= 0 && days <= 0 => return Some(false),
                _ => {}
            }
        }
        let ((least, most), (other_least, other_most)) = (self.days(), other.days());
        match (least > other_most, most < other_least) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// How much longer or shorter, where that is a whole period.
    pub(super) fn apart(self, other: Length) -> Option<Period> {
        let (Length::Calendar { months, days }, Length::Calendar { months: other_months, days: other_days }) =
            (self, other)
        else {
            return None;
        };
        let (months, days) = (months - other_months, days - other_days);
        if (months < 0 && days > 0) || (months > 0 && days < 0) {
            return None;
        }
        let (months, days) = (months.unsigned_abs(), days.unsigned_abs());
        let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Some(Period { years: number(months / 12), months: number(months % 12), weeks: 0, days: number(days) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Length, items, text};

    #[test]
    fn layout_says_nothing() {
        assert_eq!(text("a\n  b  c\n"), "a b c");
        assert_eq!(text("a\n\n\nb\n- c\n- d"), "a\n\nb\n- c\n- d");
    }

    #[test]
    fn a_list_of_items_says_the_same_as_a_table() {
        assert_eq!(items(&json!(["your name"])), items(&json!({ "name": { "label": "your name" } })));
        assert_eq!(items(&json!(["your name"])), items(&json!({ "name": "your name" })));
    }

    #[test]
    fn periods_are_compared_by_length() {
        let of = |text: &str| Length::of(&json!(text)).unwrap();
        assert_eq!(of("P2Y"), of("P24M"));
        assert_eq!(of("P2W"), of("P14D"));
        assert_eq!(of("P10Y").is_longer(of("P7Y")), Some(true));
        assert_eq!(of("P30D").is_longer(of("P1M")), None);
        assert_eq!(of("P90D").is_longer(of("P2M")), Some(true));
        assert_eq!(of("session").is_longer(of("P1D")), Some(false));
        assert_eq!(of("PT30M").is_longer(of("PT10M")), Some(true));
        assert_eq!(of("P10Y").apart(of("P6Y6M")).unwrap().to_string(), "P3Y6M");
        assert_eq!(of("P2M").apart(of("P90D")), None);
    }
}
