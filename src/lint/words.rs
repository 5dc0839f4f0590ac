//! Words that ask for a second look, in each language.
//!
//! The lists are data in `words/`. A list matches whole words, without regard to case. In an entry,
//! `*` at the end stands for any ending, and `=` at the beginning for "nothing else is said".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
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
            let text = text.to_lowercase();
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
        let text = text.to_lowercase();
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
    /// default" holds no ticked box.
    pub fn find_affirmed(&self, text: &str, denial: &List) -> Option<String> {
        text.split(['.', ',', ';', ':', '(', ')'])
            .filter(|part| denial.find(part).is_none())
            .find_map(|part| self.find(part))
    }
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
    LISTS.iter().find(|(name, _)| *name == tongue).map_or(&NONE, |(_, words)| words)
}

/// The languages that have lists.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

const FILES: [(&str, &str); 1] = [("en", include_str!("words/en.toml"))];

static LISTS: LazyLock<Vec<(&str, Words)>> =
    LazyLock::new(|| FILES.into_iter().map(|(name, text)| (name, read(text))).collect());

#[expect(clippy::expect_used, reason = "the text is part of the program, and a test reads every file")]
fn read(text: &str) -> Words {
    toml::from_str(text).expect("embedded word lists are well-formed")
}

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

#[cfg(test)]
mod tests {
    use super::List;

    fn list(entries: &[&str]) -> List {
        List::from(entries.iter().map(|entry| (*entry).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn whole_words_match_in_any_case() {
        let words = list(&["may", "health*", "=analytics", "as long as necessary"]);
        for (text, found) in [
            ("We May share", Some("may")),
            ("in maybe", None),
            ("Healthcare data", Some("healthcare")),
            ("analytics", Some("analytics")),
            ("analytics of errors", None),
            ("kept as long as necessary.", Some("as long as necessary")),
            ("dismay", None),
        ] {
            assert_eq!(words.find(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn what_is_denied_does_not_match() {
        let (words, denial) = (list(&["pre-ticked", "opt-out"]), list(&["no", "not"]));
        for (text, found) in [
            ("A pre-ticked box.", Some("pre-ticked")),
            ("A box, not pre-ticked.", None),
            ("No name is asked; opt-out by e-mail.", Some("opt-out")),
        ] {
            assert_eq!(words.find_affirmed(text, &denial).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn every_language_has_every_list() {
        for language in super::languages() {
            let words = super::of(language);
            assert!(words.weasel.find("").is_none());
            assert!(!words.special.is_empty() && !words.revealing.is_empty(), "{language}");
        }
    }
}
