//! The profiles of the program.

use super::{Profile, checked};
use crate::diagnostic::Diagnostic;
use crate::parse;
use crate::record::profile as written;
use crate::source::{FileId, Span};

/// The profile of an export that names none.
pub const DEFAULT: &str = "register";

/// Their names and texts, the default first.
const TEXTS: [(&str, &str); 7] = [
    (DEFAULT, include_str!("../profiles/register.toml")),
    ("article-30", include_str!("../profiles/article-30.toml")),
    ("aepd", include_str!("../profiles/aepd.toml")),
    ("cnil", include_str!("../profiles/cnil.toml")),
    ("cnpd", include_str!("../profiles/cnpd.toml")),
    ("garante", include_str!("../profiles/garante.toml")),
    ("ico", include_str!("../profiles/ico.toml")),
];

/// The names of the profiles of the program with their texts, as a start for one's own.
pub fn texts() -> &'static [(&'static str, &'static str)] {
    &TEXTS
}

pub(super) fn names() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(name, _)| *name)
}

/// A profile of the program.
pub fn built_in(name: &str) -> Option<Profile> {
    let (name, text) = TEXTS.iter().find(|(known, _)| *known == name)?;
    Some(read(name, text).0)
}

/// All of them, the default first.
pub fn built_ins() -> Vec<Profile> {
    TEXTS.iter().map(|(name, text)| read(name, text).0).collect()
}

/// What a text makes, and what is wrong in it.
fn read(name: &str, text: &str) -> (Profile, Vec<Diagnostic>) {
    let (record, mut found) = parse::alone::<written::Profile>(FileId::default(), text);
    let (profile, wrong) = checked(name, Span::default(), &record.unwrap_or_default());
    found.extend(wrong);
    (profile, found)
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT, TEXTS, read};
    use crate::record::profile::Fidelity;

    #[test]
    fn all_are_sound_and_say_where_they_come_from() {
        assert_eq!(TEXTS[0].0, DEFAULT);
        for (name, text) in TEXTS {
            let (profile, found) = read(name, text);
            assert_eq!(found, [], "{name}");
            assert!(profile.fidelity.is_some() && profile.note.is_some(), "{name}");
            let own = profile.fidelity == Some(Fidelity::Own);
            assert!(own || (profile.source.is_some() && profile.read.is_some()), "{name}");
            if profile.language != "en" {
                let columns = profile.sheets.iter().flat_map(|sheet| &sheet.parts).flat_map(|part| &part.columns);
                let bare: Vec<&str> =
                    columns.filter(|column| column.english.is_none()).map(|column| &*column.label).collect();
                assert_eq!(bare, [""; 0], "{name}: every label has its English");
                assert!(profile.words.contains_key("yes"), "{name}");
            }
        }
    }
}
