//! Words that ask for a second look, in each language.
//!
//! The lists are data in `words/`. A list matches whole words, without regard to case. In an entry,
//! `*` at the end stands for any ending, and `=` at the beginning for "nothing else is said".

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::record::data_category::Special;

/// The lists of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    /// Words of prose that leave open whether something happens: "we may" (WP260, paragraph 13).
    pub hedges: List,
    /// Words of lawyers that readers of a notice cannot be expected to know.
    pub jargon: List,
    /// Abbreviations that everybody knows.
    pub common_abbreviations: Vec<String>,
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
pub struct List {
    /// Finds all entries in one go: texts are many and lists are long.
    searcher: Option<AhoCorasick>,
    entries: Vec<Entry>,
    /// Entries beside which nothing else is said.
    alone: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// In lower case, without its marks.
    words: String,
    any_ending: bool,
}

impl From<Vec<String>> for List {
    fn from(texts: Vec<String>) -> List {
        let mut list = List::default();
        for text in texts {
            let text = normal(&text);
            let (alone, rest) = text.strip_prefix('=').map_or((false, text.as_str()), |rest| (true, rest));
            let (any_ending, words) = rest.strip_suffix('*').map_or((false, rest), |words| (true, words));
            let entries = if alone { &mut list.alone } else { &mut list.entries };
            entries.push(Entry { words: words.to_owned(), any_ending });
        }
        list.searcher = AhoCorasick::new(list.entries.iter().map(|entry| &entry.words)).ok();
        list
    }
}

impl List {
    /// The first words that an entry finds in the text: whole ones, in lower case.
    pub fn find(&self, text: &str) -> Option<String> {
        let text = normal(text);
        let whole = text.trim().trim_end_matches('.');
        let is_whole = |entry: &Entry| whole == entry.words || entry.any_ending && whole.starts_with(&entry.words);
        if self.alone.iter().any(is_whole) {
            return Some(whole.to_owned());
        }
        let searcher = self.searcher.as_ref()?;
        let mut found = searcher.find_overlapping_iter(&text);
        let words = found.find_map(|one| self.entries[one.pattern()].found_at(&text, one.start()));
        words.map(str::to_owned)
    }

    /// The first words that stand in a part of the text which denies nothing: "no box is ticked by
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
    /// The whole words of a text that the entry covers from there on.
    fn found_at<'a>(&self, text: &'a str, at: usize) -> Option<&'a str> {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let end = at + self.words.len();
        let rest = &text[end..];
        let ending = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let whole = !is_letter(text[..at].chars().next_back()) && (self.any_ending || ending == 0);
        whole.then(|| &text[at..end + ending])
    }
}

/// The lists of a language, by its tag; empty ones where there are none.
pub fn of(language: &str) -> &'static Words {
    let tongue = language.split(['-', '_']).next().unwrap_or(language);
    let mut files = FILES.iter().zip(&LISTS);
    let found = files.find(|((name, _), _)| name.eq_ignore_ascii_case(tongue));
    // A registry has one language, so the lists of the others are not read.
    found.map_or(&NONE, |((_, text), list)| list.get_or_init(|| read(text)))
}

/// Whether there are lists for a language.
pub fn speaks(language: &str) -> bool {
    let tongue = language.split(['-', '_']).next().unwrap_or(language);
    languages().any(|name| name.eq_ignore_ascii_case(tongue))
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

static LISTS: [OnceLock<Words>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

#[expect(clippy::expect_used, reason = "the text is part of the program, and a test reads every file")]
fn read(text: &str) -> Words {
    toml::from_str(text).expect("embedded word lists are well-formed")
}

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

#[cfg(test)]
mod tests;
