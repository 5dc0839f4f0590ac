//! The words of the public taxonomy of fides, and those of the file.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::import::Node;

/// What the taxonomy means in the words of a register. See the head of the data.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Words {
    uses: BTreeMap<String, String>,
    uses_today: BTreeMap<String, String>,
    marketing: Keys,
    categories: BTreeMap<String, String>,
    special: BTreeMap<String, String>,
    criminal: Keys,
    subjects: BTreeMap<String, [String; 2]>,
    bases: BTreeMap<String, String>,
    conditions: BTreeMap<String, String>,
    transfers: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Keys {
    keys: Vec<String>,
}

/// The words, as they stand in the data; a test reads them.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_default());

/// Names that the file itself gives to keys of its own taxonomy.
#[derive(Debug, Default)]
pub(super) struct Own(HashMap<String, String>);

impl Own {
    pub(super) fn add(&mut self, resource: &Node) {
        if let (Some(key), Some(name)) = (resource.get("fides_key"), resource.get("name"))
            && !name.is_empty()
        {
            self.0.insert(key.written(), name.written());
        }
    }

    fn name(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }
}

impl Words {
    /// What a data use is for. Completes "We use your data to ...".
    pub(super) fn purpose(&self, key: &str, own: &Own) -> String {
        if let Some(words) = self.uses.get(key).cloned().or_else(|| own.name(key)) {
            return words;
        }
        let today = self.use_today(key);
        // What is known of the key above says more than a part of a key.
        match self_and_above(&today).find_map(|key| Some((key, self.uses.get(key)?))) {
            Some((known, words)) if known == today => words.clone(),
            Some((_, words)) => format!("{words} ({})", last_words(&today)),
            None => last_words(key),
        }
    }

    /// The key of today for a use of an older taxonomy.
    fn use_today(&self, key: &str) -> String {
        let moved = self_and_above(key).find_map(|old| Some((old, self.uses_today.get(old)?)));
        moved.map_or_else(|| key.to_owned(), |(old, new)| key.replacen(old, new, 1))
    }

    /// The key of today for a category of an older taxonomy, which also told who had provided the data and
    /// whether they identify people: `user.provided.identifiable.contact.email`.
    pub(super) fn category_today(&self, key: &str, own: &Own) -> String {
        const GONE: [&str; 4] = ["provided", "derived", "identifiable", "nonidentifiable"];
        if self.categories.contains_key(key) || own.name(key).is_some() {
            return key.to_owned();
        }
        let parts: Vec<&str> = key.split('.').filter(|part| !GONE.contains(part)).collect();
        let today = parts.join(".");
        if today == key || self.categories.contains_key(&today) {
            return today;
        }
        // Some moved below others: streets stand under addresses now.
        let same = |known: &&String| known.rsplit('.').next() == parts.last().copied();
        let mut found = self.categories.keys().filter(same);
        match (found.next(), found.next()) {
            (Some(only), None) => only.clone(),
            _ => today,
        }
    }

    /// Whether a use is direct marketing by its definition.
    pub(super) fn is_direct_marketing(&self, key: &str) -> bool {
        self.marketing.keys.iter().any(|known| known == key)
    }

    /// A category as a noun phrase.
    pub(super) fn category(&self, key: &str, own: &Own) -> String {
        self.categories.get(key).cloned().or_else(|| own.name(key)).unwrap_or_else(|| last_words(key))
    }

    /// The special category of Article 9(1) that a key, or one above it, names.
    pub(super) fn special(&self, key: &str) -> Option<&str> {
        self_and_above(key).find_map(|key| self.special.get(key)).map(String::as_str)
    }

    /// Whether a key, or one above it, names data of Article 10.
    pub(super) fn is_criminal(&self, key: &str) -> bool {
        self_and_above(key).any(|key| self.criminal.keys.iter().any(|known| known == key))
    }

