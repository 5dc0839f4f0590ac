//! Names of sheets that spreadsheets accept.
//!
//! Excel's rules, which are also LibreOffice's: at most 31 UTF-16 units, none of `[]:*?/\`, no
//! apostrophe at either end, not empty, not "History", and no two names that differ in case alone.

use std::collections::BTreeSet;

/// UTF-16 units that fit on a tab.
const LONGEST: usize = 31;

/// A name for each sheet, as close to the wanted one as the rules allow: long ones end after a word
/// with an ellipsis, equal ones get a number.
pub(super) fn sheet_names<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (at, name) in wanted.enumerate() {
        let clean = cleaned(name);
        let clean = if clean.is_empty() { (at + 1).to_string() } else { clean };
        let mut name = shortened(&clean, LONGEST);
        let mut number = 1;
        while name.eq_ignore_ascii_case("history") || taken.contains(&name.to_lowercase()) {
            number += 1;
            let end = format!(" {number}");
            name = shortened(&clean, LONGEST - end.len()) + &end;
        }
        taken.insert(name.to_lowercase());
        names.push(name);
    }
    names
}

/// A name without what no tab may have.
fn cleaned(name: &str) -> String {
    let replaced: String = name
        .replace(": ", " - ")
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' => '-',
            '[' => '(',
            ']' => ')',
            '?' | '\u{fffe}' | '\u{ffff}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let joined = replaced.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.trim_matches(|c: char| c == '\'' || c.is_whitespace()).to_owned()
}

/// The beginning of a name that fits, up to the end of a word where one ends in its second half.
fn shortened(name: &str, longest: usize) -> String {
    if name.encode_utf16().count() <= longest {
        return name.to_owned();
    }
    let mut units = 0;
    let fitting = name.char_indices().take_while(|(_, c)| {
        units += c.len_utf16();
        units < longest
    });
    let end = fitting.last().map_or(0, |(at, c)| at + c.len_utf8());
    let whole_words = name[..end].rfind(' ').filter(|space| *space > end / 2);
    let kept = &name[..whole_words.unwrap_or(end)];
    format!("{}…", kept.trim_end_matches([' ', ',', ';', '.', '-', '–', '(']))
}

#[cfg(test)]
mod tests {
    use super::sheet_names;

    fn names(wanted: &[&str]) -> Vec<String> {
        sheet_names(wanted.iter().copied())
    }

    #[test]
    fn what_no_tab_may_have_is_replaced() {
        assert_eq!(names(&["Measures: technical/organisational"]), ["Measures - technical-organisat…"]);
        assert_eq!(names(&["'Data' [all]?", "a\nb\u{7}c"]), ["Data' (all)", "a b c"]);
        assert_eq!(names(&["", "'", "HISTORY", "history"]), ["1", "2", "HISTORY 2", "history 3"]);
    }

    #[test]
    fn long_names_end_after_a_word() {
        assert_eq!(
            names(&["Categories of recipients in third countries", "Recipients in the European Economic Area"]),
            ["Categories of recipients in…", "Recipients in the European…"]
        );
        assert_eq!(names(&["🦀".repeat(40).as_str()]), ["🦀".repeat(15) + "…"]);
    }

    #[test]
    fn names_differ_in_more_than_case() {
        let long = "Categories of recipients in third countries";
        assert_eq!(
            names(&["Data", "data", "DATA", long, long]),
            ["Data", "data 2", "DATA 3", "Categories of recipients in…", "Categories of recipients in… 2"]
        );
    }
}
