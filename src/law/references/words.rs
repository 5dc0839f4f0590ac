//! The words of references in each language, read from `words/`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::super::data;
use super::token::{Kind, Token, tokens};

/// A set of languages, one bit each: what has been read so far may belong to these.
pub(super) type Languages = u16;

pub(super) const ALL: Languages = Languages::MAX;

/// What a word does in a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Article,
    Paragraph,
    Sentence,
    Point,
    And,
    To,
    With,
    Link,
    Gdpr,
    UkGdpr,
    Regulation,
    Act,
    Section,
    Law,
    Part,
    Ground,
    Agreement,
    Plain,
    Lead,
    Trail,
    Denial,
    Beside,
    Without,
    Until,
    Gone,
    Innocent,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    /// "Article".
    article: Vec<String>,
    /// What comes after the number of the article.
    paragraph: Vec<String>,
    /// What may stand between paragraph and point: sentence, subparagraph.
    sentence: Vec<String>,
    /// What comes before (Finnish: after) a letter.
    point: Vec<String>,
    and: Vec<String>,
    to: Vec<String>,
    /// "In conjunction with".
    with: Vec<String>,
    /// What leads from a reference to its law: "of the".
    link: Vec<String>,
    gdpr: Vec<String>,
    #[serde(default)]
    uk_gdpr: Vec<String>,
    /// "Regulation", with a number after it or not.
    regulation: Vec<String>,
    /// Words before the number of an act.
    act: Vec<String>,
    /// What national laws have instead of articles, beside the section sign.
    section: Vec<String>,
    /// Names of other laws.
    law: Vec<String>,
    /// What parts of contracts and national laws are called before their number.
    part: Vec<String>,
    /// How a ground is named in words; no law is called so.
    ground: Vec<String>,
    /// "Contract": a ground beside point b, and something with articles of its own beside another.
    #[serde(default)]
    agreement: Vec<String>,
    /// Further words of grounds, and words that end like the name of a law and are none.
    #[serde(default)]
    plain: Vec<String>,
    /// What may stand directly before a reference that names no law: "gemäß", "see".
    #[serde(default)]
    lead: Vec<String>,
    /// What may stand directly after it: "for", "weil".
    #[serde(default)]
    trail: Vec<String>,
    /// What denies, excepts, replaces or doubts, anywhere in a clause.
    denial: Vec<String>,
    /// What does so directly before a reference only: "statt lit. f", but "findet statt".
    beside: Vec<String>,
    /// What does so further before it: "without the need for consent under".
    #[serde(default)]
    without: Vec<String>,
    /// What ends it with a year behind: "until 2019".
    #[serde(default)]
    until: Vec<String>,
    /// What does so directly after it only: "(withdrawn)", but "consent that may be withdrawn".
    gone: Vec<String>,
    /// What has the words of a denial and is none, as the words of Article 6(1)(f) themselves.
    innocent: Vec<String>,
    /// Words of one letter.
    letter_like: Vec<String>,
    ordinals: BTreeMap<String, u16>,
}

struct Entry {
    words: Vec<String>,
    any_ending: bool,
    role: Role,
    languages: Languages,
}

/// The words of all languages: registers mix them.
pub(super) struct Words {
    by_first: HashMap<String, Vec<Entry>>,
    /// Entries that are a beginning, and entries that are an ending.
    beginnings: Vec<Entry>,
    endings: Vec<Entry>,
    letter_like: HashMap<String, Languages>,
    ordinals: HashMap<String, u16>,
}

const FILES: [(&str, &str); 9] = [
    ("", include_str!("words/common.toml")),
    ("de", include_str!("words/de.toml")),
    ("en", include_str!("words/en.toml")),
    ("es", include_str!("words/es.toml")),
    ("fi", include_str!("words/fi.toml")),
    ("fr", include_str!("words/fr.toml")),
    ("it", include_str!("words/it.toml")),
    ("nl", include_str!("words/nl.toml")),
    ("sv", include_str!("words/sv.toml")),
];

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// The languages a text may be in, by a tag such as `de-AT`: all of them where it is not known here.
pub(super) fn languages(tag: Option<&str>) -> Languages {
    let tongue = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    let known = FILES.iter().skip(1).position(|(name, _)| name.eq_ignore_ascii_case(tongue));
    known.map_or(ALL, |at| 1 << (at + 1))
}

