//! What words of spreadsheets stand for, where that is certain.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold::fold;
use crate::law::{self, CountryCode};

/// The file with the words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    nothing: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    denials: Vec<String>,
    exceptions: Vec<String>,
    negations: Vec<String>,
    giving: Vec<String>,
    without: Vec<String>,
    special_labels: Vec<String>,
    short: Vec<String>,
    processors: Vec<String>,
    legends: Vec<String>,
    not_filled: Vec<String>,
    totals: Vec<String>,
    head_words: Vec<String>,
    and: Vec<String>,
    two_places: Vec<String>,
    articles: Vec<String>,
    head_short: BTreeMap<String, Vec<String>>,
    grounds: BTreeMap<String, Vec<String>>,
    mechanisms: BTreeMap<String, Vec<String>>,
    special: BTreeMap<String, Vec<String>>,
    sources: BTreeMap<String, Vec<String>>,
    periods: BTreeMap<String, Vec<String>>,
    numbers: BTreeMap<String, Vec<String>>,
    countries: BTreeMap<String, Vec<String>>,
}

/// From the folded word to what it stands for.
type Meanings = HashMap<String, String>;

/// The words, folded.
pub(super) struct Words {
    nothing: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    denials: Vec<String>,
    exceptions: Vec<String>,
    negations: Vec<String>,
    giving: Vec<String>,
    without: Vec<String>,
    special_labels: Vec<String>,
    short: Vec<String>,
    processors: Vec<String>,
    pub(super) legends: Vec<String>,
    pub(super) not_filled: Vec<String>,
    totals: Vec<String>,
    head_words: Vec<String>,
    and: Vec<String>,
    two_places: Vec<String>,
    articles: Vec<String>,
    head_short: Meanings,
    grounds: Meanings,
    mechanisms: Vec<(String, String)>,
    special: Meanings,
    sources: Meanings,
    /// Units, and the words `after` and `more`.
    pub(super) periods: BTreeMap<String, Vec<String>>,
    numbers: Meanings,
    countries: Meanings,
}

/// The words of the program.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let written: Written = toml::from_str(include_str!("words.toml")).unwrap_or_default();
    let folded = |words: &Vec<String>| words.iter().map(|word| fold(word)).collect::<Vec<_>>();
    let pairs = |table: &BTreeMap<String, Vec<String>>| -> Vec<(String, String)> {
        let of = |(meaning, words): (&String, &Vec<String>)| {
            words.iter().map(|word| (fold(word), meaning.clone())).collect::<Vec<_>>()
        };
        table.iter().flat_map(of).collect()
    };
    let meanings = |table: &BTreeMap<String, Vec<String>>| pairs(table).into_iter().collect::<Meanings>();
    Words {
        nothing: folded(&written.nothing),
        yes: folded(&written.yes),
        no: folded(&written.no),
        denials: folded(&written.denials),
        exceptions: folded(&written.exceptions),
        negations: folded(&written.negations),
        giving: folded(&written.giving),
        without: folded(&written.without),
        special_labels: folded(&written.special_labels),
        short: folded(&written.short),
        processors: folded(&written.processors),
        legends: folded(&written.legends),
        not_filled: folded(&written.not_filled),
        totals: folded(&written.totals),
        head_words: folded(&written.head_words),
        and: written.and.clone(),
        two_places: folded(&written.two_places),
        articles: folded(&written.articles),
        head_short: meanings(&written.head_short),
        grounds: meanings(&written.grounds),
        mechanisms: pairs(&written.mechanisms),
        special: meanings(&written.special),
        sources: meanings(&written.sources),
        periods: written.periods.iter().map(|(unit, words)| (unit.clone(), folded(words))).collect(),
        numbers: meanings(&written.numbers),
        countries: meanings(&written.countries),
    }
});

impl Words {
    /// Whether a cell says on purpose that there is nothing to say.
    pub(super) fn is_nothing(&self, text: &str) -> bool {
        let word = fold(text);
        // Dashes and dots say that there is nothing; a question mark asks.
        !text.contains(['?', '¿']) && (word.is_empty() || self.nothing.contains(&word))
    }

    /// Yes or no.
    pub(super) fn flag(&self, text: &str) -> Option<bool> {
        let word = fold(text);
        if self.yes.contains(&word) {
            return Some(true);
        }
        self.no.contains(&word).then_some(false)
    }

