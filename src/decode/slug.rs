//! Names of files that are made from words which people read.

/// Letters that a name keeps; with four bytes each, it still fits a file system.
const LONGEST: usize = 60;

/// Words as part of a route: letters and digits in lower case, single hyphens for everything
/// else, cut off where they are long. Empty where there is no letter and no digit.
pub fn slug(words: &str) -> String {
    let hyphens: String =
        words.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let name = hyphens.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    name.chars().take(LONGEST).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn words_become_a_name_of_a_file() {
        assert_eq!(slug("Newsletter form (shop)"), "newsletter-form-shop");
        assert_eq!(slug("Työhakemus"), "työhakemus");
        assert_eq!(slug("../a/b"), "a-b");
        assert_eq!(slug("!?"), "");
    }
}
