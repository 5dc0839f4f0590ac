//! Which records say which words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use rayon::prelude::*;

use super::super::desk::Desk;
use super::{Numbers, fold};
use crate::source::FileId;

/// Shorter words are in too many records to be looked for.
const SHORTEST: usize = 3;

/// With more records than this, a word that more than half of them say is left out: it tells nothing.
const FEW: usize = 50;

/// Records whose words are held at once, before they are numbers.
const AT_ONCE: usize = 256;

/// Words of the records in letters of the search, each with the numbers of the records that say it.
#[derive(Debug, Default)]
pub struct Words(BTreeMap<String, Vec<u32>>);

impl Words {
    /// Reads the strings in the files of the registry, and so what authors wrote: no word of the
    /// program stands between them.
    pub fn of(desk: &Desk<'_>) -> Words {
        let numbers = Numbers::of(desk);
        let mut starts: BTreeMap<FileId, Vec<(usize, u32)>> = BTreeMap::new();
        for (node, at) in desk.registry.places() {
            let number = u32::try_from(numbers.at(node)).unwrap_or(u32::MAX);
            starts.entry(at.file).or_default().push((at.start as usize, number));
        }
        let mut records: Vec<(&str, u32)> = Vec::new();
        for (file, mut found) in starts {
            found.sort_unstable();
            let text = &desk.sources.get(file).text;
            for (at, (start, number)) in found.iter().enumerate() {
                // A record ends where the next one begins.
                let end = found.get(at + 1).map_or(text.len(), |(next, _)| *next);
                records.push((text.get(*start..end).unwrap_or_default(), *number));
            }
        }
        let mut all = Words::default();
        for some in records.chunks(AT_ONCE) {
            let said: Vec<(BTreeSet<String>, u32)> =
                some.par_iter().map(|(text, number)| (words_of(text), *number)).collect();
            for (words, number) in said {
                for word in words {
                    all.0.entry(word).or_default().push(number);
                }
            }
        }
        let often = if records.len() > FEW { records.len() / 2 } else { usize::MAX };
        all.0.retain(|_, numbers| numbers.len() <= often);
        all.0.values_mut().for_each(|numbers| numbers.sort_unstable());
        all
    }

    /// The names of the shards: a letter, digits together, everything else together. They are the same
    /// for every registry, so that the files are known before the words are.
    pub fn shards() -> impl Iterator<Item = &'static str> {
        let letters = (0..LETTERS.len()).filter_map(|at| LETTERS.get(at..=at));
        letters.chain([DIGITS, OTHER])
    }

    /// The words of a shard with steps from one number to the next, in base 36.
    pub fn shard(&self, name: &str) -> BTreeMap<&str, String> {
        let words = self.0.iter().filter(|(word, _)| shard(word) == name);
        words.map(|(word, numbers)| (word.as_str(), steps(numbers))).collect()
    }
}

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
const DIGITS: &str = "0";
const OTHER: &str = "other";

/// The shard that a word stands in.
fn shard(word: &str) -> &'static str {
    match word.chars().next() {
        Some(digit) if digit.is_ascii_digit() => DIGITS,
        Some(letter) => LETTERS.find(letter).and_then(|at| LETTERS.get(at..=at)).unwrap_or(OTHER),
        None => OTHER,
    }
}

fn steps(numbers: &[u32]) -> String {
    let mut out = String::new();
    let mut last = 0;
    for number in numbers {
        if !out.is_empty() {
            out.push(' ');
        }
        push_base_36(&mut out, number - last);
        last = *number;
    }
    out
}

fn push_base_36(out: &mut String, number: u32) {
    if number >= 36 {
        push_base_36(out, number / 36);
    }
    let digit = char::from_digit(number % 36, 36);
    let _ = write!(out, "{}", digit.unwrap_or('0'));
}

/// The words in the strings of a text in TOML, without its keys and comments.
fn words_of(toml: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = toml;
    while let Some(at) = rest.find(['"', '\'', '#']) {
        let here = &rest[at..];
        if here.starts_with('#') {
            rest = here.find('\n').map_or("", |end| &here[end..]);
            continue;
        }
        let quote = &here[..1];
        let triple = quote.repeat(3);
        let mark = if here.starts_with(&triple) { triple.as_str() } else { quote };
        let (text, behind) = string(&here[mark.len()..], mark);
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        found.extend(words.filter(|word| word.chars().nth(SHORTEST - 1).is_some()).map(str::to_owned));
        rest = behind;
    }
    found
}

/// A string up to its closing mark, and what stands behind it. Basic strings may escape the mark.
fn string<'t>(text: &'t str, mark: &str) -> (&'t str, &'t str) {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(mark)) {
        let end = from + at;
        let slashes = text[..end].chars().rev().take_while(|c| *c == '\\').count();
        if mark.starts_with('\'') || slashes % 2 == 0 {
            return (&text[..end], &text[end + mark.len()..]);
        }
        from = end + 1;
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::{shard, steps, words_of};

    #[test]
    fn words_stand_in_strings_only() {
        let toml = "# comment \"no\"\ntitle = \"Löhne \\\"alle\\\"\" # nothing\nnote = '''\nAbc-d\n'''\nlist = ['#hash', \"it's\"]";
        let words: Vec<String> = words_of(toml).into_iter().collect();
        assert_eq!(words, ["abc", "alle", "hash", "lohne"]);
    }

    #[test]
    fn numbers_are_steps_in_base_36() {
        assert_eq!(steps(&[0, 5, 41, 1337]), "0 5 10 100");
        assert_eq!(["zebra", "42", "żółw", "łza"].map(shard), ["z", "0", "other", "other"]);
    }
}
