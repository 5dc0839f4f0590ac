//! Every word of the program's own, as Project Fluent messages.
//!
//! Sentences are messages with gaps; what fills a gap is Markdown, so a whole sentence is Markdown
//! too. A second language is a second file.

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock};

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::decode::{Lifetime, Period};

/// The messages of one language.
pub struct Strings {
    bundle: FluentBundle<FluentResource>,
    /// "and" and "or" with the spaces around them, taken from the messages that join lists.
    conjunctions: OnceLock<[String; 2]>,
    /// Messages that were asked for and do not exist.
    missing: Mutex<BTreeSet<String>>,
}

/// Why messages cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StringsError {
    /// The name of the language is not one.
    #[error("`{0}` is no language tag, such as `en` or `fi`")]
    Language(String),
    /// The file breaks the syntax of Fluent.
    #[error("{file}:{line}: {message}")]
    Syntax {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
}

/// What fills a gap of a message.
#[derive(Debug, Clone, Copy)]
pub enum Gap<'a> {
    /// Words, in Markdown.
    Words(&'a str),
    /// A number, which may choose a plural form.
    Number(u64),
}

impl<'a> From<&'a str> for Gap<'a> {
    fn from(words: &'a str) -> Gap<'a> {
        Gap::Words(words)
    }
}

impl<'a> From<&'a String> for Gap<'a> {
    fn from(words: &'a String) -> Gap<'a> {
        Gap::Words(words)
    }
}

impl From<u64> for Gap<'_> {
    fn from(number: u64) -> Gap<'static> {
        Gap::Number(number)
    }
}

impl From<u32> for Gap<'_> {
    fn from(number: u32) -> Gap<'static> {
        Gap::Number(number.into())
    }
}

