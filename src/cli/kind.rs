//! Kinds as people name them on the command line.

use crate::decode::did_you_mean;
use crate::record::Kind;

/// No kind has this name.
#[derive(Debug, thiserror::Error)]
#[error("`{word}` is no kind of record; {help}")]
pub(super) struct UnknownKind {
    word: String,
    help: String,
}

/// The kind with this folder name or singular: `activities`, `activity`.
pub(super) fn named(word: &str) -> Result<Kind, UnknownKind> {
    let named = |kind: &Kind| kind.folder() == word || kind.schema_stem() == word;
    Kind::ALL.into_iter().find(named).ok_or_else(|| unknown(word))
}

fn unknown(word: &str) -> UnknownKind {
    let names = Kind::ALL.iter().flat_map(|kind| [kind.schema_stem(), kind.folder()]);
    let help = match did_you_mean(word, names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the kinds are {}", Kind::ALL.map(Kind::folder).join(", ")),
    };
    UnknownKind { word: word.to_owned(), help }
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::record::Kind;

    #[test]
    fn a_kind_answers_to_its_folder_and_its_singular() {
        for kind in Kind::ALL {
            assert_eq!(named(kind.folder()).expect("a kind"), kind);
            assert_eq!(named(kind.schema_stem()).expect("a kind"), kind);
        }
        let message = named("procesor").expect_err("a mistake").to_string();
        assert!(message.ends_with("did you mean `processor`?"), "{message}");
        let message = named("zebra").expect_err("a mistake").to_string();
        assert!(message.contains("the kinds are activities, client-processing"), "{message}");
    }
}
