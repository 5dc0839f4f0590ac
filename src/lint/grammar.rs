//! Forms of verbs, in the languages whose forms are known. They are data in `grammar/`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

/// Forms of the passive in one language, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Grammar {
    /// Forms of the verb that makes a passive: "are", "been".
    pub being: BTreeSet<String>,
    /// How regular participles end: "ed".
    pub participle_endings: Vec<String>,
    /// Participles that end otherwise: "kept".
    pub participles: BTreeSet<String>,
    /// Words that end like participles and are none: "interested".
    pub no_participles: BTreeSet<String>,
}

/// The forms of a language, by its tag; none where they are not known.
pub fn of(language: &str) -> &'static Grammar {
    let tongue = language.split(['-', '_']).next().unwrap_or(language);
    if tongue.eq_ignore_ascii_case("en") { &ENGLISH } else { &NONE }
}

static ENGLISH: LazyLock<Grammar> = LazyLock::new(|| read(include_str!("grammar/en.toml")));

static NONE: LazyLock<Grammar> = LazyLock::new(Grammar::default);

#[expect(clippy::expect_used, reason = "the text is part of the program, and a test reads it")]
fn read(text: &str) -> Grammar {
    toml::from_str(text).expect("embedded forms of verbs are well-formed")
}

impl Grammar {
    /// The verbs in the passive, as they stand in the sentence: "are kept".
    pub fn passives(&self, sentence: &str) -> Vec<String> {
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase();
        let tokens: Vec<String> = sentence.split_whitespace().map(plain).collect();
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if !self.being.contains(token) {
                continue;
            }
            // One word may stand between: "is often kept", "are not sold".
            let next = tokens[at + 1..].iter().take(2).position(|word| self.is_participle(word));
            if let Some(after) = next {
                found.push(tokens[at..=at + 1 + after].join(" "));
            }
        }
        found
    }

    fn is_participle(&self, word: &str) -> bool {
        let ends = |ending: &String| word.len() > ending.len() + 2 && word.ends_with(ending.as_str());
        let regular = self.participle_endings.iter().any(ends);
        (regular || self.participles.contains(word)) && !self.no_participles.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn verbs_in_the_passive_are_found() {
        for (sentence, count) in [
            ("Your data are collected and may be shared with partners.", 2),
            ("They are not sold.", 1),
            ("We are interested in what you need.", 0),
            ("We keep what you gave us.", 0),
            ("It was made by hand and is sometimes kept.", 2),
            ("It has been sent.", 1),
        ] {
            assert_eq!(of("en-GB").passives(sentence).len(), count, "{sentence}");
        }
        assert!(of("de").passives("Daten werden gespeichert and are kept.").is_empty());
    }
}
