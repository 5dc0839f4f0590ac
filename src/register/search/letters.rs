//! Words as the search compares them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without diacritics, and letters that are none with one spelled out: "Übermäßig" is
/// "ubermassig". The script of the register does the same.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut out = String::with_capacity(lower.len());
    for letter in lower.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::fold;

    #[test]
    fn diacritics_and_capitals_do_not_matter() {
        for (text, folded) in
            [("Übermäßig", "ubermassig"), ("Łódź", "lodz"), ("Smørrebrød", "smorrebrod"), ("İstanbul", "istanbul")]
        {
            assert_eq!(fold(text), folded);
        }
    }
    /// The script folds what readers write, the build what the index holds: both must come out alike.
    #[test]
    fn the_script_spells_letters_out_as_the_index_does() {
        let script = include_str!("../../../themes/default/script/register.js");
        let written = script.split("const SPELLED = {").nth(1).and_then(|rest| rest.split('}').next()).unwrap();
        let pairs: Vec<(&str, &str)> = written.split(',').filter_map(|pair| pair.trim().split_once(": ")).collect();
        for (letter, spelled) in &pairs {
            assert_eq!(fold(letter), spelled.trim_matches('"'), "{letter}");
        }
        for letter in ('ß'..='ɏ').filter(|letter| letter.is_lowercase()) {
            let bare: String = letter.to_string().nfkd().filter(|one| !is_combining_mark(*one)).collect();
            let is_spelled = fold(&letter.to_string()) != bare;
            // The script looks letters up when they have lost their marks, too.
            assert_eq!(is_spelled, pairs.iter().any(|(known, _)| *known == bare), "{letter}");
        }
    }
}
