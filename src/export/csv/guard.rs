//! Words that a spreadsheet would compute.

/// Words with an apostrophe before them if a spreadsheet could take them for a formula.
pub fn guarded(words: String) -> String {
    if looks_like_a_formula(&words) { format!("'{words}") } else { words }
}

/// What was written for a field of words: the opposite of [`guarded`].
pub fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').filter(|words| looks_like_a_formula(words)).unwrap_or(field)
}

/// Apostrophes before the sign do not matter, so that text which has one of its own is told apart
/// from text that was given one. Spaces do not matter because some programs drop them.
fn looks_like_a_formula(words: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let text = words.trim_start_matches(['\'', ' ']);
    text.starts_with(begins) || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};

    #[test]
    fn formulas_are_guarded_and_given_back() {
        for (words, written) in [
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("＝1", "'＝1"),
            ("\tx", "'\tx"),
            ("\r", "'\r"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("  @x", "'  @x"),
            ("a=1", "a=1"),
            ("'quoted'", "'quoted'"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(guarded(words.to_owned()), written);
            assert_eq!(unguarded(written), words);
        }
    }
}