impl Words {
    fn read() -> Words {
        let mut words = Words {
            by_first: HashMap::new(),
            beginnings: Vec::new(),
            endings: Vec::new(),
            letter_like: HashMap::new(),
            ordinals: HashMap::new(),
        };
        for (at, (name, text)) in FILES.iter().enumerate() {
            let languages = if name.is_empty() { ALL } else { 1 << at };
            words.add_file(data::embedded(text), languages);
        }
        // The longest name first: "code de la sécurité sociale" before "code".
        for entries in words.by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
        }
        words
    }

    fn add_file(&mut self, file: File, languages: Languages) {
        let roles = [
            (file.article, Role::Article),
            (file.paragraph, Role::Paragraph),
            (file.sentence, Role::Sentence),
            (file.point, Role::Point),
            (file.and, Role::And),
            (file.to, Role::To),
            (file.with, Role::With),
            (file.link, Role::Link),
            (file.gdpr, Role::Gdpr),
            (file.uk_gdpr, Role::UkGdpr),
            (file.regulation, Role::Regulation),
            (file.act, Role::Act),
            (file.section, Role::Section),
            (file.law, Role::Law),
            (file.part, Role::Part),
            (file.ground, Role::Ground),
            (file.agreement, Role::Agreement),
            (file.plain, Role::Plain),
            (file.lead, Role::Lead),
            (file.trail, Role::Trail),
            (file.denial, Role::Denial),
            (file.beside, Role::Beside),
            (file.without, Role::Without),
            (file.until, Role::Until),
            (file.gone, Role::Gone),
            (file.innocent, Role::Innocent),
        ];
        for (phrases, role) in roles {
            for phrase in phrases {
                self.add(&phrase, role, languages);
            }
        }
        for word in file.letter_like {
            *self.letter_like.entry(word).or_default() |= languages;
        }
        for (word, number) in file.ordinals {
            self.ordinals.insert(plain(&word).concat(), number);
        }
    }

    fn add(&mut self, phrase: &str, role: Role, languages: Languages) {
        let any_ending = phrase.ends_with('*');
        let entry = Entry { words: plain(phrase.trim_matches('*')), any_ending, role, languages };
        match entry.words.first() {
            Some(_) if phrase.starts_with('*') => self.endings.push(entry),
            Some(_) if any_ending && entry.words.len() == 1 => self.beginnings.push(entry),
            Some(first) => self.by_first.entry(first.clone()).or_default().push(entry),
            None => {}
        }
    }

    /// Where a phrase of this role that begins at a token ends, and its languages.
    pub(super) fn at(&self, tokens: &[Token], at: usize, role: Role) -> Option<(usize, Languages)> {
        let first = &tokens.get(at)?.text;
        let phrases = self.by_first.get(first).into_iter().flatten().filter(|entry| entry.role == role);
        // Two languages may share a phrase.
        let mut found: Option<(usize, Languages)> = None;
        for entry in phrases {
            let Some(end) = entry.end(tokens, at) else { continue };
            match &mut found {
                Some((longest, languages)) if *longest == end => *languages |= entry.languages,
                Some(_) => {}
                None => found = Some((end, entry.languages)),
            }
        }
        found.or_else(|| {
            let has = |entry: &&Entry, begins: bool| {
                let word = entry.words.first().map_or("", String::as_str);
                entry.role == role && if begins { first.starts_with(word) } else { is_ending(first, word) }
            };
            let begun = self.beginnings.iter().find(|entry| has(entry, true));
            let ended = self.endings.iter().find(|entry| has(entry, false));
            begun.or(ended).map(|entry| (at + 1, entry.languages))
        })
    }

    /// The languages in which a letter is a word.
    pub(super) fn letter_like(&self, letter: &str) -> Languages {
        self.letter_like.get(letter).copied().unwrap_or_default()
    }

    /// "First", in any of the languages.
    pub(super) fn ordinal(&self, word: &str) -> Option<u16> {
        self.ordinals.get(word).copied()
    }
}

impl Entry {
    fn end(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let mut at = at;
        for (index, word) in self.words.iter().enumerate() {
            while index > 0 && tokens.get(at).is_some_and(is_joint) {
                at += 1;
            }
            let text = &tokens.get(at)?.text;
            let is_last = index + 1 == self.words.len();
            let fits = if is_last && self.any_ending { text.starts_with(word) } else { text == word };
            if !fits {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// Compounds only: "Gesetz" by itself names no law.
fn is_ending(text: &str, ending: &str) -> bool {
    text.len() > ending.len() + 3 && text.ends_with(ending)
}

/// Signs within a name that do not count.
fn is_joint(token: &Token) -> bool {
    token.kind == Kind::Sign && matches!(token.text.as_str(), "." | "-" | "'" | "/")
}

fn plain(phrase: &str) -> Vec<String> {
    tokens(phrase).into_iter().filter(|token| !is_joint(token)).map(|token| token.text).collect()
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::{ALL, FILES, Role, WORDS, languages};

    #[test]
    fn every_file_is_read() {
        for (name, _) in FILES.iter().skip(1) {
            assert_ne!(languages(Some(name)), ALL, "{name}");
        }
        assert_eq!(languages(Some("de-AT")), languages(Some("de")));
        assert_eq!(languages(Some("pl")), ALL);
    }

    #[test]
    fn names_are_found_whole_and_in_any_spelling() {
        for (text, role, rest) in [
            ("DS-GVO und", Role::Gdpr, "und"),
            ("Datenschutz-Grundverordnung.", Role::Gdpr, "."),
            ("i. V. m. §", Role::With, "§"),
            ("tietosuoja-asetuksesta 6", Role::Gdpr, "6"),
            ("Code de la Sécurité sociale ici", Role::Law, "ici"),
            ("Bundesdatenschutzgesetzes vom", Role::Law, "vom"),
        ] {
            let tokens = tokens(text);
            let (end, _) = WORDS.at(&tokens, 0, role).expect(text);
            let end = tokens.get(end).map_or("", |token| token.text.as_str());
            assert!(end == rest || end == ".", "{text}: {end}");
        }
        assert!(WORDS.at(&tokens("Gesetz"), 0, Role::Law).is_none());
    }
}
