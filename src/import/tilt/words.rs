//! Words of documents, where TILT asks for codes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::law::{self, Country};

/// See the head of the data.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Words {
    nothing: Vec<String>,
    gdpr: Vec<String>,
    processors: Vec<String>,
    people: BTreeMap<String, [String; 2]>,
    countries: BTreeMap<String, String>,
}

/// The words, as they stand in the data; a test reads them.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_default());

impl Words {
    /// Whether a text says that there is nothing.
    pub(super) fn says_nothing(&self, text: &str) -> bool {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        self.nothing.contains(&text)
    }

    /// Whether a word without its signs is a name of the GDPR.
    pub(super) fn is_gdpr(&self, word: &str) -> bool {
        self.gdpr.iter().any(|name| name == word)
    }

    /// Whether the category of a recipient tells that it is a processor.
    pub(super) fn is_processor(&self, category: &str) -> bool {
        let category = category.to_lowercase();
        self.processors.iter().any(|word| category.contains(word.as_str()))
    }

    /// The people whom the data are about, and one of them, in the language of a document or in English.
    pub(super) fn people(&self, language: Option<&str>) -> (&str, &str) {
        let tag = language.and_then(|tag| tag.split('-').next()).unwrap_or("en").to_lowercase();
        let words = self.people.get(&tag).or_else(|| self.people.get("en"));
        words.map_or(("", ""), |[group, one]| (group, one))
    }

    /// A country by its code or its whole name. Nothing else is certain.
    pub(super) fn country(&self, text: &str) -> Option<&'static Country> {
        let text = text.trim().trim_end_matches('.');
        let name = text.to_lowercase();
        law::country(&text.to_uppercase())
            .or_else(|| self.countries.get(&name).and_then(|code| law::country(code)))
            .or_else(|| law::countries().find(|country| country.name.to_lowercase() == name))
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::law;

    #[test]
    fn the_data_are_read_and_name_what_exists() {
        let words: Words = toml::from_str(include_str!("words.toml")).unwrap();
        assert!(words.countries.values().all(|code| law::country(code).is_some()));
        assert!(words.countries.keys().all(|name| *name == name.to_lowercase()));
        for (text, code) in [("de", "DE"), ("Deutschland", "DE"), ("Ireland", "IE"), ("Luxembourg", "LU"), ("USA.", "")]
        {
            assert_eq!(words.country(text).map_or("", |country| country.code.as_str()), code, "{text}");
        }
        assert_eq!(words.people(Some("de-AT")).0, "Betroffene Personen");
        assert_eq!(words.people(Some("xx")).0, "Data subjects");
        assert!(words.says_nothing(" None ") && !words.says_nothing("none of your business"));
        assert!(words.is_processor("Hosting (Auftragsverarbeiter)") && !words.is_processor("Social Network"));
    }
}
