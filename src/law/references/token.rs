//! Words, numbers and signs of a text, as references are read: without case, diacritics and width.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// In lower case and plain letters: `artículo` is `articulo`.
    pub(super) text: String,
    pub(super) kind: Kind,
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    /// Whether space or a line break stands before it.
    pub(super) spaced: bool,
    /// How many of its letters are capitals.
    pub(super) capitals: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Sign,
}

/// The tokens of a text. "6Abs" and "bDSGVO" are two each: scans lose spaces.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut spaced = true;
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if is_invisible(c) {
            continue;
        }
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        for plain in folded(c) {
            let kind = kind(plain);
            let capital = plain.is_uppercase();
            match found.last_mut() {
                Some(last) if !spaced && kind != Kind::Sign && last.kind == kind && !parts(last, capital) => {
                    last.text.extend(plain.to_lowercase());
                    last.span.end = end;
                    last.capitals += usize::from(capital);
                }
                _ => {
                    let text = plain.to_lowercase().collect();
                    found.push(Token { text, kind, span: start..end, spaced, capitals: usize::from(capital) });
                }
            }
            spaced = false;
        }
    }
    found
}

/// Whether a capital begins a new word: after a single small letter, as in "bDSGVO". "nLPD" is a law.
fn parts(last: &Token, capital: bool) -> bool {
    capital && last.kind == Kind::Word && last.capitals == 0 && matches!(last.text.as_bytes(), [b'a'..=b'j'])
}

fn kind(c: char) -> Kind {
    match c {
        c if c.is_ascii_digit() => Kind::Number,
        c if c.is_alphabetic() => Kind::Word,
        _ => Kind::Sign,
    }
}

/// Soft hyphens and characters without width.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The plain characters behind one. Raised and lowered digits are notes, not numbers, and stay signs.
fn folded(c: char) -> impl Iterator<Item = char> {
    let kept = match c {
        '\u{2010}' | '\u{2011}' | '\u{2212}' => Some('-'),
        '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' => Some('\''),
        '\u{2012}' | '\u{2013}' | '\u{2014}' => Some('\u{2013}'),
        '\u{aa}' | '\u{b0}' | '\u{ba}' => Some('\u{b0}'),
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{209f}' => Some('\u{b9}'),
        c if c.is_ascii() => Some(c),
        _ => None,
    };
    let decomposed = kept.is_none().then(|| std::iter::once(c).nfkd());
    let plain = decomposed.into_iter().flatten().filter(|c| !is_mark(*c));
    kept.into_iter().chain(plain)
}

/// Diacritics that stand by themselves, as in texts from file names and PDF files.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn texts_become_plain_words() {
        for (text, words) in [
            ("Art.6Abs.1lit.bDSGVO", "art . 6 abs . 1 lit . b dsgvo"),
            ("Artículo\u{a0}6", "articulo 6"),
            ("arti\u{301}culo", "articulo"),
            ("６（１）（ｂ）", "6 ( 1 ) ( b )"),
            ("Daten\u{ad}schutz", "datenschutz"),
            ("6\u{b9}", "6 \u{b9}"),
            ("BayDSG iVm", "baydsg i vm"),
            ("1º", "1 \u{b0}"),
        ] {
            let found: Vec<_> = tokens(text).into_iter().map(|token| token.text).collect();
            assert_eq!(found.join(" "), words, "{text}");
        }
    }
}
