//! Words that ask for a second look, in each language.
//!
//! The lists are data in `words/`. A list matches whole words, without regard to case. In an entry,
//! `*` at the end stands for any ending, and `=` at the beginning for "nothing else is said".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::data_category::Special;

/// The lists of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    /// Purposes that say nothing (WP203, WP260).
    pub vague_purposes: List,
    /// Words that leave open whether something happens (WP260, paragraph 13).
    pub weasel: List,
    /// Categories of data that could be anything.
    pub catch_all: List,
    /// Categories of recipients that could be anybody (WP260, annex).
    pub broad_recipients: List,
    /// Times that nobody can test (WP260, annex).
    pub vague_periods: List,
    /// Times without an end.
    pub endless: List,
    /// Interests that are none: "our legitimate interests".
    pub empty_interests: List,
    /// Consent without an act: boxes ticked before, silence, going on.
    pub passive_consent: List,
    /// Words by which a sentence denies something: "no box is ticked before".
    pub denial: List,
    /// Groups of people who depend on those who ask them (recital 43).
    pub dependent: List,
    /// Ways of reading people's devices.
    pub device_access: List,
    /// Advertising, profiling, measuring, improving: seldom necessary for a contract.
    pub beyond_contract: List,
    /// Analytics, advertising, tests, social media: seldom strictly necessary on a device.
    pub measuring: List,
    /// Direct marketing.
    pub marketing: List,
    /// Data that are observed: cameras, sensors, logs, tracking.
    pub observed: List,
    /// Explanations that explain nothing: a formula, a secret.
    pub empty_logic: List,
    /// Places that are no country.
    pub nowhere: List,
    /// Posts that decide on purposes and means (Article 38(6), WP243).
    pub deciding_posts: List,
    /// Things that observe people.
    pub devices: List,
    /// "Mr or Ms", gender.
    pub forms_of_address: List,
    /// Copies of identity documents.
    pub id_copies: List,
    /// National identification numbers (Article 87).
    pub national_ids: List,
    /// Pseudonyms, called anonymous.
    pub pseudonyms: List,
    /// Measures that could be any.
    pub vague_measures: List,
    /// Groups of vulnerable people (recital 75, WP248).
    pub vulnerable: List,
    /// Convictions and offences (Article 10).
    pub criminal: List,
    /// Being bound to what a controller says (Article 4(8)).
    pub instructions: List,
    /// Acting for somebody else.
    pub representing: List,
    /// Data by which people are known or reached.
    pub identifying: List,
    /// Data of a special category by their name (Article 9(1)).
    pub special: BTreeMap<Special, List>,
    /// Data that reveal a special category indirectly (C-184/20).
    pub revealing: BTreeMap<Special, List>,
}

/// Words and phrases.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct List(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    /// In lower case, without its marks.
    words: String,
    any_ending: bool,
    alone: bool,
}

impl From<Vec<String>> for List {
    fn from(entries: Vec<String>) -> List {
        let entry = |text: String| {
            let text = normal(&text);
            let (alone, rest) = text.strip_prefix('=').map_or((false, text.as_str()), |rest| (true, rest));
            let (any_ending, words) = rest.strip_suffix('*').map_or((false, rest), |words| (true, words));
            Entry { words: words.to_owned(), any_ending, alone }
        };
        List(entries.into_iter().map(entry).collect())
    }
}

impl List {
    /// What the first entry that stands in the text finds there: whole words, in lower case.
    pub fn find(&self, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let text = normal(text);
        self.0.iter().find_map(|entry| entry.found_in(&text)).map(str::to_owned)
    }
}

impl List {
    /// The first entry that stands in a part of the text which denies nothing: "no box is ticked by
    /// default" holds no ticked box. What the entry itself denies is meant: "unless you do not agree".
    pub fn find_affirmed(&self, text: &str, denial: &List) -> Option<String> {
        text.split(['.', ',', ';', ':', '(', ')']).find_map(|part| {
            let found = self.find(part)?;
            denial.find(&normal(part).replacen(&found, " ", 1)).is_none().then_some(found)
        })
    }
}

/// In lower case, with the plain apostrophe: French texts have both.
fn normal(text: &str) -> String {
    let text = text.to_lowercase();
    if text.contains('\u{2019}') { text.replace('\u{2019}', "'") } else { text }
}

impl Entry {
    fn found_in<'a>(&self, text: &'a str) -> Option<&'a str> {
        if self.alone {
            let text = text.trim().trim_end_matches('.');
            return (text == self.words || self.any_ending && text.starts_with(&self.words)).then_some(text);
        }
        text.match_indices(&self.words).find_map(|(at, found)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let rest = &text[at + found.len()..];
            let ending = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let whole = !is_letter(text[..at].chars().next_back()) && (self.any_ending || ending == 0);
            whole.then(|| &text[at..at + found.len() + ending])
        })
    }
}

/// The lists of a language, by its tag; empty ones where there are none.
pub fn of(language: &str) -> &'static Words {
    let tongue = language.split(['-', '_']).next().unwrap_or(language);
    LISTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(tongue)).map_or(&NONE, |(_, words)| words)
}

/// The languages that have lists.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

const FILES: [(&str, &str); 5] = [
    ("de", include_str!("words/de.toml")),
    ("en", include_str!("words/en.toml")),
    ("fi", include_str!("words/fi.toml")),
    ("fr", include_str!("words/fr.toml")),
    ("sv", include_str!("words/sv.toml")),
];

static LISTS: LazyLock<Vec<(&str, Words)>> =
    LazyLock::new(|| FILES.into_iter().map(|(name, text)| (name, read(text))).collect());

#[expect(clippy::expect_used, reason = "the text is part of the program, and a test reads every file")]
fn read(text: &str) -> Words {
    toml::from_str(text).expect("embedded word lists are well-formed")
}

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

#[cfg(test)]
mod tests;