impl From<usize> for Gap<'_> {
    fn from(number: usize) -> Gap<'static> {
        Gap::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl Strings {
    /// Reads messages. Later files win over earlier ones, so that a theme can replace some.
    ///
    /// # Errors
    /// If the language is none or a file breaks the syntax.
    pub fn new<'a>(
        language: &str,
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Strings, StringsError> {
        let tag: LanguageIdentifier = language.parse().map_err(|_| StringsError::Language(language.to_owned()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolating marks are for interfaces of mixed direction; in a notice they would be dirt.
        bundle.set_use_isolating(false);
        for (file, text) in files {
            let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
                let first = errors.first();
                let at = first.map_or(0, |error| error.pos.start);
                StringsError::Syntax {
                    file: file.to_owned(),
                    line: text.get(..at).unwrap_or(text).matches('\n').count() + 1,
                    message: first.map_or_else(|| "cannot be read".to_owned(), |error| error.kind.to_string()),
                }
            })?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Strings { bundle, conjunctions: OnceLock::new(), missing: Mutex::default() })
    }

    /// The message with its gaps filled. A message that does not exist shows as its key in double
    /// brackets and is remembered in [`Strings::missing`].
    pub fn say(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let message = self.bundle.get_message(name);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            if let Ok(mut missing) = self.missing.lock() {
                missing.insert(key.to_owned());
            }
            return format!("[[{key}]]");
        };
        let mut arguments = FluentArgs::new();
        for (name, gap) in gaps {
            match gap {
                Gap::Words(words) => arguments.set(*name, FluentValue::from(*words)),
                Gap::Number(number) => arguments.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty()
            && let Ok(mut missing) = self.missing.lock()
        {
            missing.insert(format!("{key}: {errors:?}"));
        }
        text
    }

    /// A message without gaps.
    pub fn plain(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// Whether a message exists.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Messages that were asked for in vain, sorted.
    pub fn missing(&self) -> Vec<String> {
        self.missing.lock().map(|missing| missing.iter().cloned().collect()).unwrap_or_default()
    }

    /// "a", "a and b", "a, b and c".
    pub fn and<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.join(items, "list-and")
    }

    /// "a", "a or b", "a, b or c".
    pub fn or<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.join(items, "list-or")
    }

    /// Items before the last that have commas themselves are kept apart by semicolons; a comma
    /// stands before the last where an item has an "and" or "or" of its own.
    fn join<S: AsRef<str>>(&self, items: &[S], last: &str) -> String {
        let long = match items {
            [init @ .., _] if init.len() > 1 => init.iter().any(|item| item.as_ref().contains(", ")),
            _ => false,
        };
        let nested = || {
            let conjunctions = self.conjunctions();
            let has_one = |item: &S| conjunctions.iter().any(|one| item.as_ref().contains(one.as_str()));
            match items {
                [init @ .., _] if !init.is_empty() => {
                    items.iter().any(has_one) || init.iter().any(|item| item.as_ref().contains(", "))
                }
                _ => false,
            }
        };
        let and = last == "list-and";
        let (middle, last) = match (long, and) {
            (true, true) => ("list-middle-long", "list-and-long"),
            (true, false) => ("list-middle-long", "list-or-long"),
            (false, _) if !nested() => ("list-middle", last),
            (false, true) => ("list-middle", "list-and-nested"),
            (false, false) => ("list-middle", "list-or-nested"),
        };
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [init @ .., end] => {
                let mut text = String::new();
                for item in init {
                    text = if text.is_empty() {
                        item.as_ref().to_owned()
                    } else {
                        self.say(middle, &[("a", text.as_str().into()), ("b", item.as_ref().into())])
                    };
                }
                self.say(last, &[("a", text.as_str().into()), ("b", end.as_ref().into())])
            }
        }
    }

    fn conjunctions(&self) -> &[String; 2] {
        let empty = [("a", "".into()), ("b", "".into())];
        self.conjunctions.get_or_init(|| [self.say("list-and", &empty), self.say("list-or", &empty)])
    }

    /// A day, written out: "6 October 2023".
    pub fn date(&self, date: NaiveDate) -> String {
        self.date_by("date", date)
    }

    /// A day, written out as a message says.
    pub fn date_by(&self, key: &str, date: NaiveDate) -> String {
        let month = self.plain(&format!("month-{}", date.month()));
        // A year is no quantity, so it goes in as words.
        let year = date.year().to_string();
        self.say(key, &[("day", date.day().into()), ("month", month.as_str().into()), ("year", year.as_str().into())])
    }

    /// A period in words: "two years and six months".
    pub fn period(&self, period: Period) -> String {
        let parts = [
            ("period-years", period.years),
            ("period-months", period.months),
            ("period-weeks", period.weeks),
            ("period-days", period.days),
        ];
        let words: Vec<String> = parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.counted(key, *n)).collect();
        self.and(&words)
    }

    /// How long a cookie works, in words.
    pub fn lifetime(&self, lifetime: Lifetime) -> String {
        match lifetime {
            Lifetime::Session => self.plain("lifetime-session"),
            Lifetime::Period(period) => self.period(period),
            Lifetime::Time(seconds) => {
                let parts = [
                    ("period-hours", seconds / 3600),
                    ("period-minutes", seconds / 60 % 60),
                    ("period-seconds", seconds % 60),
                ];
                let words: Vec<String> =
                    parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.counted(key, *n)).collect();
                self.and(&words)
            }
        }
    }

    /// A counted unit; small numbers are written out.
    fn counted(&self, key: &str, number: u32) -> String {
        let words = if number <= 12 { self.plain(&format!("number-{number}")) } else { number.to_string() };
        self.say(key, &[("n", number.into()), ("words", words.as_str().into())])
    }

    /// A country by its code, as it stands inside a sentence: "the United States".
    pub fn country(&self, code: &str) -> String {
        self.say(&format!("country-{code}.in-sentence"), &[])
    }

    /// A country by its code, as it stands alone: "United States".
    pub fn country_name(&self, code: &str) -> String {
        self.plain(&format!("country-{code}"))
    }
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Strings")
    }
}

#[cfg(test)]
mod tests {
    use crate::theme::Theme;

    #[test]
    fn lists_keep_apart_what_has_commas_itself() -> Result<(), crate::theme::ThemeError> {
        let theme = Theme::embedded("en")?;
        let strings = theme.strings();
        assert_eq!(strings.and::<&str>(&[]), "");
        assert_eq!(strings.and(&["a", "b", "c"]), "a, b and c");
        assert_eq!(strings.or(&["a, b and c", "d"]), "a, b and c, or d");
        assert_eq!(strings.and(&["a", "b or c", "d"]), "a, b or c, and d");
        assert_eq!(strings.or(&["a, such as b", "c"]), "a, such as b, or c");
        assert_eq!(strings.and(&["a", "sand", "d"]), "a, sand and d");
        assert_eq!(strings.and(&["a", "b, c", "d"]), "a; b, c; and d");
        assert_eq!(strings.or(&["a", "b, c", "d"]), "a; b, c; or d");
        assert_eq!(strings.and(&["a", "b", "c, such as d"]), "a, b and c, such as d", "nothing follows the commas");
        Ok(())
    }
}
