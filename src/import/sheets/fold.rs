//! Texts as they are compared, and ids made of them.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::WORDS;
use crate::import::making::{id_of as words_id, plain as plain_words};

/// Letters of an id that is made of a text.
const LONGEST: usize = 48;

/// Letters that have a base of their own and no mark to take away.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        // People write the sign of degrees for that of numbers.
        '°' => "o",
        _ => return None,
    })
}

/// A text without case, diacritics, punctuation and doubled spaces: two texts that fold alike say the same.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letters) => out.push_str(letters),
            None if letter.is_alphanumeric() => out.push(letter),
            None if out.ends_with(' ') || out.is_empty() => {}
            None => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// What tells a record apart: case, spaces and the stop at the end do not, other signs do: "A & B" is
/// not "A / B", nor "C++" "C".
pub(super) fn same(text: &str) -> String {
    let words = text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    words.trim_end_matches(['.', ' ']).nfc().collect()
}

/// An id from a text, of whole words; from a text without letters of the Latin alphabet, one by its hash.
pub(super) fn id_of(text: &str) -> String {
    let words = words_id(&plain_letters(text));
    let mut id = String::new();
    for word in words.split('-').filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word[..word.len().min(LONGEST)]);
    }
    if id.is_empty() { format!("x{}", hash(text)) } else { id }
}

fn plain_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letters) => out.push_str(letters),
            None => out.push(letter),
        }
    }
    out
}

/// Eight digits that stay with a text.
fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// A text as Markdown that reads as the text, line by line.
pub(super) fn markdown(text: &str) -> String {
    text.lines().map(plain_words).collect::<Vec<_>>().join("\n")
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A separator of maps: the end of a sentence.
pub(super) const SENTENCE: &str = "sentence";

/// The entries of a cell: parts between separators, without the signs of lists before them.
pub(super) fn entries<'t>(text: &'t str, separators: &[String]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators.iter().filter(|separator| !separator.is_empty()) {
        parts = match separator.as_str() {
            SENTENCE => parts.into_iter().flat_map(sentences).collect(),
            separator => parts.into_iter().flat_map(|part| part.split(separator)).collect(),
        };
    }
    let clean = |part: &'t str| {
        let part = part.trim();
        let sign = part.strip_prefix(['-', '–', '—', '•', '·', '*', '▪', '◦']);
        sign.filter(|rest| rest.starts_with([' ', '\u{a0}', '\t'])).map_or(part, str::trim)
    };
    parts.into_iter().map(clean).filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

/// Whether a stop behind a text ends a sentence, by the last word of the text: one of four letters does, and
/// so does one of capitals such as "AGE"; "Corp", "Ltd" and the letters of "S.A." do not.
pub(super) fn ends_sentence(text: &str, word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_name =
        letters >= 2 && word.chars().all(char::is_uppercase) && !text[..text.len() - word.len()].ends_with('.');
    (letters >= 4 || is_name) && !WORDS.is_short(word)
}

/// The sentences of a text. One ends with a stop behind a word that can end one or a parenthesis and before
/// a capital, so that "S.A.", "Art. 6" and "Corp." end none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('.') {
        let (before, after) = (&text[start..at], &text[at + 1..]);
        let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        let ends = before.ends_with(')') || ends_sentence(before, word);
        let next = after.strip_prefix([' ', '\n']).and_then(|rest| rest.trim_start().chars().next());
        if ends && next.is_some_and(char::is_uppercase) {
            parts.push(text[start..=at].trim());
            start = at + 1;
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::{entries, fold, id_of, markdown, same};

    #[test]
    fn texts_fold_to_what_they_say() {
        assert_eq!(fold("  Finalité du\n traitement ? "), "finalite du traitement");
        assert_eq!(fold("N° / RÉF"), "no ref");
        assert_eq!(fold("Straße, Łódź"), "strasse lodz");
        assert_eq!(same("Employees  and\nretirees."), same("employees and retirees"));
        assert_ne!(same("A & B"), same("A / B"));
    }

    #[test]
    fn every_text_has_an_id() {
        for (text, id) in [
            ("Gestión de nóminas", "gestion-de-nominas"),
            ("Löschung & Sperrung", "loschung-sperrung"),
            ("../../etc", "etc"),
            ("1.2 Users", "1-2-users"),
        ] {
            assert_eq!(id_of(text), id);
        }
        let greek = id_of("Εργαζόμενοι");
        assert!(greek.starts_with('x') && greek == id_of("Εργαζόμενοι") && greek != id_of("Πελάτες"), "{greek}");
        assert!(crate::decode::is_id(&id_of(&"very long words ".repeat(30))));
        assert!(crate::decode::is_id(&id_of(&"x".repeat(300))));
    }

    #[test]
    fn markdown_reads_as_the_text() {
        assert_eq!(markdown("a_b <x> *z* R&D & co\n# 1"), "a_b \\<x> \\*z\\* R\\&D & co\n\\# 1");
    }

    #[test]
    fn cells_split_at_their_separators_alone() {
        let both = ["\n".to_owned(), ";".to_owned()];
        assert_eq!(entries("- one, two; three\n\n• four ;", &both), ["one, two", "three", "four"]);
        assert_eq!(entries("one; two", &["\n".to_owned()]), ["one; two"]);
        assert_eq!(entries(" -5 °C ", &both), ["-5 °C"]);
        let sentence = ["sentence".to_owned()];
        assert_eq!(
            entries("Fuerzas y Cuerpos. Órganos judiciales.", &sentence),
            ["Fuerzas y Cuerpos.", "Órganos judiciales."]
        );
        assert_eq!(entries("Pensiones de la AGE. Dirección General", &sentence).len(), 2);
        for one in [
            "TELEFÓNICA SA. Madrid",
            "EE.UU. Francia",
            "Example Inc. Ireland",
            "Telefónica S.A. Madrid",
            "Art. 6 GDPR",
            "Example Corp. Ireland",
            "el 3. März",
            "Post. and more",
        ] {
            assert_eq!(entries(one, &sentence), [one]);
        }
    }
}
