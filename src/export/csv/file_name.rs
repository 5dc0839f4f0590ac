//! Names of files that every system accepts.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Letters of a name.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Names for the files of each sheet, given its name and what each of its files is called; nothing where
/// that is the sheet itself.
pub(super) fn file_names<'a>(sheets: impl Iterator<Item = (&'a str, Vec<&'a str>)>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (at, (sheet, files)) in sheets.enumerate() {
        let mut stem = plain(sheet);
        if stem.is_empty() {
            stem = (at + 1).to_string();
        }
        if is_device(&stem) {
            stem.push_str("-1");
        }
        for own in files {
            let own = plain(own);
            let named = if own.is_empty() || own == stem { stem.clone() } else { format!("{stem}-{own}") };
            let mut name = named.clone();
            let mut number = 1;
            while !taken.insert(name.clone()) {
                number += 1;
                name = format!("{named}-{number}");
            }
            names.push(format!("{name}.csv"));
        }
    }
    names
}

/// Words in ASCII letters, digits and hyphens.
fn plain(words: &str) -> String {
    let mut out = String::new();
    for c in words.nfkd().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            // Accents, which stand on their own after the letter.
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.truncate(LONGEST);
    out.truncate(out.trim_end_matches('-').len());
    out
}

fn is_device(name: &str) -> bool {
    let port = ["com", "lpt"].iter().any(|port| {
        name.strip_prefix(port)
            .is_some_and(|number| number.len() == 1 && number.starts_with(|c: char| c.is_ascii_digit()))
    });
    port || DEVICES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::file_names;

    #[test]
    fn names_are_plain_and_different() {
        let one = || vec![""];
        let sheets = [
            ("Übermittlungen & Größe", one()),
            ("Aktivität", vec!["", "Empfänger", "aktivität"]),
            ("aktivitat", one()),
            ("Δεδομένα", one()),
            ("", one()),
        ];
        assert_eq!(
            file_names(sheets.into_iter()),
            [
                "ubermittlungen-grosse.csv",
                "aktivitat.csv",
                "aktivitat-empfanger.csv",
                "aktivitat-2.csv",
                "aktivitat-3.csv",
                "4.csv",
                "5.csv"
            ]
        );
    }

    #[test]
    fn devices_of_windows_are_no_names() {
        let long = "x".repeat(99);
        let sheets = ["CON", "Lpt1", "complaints", "../../etc", &long].map(|name| (name, vec![""]));
        let long = format!("{}.csv", "x".repeat(60));
        assert_eq!(file_names(sheets.into_iter()), ["con-1.csv", "lpt1-1.csv", "complaints.csv", "etc.csv", &long]);
    }
}
