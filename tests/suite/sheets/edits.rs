//! Imports over records that people have edited.

use std::collections::BTreeMap;

use proptest::prelude::*;
use ropa::import::Standing;
use ropa::import::sheets::{Book, add_csv};

use super::{drafted, files, fixture, loaded, nothing};

fn ministry() -> Book {
    let mut book = Book::default();
    add_csv(&mut book, &fixture("ministerio.csv"), "ministerio").unwrap();
    book
}

/// What a person does to a file.
#[derive(Debug, Clone)]
enum Edit {
    Comment(usize, String),
    Note(usize, String),
    Replace(usize, String),
    Delete(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = "[a-z ]{1,12}";
    prop_oneof![
        (any::<usize>(), words).prop_map(|(at, words)| Edit::Comment(at, words)),
        (any::<usize>(), words).prop_map(|(at, words)| Edit::Note(at, words)),
        (any::<usize>(), words).prop_map(|(at, words)| Edit::Replace(at, words)),
        any::<usize>().prop_map(Edit::Delete),
    ]
}

fn apply(files: &mut BTreeMap<String, String>, edit: &Edit) {
    let path = |at: usize| files.keys().nth(at % files.len()).cloned().unwrap_or_default();
    match edit {
        Edit::Comment(at, words) => {
            let path = path(*at);
            let text = files.get_mut(&path).unwrap();
            *text = format!("# {words}\n{text}");
        }
        Edit::Note(at, words) => {
            let path = path(*at);
            let text = files.get_mut(&path).unwrap();
            if path.starts_with("activities/") && !text.contains("summary") {
                *text = format!("summary = \"{words}\"\n{text}");
            }
        }
        Edit::Replace(at, words) => {
            let path = path(*at);
            let text = files.get_mut(&path).unwrap();
            let at = text.find("title").or(text.find("name"));
            if let Some(start) = at.and_then(|at| Some(at + text[at..].find('"')? + 1)) {
                text.insert_str(start, words);
            }
        }
        Edit::Delete(at) => {
            let path = path(*at);
            if files.len() > 1 {
                files.remove(&path);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_is_lost(edits in prop::collection::vec(edit(), 0..6)) {
        let (draft, _) = drafted(ministry(), &nothing());
        let mut edited = files(&draft.judge(nothing()));
        edits.iter().for_each(|edit| apply(&mut edited, edit));
        let (again, _) = drafted(ministry(), &loaded(&edited));
        let judged = again.judge(loaded(&edited));
        // Without --force only files that are not there are written.
        for file in judged.standing(Standing::New) {
            prop_assert!(!edited.contains_key(&file.path), "{}", file.path);
        }
        // A file that is told as the same is the same, letter by letter.
        for file in judged.standing(Standing::Same) {
            prop_assert_eq!(&edited[&file.path], &file.text);
        }
        // With --force, what the import does not speak of stays: comments and further keys.
        for file in judged.standing(Standing::Differs) {
            let own = &edited[&file.path];
            for line in own.lines().filter(|line| line.starts_with('#') || line.starts_with("summary")) {
                prop_assert!(file.text.contains(line), "{line}: {}", file.text);
            }
        }
    }
}
