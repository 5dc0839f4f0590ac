//! Characters that can be set.
//!
//! A PDF for archiving holds its fonts, and typst refuses to write a character that none of its fonts
//! has. It brings fonts for Latin, Greek, Cyrillic and some other scripts; fonts of the machine would make
//! other bytes on each. So a character that is not among them is written as its number, which loses
//! nothing: the attached file has it as it was written.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Runs of characters, sorted.
static RUNS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let lines = include_str!("letters.txt").lines().filter(|line| !line.starts_with('#'));
    let runs = lines.flat_map(str::split_whitespace).filter_map(|run| {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        Some((u32::from_str_radix(first, 16).ok()?, u32::from_str_radix(last, 16).ok()?))
    });
    runs.collect()
});

/// Makes texts that can be set, and remembers whether any had to be changed.
pub(super) struct Letters {
    /// Whether other fonts are at hand, so that nothing is replaced.
    all: bool,
    replaced: std::cell::Cell<bool>,
}

impl Letters {
    /// With fonts of the user's own, typst decides what can be set.
    pub(super) fn new(own_fonts: bool) -> Letters {
        Letters { all: own_fonts, replaced: false.into() }
    }

    /// The text as it can be set: composed, without control characters, each character that no font has
    /// as its number, such as `[U+1F600]`.
    pub(super) fn set(&self, text: &str) -> String {
        if text.is_ascii() && !text.contains(|c: char| c.is_ascii_control()) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len() + 16);
        for letter in text.nfc() {
            match letter {
                '\t' | '\n' | '\r' => out.push(' '),
                letter if letter.is_control() => {}
                letter if self.all || is_there(letter) => out.push(letter),
                letter => {
                    self.replaced.set(true);
                    out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
                }
            }
        }
        out
    }

    /// Whether a character stands as its number.
    pub(super) fn replaced(&self) -> bool {
        self.replaced.get()
    }
}

fn is_there(letter: char) -> bool {
    let code = u32::from(letter);
    let at = RUNS.partition_point(|(_, last)| *last < code);
    RUNS.get(at).is_some_and(|(first, _)| *first <= code)
}

#[cfg(test)]
mod tests {
    use super::{Letters, RUNS};

    #[test]
    fn the_runs_are_sorted() {
        assert!(RUNS.len() > 200 && RUNS.iter().all(|(first, last)| first <= last));
        assert!(RUNS.is_sorted_by(|(_, last), (first, _)| last < first));
    }

    #[test]
    fn what_no_font_has_becomes_its_number() {
        let letters = Letters::new(false);
        for known in ["Õunapuu & Søn, Łódź", "Ελλάδα Привет", "“–” … € § →", "e\u{301}"] {
            assert_eq!(letters.set(known).chars().count(), known.replace("e\u{301}", "é").chars().count(), "{known}");
        }
        assert!(!letters.replaced());
        assert_eq!(letters.set("漢\u{1F600}\u{7}\n\u{E000}"), "[U+6F22][U+1F600] [U+E000]");
        assert!(letters.replaced());
        assert_eq!(Letters::new(true).set("漢"), "漢");
    }
}
