//! Time limits in words: a period and its event where both are certain.

use super::fold::{fold, one_line};
use super::words::WORDS;
use crate::decode::Period;

/// The longest event, in words, that is one event for certain.
const EVENT: usize = 12;

/// A period, and the event it runs from where one is named.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) period: Period,
    pub(super) from: Option<String>,
}

/// Reads "3 years after the end of the contract" in its languages. Anything more, such as a second
/// number, an exception or a choice, leaves the text to people.
pub(super) fn limit(text: &str) -> Option<Limit> {
    let text = one_line(text);
    let text = text.trim_end_matches('.');
    if text.contains([',', ';', ':', '/', '(', '+', '<', '>', '≥', '≤']) {
        return None;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let (number, rest) = words.split_first()?;
    let (unit, rest) = rest.split_first()?;
    let number = WORDS.number(number).filter(|number| (1..=200).contains(number))?;
    let unit = fold(unit);
    let is = |of: &str| WORDS.periods.get(of).is_some_and(|words| words.contains(&unit));
    let mut period = Period::default();
    if is("years") {
        period.years = number;
    } else if is("months") {
        period.months = number;
    } else if is("weeks") {
        period.weeks = number;
    } else if is("days") {
        period.days = number;
    } else {
        return None;
    }
    if rest.is_empty() {
        return Some(Limit { period, from: None });
    }
    let connectors = WORDS.periods.get("after")?;
    let length = (1..=3)
        .rev()
        .find(|length| rest.get(..*length).is_some_and(|words| connectors.contains(&fold(&words.join(" ")))))?;
    let event = rest.get(length..)?;
    let more = WORDS.periods.get("more")?;
    let is_one = |word: &&str| {
        let folded = fold(word);
        !folded.chars().any(|letter| letter.is_ascii_digit())
            && !folded.split(' ').any(|part| more.iter().any(|one| one == part))
    };
    let certain = !event.is_empty() && event.len() <= EVENT && event.iter().all(is_one);
    certain.then(|| Limit { period, from: Some(event.join(" ")) })
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn only_what_is_certain_is_a_period() {
        for (text, period, from) in [
            ("3 years after the end of the contract", "P3Y", Some("the end of the contract")),
            ("10 Jahre nach Ende des Geschäftsjahres.", "P10Y", Some("Ende des Geschäftsjahres")),
            ("cinq ans à compter de la fin du contrat", "P5Y", Some("la fin du contrat")),
            ("2 años desde la última comunicación", "P2Y", Some("la última comunicación")),
            ("90 days", "P90D", None),
            ("18 mesi", "P18M", None),
            ("10 anni dalla cessazione del rapporto", "P10Y", Some("cessazione del rapporto")),
            ("10 vuotta", "P10Y", None),
        ] {
            let found = limit(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.period.to_string().as_str(), found.from.as_deref()), (period, from), "{text}");
        }
        for text in [
            "",
            "as long as necessary",
            "at least 3 years after the end",
            "3 years after the end or 5 years after payment",
            "6 years, then archived",
            "5 ans à compter du départ",
            "3-5 years",
            "2 years after 31 December",
            "0 years",
            "5 años salvo reclamación",
            "3 years if a claim is made",
        ] {
            assert_eq!(limit(text), None, "{text}");
        }
    }
}
