//! Words of the program that a profile may say in its own language.

/// Words that stand alone, by the end of their message: `register-yes`, `export-legend`.
pub const WORDS: [&str; 40] = [
    "yes",
    "no",
    "nobody",
    "all-data",
    "title",
    "controller",
    "processor",
    "recipient",
    "source",
    "appointed",
    "not-appointed",
    "union",
    "criminal",
    "includes",
    "legal-bases",
    "basis-contract",
    "obligation",
    "laws",
    "interests",
    "interest-of",
    "vital-interest",
    "consent-to",
    "afterwards",
    "longer-if",
    "sooner-if",
    "then",
    "retention-reason",
    "groups",
    "role-controller",
    "role-joint-controller",
    "role-dpo",
    "role-representative",
    "not-filled",
    "legend",
    "sheet",
    "column",
    "english",
    "article",
    "of-record",
    "place-of",
];

/// Families of words: each choice of the records has one, such as `mechanism-scc`.
pub const FAMILIES: [&str; 14] = [
    "mechanism-",
    "disposal-",
    "special-",
    "special-condition-",
    "ground-",
    "recipient-kind-",
    "required-",
    "objective-",
    "nature-",
    "region-",
    "extent-",
    "basis-extent-",
    "status-",
    "contact-use-",
];

/// Whether a profile may say a word in its own language.
pub fn is_word(word: &str) -> bool {
    WORDS.contains(&word) || FAMILIES.iter().any(|family| word.starts_with(family))
}

/// The word that was probably meant.
pub(super) fn near(word: &str) -> Option<&'static str> {
    crate::decode::did_you_mean(word, WORDS)
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, WORDS};
    use crate::theme::{Theme, ThemeError};

    #[test]
    fn each_is_a_word_of_the_program() -> Result<(), ThemeError> {
        let theme = Theme::embedded("en")?;
        let strings = theme.strings();
        for word in WORDS {
            let keys = [format!("register-{word}"), format!("export-{word}")];
            assert!(keys.iter().any(|key| strings.has(key)), "{word}");
        }
        for (family, one) in FAMILIES.iter().zip([
            "scc",
            "erase",
            "health",
            "explicit-consent",
            "contract",
            "court",
            "statute",
            "integrity",
            "technical",
            "eu",
            "always",
            "always",
            "runs",
            "general",
        ]) {
            assert!(strings.has(&format!("register-{family}{one}")), "{family}");
        }
        Ok(())
    }
}
