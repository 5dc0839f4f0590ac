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
    use super::fold;

    #[test]
    fn diacritics_and_capitals_do_not_matter() {
        for (text, folded) in
            [("Übermäßig", "ubermassig"), ("Łódź", "lodz"), ("Smørrebrød", "smorrebrod"), ("İstanbul", "istanbul")]
        {
            assert_eq!(fold(text), folded);
        }
    }
}