    /// Whether a folded text begins as a denial.
    pub(super) fn begins_denial(&self, folded: &str) -> bool {
        let is = |denial: &String| {
            folded.strip_prefix(denial.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.denials.iter().any(is)
    }

    /// Whether a folded word makes an exception to a denial.
    pub(super) fn is_exception(&self, word: &str) -> bool {
        self.exceptions.iter().any(|one| one == word)
    }

    /// Whether folded words deny that data are given to somebody: "data are not shared with third parties".
    pub(super) fn denies_giving(&self, words: &[&str]) -> bool {
        let gives = |word: &&str| self.giving.iter().any(|verb| word.starts_with(verb.as_str()));
        // Between the two stand a pronoun, an auxiliary or those who would get the data.
        let near = |at: usize| words.get(at.saturating_sub(3)..words.len().min(at + 6)).unwrap_or_default();
        let negated = words.iter().enumerate().filter(|(_, word)| self.negations.iter().any(|no| no == *word));
        negated.map(|(at, _)| near(at)).any(|near| near.iter().any(gives))
    }

    /// Whether a folded word says what else than a denial there is.
    pub(super) fn is_without(&self, word: &str) -> bool {
        self.without.iter().any(|one| one == word)
    }

    /// The words of a head that tell it apart: without the letter of a list before them, without articles, and
    /// with one form for those that people shorten.
    pub(super) fn head(&self, text: &str) -> String {
        let numbered = text.split_once([')', '.']).filter(|(number, rest)| {
            let number = number.trim_start().trim_start_matches('(');
            number.chars().count() <= 2 && number.chars().all(char::is_alphanumeric) && rest.starts_with(' ')
        });
        let folded = fold(numbered.map_or(text, |(_, rest)| rest));
        let words = folded.split(' ').filter(|word| !self.head_words.iter().any(|small| small == word));
        let words = words.map(|word| self.head_short.get(word).map_or(word, String::as_str));
        words.collect::<Vec<_>>().join(" ")
    }

    /// Whether the name of a row is that of a sum.
    pub(super) fn is_total(&self, text: &str) -> bool {
        self.totals.contains(&fold(text))
    }

    /// Whether a text stands for all special categories of data.
    pub(super) fn is_special_label(&self, text: &str) -> bool {
        self.special_labels.contains(&fold(text))
    }

    /// Whether a word is an abbreviation.
    pub(super) fn is_short(&self, word: &str) -> bool {
        self.short.contains(&fold(word))
    }

    /// A name without the parenthesis that says that it is a processor.
    pub(super) fn processor<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (name, mark) = text.trim_end_matches(['.', ' ']).strip_suffix(')')?.rsplit_once(" (")?;
        // Of several names, nobody knows whether the mark is for all or for the last.
        let is_one = !name.contains([',', ';']) && self.joined(name).len() == 1;
        (is_one && self.processors.contains(&fold(mark))).then(|| name.trim())
    }

    /// Several names, each with such a parenthesis: "A (processor), B (processor)".
    pub(super) fn processors<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let parts: Vec<&str> = text.split([',', ';']).flat_map(|part| self.joined(part)).map(str::trim).collect();
        (parts.len() > 1 && parts.iter().all(|part| self.processor(part).is_some())).then_some(parts)
    }

    /// Whether a text of several names has such a parenthesis, and nobody knows for which of them.
    pub(super) fn is_marked_among(&self, text: &str) -> bool {
        let marked = text.match_indices(" (").any(|(at, sign)| {
            let mark = text[at + sign.len()..].split(')').next().unwrap_or_default();
            self.processors.contains(&fold(mark))
        });
        marked && self.processor(text).is_none()
    }