    /// A group of people and one of its members.
    pub(super) fn subjects(&self, key: &str, own: &Own) -> (String, Option<String>) {
        match self.subjects.get(key) {
            Some([group, one]) => (group.clone(), Some(one.clone())),
            None => (own.name(key).unwrap_or_else(|| capital(&last_words(key))), None),
        }
    }

    /// The ground of Article 6(1).
    pub(super) fn ground(&self, words: &str) -> Option<&str> {
        of(&self.bases, words)
    }

    /// The condition of Article 9(2).
    pub(super) fn condition(&self, words: &str) -> Option<&str> {
        of(&self.conditions, words)
    }

    /// The instrument of a transfer.
    pub(super) fn mechanism(&self, words: &str) -> Option<&str> {
        of(&self.transfers, words)
    }
}

fn of<'w>(known: &'w BTreeMap<String, String>, words: &str) -> Option<&'w str> {
    known.iter().find(|(key, _)| key.eq_ignore_ascii_case(words.trim())).map(|(_, value)| value.as_str())
}

/// `a.b.c`, `a.b`, `a`.
fn self_and_above(key: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(key), |key| key.rsplit_once('.').map(|(above, _)| above))
}

/// The last part of a key as words: `user.contact.home_phone` is "home phone".
fn last_words(key: &str) -> String {
    let last = key.rsplit('.').find(|part| !part.trim().is_empty()).unwrap_or(key);
    last.replace(['_', '-'], " ").trim().to_owned()
}

/// With a capital letter.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Own, Words};
    use crate::law::{Ground, SpecialCondition};
    use crate::record::data_category::Special;
    use crate::record::transfer::Mechanism;

    #[test]
    fn the_data_are_read_and_name_what_exists() {
        let words: Words = toml::from_str(include_str!("words.toml")).unwrap();
        assert_eq!((words.uses.len(), words.subjects.len()), (54, 15));
        assert!(words.uses_today.values().all(|key| words.uses.contains_key(key)));
        assert_eq!((words.bases.len(), words.conditions.len()), (6, 10));
        assert!(words.bases.values().all(|article| article.parse::<Ground>().is_ok()));
        assert!(words.conditions.values().all(|article| article.parse::<SpecialCondition>().is_ok()));
        let known = |value: &String| serde_json::from_value::<Special>(value.as_str().into()).is_ok();
        assert!(words.special.values().all(known));
        assert!(words.transfers.values().all(|id| serde_json::from_value::<Mechanism>(id.as_str().into()).is_ok()));
        assert!(words.special.keys().chain(&words.criminal.keys).all(|key| words.categories.contains_key(key)));
        assert!(words.marketing.keys.iter().all(|key| words.uses.contains_key(key)));
    }

    #[test]
    fn unknown_keys_become_words() {
        let words: Words = toml::from_str(include_str!("words.toml")).unwrap();
        let own = Own::default();
        assert_eq!(words.purpose("essential.service.home_delivery", &own), "provide the service (home delivery)");
        assert_eq!(words.purpose("home.delivery_2", &own), "delivery 2");
        assert_eq!(words.purpose("advertising.first_party", &own), words.uses["marketing.advertising.first_party"]);
        assert_eq!(words.purpose("provide.service.operations", &own), words.uses["essential.service.operations"]);
        for (old, today) in [
            ("user.provided.identifiable.contact.email", "user.contact.email"),
            ("user.provided.identifiable.contact.street", "user.contact.address.street"),
            ("user.derived.identifiable.unique_id", "user.unique_id"),
            ("user.provided.nonidentifiable", "user"),
            ("user.health.teeth", "user.health.teeth"),
            ("system.operations", "system.operations"),
        ] {
            assert_eq!(words.category_today(old, &own), today);
        }
        assert_eq!(words.category("user.health.teeth", &own), "teeth");
        assert_eq!(words.special("user.health.teeth"), Some("health"));
        assert_eq!(words.special("user.healthy"), None);
        assert_eq!(words.subjects("dog_owner", &own).0, "Dog owner");
        assert_eq!(words.ground("legal obligations"), Some("6(1)(c)"));
    }
}