    /// The parts of a text around the words for "and".
    pub(super) fn joined<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut parts = vec![text];
        for word in &self.and {
            let sign = format!(" {word} ");
            parts = parts.into_iter().flat_map(|part| part.split(sign.as_str()).collect::<Vec<_>>()).collect();
        }
        parts
    }

    /// The ground of Article 6(1) that a name alone stands for.
    pub(super) fn ground(&self, text: &str) -> Option<&str> {
        self.grounds.get(&fold(text)).map(String::as_str)
    }

    /// The kind of special category.
    pub(super) fn special(&self, text: &str) -> Option<&str> {
        self.special.get(&fold(text)).map(String::as_str)
    }

    /// The reserved word for a source.
    pub(super) fn source(&self, text: &str) -> Option<&str> {
        self.sources.get(&fold(text)).map(String::as_str)
    }

    /// A whole number in digits or words.
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        let folded = fold(word);
        let words = || self.numbers.get(&folded).and_then(|number| number.parse().ok());
        folded.parse().ok().or_else(words)
    }

    /// The country that a name or code stands for. Codes are written in capitals: "it" is a word.
    pub(super) fn country(&self, text: &str) -> Option<CountryCode> {
        let text = text.trim().trim_end_matches('.');
        if text.len() == 2 {
            return law::country(text).or_else(|| (text == "UK").then(|| law::country("GB")).flatten()).map(|c| c.code);
        }
        let named = |name: &str| -> Option<CountryCode> {
            let own = self.countries.get(&fold(name)).and_then(|code| code.parse().ok());
            own.or_else(|| law::country_named(name).map(|country| country.code))
        };
        let bare = || text.split_once(' ').filter(|(article, _)| self.articles.contains(&fold(article)));
        named(text).or_else(|| bare().and_then(|(_, name)| named(name.trim_start())))
    }

    /// The country that the name in a free text stands for, where no other place bears it.
    pub(super) fn only_country(&self, text: &str) -> Option<CountryCode> {
        let folded = fold(text);
        let bare = folded.split_once(' ').filter(|(article, _)| self.articles.iter().any(|one| one == article));
        let is_unclear = |name: &str| self.two_places.iter().any(|one| one == name);
        self.country(text).filter(|_| !is_unclear(&folded) && !bare.is_some_and(|(_, name)| is_unclear(name)))
    }

    /// The instruments of Chapter V that a text names; none where it denies something.
    pub(super) fn mechanisms(&self, text: &str) -> Vec<&str> {
        let text = format!(" {} ", fold(text));
        if [" no ", " not ", " without ", " kein ", " keine ", " ohne ", " sans ", " pas ", " sin ", " senza ", " non "]
            .iter()
            .any(|word| text.contains(word))
        {
            return Vec::new();
        }
        let mut found: Vec<&str> = Vec::new();
        for (word, mechanism) in &self.mechanisms {
            if text.contains(&format!(" {word} ")) && !found.contains(&mechanism.as_str()) {
                found.push(mechanism);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn the_words_are_read_and_mean_one_thing() {
        assert_eq!(WORDS.flag("Sí"), Some(true));
        assert_eq!(WORDS.ground("Obligación legal."), Some("6(1)(c)"));
        assert_eq!(WORDS.ground("no consent"), None);
        assert_eq!(WORDS.number("drei"), Some(3));
        assert!(
            WORDS.is_nothing(" – ") && WORDS.is_nothing("N/A") && !WORDS.is_nothing("none") && !WORDS.is_nothing("?")
        );
    }

    #[test]
    fn heads_are_compared_by_the_words_that_tell_them_apart() {
        for (one, other) in [
            ("CATEGORÍA DESTINATARIOS", "Categoría de destinatarios"),
            ("TRANSF. INTERNACIONAL", "Transferencias internacionales"),
            ("PLAZO SUPRESIÓN", "Plazo de supresión"),
            ("f) Plazos de supresión", "Plazos supresión"),
            ("(c) Categories of data subjects", "Categories of data subjects"),
        ] {
            assert_eq!(WORDS.head(one), WORDS.head(other), "{one}");
        }
        assert_ne!(WORDS.head("Base jurídica"), WORDS.head("Base de datos"));
    }

    #[test]
    fn countries_are_known_in_several_languages() {
        for (text, code) in [
            ("Estados Unidos", Some("US")),
            ("EE.UU.", Some("US")),
            ("États-Unis", Some("US")),
            ("Vereinigtes Königreich", Some("GB")),
            ("UK", Some("GB")),
            ("IT", Some("IT")),
            ("it", None),
            ("Sveitsi", Some("CH")),
            ("Verenigde Staten", Some("US")),
            ("Tyskland", Some("DE")),
            ("la India", Some("IN")),
            ("the Netherlands", Some("NL")),
            ("the moon", None),
        ] {
            assert_eq!(WORDS.country(text).map(|code| code.to_string()).as_deref(), code, "{text}");
        }
    }

    #[test]
    fn instruments_are_read_where_nothing_is_denied() {
        assert_eq!(WORDS.mechanisms("Cláusulas contractuales tipo (2021)"), ["scc"]);
        assert_eq!(WORDS.mechanisms("clausole contrattuali standard"), ["scc"]);
        assert_eq!(WORDS.mechanisms("BCR; Standardvertragsklauseln"), ["bcr", "scc"]);
        assert!(WORDS.mechanisms("no standard contractual clauses yet").is_empty());
    }
}
